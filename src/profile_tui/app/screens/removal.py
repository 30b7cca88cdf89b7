"""Publications that other lists of the site have, too: what their removal would change there, before it is done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import BindingType

from profile_tui.app.keys.registry import bindings
from profile_tui.app.screens.command_screen import CommandScreen, title
from profile_tui.app.screens.diff_lines import diff_lines
from profile_tui.app.widgets.bars import Footer, TitleBar
from profile_tui.app.widgets.source import SourceLine, SourceView
from profile_tui.app.widgets.terminal_text import one_line
from profile_tui.text.catalogue import _

Answer = Literal["everywhere", "here", ""]
"""Where it is removed; empty for nowhere."""


class RemovalScreen(CommandScreen[Answer]):
    """The diff of a removal from all lists; it is left with where it is to be done."""

    CONTEXT = "removal"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("removal")]
    DEFAULT_CSS = "RemovalScreen SourceView { border: round $border; }"

    def __init__(self, files: Sequence[str], diff: str, refusal: str) -> None:
        """Make the screen.

        Args:
            files: The other files that have the publication.
            diff: What its removal from all of them would change.
            refusal: Why it cannot be removed from all of them; empty where it can.
        """
        super().__init__()
        self.refusal = refusal
        self._files = files
        self._diff = diff

    def compose(self) -> ComposeResult:
        """Header, diff, footer."""
        yield TitleBar(self.session)
        yield SourceView()
        yield Footer(self.offered, self.run_command)

    def on_mount(self) -> None:
        """Show why it cannot be done, or what would change."""
        view = self.query_one(SourceView)
        body = self._diff.removesuffix("\n").split("\n") if self._diff else []
        refused = [SourceLine(one_line(self.refusal), style="error")] if self.refusal else []
        view.show([*refused, *diff_lines(body)])
        view.border_title = title(_("also in {files}").format(files=", ".join(map(one_line, self._files))))
        view.border_subtitle = title(_("one step; nothing is saved yet"))
        self.set_focus(view)
