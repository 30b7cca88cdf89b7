"""The other files of the repository."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import TYPE_CHECKING

from profile_tui.app.keys.command import Command, Group
from profile_tui.app.keys.registry import register
from profile_tui.text.catalogue import _

if TYPE_CHECKING:
    from profile_tui.app.screens.jump import JumpScreen
    from profile_tui.app.screens.main import MainScreen


class _InRepository(Command["MainScreen"]):
    """Something that needs a repository."""

    def disabled_reason(self, screen: MainScreen) -> str | None:
        """Return that there are no files around a page that stands alone."""
        return (
            None if screen.session.target.site else _("This page isn't in a Jekyll site, so there are no other files.")
        )


@register
class Jump(_InRepository):
    """Go to another file of the site: type part of its name."""

    id = "file.jump"
    keys = "ctrl+o"
    title = _("Go to a file")
    footer = _("Files")
    group = Group.FIND

    def run(self, screen: MainScreen) -> Awaitable[object]:
        """Ask where to go."""
        return screen.editor.jump()


@register
class New(_InRepository):
    """Create a page, a post, a talk or another entry, modelled on its neighbours."""

    id = "file.new"
    keys = "N"
    title = _("New page, post or entry")
    group = Group.CHANGE

    def disabled_reason(self, screen: MainScreen) -> str | None:
        """Return that the rules of other generators are not known."""
        site = screen.session.target.site
        if site is not None and site.has_other_generator:
            return _("New files can only be created in Jekyll sites; another program builds this one.")
        return super().disabled_reason(screen)

    def run(self, screen: MainScreen) -> Awaitable[object]:
        """Ask what to create."""
        return screen.editor.jump(only_new=True)


@register
class LeaveFile(Command["MainScreen"]):
    """Go back from the file to the page."""

    id = "file.leave"
    keys = "backspace"
    title = _("Back to the page")
    footer = _("Page")
    group = Group.BACK

    def disabled_reason(self, screen: MainScreen) -> str | None:
        """Return that the page itself is shown."""
        return None if screen.session.home else _("This is the page that was opened.")

    def run(self, screen: MainScreen) -> None:
        """Go back."""
        screen.editor.leave_file()


@register
class Choose(Command["JumpScreen"]):
    """Open the highlighted file."""

    id = "jump.open"
    context = "jump"
    keys = "enter"
    footer = _("Open")
    group = Group.PURPOSE

    def run(self, screen: JumpScreen) -> None:
        """Open it."""
        screen.choose()


@register
class LeaveJump(Command["JumpScreen"]):
    """Close."""

    id = "jump.leave"
    context = "jump"
    keys = "escape,ctrl+o"
    footer = _("Back")
    group = Group.BACK

    def run(self, screen: JumpScreen) -> None:
        """Leave."""
        screen.dismiss(None)
