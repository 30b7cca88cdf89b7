"""A list of rows with a cursor: the sections, the entries, the problems."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from profile_tui.app.widgets.lines import LineView, Piece
from profile_tui.app.widgets.rows import ListRow
from profile_tui.app.widgets.terminal_text import elided, folded, padded, wrapped
from profile_tui.text.catalogue import _
from profile_tui.text.dataclass import dataclass

_LOOKED_AT = 50
"""How many rows of a long list tell how wide the left column must be."""
_LEFT_LEAST, _LEFT_SHARE = 16, 5
"""How wide the left column gets where it needs that: so much at least, and two of so many parts of a wide list."""


class RowList(LineView, inherit_bindings=False):
    """Rows of which one is highlighted. A key redraws two of them, whatever their number."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "step(-1)", _("Up"), show=False),
        Binding("down,j", "step(1)", _("Down"), show=False),
        Binding("pageup", "page(-1)", _("Page up"), show=False),
        Binding("pagedown", "page(1)", _("Page down"), show=False),
        Binding("home,g", "jump(0)", _("Top"), show=False),
        Binding("end,G", "jump(-1)", _("End"), show=False),
    ]

    @dataclass
    class Highlighted(Message):
        """Another row is highlighted."""

        listing: RowList
        """The list."""

        def can_replace(self, message: Message) -> bool:
            """Only the last of several counts."""
            return isinstance(message, RowList.Highlighted) and message.listing is self.listing

    @dataclass
    class Chosen(Message):
        """The highlighted row was clicked once more."""

        listing: RowList
        """The list."""

    def __init__(self, *, id: str | None = None, led: bool = False) -> None:
        """Make an empty list.

        Args:
            id: Its name.
            led: Whether a field above it has the keys for it, so that its highlight is marked though it has no focus.
        """
        super().__init__(id=id)
        self.led = led
        self._rows: Sequence[ListRow] = ()
        self._left = 0
        self._cursor = 0
        self._words: list[str] = []
        self._labels: Mapping[int, str] = {}
        self.marked: set[object] = set()
        self.empty = ""

    @property
    def rows(self) -> Sequence[ListRow]:
        """The rows as they are shown."""
        return self._rows

    @property
    def cursor(self) -> int:
        """Index of the highlighted row."""
        return self._cursor

    @property
    def row(self) -> ListRow | None:
        """The highlighted row; None in an empty list."""
        return self._rows[self._cursor] if self._rows else None

    @property
    def in_sight(self) -> range:
        """The indices of the rows that are seen."""
        top = self.scroll_offset.y
        return range(top, min(top + self.size.height, len(self._rows))) if self.display else range(0)

    @property
    def marked_rows(self) -> list[ListRow]:
        """The rows that are marked."""
        return [row for row in self._rows if row.key in self.marked] if self.marked else []

    def mark(self, keys: set[object]) -> None:
        """Mark the rows with some keys, and no others."""
        self.marked = keys
        self.refresh()

    def label(self, labels: Mapping[int, str]) -> None:
        """Put a letter before some rows, by their indices."""
        self._labels = labels
        self.refresh()

    def go_to(self, index: int) -> None:
        """Highlight a row."""
        self._go(index)

    def show(self, rows: Sequence[ListRow], cursor: int = 0, empty: str = "", words: str = "") -> None:
        """Show other rows.

        Args:
            rows: The rows.
            cursor: The row to highlight.
            empty: What an empty list says.
            words: The words that are set off wherever they are.
        """
        self._rows = rows
        self._words = folded(words).split()
        self.empty = empty
        looked_at = rows if len(rows) <= _LOOKED_AT else [*rows[:_LOOKED_AT], *rows[:: len(rows) // _LOOKED_AT]]
        self._left = max((cell_len(row.left) for row in looked_at if row.role != "heading"), default=0)
        self._cursor = self._nearest(max(0, min(cursor, len(rows) - 1)), 1)
        self.changed()
        self._reveal()

    def line_count(self) -> int:
        """Return one line a row; the empty list's sentence, wrapped."""
        return len(self._rows) or len(self._sentence(self.size.width))

    def _sentence(self, width: int) -> tuple[str, ...]:
        """Return what an empty list says, in lines."""
        return tuple(line for part in self.empty.split("\n") for line in wrapped(part, max(width - 2, 10)))

    def pieces(self, index: int, width: int) -> tuple[list[Piece], str]:
        """Return a row: marker, left column, text, right column."""
        if not self._rows:
            return [(" " + self._sentence(width)[index], "dim")], ""
        row = self._rows[index]
        if row.role == "heading":
            return [(" " + elided(row.text, width - 1), "heading")], ""
        here, keys = index == self._cursor, self.has_focus or self.led
        gap = "  " if self._left > 1 else " "
        left_width = min(self._left, max(_LEFT_LEAST, width * 2 // _LEFT_SHARE))
        left = f"{padded(row.left, left_width)}{gap}" if left_width else ""
        right = f" {row.right} " if row.right else " "
        room = width - 1 - cell_len(left) - cell_len(right)
        style = "dim" if row.role in ("unread", "fixed", "blank") and not here else ""
        if row.role == "error" and not here:
            style = "error"
        pieces = [
            self._sign(index, row),
            *self._set_off(left, "" if here else "dim"),
            *self._set_off(padded(row.text, room), style),
            (right, "mark" if (row.changed or row.unfinished or row.guessed) and not here else "" if here else "dim"),
        ]
        return pieces, ("cursor-focused" if keys else "cursor") if here else ""

    def _sign(self, index: int, row: ListRow) -> Piece:
        """Return what is in the first column: a letter to go there by, the mark, or the pointer."""
        if label := self._labels.get(index):
            return label, "label"
        here = index == self._cursor
        if self.marked and row.key in self.marked:  # only keys of entries can be looked up
            return "✓", "" if here else "mark"
        return "▸" if here and (self.has_focus or self.led) else " ", ""

    def _set_off(self, text: str, style: str) -> list[Piece]:
        """Return a text in pieces, the words that were looked for set off."""
        low = folded(text) if self._words else ""
        marked = bytearray(len(low))
        for word in self._words if len(low) == len(text) else ():
            at = low.find(word)
            while at >= 0:
                marked[at : at + len(word)] = b"\1" * len(word)
                at = low.find(word, at + len(word))
        if not any(marked):
            return [(text, style)]
        pieces: list[Piece] = []
        for mark, run in groupby(range(len(text)), marked.__getitem__):
            pieces.append(("".join(text[at] for at in run), "found" if mark else style))
        return pieces

    def action_step(self, by: int) -> None:
        """Move the cursor by a row, over headings."""
        self._go(self._nearest(self._cursor + by, by))

    def action_page(self, pages: int) -> None:
        """Move the cursor by what is visible at once."""
        at = max(0, min(self._cursor + pages * max(1, self.size.height - 1), len(self._rows) - 1))
        self._go(self._nearest(at, pages))

    def action_jump(self, to: int) -> None:
        """Move the cursor to the first row or the last."""
        self._go(self._nearest(to % max(1, len(self._rows)), -1 if to else 1))

    def _nearest(self, index: int, by: int) -> int:
        """Return the row at `index`, or the next one that isn't a heading; where there is none, the row as it is."""
        at = index
        while 0 <= at < len(self._rows):
            if self._rows[at].role != "heading":
                return at
            at += by
        return self._cursor if self._cursor < len(self._rows) else 0

    def _go(self, index: int) -> None:
        """Highlight a row."""
        if index == self._cursor or not self._rows:
            return
        old, self._cursor = self._cursor, index
        self.refresh_line(old)
        self.refresh_line(index)
        self._reveal()
        self.post_message(self.Highlighted(self))

    def _reveal(self) -> None:
        """Scroll so far that the highlighted row is seen, and a heading right above it."""
        top, height = self.scroll_offset.y, self.size.height
        first = self._cursor
        if first == 1 and self._rows[0].role == "heading":
            first = 0
        # By force, because a list that was short a moment ago has no scroll bar yet, without which it is not scrolled.
        if height and first < top:
            self.scroll_to(y=first, animate=False, force=True)
        elif height and self._cursor >= top + height:
            self.scroll_to(y=self._cursor - height + 1, animate=False, force=True)

    def on_resize(self) -> None:
        """Keep the highlighted row in sight."""
        super().on_resize()
        self._reveal()

    def on_focus(self) -> None:
        """The highlight shows where the keys go."""
        self.refresh_line(self._cursor)

    def on_blur(self) -> None:
        """The highlight shows where the keys go."""
        self.refresh_line(self._cursor)

    def on_click(self, event: events.Click) -> None:
        """Highlight what is clicked; a second click chooses it."""
        index = event.y - self.gutter.top + self.scroll_offset.y
        if not 0 <= index < len(self._rows) or self._rows[index].role == "heading":
            return
        if index == self._cursor:
            self.post_message(self.Chosen(self))
        else:
            self._go(index)
