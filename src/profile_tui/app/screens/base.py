"""What every screen does: it takes commands by key, and shows them in its footer."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.await_complete import AwaitComplete
from textual.content import Content
from textual.screen import Screen

from profile_tui.app.commands import command, commands
from profile_tui.app.shown import one_line
from profile_tui.app.widgets.bars import Footer

if TYPE_CHECKING:
    from profile_tui.app.app import ProfileApp
    from profile_tui.app.session import Session

T = TypeVar("T")


class CommandScreen(Screen[T]):
    """A screen whose keys are commands.

    A subclass names its context and takes `BINDINGS = bindings(CONTEXT)`.
    """

    # The titles of frames are in the frame's colour otherwise, which is too weak to be read in many themes.
    DEFAULT_CSS = "CommandScreen * { border-title-color: $foreground; border-subtitle-color: $foreground; }"
    CONTEXT: ClassVar[str]
    """The kind of screen, as commands name it."""

    @property
    def editor(self) -> ProfileApp:
        """The application."""
        from profile_tui.app.app import ProfileApp

        assert isinstance(self.app, ProfileApp)
        return self.app

    @property
    def session(self) -> Session:
        """What the screens share."""
        return self.editor.session

    async def action_command(self, name: str) -> None:
        """Does what a command does, or says why it cannot be done."""
        await self.run_command(name)

    async def run_command(self, name: str) -> None:
        """Does what a command does, or says why it cannot be done."""
        if not self.is_active:  # keys of one burst still reach a screen that the first of them left
            return
        one = command(name)
        reason = one.hindrance(self)
        if reason:
            self.say(reason)
            return
        waited = one.run(self)
        if waited is not None:
            await waited

    def dismiss(self, result: T | None = None) -> AwaitComplete:
        """Leave the screen; once it is left or covered, keys of the same burst do so no more."""
        return super().dismiss(result) if self.is_active else AwaitComplete()

    def offered(self) -> list[str]:
        """The ids of the commands that can be done now."""
        return [one.id for one in commands(self.CONTEXT) if one.hindrance(self) is None]

    def say(self, message: str, *, wrong: bool = False) -> None:
        """Tells the user something, briefly, in a corner, in the place of what was told before."""
        self.app.clear_notifications()
        self.notify(
            one_line(message), severity="error" if wrong else "information", timeout=6 if wrong else 3, markup=False
        )

    def keep_typed(self) -> None:
        """Keeps what was typed and not taken over; screens with fields do."""

    def refresh_footer(self) -> None:
        """Offers what can be done now."""
        for footer in self.query(Footer):
            footer.refresh()


def title(text: str) -> Content:
    """A border's title; text of files is no markup there either."""
    return Content(one_line(text))
