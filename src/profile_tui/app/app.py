"""The application: it owns the session and the screens, and keeps drafts. What keys do is in the commands."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import sys
from collections.abc import Awaitable, Iterable, Sequence
from time import sleep
from typing import TYPE_CHECKING, Any

from textual import events
from textual.app import App, SystemCommand
from textual.command import CommandPalette
from textual.screen import Screen
from textual.theme import ThemeProvider
from textual.worker import get_current_worker

from profile_tui.app.commands import commands
from profile_tui.app.kept import KeptForms
from profile_tui.app.reading import Reading, StoresRead
from profile_tui.app.screens.base import CommandScreen
from profile_tui.app.screens.main import MainScreen
from profile_tui.app.screens.palette import Palette
from profile_tui.app.session import Session
from profile_tui.app.shown import one_line, plural
from profile_tui.app.widgets.colors import readable

if TYPE_CHECKING:
    from profile_tui.content.page.page import Page
    from profile_tui.site.problem import Problem
    from profile_tui.workspace.document import Document
    from profile_tui.workspace.drafts import Draft
    from profile_tui.workspace.git.state import GitState

_REST = 0.0005
"""Seconds between two files that are looked at, in which a key gets the whole processor."""


class ProfileApp(App[None]):
    """The editor of one page."""

    TITLE = "profile-tui"
    # Textual declares it as no class variable.
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-normal"), (120, "-wide")]  # noqa: RUF012

    def __init__(self, session: Session) -> None:
        """An editor of an open session."""
        super().__init__()
        self.home = MainScreen(session)
        self._told_of_draft = ""
        self._told_of_disk = False

    @property
    def main(self) -> MainScreen:
        """The screen of the file that one looks at: the home page, or another file above it."""
        return next((screen for screen in reversed(self.screen_stack) if isinstance(screen, MainScreen)), self.home)

    @property
    def session(self) -> Session:
        """The session of that file."""
        return self.main.session

    def get_default_screen(self) -> Screen[Any]:
        """The main screen is the only one there from the start."""
        return self.home

    def get_css_variables(self) -> dict[str, str]:
        """Return the theme's colours, those of text so that it can be read."""
        return readable(super().get_css_variables())

    def on_ready(self) -> None:
        """Once the first frame is out: what it did not need."""
        gc.freeze()
        gc.enable()
        self.read_stores()
        self.main.show_stores()
        self.main.show_counts()
        self._offer_draft()
        self.look()
        self.look_around()
        if not self.is_headless:
            loop = asyncio.get_running_loop()
            for number in (signal.SIGHUP, signal.SIGINT, signal.SIGTERM):
                loop.add_signal_handler(number, self._end, number)

    # Drafts

    def _end(self, number: signal.Signals) -> None:
        """Leaves at once because the terminal or the system goes; what was typed stays in the draft."""
        if isinstance(self.screen, CommandScreen):
            self.screen.keep_typed()
        if sys.__stderr__ is not None and os.isatty(sys.__stderr__.fileno()):
            self.exit(return_code=128 + number)
        else:  # the terminal is gone: there is nothing to put in order, and a last picture would be waited for in vain
            signal.signal(number, signal.SIG_DFL)
            os.kill(os.getpid(), number)

    def on_unmount(self) -> None:
        """Leaves the drafts to the next editor."""
        self.home.session.drafts.close()

    def changed(self) -> None:
        """Called after every change: keeps the draft and looks for problems anew."""
        self.keep_draft()
        self.look()

    def keep_draft(self) -> None:
        """Keeps what is unsaved; tells once why that cannot be done."""
        complaint = self.session.keep_draft()
        if complaint and complaint != self._told_of_draft:
            self.main.say(complaint, wrong=True)
        self._told_of_draft = complaint

    def _offer_draft(self) -> None:
        """Offers what an earlier run left unsaved; tells of another editor, and of what was interrupted."""
        elsewhere = self.session.open_drafts()
        found, complaints = self.session.left_drafts()
        self._take_forms([(document, draft) for document, draft in found if draft.data is None])
        if elsewhere:
            self.tell("Another profile-tui has this site open. Each keeps its own draft; save in one before the other.")
        for said in (*self.session.notes, *complaints):
            self.tell(said)
        found = [(document, draft) for document, draft in found if draft.data is not None]
        for document, draft in found:
            if draft.restored(document).data == document.data:  # all of it is in the file by now
                draft.discard()
        if found := [pair for pair in found if pair[1].kept.exists()]:
            from profile_tui.app.screens.draft import DraftScreen

            self.push_screen(DraftScreen(found), lambda restore: self._draft_answered(found, bool(restore)))

    def tell(self, message: str) -> None:
        """Tells something that must not be overlooked, beside what else is told."""
        self.notify(one_line(message), severity="warning", timeout=20, markup=False)

    def _draft_answered(self, found: list[tuple[Document, Draft]], restore: bool) -> None:
        """Brings unsaved work back, as steps that can be undone; or throws it away."""
        if restore:
            for document, draft in found:
                draft.resume(document)
        self._take_forms(found)
        if restore:
            self.main.after_change()
        if not self._told_of_draft:
            for _, draft in found:
                draft.discard()

    def _take_forms(self, found: list[tuple[Document, Draft]]) -> None:
        """Takes over what was typed into forms."""
        forms = self.session.forms
        taken = [
            kept for document, draft in found for kept in forms.setdefault(document.path, KeptForms()).take(draft.forms)
        ]
        self.keep_draft()
        if not self._told_of_draft:
            for _, draft in found:
                if draft.data is None:
                    draft.discard()
        if taken:
            more = f" and {plural(len(taken) - 1, 'other')}" if len(taken) > 1 else ""
            self.main.say(f'There is an unfinished form: "{taken[-1].title}"{more}. Open it again to go on.')

    # Other files of the repository

    def jump(self, *, only_new: bool = False) -> Awaitable[object]:
        """Asks which file to go to, or with `only_new` what to create."""
        from profile_tui.app import jumping

        return jumping.jump(self, only_new=only_new)

    def open_file(self, name: str) -> None:
        """Shows a file, by its path in the repository."""
        from profile_tui.app import jumping

        jumping.open_file(self, name)

    def leave_file(self) -> None:
        """Goes back to the page."""
        from profile_tui.app import jumping

        jumping.leave_file(self)

    def main_changed(self) -> None:
        """Shows what a step back or forth made; a file that it took away gives way to the page."""
        if self.session.gone and self.session.home:
            self.leave_file()
        self.main.after_change()

    # What goes on beside the keys

    def read_stores(self) -> None:
        """Reads the stores, the shown kind's first; small ones are there before that."""
        self.session.started = True
        self.session.reading = Reading(self.session.stores())
        if not self.session.read:
            self.run_worker(self._read_stores, thread=True, exclusive=True, group="read")

    def _read_stores(self) -> None:
        """What `read_stores` does in its thread."""
        reading, worker = self.session.reading, get_current_worker()
        assert reading is not None
        gc.disable()  # with every thousand of files, a collection would hold up the keys for longer
        try:
            reading.run(lambda: worker.is_cancelled, lambda: self.post_message(StoresRead()))
        finally:
            gc.freeze()
            gc.enable()

    def on_stores_read(self, message: StoresRead) -> None:
        """Shows how far it is."""
        self.main.show_reading()
        if self.home.session.read:
            self.look_around()

    def look_around(self) -> None:
        """Looks for problems in the other files of the site, as the disk has them, beside the keys."""
        if self.home.session.place.site is not None and self.home.session.read:
            self.run_worker(self._look_around, thread=True, exclusive=True, group="around")

    def _look_around(self) -> None:
        """What `look_around` does in its thread; it only reads."""
        worker = get_current_worker()

        def stopped() -> bool:
            sleep(_REST)
            return worker.is_cancelled

        found = self.home.session.find_beyond(stopped)
        if self.is_running and not worker.is_cancelled:
            self.call_from_thread(self._looked_around, found)

    def _looked_around(self, found: list[Problem]) -> None:
        """Shows what was found."""
        self.home.session.beyond = found
        self.main.show_findings()

    def look(self) -> None:
        """Looks for problems and asks git, beside the keys."""
        self.run_worker(self._look, thread=True, exclusive=True, group="look")

    def _look(self) -> None:
        """What `look` does in its thread; it only reads."""
        from profile_tui.workspace.git.state import state as git_state

        page = self.session.page
        state = git_state(self.home.session.document.path)
        found = self.session.find_problems(page)
        if self.is_running:
            self.call_from_thread(self._looked, page, found, state)

    def _looked(self, page: Page, found: list[Problem], state: GitState | None) -> None:
        """Shows what was found, if the page is still that one."""
        if page is not self.session.page:
            return
        self.session.problems = found
        self.session.branch = _branch(state)
        self.main.show_findings()

    def on_app_focus(self, event: events.AppFocus) -> None:
        """Tells where another program changed a file meanwhile; the files of stores are looked at beside the keys."""
        changed = self.session.changed_on_disk()
        if changed or not self.session.stores():
            self._tell_of_disk(["The file"] if changed else [])
        else:
            self.run_worker(self._look_at_stores, thread=True, exclusive=True, group="stores")

    def _look_at_stores(self) -> None:
        """Looks at the files of stores; in a thread."""
        names = [one_line(self.session.name_of(path)) for path in self.session.outdated()]
        if self.is_running:
            self.call_from_thread(self._tell_of_disk, names)

    def _tell_of_disk(self, changed: Sequence[str]) -> None:
        """Tells once that something changed on disk."""
        if changed and not self._told_of_disk:
            reload = "a save will be refused" if self.session.workspace.dirty else "r reads it again"
            what = changed[0] if len(changed) == 1 else f"{changed[0]} and {plural(len(changed) - 1, 'other file')}"
            self.main.say(f"{what} changed on disk; {reload}.", wrong=True)
        self._told_of_disk = bool(changed)

    # Commands

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """The palette: what can be done now on this screen, and Textual's themes."""
        if isinstance(screen, CommandScreen):
            offered = set(screen.offered())
            for one in commands(screen.CONTEXT):
                if one.title and one.id in offered:
                    key = f" Key: {one.key_names[0]}" if one.keys else ""
                    yield SystemCommand(one.title, one.help + key, _runner(screen, one.id))
        yield SystemCommand("Choose a theme", "Changes the colours.", self.action_change_theme)

    def action_command_palette(self) -> None:
        """Open the palette."""
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(Palette(id="--command-palette"))

    def search_themes(self) -> None:
        """Open the palette with the themes; the one that is highlighted is shown."""
        self.push_screen(Palette(providers=[ThemeProvider], placeholder="Search for themes…"))

    def on_key(self, event: events.Key) -> None:
        """Brings keys that were typed while a screen opened to the field that it gives the cursor to.

        They were sent to the screen before, which had no use for them; a field itself lets no character through.
        """
        focused = self.focused
        if event.is_printable and focused is not None and focused.check_consume_key(event.key, event.character):
            event.stop()
            event.prevent_default()
            focused.post_message(events.Key(event.key, event.character))

    async def action_quit(self) -> None:
        """Leaves, from wherever one is, after asking where something waits."""
        waited = self.leave()
        if waited is not None:
            await waited

    def leave(self) -> Awaitable[object] | None:
        """Leaves; where changes wait, asks what to do with them."""
        from profile_tui.app.screens.quit import QuitScreen

        if isinstance(self.screen, QuitScreen):
            return None
        if isinstance(self.screen, CommandScreen):
            self.screen.keep_typed()
        if self.session.workspace.dirty:
            return self.push_screen(QuitScreen(self.session.workspace.steps), self._leave_answered)
        self.exit()
        return None

    def _leave_answered(self, answer: str | None) -> None:
        """Does what was answered."""
        if answer == "save":
            self.save(leaving=True)
        elif answer == "keep":
            self.exit()
        elif answer == "discard":
            self.session.drafts.discard()
            self.exit()

    def save(self, *, leaving: bool = False) -> Awaitable[object]:
        """Shows the diff of all that waits; enter saves it."""
        from profile_tui.app.screens.diff import DiffScreen

        return self.push_screen(DiffScreen(), self._left_after_save if leaving else self._saved)

    def _saved(self, saved: bool | None) -> None:
        """Shows that nothing waits any more."""
        if saved:
            self.main.say("Saved.")
            self.main.show_page()
            self.changed()
            self.look_around()

    def take_disk(self) -> bool:
        """Reads changed files again although changes wait; those go on top where that is possible.

        Returns:
            Whether they could be read.
        """
        from profile_tui.text.errors import AppError

        try:
            on_top = self.session.take_disk()
        except AppError as error:
            self.main.say(str(error), wrong=True)
            return False
        self.main.after_change()
        said = "your changes are on top" if on_top else "u twice brings your changes back"
        self.main.say(f"Read again from disk; {said}.")
        return True

    def _left_after_save(self, saved: bool | None) -> None:
        """Leaves, if all is saved."""
        if saved:
            self.keep_draft()
            self.exit()


def _runner(screen: CommandScreen[Any], name: str) -> Any:  # noqa: ANN401 - a callback as the palette wants it
    """What a line of the palette does."""
    return lambda: screen.run_command(name)


def _branch(state: GitState | None) -> str:
    """The branch and its state, as the header shows it."""
    if state is None:
        return ""
    ahead = f" ↑{state.ahead}" if state.ahead else ""
    behind = f" ↓{state.behind}" if state.behind else ""
    return f"{state.branch or 'no branch'}{ahead}{behind} {'✓' if state.clean else '±'}"
