"""What goes with an entry that is taken away: the blank lines or the break that kept it from its neighbour."""

from __future__ import annotations

import re
from collections.abc import Sequence

from profile_tui.content.entries.entry import Entry
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span

_BREAKS = lazily(r"(?:[ \t]*<br\s*/?>)+[ \t]*\n", re.I)
"""The line breaks after an entry that ends within its last line."""


def with_gap(text: str, entries: Sequence[Entry], old: Entry) -> Span:
    """Return an entry's lines with the gap that goes with it: the one after it, or before it where it is the last.

    Args:
        text: The page.
        entries: All entries of its section.
        old: The entry.
    """
    index = old.number - entries[0].number
    following = entries[index + 1] if index + 1 < len(entries) else None
    before = entries[index - 1] if index else None
    if following and _adjacent(text, old, following):
        return Span(old.span.start, following.span.start)
    if before and _adjacent(text, before, old):
        start = before.span.end
        if not old.span.of(text).endswith("\n") and text[:start].endswith("\n"):
            start -= 1
        breaks = _BREAKS.match(text, old.span.end)
        return Span(start, breaks.end() - 1 if breaks and text.startswith("\n", start) else old.span.end)
    if text[: old.span.start].endswith("\n\n") and text[old.span.start : old.span.end].endswith("\n"):
        if old.span.end == len(text) and not text[: old.span.start].rstrip().rpartition("\n")[2].startswith("#"):
            return Span(old.span.start - 1, old.span.end)  # nothing is left that the blank line sets apart
        # of the blank lines around the only entry, one is enough
        return Span(old.span.start, old.span.end + text.startswith("\n", old.span.end))
    breaks = _BREAKS.match(text, old.span.end)
    if breaks and text[: old.span.start].rpartition("\n")[2].strip() == "":
        return Span(old.span.start, breaks.end())
    return old.span


def _adjacent(text: str, entry: Entry, next_entry: Entry) -> bool:
    """Whether only blanks are between two entries."""
    return not text[entry.span.end : next_entry.span.start].strip()
