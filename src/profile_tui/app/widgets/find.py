"""The line in which one types what to find."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from profile_tui.app.widgets.fields import LineField

if TYPE_CHECKING:
    from textual.widgets import Input


class FindLine(LineField):
    """Filters the list below it at every key; enter goes to the list, esc shows all again."""

    DEFAULT_CSS = "FindLine { margin: 0 1; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "clear_find", "Show all", show=False),
        Binding("down,tab", "to_list", "To the list", show=False),
    ]

    def __init__(self) -> None:
        """An empty line."""
        super().__init__()
        self.placeholder = "find: type words; enter goes to the list, esc shows all"

    def on_mount(self) -> None:
        """It is opened to be typed in."""
        self.screen.set_focus(self)

    def on_input_changed(self, message: Input.Changed) -> None:
        """Filters."""
        message.stop()
        from profile_tui.app.screens.main import MainScreen

        if isinstance(self.screen, MainScreen) and message.value:
            self.screen.find(message.value)
        elif isinstance(self.screen, MainScreen):
            self.screen.finding = ""
            self.screen.show_view()

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Goes to the list."""
        message.stop()
        self.action_to_list()

    def action_to_list(self) -> None:
        """Goes to the list."""
        from profile_tui.app.screens.main import MainScreen

        if isinstance(self.screen, MainScreen):
            if not self.screen.finding:
                self.screen.find("")
            else:
                self.screen.focus_pane("entries")

    def action_clear_find(self) -> None:
        """Shows all again."""
        from profile_tui.app.screens.main import MainScreen

        if isinstance(self.screen, MainScreen):
            self.screen.find("")
