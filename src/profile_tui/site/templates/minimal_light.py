"""minimal-light: one `index.md` in layout `homepage`, publications in a data file."""

from __future__ import annotations

from profile_tui.site.template.owner_fields import OwnerFields
from profile_tui.site.template.template import SiteFacts, Template
from profile_tui.site.templates import register


def _matches(site: SiteFacts) -> bool:
    if site.theme == "yaoyao-liu/minimal-light" or site.has("_layouts/homepage.html"):
        return True
    return site.header_value("index.md", "layout") == "homepage"


def _owner() -> OwnerFields:
    from profile_tui.site.template.tables import others

    return OwnerFields(site=others.MINIMAL_LIGHT)


register(Template("minimal-light", 60, _matches, owner=_owner))
