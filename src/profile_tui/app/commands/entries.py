"""Adding, changing, removing and moving what the middle lists."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import TYPE_CHECKING, ClassVar

from profile_tui.app.commands import register
from profile_tui.app.commands.base import Command
from profile_tui.content.kinds import kinds

if TYPE_CHECKING:
    from profile_tui.app.screens.main import MainScreen


@register
class NewNews(Command["MainScreen"]):
    """Adds a news item, from wherever one is; the date is filled in."""

    id = "news.new"
    keys = "n"
    title = "New news item"
    footer = "News"
    order = 1

    def run(self, screen: MainScreen) -> Awaitable[object] | None:
        """Opens the form; a file that has no news gives way to the page."""
        session = screen.session
        if session.home and not any(part.section.kind == "news" for part in session.parts):
            screen.editor.leave_file()
            return screen.editor.home.open_new(kinds()["news"])
        return screen.open_new(kinds()["news"])


@register
class Add(Command["MainScreen"]):
    """Adds an entry of the kind that is shown, or a key to the front matter."""

    id = "entry.add"
    keys = "a"
    title = "Add an entry"
    footer = "Add"
    order = 2

    def hindrance(self, screen: MainScreen) -> str | None:
        """The view knows."""
        return screen.view.cannot("add", screen.row)

    def run(self, screen: MainScreen) -> Awaitable[object] | None:
        """Opens the form."""
        return screen.view.add(screen, screen.row)


@register
class Edit(Command["MainScreen"]):
    """Changes the highlighted entry; on the left, goes to the entries."""

    id = "entry.edit"
    keys = "enter"
    title = "Edit the entry"
    footer = "Edit"
    order = 3

    def hindrance(self, screen: MainScreen) -> str | None:
        """The view knows."""
        if screen.pane == "sections":
            return None
        return screen.view.cannot("edit", screen.row)

    def run(self, screen: MainScreen) -> Awaitable[object] | None:
        """Opens the form."""
        row = screen.row
        if screen.pane == "sections":
            screen.focus_pane("entries")
            return None
        return screen.view.edit(screen, row) if row is not None else None


@register
class Remove(Command["MainScreen"]):
    """Removes the highlighted entry; u brings it back."""

    id = "entry.remove"
    keys = "d,delete"
    title = "Remove the entry"
    footer = "Remove"
    order = 12

    def hindrance(self, screen: MainScreen) -> str | None:
        """The view knows; on the left nothing is removed."""
        if screen.pane == "sections":
            return "Go to the entry first: press enter."
        return screen.view.cannot("remove", screen.row)

    def run(self, screen: MainScreen) -> None:
        """Removes it."""
        if screen.row is not None:
            screen.view.remove(screen, screen.row)


class _Move(Command["MainScreen"]):
    """Moves the highlighted entry."""

    by: ClassVar[int]

    def hindrance(self, screen: MainScreen) -> str | None:
        """What is filtered out would be jumped over."""
        if screen.finding:
            return "Entries are moved in the whole list; press esc to show all again."
        if screen.pane == "sections":
            return "Go to the entry first: press enter."
        return screen.view.cannot("move", screen.row)

    def run(self, screen: MainScreen) -> None:
        """Moves it."""
        if screen.row is not None:
            screen.view.move(screen, screen.row, self.by)


@register
class MoveUp(_Move):
    """Moves the highlighted entry up by one."""

    id = "entry.up"
    keys = "K,shift+up,alt+up"
    title = "Move the entry up"
    order = 40
    by = -1


@register
class MoveDown(_Move):
    """Moves the highlighted entry down by one."""

    id = "entry.down"
    keys = "J,shift+down,alt+down"
    title = "Move the entry down"
    footer = "Move"
    order = 41
    by = 1


@register
class EditText(Command["MainScreen"]):
    """Edits the text of the section that is highlighted, as it stands in the file."""

    id = "text.edit"
    keys = "e"
    title = "Edit the section's text"
    footer = "Text"
    order = 15

    def hindrance(self, screen: MainScreen) -> str | None:
        """There must be a section."""
        return None if screen.view.raw(screen.row) else "The page has no such section yet; press a to add to it."

    def run(self, screen: MainScreen) -> Awaitable[object] | None:
        """Opens it."""
        return screen.edit_raw()


@register
class EditOutside(Command["MainScreen"]):
    """Edits the text of the section in $EDITOR."""

    id = "text.editor"
    keys = "E"
    title = "Edit the section's text in $EDITOR"
    order = 45

    def hindrance(self, screen: MainScreen) -> str | None:
        """There must be a section."""
        return None if screen.view.raw(screen.row) else "The page has no such section yet; press a to add to it."

    def run(self, screen: MainScreen) -> None:
        """Opens the editor."""
        from profile_tui.app.external import edit_section

        edit_section(screen)
