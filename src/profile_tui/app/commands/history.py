"""Undo and redo of whole actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from profile_tui.app.commands import register
from profile_tui.app.commands.base import Command

if TYPE_CHECKING:
    from profile_tui.app.screens.main import MainScreen


@register
class Undo(Command["MainScreen"]):
    """Takes the last action back, also one that was saved."""

    id = "undo"
    keys = "u,ctrl+z"
    title = "Undo"
    footer = "Undo"
    order = 5

    def run(self, screen: MainScreen) -> None:
        """Undoes."""
        label = screen.session.workspace.undo()
        if label is None:
            screen.say("Nothing to undo.")
            return
        screen.editor.main_changed()
        screen.say(f"Undone: {label}")


@register
class Redo(Command["MainScreen"]):
    """Does the action that was taken back last once more."""

    id = "redo"
    keys = "ctrl+r,ctrl+y"
    title = "Redo"
    footer = "Redo"
    order = 35

    def run(self, screen: MainScreen) -> None:
        """Does it again."""
        label = screen.session.workspace.redo()
        if label is None:
            screen.say("Nothing to redo.")
            return
        screen.editor.main_changed()
        screen.say(f"Done again: {label}")
