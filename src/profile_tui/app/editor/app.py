"""The application as it is started: what is done at its beginning and its end, and saving. Keys are commands."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import sys
from collections.abc import Awaitable
from typing import TYPE_CHECKING

from profile_tui.app.editor.drafts import DraftKeeper
from profile_tui.app.editor.navigation import Navigation
from profile_tui.app.editor.preferences import Preferences
from profile_tui.app.editor.previewing import Previewing
from profile_tui.app.editor.watching import Watching
from profile_tui.app.screens.command_screen import CommandScreen
from profile_tui.app.widgets.terminal_text import one_line
from profile_tui.text.catalogue import _

if TYPE_CHECKING:
    from textual.driver import Driver

    from profile_tui.app.screens.command_screen import Editor
    from profile_tui.app.session.session import Session


class ProfileApp(Navigation, DraftKeeper, Preferences, Previewing, Watching):
    """The editor of one page."""

    def __init__(self, session: Session, beside: str = "") -> None:
        """Make the editor of an open session; `beside` is the file that is shown above its page at first."""
        super().__init__(session)
        self._beside = beside

    def get_driver_class(self) -> type[Driver]:
        """Return what draws and reads keys: Textual's own, but left at once."""
        driver = super().get_driver_class()
        if os.environ.get("TEXTUAL_DRIVER"):
            return driver
        from profile_tui.app.editor.terminal import Terminal

        return Terminal

    def on_ready(self) -> None:
        """Once the first frame is out: what it did not need."""
        gc.freeze()
        gc.enable()
        self.read_stores()
        self.main.show_stores()
        self.main.show_counts()
        self._offer_draft()
        self.check_page()
        self.check_site()
        if self._beside:
            self.open_file(self._beside)
        self.type_ahead()
        if not self.is_headless:
            self.watch_files()
            loop = asyncio.get_running_loop()
            for number in (signal.SIGHUP, signal.SIGINT, signal.SIGTERM):
                loop.add_signal_handler(number, self._end, number)

    def _look_up(self) -> None:
        """See whether the terminal is still there, as not every one that goes sends a signal; then look at files."""
        if sys.__stdin__ is None or os.isatty(sys.__stdin__.fileno()):
            super()._look_up()
        else:
            self._end(signal.SIGHUP)

    def _end(self, number: signal.Signals) -> None:
        """Leave at once because the terminal or the system goes; what was typed stays in the draft."""
        self.keep_all()
        self.stop_server()
        if sys.__stderr__ is not None and os.isatty(sys.__stderr__.fileno()):
            self.exit(return_code=128 + number)
        else:  # the terminal is gone: there is nothing to put in order, and a last picture would be waited for in vain
            signal.signal(number, signal.SIG_DFL)
            os.kill(os.getpid(), number)

    async def action_quit(self) -> None:
        """Leave, from wherever one is, after asking where something waits."""
        waited = self.leave()
        if waited is not None:
            await waited

    def leave(self) -> Awaitable[object] | None:
        """Leave; where changes wait, ask what to do with them."""
        if isinstance(self.screen, CommandScreen):
            self.screen.keep_typed()
        if self.session.workspace.dirty:
            from profile_tui.app.screens.quit import QuitScreen

            if isinstance(self.screen, QuitScreen):
                return None
            return self.push_screen(QuitScreen(self.session.workspace.steps), self._leave_answered)
        self.exit()
        return None

    def _leave_answered(self, answer: str | None) -> None:
        """Do what was answered."""
        if answer == "save":
            self.save(leaving=True)
        elif answer == "keep":
            self.exit()
        elif answer == "discard":
            self.session.drafts.discard()
            self.exit()

    def save(self, *, leaving: bool = False) -> Awaitable[object]:
        """Show the diff of all that waits; enter saves it."""
        from profile_tui.app.screens.diff import DiffScreen

        return self.push_screen(DiffScreen(), self._left_after_save if leaving else self._saved)

    def _saved(self, saved: bool | None) -> None:
        """Show that nothing waits any more."""
        if saved:
            self.main.say(_("Saved. P publishes it.") if self.session.branch else _("Saved."))
            self.main.show_page()
            self.changed()
            self.check_site()

    def take_disk(self) -> bool:
        """Reload changed files; unsaved changes go on top where that is possible.

        Returns:
            Whether they could be read.
        """
        from profile_tui.text.errors import AppError

        try:
            dirty, deleted = self.session.workspace.dirty, self.session.deleted()
            on_top = self.session.take_disk()
        except AppError as error:
            self.main.say(str(error), wrong=True)
            return False
        self.main.after_change()
        if on_top and deleted:
            names = ", ".join(map(one_line, deleted))
            self.main.say(_("{names}: gone from the disk. ctrl+s writes it anew.").format(names=names))
        elif not dirty:
            self.main.say(_("Reloaded from disk."))
        elif on_top:
            self.main.say(_("Reloaded from disk; your changes are on top."))
        else:
            self.clear_notifications()  # what told of the change is answered, and would cover the choice
            self.call_after_refresh(self._choose)
        return True

    def _choose(self) -> None:
        """Have the user choose, file by file, where both changed the same lines."""
        from profile_tui.app.screens.conflict import ConflictScreen

        if not self.session.conflicts:
            return
        document, pieces = self.session.conflicts.pop(0)

        def answered(data: bytes | None) -> None:
            if data is not None and data != document.data:
                document.replace(data, _("Your changes"))
                self.main.after_change()
            elif data is None:
                self.main.say(_("The other program's lines are there; ctrl+r puts yours in their place."))
            self._choose()

        self.push_screen(ConflictScreen(document.name, pieces), answered)

    def _left_after_save(self, saved: bool | None) -> None:
        """Leave, if all is saved."""
        if saved:
            self.keep_draft()
            self.exit()


if TYPE_CHECKING:
    _is_editor: type[Editor] = ProfileApp  # has all that screens ask of the application
