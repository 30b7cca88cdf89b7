"""What can be done in a form and in a text."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import TYPE_CHECKING, Any, ClassVar

from profile_tui.app.keys.command import Command, Group
from profile_tui.app.keys.registry import register
from profile_tui.text.catalogue import _

if TYPE_CHECKING:
    from profile_tui.app.screens.fields_screen import FieldsScreen
    from profile_tui.app.screens.main import MainScreen
    from profile_tui.app.screens.unfinished import UnfinishedScreen


@register
class Keep(Command["FieldsScreen[Any]"]):
    """Apply what you typed (ctrl+s on the main screen saves)."""

    id = "form.keep"
    context = "form"
    keys = "ctrl+s,f8"
    title = _("Apply")
    footer = _("Apply")
    group = Group.PURPOSE

    def run(self, screen: FieldsScreen[Any]) -> None:
        """Keep."""
        screen.keep()


@register
class LeaveForm(Command["FieldsScreen[Any]"]):
    """Go back; your unfinished text is saved."""

    id = "form.leave"
    context = "form"
    keys = "escape"
    title = _("Back")
    footer = _("Back")
    group = Group.BACK

    def run(self, screen: FieldsScreen[Any]) -> None:
        """Leave."""
        screen.leave()


@register
class FormEditor(Command["FieldsScreen[Any]"]):
    """Edit the field in $EDITOR."""

    id = "form.editor"
    context = "form"
    keys = "ctrl+o"
    title = _("Edit the field in $EDITOR")
    footer = _("Editor")
    group = Group.CHANGE

    def run(self, screen: FieldsScreen[Any]) -> None:
        """Open the editor."""
        screen.edit_field_outside()


@register
class FormText(Command["FieldsScreen[Any]"]):
    """Leave the form for the entry's text exactly as it is in the file; what you typed is kept."""

    id = "form.text"
    context = "form"
    keys = "f6"
    title = _("Edit the entry's text")
    footer = _("Text")
    group = Group.CHANGE

    def disabled_reason(self, screen: FieldsScreen[Any]) -> str | None:
        """Return that there is no such text."""
        return None if screen.has_text else _("Only an entry that is in the file has a text there.")

    def run(self, screen: FieldsScreen[Any]) -> None:
        """Open it."""
        screen.open_text()


@register
class StartAfresh(Command["FieldsScreen[Any]"]):
    """Reset the form."""

    id = "form.afresh"
    context = "form"
    keys = "f2"
    title = _("Reset the form")
    group = Group.REVIEW

    def run(self, screen: FieldsScreen[Any]) -> None:
        """Start afresh."""
        screen.start_afresh()


@register
class LinesDown(Command["FieldsScreen[Any]"]):
    """Scroll down the lines that will be written."""

    id = "form.lines_down"
    context = "form"
    keys = "pagedown"
    title = _("Scroll the lines below down")
    group = Group.REVIEW

    def run(self, screen: FieldsScreen[Any]) -> None:
        """Scroll."""
        screen.scroll_lines(1)


@register
class LinesUp(LinesDown):
    """Scroll up the lines that will be written."""

    id = "form.lines_up"
    keys = "pageup"
    title = _("Scroll the lines below up")

    def run(self, screen: FieldsScreen[Any]) -> None:
        """Scroll."""
        screen.scroll_lines(-1)


@register
class LookUp(Command["FieldsScreen[Any]"]):
    """Look up the DOI, arXiv number, link or title in the title field, and fill the form."""

    id = "form.look_up"
    context = "form"
    keys = "f3"
    title = _("Look up the paper online")
    footer = _("Look up")
    group = Group.REVIEW

    def disabled_reason(self, screen: FieldsScreen[Any]) -> str | None:
        """Only papers are looked up, and only for a new entry."""
        return None if screen.looks_up else _("Only a new publication can be looked up.")

    def run(self, screen: FieldsScreen[Any]) -> None:
        """Look it up."""
        screen.look_up()


@register
class Attach(Command["FieldsScreen[Any]"]):
    """Choose a PDF or a picture from disk: it is put where the site keeps such files, and linked."""

    id = "form.attach"
    context = "form"
    keys = "f4"
    title = _("Attach a PDF or a picture")
    group = Group.REVIEW

    def run(self, screen: FieldsScreen[Any]) -> Awaitable[object] | None:
        """Ask for it."""
        return screen.attach_file()


@register
class MarkAuthor(Command["FieldsScreen[Any]"]):
    """Mark the name at the cursor, as for an equal contribution: each mark of the list in turn, then none."""

    id = "form.mark"
    context = "form"
    keys = "f5"
    title = _("Mark the author")
    group = Group.CHANGE

    def disabled_reason(self, screen: FieldsScreen[Any]) -> str | None:
        """Return that the cursor is in another field."""
        return None if screen.names_authors else _("Only authors have marks.")

    def run(self, screen: FieldsScreen[Any]) -> None:
        """Mark it."""
        screen.mark_author()


class _Place(Command["FieldsScreen[Any]"]):
    """Puts a new entry to another place."""

    by: ClassVar[int]

    def disabled_reason(self, screen: FieldsScreen[Any]) -> str | None:
        """Return why it has none."""
        return screen.fixed_place or None

    def run(self, screen: FieldsScreen[Any]) -> None:
        """Put it there."""
        screen.shift_place(self.by)


@register
class PlaceUp(_Place):
    """Put the new entry one place up; you see where it goes below the lines."""

    id = "form.up"
    context = "form"
    keys = "alt+up"
    title = _("Put the new entry one place up")
    group = Group.REVIEW
    by = -1


@register
class PlaceDown(_Place):
    """Put the new entry one place down."""

    id = "form.down"
    context = "form"
    keys = "alt+down"
    title = _("Put the new entry one place down")
    group = Group.REVIEW
    by = 1


@register
class Unfinished(Command["MainScreen"]):
    """Show text that you typed into forms but did not apply."""

    id = "unfinished"
    title = _("Show unfinished text")
    group = Group.REVIEW

    def disabled_reason(self, screen: MainScreen) -> str | None:
        """There must be some."""
        return None if any(map(list, screen.session.forms.values())) else _("There is no unfinished text.")

    def run(self, screen: MainScreen) -> Awaitable[object]:
        """Show it."""
        from profile_tui.app.screens.unfinished import UnfinishedScreen

        return screen.app.push_screen(UnfinishedScreen())


@register
class LeaveUnfinished(Command["UnfinishedScreen"]):
    """Go back."""

    id = "unfinished.back"
    context = "unfinished"
    keys = "escape,q"
    title = _("Back")
    footer = _("Back")
    group = Group.BACK

    def run(self, screen: UnfinishedScreen) -> None:
        """Go back."""
        screen.dismiss(None)


@register
class ForgetUnfinished(Command["UnfinishedScreen"]):
    """Delete all of this text."""

    id = "unfinished.forget"
    context = "unfinished"
    keys = "d"
    title = _("Delete all")
    footer = _("Delete all")

    def run(self, screen: UnfinishedScreen) -> None:
        """Delete it, after asking."""
        screen.forget()
