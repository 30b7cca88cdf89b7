"""Looking at the site as it will be."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import TYPE_CHECKING

from profile_tui.app.keys.command import Command, Group
from profile_tui.app.keys.registry import register
from profile_tui.text.catalogue import _

if TYPE_CHECKING:
    from profile_tui.app.screens.main import MainScreen
    from profile_tui.app.screens.preview import PreviewScreen, RunScreen


@register
class Preview(Command["MainScreen"]):
    """Show the site as it will be: run its own Jekyll, after asking, and open the page in the browser."""

    id = "preview"
    keys = "ctrl+g"
    title = _("Preview the site in the browser")
    group = Group.SHOW

    def disabled_reason(self, screen: MainScreen) -> str | None:
        """Return that there is nothing that Jekyll could build."""
        site = screen.session.target.site
        if site is None:
            return _("This page isn't in a Jekyll site, so there is nothing to build.")
        return _("A program other than Jekyll builds this site.") if site.has_other_generator else None

    def run(self, screen: MainScreen) -> Awaitable[object] | None:
        """Start it, or show what it says."""
        return screen.editor.preview()


@register
class RunSite(Command["RunScreen"]):
    """Run it, and stop it when this program ends."""

    id = "run_site.run"
    context = "run_site"
    keys = "r"
    title = _("Run")
    group = Group.PURPOSE

    def run(self, screen: RunScreen) -> None:
        """Answer so."""
        screen.dismiss(True)


@register
class LeaveSite(Command["RunScreen"]):
    """Nothing is run."""

    id = "run_site.leave"
    context = "run_site"
    keys = "escape,q"
    title = _("Don't run")
    group = Group.PURPOSE

    def run(self, screen: RunScreen) -> None:
        """Answer so."""
        screen.dismiss(False)


@register
class OpenPage(Command["PreviewScreen"]):
    """Open the page in the browser."""

    id = "preview.open"
    context = "preview"
    keys = "enter,o"
    title = _("Open the page in the browser")
    footer = _("Open")
    group = Group.PURPOSE

    def disabled_reason(self, screen: PreviewScreen) -> str | None:
        """Return that it is not built yet."""
        return None if screen.server.is_ready else _("The site is not built yet.")

    def run(self, screen: PreviewScreen) -> None:
        """Open it."""
        screen.editor.open_page()


@register
class StopServer(Command["PreviewScreen"]):
    """Stop the server; it also stops when you quit."""

    id = "preview.stop"
    context = "preview"
    keys = "x"
    title = _("Stop the server")
    footer = _("Stop")
    group = Group.CHANGE

    def disabled_reason(self, screen: PreviewScreen) -> str | None:
        """Return that it does not run any more."""
        return None if screen.server.code is None else _("It isn't running any more.")

    def run(self, screen: PreviewScreen) -> None:
        """Stop it."""
        screen.editor.stop_server()
        screen.dismiss(None)


@register
class LeavePreview(Command["PreviewScreen"]):
    """Go back; the server goes on, and ctrl+g shows it again."""

    id = "preview.back"
    context = "preview"
    keys = "escape,q,ctrl+g"
    title = _("Back")
    footer = _("Back")
    group = Group.BACK

    def run(self, screen: PreviewScreen) -> None:
        """Go back."""
        screen.dismiss(None)
