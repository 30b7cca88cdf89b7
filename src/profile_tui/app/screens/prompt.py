"""Asks for one line, or for one key, over the screen that wants it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from profile_tui.app.screens.command_screen import title
from profile_tui.app.widgets.fields import LineField
from profile_tui.app.widgets.terminal_text import one_line
from profile_tui.text.catalogue import _

if TYPE_CHECKING:
    from textual.widgets import Input

_CSS = """
{name} {{
    align: center middle;
    #box {{ border-title-color: $foreground; border-subtitle-color: $foreground; }}
    #box {{ width: 74; max-width: 96%; height: auto; border: round $border; padding: 0 1; background: $surface; }}
    Static {{ height: auto; padding: 0 1; }}
}}
"""


class PromptScreen(ModalScreen[str | None]):
    """One line to type; enter takes it, esc leaves it."""

    DEFAULT_CSS = _CSS.format(name="PromptScreen")
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    def __init__(
        self, heading: str, message: str, value: str = "", complete: Callable[[str], Sequence[str]] | None = None
    ) -> None:
        """Ask for a line.

        Args:
            heading: What it is.
            message: What it takes.
            value: What is there at first.
            complete: Gives what a typed text may go on as, for the right arrow; nothing where left out.
        """
        super().__init__()
        self._complete = complete
        self._heading = heading
        self._message = message
        self._value = value

    def compose(self) -> ComposeResult:
        """Return the message and the line."""
        with Vertical(id="box") as box:
            box.border_title = title(self._heading)
            box.border_subtitle = title(_("enter keeps it, esc leaves it"))
            yield Static(one_line(self._message), markup=False)
            yield LineField(self._value)

    def on_mount(self) -> None:
        """Give the keys to the line."""
        self.set_focus(self.query_one(LineField))

    def on_input_changed(self, message: Input.Changed) -> None:
        """Offer how it may go on."""
        message.stop()
        if self._complete is not None and message.value:
            self.query_one(LineField).offer(self._complete(message.value))

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Take it."""
        message.stop()
        if self.is_active:
            self.dismiss(message.value.strip())

    def action_leave(self) -> None:
        """Leave it."""
        self.dismiss(None)


class KeyPromptScreen(ModalScreen[str | None]):
    """Takes the next key; esc leaves."""

    DEFAULT_CSS = _CSS.format(name="KeyPromptScreen")

    def __init__(self, heading: str) -> None:
        """Ask for the key of something."""
        super().__init__()
        self._heading = heading

    def compose(self) -> ComposeResult:
        """Return the question."""
        with Vertical(id="box") as box:
            box.border_title = title(self._heading)
            yield Static(_("Press the new key; esc keeps the old one."), markup=False)

    def on_key(self, event: events.Key) -> None:
        """Take the key."""
        event.stop()
        event.prevent_default()
        if self.is_active:
            self.dismiss(None if event.key == "escape" else event.key)
