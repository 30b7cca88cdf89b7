"""The command palette: Textual's own, readable in every theme, and deaf to keys while its list is not drawn yet."""

from __future__ import annotations

from textual.command import CommandInput, CommandList, CommandPalette
from textual.message import Message
from textual.theme import ThemeProvider
from textual.widgets import OptionList

from profile_tui.text.catalogue import _
from profile_tui.text.dataclass import dataclass


class Palette(CommandPalette):
    """Commands, or themes, by their names."""

    DEFAULT_CSS = """
    Palette {
        & > .command-palette--help-text { color: transparent; text-style: not bold not dim; }
        SearchIcon { color: $foreground; }
        CommandInput > .input--placeholder { color: $text-muted; }
        CommandList > .option-list--option-highlighted {
            color: $block-cursor-foreground;
            background: $block-cursor-background;
        }
    }
    """

    def _action_command_list(self, action: str) -> None:
        """Pass a key on to the list; one that comes before the list has a size would end the program in Textual."""
        if self.query_one(CommandList).size:
            super()._action_command_list(action)


class ThemePalette(Palette):
    """Themes by their names; the highlighted one is shown."""

    @dataclass
    class Passed(Message):
        """Another theme is highlighted."""

        theme: str
        """Its name."""

    def __init__(self) -> None:
        """Make the palette of all themes."""
        super().__init__(providers=[ThemeProvider], placeholder=_("Search for themes…"))
        self._moved = False

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell which one is highlighted; the first is at once, before anybody chose it."""
        self._moved = self._moved or event.option_index > 0 or self.query_one(CommandInput).value != ""
        if self._moved:
            self.app.post_message(self.Passed(str(event.option.prompt).strip()))
