"""What makes a page of a plain text, piece by piece; any can be left out, and the lines show what comes of it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from profile_tui.app.keys.registry import bindings
from profile_tui.app.screens.command_screen import CommandScreen, title
from profile_tui.app.screens.diff_lines import diff_lines
from profile_tui.app.widgets.bars import Footer, TitleBar
from profile_tui.app.widgets.row_list import RowList
from profile_tui.app.widgets.rows import ListRow
from profile_tui.app.widgets.source import SourceLine, SourceView
from profile_tui.app.widgets.terminal_text import one_line
from profile_tui.text.catalogue import _
from profile_tui.text.errors import AppError
from profile_tui.workspace.adopting import Proposed, adopt
from profile_tui.workspace.documents.diff import unified

_PIECES = {"heading": _("heading"), "entry": _("entry"), "lines apart": _("lines apart")}
"""What is proposed at once, in words."""


class AdoptScreen(CommandScreen[bool]):
    """The proposals for a plain text, and the lines around the highlighted one as they would be."""

    CONTEXT = "adopt"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("adopt")]
    DEFAULT_CSS = """
    AdoptScreen {
        RowList { height: 1fr; border: round $border; }
        SourceView { height: 1fr; border: round $border; }
    }
    """

    def __init__(self, proposed: Proposed) -> None:
        """Make the screen; everything is chosen at first."""
        super().__init__()
        self._proposed = proposed
        self._left_out: set[int] = set()

    def compose(self) -> ComposeResult:
        """Return header, proposals, lines and footer."""
        yield TitleBar(self.session)
        yield RowList()
        yield SourceView()
        yield Footer(self.offered, self.run_command)

    def on_mount(self) -> None:
        """List the proposals."""
        self._list()
        self.set_focus(self.query_one(RowList))

    def on_row_list_highlighted(self) -> None:
        """Show the lines around another proposal."""
        self._show()

    async def on_row_list_chosen(self) -> None:
        """A second click leaves it out, or takes it in again."""
        await self.run_command("adopt.toggle")

    @property
    def piece(self) -> int | None:
        """The highlighted proposal; None on the front matter, without which nothing is a page."""
        row = self.query_one(RowList).row
        return row.key if row is not None and isinstance(row.key, int) else None

    def toggle(self) -> None:
        """Leave the highlighted proposal out, or take it in again; go on to the next."""
        if self.piece is not None:
            self._left_out ^= {self.piece}
            rows = self.query_one(RowList)
            self._list(min(rows.cursor + 1, len(rows.rows) - 1))

    def toggle_all(self) -> None:
        """Leave all out, or take all in again."""
        everything = set(range(len(self._proposed.pieces)))
        self._left_out = set() if self._left_out else everything
        self._list(self.query_one(RowList).cursor)

    def adopt(self) -> None:
        """Do what is chosen."""
        try:
            adopt(self.session.workspace, self._proposed, self._left_out)
        except AppError as error:
            self.say(error.message, wrong=True)
            return
        self.dismiss(True)

    def _list(self, cursor: int = 0) -> None:
        """Show which proposals are chosen."""
        pieces = self._proposed.pieces
        rows = [ListRow(_("Front matter, which makes it a page"), "✓", "", "place", key=None)]
        for at, piece in enumerate(pieces):
            is_out = at in self._left_out
            rows.append(
                ListRow(
                    one_line(piece.text),
                    "·" if is_out else "✓",
                    _PIECES[piece.what],
                    "blank" if is_out else "entry",
                    key=at,
                )
            )
        found = self.query_one(RowList)
        found.show(rows, cursor)
        found.border_title = title(
            _("Make a page of this text · {count} of {count2}").format(
                count=len(pieces) - len(self._left_out), count2=len(pieces)
            )
        )
        self._show()

    def _show(self) -> None:
        """Show the lines around the highlighted proposal as they would be."""
        view = self.query_one(SourceView)
        try:
            page = self._proposed.page.spliced(self._proposed.splices(self._left_out))
        except AppError as error:
            view.show([SourceLine(one_line(error.message), style="error")])
            return
        lines = diff_lines(unified(self._proposed.page.text, page.text, "").removesuffix("\n").split("\n")[2:])
        view.show(lines)
        view.border_title = title(_("as it would be"))
        piece = self.piece
        if piece is not None:
            text = self._proposed.pieces[piece].text
            at = next((at for at, line in enumerate(lines) if line.text[1:].strip().endswith(text)), 0)
            view.reveal_line(at)
        self.refresh_footer()
