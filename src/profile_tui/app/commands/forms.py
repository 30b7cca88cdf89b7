"""What can be done in a form and in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from profile_tui.app.commands import register
from profile_tui.app.commands.base import Command

if TYPE_CHECKING:
    from profile_tui.app.screens.typing import TypingScreen


@register
class Keep(Command["TypingScreen[Any]"]):
    """Takes over what was typed; it can be undone, and waits to be saved."""

    id = "form.keep"
    context = "form"
    keys = "ctrl+s"
    title = "Keep"
    footer = "Keep"
    order = 1

    def run(self, screen: TypingScreen[Any]) -> None:
        """Keeps."""
        screen.keep()


@register
class LeaveForm(Command["TypingScreen[Any]"]):
    """Goes back; what was typed is there again the next time."""

    id = "form.leave"
    context = "form"
    keys = "escape"
    title = "Back"
    footer = "Back"
    order = 2

    def run(self, screen: TypingScreen[Any]) -> None:
        """Leaves."""
        screen.leave()


@register
class FormEditor(Command["TypingScreen[Any]"]):
    """Edits the field in $EDITOR."""

    id = "form.editor"
    context = "form"
    keys = "ctrl+o"
    title = "Edit the field in $EDITOR"
    footer = "Editor"
    order = 20

    def run(self, screen: TypingScreen[Any]) -> None:
        """Opens the editor."""
        from profile_tui.app.external import edit_field

        edit_field(screen)


@register
class StartAfresh(Command["TypingScreen[Any]"]):
    """Puts into the fields what stood there at first."""

    id = "form.afresh"
    context = "form"
    keys = "f2"
    title = "Start afresh"
    order = 30

    def run(self, screen: TypingScreen[Any]) -> None:
        """Starts afresh."""
        screen.start_afresh()
