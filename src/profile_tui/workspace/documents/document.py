"""An open file: what it holds now, what it held, and what waits to be saved."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from profile_tui.content.page.page import Page, is_html
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused, Unreadable
from profile_tui.text.source import Source
from profile_tui.text.span import Splice
from profile_tui.workspace.disk import files
from profile_tui.workspace.disk.files import FileChange
from profile_tui.workspace.documents.history import History, Step

if TYPE_CHECKING:
    from profile_tui.content.change.edit import ProvenEdit

_STATES = 8
"""How many states are kept as they were read, so that undo shows them at once."""


class Document:
    """A file that is being edited. Nothing is written before `save`.

    Attributes:
        path: The file.
        name: How the user knows it.
        page: The page as it is now.
        listener: Called after every new step; undo and redo are none.
        own_file: Whether the file is one entry's own: without content, there is no such file.
    """

    def __init__(
        self,
        path: Path,
        name: str,
        data: bytes,
        kind: str = "text",
        *,
        html: bool = False,
        language: str = "",
        own_file: bool = False,
    ) -> None:
        """Made by `open`; for a file that is yet to be created, with no data."""
        self.path = path
        self.name = name
        self.own_file = own_file
        self.page = Page(Source(data), kind, html or is_html(path), language)
        self.listener: Callable[[], None] | None = None
        self._disk = data
        self._is_lost = False
        self._states: list[Page] = []
        self._history = History()
        self._changed: tuple[bytes, set[int]] = (data, set())

    @classmethod
    def open(
        cls, path: Path, *, name: str = "", kind: str = "text", html: bool = False, language: str = ""
    ) -> Document:
        """Reads a file.

        Args:
            path: The file.
            name: How the user knows it; its path where left out.
            kind: What the file holds before its first heading; see `Page`.
            html: Whether it is HTML alone, though its name does not tell.
            language: The language of what is around it; see `Page`.

        Raises:
            Unreadable: It is missing, a folder, binary, too large, not UTF-8, or may not be read.
        """
        name = name or str(path)
        document = cls(path, name, files.read(path, name), kind, html=html, language=language)
        _check_encoding(document.page.source, name)
        return document

    @property
    def data(self) -> bytes:
        """The bytes as they are now."""
        return self.page.source.data

    @property
    def saved(self) -> bytes:
        """The bytes as the disk had them when the file was last read or saved."""
        return self._disk

    @property
    def dirty(self) -> bool:
        """Whether a save would change the file."""
        return self._is_lost or self.data != self._disk

    @property
    def missing(self) -> bool:
        """Whether there is no such file yet, or none any more."""
        return self.own_file and not self.data

    @property
    def steps(self) -> list[str]:
        """The labels of what waits to be saved, oldest first; saved steps that were undone count."""
        return self._history.waiting if self.dirty else []

    @property
    def unsaved(self) -> tuple[Step, ...]:
        """The steps that lead from the saved bytes to those of now; empty where that takes going back first."""
        return self._history.done

    def perform(self, edited: ProvenEdit) -> None:
        """Takes a proven change over, as one step that can be undone.

        Raises:
            Refused: It was made from another state of the page.
        """
        if edited.before.source.data != self.data:
            raise Refused(_("the page has changed in the meantime; do it once more"), path=self.name)
        self._go_to(edited.page, edited.label)

    def perform_splices(self, splices: Iterable[Splice], label: str, number: int | None = None) -> ProvenEdit:
        """Makes splices of the current text, as one step that can be undone.

        Args:
            splices: What to do to `page.text`.
            label: What it does, for the user.
            number: The entry it is about.

        Raises:
            ValueError: Splices overlap.
        """
        made = tuple(splices)
        from profile_tui.content.change.edit import ProvenEdit

        edited = ProvenEdit(self.page, self.page.spliced(made), made, label, number)
        self.perform(edited)
        return edited

    def replace(self, data: bytes, label: str) -> None:
        """Puts other bytes in the place of all, as one step that can be undone."""
        self._go_to(self.page.of(Source(data)), label)

    @property
    def last_step(self) -> Step:
        """The step done last; there must be one."""
        return self._history.last

    def recall(self, before: bytes, label: str) -> Step:
        """Return a step of an earlier run that led from `before` to the bytes of now, which counts as done here.

        All steps of this run must be undone.
        """
        step = Step.between(before, self.data, label)
        self._history.recall(step)
        return step

    def undo(self) -> str | None:
        """Takes the last action back, saved or not, and gives its label; None where there is none."""
        step = self._history.back()
        if step is None:
            return None
        self._show(self._page_of(step.undone(self.data)))
        return step.label

    def redo(self) -> str | None:
        """Does the action last undone again, and gives its label; None where there is none."""
        step = self._history.forth()
        if step is None:
            return None
        self._show(self._page_of(step.done(self.data)))
        return step.label

    def diff(self) -> str:
        """What a save would change, as a unified diff."""
        return self.diff_to(self._disk)

    def diff_to(self, before: bytes) -> str:
        """What differs from an earlier state, as a unified diff."""
        from profile_tui.workspace.documents.diff import unified

        created, removed = (self.own_file and not data for data in (before, self.data))
        if self._is_lost:
            before, created = b"", True
        return unified(Source(before).raw, self.page.source.raw, self.name, created=created, removed=removed)

    def changed_line_numbers(self) -> set[int]:
        """The 1-based numbers of the lines that differ from the saved file's."""
        if self._changed[0] != self.data:
            from profile_tui.workspace.documents.diff import changed_lines

            self._changed = (self.data, changed_lines(Source(self._disk).text, self.page.text))
        return self._changed[1]

    def mark_moved(self, before: tuple[int, int], was_changed: set[int], after: tuple[int, int]) -> None:
        """Have the lines of an entry that was moved be those that differ, and not those that it was moved over.

        Args:
            before: Its first and last line before that.
            was_changed: The lines that differed then.
            after: Its first and last line now.
        """
        if self.data != self._disk and was_changed <= set(range(before[0], before[1] + 1)):
            self._changed = (self.data, set(range(after[0], after[1] + 1)))

    def changed_on_disk(self) -> bool:
        """Whether another program changed, removed or replaced the file since it was read or saved."""
        if self._is_lost or (self.own_file and not self._disk):
            return os.path.lexists(self.path)
        return files.differs(self.path, self._disk)

    @property
    def is_deleted(self) -> bool:
        """Whether another program deleted or renamed the file; an entry's own file may come and go."""
        return not (self.own_file or self._is_lost or os.path.lexists(self.path))

    def write_anew(self) -> None:
        """Have the next save write the file anew, which another program deleted or renamed."""
        self._is_lost = True

    def on_disk(self) -> object:
        """Return what tells one state of the file on disk from another without reading it; None where there is none."""
        try:
            return files.identity(os.stat(self.path))
        except OSError:
            return None

    def save(self) -> None:
        """Writes the file, all of it or nothing; does nothing where there is nothing to save.

        Raises:
            Refused: The file changed on disk, is read-only, or another parser would read its header otherwise.
            AppError: The system could not write it; the file is as it was.
        """
        if self.dirty:
            from profile_tui.workspace.disk.transaction import commit

            commit([self.pending()])
            self.saved_now()

    def pending(self) -> FileChange:
        """Return what a save would do: write, create or remove the file.

        Raises:
            Refused: Another parser would read the header otherwise.
        """
        _second_opinion(self.page, self._disk, self.name)
        old, new = (None if self.own_file and not data else data for data in (self._disk, self.data))
        return FileChange(self.path, self.name, None if self._is_lost else old, new)

    def saved_now(self) -> None:
        """Note that the disk has the current state."""
        self._disk = self.data
        self._is_lost = False
        self._saved()

    def rebase(self) -> Mapping[int, Step | None] | None:
        """Take over what another program made of the file, under what waits, and under all that can be undone.

        Returns:
            By the identity of each step, the one that took its place, or None; None, with nothing changed, where what
            waits is in the same lines.

        Raises:
            Unreadable: It cannot be read any more.
        """
        disk = self._again().data
        rebased = self._history.rebase(self.data, self._disk, disk)
        if rebased is None:
            return None
        self._disk = disk
        self._is_lost = False
        self._states = []
        self._changed = (b"\0", set())  # of no state
        self._show(self.page.of(Source(rebased.data)))
        return rebased.steps

    def take_disk(self) -> bytes:
        """Show the file as another program made it, without what waits and all steps; return that.

        Raises:
            Unreadable: It cannot be read any more.
        """
        fresh = self._again()
        self._disk = fresh.data
        self._is_lost = False
        self._history = History()
        self._states = []
        self._show(fresh.page)
        return self._disk

    def collapse(self) -> Step | None:
        """Forget all steps but one that makes what waits; return it, or None where nothing does."""
        steps = self.steps
        self._history = History()
        if not self.dirty:
            return None
        label = steps[0] if len(steps) == 1 else _("Your changes")
        step = Step.between(self._disk, self.data, label)
        self._history.push(step)
        return step

    def forget_steps(self, first: int) -> None:
        """Forget the first steps of this run, which are done and saved."""
        self._history.forget(first)

    def forget_undone(self) -> None:
        """Forget what could be done again."""
        self._history.forget_undone()

    def reload(self) -> None:
        """Reads the file again, as a step that can be undone; an entry's own file may be gone.

        Raises:
            Refused: Something waits to be saved.
            Unreadable: It cannot be read any more.
        """
        if self.dirty:
            raise Refused(
                _("there are unsaved changes; save or undo them before reading the file again"), path=self.name
            )
        fresh = self._again()
        self._disk = fresh.data
        self._is_lost = False
        self._go_to(fresh.page, _("Read again from disk"), is_outside=True)

    def _again(self) -> Document:
        """Return the file as the disk has it; an entry's own file may be gone.

        Raises:
            Unreadable: It cannot be read any more.
        """
        page = self.page
        if self.own_file and not os.path.lexists(self.path):
            return Document(self.path, self.name, b"", page.kind, html=page.html, language=page.around)
        return Document.open(self.path, name=self.name, kind=page.kind, html=page.html, language=page.around)

    def _go_to(self, page: Page, label: str, *, is_outside: bool = False) -> None:
        """Shows a new state and remembers how to come back."""
        new = page.source.data != self.data
        if new:
            self._history.push(Step.between(self.data, page.source.data, label, is_outside=is_outside))
        self._show(page)
        if new and self.listener:
            self.listener()

    def _page_of(self, data: bytes) -> Page:
        """The page with that content: one of the last states, which is read already, or a new one."""
        return next((page for page in self._states if page.source.data == data), None) or self.page.of(Source(data))

    def _show(self, page: Page) -> None:
        """Makes a state the current one."""
        self._states = [self.page, *(state for state in self._states if state is not self.page)][:_STATES]
        self.page = page
        if not self.dirty:
            self._saved()

    def _saved(self) -> None:
        """Notes that the disk has the current state."""
        self._history.mark_saved()
        self._changed = (self.data, set())


def _check_encoding(source: Source, name: str) -> None:
    """Raises Unreadable where a byte isn't UTF-8, which Jekyll cannot read either."""
    at = source.first_undecodable_byte
    if at is None:
        return
    byte = ord(source.text[at]) - 0xDC00
    raise Unreadable(
        _("byte 0x{byte:02x} is not UTF-8; profile-tui check --fix not-utf8 --dry-run shows the file converted").format(
            byte=byte
        ),
        path=name,
        line=source.line_number(at),
    )


def _second_opinion(page: Page, saved: bytes, name: str) -> None:
    """Raises Refused where an independent parser would read a changed header otherwise than it was meant.

    A header that is as it was is read as it was; and what the other parser held against the saved one isn't a reason to
    refuse a change.
    """
    before = Page(Source(saved))
    if _header(page) == _header(before):
        return
    from profile_tui.markup.frontmatter import second_opinion

    complaint = second_opinion(page.source)
    if complaint and complaint != second_opinion(before.source):
        raise Refused(_("{value}; nothing was written").format(value=complaint.rstrip(".")), path=name)


def _header(page: Page) -> str | None:
    """The front matter's characters; None where there is none."""
    return page.front_matter.span.of(page.text) if page.front_matter else None
