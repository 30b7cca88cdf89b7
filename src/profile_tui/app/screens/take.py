"""What taking papers of a list would change, before it is done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from profile_tui.app.keys.registry import bindings
from profile_tui.app.screens.command_screen import CommandScreen, title
from profile_tui.app.screens.diff_lines import diff_lines
from profile_tui.app.widgets.bars import Footer, TitleBar
from profile_tui.app.widgets.source import SourceLine, SourceView
from profile_tui.app.widgets.terminal_text import one_line
from profile_tui.text.catalogue import _


class TakeScreen(CommandScreen[bool]):
    """The diff of what was ticked; enter applies it, as one step."""

    CONTEXT = "take"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("take")]
    DEFAULT_CSS = "TakeScreen SourceView { border: round $border; }"

    def __init__(self, diff: str, refused: Sequence[str]) -> None:
        """Make the screen.

        Args:
            diff: What would change.
            refused: Why some papers cannot be taken, a line for each.
        """
        super().__init__()
        self.diff = diff
        self._refused = refused

    def compose(self) -> ComposeResult:
        """Header, diff, footer."""
        yield TitleBar(self.session)
        yield SourceView()
        yield Footer(self.offered, self.run_command)

    def on_mount(self) -> None:
        """Show what is refused, then the diff."""
        view = self.query_one(SourceView)
        refused = [SourceLine(_("left out: {why}").format(why=one_line(why)), style="error") for why in self._refused]
        body = self.diff.removesuffix("\n").split("\n") if self.diff else []
        view.show([*refused, *diff_lines(body)])
        view.border_title = title(_("will be changed"))
        view.border_subtitle = title(_("one step; nothing is saved yet"))
        self.set_focus(view)
