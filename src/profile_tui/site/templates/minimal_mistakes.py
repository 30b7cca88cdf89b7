"""minimal-mistakes."""

from __future__ import annotations

from profile_tui.site.template.owner_fields import OwnerFields
from profile_tui.site.template.template import SiteFacts, Template
from profile_tui.site.templates import register


def _matches(site: SiteFacts) -> bool:
    return "minimal_mistakes_skin" in site.config or "minimal-mistakes" in site.theme


def _owner() -> OwnerFields:
    from profile_tui.site.template.tables import others

    return OwnerFields(author=others.MINIMAL_MISTAKES, authors=True)


register(Template("minimal-mistakes", 90, _matches, owner=_owner))
