"""What every view of the left pane has in common."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Awaitable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from profile_tui.app.rows import Row
from profile_tui.app.session import Session
from profile_tui.text.span import Span
from profile_tui.workspace.document import Document

if TYPE_CHECKING:
    from profile_tui.app.screens.main import MainScreen


class Raw(NamedTuple):
    """A range of a file that is edited as text.

    Attributes:
        document: The file.
        span: The range.
        name: What to call it.
        suffix: What kind of text it is, as a file's ending.
    """

    document: Document
    span: Span
    name: str
    suffix: str = ".md"


class View(ABC):
    """One line of the left pane, and what the middle shows for it.

    The methods that edit are called with the main screen, which opens forms and takes changes over. Where a view does
    not offer one, `cannot` says why, and the command that would call it tells so.
    """

    is_text = False
    """Whether it has no rows but only lines, which then take the whole place."""
    renders = True
    """Whether its lines are shown as a reader sees them, where that is asked for."""

    def __init__(self, session: Session) -> None:
        """A view of the page as it is now."""
        self.session = session

    @property
    @abstractmethod
    def key(self) -> str:
        """What finds it again after a change."""

    @property
    @abstractmethod
    def title(self) -> str:
        """What the left pane calls it; harmless."""

    @property
    def count(self) -> int | None:
        """How many it holds; None where that says nothing."""
        return None

    @property
    def changed(self) -> bool:
        """Whether something of it differs from the disk."""
        return False

    @abstractmethod
    def rows(self) -> Sequence[Row]:
        """Its rows."""

    @property
    def empty(self) -> str:
        """What the middle says where there are no rows: the next key."""
        return ""

    def said(self, row: Row) -> Sequence[str]:
        """What stands above a row's lines."""
        return ()

    def raw(self, row: Row | None) -> Raw | None:
        """What is edited as text; None where there is nothing."""
        return None

    def cannot(self, action: str, row: Row | None) -> str | None:
        """Why `add`, `edit`, `remove` or `move` cannot be done here, as a sentence; None where it can."""
        return f"There is nothing to {action} here."

    def add(self, screen: MainScreen, row: Row | None) -> Awaitable[object] | None:
        """Opens what adds to it."""
        raise NotImplementedError

    def edit(self, screen: MainScreen, row: Row) -> Awaitable[object] | None:
        """Opens what changes a row."""
        raise NotImplementedError

    def remove(self, screen: MainScreen, row: Row) -> None:
        """Takes a row away."""
        raise NotImplementedError

    def move(self, screen: MainScreen, row: Row, by: int) -> None:
        """Moves a row up or down."""
        raise NotImplementedError
