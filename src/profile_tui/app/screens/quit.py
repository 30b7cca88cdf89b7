"""Asks what to do with what waits before leaving."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from profile_tui.app.keys.registry import bindings
from profile_tui.app.screens.menu_screen import MenuScreen
from profile_tui.app.widgets.terminal_text import one_line
from profile_tui.text.catalogue import _, counting


class QuitScreen(MenuScreen[str | None]):
    """Save, keep a draft, discard, or stay."""

    CONTEXT = "quit"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("quit")]

    def __init__(self, steps: list[str]) -> None:
        """Make the question about these steps."""
        message = _("One change is not saved yet.")
        if steps:
            message = counting("{count} change is not saved yet.", "{count} changes are not saved yet.", len(steps))
        listed = "\n".join(f"· {one_line(step)}" for step in steps[-5:])
        super().__init__(_("Quit"), f"{message}\n{listed}")
