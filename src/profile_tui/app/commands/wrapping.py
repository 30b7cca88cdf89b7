"""Making a link, bold or italic of what is selected in a field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from profile_tui.app.keys.command import Command, Group
from profile_tui.app.keys.registry import register
from profile_tui.text.catalogue import _

if TYPE_CHECKING:
    from profile_tui.app.screens.fields_screen import FieldsScreen
    from profile_tui.app.widgets.wrapping import How


class _Wrap(Command["FieldsScreen[Any]"]):
    """Sets what is selected, or the word at the cursor, between marks."""

    how: ClassVar[How]

    def disabled_reason(self, screen: FieldsScreen[Any]) -> str | None:
        """Return that the cursor is in no such text."""
        return None if screen.text_field is not None else _("This field takes no links and nothing bold or italic.")

    def run(self, screen: FieldsScreen[Any]) -> None:
        """Do so."""
        if (field := screen.text_field) is not None:
            field.toggle(self.how)


@register
class Link(_Wrap):
    """Make a link of the selection or the word at the cursor, or make it plain again; or paste an address over it."""

    id = "form.link"
    context = "form"
    keys = "ctrl+l,alt+l"
    title = _("Link")
    footer = _("Link")
    group = Group.SAVE
    how = "link"


@register
class Bold(_Wrap):
    """Make the selection or the word at the cursor bold, or plain again."""

    id = "form.bold"
    context = "form"
    keys = "ctrl+b,alt+s"
    title = _("Bold")
    footer = _("Bold")
    group = Group.SAVE
    how = "bold"


@register
class Italic(_Wrap):
    """Make the selection or the word at the cursor italic, or plain again."""

    id = "form.italic"
    context = "form"
    keys = "ctrl+t,alt+i"
    title = _("Italic")
    footer = _("Italic")
    group = Group.CHANGE
    how = "italic"
