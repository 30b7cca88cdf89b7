"""allanlab: a group's site with `_data/publist.yml` and `_data/news.yml`."""

from __future__ import annotations

from profile_tui.site.template.template import SiteFacts, Template
from profile_tui.site.templates import register
from profile_tui.text.reading import read_start

_HEAD = 256 * 1024


def _matches(site: SiteFacts) -> bool:
    news = site.root / "_data" / "news.yml"
    if not site.has("_data/publist.yml"):
        return False
    try:
        return b"headline:" in read_start(news, _HEAD)
    except OSError:
        return False


register(Template("allanlab", 70, _matches))
