"""What can be answered where the user is asked for their own name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from profile_tui.app.keys.command import Command, Group
from profile_tui.app.keys.registry import register

if TYPE_CHECKING:
    from profile_tui.app.screens.owner import OwnerScreen


@register
class NotNow(Command["OwnerScreen"]):
    """The authors stay alike, and you are not asked again before the next start."""

    id = "owner.later"
    context = "owner"
    keys = "escape,q"
    title = "Not now"
    group = Group.PURPOSE

    def run(self, screen: OwnerScreen) -> None:
        """Answers so."""
        screen.dismiss(None)
