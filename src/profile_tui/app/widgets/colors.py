"""Colours that can be read, whatever theme is chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.color import Color

LEAST_CONTRAST = 4.5
"""What WCAG 2 asks for of text."""
QUIET = "text-quiet"
"""The variable that holds the colour of text that is not typed yet."""
_QUIET = 0.4
"""How much of the background is in it."""
_STEPS = 20
"""In how many steps a colour is moved towards black or white."""
_GROUNDS = ("background", "surface", "panel", "surface-lighten-1", "panel-lighten-1")
"""What text stands on."""
_TEXTS = ("foreground", "text-accent", "text-warning", "text-success", "text-error", "text-primary", "text-secondary")
_OWN_GROUNDS = {"text-success": "success-muted", "text-error": "error-muted"}
"""What texts of a meaning also stand on."""


def readable(variables: Mapping[str, str]) -> dict[str, str]:
    """Return a theme's CSS variables, with the colours of text moved so far from their grounds that they can be read.

    Half of the themes that come with Textual have texts below the contrast that WCAG asks for. A theme that leaves its
    colours to the terminal stays as it is.
    """
    if variables["foreground"].startswith("ansi"):
        return {**variables, QUIET: variables["foreground"]}
    colors = {name: Color.parse(variables[name]) for name in (*_GROUNDS, *_TEXTS, *_OWN_GROUNDS.values(), "boost")}
    grounds = [colors[name] for name in _GROUNDS]
    grounds += [colors[name] + colors["boost"] for name in ("background", "surface")]
    found = dict(variables)
    for name in _TEXTS:
        own = [colors[_OWN_GROUNDS[name]]] if name in _OWN_GROUNDS else []
        found[name] = _moved(colors[name], [*grounds, *own]).hex
    quiet = colors["foreground"].blend(colors["background"], _QUIET, alpha=1.0)
    found[QUIET] = _moved(quiet, grounds).hex
    cursor = Color.parse(variables["block-cursor-background"])
    found["block-cursor-foreground"] = _moved(colors["foreground"], [cursor]).hex
    return found


def _moved(color: Color, grounds: Sequence[Color]) -> Color:
    """Return the colour nearest to one that has enough contrast with all grounds, on its way to black or white."""
    end = max((Color(0, 0, 0), Color(255, 255, 255)), key=lambda one: _contrast(one, grounds[0]))
    for step in range(_STEPS):
        found = color.blend(end, step / _STEPS, alpha=1.0)
        if all(_contrast(found, ground) >= LEAST_CONTRAST for ground in grounds):
            return found
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
