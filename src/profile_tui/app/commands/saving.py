"""The diff, saving, and reading the file again."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import TYPE_CHECKING

from profile_tui.app.keys.command import Command, Group
from profile_tui.app.keys.registry import register
from profile_tui.text.catalogue import _

if TYPE_CHECKING:
    from profile_tui.app.screens.diff import DiffScreen
    from profile_tui.app.screens.main import MainScreen


@register
class Save(Command["MainScreen"]):
    """Review unsaved changes; enter saves them."""

    id = "save"
    keys = "ctrl+s,w"
    title = _("Save")
    footer = _("Save")
    group = Group.SAVE
    stays = True

    def disabled_reason(self, screen: MainScreen) -> str | None:
        """Return that nothing differs from the disk."""
        return None if screen.session.workspace.dirty else _("No unsaved changes.")

    def run(self, screen: MainScreen) -> Awaitable[object]:
        """Show the diff."""
        return screen.editor.save()


@register
class Diff(Command["MainScreen"]):
    """Show what a save would change, line by line."""

    id = "diff"
    keys = "D"
    title = _("Show the diff")
    footer = _("Diff")
    group = Group.REVIEW

    def disabled_reason(self, screen: MainScreen) -> str | None:
        """Return that nothing differs from the disk."""
        return None if screen.session.workspace.dirty else _("No unsaved changes.")

    def run(self, screen: MainScreen) -> Awaitable[object]:
        """Show it."""
        return screen.editor.save()


@register
class SaveNow(Command["DiffScreen"]):
    """Save all changed files, or none."""

    id = "diff.save"
    context = "diff"
    keys = "enter,ctrl+s"
    title = _("Save")
    footer = _("Save")
    group = Group.PURPOSE

    def run(self, screen: DiffScreen) -> None:
        """Save."""
        screen.save()


@register
class LeaveDiff(Command["DiffScreen"]):
    """Go back without saving."""

    id = "diff.back"
    context = "diff"
    keys = "escape,q,D"
    title = _("Back")
    footer = _("Back")
    group = Group.BACK

    def run(self, screen: DiffScreen) -> None:
        """Go back."""
        screen.dismiss(False)


@register
class TakeDisk(Command["DiffScreen"]):
    """Reload the file and put your changes on top."""

    id = "diff.reload"
    context = "diff"
    keys = "r,x"
    title = _("Reload and put your changes on top")
    footer = _("Reload")
    group = Group.SAVE

    def disabled_reason(self, screen: DiffScreen) -> str | None:
        """Return that no other program changed the file."""
        return None if screen.refused else _("No other program has changed the file.")

    def run(self, screen: DiffScreen) -> None:
        """Read the file again."""
        if screen.editor.take_disk():
            screen.dismiss(False)


@register
class Reload(Command["MainScreen"]):
    """Reload the file from disk; unsaved changes go on top."""

    id = "reload"
    keys = "r"
    title = _("Reload from disk")
    group = Group.REVIEW

    def run(self, screen: MainScreen) -> None:
        """Reload what changed."""
        changed = screen.session.changed_on_disk()
        outdated = screen.session.outdated()
        if not changed and not outdated:
            screen.say(_("Already up to date."))
            return
        if changed and not screen.editor.take_disk():
            return
        if outdated:
            screen.session.forget(outdated)
            screen.editor.read_stores()
            screen.after_change()
            screen.say(_("Reloaded from disk."))
