"""A line to type in, above a list of what it finds; enter takes what is highlighted."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from profile_tui.app.screens.command_screen import CommandScreen, title
from profile_tui.app.widgets.bars import Footer
from profile_tui.app.widgets.fields import LineField
from profile_tui.app.widgets.row_list import RowList
from profile_tui.text.catalogue import _

if TYPE_CHECKING:
    from textual.widgets import Input

T = TypeVar("T")


class PickLine(LineField):
    """What one types; the arrows go through the list below it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "list('step', -1)", _("Up"), show=False),
        Binding("down", "list('step', 1)", _("Down"), show=False),
        Binding("pageup", "list('page', -1)", _("Page up"), show=False),
        Binding("pagedown", "list('page', 1)", _("Page down"), show=False),
    ]
    passes: ClassVar[tuple[str, ...]] = ("enter",)
    """Keys that it takes and leaves to its screen, whose footer names them."""

    def action_list(self, how: str, by: int) -> None:
        """Move the highlight of the list."""
        listing = self.screen.query_one(RowList)
        if how == "step":
            listing.action_step(by)
        else:
            listing.action_page(by)


class PickScreen(ModalScreen[T], CommandScreen[T]):
    """The box around the two, over the screen that opened it."""

    DEFAULT_CSS = """
    PickScreen {
        align: center middle;
        #box { border-title-color: $foreground; border-subtitle-color: $foreground; }
        #box { width: 96; max-width: 96%; height: 80%; border: round $border; padding: 0 1; background: $surface; }
        PickLine { width: 1fr; background: $boost; }
        RowList { height: 1fr; margin-top: 1; }
        Footer { dock: none; background: $surface; }
    }
    """

    def __init__(self, heading: str, placeholder: str, typed: str = "") -> None:
        """Make the box.

        Args:
            heading: What it is headed.
            placeholder: What may be typed.
            typed: What the line holds at first.
        """
        super().__init__()
        self._heading = heading
        self._placeholder = placeholder
        self._at_first = typed

    def compose(self) -> ComposeResult:
        """Return the line to type in, the list, the keys."""
        with Vertical(id="box") as box:
            box.border_title = title(self._heading)
            line = PickLine(self._at_first)
            line.placeholder = self._placeholder
            yield line
            yield RowList(led=True)
            yield Footer(self.offered, self.run_command)

    def on_mount(self) -> None:
        """Give the keys to the line."""
        self.set_focus(self.line)

    @property
    def line(self) -> PickLine:
        """The line to type in."""
        return self.query_one(PickLine)

    @property
    def rows(self) -> RowList:
        """The list."""
        return self.query_one(RowList)

    def tell(self, count: str) -> None:
        """Say below the list how much it holds."""
        self.query_one("#box").border_subtitle = title(count)
        self.refresh_footer()

    def on_row_list_chosen(self) -> None:
        """A second click is the same as enter."""
        self.choose()

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Enter takes what is highlighted."""
        message.stop()
        self.choose()

    @abstractmethod
    def choose(self) -> None:
        """Take what is highlighted."""
