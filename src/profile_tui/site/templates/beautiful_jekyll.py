"""Beautiful Jekyll."""

from __future__ import annotations

from profile_tui.site.template.owner_fields import OwnerFields
from profile_tui.site.template.template import SiteFacts, Template
from profile_tui.site.templates import register


def _matches(site: SiteFacts) -> bool:
    return "beautiful-jekyll" in site.theme or bool(site.config.keys() & {"social-network-links", "navbar-links"})


def _owner() -> OwnerFields:
    from profile_tui.site.template.tables import others

    return OwnerFields(site=others.BEAUTIFUL)


register(Template("beautiful-jekyll", 110, _matches, owner=_owner))
