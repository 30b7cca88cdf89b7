"""Beautiful Jekyll."""

from __future__ import annotations

from profile_tui.site.repository.template import SiteFacts, Template
from profile_tui.site.templates import register


def _matches(site: SiteFacts) -> bool:
    return "beautiful-jekyll" in site.theme or bool(site.config.keys() & {"social-network-links", "navbar-links"})


register(Template("beautiful-jekyll", 110, _matches))
