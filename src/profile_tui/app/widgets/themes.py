"""The program's own colours, a dark and a light pair of themes, and which theme there is before one is chosen."""

from __future__ import annotations

import os
from typing import Any

from textual.app import App
from textual.theme import Theme

DARK, LIGHT = "profile-dark", "profile-light"
_DARK_16, _LIGHT_16 = "ansi-dark", "ansi-light"
_OLDER_16 = "textual-ansi"
"""What Textual had for both before its version 8.2.5."""
_FEW = ("standard", "windows")
"""What Rich calls terminals of 16 colours."""

OWN = (
    Theme(
        name=DARK,
        primary="#5fb0d0",
        secondary="#8fb3c9",
        accent="#e0b872",
        warning="#e5c07b",
        error="#ee8a85",
        success="#8fcf94",
        foreground="#dde5ea",
        background="#11181d",
        surface="#172027",
        panel="#202c35",
        boost="#ffffff0a",
        variables={
            "border": "#5fb0d0",
            "block-cursor-background": "#2f5f78",
            "footer-key-foreground": "#e0b872",
            "text-primary": "#6dbadb",
            "text-accent": "#e0b872",
            "text-warning": "#e5c07b",
            "text-success": "#8fcf94",
            "text-error": "#ee8a85",
            "success-muted": "#1d3527",
            "error-muted": "#402427",
        },
    ),
    Theme(
        name=LIGHT,
        primary="#1c6785",
        secondary="#3d6276",
        accent="#8a4f00",
        warning="#7d5600",
        error="#b0282b",
        success="#1f6b33",
        foreground="#1b262d",
        background="#fcfcfa",
        surface="#f3f5f3",
        panel="#e4eaea",
        boost="#0000000a",
        dark=False,
        variables={
            "border": "#1c6785",
            "block-cursor-background": "#bcdbe6",
            "footer-key-foreground": "#8a4f00",
            "text-primary": "#1c6785",
            "text-accent": "#8a4f00",
            "text-warning": "#7d5600",
            "text-success": "#1f6b33",
            "text-error": "#b0282b",
            "success-muted": "#dbeedd",
            "error-muted": "#f8dfdf",
        },
    ),
)


def usual(colors: str | None, *, light: bool | None) -> str:
    """Return the theme that there is before one is chosen.

    Args:
        colors: How many colours the terminal has, as Rich calls it.
        light: Whether its background is light; None where nothing tells.
    """
    if colors in _FEW:
        return _LIGHT_16 if light else _DARK_16
    return LIGHT if light else DARK


def begin_with_theme(app: App[Any], *, light: bool | None) -> None:
    """Give an application the own themes, and the one there is before one is chosen, unless the environment names one.

    Args:
        app: The application.
        light: Whether the terminal's background is light; None where nothing tells.
    """
    for theme in OWN:
        app.register_theme(theme)
    name = os.environ.get("TEXTUAL_THEME") or usual(app.console.color_system, light=light)
    if name in app.available_themes:
        is_so = app.theme == name
        app.theme = name
        if is_so and app.is_running:  # the environment named it, and Textual did not know it yet
            app.mutate_reactive(App.theme)
    elif not os.environ.get("TEXTUAL_THEME"):
        app.theme = _OLDER_16
