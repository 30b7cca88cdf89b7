"""Making a page of a plain text, piece by piece."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import TYPE_CHECKING

from profile_tui.app.keys.command import Command, Group
from profile_tui.app.keys.registry import register
from profile_tui.text.catalogue import _

if TYPE_CHECKING:
    from profile_tui.app.screens.adopt import AdoptScreen
    from profile_tui.app.screens.main import MainScreen


@register
class Adopt(Command["MainScreen"]):
    """Make a page of a plain text: choose which headings and entries to mark, and see the result."""

    id = "adopt"
    title = _("Make a page of this text")
    group = Group.CHANGE

    def disabled_reason(self, screen: MainScreen) -> str | None:
        """Return that it is a page already."""
        return None if screen.session.lacks_header else _("This is a page already.")

    def run(self, screen: MainScreen) -> Awaitable[object] | None:
        """Show what is proposed, or say why nothing can be."""
        return screen.adopt()


@register
class AdoptChosen(Command["AdoptScreen"]):
    """Write the chosen lines; u undoes it."""

    id = "adopt.apply"
    context = "adopt"
    keys = "enter,ctrl+s"
    title = _("Apply")
    footer = _("Apply")
    group = Group.PURPOSE

    def run(self, screen: AdoptScreen) -> None:
        """Apply it."""
        screen.adopt()


@register
class ToggleProposal(Command["AdoptScreen"]):
    """Leave the highlighted proposal out, or put it back in."""

    id = "adopt.toggle"
    context = "adopt"
    keys = "x,space"
    priority = True  # in a list, the space bar would go a page down
    title = _("Leave out or take in")
    footer = _("In/out")
    group = Group.PURPOSE

    def disabled_reason(self, screen: AdoptScreen) -> str | None:
        """Return that the front matter must be there."""
        return None if screen.choice is not None else _("Without front matter, Jekyll makes no page of it.")

    def run(self, screen: AdoptScreen) -> None:
        """Do so."""
        screen.toggle()


@register
class ToggleAll(Command["AdoptScreen"]):
    """Leave all proposals out, or put them all back in."""

    id = "adopt.all"
    context = "adopt"
    keys = "a"
    title = _("All or none")
    footer = _("All/none")
    group = Group.PURPOSE

    def run(self, screen: AdoptScreen) -> None:
        """Do so."""
        screen.toggle_all()


@register
class LeaveAdopt(Command["AdoptScreen"]):
    """Go back; the text stays as it is."""

    id = "adopt.back"
    context = "adopt"
    keys = "escape,q"
    title = _("Back")
    footer = _("Back")
    group = Group.BACK

    def run(self, screen: AdoptScreen) -> None:
        """Go back."""
        screen.dismiss(False)
