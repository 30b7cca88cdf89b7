"""Where both the user and another program changed the same lines: one side is chosen, place by place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.binding import BindingType

from profile_tui.app.keys.registry import bindings
from profile_tui.app.screens.choosing import ChoosingScreen
from profile_tui.app.widgets.rows import ListRow
from profile_tui.app.widgets.source import SourceLine
from profile_tui.app.widgets.terminal_text import one_line
from profile_tui.text.catalogue import _, counting
from profile_tui.text.source import Source
from profile_tui.workspace.drafts.merge import Conflict, chosen


class ConflictScreen(ChoosingScreen[bytes | None]):
    """Both sides of each place, of which one is chosen; the user's at first."""

    CONTEXT = "conflict"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("conflict")]
    DEFAULT_CSS = "ConflictScreen SourceView { height: 2fr; }"

    def __init__(self, name: str, pieces: Sequence[bytes | Conflict]) -> None:
        """Make the screen for a file."""
        super().__init__()
        self._name_of_file = name
        self._pieces = pieces
        self._theirs: set[int] = set()

    def toggle(self) -> None:
        """Take the other side of the highlighted place."""
        if self.choice is not None:
            self._theirs ^= {self.choice}
            self.list_choices(self.choices.cursor)

    def apply(self) -> None:
        """Leave with what is chosen."""
        self.dismiss(chosen(self._pieces, self._theirs))

    def rows(self) -> tuple[list[ListRow], str]:
        """Return the places with the side that is chosen, and how many there are."""
        rows = []
        for at, piece in enumerate(self._pieces):
            if isinstance(piece, Conflict):
                is_theirs = at in self._theirs
                line = _first(piece.theirs if is_theirs else piece.mine)
                rows.append(ListRow(line, _("theirs") if is_theirs else _("yours"), changed=not is_theirs, key=at))
        places = counting("{count} place", "{count} places", len(rows))
        heading = _("{name} · both changed {places}").format(name=one_line(self._name_of_file), places=places)
        return rows, heading

    def show_choice(self) -> None:
        """Show both sides of the highlighted place."""
        piece = self._pieces[self.choice] if self.choice is not None else None
        if isinstance(piece, Conflict):
            is_theirs = self.choice in self._theirs
            self.lines.show(
                [
                    *_side(_("Yours:"), piece.mine, "" if is_theirs else "added"),
                    *_side(_("On disk, by another program:"), piece.theirs, "added" if is_theirs else ""),
                ]
            )


def _first(lines: bytes) -> str:
    """Return the first line of a side that says something."""
    text = next((line for line in Source(lines).text.split("\n") if line.strip()), "")
    return one_line(text) or _("(removed)")


def _side(heading: str, lines: bytes, style: str) -> Iterator[SourceLine]:
    """Yield the lines of a side below its heading."""
    yield SourceLine(heading, style="heading")
    text = Source(lines).text.removesuffix("\n")
    yield from (SourceLine(line, style=style) for line in (text or _("(removed)")).split("\n"))
