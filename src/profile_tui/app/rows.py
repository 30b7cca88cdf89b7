"""Rows as lists show them."""

from __future__ import annotations

from typing import NamedTuple

from profile_tui.text.span import Span


class Row(NamedTuple):
    """A row of a list; its texts are harmless and on one line.

    Attributes:
        text: What it says.
        left: The column before it: a date, a key.
        right: What stands at the right edge: a count, the dot of what waits.
        role: `entry`, `heading`, `unread`, `field`, `fixed`, `error` or `place`.
        changed: Whether it differs from the disk.
        span: Its lines in the page, where it has some.
        key: What finds it again after a change: an entry's number, a path, a place.
    """

    text: str
    left: str = ""
    right: str = ""
    role: str = "entry"
    changed: bool = False
    span: Span | None = None
    key: object = None
