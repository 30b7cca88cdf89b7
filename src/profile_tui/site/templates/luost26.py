"""luost26/academic-homepage: everything in `_data` and in collections without bodies."""

from __future__ import annotations

from profile_tui.site.template.owner_fields import OwnerFields
from profile_tui.site.template.template import SiteFacts, Template
from profile_tui.site.templates import register


def _matches(site: SiteFacts) -> bool:
    profile = site.data("_data/profile.yml")
    return isinstance(profile, dict) and "primary_name" in profile


def _owner() -> OwnerFields:
    from profile_tui.site.template.tables import others

    return OwnerFields(profile=others.LUOST26)


register(Template("luost26", 40, _matches, "luost26/academic-homepage", owner=_owner))
