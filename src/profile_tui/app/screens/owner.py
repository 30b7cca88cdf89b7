"""Asks which of a publication's authors the user is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType

from profile_tui.app.keys.registry import bindings
from profile_tui.app.screens.menu_screen import MenuScreen
from profile_tui.app.widgets.listing import Listing
from profile_tui.app.widgets.rows import Row
from profile_tui.app.widgets.terminal_text import one_line


class OwnerScreen(MenuScreen[str | None]):
    """One of the authors, or nobody for now."""

    CONTEXT = "owner"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("owner")]

    def __init__(self, people: Sequence[str]) -> None:
        """The question about these authors."""
        message = "Nothing on the page tells. Your name is set off in this list, and kept in your settings."
        super().__init__("Which of these is you?", message)
        self._people = people

    def answers(self) -> list[Row]:
        """The authors, then the way on without an answer."""
        return [*(Row(one_line(name), key=index) for index, name in enumerate(self._people)), *super().answers()]

    async def action_choose(self) -> None:
        """Gives the highlighted author."""
        row = self.query_one(Listing).row
        if row is not None and isinstance(row.key, int):
            self.dismiss(self._people[row.key])
        else:
            await super().action_choose()
