"""The pane beside the lines of a file, where the terminal has room for it; no smaller one needs to load it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.screen import Screen
from textual.widget import Widget

if TYPE_CHECKING:
    from profile_tui.content.page.page import Page
    from profile_tui.text.span import Span

_WIDE, _TALL = 120, 36
"""The columns and the rows from which on there is room."""


def show_to_reader(screen: Screen[Any], around: Widget, page: Page | None, span: Span | None) -> None:
    """Show what a reader of a page sees of a range of it; the screen has the class `-reader` as long as that is shown.

    Args:
        screen: The screen.
        around: What the pane is put into, after all that is in it.
        page: The page, as it is or as it will be; None where its readers see nothing of it.
        span: The range.
    """
    size = screen.app.size
    has_room = size.width >= _WIDE and size.height >= _TALL
    screen.set_class(has_room and page is not None, "-reader")
    for pane in screen.query("#reader"):
        pane.display = has_room and page is not None
    if has_room and page is not None and span is not None:
        from profile_tui.app.widgets.reader import ReaderView

        reader = screen.query_one_optional("#reader", ReaderView)
        if reader is None:
            reader = ReaderView()
            around.mount(reader)
        reader.show_page(page, span)
