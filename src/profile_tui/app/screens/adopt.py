"""What makes a page of a plain text, piece by piece; any can be left out, and the lines show what comes of it."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from profile_tui.app.keys.registry import bindings
from profile_tui.app.screens.choosing import ChoosingScreen
from profile_tui.app.screens.command_screen import title
from profile_tui.app.screens.diff_lines import diff_lines
from profile_tui.app.widgets.rows import ListRow
from profile_tui.app.widgets.source import SourceLine
from profile_tui.app.widgets.terminal_text import one_line
from profile_tui.text.catalogue import _
from profile_tui.text.errors import AppError
from profile_tui.workspace.adopting import Proposed, adopt
from profile_tui.workspace.documents.diff import unified

_PIECES = {"heading": _("heading"), "entry": _("entry"), "separate lines": _("separate lines")}
"""What is proposed at once, in words."""


class AdoptScreen(ChoosingScreen[bool]):
    """The proposals for a plain text, and the lines around the highlighted one as they would be."""

    CONTEXT = "adopt"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("adopt")]

    def __init__(self, proposed: Proposed) -> None:
        """Make the screen; everything is chosen at first."""
        super().__init__()
        self._proposed = proposed
        self._left_out: set[int] = set()

    def toggle(self) -> None:
        """Leave the highlighted proposal out, or take it in again; go on to the next."""
        if self.choice is not None:
            self._left_out ^= {self.choice}
            self.list_choices(min(self.choices.cursor + 1, len(self.choices.rows) - 1))

    def toggle_all(self) -> None:
        """Leave all out, or take all in again."""
        everything = set(range(len(self._proposed.pieces)))
        self._left_out = set() if self._left_out else everything
        self.list_choices(self.choices.cursor)

    def adopt(self) -> None:
        """Do what is chosen."""
        try:
            adopt(self.session.workspace, self._proposed, self._left_out)
        except AppError as error:
            self.say(error.message, wrong=True)
            return
        self.dismiss(True)

    def rows(self) -> tuple[list[ListRow], str]:
        """Return the proposals, of which the front matter must be there, and how many are chosen."""
        pieces = self._proposed.pieces
        rows = [ListRow(_("Front matter, which makes it a page"), "✓", "", "place", key=None)]
        for at, piece in enumerate(pieces):
            is_out = at in self._left_out
            sign, role = ("·", "blank") if is_out else ("✓", "entry")
            rows.append(ListRow(one_line(piece.text), sign, _PIECES[piece.what], role, key=at))
        chosen = len(pieces) - len(self._left_out)
        heading = _("Make a page of this text · {count} of {count2}").format(count=chosen, count2=len(pieces))
        return rows, heading

    def show_choice(self) -> None:
        """Show the lines around the highlighted proposal as they would be."""
        try:
            page = self._proposed.page.spliced(self._proposed.splices(self._left_out))
        except AppError as error:
            self.lines.show([SourceLine(one_line(error.message), style="error")])
            return
        lines = diff_lines(unified(self._proposed.page.text, page.text, "").removesuffix("\n").split("\n")[2:])
        self.lines.show(lines)
        self.lines.border_title = title(_("as it would be"))
        if self.choice is not None:
            text = self._proposed.pieces[self.choice].text
            at = next((at for at, line in enumerate(lines) if line.text[1:].strip().endswith(text)), 0)
            self.lines.reveal_line(at)
