"""The line at the top and the line at the bottom. Both fit their width."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from rich.cells import cell_len
from rich.text import Text
from textual import events
from textual.widget import Widget

from profile_tui.app.keys.command import Command, Group
from profile_tui.app.session.session import Session
from profile_tui.app.widgets.looks import Look, styled
from profile_tui.app.widgets.terminal_text import elided_path, one_line

_KEY = Look("text-accent", text="bold")


class Bar(Widget):
    """A line that is drawn anew only where it says something else."""

    _drawn: Text | None = None

    @abstractmethod
    def line(self) -> Text:
        """Return what it says."""

    def render(self) -> Text:
        """Draw it."""
        self._drawn = self.line()
        return self._drawn

    def look_again(self) -> None:
        """Draw it anew, if it says something else by now."""
        if self._drawn is None or self.line() != self._drawn:
            self.refresh()


class TitleBar(Bar):
    """What is open, how much waits to be saved, and the branch."""

    DEFAULT_CSS = "TitleBar { height: 1; background: $panel; color: $foreground; }"

    def __init__(self, session: Session) -> None:
        """Make the header of a session."""
        super().__init__()
        self._session = session

    def line(self) -> Text:
        """Return the line; where room is short, the path gives way."""
        target, width = self._session.target, self.size.width
        workspace = self._session.workspace
        waiting = self._session.pending.said(workspace.documents, self._session.listed)
        site = one_line(target.root.name) if target.root else ""
        right = "  ".join(part for part in (one_line(self._session.branch),) if part)
        changes = f"● {waiting}" if waiting else ""
        taken = cell_len(right) + cell_len(changes) + 4
        left = f" {site}  " if site and width >= 60 else " "
        name = elided_path(one_line(target.name), max(8, width - taken - cell_len(left)))
        line = Text(no_wrap=True, end="")
        line.append(left, "bold")
        line.append(name)
        gap = width - cell_len(left) - cell_len(name) - taken + 2
        line.append(" " * max(1, gap))
        line.append(changes, "bold")
        line.append("  " + right + " ")
        return line


class Footer(Bar):
    """The keys of the commands that can be done now, as many as fit."""

    DEFAULT_CSS = "Footer { height: 1; dock: bottom; background: $panel; color: $foreground; }"

    def __init__(self, offered: Callable[[], Sequence[Command[Any]]], run: Callable[[str], Awaitable[None]]) -> None:
        """Make a footer.

        Args:
            offered: Gives the commands that can be done now, the most important first.
            run: Does the command of an id, for a click.
        """
        super().__init__()
        self._offered = offered
        self._run = run

    def line(self) -> Text:
        """Keys and words, the most important first; what does not fit is left out whole."""
        line = Text(" ", no_wrap=True, end="")
        style = styled(self, _KEY)
        for key, command in self._shown():
            line.append(key, style)
            line.append(f" {command.footer}  ")
        line.rstrip()
        return line

    async def on_click(self, event: events.Click) -> None:
        """Do what is there."""
        end = 1
        for key, command in self._shown():
            start, end = end, end + cell_len(key) + cell_len(command.footer) + 3
            if start <= event.x < end - 2:
                await self._run(command.id)
                return

    def _shown(self) -> list[tuple[str, Command[Any]]]:
        """Return what fits, with the keys to show; saving, leaving the program and the palette always do."""
        pairs = [(key, command) for command in self._offered() if command.footer and (key := self._key(command))]
        while (
            pairs and sum(cell_len(key) + cell_len(command.footer) + 3 for key, command in pairs) - 1 > self.size.width
        ):
            last = max(_last_to_go(command) for _, command in pairs)
            pairs.remove(next(pair for pair in reversed(pairs) if _last_to_go(pair[1]) == last))
        return pairs

    def _key(self, command: Command[Any]) -> str:
        """Return the key to show; where one types, none that the field takes, and nothing where it takes them all."""
        focused = self.screen.focused
        typing = focused is not None and focused.check_consume_key("a", "a")
        taken = self.screen.active_bindings if typing else {}
        passed = getattr(focused, "passes", ())
        for key, name in zip(command.keys.split(","), command.key_names, strict=True) if command.keys else ():
            if (
                focused is None
                or key in passed
                or not (
                    focused.check_consume_key(key, name if len(name) == 1 else None)
                    or (key in taken and taken[key].node is focused)
                )
            ):
                return name
        return ""


def _last_to_go(command: Command[Any]) -> int:
    """Return how soon a command gives way where room is short; how to save and to leave is what one must always see."""
    return 0 if command.stays or command.group is Group.QUIT else command.group
