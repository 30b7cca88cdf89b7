"""Undo and redo of whole actions."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from profile_tui.app.keys.command import Command, Group
from profile_tui.app.keys.registry import register
from profile_tui.text.span import unlike

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
        _step(screen, screen.session.workspace.undo, "Undone")


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
        _step(screen, screen.session.workspace.redo, "Redone")


def _step(screen: MainScreen, step: Callable[[], str | None], done: str) -> None:
    """Go a step back or forth, to what it changed, and name that."""
    before = [(document, document.page) for document in screen.session.documents]
    label = step()
    screen.editor.main_changed()
    for document, page in before:
        if document.page is not page and screen.is_active:
            start, _, _ = unlike(page.text, document.page.text)
            screen.show_change(document, start)
    screen.say(f"{done}: {label}")
