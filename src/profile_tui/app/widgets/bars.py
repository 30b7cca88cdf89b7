"""The line at the top and the line at the bottom. Both fit their width."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from rich.cells import cell_len
from rich.text import Text
from textual.widget import Widget

from profile_tui.app.keys.command import Command
from profile_tui.app.session.session import Session
from profile_tui.app.widgets.terminal_text import elided_path, one_line, plural


class TitleBar(Widget):
    """What is open, how much waits to be saved, and the branch."""

    DEFAULT_CSS = "TitleBar { height: 1; background: $panel; color: $foreground; }"

    def __init__(self, session: Session) -> None:
        """Make the header of a session."""
        super().__init__()
        self._session = session

    def render(self) -> Text:
        """Return the line; where room is short, the path gives way."""
        place, width = self._session.place, self.size.width
        workspace = self._session.workspace
        waiting = len(workspace.steps)
        site = one_line(place.root.name) if place.root else ""
        right = "  ".join(part for part in (one_line(self._session.branch),) if part)
        changes = f"● {plural(waiting, 'change')}" if waiting else "● changed" if workspace.dirty else ""
        taken = cell_len(right) + cell_len(changes) + 4
        left = f" {site}  " if site and width >= 60 else " "
        name = elided_path(one_line(place.name), max(8, width - taken - cell_len(left)))
        line = Text(no_wrap=True, end="")
        line.append(left, "bold")
        line.append(name)
        gap = width - cell_len(left) - cell_len(name) - taken + 2
        line.append(" " * max(1, gap))
        line.append(changes, "bold")
        line.append("  " + right + " ")
        return line


class Footer(Widget):
    """The keys of the commands that can be done now, as many as fit."""

    DEFAULT_CSS = "Footer { height: 1; dock: bottom; background: $panel; color: $foreground; }"

    def __init__(self, offered: Callable[[], Sequence[Command[Any]]]) -> None:
        """Make a footer.

        Args:
            offered: Gives the commands that can be done now, the most important first.
        """
        super().__init__()
        self._offered = offered

    def render(self) -> Text:
        """Keys and words, the most important first; what does not fit is left out whole."""
        line = Text(" ", no_wrap=True, end="")
        for key, word in self._shown():
            line.append(key, "bold")
            line.append(f" {word}  ")
        line.rstrip()
        return line

    def _shown(self) -> list[tuple[str, str]]:
        """Return the pairs of key and word that fit; where room is short, the last group gives way first."""
        pairs = [(self._key(one), one.footer, one.group) for one in self._offered() if one.footer and one.keys]
        while pairs and sum(cell_len(key) + cell_len(word) + 3 for key, word, _ in pairs) - 1 > self.size.width:
            last = max(group for _, _, group in pairs)
            pairs.remove(next(pair for pair in reversed(pairs) if pair[2] == last))
        return [(key, word) for key, word, _ in pairs]

    def _key(self, one: Command[Any]) -> str:
        """Return the key to show: where one types, none that would be typed."""
        focused = self.screen.focused
        for key, name in zip(one.keys.split(","), one.key_names, strict=True):
            if focused is None or not focused.check_consume_key(key, name if len(name) == 1 else None):
                return name
        return one.key_names[0]
