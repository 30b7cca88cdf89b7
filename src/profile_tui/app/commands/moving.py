"""Moving between panes, finding, and how lines are shown."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import TYPE_CHECKING

from profile_tui.app.keys.command import Command, Group
from profile_tui.app.keys.registry import register
from profile_tui.text.catalogue import _

if TYPE_CHECKING:
    from profile_tui.app.screens.main import MainScreen


@register
class Find(Command["MainScreen"]):
    """Find: show only entries that hold the words you type; esc shows all again."""

    id = "find"
    keys = "slash"
    title = _("Find")
    footer = _("Find")
    group = Group.FIND

    def run(self, screen: MainScreen) -> Awaitable[object] | None:
        """Open the line to type in."""
        return screen.open_find()


@register
class Letters(Command["MainScreen"]):
    """Label each visible line with a letter; press the letter to go there."""

    id = "letters"
    keys = "t"
    title = _("Go to a line by its letter")
    group = Group.FIND

    def run(self, screen: MainScreen) -> Awaitable[object]:
        """Show the letters."""
        return screen.show_letters()


@register
class Rendered(Command["MainScreen"]):
    """Toggle source and rendered."""

    id = "rendered"
    keys = "p"
    title = _("Toggle source and rendered")
    footer = _("Rendered")
    group = Group.SHOW

    def run(self, screen: MainScreen) -> None:
        """Switch."""
        screen.rendered = not screen.rendered
        screen.show_source()
        if screen.has_class("-narrow"):
            screen.focus_pane("source")


@register
class NextPane(Command["MainScreen"]):
    """Go to the next pane."""

    id = "pane.next"
    keys = "tab"
    footer = _("Next pane")
    group = Group.SHOW

    def run(self, screen: MainScreen) -> None:
        """Go there."""
        screen.focus_pane(screen.pane_beside(1))


@register
class PreviousPane(Command["MainScreen"]):
    """Go to the previous pane."""

    id = "pane.previous"
    keys = "shift+tab"
    group = Group.SHOW

    def run(self, screen: MainScreen) -> None:
        """Go there."""
        screen.focus_pane(screen.pane_beside(-1))


@register
class LeftPane(Command["MainScreen"]):
    """Go to the pane on the left."""

    id = "pane.left"
    keys = "left,h"
    group = Group.SHOW

    def run(self, screen: MainScreen) -> None:
        """Go there."""
        if screen.pane != "sections":
            screen.focus_pane(screen.pane_beside(-1))


@register
class RightPane(Command["MainScreen"]):
    """Go to the pane on the right."""

    id = "pane.right"
    keys = "right,l"
    group = Group.SHOW

    def run(self, screen: MainScreen) -> None:
        """Go there."""
        if screen.pane != "source":
            screen.focus_pane(screen.pane_beside(1))


@register
class Back(Command["MainScreen"]):
    """Unmark, or show everything again after finding; otherwise go to the left pane, and from a file to the page."""

    id = "back"
    keys = "escape"
    group = Group.SHOW

    def run(self, screen: MainScreen) -> None:
        """Go back."""
        if screen.entries.marked:
            screen.mark(set())
        elif screen.finding:
            screen.find("")
        elif screen.pane == "sections" and screen.session.home:
            screen.editor.leave_file()
        else:
            screen.focus_pane("sections")
