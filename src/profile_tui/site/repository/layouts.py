"""Whether the layouts of a page show the page's own text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from profile_tui.content.page.page import Page
from profile_tui.site.repository import page_header
from profile_tui.text.errors import AppError
from profile_tui.text.pattern import lazily
from profile_tui.text.reading import read_bounded
from profile_tui.text.source import Source

if TYPE_CHECKING:
    from profile_tui.site.repository.site import Site

_CONTENT = lazily(r"\{\{-?\s*content\b|\{%[^%]*\bcontent\b")
_DEEP = 6


def shows_text(site: Site, page: Page) -> bool:
    """Return whether the layouts of a page show its text; those that a theme elsewhere has are taken to."""
    data = page_header.values(page)
    for _ in range(_DEEP):
        name = data.get("layout")
        if not isinstance(name, str) or name in ("", "none", "null"):
            return True
        layout = _layout(site, name)
        if layout is None:
            return name != site.made_from.home_layout
        if not _CONTENT.search(layout.text):
            return False
        data = page_header.values(layout)
    return True


def _layout(site: Site, name: str) -> Page | None:
    """The layout of that name; None where the repository has none."""
    for suffix in (".html", ".liquid", ".md"):
        try:
            return Page(Source(read_bounded(site.root / "_layouts" / f"{name}{suffix}")))
        except (OSError, AppError):
            continue
    return None
