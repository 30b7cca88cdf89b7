"""The publications of a section: which units, or groups of paragraphs, are one; and their fields and places."""

from __future__ import annotations

import re
from collections import Counter
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from profile_tui.content.entries.entry import Entry, Link, Places, Unit, Value, authors_in, text_in
from profile_tui.content.entries.lexicon import LABEL
from profile_tui.content.publications import paragraphs
from profile_tui.content.publications.cutting.form import may_be_person
from profile_tui.content.publications.cutting.lines import LEGEND, words
from profile_tui.content.publications.cutting.phrases import is_state, is_unfinished
from profile_tui.content.publications.cutting.segments import cut
from profile_tui.content.publications.reading import above_prose, certainty, columns
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

_BIBTEX = lazily(r"(?<!\w)@\w+\{[^\s,{}]*,")
_YEAR = lazily(r"(?:19|20)\d\d")
_CLASS = lazily(r"class\s*=\s*[\"']?([^\"'>]*)", re.I)
_FEW = 3
_MANY = 4
"""Among more boxes than these, one of another class may be a caption."""
_PROFILE = lazily(
    r"scholar\.google\.[^/]+/citations\?(?!.*view_op=view_citation)|//orcid\.org/|researchgate\.net/profile/|dblp\.(?:org|uni-trier\.de)/pid/"
    r"|semanticscholar\.org/author/|publons\.com/researcher/|ncbi\.nlm\.nih\.gov/myncbi/|arxiv\.org/a/|inspirehep\.net/authors/",
    re.I,
)
"""Addresses of what lists the publications of one person."""
_PLACE_OF_PROFILES = lazily(
    r"(?:my )?(?:google )?scholar\b|orcid\b|researchgate|dblp\b|semantic scholar|publons|arxiv\b|inspire|ncbi|pubmed|"
    r"mybibliography",
    re.I,
)
"""How links to those are called in a sentence."""
_VERSION = lazily(
    r"(?:latest|current|new|newest|recent|most recent|last|published|final|online|full) "
    r"(?:version|draft|appendix|text)\b.{0,20}",
    re.I,
)
_LIST_PAGE = lazily(
    r"(?:\{\{[^{}]*\}\})?(?!//)(?:[\w./-]*/)?(?:\w+[-_])?(?:pubs?|publications?|papers?|articles|bibliography|preprints?)"
    r"(?:[-_]\w+)?(?:/|\.html?|\.md)?",
    re.I,
)
"""The address of a page of the same site that is called as lists of papers are."""
_PROSE_LINE = lazily(r"\n(?=(?:[^\s<>]+[ \t]+){30})")
"""The end of a line above one of many words, as those of an abstract are."""
_SORT = lazily(
    r"(?:[\w-]+ ){0,2}(?:papers|articles|books|chapters|proceedings|theses|talks|reports|patents|posters|preprints)",
    re.I,
)
"""What the papers are that are listed below a label."""
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
        habits_before.is_odd(citation.segments, citation.roles) for citation in citations
    ):
        section.habits = None  # the list is to be read as a whole
    for citation in citations:
        citation.unsure = certainty.unsure(citation, habits)
    citations = above_prose.of_list(citations, units, habits, learn=habits_before is None)
    entries = (
        _entry(text, unit, citation, int(year[0]) if year else None, habits)
        for unit, citation in zip(units, citations, strict=True)
    )
    read_entries = [entry for entry in entries if entry]
    if (
        habits_before is not None
    ):  # few, and what is kept of them must not keep the page as it was before the next change
        for entry in read_entries:
            entry.places.find()
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
    shown = citation.shown
    if citation.title is None or _explains(shown, unit, citation) or _is_prose(shown, unit, citation):
        return None
    if _VERSION.fullmatch(shown.text[slice(*citation.title)].strip()):
        return None  # a link to a paper whose title is elsewhere
    title = shown.text[slice(*citation.title)]
    if (citation.title_link and "{{" in citation.title_link[0]) or ("\ufffc" in title and "\n" in title):
        return None  # a template's, not an entry's
    if not (_says_enough(unit, citation) or _is_as_titles(unit, citation, habits)) or _is_profile(unit, citation):
        return None
    if _leads_to_profile(unit, citation) or _are_several(unit, citation):
        return None
    values: dict[str, Value] = {
        "title": _said(shown, citation.title),
        "authors": tuple(citation.names.authors) if citation.names else (),
        "venue": _said(shown, citation.venue) if citation.venue else None,
        "year": int(shown.text[slice(*citation.year)][:4]) if citation.year else year,
        "links": (),
        "note": _said(shown, citation.note) if citation.note else None,
    }
    links = [link for link, _ in citation.links]
    if citation.title_link:
        links.insert(0, Link("title", citation.title_link[0]))
    values["links"] = tuple(links)
    places = Places.later(partial(_places, text, unit, citation.brief()))
    return Entry("publications", unit.span, values, places, unit, unsure=citation.unsure)


def _places(text: str, unit: Unit, citation: Citation) -> Places:
    """Return where the fields of a citation are whose text is not kept."""
    shown = visible(text, unit)
    entry = Entry("publications", unit.span, {}, Places(), unit)
    slot_places.place(text, shown, replace(citation, shown=shown, segments=cut(shown)), entry)
    columns.widen(text, entry)
    return entry.places


def _is_profile(unit: Unit, citation: Citation) -> bool:
    """Whether it is a link to all publications of somebody elsewhere, or a part of the page, and not to one of them."""
    link = citation.title_link
    if link is None or citation.title is None:
        return False
    if all((segment.style.href or "").startswith("#") for segment in citation.segments):
        return True  # a line of a table of contents
    is_alone = not (citation.names or citation.year or citation.venue)
    title = citation.shown.text[slice(*citation.title)]
    is_pointer = unit.type == "paragraph" and _PLACE_OF_PROFILES.match(title) is not None
    return (is_alone or is_pointer) and _PROFILE.search(link[0]) is not None


def _are_several(unit: Unit, citation: Citation) -> bool:
    """Whether the lines of a paragraph are more than one publication: a title and a year are below another year.

    So are those of an item that are listed below a label.
    """
    if unit.type != "paragraph":
        return unit.type == "item" and _is_above_list(citation)
    pairs = list(zip(citation.segments, citation.roles, strict=True))
    dated = [segment.line for segment, role in pairs if role == "Y" or (segment.bracketed and is_state(segment.text))]
    venued = [segment.line for segment, role in pairs if role == "V"]
    below = [line for line in venued if dated and dated[0] < line <= dated[-1]]
    if len(below) > 1 and venued[0] == dated[0]:
        return True  # `Title, Journal (to appear)`, and `Title, Journal, 2024` below
    titled = [segment.line for segment, role in pairs if role == "T"]
    if len(set(dated)) < 2 or not titled or titled[0] > dated[0]:
        return False
    return any(dated[0] < line <= dated[-1] for line in titled)


def _is_above_list(citation: Citation) -> bool:
    """Whether an item says only what is listed below it, as `Journal papers` above papers."""
    segments = citation.segments
    below = next((at for at, segment in enumerate(segments) if segment.line), 0)
    if not below or not segments[below].bullet:
        return False
    from profile_tui.content.languages.headings import announced

    label = citation.shown.text[segments[0].start : segments[below - 1].end].strip(" .:")
    return _SORT.fullmatch(label) is not None or (label.count(" ") < _MANY and "publications" in announced(label))


def _leads_to_profile(unit: Unit, citation: Citation) -> bool:
    """Whether a paragraph is a sentence that ends in the name of a place of profiles: `more is in my [dblp](…)`."""
    if unit.type != "paragraph" or citation.year or len(citation.segments) < 2:
        return False
    before, last = citation.segments[-2:]
    place = _PLACE_OF_PROFILES.match(last.text) if last.style.href is not None and not last.before else None
    return place is not None and place[0] == last.text and before.text.split()[-1].islower()


def _says_enough(unit: Unit, citation: Citation) -> bool:
    """Whether more than a title is there to tell that something is a publication."""
    if (
        unit.type == "paragraph"
        and not citation.names
        and all(segment.style.href is not None for segment in citation.segments)
    ):
        return False  # links to other pages
    bibtex = _BIBTEX.search(citation.shown.text) if "@" in citation.shown.text else None
    if bibtex and citation.shown.run_at(bibtex.start()).style.code:
        return False  # what to cite it by, not the paper itself
    if citation.names is None and citation.title and citation.title[1] - citation.title[0] == 1:
        return False  # a letter in a cell
    if citation.names or citation.venue or citation.is_above_prose:
        return True
    if unit.type == "paragraph":
        return bool(citation.year) and _is_quoted(citation)
    return _tells(citation)


def _tells(citation: Citation) -> bool:
    """Whether an item with a title tells of a publication, though it names neither people nor a venue."""
    if not citation.year and _is_link(citation) and _leads_to_list(citation):
        return False
    return bool(citation.year or _is_link(citation) or _has_material(citation) or _is_stated(citation))


def _is_quoted(citation: Citation) -> bool:
    """Whether a quoted title of several words is first, and nothing but a year and links is after it."""
    first = citation.segments[0]
    is_title = "q" in first.look and citation.roles[0] == "T" and first.before == "“"
    return is_title and set(citation.roles) <= {"T", "Y", "L"} and words(citation.shown.text) > _FEW


def _is_stated(citation: Citation) -> bool:
    """Whether it is told of a title how far the paper is, as `Manuscript in preparation`, and nothing else."""
    rest = [segment.text for segment, role in zip(citation.segments, citation.roles, strict=True) if role != "T"]
    return citation.roles[:1] == "T" and bool(rest) and all(is_state(text) or is_unfinished(text) for text in rest)


def _is_as_titles(unit: Unit, citation: Citation, habits: object) -> bool:
    """Whether an item is some words that are set off as the titles of its list are, and nothing else."""
    segments = citation.segments
    if unit.type != "item" or not isinstance(habits, Habits) or len(segments) != citation.roles.count("T"):
        return False
    looks = {segment.look for segment in segments}
    return words(citation.shown.text) > 2 and len(looks) == 1 and habits.look_of.get(looks.pop()) == "T"


def _leads_to_list(citation: Citation) -> bool:
    """Whether the title is a link to a page of the site's own that is called as lists of papers are."""
    address = citation.title_link[0].partition("?")[0].partition("#")[0] if citation.title_link else ""
    return _LIST_PAGE.fullmatch(address) is not None


def _is_link(citation: Citation) -> bool:
    """Whether the title is one link."""
    assert citation.title is not None
    return (
        citation.title_link is not None
        and citation.shown.run_at(citation.title[1] - 1).style.link == citation.title_link[1][0]
    )


def _has_material(citation: Citation) -> bool:
    """Whether a title is set off, and followed by links that are called as those to a paper's material are."""
    assert citation.title is not None
    is_set_off = citation.shown.run_at(citation.title[0]).style.bold
    return is_set_off and bool(citation.links) and all(LABEL.match(link.label) for link, _ in citation.links)


def _explains(shown: Visible, unit: Unit, citation: Citation) -> bool:
    """Whether a paragraph isn't a publication but explains the marks after names."""
    several = citation.names is not None and len(citation.names.places) > 1
    return unit.type == "paragraph" and not several and LEGEND.search(shown.text) is not None and citation.year is None


def _is_prose(shown: Visible, unit: Unit, citation: Citation) -> bool:
    """Whether a paragraph is a remark: its title is a plain sentence, and no names or year are after it."""
    if unit.type != "paragraph" or citation.title is None or citation.names or citation.year or citation.title_link:
        return False
    start = citation.title[0]
    return not shown.run_at(start).style.bold and shown.text[max(0, start - 1) : start].strip() == ""


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
