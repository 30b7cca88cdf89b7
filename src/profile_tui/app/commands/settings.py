"""The settings."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import TYPE_CHECKING

from profile_tui.app.keys.command import Command, Group
from profile_tui.app.keys.registry import register
from profile_tui.text.catalogue import _

if TYPE_CHECKING:
    from profile_tui.app.screens.main import MainScreen
    from profile_tui.app.screens.settings import SettingsScreen


@register
class Settings(Command["MainScreen"]):
    """Change the settings: theme, your names, services' keys, and any key of this editor."""

    id = "settings"
    keys = "comma"
    title = _("Settings")
    group = Group.SHOW

    def run(self, screen: MainScreen) -> Awaitable[object]:
        """Show them."""
        from profile_tui.app.screens.settings import SettingsScreen

        return screen.app.push_screen(SettingsScreen())


@register
class EditSetting(Command["SettingsScreen"]):
    """Change the highlighted setting; for a key, press the new one."""

    id = "settings.edit"
    context = "settings"
    keys = "enter"
    title = _("Change the setting")
    footer = _("Change")
    group = Group.PURPOSE

    def run(self, screen: SettingsScreen) -> Awaitable[object] | None:
        """Ask for it."""
        return screen.edit()


@register
class ResetSetting(Command["SettingsScreen"]):
    """Return to the default; the setting's line in the file is deleted."""

    id = "settings.reset"
    context = "settings"
    keys = "d,delete"
    title = _("Reset the setting")
    footer = _("Reset")
    group = Group.CHANGE

    def disabled_reason(self, screen: SettingsScreen) -> str | None:
        """Return that the file does not have it."""
        item = screen.item
        return None if item is not None and item.value else _("This isn't set; the default applies.")

    def run(self, screen: SettingsScreen) -> None:
        """Delete its line."""
        screen.reset()


@register
class LeaveSettings(Command["SettingsScreen"]):
    """Go back."""

    id = "settings.back"
    context = "settings"
    keys = "escape,q"
    title = _("Back")
    footer = _("Back")
    group = Group.BACK

    def run(self, screen: SettingsScreen) -> None:
        """Go back."""
        screen.dismiss(None)
