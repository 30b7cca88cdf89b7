"""Publishing with git: the diff, the message, the commit and the push."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import TYPE_CHECKING

from profile_tui.app.keys.command import Command, Group
from profile_tui.app.keys.registry import register
from profile_tui.text.catalogue import _

if TYPE_CHECKING:
    from profile_tui.app.screens.main import MainScreen
    from profile_tui.app.screens.publish import PublishScreen


@register
class Publish(Command["MainScreen"]):
    """Review what you saved here, then commit it with git and push it."""

    id = "publish"
    keys = "P"
    title = _("Publish with git")
    footer = _("Publish")
    group = Group.REVIEW

    def disabled_reason(self, screen: MainScreen) -> str | None:
        """Return that there are unsaved changes."""
        return _("Save your changes first (ctrl+s), then publish.") if screen.session.workspace.dirty else None

    def run(self, screen: MainScreen) -> Awaitable[object]:
        """Show what would be committed."""
        from profile_tui.app.screens.publish import PublishScreen

        return screen.app.push_screen(PublishScreen())


@register
class Commit(Command["PublishScreen"]):
    """Commit only the lines shown."""

    id = "publish.commit"
    context = "publish"
    keys = "ctrl+s,enter"
    title = _("Commit")
    footer = _("Commit")
    group = Group.PURPOSE

    def disabled_reason(self, screen: PublishScreen) -> str | None:
        """Return that there is nothing to commit."""
        return screen.busy or (None if screen.can_commit else _("There is nothing to commit."))

    def run(self, screen: PublishScreen) -> None:
        """Commit."""
        screen.publish(push=False)


@register
class CommitAndPush(Command["PublishScreen"]):
    """Commit the lines shown, and push the branch."""

    id = "publish.push"
    context = "publish"
    keys = "P"
    title = _("Commit and push")
    footer = _("Publish")
    group = Group.PURPOSE

    def disabled_reason(self, screen: PublishScreen) -> str | None:
        """Return that there is nothing to push."""
        return screen.busy or (None if screen.can_commit or screen.can_push else _("There is nothing to push."))

    def run(self, screen: PublishScreen) -> None:
        """Commit and push."""
        screen.publish(push=True)


@register
class PullAndRebase(Command["PublishScreen"]):
    """Put your commits on top of the remote's; uncommitted changes stay as they are."""

    id = "publish.pull"
    context = "publish"
    keys = "r"
    title = _("Pull with rebase")
    footer = _("Pull with rebase")
    group = Group.PURPOSE

    def disabled_reason(self, screen: PublishScreen) -> str | None:
        """Return that the remote has nothing new."""
        return screen.busy or (None if screen.is_behind else _("The remote has nothing that you don't have."))

    def run(self, screen: PublishScreen) -> None:
        """Pull."""
        screen.pull()


@register
class EditMessage(Command["PublishScreen"]):
    """Edit the commit's message."""

    id = "publish.message"
    context = "publish"
    keys = "e"
    title = _("Edit the message")
    footer = _("Message")
    group = Group.CHANGE

    def disabled_reason(self, screen: PublishScreen) -> str | None:
        """Return that there is nothing to commit."""
        return screen.busy or (None if screen.can_commit else _("There is nothing to commit."))

    def run(self, screen: PublishScreen) -> None:
        """Go to the message."""
        screen.edit_message()


@register
class LeavePublish(Command["PublishScreen"]):
    """Go back; a message you typed is kept."""

    id = "publish.back"
    context = "publish"
    keys = "escape,q"
    title = _("Back")
    footer = _("Back")
    group = Group.BACK

    def disabled_reason(self, screen: PublishScreen) -> str | None:
        """Return that git is at work."""
        return screen.busy

    def run(self, screen: PublishScreen) -> None:
        """Go back."""
        screen.back()
