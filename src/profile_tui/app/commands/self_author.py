"""What can be answered where the user is asked for their own name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from profile_tui.app.keys.command import Command, Group
from profile_tui.app.keys.registry import register
from profile_tui.text.catalogue import _

if TYPE_CHECKING:
    from profile_tui.app.screens.self_author import SelfAuthorScreen


@register
class NotNow(Command["SelfAuthorScreen"]):
    """No author is marked as you; the next start asks again."""

    id = "owner.later"
    context = "self_author"
    keys = "escape,q"
    title = _("Not now")
    group = Group.PURPOSE

    def run(self, screen: SelfAuthorScreen) -> None:
        """Answer so."""
        screen.dismiss(None)
