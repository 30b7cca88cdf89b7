"""The lines that a change will write."""

from __future__ import annotations

from profile_tui.app.widgets.source import MOST_LINES, SourceLine
from profile_tui.profile.edit import Edited
from profile_tui.text.span import Span


def preview(edited: Edited, kind: str, name: str) -> tuple[str, list[SourceLine]]:
    """What stands above the lines, and the lines.

    Args:
        edited: The change.
        kind: The kind of the entry that it is about; empty where it is about none.
        name: The file, as the user knows it.
    """
    if not edited.splices:
        return "nothing changes", []
    page = edited.page
    written = _written(edited)
    span = written
    entries = page.entries(kind) if kind and edited.number else []
    if entries and edited.number and edited.number <= len(entries):
        own = entries[edited.number - 1].span
        span = Span(min(own.start, written.start), max(own.end, written.end))
    first, last = page.lines(span)
    new = range(*_lines(edited, written))
    starts = [*page.source.line_starts, len(page.text) + 1]
    lines = [
        SourceLine(page.text[starts[at - 1] : starts[at] - 1], at, "added" if at in new else "")
        for at in range(first, min(last, first + MOST_LINES) + 1)
    ]
    while len(lines) > 1 and not lines[-1].text.strip():
        lines.pop()
    while len(lines) > 1 and not lines[0].text.strip():
        lines.pop(0)
    low, high = lines[0].number, lines[-1].number
    where = f"line {low}" if low == high else f"lines {low}–{high}"
    return f"will be written, as {where} of {name}", lines


def _written(edited: Edited) -> Span:
    """The range of the new text that differs from the old one."""
    old, new = edited.before.text, edited.page.text
    start = min(splice.span.start for splice in edited.splices)
    end = max(splice.span.end for splice in edited.splices)
    return Span(start, max(start, len(new) - (len(old) - end)))


def _lines(edited: Edited, written: Span) -> tuple[int, int]:
    """The numbers of the new lines, the last one excluded."""
    if written.end <= written.start:
        line = edited.page.source.line_number(written.start)
        return line, line
    first, last = edited.page.lines(written)
    return first, last + 1
