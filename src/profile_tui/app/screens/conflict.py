"""Where both the user and another program changed the same lines: one side is chosen, place by place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from profile_tui.app.keys.registry import bindings
from profile_tui.app.screens.command_screen import CommandScreen, title
from profile_tui.app.widgets.bars import Footer, TitleBar
from profile_tui.app.widgets.row_list import RowList
from profile_tui.app.widgets.rows import ListRow
from profile_tui.app.widgets.source import SourceLine, SourceView
from profile_tui.app.widgets.terminal_text import one_line
from profile_tui.text.catalogue import _, counting
from profile_tui.text.source import Source
from profile_tui.workspace.drafts.merge import Conflict, chosen


class ConflictScreen(CommandScreen[bytes | None]):
    """Both sides of each place, of which one is chosen; the user's at first."""

    CONTEXT = "conflict"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("conflict")]
    DEFAULT_CSS = """
    ConflictScreen {
        RowList { height: 1fr; border: round $border; }
        SourceView { height: 2fr; border: round $border; }
    }
    """

    def __init__(self, name: str, pieces: Sequence[bytes | Conflict]) -> None:
        """Make the screen for a file."""
        super().__init__()
        self._name_of_file = name
        self._pieces = pieces
        self._theirs: set[int] = set()

    def compose(self) -> ComposeResult:
        """Return header, places, both sides of one of them, and footer."""
        yield TitleBar(self.session)
        yield RowList()
        yield SourceView()
        yield Footer(self.offered, self.run_command)

    def on_mount(self) -> None:
        """List the places."""
        self._list()
        self.set_focus(self.query_one(RowList))

    def on_row_list_highlighted(self) -> None:
        """Show both sides of another place."""
        self._show()

    async def on_row_list_chosen(self) -> None:
        """A second click takes the other side."""
        await self.run_command("conflict.toggle")

    def toggle(self) -> None:
        """Switch the highlighted place to the other side."""
        rows = self.query_one(RowList)
        if rows.row is not None and isinstance(rows.row.key, int):
            self._theirs ^= {rows.row.key}
            self._list(rows.cursor)

    def apply(self) -> None:
        """Leave with what is chosen."""
        self.dismiss(chosen(self._pieces, self._theirs))

    def _list(self, cursor: int = 0) -> None:
        """Show which side of each place is chosen."""
        rows = []
        for at, piece in enumerate(self._pieces):
            if isinstance(piece, Conflict):
                is_theirs = at in self._theirs
                said = _first(piece.theirs if is_theirs else piece.mine)
                rows.append(ListRow(said, _("theirs") if is_theirs else _("yours"), changed=not is_theirs, key=at))
        found = self.query_one(RowList)
        found.show(rows, cursor)
        places = counting("{count} place", "{count} places", len(rows))
        found.border_title = title(
            _("{name} · both changed {places}").format(name=one_line(self._name_of_file), places=places)
        )
        self._show()

    def _show(self) -> None:
        """Show both sides of the highlighted place."""
        row = self.query_one(RowList).row
        piece = self._pieces[row.key] if row is not None and isinstance(row.key, int) else None
        if isinstance(piece, Conflict):
            is_theirs = row is not None and row.key in self._theirs
            self.query_one(SourceView).show(
                [
                    *_side(_("Yours:"), piece.mine, "" if is_theirs else "added"),
                    *_side(_("On disk, by another program:"), piece.theirs, "added" if is_theirs else ""),
                ]
            )
        self.refresh_footer()


def _first(lines: bytes) -> str:
    """Return the first line of a side that says something."""
    text = next((line for line in Source(lines).text.split("\n") if line.strip()), "")
    return one_line(text) or _("(taken away)")


def _side(heading: str, lines: bytes, style: str) -> Iterator[SourceLine]:
    """Yield the lines of a side below its heading."""
    yield SourceLine(heading, style="heading")
    text = Source(lines).text.removesuffix("\n")
    yield from (SourceLine(line, style=style) for line in (text or _("(taken away)")).split("\n"))
