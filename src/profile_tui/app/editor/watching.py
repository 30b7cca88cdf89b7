"""Noticing what other programs do to the open files, and taking it over where nothing stands against it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from profile_tui.app.editor.background import Background
from profile_tui.app.widgets.terminal_text import one_line
from profile_tui.text.catalogue import _
from profile_tui.text.errors import AppError

if TYPE_CHECKING:
    from profile_tui.workspace.documents.document import Document

_LOOK = 2.0
"""Seconds between two looks at the open files."""
_REST = 0.5
"""Seconds after which a file that another program changed is looked at again, and taken over if it has come to rest."""


class Watching(Background):
    """Looks at the open files every other second; a form or another screen is not disturbed."""

    _is_touched = False

    def watch_files(self) -> None:
        """Look at the open files from now on."""
        self.session.touched()
        self._watch(_LOOK)

    def _watch(self, seconds: float) -> None:
        """Look at them again after a while; by the loop's own clock, as one of Textual's would wake the screen, too."""
        asyncio.get_running_loop().call_later(seconds, self._look_up)

    def _look_up(self) -> None:
        """See whether there is something to take over."""
        if self.session.touched():
            self._is_touched = True
        elif self._is_touched:
            self.call_later(self.look)
        self._watch(_REST if self._is_touched else _LOOK)

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
