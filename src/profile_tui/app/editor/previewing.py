"""The server that shows the site as it will be: it is started when asked for, and ends with the program."""

from __future__ import annotations

import os
import sys
from collections.abc import Awaitable
from typing import TYPE_CHECKING

from textual.message import Message

from profile_tui.app.editor.background import Background
from profile_tui.text.catalogue import _
from profile_tui.text.errors import AppError

if TYPE_CHECKING:
    from profile_tui.workspace.preview.server import SiteServer

_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER")
"""Variables of which one is set where a browser can be opened beside the terminal."""


class ServerTold(Message):
    """The server said something."""

    def can_replace(self, message: Message) -> bool:
        """Only the last of several counts."""
        return isinstance(message, ServerTold)


class Previewing(Background):
    """Starts the site's own generator, and shows what comes of it.

    Attributes:
        server: The server; None where none was started.
    """

    server: SiteServer | None = None
    _shown = ""
    _has_asked = False

    def preview(self) -> Awaitable[object] | None:
        """Show the server; where none runs, ask whether to start it."""
        from profile_tui.app.screens.preview import PreviewScreen, RunScreen
        from profile_tui.workspace.preview.server import command

        root = self.home.session.target.root
        if root is None:
            return None
        if self.server is not None and self.server.code is None:
            return self.push_screen(PreviewScreen(self.server, self.page_address))
        try:
            words = command(root)
        except AppError as error:
            self.main.say(error.message, wrong=True)
            return None
        if self._has_asked:
            return self._start_server()
        return self.push_screen(RunScreen(" ".join(words)), self._answered)

    def _answered(self, run: bool | None) -> None:
        """Start it, if the user wants that."""
        if run:
            self._has_asked = True
            self._start_server()

    def _start_server(self) -> Awaitable[object] | None:
        """Start the server, and show what it says."""
        from profile_tui.app.screens.preview import PreviewScreen
        from profile_tui.workspace.preview.server import SiteServer

        root = self.home.session.target.root
        assert root is not None
        self._shown = ""
        self.stop_server()  # what an earlier one left
        try:
            self.server = SiteServer(root, lambda: self.post_message(ServerTold()))
        except AppError as error:
            self.main.say(error.message, wrong=True)
            return None
        return self.push_screen(PreviewScreen(self.server, self.page_address))

    def page_address(self) -> str:
        """Return the address of the page that one is at."""
        session = self.main.session
        header = session.page.front_matter
        permalink = ""
        if header is not None:
            from profile_tui.markup.yaml.document import YamlDocument

            try:
                value = YamlDocument.read(session.page.text, header.yaml, first_line=2).data
            except AppError:
                value = {}
            permalink = str(value.get("permalink") or "") if isinstance(value, dict) else ""
        if self.server is None:
            return ""
        home = "/" if session.home is None else ""
        return self.server.page(permalink or home, session.document.path.stem)

    def on_server_told(self) -> None:
        """Show what it said; once the site is ready, open the page in the browser."""
        from profile_tui.app.screens.preview import PreviewScreen

        server = self.server
        if server is None:
            return
        if isinstance(self.screen, PreviewScreen):
            self.screen.show()
        if server.is_ready and not self._shown:
            self._shown = server.address
            self.open_page()

    def open_page(self) -> None:
        """Open the page that one is at in the browser, where one can be seen."""
        address = self.page_address()
        if sys.platform in ("darwin", "win32") or any(map(os.environ.get, _SCREENS)):
            self.open_url(address)
            self.main.say(_("Opened {address}").format(address=address))
        else:
            self.main.say(_("No browser can be opened from here; the page is at {address}").format(address=address))

    def stop_server(self) -> None:
        """End the server."""
        if self.server is not None:
            self.server.stop()

    def on_unmount(self) -> None:
        """The server ends with the program."""
        self.stop_server()
