"""What makes it doubtful where the venue is, where the people end, and what is left over beside them; see `doubts`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from profile_tui.content.publications.cutting.form import are_initials, is_like_name, may_be_person
from profile_tui.content.publications.cutting.phrases import STATE_WORDS, WITH_WORDS, is_state
from profile_tui.content.publications.cutting.segment import Segment
from profile_tui.content.publications.reading.by_words import is_acronym
from profile_tui.content.publications.reading.entry_parts import (
    AUTHORS,
    AUTHORS_AND_VENUE,
    GOES_ON,
    NOTHING,
    TITLE_AND_AUTHORS,
    TITLE_AND_VENUE,
    Parts,
    are_plain_people,
    is_in_full,
    is_plain_person,
    is_set_off,
)
from profile_tui.content.publications.reading.parts_signs import (
    BRACKETED,
    MONONYM,
    NAMES,
    NO_VENUE,
    NOBODY,
    PEOPLE,
    SEVERAL,
    TITLES,
    UNREAD,
    VENUE,
    VENUES,
    DoubtRow,
)
from profile_tui.content.publications.reading.signs import AND, BOLD, ITALIC, QUOTED, SET_OFF, SMALL
from profile_tui.content.publications.roles.citation import Citation
from profile_tui.text.pattern import lazily

_WITH = frozenset(WITH_WORDS)
_SENTENCE_AND_NAME = lazily(r"\b(?:of|in|for|on|at|by|from|to|the|an?|sur|une|sobre) (?:[a-zß-ÿ]{3,} )+[A-ZÀ-Þ]")

MEETS = lazily(
    r"\b(?:conf[eé]r[eè]nc|konferenz|tagung|\w+tagung|kongress|congress|congr[eè]s|symposi|workshop|vortrag|poster|meeting|"
    r"paper presented|proceedings|colloqu|kolloqu)",
    re.I,
)
"""What tells of a meeting where something was told."""


def mixed(parts: Parts) -> frozenset[str]:
    """The venue, where a part of it is set off and another is not; the authors, too, where nobody is named.

    And the venue, where words in no field begin its line or cell, with a stop after them.
    """
    begun = {segment.start for segment in parts.unread if segment.before[-1:] == "|"}
    for segment, following in pairwise(parts.entry.segments if begun and parts.venue else ()):
        if segment.start in begun and following.start == parts.venue[0].start and following.before == ".":
            return frozenset(("venue",))
    for segment, following in pairwise(parts.venue):
        parted = following.before.strip("/ ") and not following.bracketed
        if parted and is_set_off(segment) != is_set_off(following):
            return frozenset(("venue",) if parts.people else ("venue", "authors"))
    return NOTHING


def people_as_venue(parts: Parts) -> frozenset[str]:
    """Venue and authors, where nobody is named, and what is before the title may be people."""
    venue, title = parts.venue, parts.title
    if parts.people or not venue or not title or venue[0].start > title[0].start:
        return NOTHING
    are_people = are_plain_people(parts, venue) and not _runs_into_year(parts.entry, venue[-1])
    return AUTHORS_AND_VENUE if are_people else NOTHING


def person_as_venue(parts: Parts) -> frozenset[str]:
    """Venue and authors, where nobody is named, and one word, maybe a name, is between a quoted title and the year."""
    venue, title = parts.venue, parts.title
    if parts.people or len(venue) != 1 or not title or "q" not in title[-1].look or venue[0].before != "”.":
        return NOTHING
    is_one = " " not in venue[0].text and parts.entry.roles.endswith("VY") and is_plain_person(venue[0])
    return AUTHORS_AND_VENUE if is_one else NOTHING


def _runs_into_year(entry: Citation, last: Segment) -> bool:
    """Whether a year is right after what ends a venue, as in `NeurIPS 2025`: after a person, something parts them."""
    return any(before is last and year.year and not year.before for before, year in pairwise(entry.segments))


def people_in_venue(parts: Parts) -> frozenset[str]:
    """Venue and authors, where what may be people begins the venue: nobody else is named, or they go on with others."""
    venue, title = parts.venue, parts.title
    ends = (at for at in range(1, len(venue)) if venue[at].before[:1] in (".", ",", ";"))
    stop = next((at for at in ends if "&" not in venue[at].before), 0)
    if not stop or not title or not are_plain_people(parts, venue[:stop]):
        return NOTHING
    are_joined = any("&" in segment.before for segment in venue[1:stop]) or (
        stop == 1
        and " " not in venue[0].text
        and (venue[1].before[:1] in GOES_ON or (venue[0].before.endswith(";") and venue[0].text.endswith(".")))
    )
    goes_on = venue[0].before.lstrip(".")[:1] in GOES_ON and are_joined and are_beside(parts.entry, parts.people)
    is_first = not parts.people and venue[0].start > title[0].start
    return AUTHORS_AND_VENUE if goes_on or is_first else NOTHING


def people_in_bold(parts: Parts) -> frozenset[str]:
    """Venue and authors, where all is in bold, nobody is named, and names in full begin the venue."""
    venue = parts.venue
    if parts.people or len(venue) < 3 or any("b" not in segment.look for segment in parts.entry.segments):
        return NOTHING
    return AUTHORS_AND_VENUE if all(map(is_in_full, venue[:2])) else NOTHING


def list_as_venue(parts: Parts) -> frozenset[str]:
    """Venue and authors, where semicolons are between what may all be people in the venue."""
    listed = any(";" in segment.before for segment in parts.venue[1:])
    return AUTHORS_AND_VENUE if listed and are_plain_people(parts, parts.venue) else NOTHING


def state_as_venue(parts: Parts) -> frozenset[str]:
    """Authors and venue, where how far the paper is, as `forthcoming`, is right after the last person, who is plain."""
    venue, people = parts.venue, parts.people
    if len(venue) > 1 or len(people) < 2 or "&" in people[-1].before or not is_plain_person(people[-1]):
        return NOTHING
    state = next((after for before, after in pairwise(parts.entry.segments) if before is people[-1]), None)
    if state is None or state.start not in parts.nobody or (venue and state is not venue[0]):
        return NOTHING
    is_stated = "." not in people[-1].text and is_state(state.text)
    return AUTHORS_AND_VENUE if is_stated else NOTHING


def are_beside(entry: Citation, people: Sequence[Segment]) -> bool:
    """Return whether the venue is right after some people."""
    pairs = zip(entry.segments, entry.roles[1:], strict=False)
    return any(segment is people[-1] and role == "V" for segment, role in pairs if people)


def two_looks(parts: Parts) -> frozenset[str]:
    """Authors and venue, where the last person alone goes on in another look: the venue may begin there."""
    names, people = parts.entry.names, parts.people
    if names is None or len(people) < 2 or "i" not in people[-1].look or names.places[-1][0] >= people[-1].start:
        return NOTHING
    return NOTHING if any("i" in segment.look for segment in people[:-1]) else AUTHORS_AND_VENUE


def goes_on_after_joined(parts: Parts) -> frozenset[str]:
    """Authors and venue, where no venue was found, and one more follows two that a word joins, as names end."""
    names = parts.entry.names
    if names is None or parts.entry.venue is not None:
        return NOTHING
    before = {segment.start: segment.before for segment in parts.entry.segments}
    joined = ["&" in before.get(start, "") for start, _ in names.places]
    return AUTHORS_AND_VENUE if any(joined[:-1]) and not joined[-1] else NOTHING


def name_in_brackets(parts: Parts) -> frozenset[str]:
    """Return authors and venue, where the venue is a bold name in brackets, maybe the owner, and nobody is named."""
    venue = parts.venue
    is_name = len(venue) == 1 and venue[0].bracketed and venue[0].look == "b" and is_like_name(venue[0])
    return AUTHORS_AND_VENUE if is_name and not parts.people else NOTHING


def after_bracket(parts: Parts) -> frozenset[str]:
    """Return title and venue, where the venue is right after a bracket that is in the title: the title may go on there.

    So it may after a question, where the venue begins as a sentence and ends in a name.
    """
    title, venue = parts.title, parts.venue
    if not title or not venue or venue[0].look != title[-1].look or title[-1].end >= venue[0].start:
        return NOTHING
    before = venue[0].before
    goes_on = before == ")" or (before in ("?", "!") and _SENTENCE_AND_NAME.search(venue[0].text))
    return TITLE_AND_VENUE if goes_on else NOTHING


def after_colon(parts: Parts) -> frozenset[str]:
    """Return title and venue, where a colon alone parts them, and no look: the title may end, or go on, elsewhere.

    And the venue, where words in no field are before such a colon.
    """
    title, venue = parts.title, parts.venue
    if not title or not venue or venue[0].before != ":":
        return NOTHING
    before = next((before for before, after in pairwise(parts.entry.segments) if after is venue[0]), None)
    if before is None or before.look != venue[0].look:
        return NOTHING
    return frozenset(("title", "venue") if before is title[-1] else ("venue",) if before in parts.unread else ())


def twice(parts: Parts) -> frozenset[str]:
    """Title and authors, where other words seem to be a title, too."""
    entry = parts.entry
    if not parts.unread:
        return NOTHING
    titles = {segment.start for segment, role in zip(entry.segments, entry.roles, strict=True) if role == "T"}
    return TITLE_AND_AUTHORS if any(one.start in titles and " " in one.text for one in parts.unread) else NOTHING


def left_over(parts: Parts) -> frozenset[str]:
    """Title and authors, where beside the people, and parted from them as they are, are words that may be one more."""
    unread = {segment.start for segment in parts.unread if may_be_person(segment)}
    if not unread:
        return NOTHING
    people = {segment.start for segment in parts.people}
    for segment, following in pairwise(parts.entry.segments if people else ()):
        goes_on = following.before == "." and segment.text.endswith(".")
        if (goes_on or following.before.lstrip(".")[:1] in (*GOES_ON, "/", "·")) and (
            (segment.start in people and following.start in unread)
            or (segment.start in unread and following.start in people)
        ):
            return TITLE_AND_AUTHORS
    return NOTHING


def place_as_venue(parts: Parts) -> frozenset[str]:
    """Title and venue, where a word or two after a comma are the venue: they may be where a meeting was.

    So they are where a title, as `Does ice melt? Talk at the lake days`, has a sentence in it that may be the meeting,
    or where what is before the comma is in no field. A number at the title's end may count the meeting after it.
    """
    title, venue, before = parts.title, parts.venue, _before_plain_venue(parts)
    if before is None:
        return NOTHING
    is_last = before is title[-1]
    if is_last and before.text.isdecimal() and not before.before and venue[0].before == ".":
        return TITLE_AND_VENUE
    if venue[0].before != "," or len(venue) > 1 or venue[0].text.count(" ") > 1:
        return NOTHING
    if any((is_last and each.text[0].isupper()) or MEETS.search(each.text) for each in _later_sentences(title)):
        return TITLE_AND_VENUE
    role = "" if is_last else parts.entry.roles[parts.entry.segments.index(before)]
    return frozenset(("venue",)) if role == "T" or (role == "O" and before in parts.unread) else NOTHING


def goes_on_in_venue(parts: Parts) -> frozenset[str]:
    """Title and venue, where a plain venue begins with a small word after a comma, with which the title may go on."""
    title, venue, before = parts.title, parts.venue, _before_plain_venue(parts)
    if before is None or before is not title[-1] or venue[0].before != ",":
        return NOTHING
    first, _, rest = venue[0].text.partition(" ")
    return TITLE_AND_VENUE if rest and first.islower() and first.isalpha() and not rest[0].isupper() else NOTHING


def _before_plain_venue(parts: Parts) -> Segment | None:
    """What is right before a venue that is not set off and after a title that is not, either."""
    title, venue = parts.title, parts.venue
    if not title or not venue or is_set_off(venue[0]) or is_set_off(title[-1]) or venue[0].start < title[0].start:
        return None
    return next((before for before, after in pairwise(parts.entry.segments) if after is venue[0]), None)


def _later_sentences(title: Sequence[Segment]) -> list[Segment]:
    """With what the sentences of a title begin, but the first."""
    return [each for each in title[1:] if each.before[:1] in (".", "?", "!")]


def meeting_left_out(parts: Parts) -> frozenset[str]:
    """The venue, where a meeting, or words in italics, are in no field between the title and a plain venue.

    That may be where the meeting was.
    """
    title, venue, entry = parts.title, parts.venue, parts.entry
    if not title or not venue or is_set_off(venue[0]) or any(MEETS.search(each.text) for each in venue):
        return NOTHING
    between = range(title[-1].end, venue[0].start)
    for at, (each, role) in enumerate(zip(entry.segments, entry.roles, strict=True)):
        if each.start not in between or role not in "TO" or "V" in entry.barred.get(at, ""):
            continue
        if (each.look == "i" and not each.bracketed) or (" " in each.text and MEETS.search(each.text)):
            return frozenset(("venue",))
    return NOTHING


def venue_first(parts: Parts) -> frozenset[str]:
    """Title and venue, where what is set off after the people, as titles are, is the venue, and the title is plain."""
    people, venue, title = parts.people, parts.venue, parts.title
    if not people or not venue or not title or any(map(is_set_off, title)) or not is_set_off(venue[0]):
        return NOTHING
    in_order = people[0].start < venue[0].start < title[0].start
    return TITLE_AND_VENUE if in_order else NOTHING


def bare_last(parts: Parts) -> frozenset[str]:
    """Authors and venue, where the last of several people alone has one word: the venue may begin there."""
    names, people = parts.entry.names, parts.people
    if names is None or len(names.authors) < 2 or not parts.venue or not are_beside(parts.entry, people):
        return NOTHING
    bare = [" " not in author.name for author in names.authors]
    is_alone = bare[-1] and not any(bare[:-1]) and not is_set_off(parts.venue[0])
    return AUTHORS_AND_VENUE if is_alone else NOTHING


def undated(parts: Parts) -> frozenset[str]:
    """Title and venue, where the title is in italics, the venue is plain, and no year or number tells them apart."""
    title, venue = parts.title, parts.venue
    if not title or not venue or title[0].look != "i" or venue[0].look or venue[0].start < title[0].start:
        return NOTHING
    is_told = any(role in "YN" for role in parts.entry.roles) or any(segment.year for segment in venue)
    return NOTHING if is_told else TITLE_AND_VENUE


def with_one_word(parts: Parts) -> frozenset[str]:
    """Title and authors, where one word that may be a person is right after the word `with`, and is read as none.

    Of who is so in brackets, as in `Peat (with A. Moss)`, the authors.
    """
    segments = parts.entry.segments
    if _WITH.isdisjoint([segment.text for segment in segments]):
        return NOTHING
    for segment, following in pairwise(segments):
        if segment.text not in _WITH or segment.before[-1:] not in (",", "("):
            continue
        may_be = is_plain_person(following) or are_initials(following)
        if may_be and all(following is not person for person in parts.people):
            return AUTHORS if segment.before[-1:] == "(" else TITLE_AND_AUTHORS
    return NOTHING


def closed_within(parts: Parts) -> frozenset[str]:
    """Title and venue, where a short name ends the title before a bracket that closes within the venue.

    The venue of `Dim light. ICE (Workshops) 2026: 4` is all of that after the stop.
    """
    title, place = parts.title, parts.entry.venue
    if place is None or title[-1].before != "." or not is_acronym(title[-1].text):
        return NOTHING
    opens = parts.entry.shown.text[title[-1].end : place[0]].strip() == "("
    return TITLE_AND_VENUE if opens else NOTHING


DOUBTS: tuple[DoubtRow, ...] = (
    ((UNREAD,), twice),
    ((UNREAD,), left_over),
    ((_WITH,), with_one_word),
    ((VENUE, ") ? !"), after_bracket),
    ((NO_VENUE, AND), goes_on_after_joined),
    ((VENUE, f"{VENUES} {UNREAD}"), mixed),
    ((NOBODY, VENUE), people_as_venue),
    ((NOBODY, VENUE, QUOTED), person_as_venue),
    ((VENUES,), people_in_venue),
    ((VENUES, ";"), list_as_venue),
    ((NOBODY, VENUES, BOLD), people_in_bold),
    ((VENUE, TITLES, BRACKETED), closed_within),
    ((SEVERAL, STATE_WORDS), state_as_venue),
    ((SEVERAL, ITALIC), two_looks),
    ((VENUE,), meeting_left_out),
    ((VENUE, SMALL), goes_on_in_venue),
)
"""Its doubts with their signs, for `doubts.py`."""
DOUBTS_OF_ONE: tuple[DoubtRow, ...] = (
    ((NOBODY, BRACKETED), name_in_brackets),
    ((VENUE, PEOPLE, SET_OFF), venue_first),
    ((NAMES, VENUE, MONONYM), bare_last),
    ((VENUE, ITALIC), undated),
    ((VENUE, ":"), after_colon),
    ((VENUE,), place_as_venue),
)
"""The same, of doubts that the other entries of a list take away."""
