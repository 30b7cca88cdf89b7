"""What goes on beside the keys: reading stores, looking for problems, asking git, noticing other programs."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from time import monotonic, sleep
from typing import TYPE_CHECKING

from textual import events
from textual.worker import get_current_worker

from profile_tui.app.editor.base import EditorBase
from profile_tui.app.session.store_reader import StoreReader, StoresRead
from profile_tui.app.widgets.bars import TitleBar
from profile_tui.app.widgets.terminal_text import one_line
from profile_tui.text.catalogue import _, counting

if TYPE_CHECKING:
    from profile_tui.content.page.page import Page
    from profile_tui.site.problem import Problem
    from profile_tui.workspace.git.state import GitState

_REST = 0.0005
"""Seconds between two files that are looked at, in which a key gets the whole processor."""
_LONG = 100_000
"""From how many characters on looking at a page holds up the keys that follow a change of it."""
_PAUSE = 0.5
"""Seconds without a key after which it is looked at: as long as one key follows another, they have the processor."""
_LOOK_UP = 0.05
"""Seconds between two looks at whether they do."""


class Background(EditorBase):
    """Works in threads that only read; what they find is shown from the application's own."""

    _disk_reported = False
    _key_at = 0.0
    """When the last key was pressed, by the clock of `monotonic`."""

    async def on_event(self, event: events.Event) -> None:
        """Note when keys are pressed."""
        if isinstance(event, events.Key):
            self._key_at = monotonic()
        await super().on_event(event)

    def read_stores(self) -> None:
        """Read the stores, the shown kind's first; small ones are there before that."""
        home = self.home.session
        home.started = True
        home.store_reader = StoreReader(home.stores())
        if not home.read:
            self.run_worker(self._read_stores, thread=True, exclusive=True, group="read")

    def _read_stores(self) -> None:
        """What `read_stores` does in its thread."""
        reading, worker = self.home.session.store_reader, get_current_worker()
        assert reading is not None
        gc.disable()  # with every thousand of files, a collection would hold up the keys for longer
        try:
            reading.run(lambda: worker.is_cancelled, lambda: self.post_message(StoresRead()))
        finally:
            gc.freeze()
            gc.enable()

    def on_stores_read(self, message: StoresRead) -> None:
        """Show how far it is."""
        self.main.show_reading()
        if self.home.session.read:
            self.check_site()

    def check_site(self) -> None:
        """Look for problems in the other files of the site, as the disk has them, beside the keys."""
        if self.home.session.target.site is not None and self.home.session.read:
            self.run_worker(self._check_site, thread=True, exclusive=True, group="site")

    def _check_site(self) -> None:
        """What `check_site` does in its thread; it only reads."""
        worker = get_current_worker()

        def stopped() -> bool:
            sleep(_REST)
            return worker.is_cancelled

        problems = self.home.session.find_beyond(stopped)
        if self.is_running and not worker.is_cancelled:
            self.call_from_thread(self._show_site_problems, problems)

    def _show_site_problems(self, problems: list[Problem]) -> None:
        """Show what was found."""
        self.home.session.beyond = problems
        self.main.show_findings()

    def check_page(self) -> None:
        """Look for problems and ask git, beside the keys."""
        self.run_worker(self._check_page, thread=True, exclusive=True, group="page")

    def _check_page(self) -> None:
        """What `check_page` does in its thread; it only reads."""
        from profile_tui.workspace.git.state import state as git_state

        page, worker = self.session.page, get_current_worker()
        is_long = len(page.text) > _LONG

        def stopped() -> bool:
            while is_long and not worker.is_cancelled and monotonic() - self._key_at < _PAUSE:
                sleep(_LOOK_UP)
            return worker.is_cancelled

        if stopped():
            return
        state = git_state(self.home.session.document.path)
        problems = self.session.find_problems(page, stopped)
        if self.is_running and not worker.is_cancelled:
            self.call_from_thread(self._show_problems, page, problems, state)

    def _show_problems(self, page: Page, problems: list[Problem], state: GitState | None) -> None:
        """Show what was found, if the page is still that one."""
        if page is not self.session.page:
            return
        self.session.problems = problems
        self.session.branch = _branch(state)
        self.main.show_findings()
        for bar in self.screen.query(TitleBar):  # of a screen above, as that of publishing
            bar.look_again()

    def on_app_focus(self, event: events.AppFocus) -> None:
        """Tell where another program changed a file meanwhile; the files of stores are looked at beside the keys."""
        changed = self.session.changed_on_disk()
        if changed or not self.session.stores():
            self._report_disk([_("this file")] if changed else [])
        else:
            self.run_worker(self._check_stores, thread=True, exclusive=True, group="stores")

    def _check_stores(self) -> None:
        """Look at the files of stores; in a thread."""
        names = [one_line(self.session.name_of(path)) for path in self.session.outdated()]
        if self.is_running:
            self.call_from_thread(self._report_disk, names)

    def _report_disk(self, changed: Sequence[str]) -> None:
        """Tell once that something changed on disk."""
        if changed and not self._disk_reported:
            what = changed[0]
            if more := len(changed) - 1:
                others = counting("{count} other file", "{count} other files", more)
                what = _("{name} and {others}").format(name=what, others=others)
            if self.session.deleted():
                message = _("Another program deleted or renamed {what}. Press r, then save: it is written anew.")
            elif self.session.workspace.dirty:
                message = _("Another program changed {what}. Press r to reload and put your changes on top.")
            else:
                message = _("Another program changed {what}. Press r to reload.")
            self.main.say(message.format(what=what), wrong=True)
        self._disk_reported = bool(changed)


def _branch(state: GitState | None) -> str:
    """Return the branch and its state, as the header shows it."""
    if state is None:
        return ""
    ahead = f" ↑{state.ahead}" if state.ahead else ""
    behind = f" ↓{state.behind}" if state.behind else ""
    return f"{state.branch or _('no branch')}{ahead}{behind} {'✓' if state.clean else '±'}"
