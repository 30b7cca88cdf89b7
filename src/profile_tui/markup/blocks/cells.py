"""The rows of a Markdown table, and the cells of a row."""

from __future__ import annotations

from itertools import pairwise

from profile_tui.markup.blocks import patterns
from profile_tui.text.named_tuple import NamedTuple
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span

_PART = lazily(r"\\.|(`+)(?!`)(?:(?!\1).)+\1(?!`)|\|")
"""A bar that parts cells, or what may hold one that does not."""


class Rows(NamedTuple):
    """The lines of a table."""

    head: Span
    """The names of the columns, and the rule below; empty where there are none."""
    body: list[Span]
    """The other rows, each with its line end."""


def rows(text: str, table: Span) -> Rows | None:
    """Return the rows of a table; None where it may be none but in kramdown's eyes, which takes any bar for one.

    Who means a table rules its head off, or begins each line with a bar.
    """
    lines: list[Span] = []
    at = table.start
    while at < table.end:
        stop = text.find("\n", at, table.end)
        stop = table.end if stop < 0 else stop + 1
        lines.append(Span(at, stop))
        at = stop
    ruled = [_is_rule(line.of(text)) for line in lines]
    if not any(ruled) and not all(line.of(text).lstrip().startswith("|") for line in lines):
        return None
    body = 0 if not any(ruled[1:2]) else 2
    lines_of_rows = [
        line for line, rule in zip(lines[body:], ruled[body:], strict=True) if not rule and line.of(text).strip()
    ]
    return Rows(Span(table.start, lines[body].start if body < len(lines) else table.end), lines_of_rows)


def _is_rule(line: str) -> bool:
    """Return whether a line parts rows and says nothing."""
    line = line.rstrip("\n") + "\n"
    return any(pattern.fullmatch(line) for pattern in (patterns.TABLE_RULE, patterns.TABLE_FOOT))


def cells(text: str, row: Span) -> list[Span]:
    """Return the cells of a row, with their blanks; the bars around the row are in none of them."""
    start, end = row
    while start < end and text[start] in " \t":
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    bars = [part.start() for part in _PART.finditer(text, start, end) if part[0] == "|"]
    if bars[:1] == [start]:
        start, bars = start + 1, bars[1:]
    if bars and bars[-1] == end - 1:
        end = bars.pop()
    borders = [start - 1, *bars, end]
    return [Span(left + 1, right) for left, right in pairwise(borders)]


def trimmed(text: str, cell: Span) -> Span:
    """Return a cell without the blanks around what it says; of an empty one, a place within it."""
    content = cell.of(text)
    start = cell.start + len(content) - len(content.lstrip())
    if not content.strip():
        start = cell.start + min(1, len(content))
        return Span(start, start)
    return Span(start, cell.end - (len(content) - len(content.rstrip())))
