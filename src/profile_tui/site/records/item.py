"""A file of a collection."""

from __future__ import annotations

import re
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


def line_of(key: str, source: Source, header: FrontMatter) -> int:
    """Return the line of a key of the front matter; where it has no such key, the last of the front matter."""
    lines = source.text[: header.yaml.end].split("\n")
    found = [number for number, text in enumerate(lines, 1) if re.match(rf"{key}[ \t]*:", text)]
    return found[-1] if found else len(lines)
