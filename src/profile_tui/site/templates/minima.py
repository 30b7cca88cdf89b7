"""minima and the themes of GitHub Pages: one page, everything in it."""

from __future__ import annotations

from profile_tui.site.template.owner_fields import OwnerFields
from profile_tui.site.template.template import SiteFacts, Template
from profile_tui.site.templates import register

_GITHUB = (
    "architect", "cayman", "dinky", "hacker", "leap-day", "merlot", "midnight", "minimal", "modernist", "primer",
    "slate", "tactile", "time-machine",
)  # fmt: skip
_THEMES = {"minima", "jekyll/minima"} | {f"jekyll-theme-{name}" for name in _GITHUB}


def _matches(site: SiteFacts) -> bool:
    return site.theme in _THEMES or site.theme.startswith("pages-themes/")


def _owner() -> OwnerFields:
    from profile_tui.site.template.tables import others

    return OwnerFields(author=others.MINIMA_AUTHOR, site=others.MINIMA)


register(Template("minima", 120, _matches, owner=_owner))
