"""What goes with an entry that is taken away: what kept it from its neighbour, and attributes that are its alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from profile_tui.content.entries.entry import HEADED, Entry, Unit
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span

_BREAKS = lazily(r"(?:[ \t]*<br\s*/?>)+[ \t]*\n", re.I)
"""The line breaks after an entry that ends within its last line."""
_ATTRIBUTES = r"(?:[ ]{0,3}\{:(?![:/])[^}\n]*\}[ \t]*(?:\n|\Z))+"
_ATTRIBUTES_AFTER = lazily(_ATTRIBUTES)
_ATTRIBUTES_BEFORE = lazily(rf"(?<=\n\n)({_ATTRIBUTES})\Z")
_LONGEST_ATTRIBUTES = 400


def with_gap(text: str, entries: Sequence[Entry], old: Entry, units: Sequence[Unit] = ()) -> Span:
    """Return an entry's lines with the gap that goes with it: the one after it, or before it where it is the last.

    Args:
        text: The page.
        entries: All entries of its section.
        old: The entry.
        units: All units of its section, where lines of attributes that are of the entry alone are to go, too.
    """
    index = old.number - entries[0].number
    following = _lines(text, units, entries[index + 1]) if index + 1 < len(entries) else None
    before = _lines(text, units, entries[index - 1]) if index else None
    span = _lines(text, units, old)
    if following and _adjacent(text, span, following):
        return Span(span.start, following.start)
    if before and _adjacent(text, before, span):
        start = before.end
        if not span.of(text).endswith("\n") and text[:start].endswith("\n"):
            start -= 1
        breaks = _BREAKS.match(text, span.end)
        return Span(start, breaks.end() - 1 if breaks and text.startswith("\n", start) else span.end)
    if text[: span.start].endswith("\n\n") and text[span.start : span.end].endswith("\n"):
        if span.end == len(text) and not text[: span.start].rstrip().rpartition("\n")[2].startswith("#"):
            return Span(span.start - 1, span.end)  # nothing is left that the blank line sets apart
        # of the blank lines around the only entry, one is enough
        return Span(span.start, span.end + text.startswith("\n", span.end))
    breaks = _BREAKS.match(text, span.end)
    if breaks and text[: span.start].rpartition("\n")[2].strip() == "":
        return Span(span.start, breaks.end())
    return span


def _lines(text: str, units: Sequence[Unit], entry: Entry) -> Span:
    """Return an entry's lines with those that give attributes to its block, where that holds no other unit.

    Left alone, such a line would give them to the block above or below.
    """
    unit, span = entry.unit, entry.span
    if not units or unit.type not in ("item", "paragraph", HEADED) or not text.startswith("\n", span.end - 1):
        return span
    after = _ATTRIBUTES_AFTER.match(text, span.end)
    before = _ATTRIBUTES_BEFORE.search(text, max(0, span.start - _LONGEST_ATTRIBUTES), span.start)
    if not after and not before:
        return span
    if unit.type == "item" and sum(other.container == unit.container for other in units) != 1:
        return span
    return Span(before.start(1) if before else span.start, after.end() if after else span.end)


def _adjacent(text: str, span: Span, next_span: Span) -> bool:
    """Whether only blanks are between two entries."""
    return not text[span.end : next_span.start].strip()
