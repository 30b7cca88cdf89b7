"""Undo and redo of whole actions.

A step keeps the bytes it replaced and the bytes it put there. Whole copies of the file would cost its size for every
action, and splices turned round would have to resolve line ends a second time; the bytes need neither.
"""

from __future__ import annotations

from typing import NamedTuple

from profile_tui.text.catalogue import _
from profile_tui.text.span import unlike


class Step(NamedTuple):
    """One action, as bytes.

    Attributes:
        label: What it did, for the user.
        at: Offset of the first byte that it changed.
        old: The bytes that stood there.
        new: The bytes that stand there since.
        is_outside: Whether another program did it, and the file was only read again.
    """

    label: str
    at: int
    old: bytes
    new: bytes
    is_outside: bool = False

    @classmethod
    def between(cls, before: bytes, after: bytes, label: str, *, is_outside: bool = False) -> Step:
        """The step that leads from one state of a file to another."""
        start, old_end, new_end = unlike(before, after)
        return cls(label, start, before[start:old_end], after[start:new_end], is_outside)

    def done(self, data: bytes) -> bytes:
        """The file after the step, given the file before it."""
        return data[: self.at] + self.new + data[self.at + len(self.old) :]

    def undone(self, data: bytes) -> bytes:
        """The file before the step, given the file after it."""
        return data[: self.at] + self.old + data[self.at + len(self.new) :]


class History:
    """The steps made and taken back, and which of them are saved."""

    def __init__(self) -> None:
        """Begins with nothing done."""
        self._steps: list[Step] = []
        self._at = 0
        self._saved = 0
        self._taken_back: list[str] = []

    def push(self, step: Step) -> None:
        """Adds a step; what could have been done again is forgotten."""
        if self._at < self._saved:
            # The saved state will no longer be in the history, so what led away from it must be remembered.
            self._taken_back += self._undone()
            self._saved = self._at
        del self._steps[self._at :]
        self._steps.append(step)
        self._at += 1

    def recall(self, step: Step) -> None:
        """Count a step of an earlier run as done, and saved, before all of this one, which must all be undone."""
        assert not self._at
        self._steps.insert(0, step)
        self._at = 1
        self._saved += 1

    @property
    def last(self) -> Step:
        """The step done last; there must be one."""
        return self._steps[self._at - 1]

    def back(self) -> Step | None:
        """The step to undo, which then counts as undone; None where there is none."""
        if not self._at:
            return None
        self._at -= 1
        return self._steps[self._at]

    def forth(self) -> Step | None:
        """The step to do again, which then counts as done; None where there is none."""
        if self._at == len(self._steps):
            return None
        self._at += 1
        return self._steps[self._at - 1]

    def mark_saved(self) -> None:
        """Notes that what the disk has is the state as it is now."""
        self._saved = self._at
        self._taken_back = []

    @property
    def done(self) -> tuple[Step, ...]:
        """The steps that lead from the saved state to now; empty where steps were taken back since."""
        return () if self._taken_back else tuple(self._steps[self._saved : self._at])

    @property
    def waiting(self) -> list[str]:
        """The labels of what a save would write, oldest first."""
        ahead = [step.label for step in self._steps[self._saved : self._at]]
        return [*self._taken_back, *self._undone(), *ahead]

    def _undone(self) -> list[str]:
        """The labels of saved steps that were taken back."""
        return [_("Undo: {label}").format(label=step.label) for step in reversed(self._steps[self._at : self._saved])]
