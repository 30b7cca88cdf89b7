"""Rows of Markdown tables as entries: which column holds the date, and typed text cut to cells."""

from __future__ import annotations

from collections.abc import Sequence

from profile_tui.content.entries import date_prefix, dates
from profile_tui.content.entries.entry import Unit
from profile_tui.content.entries.kind import markdown_in
from profile_tui.markup.blocks.cells import cells, trimmed
from profile_tui.markup.escape import from_markdown
from profile_tui.markup.inline import plain
from profile_tui.text.named_tuple import NamedTuple
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span, Splice

ROW = "cells"
"""The type of a unit that is a row of a Markdown table."""
_AROUND = lazily(r"(?:\*{1,3}|_{1,3}|`+|\[|\(|<[^<>]*>|\s)*")
_BEHIND = lazily(r"(?:\*{1,3}|_{1,3}|`+|\]|\)|</[^<>]*>|[\s.,:])*")
_DATES = frozenset(("date", "dates", "when", "time", "year", "period", "日期", "时间", "datum", "fecha", "data"))
NUMBER = lazily(r"\s*\d{1,3}\.?\s*")
"""A cell that counts its row."""


class DatedRow(NamedTuple):
    """Where a row's date and text are."""

    date: Span | None
    """The cell's own, or a place in the cell that waits for it."""
    found: dates.FoundDate | None
    text: list[Span]
    """The cells of the text, each without blanks."""


def dated(text: str, row: Span, names: Sequence[str], language: str, *, ranges: bool) -> DatedRow | None:
    """Return where a row's date and text are; None where it says nothing.

    Args:
        text: The page.
        row: The row.
        names: What the head of the table calls the columns.
        language: The page's.
        ranges: Whether `2019 - 2022` is a date.
    """
    inner = [trimmed(text, cell) for cell in cells(text, row)]
    numbered = len(inner) > 2 and NUMBER.fullmatch(inner[0].of(text)) is not None
    place, date, match = _date(text, inner, names, language, ranges=ranges)
    rest = [at for at in range(1 if numbered else 0, len(inner)) if at != place]
    if place is not None and rest and place not in (min(rest) - 1, max(rest) + 1):
        rest = [at for at in rest if at < place]  # the text is cells that stand side by side
    others = [inner[at] for at in rest]
    if not any(span.of(text) for span in others):
        return None
    return DatedRow(date, match, others)


def _date(
    text: str, inner: Sequence[Span], names: Sequence[str], language: str, *, ranges: bool
) -> tuple[int | None, Span | None, dates.FoundDate | None]:
    """The number of the cell that a date fills, and the date; of the column that is called so, where none does."""
    for at, cell in enumerate(inner):
        start = _AROUND.match(text, cell.start, cell.end)
        first = start.end() if start else cell.start
        match = dates.at(text, first, cell.end, language)
        if match is None:
            continue
        rest = _BEHIND.match(text, match.end, cell.end)
        if rest and rest.end() == cell.end:
            return at, Span(*match.span), match
        head = date_prefix.read(text, cell, ranges=ranges, language=language)
        if head.date and head.found and head.text_start >= cell.end:
            return at, head.date, head.found
    called = [at for at, name in enumerate(names) if name.casefold() in _DATES]
    waiting = called[0] if called else 0 if inner and not names and not inner[0].of(text) else len(inner)
    return (waiting, inner[waiting], None) if waiting < len(inner) else (None, None, None)


def table_of_one(text: str, units: Sequence[Unit], row: Unit) -> Span | None:
    """Return the whole table of its only row, None for another row: without rows, the head would be a line of text."""
    if row.type != ROW:
        return None
    rows = [unit for unit in units if unit.container == row.container]
    if [unit.type for unit in rows] != ["head", ROW]:
        return None
    return Span(rows[0].span.start, row.span.end + text.startswith("\n", row.span.end))


def head_cells(text: str, unit: Unit) -> list[Span]:
    """Return the cells of the head of a row's table; nothing where it has none."""
    stop = text.find("\n", unit.container)
    line = Span(unit.container, stop if stop >= 0 else len(text))
    return cells(text, line) if line.start != unit.span.start else []


def names(text: str, unit: Unit) -> list[str]:
    """Return what the head of a row's table calls the columns; nothing where it has no head."""
    return [plain(text, cell) for cell in head_cells(text, unit)]


def splices(text: str, unit: Unit, slots: Sequence[Span], typed: str) -> list[Splice]:
    """Return the splices that put typed text into cells: cut at its bars where they are enough, else into the first."""
    parts = [cell.of(typed).strip() for cell in cells(typed, Span(0, len(typed)))]
    parts = parts if len(parts) <= len(slots) else [typed]
    parts += [""] * (len(slots) - len(parts))
    return [
        cell_splice(text, unit, cell, markdown_in(unit, part, at_start=False, before=cell.of(text)))
        for cell, part in zip(slots, parts, strict=True)
        if part != from_markdown(cell.of(text))
    ]


def cell_splice(text: str, unit: Unit, slot: Span, new: str) -> Splice:
    """Return the splice that puts source into a cell; blanks that fill the column up give way to it, or come."""
    inner = cells(text, unit.content)
    at, cell = next((at, cell) for at, cell in enumerate(inner) if cell.start <= slot.start <= cell.end)
    head = head_cells(text, unit)
    column = len(head[at].of(text)) if at < len(head) else 0
    behind = text[slot.end : cell.end].rstrip()  # what ends the emphasis that a date is in
    lined_up = len(cell.of(text)) == column or cell.end - slot.end - len(behind) > 1
    width = len(cell.of(text)) - (slot.start - cell.start) - 1 if lined_up else 0
    if cell.of(text) == " " and new:
        return Splice(slot, f"{new} ")
    if width <= 0 or not cell.of(text).endswith(" "):
        return Splice(slot, new)
    return Splice(Span(slot.start, cell.end), (new + behind).ljust(width) + " ")
