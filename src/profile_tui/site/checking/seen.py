"""What the checks of a whole repository are given: its files, one by one, and what is around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from profile_tui.content.page.page import Page
from profile_tui.site.problem import Problem
from profile_tui.site.records.store import Store
from profile_tui.site.repository import config, jekyll_dates, page_header
from profile_tui.site.repository.files import Files
from profile_tui.site.repository.locate import Target
from profile_tui.site.repository.site import Site
from profile_tui.text.catalogue import _
from profile_tui.text.dataclass import dataclass
from profile_tui.text.reading import read_bounded, reason
from profile_tui.text.source import Source

MOST = 4 * 1024 * 1024
"""Larger files are data, not pages."""


@dataclass(frozen=True, eq=False)
class Seen:
    """A file of the survey.

    Attributes:
        page: What it holds.
        target: Where it belongs.
        collection: The collection that it is in, `posts` among them; empty for a page.
    """

    page: Page
    target: Target
    collection: str = ""

    @property
    def name(self) -> str:
        """Its path relative to the root."""
        return self.target.name

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
        target: The home page and the site around it.
        site: The site.
        stores: Its stores.
        files: Its files, for looking up.
        now: The moment it is.
    """

    target: Target
    site: Site
    stores: Sequence[Store]
    files: Files
    now: datetime

    def hides(self, value: str) -> bool:
        """Tell whether Jekyll leaves a post of that date out until later."""
        when = jekyll_dates.moment(value, jekyll_dates.zone(self.site.config))
        return when is not None and when > self.now and self.site.config.get("future") is not True

    def setting(self, key: str) -> tuple[Any, str, int]:
        """A key of the configuration: its value, and the file and the line to look at."""
        path = config.find(self.site.root)
        value = self.site.config.get(key)
        if path is None:
            return value, "", 1
        line = next((line for line, name in _keys(path) if name == key), 1)
        return value, path.name, line


def bytes_of(path: Path) -> bytes:
    """What a small file holds; nothing where it cannot be read."""
    try:
        return read_bounded(path, MOST)
    except OSError:
        return b""


def left_out(name: str, error: OSError) -> Problem:
    """Return the problem that a file could not be looked at."""
    return Problem(
        "warning", "unreadable", name, None, _("This file is left out: {reason}.").format(reason=reason(error))
    )


def _keys(path: Path) -> Iterator[tuple[int, str]]:
    """The top-level keys of a configuration with their lines."""
    import re

    for number, line in enumerate(Source(bytes_of(path)).text.split("\n"), 1):
        if match := re.match(r"([\w-]+)\s*[:=]", line):
            yield number, match[1]
