"""minimal-mistakes."""

from __future__ import annotations

from profile_tui.site.repository.locate import Site
from profile_tui.site.templates import Template, register


def _matches(site: Site) -> bool:
    return "minimal_mistakes_skin" in site.config or "minimal-mistakes" in site.theme


register(Template("minimal-mistakes", 90, _matches))
