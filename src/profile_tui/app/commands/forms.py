"""What can be done in a form and in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from profile_tui.app.keys.command import Command, Group
from profile_tui.app.keys.registry import register

if TYPE_CHECKING:
    from profile_tui.app.screens.fields_screen import FieldsScreen


@register
class Keep(Command["FieldsScreen[Any]"]):
    """Apply what you typed (ctrl+s on the main screen saves)."""

    id = "form.keep"
    context = "form"
    keys = "ctrl+s"
    title = "Apply"
    footer = "Apply"
    group = Group.PURPOSE

    def run(self, screen: FieldsScreen[Any]) -> None:
        """Keeps."""
        screen.keep()


@register
class LeaveForm(Command["FieldsScreen[Any]"]):
    """Go back; your unfinished text is saved."""

    id = "form.leave"
    context = "form"
    keys = "escape"
    title = "Back"
    footer = "Back"
    group = Group.BACK

    def run(self, screen: FieldsScreen[Any]) -> None:
        """Leaves."""
        screen.leave()


@register
class FormEditor(Command["FieldsScreen[Any]"]):
    """Edit the field in $EDITOR."""

    id = "form.editor"
    context = "form"
    keys = "ctrl+o"
    title = "Edit the field in $EDITOR"
    footer = "Editor"
    group = Group.CHANGE

    def run(self, screen: FieldsScreen[Any]) -> None:
        """Opens the editor."""
        screen.edit_field_outside()


@register
class StartAfresh(Command["FieldsScreen[Any]"]):
    """Reset the form."""

    id = "form.afresh"
    context = "form"
    keys = "f2"
    title = "Reset the form"
    group = Group.REVIEW

    def run(self, screen: FieldsScreen[Any]) -> None:
        """Starts afresh."""
        screen.start_afresh()
