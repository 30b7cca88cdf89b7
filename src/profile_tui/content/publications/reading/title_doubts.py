"""What makes it doubtful what the title is: links and people at its ends; see `doubts`."""

from __future__ import annotations

import re
from itertools import pairwise

from profile_tui.content.publications.cutting.form import are_initials, form_of, may_be_person
from profile_tui.content.publications.cutting.letters import CAPITAL, SMALL
from profile_tui.content.publications.cutting.phrases import counts_papers
from profile_tui.content.publications.cutting.separators import IN
from profile_tui.content.publications.reading.by_words import is_acronym
from profile_tui.content.publications.reading.entry_parts import (
    ALL_FIELDS,
    AUTHORS,
    GOES_ON,
    NOTHING,
    TITLE_AND_AUTHORS,
    TITLE_AND_VENUE,
    WORD,
    Parts,
    after_stop,
    are_plain_people,
    is_none,
    is_set_off,
)
from profile_tui.content.publications.reading.parts_signs import (
    NO_VENUE,
    NOBODY,
    PEOPLE,
    PLAIN,
    SEVERAL,
    THREE,
    TITLES,
    UNREAD,
    VENUE,
    DoubtRow,
)
from profile_tui.content.publications.reading.signs import AND, BOLD, LINKED, QUOTED, SET_OFF
from profile_tui.content.publications.roles import role_table
from profile_tui.text.pattern import lazily

_PERSON = role_table.of_field("authors")
_NAMES = rf"(?: {CAPITAL}[\w’'.-]*)"
_WITH_NAME = lazily(rf" (?:(?:with|mit|avec|con|com){_NAMES}{{1,4}}|(?:by|von|par|por){_NAMES}{{2,4}})$")
_JOINED = lazily(r"(?:and|or|und|oder|et|ou) ")
"""A word that joins what is before the title to it."""
_JOINING, _NAMING = "v. and or und oder et ou".split(), "with mit avec con com by von par por".split()
"""Those words, and what is between the parties of a case; words before a name at the end of a title."""
_SHORT_PLACES = "м спб л пг пб м-л к х мн".split()
_PLACE_LAST = lazily(rf"[.—–-] *(?:{'|'.join(_SHORT_PLACES)})\.?\Z", re.I)
"""How Russian shortens cities where books are published."""
_GIVEN_AS = lazily(r" (?:Poster|Oral|Spotlight|Talk|Paper|Demo|Abstract)$|\S \S+ In$")
"""How a paper was given, where it has run into the last name."""
_LEADS = frozenset("in In coll éd vol ser".split())
"""Words that end no title, but lead in where it appeared, or the series of a book."""
_GIVEN = ("Oral", "Spotlight", "Poster")
_NOTE = lazily(rf"\S (?:arXiv:\d\S*|ISBN [\dX-]+|{'|'.join(_GIVEN)})$")
"""What is told of a paper, and is no part of its title."""
_NAME_AND_WORDS = lazily(rf"(?:{CAPITAL}[\w’'-]+ ){{2,3}}(?:On|In|A|The|How|Why|What|Is|Are|Do|From|Over) {SMALL}{{3}}")
_WORDS_AND_NAME = lazily(rf"(?: {SMALL}+ .*| Part \d+){_NAMES}{{2,3}}$")
"""A title that begins or ends in a name."""
_FEW = 3
_GOING_ON = frozenset("for with and of by from mit für und avec pour et con para y".split())
"""Small words with which no title begins."""


def _behind_words(parts: Parts) -> frozenset[str]:
    """All fields, where a link at the end is the title, nobody is named, and words of a sentence begin the entry.

    The link may be the venue, or lead to a part, as in `Counting ice with reeds, 2007. → [ICE](…)`.
    """
    title, first = parts.title, parts.entry.segments[0]
    if parts.people or not title or title[0].style.href is None or first.look or first is title[0]:
        return NOTHING
    is_dated = any(segment.year and segment.start < title[0].start for segment in parts.entry.segments)
    begins = first in parts.unread or first in parts.venue
    return ALL_FIELDS | {"year"} if is_dated and begins else NOTHING


def _after_arrow(parts: Parts) -> frozenset[str]:
    """The venue, where an arrow leads to a link that is in no field and may be it, as in `Ice, 2007. → [ICE](…)`."""
    entry = parts.entry
    if "→" not in entry.shown.text or entry.venue is not None:
        return NOTHING
    linked = (segment.start for segment in entry.segments if segment.style.href is not None)
    return frozenset(("venue",)) if any("→" in entry.shown.text[max(0, at - 3) : at] for at in linked) else NOTHING


def _venue_without_words(parts: Parts) -> frozenset[str]:
    """Title and venue, where the venue has no word but a number, as `1848`."""
    venue = parts.venue
    if not venue or not venue[0].text[0].isdecimal():
        return NOTHING
    return NOTHING if any(WORD.search(each.text) for each in venue) else TITLE_AND_VENUE


def _joined_twice(parts: Parts) -> frozenset[str]:
    """Title and authors, where the first two are joined by a word, and the last two, but not those between.

    The title may end within the first: `Slow Snow and Bread Rose Moss, Ada Reed, and Jan Lind`.
    """
    names, text = parts.entry.names, parts.entry.shown.text
    if names is None or len(names.authors) < _FEW or names.authors[1].name.count(" ") < _FEW - 1:
        return NOTHING
    joined = {segment.start for segment in parts.entry.segments if segment.before.endswith("&")}
    starts = [start for start, _ in names.places]
    are_joined = [start in joined for start in starts[1:]]
    is_first = not text[: names.start].strip() and not is_set_off(parts.people[0])
    return TITLE_AND_AUTHORS if is_first and are_joined[0] and not all(are_joined) else NOTHING


def _given_as(parts: Parts) -> frozenset[str]:
    """The authors, where the last name has how the paper was given run into it, as `Bo Reed Poster`."""
    names = parts.entry.names
    return AUTHORS if names and _GIVEN_AS.search(names.authors[-1].name) else NOTHING


def _leads_on(parts: Parts) -> frozenset[str]:
    """Title and venue, where the title ends in the word for `in`, or the venue begins in small letters after a stop.

    So `Review of *Salt*, in Fen Review` and `История озёр : дис. … канд. ист. наук` may be read.
    """
    title, venue = parts.title, parts.venue
    if not title or not venue:
        return NOTHING
    last = title[-1].text
    leads = (len(last) > 1 and last.lower() in IN) or last.rpartition(" ")[2] in _LEADS
    small = venue[0].before == "." and venue[0].text.islower() and venue[0].start > title[-1].start
    return TITLE_AND_VENUE if leads or (small and not is_set_off(venue[0])) else NOTHING


def _begun_small(parts: Parts) -> frozenset[str]:
    """All fields, where a plain title begins with a small word that goes on with what is before it, in another look."""
    title = parts.title
    if not title or not title[0].text[0].islower() or is_set_off(title[0]) or title[0] is parts.entry.segments[0]:
        return NOTHING
    return ALL_FIELDS if title[0].text.partition(" ")[0] in _GOING_ON else NOTHING


def _in_two_looks(parts: Parts) -> frozenset[str]:
    """Title and venue, where a colon or a stop is between two parts of a title that are set off each by itself."""
    title, shown = parts.title, parts.entry.shown
    for segment, following in pairwise(title):
        if following.before[-1:] not in (":", ".", "-", "–", "—") or not is_set_off(following):
            continue
        between = shown.run_at(segment.end).style
        if segment.look != following.look or (between != segment.style and not segment.quoted):
            return ALL_FIELDS
    return NOTHING


def _acronym_first(parts: Parts) -> frozenset[str]:
    """Title and venue, where the title begins with an acronym and a stop, and no other venue is: `NetConf. Ice`."""
    title = parts.title
    if len(title) < 2 or parts.venue or title[1].before != ".":
        return NOTHING
    return TITLE_AND_VENUE if is_acronym(title[0].text) else NOTHING


def _quoted_part(parts: Parts) -> frozenset[str]:
    """The title, where a quotation begins it and a comma follows: `“Fog”, encyclopedia entry` may end there."""
    title = parts.title
    if len(title) < 2 or not title[0].quoted or title[-1].quoted:  # as most are
        return NOTHING
    ends = next(after for before, after in pairwise(title) if before.quoted and not after.quoted)
    return frozenset(("title",)) if ends.before == "”," else NOTHING


def _run_together(parts: Parts) -> frozenset[str]:
    """Title and authors, where a title in small letters may begin or end with a name that nothing parts from it.

    So `Vera Lake On the ferries of foxes` begins, and `Snow to salt for lamps Max Best; Art Lind` goes on.
    """
    title, people = parts.title, parts.people
    if not title or is_set_off(title[0]):
        return NOTHING
    begins = not people and _NAME_AND_WORDS.match(title[0].text)
    ends = people and people[0].before[:1] == ";" and people[0].start > title[-1].start
    return TITLE_AND_AUTHORS if begins or (ends and _WORDS_AND_NAME.search(title[-1].text)) else NOTHING


def _turned_in_bold(parts: Parts) -> frozenset[str]:
    """All fields, where a title in bold may be a person who is turned, as `**Moss, Ada**`, and nobody is named."""
    title = parts.title
    if parts.people or len(title) != 2 or title[1].before != "," or title[0].look != "b" or title[1].look != "b":
        return NOTHING
    return ALL_FIELDS if all(" " not in each.text and may_be_person(each) for each in title) else NOTHING


def _venue_as_note(parts: Parts) -> frozenset[str]:
    """The venue, where what is in brackets after the year has a word of venues, and none was found."""
    entry = parts.entry
    if entry.note is None or entry.venue is not None:
        return NOTHING
    start, end = entry.note
    noted = (each for each in entry.segments if start <= each.start < end)
    return (
        frozenset(("venue",)) if any(form_of(each).venue or each.start in parts.nobody for each in noted) else NOTHING
    )


def _reported(parts: Parts) -> frozenset[str]:
    """The venue, where a series of reports goes on after a comma with what is in no field, as a laboratory."""
    venue = parts.venue
    if not venue or not parts.unread or not counts_papers(venue[-1].text):
        return NOTHING
    pairs = pairwise(parts.entry.segments)
    goes_on = any(before is venue[-1] and after.before == "," and after in parts.unread for before, after in pairs)
    return frozenset(("venue",)) if goes_on else NOTHING


def _ended_in_note(parts: Parts) -> frozenset[str]:
    """The title, where what tells of the paper has run into its end, as `Ice arXiv:2201.01234` or `Ice **Oral**`."""
    last = parts.title[-1].text if parts.title else ""
    if not last or not (last[-1].isdecimal() or last.endswith(_GIVEN)):  # as most are
        return NOTHING
    text = parts.entry.shown.text[parts.title[0].start : parts.title[-1].end]
    return frozenset(("title",)) if _NOTE.search(text) else NOTHING


def _bold_first(parts: Parts) -> frozenset[str]:
    """All fields, where one word in bold is the title, and surnames go on after it, or nobody is named."""
    title, people, first = parts.title, parts.people, parts.entry.segments[0]
    if len(title) != 1 or title[0].look != "b" or " " in title[0].text or not may_be_person(title[0]):
        return NOTHING
    goes_on = people and people[0].start > title[0].start and people[0].before in (",", "&", ";")
    goes_on = goes_on and all(" " not in each.text and not are_initials(each) for each in people)
    return ALL_FIELDS if goes_on or (not people and title[0] is not first) else NOTHING


def _ended_as_person(parts: Parts) -> frozenset[str]:
    """Return title and authors, where it may end in the first of the people, who are parted from it as each other."""
    title, people = parts.title, parts.people
    if len(title) < 2 or not people or people[0].start < title[0].start or any(map(is_set_off, title)):
        return NOTHING
    ending = after_stop(title)
    goes_on = people[0].before[:1] in GOES_ON and ending
    return TITLE_AND_AUTHORS if goes_on and all(map(may_be_person, ending)) else NOTHING


def _begun_as_person(parts: Parts) -> frozenset[str]:
    """Return title and authors, where it may begin with the last of the people, as in `Winter, L.; Quill: A title`."""
    title, people = parts.title, parts.people
    if len(title) < 2 or not people or title[0].start < people[0].start or any(map(is_set_off, title)):
        return NOTHING
    is_one = title[0].before.endswith(";") or (
        title[0].before.lstrip(".") in (",", "") and title[1].before == ":"
        and (" " not in title[0].text or are_plain_people(parts, people))
    )  # fmt: skip
    told = parts.entry.names is not None and len(parts.entry.names.authors) > 1 and is_none(parts, title[:1])
    return TITLE_AND_AUTHORS if is_one and may_be_person(title[0]) and not told else NOTHING


def _ended_with_person(parts: Parts) -> frozenset[str]:
    """Return title and authors, where the title ends in `with Jan Reed`, and nobody else is named but right after."""
    title, people = parts.title, parts.people
    named = next((at for at, segment in enumerate(title) if _WITH_NAME.search(segment.text)), len(title))
    if named == len(title) or is_set_off(title[named]) or not all(map(may_be_person, title[named + 1 :])):
        return NOTHING
    goes_on = people and people[0].start > title[-1].start and people[0].before[:1] in (*GOES_ON, "")
    return TITLE_AND_AUTHORS if goes_on or not people else NOTHING


def _case_as_person(parts: Parts) -> frozenset[str]:
    """Return title and authors, where `Peat v. Crown` is read as a person before the title, or it begins with `and`."""
    segments, roles = parts.entry.segments, parts.entry.roles
    begins = roles.find("T")
    if begins > 0 and _JOINED.match(segments[begins].text) and roles[begins - 1] in _PERSON:
        return TITLE_AND_AUTHORS
    before = range(max(1, begins - 2), begins)
    cases = (segments[at].text == "v." and roles[at] in f"{_PERSON}O" for at in before)
    return ALL_FIELDS if any(cases) else NOTHING


def _name_beside_people(parts: Parts) -> frozenset[str]:
    """Return title and authors, where the title may be one more person: it is parted from the others as they are."""
    title, people = parts.title, parts.people
    if not title or not people or any(map(is_set_off, title)) or not all(map(may_be_person, title)):
        return NOTHING
    separator = title[0].before if people[0].start < title[0].start else people[0].before
    names = parts.entry.names
    is_lone = names is not None and len(names.authors) == len(title) == 1 and not is_none(parts, title)
    return TITLE_AND_AUTHORS if is_lone or separator[:1] in GOES_ON else NOTHING


def _surname_first(parts: Parts) -> frozenset[str]:
    """Return all fields, where the title is a word that may be the surname before people: `*Lake*, Cy, *Moss*, Ada`."""
    title, people, first = parts.title, parts.people, parts.entry.segments[0]
    if title != [first] or not first.look or " " in first.text or not may_be_person(first):
        return NOTHING
    goes_on = people[0].before == "," and people[0] is parts.entry.segments[1]
    return ALL_FIELDS if goes_on and any(each.look == first.look for each in people) else NOTHING


def _ended_in_place(parts: Parts) -> frozenset[str]:
    """Return title and venue, where the title ends in the short form of a city, as in `Лёд. СПб.: Лань`."""
    if not parts.title:
        return NOTHING
    text, end = parts.entry.shown.text, parts.title[-1].end
    ends = _PLACE_LAST.search(text, parts.title[0].start, end) and text[end : end + 2].lstrip(".").startswith(":")
    return TITLE_AND_VENUE if ends else NOTHING


def _turned_name(parts: Parts) -> frozenset[str]:
    """All fields, where all of the title is two words with a comma between, which begin the entry: `Moss, Ada`."""
    title = parts.title
    if len(title) != 2 or title[0].start or title[1].before != "," or any(map(is_set_off, title)):
        return NOTHING
    return ALL_FIELDS if all(map(may_be_person, title)) and " " not in title[0].text else NOTHING


def _led_on(parts: Parts) -> frozenset[str]:
    """All fields, where the title ends in the word that leads on to somebody, as in `Salt Reports 45, a note by`."""
    last = parts.title[-1].text.rpartition(" ") if parts.title else ("", "", "")
    return ALL_FIELDS if last[0] and last[2] in _NAMING else NOTHING


DOUBTS: tuple[DoubtRow, ...] = (
    ((NOBODY, LINKED), _behind_words),
    ((NO_VENUE,), _after_arrow),
    ((VENUE,), _venue_without_words),
    ((THREE, AND), _joined_twice),
    ((PEOPLE,), _given_as),
    ((VENUE,), _leads_on),
    ((PLAIN,), _begun_small),
    ((TITLES, SET_OFF), _in_two_looks),
    ((TITLES, NO_VENUE, "."), _acronym_first),
    ((PLAIN,), _run_together),
    ((NOBODY, TITLES, BOLD), _turned_in_bold),
    ((NO_VENUE,), _venue_as_note),
    ((VENUE, UNREAD), _reported),
    ((), _ended_in_note),
    ((TITLES, QUOTED), _quoted_part),
    ((BOLD,), _bold_first),
    ((_JOINING,), _case_as_person),
    ((_NAMING,), _ended_with_person),
    ((_NAMING,), _led_on),
    ((_SHORT_PLACES,), _ended_in_place),
    ((SET_OFF, SEVERAL), _surname_first),
)
"""Its doubts with their signs, for `doubts.py`."""
DOUBTS_OF_ONE: tuple[DoubtRow, ...] = (
    ((PEOPLE, PLAIN), _name_beside_people),
    ((TITLES, PEOPLE), _begun_as_person),
    ((TITLES, PEOPLE), _ended_as_person),
    ((TITLES, PLAIN), _turned_name),
)
"""The same, of doubts that the other entries of a list take away."""
