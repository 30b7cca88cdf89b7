"""What the application is to all that works for it: its screens, its colours, its palette."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import partial
from typing import Any

from textual import events
from textual.app import App, SystemCommand
from textual.command import CommandPalette
from textual.notifications import Notify
from textual.screen import Screen

from profile_tui.app.keys.registry import commands
from profile_tui.app.screens.command_screen import CommandScreen
from profile_tui.app.screens.main import MainScreen
from profile_tui.app.session.session import Session
from profile_tui.app.widgets.colors import readable
from profile_tui.app.widgets.terminal_text import one_line
from profile_tui.text.catalogue import _


class EditorBase(App[None]):
    """The screens of one page that is edited, and of the other files of its site.

    Attributes:
        home: The screen of the page.
    """

    TITLE = "profile-tui"
    # Textual declares it as no class variable.
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-normal"), (120, "-wide")]  # noqa: RUF012

    def __init__(self, session: Session) -> None:
        """Make the editor of an open session."""
        super().__init__()
        self.home = MainScreen(session)

    @property
    def main(self) -> MainScreen:
        """The screen of the file that one looks at: the home page, or another file above it."""
        return next((screen for screen in reversed(self.screen_stack) if isinstance(screen, MainScreen)), self.home)

    @property
    def session(self) -> Session:
        """The session of that file."""
        return self.main.session

    def get_default_screen(self) -> Screen[Any]:
        """Return the main screen, the only one there is from the start."""
        return self.home

    def get_css_variables(self) -> dict[str, str]:
        """Return the theme's colours, those of text so that it can be read."""
        self.theme_variables = readable(super().get_css_variables(), self.theme)
        return self.theme_variables

    def copy_to_clipboard(self, text: str) -> None:
        """Put a text into the terminal's clipboard, and into the desktop's where one is at hand."""
        super().copy_to_clipboard(text)
        if self.is_headless:
            return
        from profile_tui.app.session.system_clipboard import command, copy

        if (words := command(os.environ)) is not None:
            self.run_worker(partial(copy, words, text), thread=True, group="clipboard")

    def tell(self, message: str) -> None:
        """Tell something that must not be overlooked, beside what else is told."""
        self.notify(one_line(message), severity="warning", timeout=20, markup=False)

    def on_notify(self, event: Notify) -> None:
        """Show what is told in the place of what was told before, also where several keys came at once."""
        if event.notification.severity != "warning":
            self.clear_notifications()
            self.screen.query("ToastRack > *").remove()  # one that is not drawn yet would stay for its whole time

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Yield the palette: what can be done now on this screen, and Textual's themes.

        What cannot be done is found by its name only, and says why.
        """
        if isinstance(screen, CommandScreen):
            for command in commands(screen.CONTEXT):
                if command.title:
                    help_line = reason = command.disabled_reason(screen)
                    if help_line is None:
                        help_line = command.help
                        if command.keys:
                            help_line = _("{help} Key: {key}").format(help=help_line, key=command.key_names[0])
                    yield SystemCommand(
                        command.title,
                        help_line,
                        _runner(screen, command.id),
                        discover=reason is None,
                    )
        yield SystemCommand(_("Choose a theme"), _("Change the colours."), self.action_change_theme)

    def action_command_palette(self) -> None:
        """Open the palette."""
        if not isinstance(self.screen, CommandPalette):
            from profile_tui.app.screens.palette import Palette

            self.push_screen(Palette(placeholder=_("Search for commands…"), id="--command-palette"))

    def search_themes(self) -> None:
        """Open the palette with the themes; the one that is highlighted is shown."""
        from profile_tui.app.screens.palette import ThemePalette

        self.push_screen(ThemePalette())

    def on_key(self, event: events.Key) -> None:
        """Bring keys that were typed while a screen opened to the field that it gives the cursor to.

        They were sent to the screen before, which had no use for them; a field itself lets no character through.
        """
        focused = self.focused
        if event.is_printable and focused is not None and focused.check_consume_key(event.key, event.character):
            event.stop()
            event.prevent_default()
            focused.post_message(events.Key(event.key, event.character))


def _runner(screen: CommandScreen[Any], name: str) -> Any:  # noqa: ANN401 - a callback as the palette wants it
    """Return what a line of the palette does."""
    return lambda: screen.run_command(name)
