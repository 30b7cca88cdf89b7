"""What makes it doubtful where the title of an entry parts from its people; see `doubts`."""

from __future__ import annotations

from collections.abc import Sequence

from profile_tui.content.publications.cutting.form import may_be_person
from profile_tui.content.publications.cutting.segment import Segment
from profile_tui.content.publications.reading.entry_parts import (
    GOES_ON,
    NOTHING,
    Parts,
    are_plain_people,
    is_set_off,
)
from profile_tui.content.publications.roles import role_table
from profile_tui.text.pattern import lazily

_TITLE_AND_AUTHORS = frozenset(("title", "authors"))
_PERSON = role_table.of_field("authors")
_WITH_NAME = lazily(r" (?:with|mit|avec|con|com)(?: [^\Wa-zß-ÿ\d_][\w’'.-]*){1,4}$")
_JOINED = lazily(r"(?:and|or|und|oder|et|ou) ")
"""A word that joins what is before the title to it."""


def after_stop(title: Sequence[Segment]) -> Sequence[Segment]:
    """Return the segments of a title after its last stop; none where it has no stop within."""
    stop = next((at for at in range(len(title) - 1, 0, -1) if "." in title[at].before), len(title))
    return title[stop:]


def is_none(parts: Parts, segments: Sequence[Segment]) -> bool:
    """Return whether a rule says of a part of some segments that it is no person."""
    return any(segment.start in parts.nobody for segment in segments)


def ended_as_person(parts: Parts) -> frozenset[str]:
    """Return title and authors, where it may end in the first of the people, who are parted from it as each other."""
    title, people = parts.title, parts.people
    if len(title) < 2 or not people or people[0].start < title[0].start or any(map(is_set_off, title)):
        return NOTHING
    ending = after_stop(title)
    goes_on = people[0].before[:1] in GOES_ON and ending
    return _TITLE_AND_AUTHORS if goes_on and all(map(may_be_person, ending)) else NOTHING


def begun_as_person(parts: Parts) -> frozenset[str]:
    """Return title and authors, where it may begin with the last of the people, as in `Winter, L.; Quill: A title`."""
    title, people = parts.title, parts.people
    if len(title) < 2 or not people or title[0].start < people[0].start or any(map(is_set_off, title)):
        return NOTHING
    is_one = title[0].before.endswith(";") or (
        title[0].before.lstrip(".") in (",", "") and title[1].before == ":"
        and (" " not in title[0].text or are_plain_people(parts, people))
    )  # fmt: skip
    told = parts.entry.names is not None and len(parts.entry.names.authors) > 1 and is_none(parts, title[:1])
    return _TITLE_AND_AUTHORS if is_one and may_be_person(title[0]) and not told else NOTHING


def ended_with_person(parts: Parts) -> frozenset[str]:
    """Return title and authors, where the title ends in `with Jan Reed`, and nobody else is named but right after."""
    title, people = parts.title, parts.people
    named = next((at for at, segment in enumerate(title) if _WITH_NAME.search(segment.text)), len(title))
    if named == len(title) or is_set_off(title[named]) or not all(map(may_be_person, title[named + 1 :])):
        return NOTHING
    goes_on = people and people[0].start > title[-1].start and people[0].before[:1] in (*GOES_ON, "")
    return _TITLE_AND_AUTHORS if goes_on or not people else NOTHING


def case_as_person(parts: Parts) -> frozenset[str]:
    """Return title and authors, where `Peat v. Crown` is read as a person before the title, or it begins with `and`."""
    segments, roles = parts.entry.segments, parts.entry.roles
    begins = roles.find("T")
    if begins > 0 and _JOINED.match(segments[begins].text) and roles[begins - 1] in _PERSON:
        return _TITLE_AND_AUTHORS
    before = range(max(1, begins - 2), begins)
    cases = (segments[at].text == "v." and roles[at] in f"{_PERSON}O" for at in before)
    return frozenset((*_TITLE_AND_AUTHORS, "venue")) if any(cases) else NOTHING


def name_beside_people(parts: Parts) -> frozenset[str]:
    """Return title and authors, where the title may be one more person: it is parted from the others as they are."""
    title, people = parts.title, parts.people
    if not title or not people or any(map(is_set_off, title)) or not all(map(may_be_person, title)):
        return NOTHING
    separator = title[0].before if people[0].start < title[0].start else people[0].before
    names = parts.entry.names
    is_lone = names is not None and len(names.authors) == 1 and len(title) == 1
    return _TITLE_AND_AUTHORS if is_lone or separator[:1] in GOES_ON else NOTHING
