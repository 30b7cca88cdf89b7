"""Chirpy: pages are the collection `_tabs`."""

from __future__ import annotations

from profile_tui.site.repository.locate import Site
from profile_tui.site.templates import Template, register


def _matches(site: Site) -> bool:
    return "chirpy" in site.theme or "tabs" in site.collections or site.has("_tabs")


register(Template("chirpy", 100, _matches))
