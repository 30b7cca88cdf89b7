"""Choosing between the user's lines and another program's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from profile_tui.app.keys.command import Command, Group
from profile_tui.app.keys.registry import register
from profile_tui.text.catalogue import _

if TYPE_CHECKING:
    from profile_tui.app.screens.conflict import ConflictScreen


@register
class ApplyChoice(Command["ConflictScreen"]):
    """Use the chosen lines; nothing is saved yet, and u undoes it."""

    id = "conflict.apply"
    context = "conflict"
    keys = "enter,ctrl+s"
    title = _("Apply")
    footer = _("Apply")
    group = Group.PURPOSE

    def run(self, screen: ConflictScreen) -> None:
        """Apply it."""
        screen.apply()


@register
class OtherSide(Command["ConflictScreen"]):
    """Switch the highlighted place to the other side."""

    id = "conflict.toggle"
    context = "conflict"
    keys = "x,space"
    priority = True  # in a list, the space bar would go a page down
    title = _("Take the other side")
    footer = _("Other side")
    group = Group.PURPOSE

    def run(self, screen: ConflictScreen) -> None:
        """Take it."""
        screen.toggle()


@register
class LeaveConflict(Command["ConflictScreen"]):
    """Go back with the other program's lines; ctrl+r puts yours there."""

    id = "conflict.back"
    context = "conflict"
    keys = "escape,q"
    title = _("Back")
    footer = _("Back")
    group = Group.BACK

    def run(self, screen: ConflictScreen) -> None:
        """Go back."""
        screen.dismiss(None)
