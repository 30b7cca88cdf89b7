"""The file jump: type some letters of a file's name, and open it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from profile_tui.app.keys.registry import bindings
from profile_tui.app.screens.pick_screen import PickScreen
from profile_tui.app.widgets.fuzzy import best
from profile_tui.app.widgets.rows import ListRow
from profile_tui.app.widgets.terminal_text import one_line
from profile_tui.site.creation.create import NewFile, new_files
from profile_tui.site.repository.listing import SiteFile, site_files
from profile_tui.text.catalogue import _

if TYPE_CHECKING:
    from textual.widgets import Input

    from profile_tui.app.session.session import Session

HOME = "home"
"""The target that is the page one came from."""
JumpTarget = SiteFile | NewFile | str


class JumpScreen(PickScreen[JumpTarget | None]):
    """The files of the repository, those that match what is typed best first, and what can be created."""

    CONTEXT = "jump"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("jump")]
    DEFAULT_CSS = "JumpScreen #box { width: 90; }"

    def __init__(self, session: Session, *, only_new: bool = False) -> None:
        """Make the files around a session's.

        Args:
            session: The file that one is at.
            only_new: Whether only what can be created is offered.
        """
        super().__init__(_("New file") if only_new else _("Go to"), _("type to filter"))
        self._of = session
        self._only_new = only_new
        self._targets: list[tuple[str, ListRow]] = []

    def on_mount(self) -> None:
        """List all."""
        super().on_mount()
        self._targets = list(self._listed())
        self._show("")

    def _listed(self) -> Sequence[tuple[str, ListRow]]:
        """Each target with the words that it is found by, in the order in which they are while nothing is typed."""
        target = self._of.target
        if target.site is None:
            return []
        files = site_files(target.site)
        created = [
            ListRow(_("New {one} …").format(one=new_file.one), "", new_file.folder, key=new_file)
            for new_file in new_files(target.site, files)
        ]
        new = [(row.text, row) for row in created]
        if self._only_new:
            return new
        workspace = self._of.workspace
        dirty = {document.name for document in workspace.documents if document.dirty}
        listed = {file.name for file in files}
        waiting = [
            SiteFile(document.name, "new" if not document.saved else "page")
            for document in workspace.documents
            if document.dirty and document.data and document.name not in listed and target.root in document.path.parents
        ]
        label_of = {
            "page": _("page"),
            "include": _("include"),
            "draft": _("draft"),
            "data": _("data"),
            "new": _("new"),
        }
        rows = [
            ListRow(
                one_line(file.name),
                "",
                f"{'● ' if file.name in dirty else ''}{label_of.get(file.group, file.group)}",
                "entry",
                key=file,
            )
            for file in [*waiting, *files]
        ]
        rows.sort(key=lambda row: not row.right.startswith("●"))  # what waits to be saved is first
        home = (self._of.home or self._of).target
        first = [ListRow(_("Back to {name}").format(name=one_line(home.name)), key=HOME)] if self._of.home else []
        return [*((row.text, row) for row in first), *((row.text, row) for row in rows), *new]

    def on_input_changed(self, message: Input.Changed) -> None:
        """Filter."""
        message.stop()
        self._show(message.value)

    def _show(self, typed: str) -> None:
        """List what matches."""
        rows = [row for _unused, row in self._targets] if not typed.strip() else best(typed, self._targets)
        self.rows.show(rows, 0, _("No file matches. esc closes."))
        self.tell(_("{count} of {count2}").format(count=len(rows), count2=len(self._targets)))

    def choose(self) -> None:
        """Go to what is highlighted."""
        row = self.rows.row
        if row is not None and isinstance(row.key, (SiteFile, NewFile, str)):
            self.dismiss(row.key)
