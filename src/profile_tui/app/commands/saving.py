"""The diff, saving, and reading the file again."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import TYPE_CHECKING

from profile_tui.app.commands import register
from profile_tui.app.commands.base import Command
from profile_tui.text.errors import AppError

if TYPE_CHECKING:
    from profile_tui.app.screens.diff import DiffScreen
    from profile_tui.app.screens.main import MainScreen


@register
class Save(Command["MainScreen"]):
    """Shows the diff of all that waits; enter then saves it."""

    id = "save"
    keys = "ctrl+s"
    title = "Save"
    footer = "Save"
    order = 6

    def hindrance(self, screen: MainScreen) -> str | None:
        """Only what differs is saved."""
        return None if screen.session.workspace.dirty else "Nothing to save: the file is as it is shown."

    def run(self, screen: MainScreen) -> Awaitable[object]:
        """Shows the diff."""
        return screen.editor.save()


@register
class Diff(Command["MainScreen"]):
    """Shows what a save would change, line by line."""

    id = "diff"
    keys = "D"
    title = "Show the diff"
    footer = "Diff"
    order = 30

    def hindrance(self, screen: MainScreen) -> str | None:
        """There must be a difference."""
        return None if screen.session.workspace.dirty else "Nothing differs from the disk."

    def run(self, screen: MainScreen) -> Awaitable[object]:
        """Shows it."""
        return screen.editor.save()


@register
class SaveNow(Command["DiffScreen"]):
    """Writes the file, all of it or nothing."""

    id = "diff.save"
    context = "diff"
    keys = "enter,ctrl+s"
    title = "Save"
    footer = "Save"
    order = 1

    def run(self, screen: DiffScreen) -> None:
        """Saves."""
        screen.save()


@register
class LeaveDiff(Command["DiffScreen"]):
    """Goes back without saving."""

    id = "diff.back"
    context = "diff"
    keys = "escape,q,D"
    title = "Back"
    footer = "Back"
    order = 2

    def run(self, screen: DiffScreen) -> None:
        """Goes back."""
        screen.dismiss(False)


@register
class TakeDisk(Command["DiffScreen"]):
    """Sets the changes aside and reads the file again from disk; u brings them back."""

    id = "diff.reload"
    context = "diff"
    keys = "x"
    title = "Set the changes aside and reload"
    footer = "Reload"
    order = 3

    def hindrance(self, screen: DiffScreen) -> str | None:
        """Only where another program changed the file."""
        return None if screen.refused else "The file on disk is still the one that was read."

    def run(self, screen: DiffScreen) -> None:
        """Reads the file again."""
        if screen.editor.take_disk():
            screen.dismiss(False)


@register
class Reload(Command["MainScreen"]):
    """Reads the file again from disk."""

    id = "reload"
    keys = "r"
    title = "Reload from disk"
    order = 70

    def hindrance(self, screen: MainScreen) -> str | None:
        """Nothing may be lost by it."""
        if screen.session.workspace.dirty:
            return "Changes wait; save them or undo them before reading the file again."
        return None

    def run(self, screen: MainScreen) -> None:
        """Reads it."""
        changed = [document for document in screen.session.documents if document.changed_on_disk()]
        outdated = screen.session.outdated()
        if not changed and not outdated:
            screen.say("The file on disk is the one that is shown.")
            return
        try:
            for document in changed:
                document.reload()
        except AppError as error:
            screen.say(str(error), wrong=True)
            return
        if outdated:
            screen.session.forget(outdated)
            screen.editor.read_stores()
        screen.after_change()
        screen.say("Read again from disk.")
