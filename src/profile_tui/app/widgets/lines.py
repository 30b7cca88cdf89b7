"""A scrolling view that draws itself line by line; the base of the lists, the source pane and the diff."""

from __future__ import annotations

from abc import abstractmethod
from typing import ClassVar, Self

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from profile_tui.app.widgets import syntax
from profile_tui.app.widgets.looks import Look, styled
from profile_tui.text.catalogue import _

Piece = tuple[str, str]
"""A text, already harmless, and the name of its style; empty for the plain one."""
Line = tuple[list[Piece], str]
"""The pieces of a line, and the name of the style that fills its row."""

LOOKS = {
    **syntax.LOOKS,
    "dim": Look("text-muted"),
    "found": Look(text="bold underline"),
    "label": Look("background", "foreground", "bold"),
    "mark": Look("text-warning", text="bold"),
    "added": Look("text-success", "success-muted"),
    "added-word": Look("text-success", "success-muted", "bold underline"),
    "removed": Look("text-error", "error-muted"),
    "removed-word": Look("text-error", "error-muted", "bold underline"),
    "error": Look("text-error"),
    "cursor": Look(ground="panel", text="bold"),
    "cursor-focused": Look("block-cursor-foreground", "block-cursor-background", "bold"),
}
"""What pieces and rows of lines look like, by the names of their styles."""


class LineView(ScrollView, can_focus=True):
    """Draws lines that a subclass gives as pieces of styled text."""

    DEFAULT_CSS = "LineView { overflow-x: hidden; scrollbar-size-vertical: 1; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "scroll_up", _("Up"), show=False),
        Binding("down,j", "scroll_down", _("Down"), show=False),
        Binding("pageup", "page_up", _("Page up"), show=False),
        Binding("pagedown,space", "page_down", _("Page down"), show=False),
        Binding("home,g", "scroll_home", _("Top"), show=False),
        Binding("end,G", "scroll_end", _("End"), show=False),
    ]

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        """Make an empty view."""
        super().__init__(id=id, classes=classes)
        self._styles_of: dict[str, Style] = {}
        self._drawn: dict[int, Line] = {}
        self._title = ""
        self._only: Region | None = None

    @abstractmethod
    def line_count(self) -> int:
        """Return how many lines there are at the current width."""

    @abstractmethod
    def pieces(self, index: int, width: int) -> Line:
        """Return one line: its pieces, and the name of the style that fills its row."""

    def changed(self) -> None:
        """Draw what is other than it was; called when the lines are others."""
        height = self.line_count()
        is_auto = self.styles.height is not None and self.styles.height.is_auto
        # A list that has room enough keeps its size, because with another one all would be laid out and drawn anew.
        if is_auto or max(height, self.virtual_size.height) > self.size.height:
            self.virtual_size = Size(self.size.width, height if is_auto else max(height, self.size.height))
        if self.scroll_offset.y > max(0, height - self.size.height):
            self.scroll_to(y=0, animate=False)
        if not self._drawn:
            self.refresh()
            return
        for y in range(self.size.height):
            if self._line(y) != self._drawn.get(y):
                self.refresh_line(y + self.scroll_offset.y)

    def set_title(self, title: Content) -> None:
        """Set the title of the border; only as much is drawn anew as the titles take."""
        if title.plain == self._title:
            return
        columns = max(cell_len(self._title), title.cell_length) + 4
        self._title = title.plain
        top, left = self.gutter.top, self.gutter.left
        self._only = Region(-left, -top, min(columns, self.outer_size.width), 1)
        self.border_title = title
        self._only = None

    def on_resize(self) -> None:
        """Lines may be cut otherwise at another width."""
        self.changed()

    def notify_style_update(self) -> None:
        """Forget the styles, which a theme or the focus may have changed."""
        super().notify_style_update()
        self._styles_of = {}

    def _style(self, name: str) -> Style:
        """Return a style by its name."""
        style = self._styles_of.get(name)
        if style is None:
            around, _plus, own = name.rpartition("+")
            style = styled(self, LOOKS[own]) if own else self.rich_style
            if around:  # on the ground of what is around it
                style += Style(bgcolor=self._style(around).bgcolor)
            self._styles_of[name] = style
        return style

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Draw anew: all, or some regions; of a title that is set no more than that."""
        only = (self._only,) if self._only is not None else regions
        return super().refresh(*only, repaint=repaint, layout=layout, recompose=recompose)

    def _line(self, y: int) -> Line:
        """Return what is in a row of the view: below the last line, nothing."""
        index = y + self.scroll_offset.y
        return self.pieces(index, self.size.width) if index < self.line_count() else ([], "")

    def render_line(self, y: int) -> Strip:
        """Return one row of the view."""
        width = self.size.width
        base = self._style("")
        pieces, row = self._drawn[y] = self._line(y)
        if row:
            base = base + self._style(row)
        segments = [Segment(text, base + self._style(name) if name else base) for text, name in pieces if text]
        return Strip(segments).adjust_cell_length(width, base)

    def action_page_up(self) -> None:
        """Scroll a page up, at once."""
        self.scroll_page_up(animate=False)

    def action_page_down(self) -> None:
        """Scroll a page down, at once."""
        self.scroll_page_down(animate=False)
