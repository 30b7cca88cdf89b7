"""The actions through all files, in their order: each is a step of one file, or of several that belong together."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from profile_tui.workspace.documents.document import Document


class UndoLog:
    """What was done and what was taken back."""

    def __init__(self) -> None:
        """Nothing yet."""
        self._done: list[list[Document]] = []
        self._undone: list[list[Document]] = []
        self._joined: list[Document] | None = None

    def note(self, document: Document) -> None:
        """Notes that a file made a step."""
        self._undone.clear()
        if self._joined is None:
            self._done.append([document])
            return
        if not self._joined:
            self._done.append(self._joined)
        self._joined.append(document)

    @contextmanager
    def as_one(self) -> Iterator[None]:
        """The steps made within are one action: all of them, or, where something is raised, none.

        Within another such action, they are part of that one.
        """
        if self._joined is not None:
            yield
            return
        made = self._joined = []
        try:
            yield
            made = []
        finally:
            self._joined = None
            if made:
                self._done.pop()
                for document in reversed(made):
                    document.undo()

    @property
    def can_undo(self) -> bool:
        """Whether there is an action to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether there is one to do again."""
        return bool(self._undone)

    def undo(self) -> str | None:
        """Takes the last action back, in whichever files it was, and gives its label; None where there is none."""
        if not self._done:
            return None
        self._undone.append(self._done.pop())
        return [document.undo() for document in reversed(self._undone[-1])][-1]

    def redo(self) -> str | None:
        """Does the action last undone again, and gives its label; None where there is none."""
        if not self._undone:
            return None
        self._done.append(self._undone.pop())
        labels = [document.redo() for document in self._done[-1]]
        return labels[0]
