"""What is seen where a path cannot be edited: what is wrong, what can be opened in its place, and how to leave."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from profile_tui.app.widgets.colors import readable
from profile_tui.app.widgets.row_list import RowList
from profile_tui.app.widgets.rows import ListRow
from profile_tui.app.widgets.terminal_text import one_line
from profile_tui.app.widgets.themes import begin_with_theme
from profile_tui.text.catalogue import _

_BEGIN = _("`profile-tui FOLDER` opens the Jekyll site in a folder.")
DEMO, NEW = "demo", "new"
"""What else one can begin with: a sample to look around in, a homepage made of it."""


class FailureApp(App[Path | str | bool]):
    """Shows what is wrong; the usual keys leave, w answers yes where something is offered, enter opens a site."""

    ENABLE_COMMAND_PALETTE = False
    CSS = """
    FailureApp {
        Screen { align: center middle; }
        Static { width: auto; max-width: 90%; margin: 1 2; }
        RowList { width: 76; max-width: 96%; height: auto; max-height: 50%; border: round $border; }
        RowList { border-title-color: $foreground; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,escape,ctrl+c", "quit", _("Leave"), show=False),
        Binding("enter", "open", _("Open"), show=False, priority=True),
        Binding("w", "write", _("Write anew"), show=False),
    ]

    def __init__(
        self,
        messages: Sequence[str],
        *,
        offers: bool = False,
        sites: Sequence[tuple[str, Sequence[Path]]] = (),
        has_room: bool = False,
        light: bool | None = None,
    ) -> None:
        """Make the screen for a few messages.

        Args:
            messages: The messages.
            offers: Whether the file can be written anew from its draft.
            sites: What can be opened in its place, under a heading each.
            has_room: Whether a new homepage can be put there.
            light: Whether the terminal's background is light; None where nothing tells.
        """
        super().__init__()
        begin_with_theme(self, light=light)
        self._messages = list(map(one_line, messages))
        self._offers = offers
        self._rows = [
            row
            for heading, paths in sites
            if paths
            for row in (ListRow(heading, role="heading"), *(ListRow(one_line(str(path)), key=path) for path in paths))
        ]
        if not offers:
            self._rows += _beginnings(has_room=has_room)

    def get_css_variables(self) -> dict[str, str]:
        """Return the theme's colours, those of text so that it can be read."""
        self.theme_variables = readable(super().get_css_variables(), self.theme)
        return self.theme_variables

    def compose(self) -> ComposeResult:
        """Return the messages, what can be opened, and the keys."""
        if self._offers:
            self._messages.append(_("An earlier run kept your unsaved changes to it, with the whole text."))
        for message in self._messages:
            yield Static(message, markup=False)
        if self._rows:
            yield RowList()
        if not self._offers:
            yield Static(_BEGIN, markup=False)
        keys = [_("Press enter to open")] if self._rows else []
        keys += [_("w to write the file anew")] if self._offers else []
        keys_line = ", ".join([*keys, _("q to quit")])
        yield Static(keys_line if self._rows else _("Press {said}").format(said=keys_line), markup=False)

    def on_mount(self) -> None:
        """Give the keys to the list."""
        for listing in self.query(RowList):
            listing.border_title = _("Open")
            listing.show(self._rows, 1)
            self.screen.set_focus(listing)

    def on_row_list_chosen(self) -> None:
        """A second click opens."""
        self.action_open()

    def action_open(self) -> None:
        """Leave, to open what is highlighted; where there is nothing, just leave."""
        row = next((listing.row for listing in self.query(RowList)), None)
        self.exit(row.key if row is not None and isinstance(row.key, Path | str) else None)

    def action_write(self) -> None:
        """Leave, to write the file anew."""
        if self._offers:
            self.exit(True)


def _beginnings(*, has_room: bool) -> list[ListRow]:
    """Return what one can begin with where there is no site yet."""
    rows = [ListRow(_("Get started"), role="heading"), ListRow(_("A sample, to look around in"), key=DEMO)]
    if has_room:
        rows.append(ListRow(_("A new homepage here, made of the sample"), key=NEW))
    return rows
