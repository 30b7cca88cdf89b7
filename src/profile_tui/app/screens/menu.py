"""A question with a few answers, over the screen that asks it."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from profile_tui.app.commands import commands
from profile_tui.app.rows import Row
from profile_tui.app.screens.base import CommandScreen, title
from profile_tui.app.shown import one_line
from profile_tui.app.widgets.listing import Listing

T = TypeVar("T")


class MenuScreen(ModalScreen[T], CommandScreen[T]):
    """Its answers are the commands of its context: chosen by their keys, by the arrows and enter, or by the mouse."""

    DEFAULT_CSS = """
    MenuScreen {
        align: center middle;
        #box { border-title-color: $foreground; border-subtitle-color: $foreground; }
        #box { width: 74; max-width: 96%; height: auto; max-height: 90%; }
        #box { border: round $border; padding: 0 1; background: $surface; }
        Static { height: auto; padding: 0 1 1 1; }
        Listing { height: auto; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "choose", show=False)]

    def __init__(self, heading: str, message: str) -> None:
        """A question.

        Args:
            heading: What it is about.
            message: What one must know to answer.
        """
        super().__init__()
        self._heading = heading
        self._message = message

    def compose(self) -> ComposeResult:
        """The message, and the answers."""
        with Vertical(id="box") as box:
            box.border_title = title(self._heading)
            yield Static("\n".join(map(one_line, self._message.split("\n"))), markup=False)
            yield Listing()

    def on_mount(self) -> None:
        """Lists the answers."""
        self.query_one(Listing).show(self.answers())
        self.set_focus(self.query_one(Listing))

    def answers(self) -> list[Row]:
        """A row for each command that can be done now."""
        found = [one for one in commands(self.CONTEXT) if one.context == self.CONTEXT and one.hindrance(self) is None]
        return [Row(f"{one.title}. {one.help}", one.key_names[0], key=one.id) for one in found]

    async def action_choose(self) -> None:
        """Gives the highlighted answer."""
        row = self.query_one(Listing).row
        if row is not None:
            await self.run_command(str(row.key))

    async def on_listing_chosen(self) -> None:
        """A second click chooses."""
        await self.action_choose()
