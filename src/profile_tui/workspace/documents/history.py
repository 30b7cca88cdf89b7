"""Undo and redo of whole actions.

A step keeps the bytes it replaced and the bytes it put there. Whole copies of the file would cost its size for every
action, and splices turned round would have to resolve line ends a second time; the bytes need neither.
"""

from __future__ import annotations

from collections.abc import Mapping

from profile_tui.text.catalogue import _
from profile_tui.text.named_tuple import NamedTuple
from profile_tui.text.span import unlike


class Step(NamedTuple):
    """One action, as bytes.

    Attributes:
        label: What it did, for the user.
        at: Offset of the first byte that it changed.
        old: The bytes that stood there.
        new: The bytes that are there since.
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


class Rebased(NamedTuple):
    """What became of the steps of a file that another program changed.

    Attributes:
        data: What the file holds now: theirs, with what waits on top.
        steps: By the identity of each step, the one that took its place; None where there is none.
    """

    data: bytes
    steps: Mapping[int, Step | None]


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

    def rebase(self, data: bytes, saved: bytes, disk: bytes) -> Rebased | None:
        """Put the steps on what another program made of the saved bytes, so that undo and redo go on around it.

        Args:
            data: The bytes as they are now.
            saved: The bytes as they were saved.
            disk: What another program made of those.

        Returns:
            The bytes with what waits on top, and what became of each step; None, with nothing changed, where what waits
            is in the same lines.
        """
        from profile_tui.workspace.drafts.merge import merged

        states = self._states(data)
        anchor = self._at if self._taken_back else self._saved
        on_disk = merged(saved, data, disk) if self._taken_back else disk
        if on_disk is None or (not self._taken_back and states[anchor] != saved):
            return None
        fresh = {anchor: on_disk}
        for by in (1, -1):
            at = anchor
            while 0 <= at + by < len(states) and (state := merged(states[at], states[at + by], fresh[at])) is not None:
                at += by
                fresh[at] = state
        if self._at not in fresh:
            return None
        first, last = min(fresh), max(fresh)
        made = [Step.between(fresh[at], fresh[at + 1], self._steps[at].label) for at in range(first, last)]
        changes = {id(step): made[at - first] if first <= at < last else None for at, step in enumerate(self._steps)}
        # what is undone and saved, and cannot be done again, is known by its label alone
        if last < self._saved:
            self._taken_back += self._undone()
            self._saved = self._at
        self._steps, self._at, self._saved = made, self._at - first, max(0, self._saved - first)
        return Rebased(fresh[self._at + first], changes)

    def forget(self, first: int) -> None:
        """Forget the first steps, which are done and saved."""
        del self._steps[:first]
        self._at -= first
        self._saved = max(0, self._saved - first)

    def forget_undone(self) -> None:
        """Forget what could be done again."""
        if self._at < self._saved:
            self._taken_back += self._undone()
            self._saved = self._at
        del self._steps[self._at :]

    def _states(self, data: bytes) -> list[bytes]:
        """Return the bytes before the first step, and after each."""
        states = [data]
        for step in reversed(self._steps[: self._at]):
            states.insert(0, step.undone(states[0]))
        for step in self._steps[self._at :]:
            states.append(step.done(states[-1]))
        return states

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
