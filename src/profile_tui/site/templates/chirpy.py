"""Chirpy: pages are the collection `_tabs`."""

from __future__ import annotations

from profile_tui.site.template.owner_fields import OwnerFields
from profile_tui.site.template.template import SiteFacts, Template
from profile_tui.site.templates import register


def _matches(site: SiteFacts) -> bool:
    return "chirpy" in site.theme or "tabs" in site.collections or site.has("_tabs")


def _owner() -> OwnerFields:
    from profile_tui.site.template.tables import others

    return OwnerFields(site=others.CHIRPY)


register(Template("chirpy", 100, _matches, owner=_owner, home_layout="home"))
