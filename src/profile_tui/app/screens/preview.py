"""What the server of the site says, and the question whether it may be started."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from profile_tui.app.keys.registry import bindings
from profile_tui.app.screens.command_screen import CommandScreen, title
from profile_tui.app.screens.menu_screen import MenuScreen
from profile_tui.app.widgets.bars import Footer, TitleBar
from profile_tui.app.widgets.source import SourceLine, SourceView
from profile_tui.app.widgets.terminal_text import one_line
from profile_tui.text.catalogue import _

if TYPE_CHECKING:
    from profile_tui.workspace.preview.server import SiteServer

_EVERY = 0.5
"""Seconds between two words of how long it has been building."""


class RunScreen(MenuScreen[bool | None]):
    """Asks whether the site's own code may be run."""

    CONTEXT = "run_site"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("run_site")]

    def __init__(self, words: str) -> None:
        """Make the question about a command."""
        message = _(
            "To show the site as it will be, {command} is run. That runs code that the repository names: its gems and "
            "plugins. Only do so with a site that you trust.\nWhat is built goes to a temporary folder."
        )
        super().__init__(_("Run the site's own generator?"), message.format(command=words))


class PreviewScreen(CommandScreen[None]):
    """The server's log, with what it does now above it."""

    CONTEXT = "preview"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("preview")]
    DEFAULT_CSS = """
    PreviewScreen {
        SourceView { border: round $border; }
        #status { height: auto; padding: 0 1; text-style: bold; &.-wrong { color: $text-error; } }
        #note { height: auto; padding: 0 1; }
    }
    """

    def __init__(self, server: SiteServer, address: Callable[[], str]) -> None:
        """Make the screen of a server.

        Args:
            server: The server.
            address: Gives the address of the page that one is at.
        """
        super().__init__()
        self.server = server
        self._address = address
        self._began = monotonic()
        self._was_building = False

    def compose(self) -> ComposeResult:
        """Return what it does, the log and the footer."""
        yield TitleBar(self.session)
        yield Static(id="status", markup=False)
        yield Static(id="note", markup=False)
        yield SourceView()
        yield Footer(self.offered, self.run_command)

    def on_mount(self) -> None:
        """Show the log."""
        self.set_focus(self.query_one(SourceView))
        self.query_one(SourceView).border_title = title(_("what Jekyll says"))
        self.set_interval(_EVERY, self._show_status)
        self.show()

    def show(self) -> None:
        """Show what was said meanwhile."""
        view = self.query_one(SourceView)
        view.show([SourceLine(line) for line in self.server.lines], top=False)
        view.scroll_end(animate=False)
        self._show_status()
        self.refresh_footer()

    def _show_status(self) -> None:
        """Show what it does now."""
        server = self.server
        if server.building and not self._was_building:
            self._began = monotonic()
        self._was_building = server.building
        status = self.query_one("#status", Static)
        status.update(one_line(self._status()))
        status.set_class(bool(server.wrong) or server.code is not None, "-wrong")
        unsaved = self.session.workspace.dirty
        note = _("Unsaved changes are not in it; save them, and it builds again.") if unsaved else ""
        self.query_one("#note", Static).update(note)
        self.query_one("#note").display = bool(note)

    def _status(self) -> str:
        """Return what it does now, in words."""
        server = self.server
        if server.code is not None:
            return _("It ended with code {code}; what it said is below.").format(code=server.code)
        if server.wrong:
            return _("The site does not build: {complaint}").format(complaint=server.wrong)
        if server.building or not server.is_ready:
            return _("Building… {seconds} s").format(seconds=int(monotonic() - self._began))
        address = self._address()
        return _("Built in {seconds} s, and shown at {address}").format(seconds=server.seconds, address=address)
