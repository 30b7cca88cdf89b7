"""minimal-light: one `index.md` in layout `homepage`, publications in a data file."""

from __future__ import annotations

from profile_tui.site.repository import pages
from profile_tui.site.repository.template import SiteFacts, Template
from profile_tui.site.templates import register


def _matches(site: SiteFacts) -> bool:
    if site.theme == "yaoyao-liu/minimal-light" or site.has("_layouts/homepage.html"):
        return True
    index = pages.read(site.root, site.root / "index.md")
    return index is not None and index.value("layout") == "homepage"


register(Template("minimal-light", 60, _matches))
