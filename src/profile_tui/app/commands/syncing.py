"""The papers of an author, looked up when asked."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import TYPE_CHECKING

from profile_tui.app.keys.command import Command, Group
from profile_tui.app.keys.registry import register
from profile_tui.text.catalogue import _

if TYPE_CHECKING:
    from profile_tui.app.screens.main import MainScreen
    from profile_tui.app.screens.sync import SyncScreen


@register
class Sync(Command["MainScreen"]):
    """List your papers at ORCID or DBLP that are missing here, or here as a preprint only."""

    id = "publications.sync"
    title = _("Compare with your papers at ORCID or DBLP")
    group = Group.FIND

    def run(self, screen: MainScreen) -> Awaitable[object]:
        """Ask whose papers."""
        return screen.sync()


@register
class TakePaper(Command["SyncScreen"]):
    """Ask for the list; then open the form with the highlighted paper."""

    id = "sync.take"
    context = "sync"
    keys = "enter"
    footer = _("Take")
    group = Group.PURPOSE

    def run(self, screen: SyncScreen) -> None:
        """Take it."""
        screen.choose()


@register
class LeaveSync(Command["SyncScreen"]):
    """Close."""

    id = "sync.leave"
    context = "sync"
    keys = "escape"
    footer = _("Back")
    group = Group.BACK

    def run(self, screen: SyncScreen) -> None:
        """Leave."""
        screen.dismiss(None)
