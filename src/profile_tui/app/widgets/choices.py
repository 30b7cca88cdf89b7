"""A field of things to tick."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from profile_tui.app.widgets.terminal_text import one_line
from profile_tui.text.catalogue import _

Choices = Sequence[tuple[str, str]]
"""What there is to tick: the value of each, and what is shown of it."""


class ChoiceField(OptionList):
    """Things of which any may be ticked; its value holds those that are, one a line."""

    DEFAULT_CSS = """
    ChoiceField, ChoiceField:focus {
        height: auto; max-height: 5; border: none; padding: 0; background: $surface;
        & > .option-list--option-highlighted { background: $surface; color: $foreground; text-style: none; }
    }
    ChoiceField:focus > .option-list--option-highlighted { background: $boost; text-style: bold; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "select", _("Tick"), show=False)]

    class Ticked(Message):
        """Something was ticked, or is not any more."""

    def __init__(self, choices: Choices, value: str, *, name: str | None = None) -> None:
        """Make a field with what is ticked at first."""
        self._choices = choices
        self._ticked = set(value.split("\n"))
        super().__init__(*(Option(self._shown(choice, label)) for choice, label in choices), name=name, compact=True)

    @property
    def value(self) -> str:
        """What is ticked, one a line."""
        return "\n".join(value for value, _unused in self._choices if value in self._ticked)

    @value.setter
    def value(self, value: str) -> None:
        before, self._ticked = self.value, set(value.split("\n"))
        if self.value != before:
            self._redraw()

    def action_page_down(self) -> None:
        """Leave it to the screen: so few lines need no pages."""
        raise SkipAction

    def action_page_up(self) -> None:
        """The same."""
        raise SkipAction

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        """Tick it, or do so no longer."""
        message.stop()
        self._ticked ^= {self._choices[message.option_index][0]}
        self._redraw()

    def _redraw(self) -> None:
        """Show what is ticked, and tell of it."""
        for at, (value, label) in enumerate(self._choices):
            self.replace_option_prompt_at_index(at, self._shown(value, label))
        self.post_message(self.Ticked())

    def _shown(self, choice: str, label: str) -> Text:
        """A line: the mark says it without colour."""
        return Text(
            f"{'[x]' if choice in self._ticked else '[ ]'} {one_line(label)}", no_wrap=True, overflow="ellipsis"
        )
