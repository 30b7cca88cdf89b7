"""Adding, changing, removing and moving what the middle lists."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import TYPE_CHECKING, ClassVar

from profile_tui.app.keys.command import Command, Group
from profile_tui.app.keys.registry import register
from profile_tui.app.session.opening import in_collection
from profile_tui.content.kinds import kinds
from profile_tui.text.catalogue import _

if TYPE_CHECKING:
    from profile_tui.app.screens.main import MainScreen


@register
class NewNews(Command["MainScreen"]):
    """Add a news item dated today, from anywhere."""

    id = "news.new"
    keys = "n"
    title = _("New news item")
    footer = _("News")
    group = Group.PURPOSE

    def disabled_reason(self, screen: MainScreen) -> str | None:
        """Return that the file is an entry itself, where there is no page to go back to."""
        session = screen.session
        if session.home is None and in_collection(session.target):
            return _("This file is an entry of its own, and the site has no home page for news.")
        return None

    def run(self, screen: MainScreen) -> Awaitable[object] | None:
        """Open the form; a file that has no news gives way to the page."""
        session = screen.session
        if session.home and not any(ref.section.kind == "news" for ref in session.sections):
            return screen.editor.new_on_page(kinds()["news"])
        return screen.open_new(kinds()["news"])


@register
class Add(Command["MainScreen"]):
    """Add an entry to the list shown, a key to the front matter, or a field to the profile."""

    id = "entry.add"
    keys = "a"
    title = _("Add an entry")
    footer = _("Add")
    group = Group.PURPOSE

    def disabled_reason(self, screen: MainScreen) -> str | None:
        """Return what the view says of it."""
        return screen.view.disabled_reason("add", screen.row)

    def run(self, screen: MainScreen) -> Awaitable[object] | None:
        """Open the form."""
        return screen.view.add(screen, screen.row)


@register
class Edit(Command["MainScreen"]):
    """Edit the highlighted entry; in the left pane, go to its entries."""

    id = "entry.edit"
    keys = "enter"
    title = _("Edit the entry")
    footer = _("Edit")
    group = Group.PURPOSE

    def disabled_reason(self, screen: MainScreen) -> str | None:
        """Return what the view says of it."""
        if screen.pane == "sections":
            return None
        return screen.view.disabled_reason("edit", screen.row)

    def run(self, screen: MainScreen) -> Awaitable[object] | None:
        """Open the form."""
        row = screen.row
        if screen.pane == "sections":
            screen.focus_pane("entries")
            return None
        return screen.view.edit(screen, row) if row is not None else None


@register
class Remove(Command["MainScreen"]):
    """Remove the highlighted entry or all marked ones, or clear the profile field; u brings it back."""

    id = "entry.remove"
    keys = "d,delete"
    title = _("Remove the entry")
    footer = _("Remove")
    group = Group.CHANGE

    def disabled_reason(self, screen: MainScreen) -> str | None:
        """Return what the view says of it; in the left pane nothing is removed."""
        if screen.pane == "sections":
            return _("Go to the entry first: press enter.")
        return screen.disabled_reason("remove")

    def run(self, screen: MainScreen) -> None:
        """Remove it, or what is marked."""
        if screen.entries.marked:
            screen.remove_marked()
        elif screen.row is not None:
            screen.view.remove(screen, screen.row)


@register
class EditText(Command["MainScreen"]):
    """Edit the section's text exactly as it is in the file."""

    id = "text.edit"
    keys = "e"
    title = _("Edit the section's text")
    footer = _("Text")
    group = Group.CHANGE

    def disabled_reason(self, screen: MainScreen) -> str | None:
        """Return that there is no section."""
        return (
            None if screen.view.raw(screen.row) else _("There is no such section yet; press a to add the first entry.")
        )

    def run(self, screen: MainScreen) -> Awaitable[object] | None:
        """Open it."""
        return screen.edit_raw()


class _Move(Command["MainScreen"]):
    """Moves the highlighted entry."""

    by: ClassVar[int]

    def disabled_reason(self, screen: MainScreen) -> str | None:
        """Return what the view says of it; while the list is filtered, hidden entries would be jumped over."""
        if screen.finding:
            return _("Press esc to show the whole list first; entries are moved there.")
        if screen.pane == "sections":
            return _("Go to the entry first: press enter.")
        return screen.disabled_reason("move")

    def run(self, screen: MainScreen) -> None:
        """Move it, or what is marked."""
        if screen.entries.marked:
            screen.move_marked(self.by)
        elif screen.row is not None:
            screen.view.move(screen, screen.row, self.by)


@register
class MoveUp(_Move):
    """Move the highlighted entry up, or all marked ones."""

    id = "entry.up"
    keys = "K,shift+up,alt+up"
    title = _("Move the entry up")
    group = Group.CHANGE
    by = -1


@register
class MoveDown(_Move):
    """Move the highlighted entry down, or all marked ones."""

    id = "entry.down"
    keys = "J,shift+down,alt+down"
    title = _("Move the entry down")
    footer = _("Move")
    group = Group.CHANGE
    by = 1


@register
class EditOutside(Command["MainScreen"]):
    """Edit the section's text in $EDITOR."""

    id = "text.editor"
    keys = "E"
    title = _("Edit the section's text in $EDITOR")
    group = Group.CHANGE

    def disabled_reason(self, screen: MainScreen) -> str | None:
        """Return that there is no section."""
        return (
            None if screen.view.raw(screen.row) else _("There is no such section yet; press a to add the first entry.")
        )

    def run(self, screen: MainScreen) -> None:
        """Open the editor."""
        screen.edit_raw_outside()
