"""Marking entries, to change all of them at once."""

from __future__ import annotations

from collections.abc import Awaitable, Iterator
from typing import TYPE_CHECKING

from profile_tui.app.keys.command import Command, Group
from profile_tui.app.keys.registry import register
from profile_tui.text.catalogue import _

if TYPE_CHECKING:
    from profile_tui.app.screens.main import MainScreen
    from profile_tui.app.widgets.rows import ListRow


@register
class Mark(Command["MainScreen"]):
    """Mark or unmark the highlighted entry; d, J, K and s then change all marked entries."""

    id = "entry.mark"
    keys = "space"
    title = _("Mark the entry")
    group = Group.CHANGE

    def disabled_reason(self, screen: MainScreen) -> str | None:
        """Return that no entry is highlighted."""
        if screen.pane == "sections":
            return _("Go to the entry first: press enter.")
        row = screen.row
        return None if row is not None and screen.view.entry_of(row) else _("Only entries can be marked.")

    def run(self, screen: MainScreen) -> None:
        """Mark it, and go on to the next."""
        if screen.row is not None:
            screen.mark(screen.entries.marked ^ {screen.row.key})
            screen.entries.action_step(1)


@register
class MarkAll(Command["MainScreen"]):
    """Mark all entries shown, or only those found; press again to unmark all."""

    id = "entry.mark_all"
    keys = "asterisk"
    title = _("Mark all entries shown")
    group = Group.CHANGE

    def disabled_reason(self, screen: MainScreen) -> str | None:
        """Return that there are no entries."""
        return None if any(_entries(screen)) else _("There are no entries to mark here.")

    def run(self, screen: MainScreen) -> None:
        """Mark them, or none."""
        entries = _all(screen)
        screen.mark(set() if entries == screen.entries.marked else entries)


@register
class SetField(Command["MainScreen"]):
    """Set a field of all marked entries: a venue, a year, a date."""

    id = "entry.set"
    keys = "s"
    title = _("Set a field of the marked entries")
    group = Group.CHANGE

    def disabled_reason(self, screen: MainScreen) -> str | None:
        """Return that nothing is marked, or entries of several kinds."""
        kinds = {entry.kind for entry in screen.marked_entries}
        if not kinds:
            return _("Mark entries first: space marks one, * all.")
        return _("The marked entries have different fields.") if len(kinds) > 1 else None

    def run(self, screen: MainScreen) -> Awaitable[object]:
        """Ask for the field and its value."""
        from profile_tui.app.forms.many import ManyForm

        return screen.open_form(ManyForm(screen.session, screen.marked_entries))


def _all(screen: MainScreen) -> set[object]:
    """Return the keys of all entries shown."""
    return {row.key for row in _entries(screen)}


def _entries(screen: MainScreen) -> Iterator[ListRow]:
    """Yield the rows of entries."""
    view = screen.view
    return (row for row in screen.entries.rows if row.role == "entry" and view.entry_of(row))
