"""Beautiful Jekyll."""

from __future__ import annotations

from profile_tui.site.repository.locate import Site
from profile_tui.site.templates import Template, register


def _matches(site: Site) -> bool:
    return "beautiful-jekyll" in site.theme or bool(site.config.keys() & {"social-network-links", "navbar-links"})


register(Template("beautiful-jekyll", 110, _matches))
