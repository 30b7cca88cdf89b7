"""How parts of a widget look, in the colours of the theme.

Textual has component classes for that. Each of them is matched against all rules whenever its widget's style is looked
at, which took a tenth of the start.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style
from textual.color import Color

from profile_tui.text.named_tuple import NamedTuple

if TYPE_CHECKING:
    from textual.widget import Widget


class Look(NamedTuple):
    """The look of a part.

    Attributes:
        color: The variable of the theme that has its colour; empty for the widget's own.
        ground: The variable that has its background; empty for the widget's own.
        text: Rich's words for the rest: `bold`.
    """

    color: str = ""
    ground: str = ""
    text: str = ""


def styled(widget: Widget, look: Look) -> Style:
    """Return a look as a style, on the background that a widget has."""
    variables = widget.app.theme_variables
    _, ground = widget.background_colors
    style = widget.rich_style + Style.parse(look.text)
    if look.ground:
        ground += _color(variables[look.ground], ground)
        style += Style(bgcolor=ground.rich_color)
    if look.color:
        style += Style(color=(ground + _color(variables[look.color], ground)).rich_color)
    return style


def _color(written: str, ground: Color) -> Color:
    """Return a colour as themes write it; `auto 60%` is so much of what can be read on the ground, black or white."""
    name, _, percent = written.partition(" ")
    share = float(percent.removesuffix("%")) / 100 if percent else 1.0
    return ground.get_contrast_text(share) if name == "auto" else Color.parse(name).multiply_alpha(share)
