"""The keys of the screen that one comes from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from profile_tui.app.keys.other_keys import OTHER_KEYS
from profile_tui.app.keys.registry import bindings, commands
from profile_tui.app.screens.command_screen import CommandScreen, title
from profile_tui.app.widgets.source import SourceLine, SourceView
from profile_tui.text.catalogue import _

if TYPE_CHECKING:
    from profile_tui.app.keys.command import Command

_COLUMN = 20
"""How wide the column of keys is."""


class KeysScreen(ModalScreen[None], CommandScreen[None]):
    """A list of keys and what they do, made from the commands themselves."""

    CONTEXT = "keys"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("keys"),
        Binding("escape,q,enter,question_mark", "leave", _("Back"), show=False),
    ]
    DEFAULT_CSS = """
    KeysScreen {
        align: center middle;
        #box { border-title-color: $foreground; border-subtitle-color: $foreground; }
        #box { width: 78; max-width: 98%; height: auto; max-height: 94%; border: round $border; background: $surface; }
        SourceView { height: auto; max-height: 100%; }
    }
    """

    def __init__(self, context: str, offered: Sequence[Command[Any]]) -> None:
        """Make the keys of a kind of screen; those that cannot be used now are dim."""
        super().__init__()
        self._of = context
        self._offered = offered

    def compose(self) -> ComposeResult:
        """Return the list."""
        with Vertical(id="box") as box:
            box.border_title = title(_("Keys"))
            box.border_subtitle = title(_("esc back"))
            yield SourceView()

    def on_mount(self) -> None:
        """List them."""
        lines = []
        for command in commands(self._of):
            if command.keys:
                dim = command not in self._offered
                keys = " ".join(command.key_names)
                style = "dim" if dim else ""
                lines.append(_line(keys, command.help, style))
        lines += [_line(" ".join(keys), words, "") for keys, words in OTHER_KEYS.get(self._of, ())]
        view = self.query_one(SourceView)
        view.show(lines)
        self.set_focus(view)

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)


def _line(keys: str, words: str, style: str) -> SourceLine:
    """Return a line of the list."""
    column = f"{keys:<{_COLUMN}}"
    return SourceLine(column + words, None, style, hang=_COLUMN)
