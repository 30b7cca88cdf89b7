"""Rows as lists show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from profile_tui.text.named_tuple import NamedTuple
from profile_tui.text.span import Span

if TYPE_CHECKING:
    from profile_tui.workspace.documents.document import Document


UNFINISHED = "✎"
"""What is at the right edge of a row whose form was left unfinished."""


GUESSED = "?"
"""What is at the right edge of a row that was not read for certain."""


def state(changed: bool, unfinished: bool = False, guessed: bool = False) -> str:
    """Return the signs at the right edge of a row."""
    signs = ((UNFINISHED, unfinished), (GUESSED, guessed), ("●", changed))
    return " ".join(sign for sign, holds in signs if holds)


class ListRow(NamedTuple):
    """A row of a list; its texts are harmless and on one line.

    Attributes:
        text: What it says.
        left: The column before it: a date, a key.
        right: What is at the right edge: a count, the dot of what waits.
        role: `entry`, `heading`, `unread`, `unfinished`, `field`, `blank`, `fixed`, `error` or `place`.
        changed: Whether it differs from the disk.
        span: Its lines in the page, where it has some.
        document: The file that has those lines.
        key: What finds it again after a change: an entry's number, a path, a place.
    """

    text: str
    left: str = ""
    right: str = ""
    role: str = "entry"
    changed: bool = False
    span: Span | None = None
    document: Document | None = None
    key: object = None

    @property
    def unfinished(self) -> bool:
        """Whether its form was left unfinished."""
        return self.right.startswith(UNFINISHED)

    @property
    def guessed(self) -> bool:
        """Whether some of its fields were not read for certain."""
        return self.role == "entry" and GUESSED in self.right
