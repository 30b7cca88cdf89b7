"""A preprint that is published now."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import TYPE_CHECKING

from profile_tui.app.keys.command import Command, Group
from profile_tui.app.keys.registry import register
from profile_tui.text.catalogue import _

if TYPE_CHECKING:
    from profile_tui.app.screens.main import MainScreen


@register
class Accept(Command["MainScreen"]):
    """Turn the highlighted preprint into its published version: looked up, shown, and announced if you like."""

    id = "publications.accept"
    keys = "A"
    title = _("A preprint was published: fill in its venue")
    group = Group.CHANGE

    def disabled_reason(self, screen: MainScreen) -> str | None:
        """It must be a preprint."""
        return None if screen.preprint is not None else _("Go to a preprint among the publications first.")

    def run(self, screen: MainScreen) -> Awaitable[object] | None:
        """Open its form, and ask for what is known."""
        return screen.accept()
