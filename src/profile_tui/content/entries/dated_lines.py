"""Paragraphs of several lines that each begin with a date: every one of them is an entry."""

from __future__ import annotations

from collections.abc import Sequence

from profile_tui.content.entries import date_prefix, date_suffix
from profile_tui.content.entries.entry import Unit
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span

_LINE = lazily(r"[^\n]+")
_BREAK = lazily(r"(?: *\\\\| *\\| *<br\s*/?>| {2,})[ \t]*$")
"""What ends a line in a paragraph: Markdown's two blanks or backslashes, or HTML's element."""


def parted(text: str, unit: Unit, *, ranges: bool, language: str) -> Sequence[Unit]:
    """Return the unit; where it is a paragraph whose lines begin with dates, a unit for each of these.

    A line without a date goes on with the entry above it, where the lines are broken by marks; where they are not, all
    of them have to be dated.

    Args:
        text: The page.
        unit: Any unit of a section.
        ranges: Whether `2019 - 2022` is a date here.
        language: The page's, where known.
    """
    if unit.type != "paragraph" or text.find("\n", *unit.content) < 0:
        return (unit,)
    lines = [Span(*match.span()) for match in _LINE.finditer(text, *unit.content)]
    broken = [_BREAK.search(line.of(text)) is not None for line in lines]
    dated = [_is_dated(text, line, ranges=ranges, language=language) for line in lines]
    if any(broken):
        starts = [at for at, is_dated in enumerate(dated) if is_dated and (not at or broken[at - 1])]
    else:
        starts = list(range(len(lines))) if all(dated) else []
    if len(starts) < 2 or starts[0]:
        starts = list(range(len(lines)))
        if not all(_ends_dated(text, line, ranges=ranges, language=language) for line in lines):
            return (unit,)
    parts = []
    for start, stop in zip(starts, [*starts[1:], len(lines)], strict=True):
        first, last = lines[start], lines[stop - 1]
        mark = _BREAK.search(last.of(text))
        end = last.start + mark.start() if mark else last.end
        content = Span(first.start, end)
        begins = unit.span.start if start == 0 else first.start
        ends = unit.span.end if stop == len(lines) else last.end + 1
        parts.append(Unit("line", Span(begins, ends), content, Span(first.start, first.start), unit.container))
    return parts


def _is_dated(text: str, line: Span, *, ranges: bool, language: str) -> bool:
    """Whether a line begins with a date, and says something after it."""
    head = date_prefix.read(text, line, ranges=ranges, language=language)
    return head.date is not None and bool(_BREAK.sub("", text[head.text_start : line.end]).strip())


def _ends_dated(text: str, line: Span, *, ranges: bool, language: str) -> bool:
    """Whether a line ends with its date."""
    mark = _BREAK.search(line.of(text))
    content = Span(line.start, line.start + mark.start() if mark else line.end)
    return date_suffix.read(text, content, ranges=ranges, language=language) is not None
