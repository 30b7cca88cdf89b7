"""Publications in the rows of a Markdown table: what the head says of each column, and the source of a new row."""

from __future__ import annotations

import re
from collections.abc import Sequence

from profile_tui.content.entries import table
from profile_tui.content.entries.entry import Entry, Link, Unit, Values, authors_of, text_of
from profile_tui.content.publications.cutting.segment import Segment
from profile_tui.content.publications.fields import called
from profile_tui.content.publications.reading.entry_parts import says_something
from profile_tui.content.publications.roles import role_table
from profile_tui.markup import escape, inline
from profile_tui.markup.blocks.cells import cells, trimmed
from profile_tui.markup.inline import BLOCK_BREAK, Mark, Run, Style, Visible
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span, Splice, spliced

_CALLED = lazily(
    r"(?P<title>(?:paper |article )?titles?|papers?|publications?|articles?|works?|论文|题目|标题|论文题目|titel|titre|"
    r"título|titulo|titolo)|"
    r"(?P<authors>authors?|by|people|names?|作者|autoren|auteurs|autores|autori)|"
    r"(?P<venue>venues?|journals?|conferences?|published in|publication venue|where|publishers?|sources?|outlets?|"
    r"期刊|会议|期刊/会议|zeitschrift|revue|revista|rivista|conferencia)|"
    r"(?P<year>years?|dates?|when|年份?|日期|jahr|année|año|ano|anno)|"
    r"(?P<links>links?|pdfs?|code|urls?|doi|downloads?|resources|materials?|slides|posters?|videos?|链接|代码)",
    re.I,
)
"""What the head of a table calls its columns, by the fields that they hold."""

_LONE = ("year", "links")
"""Fields that have a column of their own even where another one holds whole citations."""

_NOTHING = frozenset("n/a na tba tbd none ? ??".split())
"""What a cell says that is left open."""


class Row(Visible):
    """What a row shows, each cell on a line of its own."""

    columns: Sequence[tuple[int, str]] = ()
    """Where each cell begins, and the roles that its column's name allows; no roles where that tells nothing."""


def visible(text: str, unit: Unit) -> Row:
    """Return what a reader sees of a row."""
    inner = [trimmed(text, cell) for cell in cells(text, unit.content)]
    pieces: list[Run] = []
    marks: list[Mark] = []
    first: list[int] = []
    for at, cell in enumerate(inner):
        if at:
            pieces.append(Run(BLOCK_BREAK, "", Span(inner[at - 1].end, cell.start), Style()))
        first.append(len(pieces))
        shown = inline.visible(text, cell, opaque=True)
        pieces += shown.runs
        marks += shown.marks
    row = Row(pieces, marks)
    starts = [*row.starts, len(row.text)]
    row.columns = list(zip([starts[index] for index in first], _roles(table.names(text, unit), inner), strict=True))
    return row


def _roles(names: Sequence[str], inner: Sequence[Span]) -> list[str]:
    """The roles that each column may have."""
    called = [match.lastgroup or "" if (match := _CALLED.fullmatch(name.strip())) else "" for name in names]
    parted = "title" in called and ("authors" in called or "venue" in called)  # else one column holds whole citations
    rest = role_table.anywhere() if parted else ""
    held = [role_table.held(field) if field and (parted or field in _LONE) else rest for field in called]
    return [*held, *[rest] * len(inner)][: len(inner)]


def allowed(row: Row, segment: Segment, barred: str) -> str:
    """Return the roles that a segment may have; nothing where it may have any.

    Args:
        row: The row.
        segment: One of its pieces; the words that a cell for venues begins with are the venue.
        barred: The roles that a rule says it cannot have.
    """
    first, letters = next((column for column in reversed(row.columns) if column[0] <= segment.start), (0, ""))
    may_be = letters == role_table.held("venue") and first == segment.start and "V" not in barred
    is_venue = may_be and says_something(segment) and segment.text.lower() not in _NOTHING
    return role_table.of_field("venue") if is_venue else letters


def waiting(text: str, unit: Unit, field: str) -> Span | None:
    """Return the cell that waits for a field of a row; None where one column holds whole citations.

    Raises:
        Refused: No empty cell is in a column for it.
    """
    columns = visible(text, unit).columns
    if field != "links" and all(held != role_table.held("title") for _unused, held in columns):
        return None
    for cell, (_unused, held) in zip(cells(text, unit.content), columns, strict=True):
        if held == role_table.held(field) and not cell.of(text).strip():
            return trimmed(text, cell)
    raise Refused(
        _("the rows here have no column for {field}; edit the section's source instead").format(field=called(field))
    )


def links(text: str, unit: Unit, targets: Sequence[Link]) -> Splice | None:
    """Return the splice that puts links into the cell that waits for them; None where there are none.

    Raises:
        Refused: No empty cell is in a column of links.
    """
    cell = waiting(text, unit, "links") if targets else None
    written = ", ".join(f"[{escape.plain_to_markdown(link.label)}]({escape.url(link.url)})" for link in targets)
    return table.cell_splice(text, unit, cell, written) if cell else None


def lacking(text: str, entry: Entry, values: Values) -> dict[str, Splice]:
    """Return the splices of the fields that a row has an empty cell for, by their names.

    Raises:
        Refused: It has none for one of them.
    """
    splices = {}
    for field in ("authors", "venue", "year"):
        value = values.get(field)
        if not value or field in entry.slots or (field == "year" and value == entry.values.get("year")):
            continue
        if cell := waiting(text, entry.unit, field):
            names = [author.name for author in authors_of(value)] if field == "authors" else [text_of(value)]
            written = ", ".join(escape.plain_to_markdown(name) for name in names)
            splices[field] = table.cell_splice(text, entry.unit, cell, written)
    return splices


def widen(text: str, entry: Entry) -> None:
    """Have the slots of title and venue in a row hold the stop that ends their cell: another one is not given it."""
    for name in ("title", "venue") if entry.unit.type == table.ROW else ():
        if name not in entry.slots:
            continue
        slot = entry.slots[name]
        cell = next(cell for cell in cells(text, entry.unit.content) if cell.start <= slot.start <= cell.end)
        if text[slot.end : cell.end].strip() == ".":
            entry.slots[name] = Span(slot.start, slot.end + 1)


def within_cells(text: str, unit: Unit, splices: Sequence[Splice]) -> list[Splice]:
    """Return splices that leave the bars where they are: what goes beyond a cell is done cell by cell."""
    kept: list[Splice] = []
    for splice in splices:
        inner = [trimmed(text, cell) for cell in cells(text, unit.content)]
        parts = [
            Span(max(cell.start, splice.span.start), min(cell.end, splice.span.end))
            for cell in inner
            if cell.start < splice.span.end and splice.span.start < cell.end
        ]
        if len(parts) == 0:
            kept.append(splice)
        kept += [Splice(part, "" if at else splice.text) for at, part in enumerate(parts)]
    return kept


def written(text: str, model: Entry, splices: Sequence[Splice]) -> str:
    """Return a new row: the model's with its fields replaced, and what no field is in left empty.

    Raises:
        Refused: The row would have more or fewer cells than the others.
    """
    made = list(splices)
    for at, cell in enumerate(cells(text, model.unit.content)):
        shown = trimmed(text, cell)
        number = at == 0 and table.NUMBER.fullmatch(shown.of(text))
        own = any(splice.span.start < shown.end and shown.start < splice.span.end for splice in made)
        slotted = any(cell.covers(span) for span in model.slots.values())
        if shown.of(text) and not own and not slotted and not number:
            made.append(table.cell_splice(text, model.unit, shown, ""))
    source = spliced(
        model.span.of(text),
        [
            Splice(splice.span.shifted(-model.span.start), splice.text)
            for splice in sorted(made, key=lambda splice: splice.span)
        ],
    )
    check(text, model.unit, source)
    return source


def check(text: str, unit: Unit, source: str) -> None:
    """Raise Refused where the source of a row has other cells than a row of its table."""
    if len(cells(source, Span(0, len(source)))) != len(cells(text, unit.content)):
        raise Refused(_("the row would have more or fewer cells than the others; edit the section's source instead"))
