"""What the user's settings say of the editor: its theme, and keys by the ids of commands."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from textual import events
from textual.command import CommandPalette
from textual.theme import Theme
from textual.timer import Timer

from profile_tui.app.editor.base import EditorBase
from profile_tui.app.keys.registry import rebind
from profile_tui.app.session.terminal_background import Background, LateAnswer
from profile_tui.app.widgets.themes import begin_with_theme
from profile_tui.text.catalogue import _
from profile_tui.text.errors import AppError
from profile_tui.workspace import settings

if TYPE_CHECKING:
    from profile_tui.app.screens.palette import ThemePalette

_TYPED = {"\r": "enter", "\n": "enter", " ": "space", "/": "slash", "?": "question_mark"}
"""What characters that aren't letters are called as keys."""
_SETTLED = 1.0
"""Seconds after which a theme counts as chosen; those that one passes by in the palette do not."""


class Preferences(EditorBase):
    """Takes theme and keys from the settings, and keeps the theme that is chosen."""

    _kept_theme = ""
    _before_passing = ""
    _choosing: Timer | None = None
    _background = Background()
    _late: LateAnswer | None = None

    def take_background(self, background: Background) -> None:
        """Take what is known of the terminal's background."""
        self._background = background
        self._late = LateAnswer() if background.may_come else None

    async def on_event(self, event: events.Event) -> None:
        """Do what an event asks for; the terminal's own answer that comes as keys is none of the user's."""
        if self._late is not None and isinstance(event, events.Key) and self._late.takes(event.character):
            return
        await super().on_event(event)

    def type_ahead(self) -> None:
        """Do what was typed while the program was loaded."""
        for character in self._background.typed:
            key = character if character.isalnum() else _TYPED.get(character, "")
            if key:
                self.post_message(events.Key(key, character))

    def on_load(self) -> None:
        """Before the first frame: the theme and the keys."""
        notes = self.home.session.notes
        begin_with_theme(self, light=self._background.light)
        try:
            theme, keys = settings.theme(), settings.keys()
        except AppError as error:
            notes.append(str(error))
            theme, keys = "", {}
        unknown, keymap = rebind(keys)
        if keymap:
            self.set_keymap(keymap)
        if unknown:
            notes.append(
                _("`keys` in the settings names commands that the editor doesn't have: {unknown}").format(
                    unknown=", ".join(unknown)
                )
            )
        if theme and theme not in self.available_themes:
            notes.append(
                _("The theme “{theme}” in the settings is not known; ctrl+p, Choose a theme.").format(theme=theme)
            )
        elif theme and not os.environ.get("TEXTUAL_THEME"):
            self.theme = theme
        self._kept_theme = self.theme

    def take_settings(self) -> None:
        """Let the settings hold as they are now."""
        _unknown, keymap = rebind(settings.keys())
        self.set_keymap(keymap)
        self.home.session.workspace.owner.read_again()
        if not settings.theme() and not os.environ.get("TEXTUAL_THEME"):
            begin_with_theme(self, light=self._background.light)
            self._kept_theme = self.theme
        for screen in self.screen_stack:
            screen.refresh_bindings()

    def on_mount(self) -> None:
        """From now on, a theme that is chosen is kept."""
        self.theme_changed_signal.subscribe(self, self._theme_chosen)

    def _theme_chosen(self, theme: Theme) -> None:
        """Keep a theme once one stays with it."""
        if self._before_passing:
            return
        if self._choosing is not None:
            self._choosing.stop()
        self._choosing = self.set_timer(_SETTLED, self.keep_theme)

    def on_theme_palette_passed(self, message: ThemePalette.Passed) -> None:
        """Show a theme that is highlighted in the palette, and keep none of them yet."""
        if isinstance(self.screen, CommandPalette) and message.theme in self.available_themes:
            self._before_passing = self._before_passing or self.theme
            self.theme = message.theme

    def on_command_palette_closed(self, message: CommandPalette.Closed) -> None:
        """Keep the theme that was chosen, or show again what there was before the themes were passed by."""
        before, self._before_passing = self._before_passing, ""
        if before and not message.option_selected:
            self.theme = before
        elif before:
            self._choosing = self.set_timer(_SETTLED, self.keep_theme)

    def keep_theme(self) -> None:
        """Keep the theme in the settings, where it is another."""
        self._choosing = None
        if self.theme == self._kept_theme:
            return
        self._kept_theme = self.theme
        try:
            settings.keep_theme(self.theme)
        except AppError as error:
            self.tell(str(error))

    def on_unmount(self) -> None:
        """Keep a theme that was chosen right before one left."""
        if self._choosing is not None:
            self.keep_theme()
