"""The command palette: Textual's own, readable in every theme, and deaf to keys while its list is not drawn yet."""

from __future__ import annotations

from textual.command import CommandList, CommandPalette


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
