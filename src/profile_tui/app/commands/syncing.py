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
    from profile_tui.app.screens.take import TakeScreen


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
    """Ask for the list; then show what the ticked papers change, or open the form of the highlighted one."""

    id = "sync.take"
    context = "sync"
    keys = "enter"
    footer = _("Take")
    group = Group.PURPOSE

    def run(self, screen: SyncScreen) -> None:
        """Take it."""
        screen.choose()


class _Tick(Command["SyncScreen"]):
    """Ticks papers."""

    def disabled_reason(self, screen: SyncScreen) -> str | None:
        """There must be some."""
        return None if screen.has_papers else _("Press enter to ask for the list.")


@register
class TickPaper(_Tick):
    """Tick or untick the highlighted paper."""

    id = "sync.tick"
    context = "sync"
    keys = "space"
    footer = _("Tick")
    title = _("Tick the paper")
    group = Group.CHANGE

    def run(self, screen: SyncScreen) -> None:
        """Tick it."""
        screen.tick()


@register
class TickAll(_Tick):
    """Tick or untick all papers."""

    id = "sync.all"
    context = "sync"
    keys = "ctrl+t"
    footer = _("All")
    title = _("Tick all papers")
    group = Group.CHANGE

    def run(self, screen: SyncScreen) -> None:
        """Tick them."""
        screen.tick_all()


@register
class ApplyPapers(Command["TakeScreen"]):
    """Apply it, as one step; ctrl+s on the main screen saves."""

    id = "take.apply"
    context = "take"
    keys = "enter,ctrl+s"
    footer = _("Apply")
    title = _("Apply")
    group = Group.PURPOSE

    def disabled_reason(self, screen: TakeScreen) -> str | None:
        """There must be something to do."""
        return None if screen.diff else _("Nothing would change.")

    def run(self, screen: TakeScreen) -> None:
        """Apply it."""
        screen.dismiss(True)


@register
class LeavePapers(Command["TakeScreen"]):
    """Go back; nothing is done."""

    id = "take.back"
    context = "take"
    keys = "escape,q"
    footer = _("Back")
    title = _("Back")
    group = Group.BACK

    def run(self, screen: TakeScreen) -> None:
        """Go back."""
        screen.dismiss(False)


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
