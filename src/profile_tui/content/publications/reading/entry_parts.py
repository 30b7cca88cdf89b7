"""The segments of an entry by its fields, and what each may be: what doubts about a reading are made of."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from profile_tui.content.entries.lexicon import ET_AL, LABEL
from profile_tui.content.publications.cutting.form import are_initials, form_of, is_badge, may_be_person
from profile_tui.content.publications.cutting.phrases import is_state, is_unfinished
from profile_tui.content.publications.cutting.segment import Segment
from profile_tui.content.publications.cutting.separators import IN, LEAD
from profile_tui.content.publications.roles import role_table
from profile_tui.content.publications.roles.citation import Citation, Range
from profile_tui.text.named_tuple import NamedTuple
from profile_tui.text.pattern import lazily

_PERSON = role_table.of_field("authors")
_FIELDS = frozenset(f"T{_PERSON}V")
_EXPLAINED = "".join((
    role_table.within("V"), role_table.of_field("links"), *(role.letter for role in role_table.remarks())
))  # fmt: skip
"""Roles whose words are no field's, but are understood."""
_FIELD_OF = {role.letter: role.field for role in role_table.TABLE if role.field in ("title", "authors", "venue")}
_PLACED = ("title", "authors", "venue", "note")
_SET_OFF = frozenset("bliqu")
NOTHING = frozenset[str]()
"""The fields in doubt where none is."""
AUTHORS = frozenset(("authors",))
TITLE_AND_AUTHORS, TITLE_AND_VENUE = frozenset(("title", "authors")), frozenset(("title", "venue"))
AUTHORS_AND_VENUE = frozenset(("authors", "venue"))
ALL_FIELDS = frozenset(("title", "authors", "venue"))
"""The fields that doubts concern: these three are told from each other by their form and place."""
GOES_ON = (",", ";", "&")
"""What parts the people of a list."""
WORD = lazily(r"[^\W\d_]{2}")


class Parts(NamedTuple):
    """An entry and the segments of its fields."""

    entry: Citation
    title: Sequence[Segment]
    people: Sequence[Segment]
    venue: Sequence[Segment]
    unread: Sequence[Segment]
    """Words that are in no field, and are no link, label or number."""
    nobody: Collection[int] = ()
    """Where the segments begin that a rule says are no people."""


def parts_of(citation: Citation) -> Parts:
    """Return an entry with the segments of its fields."""
    title: list[Segment] = []
    people: list[Segment] = []
    venue: list[Segment] = []
    own = {"title": title, "authors": people, "venue": venue}
    places = {name: place for name in _PLACED if (place := citation.place(name)) is not None}
    held = {role: (*places[name], own[name]) for role, name in _FIELD_OF.items() if name in places}
    beside: list[tuple[int, Segment]] = []
    for at, (segment, role) in enumerate(zip(citation.segments, citation.roles, strict=True)):
        if role in held:
            start, end, members = held[role]
            if start <= segment.start < end:
                members.append(segment)
                continue
        if role not in _EXPLAINED:
            beside.append((at, segment))
    return Parts(
        citation,
        title,
        people,
        venue,
        _unread_words(citation, beside, places.values()) if beside else [],
        {citation.segments[at].start for at, roles in citation.barred.items() if "B" in roles},
    )


def _unread_words(
    citation: Citation, beside: Iterable[tuple[int, Segment]], places: Collection[Range]
) -> list[Segment]:
    """The segments that are in no field, and say more than a link, a label, or what leads in a field."""
    told = {at for at, roles in citation.barred.items() if _FIELDS.issubset(roles)}  # a rule says what they are
    return [
        segment
        for at, segment in beside
        if at not in told and not any(start <= segment.start < end for start, end in places) and says_something(segment)
    ]


def says_something(segment: Segment) -> bool:
    """Whether a segment has words that lead in nothing, label nothing, and stand for nobody."""
    text = segment.text
    is_told = LEAD.fullmatch(text) or ET_AL.fullmatch(text) or is_state(text) or is_unfinished(text)
    if segment.style.href is not None or text.lower() in IN or is_told:
        return False
    return WORD.search(text) is not None and LABEL.match(text) is None and not text.startswith("http")


def numbers_title(segments: Sequence[Segment], at: int) -> bool:
    """Return whether the word for a part and its number go on in a title, as in `A. Moss. Graphs, Vol. 1: Trees`.

    Args:
        segments: Those of the entry.
        at: Where the word is; its number may be in it, as in `Part II`.
    """
    stop = at + 1 + (" " not in segments[at].text)
    if not 0 < at < stop < len(segments) or segments[stop].before != ":" or segments[at].before not in (",", "."):
        return False
    title, more = segments[at - 1], segments[stop]
    is_one = title.look == segments[at].look == more.look and not title.year and not form_of(title).venue
    begins = all(each.year or may_be_person(each) or are_initials(each) for each in segments[: at - 1])
    is_word = WORD.match(more.text) is not None and not any(map(str.isdigit, more.text))
    return is_one and begins and is_word and not are_initials(title) and not more.year


def is_plain_person(segment: Segment) -> bool:
    """Return whether a segment may be a person, and nothing about its look says that it is anything else."""
    is_acronym = segment.text.isupper() and " " not in segment.text
    return not segment.look and not is_acronym and not is_badge(segment) and may_be_person(segment)


def are_plain_people(parts: Parts, segments: Sequence[Segment]) -> bool:
    """Return whether segments may all be people, for all that their looks and the rules say."""
    return all(is_plain_person(segment) and segment.start not in parts.nobody for segment in segments)


def is_set_off(segment: Segment) -> bool:
    """Return whether a segment has a look that sets something off."""
    return not _SET_OFF.isdisjoint(segment.look)


def is_in_full(segment: Segment) -> bool:
    """Return whether a segment may be a person's name in full."""
    return " " in segment.text and may_be_person(segment)


def after_stop(title: Sequence[Segment]) -> Sequence[Segment]:
    """Return the segments of a title after its last stop; none where it has no stop within."""
    stop = next((at for at in range(len(title) - 1, 0, -1) if "." in title[at].before), len(title))
    return title[stop:]


def is_none(parts: Parts, segments: Sequence[Segment]) -> bool:
    """Return whether a rule says of a part of some segments that it is no person."""
    return any(segment.start in parts.nobody for segment in segments)
