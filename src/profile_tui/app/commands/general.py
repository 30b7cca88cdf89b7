"""What is offered everywhere."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import TYPE_CHECKING, Any

from profile_tui.app.keys.command import Command, Group
from profile_tui.app.keys.registry import register
from profile_tui.text.catalogue import _

if TYPE_CHECKING:
    from profile_tui.app.screens.command_screen import CommandScreen


@register
class Keys(Command["CommandScreen[Any]"]):
    """Show the keys available here."""

    id = "keys"
    context = "any"
    keys = "question_mark,f1"
    title = _("Show the keys")
    footer = _("Keys")
    group = Group.FIND

    def run(self, screen: CommandScreen[Any]) -> Awaitable[object] | None:
        """List them."""
        from profile_tui.app.screens.keys import KeysScreen

        if isinstance(screen, KeysScreen):
            return None
        return screen.app.push_screen(KeysScreen(screen.CONTEXT, screen.offered()))


@register
class Palette(Command["CommandScreen[Any]"]):
    """Open the palette: every command by name."""

    id = "palette"
    context = "any"
    keys = "ctrl+p"
    footer = _("Commands")
    group = Group.QUIT

    def run(self, screen: CommandScreen[Any]) -> None:
        """Open it."""
        screen.app.action_command_palette()
