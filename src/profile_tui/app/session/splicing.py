"""Splices for text that was edited freely: only what differs is replaced."""

from __future__ import annotations

from profile_tui.text.span import Span, Splice, unlike


def replaced(text: str, span: Span, new: str) -> Splice | None:
    """Return the smallest splice that makes `new` of a range; None where it is that already.

    Args:
        text: The page.
        span: The range.
        new: What it is to hold; all kinds of line ends count as one.
    """
    old = span.of(text)
    new = new.replace("\r\n", "\n").replace("\r", "\n")
    if old == new:
        return None
    if not old and span.end == len(text) and not new.endswith("\n"):
        new += "\n"  # the first text of a file is a line like any other
    start, old_end, new_end = unlike(old, new)
    return Splice(Span(start, old_end).shifted(span.start), new[start:new_end])
