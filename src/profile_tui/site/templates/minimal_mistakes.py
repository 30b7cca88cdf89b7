"""minimal-mistakes."""

from __future__ import annotations

from profile_tui.site.repository.template import SiteFacts, Template
from profile_tui.site.templates import register


def _matches(site: SiteFacts) -> bool:
    return "minimal_mistakes_skin" in site.config or "minimal-mistakes" in site.theme


register(Template("minimal-mistakes", 90, _matches))
