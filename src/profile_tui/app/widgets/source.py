"""Lines of a page with their numbers: as on disk, as they will be written, as a diff, or rendered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import PurePath
from typing import TYPE_CHECKING

from profile_tui.app.widgets.lines import LineView, Piece
from profile_tui.app.widgets.syntax import HTML, MARKDOWN, YAML, Coloring, Token, language
from profile_tui.app.widgets.terminal_text import harmless, wrapped
from profile_tui.text.named_tuple import NamedTuple

if TYPE_CHECKING:
    from profile_tui.content.page.page import Page
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
        language: What it is written in, by which it is coloured; empty where it is shown as it is.
    """

    text: str
    number: int | None = None
    style: str = ""
    pieces: tuple[Piece, ...] = ()
    hang: int = 0
    signed: bool = False
    marks: tuple[tuple[int, int], ...] = ()
    language: str = ""


class _Row(NamedTuple):
    """A row of the view.

    Attributes:
        gutter: What is before its text.
        pieces: Its text.
        style: The name of the style of all that has none of its own.
        line: The index of its line, where that is coloured once it is seen; else -1.
        start: Where the row begins in the harmless text of that line.
    """

    gutter: str
    pieces: tuple[Piece, ...]
    style: str
    line: int = -1
    start: int = 0


def numbered(name: str, page: Page, first: int, lines: Sequence[str]) -> list[SourceLine]:
    """Return lines of a file with their numbers, and with what they are written in.

    Args:
        name: The file's name.
        page: The file, as it is when it has these lines.
        first: The number of the first line.
        lines: The lines.
    """
    written, header = language(PurePath(name).suffix), page.front_matter
    written_in = MARKDOWN if written == HTML and not page.html else written
    body = page.source.line_number(header.body_start) if header is not None else 0
    return [SourceLine(line, at, language=YAML if at < body else written_in) for at, line in enumerate(lines, first)]


def exact(document: Document, span: Span) -> list[SourceLine]:
    """Return the lines of a range of a file as they are, with a mark where the disk has others."""
    page, changed = document.page, document.changed_line_numbers()
    lines = page.text[span.start : span.end].removesuffix("\n").split("\n")[:MOST_LINES]
    first, _ = page.lines(span)
    numbered_lines = numbered(document.name, page, first, lines)
    return (
        [line._replace(style="added") if line.number in changed else line for line in numbered_lines]
        if changed
        else numbered_lines
    )


class SourceView(LineView):
    """Lines, wrapped to the width, with a gutter of numbers where they have some."""

    DEFAULT_CSS = "SourceView { height: 1fr; }"

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        """Make a view of nothing."""
        super().__init__(id=id, classes=classes)
        self._lines: Sequence[SourceLine] = ()
        self._rows: list[_Row] = []
        self._width = 0
        self._coloring = Coloring((), lambda _index: "")
        self._colored: dict[int, tuple[Piece, ...]] = {}

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
        self._coloring = Coloring([line.text for line in lines], lambda index: lines[index].language)
        self._colored = {}
        self._width = 0
        if top:
            self.scroll_to(y=0, animate=False)
        self.changed()

    def reveal(self) -> None:
        """Scroll so far that the lines that will be written are seen, the first of them at least."""
        self.line_count()
        new = [at for at, row in enumerate(self._rows) if row.style == "added"]
        top, height = self.scroll_offset.y, self.size.height
        if new and height and (new[0] < top or new[-1] >= top + height):
            self.scroll_to(y=new[0], animate=False, force=True)

    def reveal_line(self, index: int) -> None:
        """Scroll so far that a line is seen in the middle."""
        width = self.size.width
        rows = len(self._wrapped_lines(self._lines[:index], width)) if width else 0
        self.scroll_to(y=max(0, rows - self.size.height // 2), animate=False, force=True)

    def line_count(self) -> int:
        """Return the rows that the lines take at the current width."""
        width = self.size.width
        if width != self._width:
            self._width = width
            self._rows = self._wrapped_lines(self._lines, width) if width else []
        return len(self._rows)

    def _wrapped_lines(self, lines: Sequence[SourceLine], width: int) -> list[_Row]:
        """Return the rows of some lines, the first ones of those that are shown."""
        widest = max((line.number for line in self._lines if line.number is not None), default=None)
        gutter = len(str(widest)) + 2 if widest is not None else 1
        rows: list[_Row] = []
        for index, line in enumerate(lines):
            number = f"{line.number if line.number is not None else '':>{gutter - 1}} "
            if line.pieces:
                rows.append(_Row(number, line.pieces, line.style))
                continue
            if line.signed:
                rows += _signed(line, f"{number}{line.text[:1]} ", width)
                continue
            start = 0
            for piece in _cut(harmless(_shortened(line.text)), max(8, width - gutter - 1), line.hang):
                rows.append(_Row(number, ((piece, ""),), line.style, index if line.language else -1, start))
                number = " " * gutter
                start += len(piece)
        return rows

    def pieces(self, index: int, width: int) -> tuple[list[Piece], str]:
        """Return a row: gutter and text."""
        row = self._rows[index]
        goes_on = row.line >= 0 and index + 1 < len(self._rows) and self._rows[index + 1].line == row.line
        pieces = row.pieces if row.line < 0 else self._colored_row(row, goes_on=goes_on)
        return [(row.gutter, "dim"), *((text, _in_style(name, row.style)) for text, name in pieces)], ""

    def _colored_row(self, row: _Row, *, goes_on: bool) -> Iterator[Piece]:
        """Yield the pieces of a row of a line that is coloured; the blank is left out at which it goes on below."""
        if row.line not in self._colored:
            text = _shortened(self._lines[row.line].text)
            self._colored[row.line] = tuple(_pieces(text, self._coloring.tokens(row.line)))
        text = row.pieces[0][0].rstrip(" ") if goes_on else row.pieces[0][0]
        at, end = row.start, row.start + len(text)
        before = 0
        for text, name in self._colored[row.line]:
            after = before + len(text)
            if before < end and after > at:
                yield text[max(0, at - before) : end - before], name
            before = after


def _in_style(name: str, around: str) -> str:
    """Return the name of a style within another one, whose ground it keeps."""
    return f"{around}+{name}" if name and around else name or around


def _pieces(text: str, tokens: Sequence[Token]) -> Iterator[Piece]:
    """Yield a line in harmless pieces, by its tokens."""
    at = 0
    for start, end, name in tokens:
        if start > at:
            yield harmless(text[at:start]), ""
        yield harmless(text[start:end]), name
        at = end
    yield harmless(text[at:]), ""


def _shortened(text: str) -> str:
    """Return as much of a line as is shown."""
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"


def _signed(line: SourceLine, gutter: str, width: int) -> Iterator[_Row]:
    """Yield the rows of a line of a diff: number and sign, the text with what is set off in it."""
    text = _shortened(line.text[1:])
    safe = harmless(text)
    marks = line.marks if len(safe) == len(text) else ()
    at = 0
    for row in _cut(safe, max(8, width - len(gutter) - 1), 0):
        edges = sorted({0, len(row), *(min(max(edge - at, 0), len(row)) for mark in marks for edge in mark)})
        parts = [
            (row[start:end], any(start_of_mark <= at + start < end_of_mark for start_of_mark, end_of_mark in marks))
            for start, end in pairwise(edges)
        ]
        pieces = tuple((piece, f"{line.style}-word" if marked else line.style) for piece, marked in parts)
        yield _Row(gutter, pieces, "")
        at += len(row)
        gutter = " " * len(gutter)


def _cut(text: str, width: int, hang: int) -> list[str]:
    """Return a line in rows; all but the first are set in."""
    first, *rest = wrapped(text, width)
    if not rest or not hang or hang >= width:
        return [first, *rest]
    return [first, *(" " * hang + piece for piece in wrapped("".join(rest), width - hang))]
