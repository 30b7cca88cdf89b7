"""The publications of a section: which units, or groups of paragraphs, are one; and their fields and places."""

from __future__ import annotations

import re
from collections import Counter
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from profile_tui.content.entries.entry import Entry, Link, Places, Unit, Value, authors_in, text_in
from profile_tui.content.publications import paragraphs
from profile_tui.content.publications.cutting.form import may_be_person
from profile_tui.content.publications.cutting.segments import cut
from profile_tui.content.publications.reading import above_prose, certainty, columns, no_publication
from profile_tui.content.publications.reading import steps as reading
from profile_tui.content.publications.reading.steps import visible
from profile_tui.content.publications.roles.citation import Citation
from profile_tui.content.publications.roles.consensus import Habits
from profile_tui.content.publications.writing import slots as slot_places
from profile_tui.markup.inline import Visible, plain
from profile_tui.text.dataclass import replace
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span

if TYPE_CHECKING:
    from profile_tui.content.entries.section import Section

_YEAR = lazily(r"(?:19|20)\d\d")
_CLASS = lazily(r"class\s*=\s*[\"']?([^\"'>]*)", re.I)
_MANY = 4
"""Among more boxes than these, one of another class may be a caption."""
_PROSE_LINE = lazily(r"\n(?=(?:[^\s<>]+[ \t]+){30})")
"""The end of a line above one of many words, as those of an abstract are."""
_PAPERS = lazily(r"class\s*=\s*[\"']?[^\"'>]*\b(paper|pub|publication)s?\b", re.I)


def read(text: str, section: Section) -> list[Entry]:
    """The section's items, boxes, rows and groups of paragraphs; a year in its heading is that of those without one."""
    year = _YEAR.search(section.label)
    units = units_of(text, section)
    shown = [visible(text, unit) for unit in units]
    habits_before = section.habits if isinstance(section.habits, Habits) else None
    first = reading.begun if habits_before is None else reading.read
    citations = [
        first(each, habits_before, whole=unit.type != "paragraph") for each, unit in zip(shown, units, strict=True)
    ]
    habits = habits_before
    if habits_before is None:
        habits = reading.habits_of(citations)
        section.habits = habits or object()  # an entry that comes to one alone makes a list of them
        citations = reading.by_habits(citations, habits)
    elif not habits_before.settled or any(
        habits_before.is_odd(citation, citation.decided[1]) for citation in citations
    ):
        section.habits = None  # the list is to be read as a whole
    citations = above_prose.of_list(citations, units, habits, learn=habits_before is None)
    entries = (
        _entry(text, unit, citation, int(year[0]) if year else None, habits)
        for unit, citation in zip(units, citations, strict=True)
    )
    read_entries = [entry for entry in entries if entry]
    # few are read again, and what is kept of them must not keep the page as it was before the next change
    for entry in read_entries if habits_before is not None else ():
        entry.places.find()
        entry.doubted()
    return _without_captions(text, read_entries)


def _without_captions(text: str, entries: list[Entry]) -> list[Entry]:
    """The entries without boxes of another class than most that say neither who, nor when, nor where to read it."""
    classes = [_CLASS.search(entry.unit.marker.of(text)) if entry.unit.type == "box" else None for entry in entries]
    count = Counter(match[1] for match in classes if match)
    usual = [name for name, times in count.most_common(1) if times > _MANY]
    if not usual:
        return entries
    return [
        entry
        for entry, match in zip(entries, classes, strict=True)
        if match is None or match[1] in usual or any(entry.values[name] for name in ("authors", "year", "links"))
    ]


def units_of(text: str, section: Section) -> list[Unit]:
    """Return the units of a section that may each be a publication."""
    return paragraphs.grouped(text, [part for whole in section.units for part in _numbered_lines(text, whole)])


def nothing_else(text: str, section: Section) -> bool:
    """Whether a section's items or boxes nearly all show title, authors and venue."""
    units = [unit for unit in section.units if unit.type in ("item", "box")]
    read = [read_unit(text, unit, None) for unit in units[:8]]
    whole = [entry for entry in read if entry and (_whole(text, entry) or (section.below and not _has_fields(entry)))]
    return len(whole) * 4 >= len(units[:8]) * (2 if section.below else 3)


def _has_fields(entry: Entry) -> bool:
    """Whether more than its title was read of an entry."""
    return any(entry.values[name] for name in ("authors", "venue", "year", "links"))


def _whole(text: str, entry: Entry) -> bool:
    """Whether an entry shows names and venue, or one of them in a box that is called one of papers."""
    if len(authors_in(entry.values)) > 1 and entry.values["venue"]:
        return True
    called = entry.unit.type == "box" and _PAPERS.search(entry.unit.marker.of(text)) is not None
    return called and bool(entry.values["venue"] or len(authors_in(entry.values)) > 1)


def read_unit(text: str, unit: Unit, year: int | None) -> Entry | None:
    """One unit as an entry; None where it has no title, or neither names nor venue nor link."""
    shown = visible(text, unit)
    citation = reading.read(shown, whole=unit.type != "paragraph")
    return _entry(text, unit, above_prose.read(citation, unit) or citation, year)


def is_titled_by_heading(text: str, unit: Unit) -> bool:
    """Return whether a heading and the paragraphs below it are a publication: those name its people and its venue."""
    end = text.index("\n", unit.content.start)
    entry = read_unit(text, unit, None)
    is_made = text.find("{", end, unit.content.end) > 0  # Liquid may name its people
    if entry is None or not (entry.values["authors"] or is_made) or not (entry.values["venue"] or entry.values["year"]):
        return False
    words_of_heading = plain(text, Span(unit.content.start, end)).split()
    if text_in(entry.values, "title").rstrip(".") != " ".join(words_of_heading).rstrip("."):
        return False
    first = text[: unit.content.end].find("\n\n", end + 2)
    prose = _PROSE_LINE.search(text, end + 1, unit.content.end)
    content = Span(end, min(unit.content.end if first < 0 else first, prose.start() if prose else unit.content.end))
    below = reading.read(visible(text, replace(unit, type="paragraph", content=content)))
    pairs = zip(below.segments, below.roles, strict=True)
    return all(may_be_person(segment) for segment, role in pairs if role == "T")


def _entry(text: str, unit: Unit, citation: Citation, year: int | None, habits: object = None) -> Entry | None:
    """A citation as an entry, as its list has them."""
    if citation.title is None or not no_publication.is_one(unit, citation, habits):
        return None
    shown = citation.shown
    values: dict[str, Value] = {
        "title": _said(shown, citation.title),
        "authors": tuple(citation.names.authors) if citation.names else (),
        "venue": _said(shown, citation.venue) if citation.venue else None,
        "year": year if citation.year is None else citation.told_year(),
        "links": (),
        "note": _said(shown, citation.note) if citation.note else None,
    }
    links = [link for link, _ in citation.links]
    if citation.title_link:
        links.insert(0, Link("title", citation.title_link[0]))
    values["links"] = tuple(links)
    places = Places.later(partial(_places, text, unit, citation.brief()))
    known = habits if isinstance(habits, Habits) else None
    return Entry("publications", unit.span, values, places, unit, doubted=certainty.Doubts(citation, known))


def _places(text: str, unit: Unit, citation: Citation) -> Places:
    """Return where the fields of a citation are whose text is not kept."""
    shown = visible(text, unit)
    entry = Entry("publications", unit.span, {}, Places(), unit)
    slot_places.place(text, shown, replace(citation, shown=shown, segments=cut(shown)), entry)
    columns.widen(text, entry)
    return entry.places


def _said(shown: Visible, place: tuple[int, int]) -> str:
    """What a range shows, on one line."""
    return " ".join(shown.text[slice(*place)].replace("\ufffc", " ").split())


_NUMBERED_LINE = lazily(r"^[ \t]*(?:\[\s?[A-Z]{0,3}(\d{1,3})\s?\]|(\d{1,3})[、)）]|[A-Z](\d{1,2})\.)(?=\s|\S)", re.M)


def _numbered_lines(text: str, unit: Unit) -> list[Unit]:
    """The unit; where it holds lines that count by hand (`[8]`, `2、`), a unit for each of them."""
    if unit.type == "row":
        return [unit]
    matches = list(_NUMBERED_LINE.finditer(text, unit.content.start, unit.content.end))
    numbers = [int(next(group for group in match.groups() if group)) for match in matches]
    if len(matches) < 2 or any(abs(b - a) > 2 for a, b in pairwise(numbers)):
        return [unit]
    starts = [match.start() for match in matches]
    lines = [_line(text, unit, start, end) for start, end in pairwise((*starts, unit.content.end))]
    if sum("\n" in line.content.of(text) for line in lines) * 2 > len(lines):
        return lines
    return [part for line in lines for part in _uncounted(text, line)]


def _line(text: str, unit: Unit, start: int, end: int) -> Unit:
    """A line of a unit, or several, as a unit of its own."""
    stop = start + len(text[start:end].rstrip())
    line_end = text.find("\n", stop)
    line_end = len(text) if line_end < 0 else line_end + 1
    return Unit("line", Span(start, line_end), Span(start, stop), Span(start, start), unit.container, unit.markdown)


def _uncounted(text: str, unit: Unit) -> list[Unit]:
    """A line that counts; with another below it that says who wrote what and where, though none counts it, both."""
    first = text.find("\n", unit.content.start, unit.content.end)
    if first < 0:
        return [unit]
    below = _line(text, unit, first + 1, unit.content.end)
    entry = read_unit(text, below, None)
    if entry is None or not _whole(text, entry) or not entry.values["year"]:
        return [unit]
    return [_line(text, unit, unit.content.start, first), *_uncounted(text, below)]
