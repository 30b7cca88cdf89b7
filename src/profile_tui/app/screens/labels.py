"""Letters before all lines in sight; typing one goes there."""

from __future__ import annotations

from string import ascii_lowercase, ascii_uppercase
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.screen import ModalScreen

from profile_tui.app.keys.registry import bindings
from profile_tui.app.screens.command_screen import CommandScreen
from profile_tui.app.widgets.row_list import RowList

_LETTERS = ascii_lowercase + ascii_uppercase


class LabelsScreen(ModalScreen[tuple[RowList, int] | None], CommandScreen[tuple[RowList, int] | None]):
    """Lies over the panes, and takes one letter."""

    CONTEXT = "labels"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("labels")]
    DEFAULT_CSS = "LabelsScreen { background: transparent; }"

    def __init__(self, lists: list[RowList]) -> None:
        """Make the letters of some lists."""
        super().__init__()
        rows = [(listing, at) for listing in lists for at in listing.in_sight if listing.rows[at].role != "heading"]
        self._rows = dict(zip(_LETTERS, rows, strict=False))
        self._lists = lists

    def on_mount(self) -> None:
        """Show the letters."""
        for listing in self._lists:
            listing.label({at: letter for letter, (other, at) in self._rows.items() if other is listing})

    def on_unmount(self) -> None:
        """Take them away."""
        for listing in self._lists:
            listing.label({})

    def on_key(self, event: events.Key) -> None:
        """Go to the line of a letter; any other key just takes the letters away."""
        event.stop()
        self.dismiss(self._rows.get(event.character or ""))
