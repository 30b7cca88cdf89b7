"""What the user's settings say of the editor: its theme, and keys by the ids of commands."""

from __future__ import annotations

import os

from textual.theme import Theme
from textual.timer import Timer

from profile_tui.app.editor.base import EditorBase
from profile_tui.app.keys.registry import rebind
from profile_tui.text.catalogue import _
from profile_tui.text.errors import AppError
from profile_tui.workspace import settings

_SETTLED = 1.0
"""Seconds after which a theme counts as chosen; those that one passes by in the palette do not."""


class Preferences(EditorBase):
    """Takes theme and keys from the settings, and keeps the theme that is chosen."""

    _kept_theme = ""
    _choosing: Timer | None = None

    def on_load(self) -> None:
        """Before the first frame: the theme and the keys."""
        notes = self.home.session.notes
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
                _("`keys` in the settings names no command of this editor: {unknown}").format(
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

    def on_mount(self) -> None:
        """From now on, a theme that is chosen is kept."""
        self.theme_changed_signal.subscribe(self, self._theme_chosen)

    def _theme_chosen(self, theme: Theme) -> None:
        """Keep a theme once one stays with it."""
        if self._choosing is not None:
            self._choosing.stop()
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
