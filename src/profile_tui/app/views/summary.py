"""Entries on one line, as a reader sees them."""

from __future__ import annotations

from profile_tui.app.widgets.terminal_text import one_line
from profile_tui.content.entries.entry import Entry, Value, authors_of, text_of
from profile_tui.markup.inline import plain

LEFT = ("date", "year", "period")
"""Fields that are in the left column."""
_DEFUSED = "&#x"
"""What stands in a file for a sign that was typed and would be read as something else."""


def summary(entry: Entry, text: str) -> str:
    """Return an entry of a file on one line, without what the left column has."""
    parts = [_words(_as_shown(entry, name, text)) for name in entry.values if name not in (*LEFT, "links")]
    return "  ".join(part for part in parts if part)


def _as_shown(entry: Entry, name: str, text: str) -> Value:
    """Return a value; where it was defused, as the file has it: what was typed would be Liquid or HTML to a reader."""
    value, slot = entry.values[name], entry.slots.get(name)
    if isinstance(value, str) and slot is not None and ("{" in value or "<" in value):
        written = slot.of(text)
        return written if _DEFUSED in written else value
    return value


def _words(value: Value) -> str:
    """Return a field as a reader sees it."""
    if isinstance(value, tuple):
        return ", ".join(one_line(author.name) for author in authors_of(value))
    return one_line(plain(value) if isinstance(value, str) else text_of(value))
