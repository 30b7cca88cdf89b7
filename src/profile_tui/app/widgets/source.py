"""Lines of a page with their numbers: as on disk, as they will be written, as a diff, or rendered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from profile_tui.app.widgets.lines import LineView, Piece
from profile_tui.app.widgets.terminal_text import harmless, wrapped

if TYPE_CHECKING:
    from profile_tui.text.span import Span
    from profile_tui.workspace.documents.document import Document

_LONGEST = 4_000
"""How much of a line is shown; longer ones aren't prose."""
MOST_LINES = 3_000
"""How many lines of a range are shown."""


class SourceLine(NamedTuple):
    """A line to show.

    Attributes:
        text: The line without its end.
        number: Its number in the file; None where it has none.
        style: The name of its style: `added`, `removed`, `dim`, `heading`, `error`, or empty.
        pieces: The line in styled pieces, in the place of `text`.
        hang: How far the rows of a wrapped line are set in, but the first.
        signed: Whether its first character is a sign of a diff, which is shown apart from the text.
        marks: Ranges of the text, without the sign, that are set off.
    """

    text: str
    number: int | None = None
    style: str = ""
    pieces: tuple[Piece, ...] = ()
    hang: int = 0
    signed: bool = False
    marks: tuple[tuple[int, int], ...] = ()


def exact(document: Document, span: Span) -> list[SourceLine]:
    """Return the lines of a range of a file as they are, with a mark where the disk has others."""
    page, changed = document.page, document.changed_line_numbers()
    lines = page.text[span.start : span.end].removesuffix("\n").split("\n")[:MOST_LINES]
    first, _ = page.lines(span)
    return [SourceLine(line, at, "added" if at in changed else "") for at, line in enumerate(lines, first)]


class SourceView(LineView):
    """Lines, wrapped to the width, with a gutter of numbers where they have some."""

    DEFAULT_CSS = "SourceView { height: 1fr; }"

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        """Make a view of nothing."""
        super().__init__(id=id, classes=classes)
        self._lines: Sequence[SourceLine] = ()
        self._rows: list[tuple[str, tuple[Piece, ...], str]] = []
        self._width = 0

    @property
    def lines(self) -> Sequence[SourceLine]:
        """What is shown."""
        return self._lines

    @property
    def text(self) -> str:
        """What is shown, as one text."""
        return "\n".join(line.text for line in self._lines)

    def show(self, lines: Sequence[SourceLine], *, top: bool = True) -> None:
        """Show other lines.

        Args:
            lines: The lines.
            top: Whether to go back to the first.
        """
        self._lines = lines
        self._width = 0
        if top:
            self.scroll_to(y=0, animate=False)
        self.changed()

    def reveal(self) -> None:
        """Scroll so far that the lines that will be written are seen, the first of them at least."""
        self.line_count()
        new = [at for at, (_, _, style) in enumerate(self._rows) if style == "added"]
        top, height = self.scroll_offset.y, self.size.height
        if new and height and (new[0] < top or new[-1] >= top + height):
            self.scroll_to(y=new[0], animate=False)

    def reveal_line(self, index: int) -> None:
        """Scroll so far that a line is seen in the middle."""
        width = self.size.width
        rows = len(self._wrapped_lines(self._lines[:index], width)) if width else 0
        self.scroll_to(y=max(0, rows - self.size.height // 2), animate=False)

    def line_count(self) -> int:
        """Return the rows that the lines take at the current width."""
        width = self.size.width
        if width != self._width:
            self._width = width
            self._rows = self._wrapped_lines(self._lines, width) if width else []
        return len(self._rows)

    def _wrapped_lines(self, lines: Sequence[SourceLine], width: int) -> list[tuple[str, tuple[Piece, ...], str]]:
        """Return the rows of some lines: gutter, pieces, style."""
        widest = max((line.number for line in self._lines if line.number is not None), default=None)
        gutter = len(str(widest)) + 2 if widest is not None else 1
        rows: list[tuple[str, tuple[Piece, ...], str]] = []
        for line in lines:
            number = f"{line.number if line.number is not None else '':>{gutter - 1}} "
            if line.pieces:
                rows.append((number, line.pieces, line.style))
                continue
            if line.signed:
                rows += _signed(line, f"{number}{line.text[:1]} ", width)
                continue
            shown = line.text if len(line.text) <= _LONGEST else line.text[:_LONGEST] + "…"
            for piece in _cut(harmless(shown), max(8, width - gutter - 1), line.hang):
                rows.append((number, ((piece, ""),), line.style))
                number = " " * gutter
        return rows

    def pieces(self, index: int, width: int) -> tuple[list[Piece], str]:
        """Return a row: gutter and text."""
        gutter, found, style = self._rows[index]
        return [(gutter, "dim"), *((text, name or style) for text, name in found)], ""


def _signed(line: SourceLine, gutter: str, width: int) -> Iterator[tuple[str, tuple[Piece, ...], str]]:
    """Yield the rows of a line of a diff: number and sign, the text with what is set off in it."""
    text = line.text[1 : _LONGEST + 1] + ("…" if len(line.text) > _LONGEST else "")
    safe = harmless(text)
    marks = line.marks if len(safe) == len(text) else ()
    at = 0
    for row in _cut(safe, max(8, width - len(gutter) - 1), 0):
        edges = sorted({0, len(row), *(min(max(edge - at, 0), len(row)) for mark in marks for edge in mark)})
        found = [(row[start:end], any(one <= at + start < two for one, two in marks)) for start, end in pairwise(edges)]
        yield gutter, tuple((piece, f"{line.style}-word" if marked else line.style) for piece, marked in found), ""
        at += len(row)
        gutter = " " * len(gutter)


def _cut(text: str, width: int, hang: int) -> list[str]:
    """Return a line in rows; all but the first are set in."""
    first, *rest = wrapped(text, width)
    if not rest or not hang or hang >= width:
        return [first, *rest]
    return [first, *(" " * hang + piece for piece in wrapped("".join(rest), width - hang))]
