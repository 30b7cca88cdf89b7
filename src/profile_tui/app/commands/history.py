"""Undo and redo of whole actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from profile_tui.app.keys.command import Command, Group
from profile_tui.app.keys.registry import register

if TYPE_CHECKING:
    from profile_tui.app.screens.main import MainScreen


@register
class Undo(Command["MainScreen"]):
    """Undo the last action, even after saving."""

    id = "undo"
    keys = "u,ctrl+z"
    title = "Undo"
    footer = "Undo"
    group = Group.SAVE

    def disabled_reason(self, screen: MainScreen) -> str | None:
        """Return that nothing has been done."""
        return None if screen.session.workspace.can_undo else "Nothing to undo."

    def run(self, screen: MainScreen) -> None:
        """Undo."""
        label = screen.session.workspace.undo()
        screen.editor.main_changed()
        screen.say(f"Undone: {label}")


@register
class Redo(Command["MainScreen"]):
    """Redo the action you just undid."""

    id = "redo"
    keys = "ctrl+r,ctrl+y"
    title = "Redo"
    footer = "Redo"
    group = Group.REVIEW

    def disabled_reason(self, screen: MainScreen) -> str | None:
        """Return that nothing was undone, or something was done since."""
        return None if screen.session.workspace.can_redo else "Nothing to redo."

    def run(self, screen: MainScreen) -> None:
        """Do it again."""
        label = screen.session.workspace.redo()
        screen.editor.main_changed()
        screen.say(f"Redone: {label}")
