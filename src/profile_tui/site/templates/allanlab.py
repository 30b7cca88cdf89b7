"""allanlab: a group's site with `_data/publist.yml` and `_data/news.yml`."""

from __future__ import annotations

from profile_tui.site.repository.template import SiteFacts, Template
from profile_tui.site.templates import register


def _matches(site: SiteFacts) -> bool:
    news = site.root / "_data" / "news.yml"
    if not site.has("_data/publist.yml") or not news.is_file():
        return False
    return b"headline:" in news.read_bytes()


register(Template("allanlab", 70, _matches))
