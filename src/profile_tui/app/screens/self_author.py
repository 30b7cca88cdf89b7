"""Asks which of a publication's authors the user is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType

from profile_tui.app.keys.registry import bindings
from profile_tui.app.screens.menu_screen import MenuScreen
from profile_tui.app.widgets.row_list import RowList
from profile_tui.app.widgets.rows import ListRow
from profile_tui.app.widgets.terminal_text import one_line
from profile_tui.text.catalogue import _


class SelfAuthorScreen(MenuScreen[str | None]):
    """One of the authors, or nobody for now."""

    CONTEXT = "self_author"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("self_author")]

    def __init__(self, people: Sequence[str]) -> None:
        """Make the question about these authors."""
        message = _("I can't tell from the page. Your name will be marked in this list, and saved in your settings.")
        super().__init__(_("Which of these is you?"), message)
        self._people = people

    def answers(self) -> list[ListRow]:
        """Return the authors, then the way on without an answer."""
        return [*(ListRow(one_line(name), key=index) for index, name in enumerate(self._people)), *super().answers()]

    async def action_choose(self) -> None:
        """Give the highlighted author."""
        row = self.query_one(RowList).row
        if row is not None and isinstance(row.key, int):
            self.dismiss(self._people[row.key])
        else:
            await super().action_choose()
