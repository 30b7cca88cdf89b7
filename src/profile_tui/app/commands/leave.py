"""Leaving, and what is asked on the way."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import TYPE_CHECKING

from profile_tui.app.keys.command import Command, Group
from profile_tui.app.keys.registry import register
from profile_tui.text.catalogue import _

if TYPE_CHECKING:
    from profile_tui.app.screens.draft import DraftScreen
    from profile_tui.app.screens.main import MainScreen
    from profile_tui.app.screens.quit import QuitScreen


@register
class Quit(Command["MainScreen"]):
    """Quit; you can save unsaved changes, keep them as a draft, or discard them."""

    id = "quit"
    keys = "q"
    title = _("Quit")
    footer = _("Quit")
    group = Group.QUIT

    def run(self, screen: MainScreen) -> Awaitable[object] | None:
        """Leave."""
        return screen.editor.leave()


@register
class SaveAndQuit(Command["QuitScreen"]):
    """Review the changes; enter saves them."""

    id = "quit.save"
    context = "quit"
    keys = "s,ctrl+s"
    title = _("Save")
    group = Group.PURPOSE

    def run(self, screen: QuitScreen) -> None:
        """Answer so."""
        screen.dismiss("save")


@register
class KeepAndQuit(Command["QuitScreen"]):
    """The next start offers the changes again."""

    id = "quit.keep"
    context = "quit"
    keys = "k"
    priority = True  # in a list, it would go up
    title = _("Keep a draft")
    group = Group.PURPOSE

    def run(self, screen: QuitScreen) -> None:
        """Answer so."""
        screen.dismiss("keep")


@register
class DiscardAndQuit(Command["QuitScreen"]):
    """The file stays as it is on disk; the changes are lost."""

    id = "quit.discard"
    context = "quit"
    keys = "d"
    title = _("Discard")
    group = Group.PURPOSE

    def run(self, screen: QuitScreen) -> None:
        """Answer so."""
        screen.dismiss("discard")


@register
class Stay(Command["QuitScreen"]):
    """Go back to the page."""

    id = "quit.stay"
    context = "quit"
    keys = "escape,q"
    title = _("Stay")
    group = Group.PURPOSE

    def run(self, screen: QuitScreen) -> None:
        """Answer so."""
        screen.dismiss(None)


@register
class RestoreDraft(Command["DraftScreen"]):
    """Bring the changes back; each can be undone."""

    id = "draft.restore"
    context = "draft"
    keys = "r"
    title = _("Restore")
    group = Group.PURPOSE

    def run(self, screen: DraftScreen) -> None:
        """Answer so."""
        screen.dismiss(True)


@register
class DiscardDraft(Command["DraftScreen"]):
    """Delete the draft, and open the file as it is on disk."""

    id = "draft.discard"
    context = "draft"
    keys = "d"
    title = _("Discard")
    group = Group.PURPOSE

    def run(self, screen: DraftScreen) -> None:
        """Answer so."""
        screen.dismiss(False)


@register
class LeaveDraft(Command["DraftScreen"]):
    """Quit; the draft is offered again next time."""

    id = "draft.leave"
    context = "draft"
    keys = "q,escape"
    title = _("Decide later")
    group = Group.PURPOSE

    def run(self, screen: DraftScreen) -> None:
        """Leave with everything as it is."""
        screen.app.exit()
