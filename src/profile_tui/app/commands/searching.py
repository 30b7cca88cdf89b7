"""Searching the whole site."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import TYPE_CHECKING, Any

from profile_tui.app.keys.command import Command, Group
from profile_tui.app.keys.registry import register
from profile_tui.text.catalogue import _

if TYPE_CHECKING:
    from profile_tui.app.screens.command_screen import CommandScreen
    from profile_tui.app.screens.search import SearchScreen


@register
class Search(Command["CommandScreen[Any]"]):
    """Search all entries and pages of the site, from anywhere; enter goes there, esc back to where you were."""

    id = "search"
    context = "any"
    keys = "ctrl+f"
    title = _("Search the whole site")
    footer = _("Search")
    group = Group.FIND
    priority = True  # a field would delete the word on the right

    def disabled_reason(self, screen: CommandScreen[Any]) -> str | None:
        """Return that a question waits for its answer, or git for its end."""
        return screen.busy or (_("Close this first (esc).") if screen.is_modal else None)

    def run(self, screen: CommandScreen[Any]) -> Awaitable[object]:
        """Ask for the words."""
        return screen.editor.search()


@register
class GoToFound(Command["SearchScreen"]):
    """Go to the highlighted entry or page."""

    id = "search.open"
    context = "search"
    keys = "enter"
    footer = _("Go there")
    group = Group.PURPOSE

    def disabled_reason(self, screen: SearchScreen) -> str | None:
        """Return that nothing is highlighted."""
        return None if screen.row else _("Nothing found; esc closes.")

    def run(self, screen: SearchScreen) -> None:
        """Go there."""
        screen.choose()


@register
class LeaveSearch(Command["SearchScreen"]):
    """Back to where you were."""

    id = "search.leave"
    context = "search"
    keys = "escape"
    footer = _("Back")
    group = Group.BACK

    def run(self, screen: SearchScreen) -> None:
        """Leave."""
        screen.dismiss(None)
