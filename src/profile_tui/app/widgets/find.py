"""The line in which one types what to find."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input

from profile_tui.app.widgets.fields import LineField
from profile_tui.text.catalogue import _
from profile_tui.text.dataclass import dataclass


class FindLine(LineField):
    """Filters the list below it at every key; enter goes to the list, esc shows all again."""

    DEFAULT_CSS = "FindLine { background: $panel; &:focus { background: $panel; } }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "clear_find", _("Show all"), show=False),
        Binding("down,tab", "to_list", _("To the list"), show=False),
    ]

    @dataclass
    class Typed(Message):
        """Other words are to be found."""

        words: str
        """The words; empty for all again, while one goes on typing."""

    @dataclass
    class Left(Message):
        """The keys are to go to the list."""

        opens: bool = False
        """Whether Enter was pressed once more before they went there: it is for the list."""

    class Cleared(Message):
        """All is to be shown again, without the line."""

    def __init__(self) -> None:
        """Make an empty line."""
        super().__init__()
        self.id = "find"
        self._is_left = False
        self.placeholder = _("Find in all sections: type words; enter goes to the list, esc shows all")

    def on_mount(self) -> None:
        """It is opened to be typed in."""
        self.screen.set_focus(self)

    def on_focus(self, event: events.Focus) -> None:
        """What is typed is for the line again."""
        self._is_left = False

    async def action_submit(self) -> None:
        """Go to the list, and where Enter comes once more at once, open what is highlighted there."""
        if self._is_left:
            self.post_message(self.Left(opens=True))
            return
        self._is_left = True
        await super().action_submit()

    def on_input_changed(self, message: Input.Changed) -> None:
        """Filter."""
        message.stop()
        self._is_left = False
        self.post_message(self.Typed(message.value))

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Go to the list."""
        message.stop()
        self.action_to_list()

    def action_to_list(self) -> None:
        """Go to the list."""
        self.post_message(self.Left())

    def action_clear_find(self) -> None:
        """Show all again."""
        self.post_message(self.Cleared())
