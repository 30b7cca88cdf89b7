"""Undo over saves and restarts: a step that was saved is taken back from what its files hold now, or refused."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from profile_tui.text.catalogue import _
from profile_tui.text.errors import AppError, Refused
from profile_tui.workspace import saved_steps
from profile_tui.workspace.documents.undo_log import Action, UndoLog
from profile_tui.workspace.saved_steps import FileStates, NewStep, SavedStep

if TYPE_CHECKING:
    from profile_tui.workspace.documents.document import Document

Step = NewStep | SavedStep
"""A step as the history shows it: one that waits to be saved, or one that was saved."""


class Past:
    """The steps of earlier saves, of this run and of those before it.

    Attributes:
        home: What they are remembered by: the site's root, or the page that stands alone.
    """

    def __init__(self, home: Path, log: UndoLog, opened: Callable[[Path], Document | None]) -> None:
        """Know of a site; nothing is read before it is asked for.

        Args:
            home: The site's root, or the page that stands alone.
            log: What was done in this run.
            opened: Gives the document of a file, links followed; None of one that is none of the site's.
        """
        self.home = home
        self._log = log
        self._opened = opened
        self._is_over = False
        self._is_there = False

    @property
    def may_have_more(self) -> bool:
        """Whether there may be a step of an earlier run to undo; cheap."""
        if not self._is_there:  # another program may save while this one runs
            self._is_there = saved_steps.has_any(self.home, {key.partition(":")[0] for key in self._log.keys})
        return self._is_there and not self._is_over

    def steps(self) -> Iterator[SavedStep]:
        """Yield the steps that were saved and not undone, newest first."""
        return saved_steps.saved_steps(self.home, self._log.taken_back)

    def recall(self) -> list[Document]:
        """Bring the newest step of an earlier run back, as one that was done here, so that it can be undone.

        Steps that are not in the files any more are passed over.

        Returns:
            Its files; none where there is no such step.

        Raises:
            Refused: The same lines were changed since, or it was too large to be remembered.
            AppError: A file cannot be read.
        """
        known = self._log.keys
        for step in self.steps():
            if step.key in known or not (step.files or step.is_too_large):
                continue
            changes = self.reverted(step)
            if changes:
                action = Action(
                    *((document, document.recall(data, step.label)) for document, data in changes), key=step.key
                )
                self._log.recall(action)
                return [document for document, _unused in changes]
        self._is_over = True
        return []

    def note(self, states: Mapping[Path, bytes]) -> tuple[Path | None, list[Action], list[str]]:
        """Remember what is about to be saved; see `saved_steps.note`."""
        actions, steps = self.unsaved()
        undone = self._log.taken_back
        noted, keys = saved_steps.note(self.home, steps, undone, states) if steps or undone else (None, [])
        return noted, actions, keys

    def mark_saved(self, actions: list[Action], keys: list[str]) -> None:
        """Note that what was remembered is saved."""
        for action, key in zip(actions, keys, strict=False):
            action.key = key
        self._log.mark_saved()

    def unsaved(self) -> tuple[list[Action], list[NewStep]]:
        """Return the steps since the last save, oldest first, with their actions.

        Of a file that was read again, those before that are in the step that made the changes once more.
        """
        states: dict[Document, bytes] = {}
        read_again: set[Document] = set()
        steps: list[tuple[Action, NewStep]] = []
        for action in reversed(self._log.unsaved):
            files: list[FileStates] = []
            for document, step in reversed(action.steps):
                if step.is_outside:
                    read_again.add(document)
                if document in read_again:
                    continue
                after = states.get(document, document.data)
                states[document] = before = step.undone(after)
                files.append(FileStates(Path(os.path.realpath(document.path)), document.own_file, before, after))
            if files:
                steps.append((action, NewStep(action.label, action.undoes, tuple(reversed(files)))))
        return [action for action, _unused in reversed(steps)], [step for _unused, step in reversed(steps)]

    def reverted(self, step: Step) -> list[tuple[Document, bytes]]:
        """Return the files as they would be without a step; none where it is not in them any more.

        Raises:
            Refused: The same lines were changed since, or it was too large to be remembered.
            AppError: A file cannot be read.
        """
        if isinstance(step, SavedStep) and step.is_too_large:
            raise Refused(
                _("{label}: can't be undone; it was too large to be kept after the program ended").format(
                    label=step.label
                )
            )
        held: dict[Document, bytes] = {}
        for states in reversed(step.files):
            document = self._document(states, step.label)
            without = _without(states, held.get(document, document.data))
            if without is None:
                message = _("{label}: can't be undone; the same lines were changed since").format(label=step.label)
                raise Refused(message, path=document.name)
            held[document] = without
        return [(document, data) for document, data in held.items() if data != document.data]

    def diff(self, step: Step) -> str:
        """Return what a step did, as a unified diff."""
        from profile_tui.text.source import Source
        from profile_tui.workspace.documents.diff import unified

        return "".join(
            unified(
                Source(states.before).raw,
                Source(states.after).raw,
                self.name_of(states.path),
                created=states.is_own and not states.before,
                removed=states.is_own and not states.after,
            )
            for states in step.files
        )

    def name_of(self, real: Path) -> str:
        """Return a file as the user knows it: relative to the site's root."""
        home = Path(os.path.realpath(self.home))
        return real.relative_to(home).as_posix() if home in real.parents else str(self.home if real == home else real)

    def revert(self, step: Step) -> list[Document]:
        """Take a step back wherever it is among the others, as a step of its own; return the files that changed.

        Raises:
            Refused: It is not in the files any more, or the same lines were changed since.
            AppError: A file cannot be read.
        """
        changes = self.reverted(step)
        if not changes:
            raise Refused(_("{label}: no longer in the file").format(label=step.label))
        with self._log.as_one(step.key if isinstance(step, SavedStep) else ""):
            for document, data in changes:
                document.replace(data, _("Undo: {label}").format(label=step.label))
        return [document for document, _unused in changes]

    def _document(self, states: FileStates, label: str) -> Document:
        """Return the document of a file that a step changed.

        Raises:
            Refused: It is none of this site's.
            AppError: It cannot be read.
        """
        from profile_tui.markup.conflict import check_merged

        document = self._opened(states.path)
        if document is None:
            raise Refused(
                _("{label}: can't be undone here; its file is not in this site").format(label=label),
                path=str(states.path),
            )
        document.own_file = document.own_file or states.is_own
        try:
            check_merged(document.page.source)
        except AppError as error:
            error.path = error.path or document.name
            raise
        return document


def _without(states: FileStates, data: bytes) -> bytes | None:
    """Return a file without what a step did to it; None where other changes are in the same lines."""
    if data == states.after:
        return states.before
    if data == states.before:
        return data
    from profile_tui.workspace.drafts.merge import merged

    return merged(states.after, states.before, data)
