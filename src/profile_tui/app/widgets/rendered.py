"""An entry or a section as a reader of the page sees it, in styled lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from rich.cells import cell_len

from profile_tui.app.widgets.lines import Piece
from profile_tui.app.widgets.source import SourceLine
from profile_tui.app.widgets.terminal_text import harmless, wrapped
from profile_tui.content.entries.entry import Unit
from profile_tui.content.page.page import Page
from profile_tui.markup import inline
from profile_tui.text.span import Span
from profile_tui.text.width import may_break


def rendered(page: Page, span: Span, width: int) -> list[SourceLine]:
    """Return the visible text of an entry or of a section's units, wrapped to a width, one blank line between them."""
    text, sections = page.text, page.sections
    units = [entry.unit for section in sections for entry in section.entries if entry.span == span] or [
        unit for section in sections for unit in section.units if span.covers(unit.span)
    ]
    lines: list[SourceLine] = []
    for unit in units:
        if lines:
            lines.append(SourceLine(""))
        lines += [
            SourceLine("".join(word for word, _ in line), pieces=tuple(line))
            for line in _wrap(_words(text, unit), width)
        ]
    return lines


def _words(text: str, unit: Unit) -> list[Piece]:
    """Return the visible words of a unit with their styles; a line break is a word of its own."""
    words: list[Piece] = []
    for run in inline.runs(text, unit.content, markdown=unit.markdown):
        if run.kind == inline.SOFT:
            words.append((" ", ""))
        elif run.kind in inline.BREAKS:
            words.append(("\n", ""))
        elif run.kind == inline.TEXT:
            words += [(harmless(part), _style(run.style)) for part in _parts(run.text)]
        elif run.kind == inline.LIQUID:
            words.append((harmless(run.text), "dim"))
        elif run.kind == inline.IMAGE:
            words.append(("[image]", "dim"))
    return words


def _parts(text: str) -> list[str]:
    """Return text cut after each blank."""
    parts = text.replace("\n", " ").split(" ")
    return [part + " " for part in parts[:-1]] + ([parts[-1]] if parts[-1] else [])


def _style(style: inline.Style) -> str:
    """Return the name of the nearest style that views have."""
    if style.href:
        return "link"
    if style.italic:
        return "strong-emph" if style.bold else "emph"
    return "strong" if style.bold else "code" if style.code else ""


def _wrap(words: Sequence[Piece], width: int) -> list[list[Piece]]:
    """Words in lines of at most a width; leading blanks and empty lines are left out."""
    lines: list[list[Piece]] = [[]]
    used = 0
    for word in (part for whole in _whole(words) for part in _fitting(whole, width)):
        if word[0][0] == "\n":
            lines.append([])
            used = 0
            continue
        size = cell_len("".join(text for text, _style in word).rstrip())
        if lines[-1] and used + size > width:
            lines.append([])
            used = 0
        if not lines[-1] and not any(text.strip() for text, _style in word):
            continue
        lines[-1] += word
        used += sum(cell_len(text) for text, _style in word)
    return [line for line in lines if line]


def _fitting(word: list[Piece], width: int) -> Iterator[list[Piece]]:
    """Yield the parts of a word that may be on lines of their own: wide characters, and what fills a line."""
    text = "".join(part for part, _style in word)
    if text.isascii() and len(text.rstrip()) <= width:
        yield word
        return
    starts = [0, *(at for at in range(1, len(text)) if may_break(text, at))]
    ends: list[int] = []
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        ends += accumulate(map(len, wrapped(text[start:end], width)), initial=start)
    at = 0
    for end in dict.fromkeys(ends[1:]):
        yield _between(word, at, end)
        at = end


def _between(word: list[Piece], start: int, end: int) -> list[Piece]:
    """Return the pieces of a word between two of its characters."""
    pieces: list[Piece] = []
    at = 0
    for text, style in word:
        part = text[max(0, start - at) : max(0, end - at)]
        if part:
            pieces.append((part, style))
        at += len(text)
    return pieces


def _whole(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Yield the pieces word by word: a word may have several styles."""
    word: list[Piece] = []
    for piece in pieces:
        if piece[0] == "\n":
            if word:
                yield word
            word = []
            yield [piece]
            continue
        word.append(piece)
        if piece[0].endswith(" "):
            yield word
            word = []
    if word:
        yield word
