"""The date that an element says for machines beside the one that is shown: `<time datetime="2026-05-04">`."""

from __future__ import annotations

import re

from profile_tui.content.entries.entry import Entry, text_in
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span, Splice

_DATETIME = lazily(r"<time\b[^<>]*?\bdatetime\s*=\s*[\"']?(\d{4}[\d:.+TZ-]*)[\"']?[^<>]*>[^<>]*\Z", re.I)


def redated(text: str, entry: Entry, iso: str, written: str) -> list[Splice]:
    """Return the splices that set the date of an entry, and that of its element where this says the very same.

    Args:
        text: The page.
        entry: The entry.
        iso: The new date.
        written: How it is shown.
    """
    start, shown = entry.unit.span.start, Splice(entry.slots["date"], written)
    said = _DATETIME.search(text[start : shown.span.start])
    before = text_in(entry.values, "date")
    if said is None or not before or not said[1].startswith(before) or not is_iso(iso):
        return [shown]
    return [Splice(Span(*said.span(1)).shifted(start), iso), shown]


def is_iso(date: str) -> bool:
    """Return whether a date is in ISO form at some precision."""
    return date.replace("-", "").isdigit() and len(date) in (4, 7, 10)
