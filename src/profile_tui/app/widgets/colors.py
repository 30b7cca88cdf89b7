"""Colours that can be read, whatever theme is chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.color import Color

LEAST_CONTRAST = 4.6
"""What WCAG 2 asks for of text is 4.5; versions of Textual round colours differently."""
QUIET = "text-quiet"
"""The variable that holds the colour of text that is not typed yet."""
_QUIET = 0.4
"""How much of the background is in it."""
_STEPS = 20
"""In how many steps a colour is moved towards black or white."""
_GROUNDS = ("background", "surface", "panel", "surface-lighten-1", "panel-lighten-1")
"""What text is on."""
_TEXTS = ("foreground", "text-accent", "text-warning", "text-success", "text-error", "text-primary", "text-secondary")
_OWN_GROUNDS = {"text-error": "error-muted"}
"""What texts of a meaning also are on; all but that of an error may be in lines that will be written."""
_WRITTEN = "success-muted"
"""The ground of these lines."""


_SIXTEEN = {
    "ansi-dark": {
        "text-primary": "ansi_cyan",
        "text-secondary": "ansi_cyan",
        "text-accent": "ansi_bright_yellow",
        "text-warning": "ansi_bright_yellow",
        "text-success": "ansi_bright_green",
        "text-error": "ansi_bright_red",
    },
    "ansi-light": {
        "text-primary": "ansi_blue",
        "text-secondary": "ansi_blue",
        "text-accent": "ansi_magenta",
        "text-warning": "ansi_magenta",
        "text-success": "ansi_blue",
        "text-error": "ansi_red",
    },
}
"""Which of the terminal's 16 colours can be read on black and on white, as xterm and as VGA have them."""


def readable(variables: Mapping[str, str], theme: str) -> dict[str, str]:
    """Return a theme's CSS variables, with the colours of text moved so far from their grounds that they can be read.

    Half of the themes that come with Textual have texts below the contrast that WCAG asks for. A theme that leaves its
    colours to the terminal has no grounds, and of the terminal's colours those that are read on the terminal's ground.

    Args:
        variables: The theme's variables.
        theme: Its name.
    """
    if (foreground := variables["foreground"]).startswith("ansi"):
        texts = _SIXTEEN.get(theme, dict.fromkeys(_TEXTS[1:], foreground))
        none = dict.fromkeys((_WRITTEN, *_OWN_GROUNDS.values()), "transparent")
        return {**variables, **texts, **none, QUIET: foreground}
    colors = {
        name: Color.parse(variables[name]) for name in (*_GROUNDS, *_TEXTS, *_OWN_GROUNDS.values(), _WRITTEN, "boost")
    }
    grounds = [colors[name] for name in _GROUNDS]
    grounds += [colors[name] + colors["boost"] for name in ("background", "surface")]
    colored = dict(variables)
    for name in _TEXTS:
        colored[name] = _moved(colors[name], [*grounds, colors[_OWN_GROUNDS.get(name, _WRITTEN)]]).hex
    quiet = colors["foreground"].blend(colors["background"], _QUIET, alpha=1.0)
    colored[QUIET] = _moved(quiet, [*grounds, colors[_WRITTEN]]).hex
    cursor = Color.parse(variables["block-cursor-background"])
    colored["block-cursor-foreground"] = _moved(colors["foreground"], [cursor]).hex
    return colored


def _moved(color: Color, grounds: Sequence[Color]) -> Color:
    """Return the colour nearest to one that has enough contrast with all grounds, on its way to black or white."""
    end = max((Color(0, 0, 0), Color(255, 255, 255)), key=lambda end: _contrast(end, grounds[0]))
    for step in range(_STEPS):
        moved = color.blend(end, step / _STEPS, alpha=1.0)
        if all(_contrast(moved, ground) >= LEAST_CONTRAST for ground in grounds):
            return moved
    return end


def _contrast(color: Color, other: Color) -> float:
    """Return the contrast of two colours, from 1 to 21, as WCAG 2 defines it."""
    dark, light = sorted((_luminance(color), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: Color) -> float:
    """Return the relative luminance of a colour."""
    red, green, blue = (
        value / 12.92 if value <= 0.03928 else float(((value + 0.055) / 1.055) ** 2.4) for value in color.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
