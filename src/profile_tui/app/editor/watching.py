"""Noticing what other programs do to the open files, and taking it over where nothing stands against it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from profile_tui.app.editor.background import Background
from profile_tui.app.widgets.terminal_text import one_line
from profile_tui.text.catalogue import _
from profile_tui.text.errors import AppError

if TYPE_CHECKING:
    from profile_tui.workspace.documents.document import Document

_LOOK = 1.0
"""Seconds between two looks at the open files."""


class Watching(Background):
    """Looks at the open files every second; a form or another screen is not disturbed."""

    _is_touched = False

    def watch_files(self) -> None:
        """Look at the open files from now on."""
        self.session.touched()
        self.set_interval(_LOOK, self.look)

    def look(self) -> None:
        """Take over what another program changed, once it has come to rest and the page is what one looks at."""
        if self.session.touched():
            self._is_touched = True  # and may be at work still
            return
        if not self._is_touched or not self.main.is_active:
            return
        self._is_touched = False
        taken: list[str] = []
        left: list[str] = []
        for document in self.session.documents:
            if document.changed_on_disk():
                (taken if self._takes(document) else left).append(one_line(document.name))
        if taken:
            self.main.after_change()
            message = _("Another program changed {names}; its changes are shown now.")
            self.main.say(message.format(names=", ".join(taken)))
        if left:
            self._report_disk(left)

    def _takes(self, document: Document) -> bool:
        """Take over a file; return whether that could be done."""
        try:
            return self.session.workspace.read_again(document)
        except AppError:  # it is gone, or cannot be read any more
            return False
