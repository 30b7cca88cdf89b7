"""Kinds whose entries are a date and a text: news and the timelines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar

from profile_tui.content.entries import (
    chronology,
    date_parts,
    date_prefix,
    date_suffix,
    dated_lines,
    dates,
    day_of_year,
    machine_dates,
    period,
    short_dates,
    table,
    unread_dates,
)
from profile_tui.content.entries.entry import Entry, Places, Unit, Value, Values, text_in
from profile_tui.content.entries.item_end import ended, text_end
from profile_tui.content.entries.kind import Kind, markdown_in, no_place, reframed, stays
from profile_tui.content.entries.placeholder import placeholder
from profile_tui.markup.escape import first_defused, from_markdown
from profile_tui.text.named_tuple import NamedTuple
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span, Splice

if TYPE_CHECKING:
    from profile_tui.content.entries.section import Section

_MADE = lazily(r"\{\{.*?\}\}|\{%.*?%\}|<[^<>]*>", re.S)
_WORD = lazily(r"\w")


_WHOLE = lazily(r"\s*<(span|div|p)\b[^<>]*>\s*((?:(?!</?\1\b).)*?)\s*</\1\s*>\s*", re.S | re.I)
_NO_WORDS = lazily(r"<[^<>]*>|&nbsp;|[^\w&\u2190-\U0010ffff]|[\u3000-\u303f\uff01-\uff0f\uff1a-\uff20]")
"""Tags, blanks and punctuation: what goes with a date, and not an emoji."""
_CELLS = lazily(r"</?t[dh]\b[^<>]*>|\n[ \t]*", re.I)


_BRACKETS = lazily(r"(?:\\?\]|[)）】])*")
_WITH_MONTH = {"": "{0}.{1}", "年": "{0}年{2}月", "년": "{0}년 {2}월"}
"""How a month is written among dates that are years, by what is after these."""
_YEAR_HEADING = lazily(r"\W*((?:19|20)\d\d)\W*")
_TOGGLE = lazily(
    r"""\s*<a\b(?=[^<>]*(?:\bhref\s*=\s*["']?javascript:|\bonclick\s*=))[^<>]*>[^<>]*</a>(?:\s*</li>)?\s*""", re.I
)
"""A link that only shows or hides other items."""


class _Found(NamedTuple):
    """What an item's content says; spans begin at the content."""

    shown_date: str | None
    """The date as `show` gives it."""
    words: str
    """The text as Markdown."""
    text: Span
    date: Span | None
    open: Span | None
    """Emphasis that begins before the date and runs on into the text."""
    tail: Span | None = None
    """What parts a date after the text from it, with the date and the marks around that."""


def _head(content: str, ranges: bool, year: str, language: str) -> date_prefix.DatePrefix:
    """What is before an item's text; under the heading of a year, a day of it may."""
    whole = Span(0, len(content))
    head = date_prefix.read(content, whole, ranges=ranges, language=language)
    if not year or (head.date and day_of_year.has_year(head.date.of(content))):
        return head
    # what the heading does not complete isn't a date: `Apr 26` might be one of 2026
    dayed = day_of_year.read(content, whole, year, ranges=ranges, language=language)
    return dayed or date_prefix.undated(content, whole)


def _said(content: str, date: Span | None, read_date: dates.FoundDate | None, ranges: bool, year: str) -> str | None:
    """A date as `show` gives it."""
    if read_date is None or date is None:
        return None
    is_whole = not year or day_of_year.has_year(date.of(content))
    return date.of(content) if ranges and is_whole else read_date.iso


@lru_cache(maxsize=1 << 15)
def _read(content: str, html: bool, ranges: bool, box: bool, year: str, language: str) -> _Found | None:
    """Reads an item's content; None where it is empty. Remembered, so that an edit reads only what it changed.

    In a box, and behind a date in HTML, the text's own element goes with the date's.
    """
    head = _head(content, ranges, year, language)
    end = text_end(content, head, html=html)
    if (box or (html and head.date)) and (whole := _WHOLE.fullmatch(content, head.text_start, end)):
        head.text_start, end = whole.span(2)
    if head.text_start >= end and head.date is None:
        return None
    marks = "".join(mark for mark in head.opened if mark[0] in "*_")
    at = content.rfind(marks, 0, head.date.start) if marks and head.date else -1
    date, read_date, tail = head.date, head.found, None
    last = None if date else date_suffix.read(content, Span(head.text_start, end), ranges=ranges, language=language)
    if last and (not year or day_of_year.has_year(last.date.of(content))):
        date, read_date, end, tail = last.date, last.found, last.text_end, Span(last.text_end, last.end)
    dated = _said(content, date, read_date, ranges, year)
    words = marks + unlayered(from_markdown(content[head.text_start : end]))
    if dated is None and "{" in words and not _WORD.search(_MADE.sub("", words)):
        return None  # the pattern of items that Liquid makes, as `<li>{{ item.title }}</li>`
    opened = Span(at, at + len(marks)) if at >= 0 else None
    return _Found(dated, words, Span(head.text_start, end), date, opened, tail)


class DatedKind(Kind):
    """Entries of a date and a Markdown text."""

    ranges: ClassVar[bool] = False
    """Whether a date may be a range, as `2019 - 2022`."""
    undated_paragraphs: ClassVar[bool] = False
    """Whether a paragraph without a date is an entry."""

    def read(self, text: str, section: Section) -> list[Entry]:
        """The section's items, rows and dated paragraphs and lines."""
        if placeholder(text, section.units):
            return []
        entries = self._read(text, section)
        if form := short_dates.form_of(text, section, entries):
            section.language += form
            return self._read(text, section)
        dates_written = (entry.slots["date"].of(text) for entry in entries if "date" in entry.slots)
        in_english = section.language[:2].lower() in ("", "en") and section.language != date_parts.DAY_FIRST
        if not in_english or not date_parts.day_leads(dates_written):
            return entries
        section.language = date_parts.DAY_FIRST
        return self._read(text, section)

    def _read(self, text: str, section: Section) -> list[Entry]:
        """The section's entries in its language."""
        entries: list[Entry] = []
        heading = _YEAR_HEADING.fullmatch(section.label)
        year = heading[1] if heading else ""
        language = section.language
        parts = (dated_lines.parted(text, unit, ranges=self.ranges, language=language) for unit in section.units)
        for unit in (part for each in parts for part in each):
            if unit.type in ("item", "li", "row", "box", "paragraph", "line", table.ROW):
                entry = self.read_unit(text, unit, year=year, language=language)
                if entry:
                    entries.append(entry)
        return entries

    def read_unit(self, text: str, unit: Unit, *, year: str = "", language: str = "") -> Entry | None:
        """One unit as an entry; None where it is none. `year`: the one that the heading above is."""
        if unit.type == table.ROW:
            return self._read_row(text, unit, language)
        box = unit.type == "box"
        reading = _read(unit.content.of(text), unit.type in ("li", "row", "box"), self.ranges, box, year, language)
        if reading is None or (reading.date is None and _TOGGLE.fullmatch(unit.content.of(text))):
            return None
        if unit.type == "paragraph" and not reading.words:
            return None  # a date that the items below it are of
        loose = unit.type == "paragraph" and not self.undated_paragraphs
        if reading.date is None and (loose or box):
            return None
        at = unit.content.start
        slots = {"text": reading.text.shifted(at)}
        if reading.date:
            slots["date"] = reading.date.shifted(at)
        frame = {"open": reading.open.shifted(at)} if reading.open else {}
        if reading.tail:
            frame["tail"] = reading.tail.shifted(at)
        if year and reading.date and not day_of_year.has_year(reading.date.of(unit.content.of(text))):
            frame["day of year"] = slots["date"]
        return Entry(
            self.name,
            unit.span,
            {"date": reading.shown_date, "text": reading.words},
            Places(slots, frame),
            unit,
            language=language,
        )

    def _read_row(self, text: str, unit: Unit, language: str) -> Entry | None:
        """A row of a Markdown table; its text may fill several cells."""
        reading = table.dated(text, unit.content, table.names(text, unit), language, ranges=self.ranges)
        if reading is None:
            return None
        filled = [cell for cell in reading.text if cell.of(text)]
        words = " | ".join(from_markdown(cell.of(text)) for cell in reading.text[: reading.text.index(filled[-1]) + 1])
        written: str | None = None
        if reading.found is not None and reading.date is not None:
            written = reading.date.of(text) if self.ranges else reading.found.iso
        slots = {"text": Span(reading.text[0].start, filled[-1].end)}
        if reading.date is not None and reading.found is not None:
            slots["date"] = reading.date
        frame = {f"cell {at}": cell for at, cell in enumerate(reading.text)}
        if reading.date is not None:
            frame["date cell"] = reading.date
        values: dict[str, Value] = {"date": written, "text": words}
        return Entry(self.name, unit.span, values, Places(slots, frame), unit, language=language)

    def _in_row(self, text: str, entry: Entry, values: Values, others: Sequence[Entry]) -> list[Splice]:
        """The splices that set fields of a row; an empty value empties its cell."""
        splices = []
        if "date" in values:
            date, place = text_in(values, "date"), entry.frame.get("date cell")
            if place is None and date:
                raise no_place(self, "date")
            if date and "date" not in entry.slots and place is not None and place.of(text).strip():
                raise no_place(self, "date")
            if place is not None:
                written = self.written_date(text, date, entry, others) if date else ""
                splices.append(table.cell_splice(text, entry.unit, place, written))
        if "text" in values:
            cells = [span for name, span in entry.frame.items() if name.startswith("cell ")]
            splices += table.splices(text, entry.unit, cells, text_in(values, "text"))
        return sorted(splices)

    def new(self, text: str, model: Entry, values: Values, others: Sequence[Entry]) -> str:
        """The model's source with its date and text replaced."""
        if model.unit.type == table.ROW:
            wanted = {"date": values.get("date"), "text": values.get("text")}
            return reframed(text, model.span, self._in_row(text, model, wanted, others))
        date, typed = text_in(values, "date"), ended(text, model, text_in(values, "text"))
        written = self._typed(model.unit, typed, dated=bool(date) and "tail" not in model.frame)
        if model.unit.type == "li" and "</li" not in model.span.of(text):
            written += "</li>"  # the model's end tag is left out, which only the last of its kind may do
        splices = [Splice(model.slots["text"], written), *(_closing(text, model) if date else [])]
        if "date" in model.slots:
            if date:
                splices += machine_dates.redated(text, model, date, self.written_date(text, date, model, others))
            else:
                splices.append(_undated(text, model))
        elif date:
            unread_dates.check(text, model, others)
            written_date = self.written_date(text, date, model, others)
            splices.append(Splice.insert(model.slots["text"].start, _lead_in(model.unit, written_date)))
        source = reframed(text, model.span, sorted(splices))
        return closed_row(source) if model.unit.type == "row" else source

    def written(self, text: str, model: Entry, values: Values, others: Sequence[Entry]) -> Values:
        """Return what a new entry says: without the stop that a comma before its date is in the place of."""
        return {**values, "text": ended(text, model, text_in(values, "text"))}

    def told(self, text: str, entry: Entry, changes: Values, others: Sequence[Entry] = ()) -> Values:
        """Return what an entry says of some fields once they are set."""
        is_dated = "text" in changes and changes.get("date", entry.values["date"])
        return {**changes, "text": ended(text, entry, text_in(changes, "text"))} if is_dated else changes

    def _emptied(self, text: str, entry: Entry) -> Splice:
        """The splice that takes a date away, where nothing but marks is beside it."""
        splice, date = _undated(text, entry), entry.slots.get("date")
        beside = f"{text[splice.span.start : date.start]} {text[date.end : splice.span.end]}" if date else "none"
        if _NO_WORDS.sub("", beside):
            raise stays(self, "date")
        return splice

    def edit(self, text: str, entry: Entry, changes: Values, others: Sequence[Entry]) -> list[Splice]:
        """Replaces the date's or the text's own span."""
        if entry.unit.type == table.ROW:
            return self._in_row(text, entry, changes, others)
        splices = []
        if "text" in changes and changes["text"] != entry.values["text"]:
            dated = ("date" in entry.slots and "tail" not in entry.frame) or bool(changes.get("date"))
            before = entry.slots["text"].of(text)
            told = text_in(self.told(text, entry, changes), "text")
            typed = self._typed(entry.unit, told, dated=dated, before=before)
            splices += [Splice(entry.slots["text"], typed), *_closing(text, entry)]
        if "date" in changes and changes["date"] != entry.values["date"]:
            if not changes["date"]:
                return sorted([self._emptied(text, entry), *splices])
            if "date" not in entry.slots:
                return sorted([self._dating(text, text_in(changes, "date"), entry, others), *splices])
            date = text_in(changes, "date")
            splices += machine_dates.redated(text, entry, date, self.written_date(text, date, entry, others))
        return splices

    def _dating(self, text: str, date: str, entry: Entry, others: Sequence[Entry]) -> Splice:
        """What gives an undated entry a date: the frame of the nearest entry of its shape that has one."""
        near = [other for other in others if "date" in other.slots and other.unit.type == entry.unit.type]
        place = entry.slots["text"]
        unread_dates.check(text, entry, () if near else others)
        if not near:
            return Splice.insert(place.start, _lead_in(entry.unit, self.written_date(text, date, entry, others)))
        model = min(near, key=lambda other: abs(other.number - entry.number))
        around = model.frame.get("tail", Span(model.unit.shown(text).start, model.slots["text"].start))
        written = self.written_date(text, date, model, others)
        framed = reframed(text, around, machine_dates.redated(text, model, date, written))
        return Splice.insert(place.end if "tail" in model.frame else place.start, framed)

    def _typed(self, unit: Unit, typed: str, *, dated: bool, before: str = "") -> str:
        """Typed text as source; its first character is defused where the lead would swallow it."""
        written = markdown_in(unit, typed, at_start=not dated, before=before)
        probe = "[2000] " if dated else ""
        head = date_prefix.read(probe + written, Span(0, len(probe) + len(written)), ranges=self.ranges)
        if written and ((dated and head.text_start != len(probe)) or (not dated and head.date)):
            written = first_defused(written)
        return written

    def written_date(self, text: str, iso: str, model: Entry, others: Sequence[Entry]) -> str:
        """A date in the shape of the model's, or of the nearest entry whose shape tells more."""
        if self.ranges and not machine_dates.is_iso(iso):
            return period.written(iso, lambda date: self.written_date(text, date, model, others))
        if (short := self._within_year(text, iso, model, others)) is not None:
            return short
        near = sorted(
            (other for other in others if "date" in other.slots), key=lambda other: abs(other.number - model.number)
        )
        if "date" in model.slots:
            near = [model, *(other for other in near if other is not model)]
        shapes = [
            dates.DateFormat.of(date)
            for other in near[:20]
            if (date := dates.at(text, other.slots["date"].start, language=model.language))
        ]
        same = [shape for shape in shapes if _skeleton(shape) == _skeleton(shapes[0])]
        shape = dates.common(same)
        if shape is None:
            return _with_dots(iso)
        written = shape.write(iso, same, model.language)
        if len(iso) > 4 and (finer := _WITH_MONTH.get(written[4:])):
            return finer.format(iso[:4], iso[5:7], int(iso[5:7]))
        return written

    def _within_year(self, text: str, iso: str, model: Entry, others: Sequence[Entry]) -> str | None:
        """A date without its year, where the heading above says it and the entries below leave it out."""
        dated = next((unit for unit in (model, *others) if "date" in unit.slots), None)
        written = dated.slots["date"].of(text) if dated else ""
        if dated is None or "day of year" not in dated.frame or len(iso) < 7:
            return None
        return day_of_year.written(written, iso, text_in(dated.values, "date")[:4], model.language)

    def first(self, values: Values) -> str:
        """A bullet with the date in emphasis, the commonest shape there is."""
        date, typed = text_in(values, "date"), text_in(values, "text")
        unit = Unit("item", Span(0, 0), Span(0, 0), Span(0, 0), 0)
        written = self._typed(unit, typed, dated=bool(date))
        dotted = period.written(date, _with_dots) if date else ""
        return f"- *{dotted}*: {written}\n" if date else f"- {written}\n"

    def newest_first(self, entries: Sequence[Entry]) -> bool:
        """True unless the dates ascend."""
        dates_read = [date for entry in entries if (date := text_in(entry.values, "date"))]
        return dates.descending([chronology.when(self.fields, {"date": date}) or date for date in dates_read])

    def fits(self, model: Entry, values: Values) -> int:
        """A model with a date where one is given; one line, nothing left open."""
        return super().fits(model, values) * 2 - ("\n" in model.slots["text"].of(""))


def _lead_in(unit: Unit, date: str) -> str:
    """A date in emphasis, where no neighbour shows how dates are written."""
    return f"*{date}*: " if unit.markdown else f"<em>{date}</em>: "


def _undated(text: str, entry: Entry) -> Splice:
    """The splice that takes a date and what goes with it away; a row keeps its cells, one of them empty."""
    if "tail" in entry.frame:
        return Splice.delete(entry.frame["tail"])
    lead = Span(entry.unit.shown(text).start, entry.slots["text"].start)
    return Splice(lead, "".join(_CELLS.findall(lead.of(text))) if entry.unit.type == "row" else "")


def closed_row(source: str) -> str:
    """A table row with its end tag: a model that leaves it out would take the rows after a new one for its own."""
    if "</tr" in source.lower():
        return source
    bare = source.rstrip("\n")
    cell = re.findall(r"<(/?t[dh])\b", bare, re.I)
    end = f"</{cell[-1]}></tr>" if cell and cell[-1][0] != "/" else "</tr>"
    return bare + end + source[len(bare) :]


def _closing(text: str, entry: Entry) -> list[Splice]:
    """Ends the emphasis that runs on from the date into the text: a new text does not end it."""
    marks = entry.frame.get("open")
    if marks is None or "date" not in entry.slots:
        return []
    bracket = _BRACKETS.match(text, entry.slots["date"].end, entry.slots["text"].start)
    return [Splice.insert(bracket.end() if bracket else entry.slots["date"].end, marks.of(text))]


def unlayered(source: str) -> str:
    """A text of several lines without the lines' indentation."""
    return "\n".join(line.strip() for line in source.split("\n")) if "\n" in source else source


def _skeleton(shape: dates.DateFormat) -> tuple[str, ...]:
    """A shape without what varies between dates."""
    return tuple(name or literal.strip(" .,") for name, literal in shape.parts)


def _with_dots(iso: str) -> str:
    """A date as most pages write it."""
    return iso.replace("-", ".")
