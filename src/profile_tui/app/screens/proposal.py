"""What something would change, as a diff, before it is done."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from textual.app import ComposeResult

from profile_tui.app.screens.command_screen import CommandScreen, title
from profile_tui.app.screens.diff_lines import diff_lines
from profile_tui.app.widgets.bars import Footer, TitleBar
from profile_tui.app.widgets.source import SourceLine, SourceView
from profile_tui.app.widgets.terminal_text import one_line
from profile_tui.text.catalogue import _

T = TypeVar("T")


class ProposalScreen(CommandScreen[T]):
    """The diff of one step that is not done yet, below what cannot be done of it."""

    DEFAULT_CSS = "ProposalScreen SourceView { border: round $border; }"

    def __init__(self, heading: str, diff: str, refused: Iterable[str]) -> None:
        """Make the screen.

        Args:
            heading: What is shown, for the border.
            diff: What would change.
            refused: What cannot be done and why, a line for each.
        """
        super().__init__()
        self.diff = diff
        self._heading = heading
        self._refused = tuple(refused)

    def compose(self) -> ComposeResult:
        """Header, diff, footer."""
        yield TitleBar(self.session)
        yield SourceView()
        yield Footer(self.offered, self.run_command)

    def on_mount(self) -> None:
        """Show what is refused, then the diff."""
        view = self.query_one(SourceView)
        refused = [SourceLine(one_line(reason), style="error") for reason in self._refused]
        body = self.diff.removesuffix("\n").split("\n") if self.diff else []
        view.show([*refused, *diff_lines(body)])
        view.border_title = title(self._heading)
        view.border_subtitle = title(_("one step; nothing is saved yet"))
        self.set_focus(view)
