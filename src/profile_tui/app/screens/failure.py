"""What is seen where a path cannot be edited: what is wrong, and how to leave."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from profile_tui.app.widgets.colors import readable
from profile_tui.app.widgets.terminal_text import one_line


class FailureApp(App[bool]):
    """Shows what is wrong; any of the usual keys leaves, and w answers yes where something is offered."""

    ENABLE_COMMAND_PALETTE = False
    CSS = "FailureApp { Screen { align: center middle; } Static { width: auto; max-width: 90%; margin: 1 2; } }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,escape,enter,ctrl+c", "quit", "Leave", show=False),
        Binding("w", "write", "Write anew", show=False),
    ]

    def __init__(self, messages: Sequence[str], *, offers: bool = False) -> None:
        """Make the screen for a few messages.

        Args:
            messages: The messages.
            offers: Whether the file can be written anew from its draft.
        """
        super().__init__()
        self._messages = list(map(one_line, messages))
        self._offers = offers

    def get_css_variables(self) -> dict[str, str]:
        """Return the theme's colours, those of text so that it can be read."""
        return readable(super().get_css_variables())

    def compose(self) -> ComposeResult:
        """Return the messages, and the keys."""
        if self._offers:
            self._messages.append("An earlier run kept your unsaved changes to it, with the whole text.")
        for message in self._messages:
            yield Static(message, markup=False)
        yield Static("Press w to write the file anew, q to quit" if self._offers else "Press q to quit", markup=False)

    def action_write(self) -> None:
        """Leave, to write the file anew."""
        if self._offers:
            self.exit(True)
