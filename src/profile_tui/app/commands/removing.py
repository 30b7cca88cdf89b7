"""Where a publication is removed that several lists of the site have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from profile_tui.app.keys.command import Command, Group
from profile_tui.app.keys.registry import register
from profile_tui.text.catalogue import _

if TYPE_CHECKING:
    from profile_tui.app.screens.removal import RemovalScreen


@register
class RemoveEverywhere(Command["RemovalScreen"]):
    """Remove it from all lists of the site, as one step; u brings it back."""

    id = "removal.everywhere"
    context = "removal"
    keys = "enter,ctrl+s"
    title = _("Remove it everywhere")
    footer = _("Everywhere")
    group = Group.PURPOSE

    def disabled_reason(self, screen: RemovalScreen) -> str | None:
        """It must be possible."""
        return screen.refusal or None

    def run(self, screen: RemovalScreen) -> None:
        """Remove it."""
        screen.dismiss("everywhere")


@register
class RemoveHere(Command["RemovalScreen"]):
    """Remove it from this list alone."""

    id = "removal.here"
    context = "removal"
    keys = "o"
    title = _("Remove it only here")
    footer = _("Only here")
    group = Group.CHANGE

    def run(self, screen: RemovalScreen) -> None:
        """Remove it here."""
        screen.dismiss("here")


@register
class LeaveRemoval(Command["RemovalScreen"]):
    """Go back; nothing is removed."""

    id = "removal.back"
    context = "removal"
    keys = "escape,q"
    title = _("Back")
    footer = _("Back")
    group = Group.BACK

    def run(self, screen: RemovalScreen) -> None:
        """Go back."""
        screen.dismiss("")
