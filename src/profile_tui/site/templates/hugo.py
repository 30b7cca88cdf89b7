"""Hugo: `hugo.*`, `config/_default/` or `config.toml`, and `content/`. Not Jekyll; recognised to be able to say so."""

from __future__ import annotations

from profile_tui.site.template.template import SiteFacts, Template
from profile_tui.site.templates import register

_MARKS = ("hugo.toml", "hugo.yaml", "hugo.yml", "config/_default", "config.toml")


def _matches(site: SiteFacts) -> bool:
    return site.has(*_MARKS) and site.has("content")


register(Template("hugo", 2, _matches, "Hugo"))
