"""One pass over the files of a repository, for what no single page can tell: clashes, dates, links, addresses."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from profile_tui.content.page.page import Page, is_html
from profile_tui.site.problems import Problem
from profile_tui.site.repository import jekyll_dates, page_header
from profile_tui.site.repository.files import Files
from profile_tui.site.repository.locate import Place, Site
from profile_tui.site.repository.pages import page_files
from profile_tui.text.source import Source

if TYPE_CHECKING:
    from profile_tui.site.records.store import Store

_SUFFIXES = (".md", ".markdown", ".html", ".mkd", ".mkdn")
_IGNORED = ("_", ".", "#", "~")
_MOST = 4 * 1024 * 1024
"""Larger files are data, not pages."""


@dataclass(frozen=True, eq=False)
class Seen:
    """A file of the survey.

    Attributes:
        page: What it holds.
        place: Where it belongs.
        collection: The collection that it is in, `posts` among them; empty for a page.
    """

    page: Page
    place: Place
    collection: str = ""

    @property
    def name(self) -> str:
        """Its path relative to the root."""
        return self.place.name

    @cached_property
    def data(self) -> dict[str, Any]:
        """Its front matter; empty where there is none."""
        return page_header.values(self.page)

    @property
    def rendered(self) -> bool:
        """Whether Jekyll makes a page of it."""
        return self.page.front_matter is not None and self.data.get("published") is not False

    def line_of(self, key: str) -> int:
        """The line of a key of the front matter."""
        return page_header.line_of(self.page, key)


@dataclass(frozen=True)
class Survey:
    """What the checks of a whole repository are given.

    Attributes:
        place: The home page and the site around it.
        site: The site.
        stores: Its stores.
        files: Its files, for looking up.
        now: The moment it is.
    """

    place: Place
    site: Site
    stores: Sequence[Store]
    files: Files
    now: datetime

    def hides(self, value: str) -> bool:
        """Tell whether Jekyll leaves a post of that date out until later."""
        found = jekyll_dates.moment(value, jekyll_dates.zone(self.site.config))
        return found is not None and found > self.now and self.site.config.get("future") is not True

    def setting(self, key: str) -> tuple[Any, str, int]:
        """A key of the configuration: its value, and the file and the line to look at."""
        from profile_tui.site.repository import config

        path = config.find(self.site.root)
        value = self.site.config.get(key)
        if path is None:
            return value, "", 1
        line = next((line for line, name in _keys(path) if name == key), 1)
        return value, path.name, line


def bytes_of(path: Path) -> bytes:
    """What a small file holds; nothing where it cannot be read."""
    try:
        return path.read_bytes() if path.is_file() and path.stat().st_size <= _MOST else b""
    except OSError:
        return b""


def survey(
    place: Place, stores: Sequence[Store], now: datetime | None = None, stopped: Callable[[], bool] | None = None
) -> list[Problem]:
    """What is wrong with a repository beyond its home page: errors first, each group by place.

    Args:
        place: The home page and the site around it.
        stores: The stores of the site.
        now: The moment after which a date is in the future; the clock's where left out.
        stopped: Asked before each file, whether to end at once; nothing is told then.
    """
    from profile_tui.site.checks import checks, surveyors

    if place.site is None or place.site.foreign:
        return []
    given = Survey(place, place.site, stores, Files(place.site.root), now or jekyll_dates.clock())
    running = [make(given) for make in surveyors()]
    found: list[Problem] = []
    every = [check for check in checks() if check.everywhere]
    for seen in _files(given):
        if stopped is not None and stopped():
            return []
        if seen.place.page != place.page:
            for check in every:
                found += check.find(seen.page, seen.place)
        for one in running:
            found += one.look(seen)
    for one in running:
        found += one.end()
    return sorted(found, key=lambda problem: (problem.severity != "error", problem.path, problem.line or 0))


def _files(given: Survey) -> Iterator[Seen]:
    """The files that Jekyll renders, or is meant to: pages, then the collections."""
    site = given.site
    excluded = site.config.get("exclude")
    names = {str(name).strip("/") for name in excluded} if isinstance(excluded, list) else set()
    for page in page_files(site.root):
        if page.name not in names and (page.rendered or page.header or page.name.startswith("_")):
            seen = _seen(given, page.path, page.name, "")
            if seen:
                yield seen
    base = site.root / str(site.config.get("collections_dir") or "").strip("/")
    for collection in dict.fromkeys([*site.collections, "posts"]):
        for path in _below(base / f"_{collection}"):
            name = os.path.relpath(path, site.root).replace(os.sep, "/")
            seen = _seen(given, path, name, collection)
            if seen:
                yield seen


def _below(folder: Path) -> Iterator[Path]:
    """The files of a collection."""
    for at, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(_IGNORED))
        yield from (
            Path(at, name)
            for name in sorted(names)
            if name.lower().endswith(_SUFFIXES) and not name.startswith(_IGNORED)
        )


def _seen(given: Survey, path: Path, name: str, collection: str) -> Seen | None:
    """A file, read; None where it cannot be, or is empty."""
    data = bytes_of(path)
    if not data:
        return None
    page = Page(Source(data), html=is_html(path))
    return Seen(page, Place(path, name, given.site.root, given.site, files=given.files), collection)


def _keys(path: Path) -> Iterator[tuple[int, str]]:
    """The top-level keys of a configuration with their lines."""
    import re

    for number, line in enumerate(Source(bytes_of(path)).text.split("\n"), 1):
        if found := re.match(r"([\w-]+)\s*[:=]", line):
            yield number, found[1]
