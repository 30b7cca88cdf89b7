"""What every screen does: it takes commands by key, and shows them in its footer."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, TypeVar, cast

from textual.await_complete import AwaitComplete
from textual.content import Content
from textual.screen import Screen

from profile_tui.app.keys.registry import command, commands
from profile_tui.app.session.session import Session
from profile_tui.app.widgets.bars import Footer
from profile_tui.app.widgets.terminal_text import one_line
from profile_tui.text.catalogue import _
from profile_tui.text.errors import AppError

if TYPE_CHECKING:
    from profile_tui.app.keys.command import Command
    from profile_tui.content.entries.kind import Kind

T = TypeVar("T")


class Editor(Protocol):
    """What screens and commands need of the application."""

    @property
    def session(self) -> Session:
        """The session of the file that is shown."""

    def changed(self) -> None:
        """Keep the draft, and look for problems anew; called after every change."""

    def keep_draft(self) -> None:
        """Keep what is unsaved."""

    def main_changed(self) -> None:
        """Show what a step back or forth made."""

    def open_file(self, name: str) -> None:
        """Show a file, by its path in the repository."""

    def leave_file(self) -> None:
        """Go back to the page."""

    def jump(self, *, only_new: bool = False) -> Awaitable[object]:
        """Ask which file to go to, or with `only_new` what to create."""

    def new_on_page(self, kind: Kind) -> Awaitable[object]:
        """Go back to the page, and open the form of a new entry there."""

    def search(self) -> Awaitable[object]:
        """Ask for words, and go to what of the site has them."""

    def preview(self) -> Awaitable[object] | None:
        """Show the site as it will be, by its own generator, after asking."""

    def open_page(self) -> None:
        """Open the page that one is at in the browser."""

    def stop_server(self) -> None:
        """End the server that shows the site."""

    def search_themes(self) -> None:
        """Ask for a theme; the one that is highlighted is shown."""

    def take_settings(self) -> None:
        """Let what the settings say of keys hold from now on."""

    def read_stores(self) -> None:
        """Read the stores, beside the keys."""

    def save(self) -> Awaitable[object]:
        """Show the diff, where enter saves."""

    def take_disk(self) -> bool:
        """Read changed files again although changes wait; return whether they could be read."""

    def leave(self) -> Awaitable[object] | None:
        """Quit, after asking where there are unsaved changes."""


class CommandScreen(Screen[T]):
    """A screen whose keys are commands.

    A subclass names its context and takes `BINDINGS = bindings(CONTEXT)`.
    """

    # The titles of frames are in the frame's colour otherwise, which is too weak to be read in many themes.
    # what is told is one line, over the border below the panes: it covers nothing that is read
    DEFAULT_CSS = """
    CommandScreen * { border-title-color: $foreground; border-subtitle-color: $foreground; }
    CommandScreen Toast { width: auto; max-width: 100%; margin: 0; padding: 0 1; }
    CommandScreen ToastRack > * { align-horizontal: left; }
    """
    CONTEXT: ClassVar[str]
    """The kind of screen, as commands name it."""
    busy: str | None = None
    """What goes on meanwhile that must not be left, as a sentence; None where nothing does."""

    @property
    def editor(self) -> Editor:
        """The application; none other opens these screens."""
        return cast(Editor, self.app)

    @property
    def session(self) -> Session:
        """What the screens share."""
        return self.editor.session

    async def action_command(self, name: str) -> None:
        """Do what a command does, or say why it cannot be done."""
        await self.run_command(name)

    async def run_command(self, name: str) -> None:
        """Do what a command does, or say why it cannot be done."""
        if not self.is_active:  # keys of one burst still reach a screen that the first of them left
            return
        chosen = command(name)
        reason = chosen.disabled_reason(self)
        if reason:
            self.say(reason)
            return
        waited = chosen.run(self)
        if waited is not None:
            await waited

    def dismiss(self, result: T | None = None) -> AwaitComplete:
        """Leave the screen; once it is left or covered, keys of the same burst do so no more."""
        return super().dismiss(result) if self.is_active else AwaitComplete()

    def offered(self) -> list[Command[Any]]:
        """Return the commands that can be done now, the most important first."""
        return [command for command in commands(self.CONTEXT) if command.disabled_reason(self) is None]

    def say(self, message: str, *, wrong: bool = False) -> None:
        """Tell the user something, briefly, in a corner, in the place of what was told before."""
        self.app.clear_notifications()
        text = one_line(message)
        word = text.partition(" ")[0]
        if word.isalpha() and (len(word) > 1 or text[:5] not in (f"{word} is ", f"{word} mov")):  # no file and no key
            text = text[0].upper() + text[1:]
        self.notify(text, severity="error" if wrong else "information", timeout=6 if wrong else 3, markup=False)

    def edit_outside(self, text: str, suffix: str = ".md") -> str | None:
        """Return a text as the user's own editor leaves it; None, after saying why, where it does not."""
        from profile_tui.app.session.external_editor import edited

        try:
            return edited(self.app, text, suffix)
        except AppError as error:
            self.say(error.message, wrong=True)
            return None

    def keep_typed(self) -> None:
        """Keep what was typed and not taken over; screens with fields do."""

    def refresh_footer(self) -> None:
        """Offer what can be done now."""
        for footer in self.query(Footer):
            footer.look_again()


def title(text: str) -> Content:
    """Return a border's title; text of files isn't markup there either."""
    return Content(one_line(text))


def ways_from(pane: str) -> Content:
    """Return the keys that lead to the other panes, with what these show."""
    ways = [("back", _("sections")), *([("pane.next", _("lines"))] if pane == "entries" else [])]
    keys = [(key, name) for id, name in ways for key in command(id).key_names[:1]]
    return Content(" · ".join(f"{key} {name}" for key, name in keys))
