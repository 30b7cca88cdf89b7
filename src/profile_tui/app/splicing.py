"""Splices for text that was edited freely: only what differs is replaced."""

from __future__ import annotations

from profile_tui.text.span import Span, Splice


def replaced(text: str, span: Span, new: str) -> Splice | None:
    """The smallest splice that makes `new` of a range; None where it is that already.

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
    start = _common(old, new)
    room = min(len(old), len(new)) - start
    end = _common(old[len(old) - room :][::-1], new[len(new) - room :][::-1])
    return Splice(Span(span.start + start, span.end - end), new[start : len(new) - end])


def _common(one: str, other: str) -> int:
    """How many characters two texts have in common from the start."""
    shorter = min(len(one), len(other))
    return next((at for at in range(shorter) if one[at] != other[at]), shorter)
