"""A file of a collection."""

from __future__ import annotations

from typing import Any

from profile_tui.markup.frontmatter import FrontMatter
from profile_tui.site.problem import Problem
from profile_tui.site.records.store import Record
from profile_tui.text.dataclass import dataclass
from profile_tui.text.source import Source


@dataclass(frozen=True, slots=True)
class Item:
    """A file of a collection, read."""

    record: Record
    header: FrontMatter
    data: dict[str, Any]
    source: Source
    key: tuple[str, int, str]
    """What the site sorts it by."""
    problems: tuple[Problem, ...] = ()
    """What is wrong with it."""
