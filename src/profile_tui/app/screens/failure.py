"""What is seen where a path cannot be edited: what is wrong, and how to leave."""

from __future__ import annotations

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from profile_tui.app.shown import one_line
from profile_tui.app.widgets.colors import readable


class FailureApp(App[None]):
    """Shows one message; any of the usual keys leaves."""

    ENABLE_COMMAND_PALETTE = False
    CSS = "FailureApp { Screen { align: center middle; } Static { width: auto; max-width: 90%; margin: 1 2; } }"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("q,escape,enter,ctrl+c", "quit", "Leave", show=False)]

    def __init__(self, message: str) -> None:
        """The screen for a message."""
        super().__init__()
        self._message = one_line(message)

    def get_css_variables(self) -> dict[str, str]:
        """Return the theme's colours, those of text so that it can be read."""
        return readable(super().get_css_variables())

    def compose(self) -> ComposeResult:
        """The message, and the key."""
        yield Static(self._message, markup=False)
        yield Static("q leaves", markup=False)
