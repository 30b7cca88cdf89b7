"""How well the text on a screen can be read: the contrast of every cell, as WCAG 2 defines it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.geometry import Region
from textual.screen import ModalScreen
from textual.widget import Widget

PALETTES = {
    "xterm": (
        "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 "
        "7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff"
    ).split(),
    "VGA": (
        "000000 aa0000 00aa00 aa5500 0000aa aa00aa 00aaaa aaaaaa "
        "555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff"
    ).split(),
}
"""The 16 colours of two terminals."""


class Run(NamedTuple):
    """A run of cells of one style.

    Attributes:
        text: What it says.
        contrast: The contrast of the text with what is after it, from 1 to 21.
    """

    text: str
    contrast: float


def runs(app: App[Any]) -> Iterator[Run]:
    """Yield all that is to be read on the screen that is seen, what a question or a menu covers left out."""
    screen = app.screen
    shown = screen.region
    if isinstance(screen, ModalScreen):
        shown = Region.from_union([child.region for child in screen.walk_children(Widget) if child.region])
    for strip in screen._compositor.render_strips()[shown.y : shown.bottom]:
        yield from map(_run, filter(_is_text, strip.crop(shown.x, shown.right)))


def sixteen(app: App[Any], palette: Sequence[str], *, light: bool) -> Iterator[Run]:
    """Yield all that is to be read on the screen that is seen, as a terminal of 16 colours shows it.

    Args:
        app: The application, in a theme that leaves its colours to the terminal.
        palette: The colours.
        light: Whether the terminal writes black on white.
    """
    default = ("000000", "ffffff") if light else ("e5e5e5", "000000")
    for strip in app.screen._compositor.render_strips():
        for segment in filter(_is_text, strip):
            style = segment.style or Style()
            front, back = (
                Color.parse(f"#{_hexadecimal(color, palette, own)}")
                for color, own in zip((style.color, style.bgcolor), default, strict=True)
            )
            front, back = (back, front) if style.reverse else (front, back)
            yield Run(segment.text, contrast(front, back))


def _hexadecimal(color: Color | None, palette: Sequence[str], own: str) -> str:
    """Return a colour of the terminal; its own where none is named."""
    if color is None or color.is_default:
        return own
    if color.number is not None and color.number < 16:
        return palette[color.number]
    return color.get_truecolor().hex.removeprefix("#")


def contrast(front: Color, back: Color) -> float:
    """Return the contrast of two colours by the formula of WCAG 2."""
    dark, light = sorted((_luminance(front), _luminance(back)))
    return (light + 0.05) / (dark + 0.05)


def _run(segment: Segment) -> Run:
    """Measure a run of text."""
    style = segment.style
    assert style is not None
    assert style.color is not None
    assert style.bgcolor is not None
    assert not style.dim
    return Run(segment.text, contrast(style.color, style.bgcolor))


def _is_text(segment: Segment) -> bool:
    """Whether a run says something; lines that frame, bars that scroll and blanks do not."""
    return not all("─" <= character <= "▟" or character in " ⎸╱" for character in segment.text)


def _luminance(color: Color) -> float:
    """Return the relative luminance of a colour."""
    red, green, blue = (_linear(value / 255) for value in color.get_truecolor())
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    """Return a channel without its gamma."""
    return value / 12.92 if value <= 0.03928 else float(((value + 0.055) / 1.055) ** 2.4)
