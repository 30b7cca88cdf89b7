"""The actions through all files, in their order: each is a step of one file, or of several that belong together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from profile_tui.text.named_tuple import NamedTuple

if TYPE_CHECKING:
    from profile_tui.workspace.documents.document import Document
    from profile_tui.workspace.documents.history import Step


class Moved(NamedTuple):
    """An entry that an action moved; of two that changed places, the bytes do not tell which one was.

    Attributes:
        kind: Its kind.
        before: Its number before the action.
        after: Its number after it.
    """

    kind: str
    before: int
    after: int


class Action:
    """What the user did at once.

    Attributes:
        steps: The steps of the files that it changed, in their order.
        key: What the state folder knows it by once it is saved; empty before that.
        undoes: The key of the action of an earlier save that it takes back; empty where it takes back none.
        moved: The first entry that it moved; None where it moved none.
    """

    moved: Moved | None = None

    def __init__(self, *steps: tuple[Document, Step], key: str = "", undoes: str = "", label: str = "") -> None:
        """Make an action of its first steps."""
        self.steps = list(steps)
        self.key = key
        self.undoes = undoes
        self._label = label

    @property
    def label(self) -> str:
        """What it did, for the user: what its first step did, unless it has a name of its own."""
        return self._label or self.steps[0][1].label

    def call(self, label: str) -> None:
        """Name what it did, where it has no name yet."""
        self._label = self._label or label


class UndoLog:
    """What was done and what was taken back."""

    def __init__(self) -> None:
        """Nothing yet."""
        self._done: list[Action] = []
        self._undone: list[Action] = []
        self._saved: list[Action] = []
        self._joined: Action | None = None

    def note(self, document: Document) -> None:
        """Notes that a file made a step."""
        self._undone.clear()
        step = document, document.last_step
        if self._joined is None:
            self._done.append(Action(step))
            return
        if not self._joined.steps:
            self._done.append(self._joined)
        self._joined.steps.append(step)

    @contextmanager
    def as_one(self, undoes: str = "", label: str = "") -> Iterator[Action]:
        """The steps made within are one action: all of them, or, where something is raised, none.

        Within another such action, they are part of that one.

        Args:
            undoes: The key of the saved action that it takes back.
            label: What it does, for the user; what its first step does where left out.
        """
        around = self._joined
        made = self._joined = around or Action(undoes=undoes, label=label)
        count = len(made.steps)
        is_whole = False
        try:
            yield made
            is_whole = True
        finally:
            self._joined = around
            if made.steps[count:] and not is_whole:
                for document, _ in reversed(made.steps[count:]):
                    document.undo()
                del made.steps[count:]
                if not made.steps:
                    self._done.pop()

    @property
    def latest(self) -> Action | None:
        """The last action; None where nothing was done."""
        return self._done[-1] if self._done else None

    @property
    def latest_undone(self) -> Action | None:
        """The action that was last taken back; None where there is none that can be done again."""
        return self._undone[-1] if self._undone else None

    def drop_last(self) -> None:
        """Take the last action back as if it had never been."""
        for document, _ in reversed(self._done.pop().steps):
            document.undo()

    @property
    def can_undo(self) -> bool:
        """Whether there is an action to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether there is one to do again."""
        return bool(self._undone)

    @property
    def unsaved(self) -> Sequence[Action]:
        """The actions since the last save, oldest first."""
        return self._done[self._common :]

    @property
    def taken_back(self) -> list[str]:
        """The keys of saved actions that are undone since the last save."""
        return [action.key for action in self._saved[self._common :] if action.key]

    @property
    def keys(self) -> set[str]:
        """The keys of all actions that are known here, whether they are done or undone."""
        return {action.key for action in (*self._done, *self._undone, *self._saved) if action.key}

    def mark_saved(self) -> None:
        """Note that the disk has what was done."""
        self._saved = list(self._done)

    def recall(self, action: Action) -> None:
        """Count an action of an earlier run as done, and saved, before all of this one, which must all be undone."""
        self._done.insert(0, action)
        self._saved.insert(0, action)

    def rebased(self, document: Document, steps: Mapping[int, Step | None]) -> None:
        """Note what became of the steps of a file that another program changed; see `Document.rebase`.

        An action of which a step is gone cannot be undone or done again, nor can what lies beyond it.
        """

        def is_gone(edited: Document, step: Step) -> bool:
            return edited is document and steps.get(id(step), step) is None

        gone = {action for action in (*self._done, *self._undone) if any(is_gone(*pair) for pair in action.steps)}
        if not gone.isdisjoint(self._undone):
            for edited in {edited for action in self._undone for edited, _ in action.steps}:
                edited.forget_undone()
            self._undone.clear()
        kept_from = max((at + 1 for at, action in enumerate(self._done) if action in gone), default=0)
        dropped = self._done[:kept_from]
        first = Counter(pair[0] for action in dropped for pair in action.steps if not is_gone(*pair))
        for edited, count in first.items():
            edited.forget_steps(count)
        del self._done[:kept_from]
        self._saved = [action for action in self._saved if action not in dropped]
        for action in {*self._done, *self._undone, *self._saved}:
            action.steps = [(edited, steps.get(id(step)) or step) for edited, step in action.steps]

    def collapse(self) -> None:
        """Forget all actions but what waits: one for each file."""
        files = dict.fromkeys(file for action in (*self._done, *self._undone) for file, _ in action.steps)
        steps = [(file, file.collapse()) for file in files]
        self._done = [Action((file, step)) for file, step in steps if step is not None]
        self._undone.clear()
        self._saved.clear()

    def undo(self) -> str | None:
        """Takes the last action back, in whichever files it was, and gives its label; None where there is none."""
        if not self._done:
            return None
        self._undone.append(self._done.pop())
        for document, _ in reversed(self._undone[-1].steps):
            document.undo()
        return self._undone[-1].label

    def redo(self) -> str | None:
        """Does the action last undone again, and gives its label; None where there is none."""
        if not self._undone:
            return None
        self._done.append(self._undone.pop())
        for document, _ in self._done[-1].steps:
            document.redo()
        return self._done[-1].label

    @property
    def _common(self) -> int:
        """How many actions are both done and saved."""
        pairs = zip(self._done, self._saved, strict=False)
        return next(
            (at for at, (step, other_step) in enumerate(pairs) if step is not other_step), min(map(len, self._both))
        )

    @property
    def _both(self) -> tuple[Sequence[Action], Sequence[Action]]:
        """What is done and what is saved."""
        return self._done, self._saved
