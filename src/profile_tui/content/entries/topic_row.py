"""Rows of tables as topics: a topic in the first cell and what is said of it in the second, or all in one cell."""

from __future__ import annotations

import re
from collections.abc import Sequence

from profile_tui.content.entries.entry import Unit
from profile_tui.content.entries.table import NUMBER, ROW, cell_splice
from profile_tui.markup.blocks.cells import cells, trimmed
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span, Splice

TYPES = (ROW, "row")
"""The types of units that are rows, in Markdown and in HTML."""
_CELL = lazily(r"<t[dh]\b[^<>]*>\s*(.*?)\s*(?=</t[dh]\b|<t[dh]\b|</tr\b|\Z)", re.I | re.S)
_DATA = lazily(r"<td\b", re.I)


def columns(text: str, unit: Unit) -> list[Span]:
    """Return the cells of a row, each without blanks: none of a head or an empty row, and no number of the row."""
    if unit.type == ROW:
        inner = [trimmed(text, cell) for cell in cells(text, unit.content)]
    elif _DATA.search(text, *unit.content):
        inner = [Span(*match.span(1)) for match in _CELL.finditer(text, *unit.content)]
    else:
        inner = []
    if len(inner) > 1 and NUMBER.fullmatch(inner[0].of(text)):
        inner = inner[1:]
    return inner if any(cell.of(text) for cell in inner) else []


def splices(text: str, unit: Unit, typed: Sequence[tuple[Span, str]]) -> list[Splice]:
    """Return the splices that put source into cells."""
    put = cell_splice if unit.type == ROW else _put
    return [put(text, unit, place, source) for place, source in typed]


def _put(text: str, unit: Unit, place: Span, source: str) -> Splice:
    """The splice that puts source into a cell in HTML."""
    return Splice(place, source)
