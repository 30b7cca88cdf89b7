"""luost26/academic-homepage: everything in `_data` and in collections without bodies."""

from __future__ import annotations

from profile_tui.site.repository.locate import Site
from profile_tui.site.templates import Template, register


def _matches(site: Site) -> bool:
    profile = site.data("_data/profile.yml")
    return isinstance(profile, dict) and "primary_name" in profile


register(Template("luost26", 40, _matches, "luost26/academic-homepage"))
