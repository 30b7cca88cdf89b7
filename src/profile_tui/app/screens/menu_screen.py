"""A question with a few answers, over the screen that asks it."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from profile_tui.app.screens.command_screen import CommandScreen, title
from profile_tui.app.widgets.row_list import RowList
from profile_tui.app.widgets.rows import ListRow
from profile_tui.app.widgets.terminal_text import one_line
from profile_tui.text.catalogue import _

T = TypeVar("T")


_FRAME = 2
"""Lines that the frame takes."""
_WHOLE = 3
"""Lines that the whole text of an answer takes."""
_BESIDE = 7
"""Columns of a row that are before its text: the pointer and the key."""


class MenuScreen(ModalScreen[T], CommandScreen[T]):
    """Its answers are the commands of its context: chosen by their keys, by the arrows and enter, or by the mouse."""

    DEFAULT_CSS = """
    MenuScreen {
        align: center middle;
        #box { border-title-color: $foreground; border-subtitle-color: $foreground; }
        #box { width: 74; max-width: 96%; height: auto; max-height: 100%; }
        #message { height: auto; }
        #box { border: round $border; padding: 0 1; background: $surface; }
        Static { height: auto; padding: 0 1 1 1; }
        RowList { height: auto; }
        #whole { padding: 1 1 0 1; height: 3; color: $text-muted; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "choose", show=False)]

    def __init__(self, heading: str, message: str) -> None:
        """Make a question.

        Args:
            heading: What it is about.
            message: What one must know to answer.
        """
        super().__init__()
        self._heading = heading
        self._message = message

    def compose(self) -> ComposeResult:
        """Return the message, and the answers."""
        with Vertical(id="box") as box:
            box.border_title = title(self._heading)
            with VerticalScroll(id="message", can_focus=False):
                yield Static("\n".join(map(one_line, self._message.split("\n"))), markup=False)
            yield RowList()
            yield Static(id="whole", markup=False)

    def on_mount(self) -> None:
        """List the answers."""
        self.query_one(RowList).show(self.answers())
        self.show_whole()
        self.set_focus(self.query_one(RowList))

    def on_resize(self) -> None:
        """The answers are in sight, however small the terminal is; the message gives way."""
        self.show_whole()
        room = self.app.size.height - len(self.query_one(RowList).rows) - _FRAME - self._below
        self.query_one("#message").styles.max_height = max(1, room)

    @property
    def _below(self) -> int:
        """The lines that the highlighted answer has below all of them."""
        return _WHOLE if self.query_one("#whole").display else 0

    def show_whole(self) -> None:
        """Show the highlighted answer below all of them, where one is cut in its row."""
        answers, whole = self.query_one(RowList), self.query_one("#whole", Static)
        room = answers.size.width - _BESIDE
        whole.display = 0 < room < max((cell_len(row.text) for row in answers.rows), default=0)
        whole.update(answers.row.text if answers.row else "")

    def on_row_list_highlighted(self) -> None:
        """Another answer is the one to be read."""
        self.show_whole()

    def answers(self) -> list[ListRow]:
        """Return a row for each command that can be done now."""
        commands = [command for command in self.offered() if command.context == self.CONTEXT]
        return [
            ListRow(_told(command.title, command.help), command.key_names[0], key=command.id) for command in commands
        ]

    async def action_choose(self) -> None:
        """Give the highlighted answer."""
        row = self.query_one(RowList).row
        if row is not None:
            await self.run_command(str(row.key))

    async def on_row_list_chosen(self) -> None:
        """A second click chooses."""
        await self.action_choose()


def _told(name: str, does: str) -> str:
    """Return a command's name and what it does."""
    return _("{title}. {help}").format(title=name, help=does)
