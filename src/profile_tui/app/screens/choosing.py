"""A list of what is chosen piece by piece, and below it the lines that the highlighted choice makes."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import TypeVar

from textual.app import ComposeResult

from profile_tui.app.screens.command_screen import CommandScreen, title
from profile_tui.app.widgets.bars import Footer, TitleBar
from profile_tui.app.widgets.row_list import RowList
from profile_tui.app.widgets.rows import ListRow
from profile_tui.app.widgets.source import SourceView

T = TypeVar("T")


class ChoosingScreen(CommandScreen[T]):
    """Lists what can be chosen; the command `CONTEXT.toggle` chooses otherwise, and so does a second click."""

    DEFAULT_CSS = """
    ChoosingScreen {
        RowList { height: 1fr; border: round $border; }
        SourceView { height: 1fr; border: round $border; }
    }
    """

    def compose(self) -> ComposeResult:
        """Return header, choices, lines and footer."""
        yield TitleBar(self.session)
        yield RowList()
        yield SourceView()
        yield Footer(self.offered, self.run_command)

    def on_mount(self) -> None:
        """List the choices."""
        self.list_choices()
        self.set_focus(self.choices)

    @property
    def choices(self) -> RowList:
        """The list."""
        return self.query_one(RowList)

    @property
    def lines(self) -> SourceView:
        """The lines below it."""
        return self.query_one(SourceView)

    @property
    def choice(self) -> int | None:
        """The highlighted choice, by its key; None where there is none to make."""
        row = self.choices.row
        return row.key if row is not None and isinstance(row.key, int) else None

    def list_choices(self, cursor: int = 0) -> None:
        """Show what is chosen, with the highlight on a row."""
        rows, heading = self.rows()
        self.choices.show(rows, cursor)
        self.choices.border_title = title(heading)
        self._show()

    def on_row_list_highlighted(self) -> None:
        """Show the lines of another choice."""
        self._show()

    async def on_row_list_chosen(self) -> None:
        """A second click chooses otherwise."""
        await self.run_command(f"{self.CONTEXT}.toggle")

    def _show(self) -> None:
        """Show the lines of the highlighted choice."""
        self.show_choice()
        self.refresh_footer()

    @abstractmethod
    def rows(self) -> tuple[Sequence[ListRow], str]:
        """Return the rows of the list, and what it is headed."""

    @abstractmethod
    def show_choice(self) -> None:
        """Show the lines that the highlighted choice makes."""
