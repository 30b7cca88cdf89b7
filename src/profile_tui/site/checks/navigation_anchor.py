"""`missing-anchor`: a menu entry that leads to a heading which is not there, so that a click does nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from profile_tui.content.page.page import Page
from profile_tui.markup.heading_ids import ids
from profile_tui.site.checking.seen import Seen, Survey, bytes_of
from profile_tui.site.checks import Surveyor, register_surveyor
from profile_tui.site.problem import Problem
from profile_tui.site.records.data_list import folder_of
from profile_tui.site.repository.includes import includes
from profile_tui.site.repository.locate import Target
from profile_tui.site.repository.tree import YAML, below, file_names
from profile_tui.text.catalogue import _
from profile_tui.text.pattern import lazily
from profile_tui.text.source import Source

_URL = lazily(r"(?:^|[{,\s])(?:url|link|href):\s*[\"']?(/?[^\s\"'#{}]*)#([^\s\"'{},]+)")
_LAYOUTS = ("_layouts", "_includes")
_MADE = lazily(r"\bid\s*=\s*[\"']?[^\s\"'>]*\{\{")
_DEPTH = 3


@register_surveyor
class NavigationAnchors(Surveyor):
    """Looks up the anchors of `navigation` data files on the pages that they name."""

    def __init__(self, given: Survey) -> None:
        """Reads the menus."""
        super().__init__(given)
        self._wanted: list[tuple[str, str, str, int]] = []
        self._ids: dict[str, set[str] | None] = {}
        folder = folder_of(given.site)
        for name in file_names(folder):
            if "nav" in name and name.endswith(YAML):
                self._wanted += _anchors(name, bytes_of(folder / name), folder.name)
        self._pages = {page for page, *_unused in self._wanted}

    def look(self, seen: Seen) -> Iterator[Problem]:
        """Notes the ids of a page that a menu names."""
        if not self._pages or seen.collection:
            return iter(())
        home = seen.target.page == self.given.target.page
        permalink = str(seen.data.get("permalink") or "").strip("/")
        if home or permalink in self._pages - {""}:
            self._ids["" if home else permalink] = _ids(seen.page, seen.target, _DEPTH)
        return iter(())

    def end(self) -> Iterator[Problem]:
        """The anchors that lead nowhere."""
        for page, anchor, name, line in self._wanted:
            known = self._ids.get(page)
            if known is None or anchor in known or self._from_layout(anchor):
                continue
            near = sorted(name for name in known if name.strip("-") == anchor.strip("-"))
            hint = (
                _("the heading's is #{near}").format(near=near[0])
                if near
                else _("correct it, or give a heading that id")
            )
            message = _("The menu leads to #{anchor}, which no heading of the page has; {hint}.").format(
                anchor=anchor, hint=hint
            )
            yield Problem("warning", "missing-anchor", name, line, message)

    def _from_layout(self, anchor: str) -> bool:
        """Whether a layout or an include of the site gives an element that id."""
        mark = re.compile(rf"\bid\s*=\s*[\"']?{re.escape(anchor)}\b".encode())
        for folder in _LAYOUTS:
            for path in below(self.given.site.root / folder, ("",), skipped=lambda name: False):
                if "." in path.name and mark.search(bytes_of(path)):
                    return True
        return False


def _anchors(name: str, data: bytes, folder: str) -> Iterator[tuple[str, str, str, int]]:
    """The anchors of a menu: the page's address, the anchor, the file and its line."""
    for number, line in enumerate(Source(data).text.split("\n"), 1):
        match = None if line.lstrip().startswith("#") else _URL.search(line)
        if match and "://" not in match[1]:
            yield match[1].strip("/"), unquote(match[2]), f"{folder}/{name}", number


def _ids(page: Page, target: Target, depth: int) -> set[str] | None:
    """The ids of a page and of what it takes in; None where Liquid makes some."""
    if _MADE.search(page.text):
        return None
    anchors = ids(page.text, page.blocks)
    for include in includes(page, target) if depth else ():
        inner = _ids(Page(Source(bytes_of(include.path))), Target(include.path, include.name, target.root), depth - 1)
        if inner is None:
            return None
        anchors |= inner
    return anchors
