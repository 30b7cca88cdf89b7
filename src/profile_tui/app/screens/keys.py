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

_SHARE = 4
"""Which part of the width the keys get at most."""


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
        listed = [
            (" ".join(command.key_names), command.help, "" if command in self._offered else "dim")
            for command in commands(self._of)
            if command.keys
        ]
        listed += [(" ".join(keys), words, "") for keys, words in OTHER_KEYS.get(self._of, ())]
        longest = max((len(keys) for keys, _unused, _unused in listed), default=0)
        column = min(longest, self.app.size.width // _SHARE) + 2
        lines = [_line(*parts, column) for parts in listed]
        view = self.query_one(SourceView)
        view.show(lines)
        self.set_focus(view)

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)


def _line(keys: str, words: str, style: str, column: int) -> SourceLine:
    """Return a line of the list; keys that are wider than their column push the words to the right."""
    return SourceLine(f"{keys:<{column - 2}}  {words}", None, style, hang=column)
