"""Fields from roles: which segments are the title, who the people are, which venue counts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from operator import itemgetter

from profile_tui.content.entries.lexicon import LABEL
from profile_tui.content.publications.cutting import bodies
from profile_tui.content.publications.cutting.form import is_badge, is_bare_name
from profile_tui.content.publications.cutting.phrases import PUBLISHER
from profile_tui.content.publications.cutting.segment import Segment
from profile_tui.content.publications.roles import role_table
from profile_tui.markup.inline import Visible
from profile_tui.text.dataclass import dataclass, field
from profile_tui.text.pattern import lazily

_SET_OFF = frozenset("biq")
_PERSON, _BESIDE_VENUE = role_table.of_field("authors"), role_table.within("V")
_REMARKS = role_table.remarks()
_LONG = 12
"""Characters of words without a role that end a list of people."""
IN_NUMBER = lazily(r"\.\d\d\.\d")
"""How the number of a preprint goes on that begins with a date: `2019.01.02.500001`."""
_INITIAL = lazily(r"(?<![^\W\d_])[^\W\d_](?![^\W\d_])")


@dataclass(slots=True)
class Found:
    """Ranges of segments, each `(first, after the last)`."""

    title: tuple[int, int] | None = None
    people: Sequence[tuple[int, int]] = ()
    venue: tuple[int, int] | None = None
    year: int | None = None
    remarks: dict[str, Sequence[tuple[int, int]]] = field(default_factory=dict)
    """The runs of each role that has a place of its own and is no field, by the role's name."""


@lru_cache(1000)
def blocks(roles: str, own: str, within: str = "") -> Sequence[tuple[int, int]]:
    """Return the runs of some roles; `within` may be inside of one. Most entries of a list have the same roles."""
    stretches: list[tuple[int, int]] = []
    start = last = -1
    for index, role in enumerate(roles):
        if role in own:
            if start < 0:
                start = index
            last = index
        elif start >= 0 and role not in within:
            stretches.append((start, last + 1))
            start = -1
    if start >= 0:
        stretches.append((start, last + 1))
    return stretches


@lru_cache(1000)
def where(roles: str, own: str) -> Sequence[int]:
    """Return the segments that have one of some roles."""
    return [index for index, role in enumerate(roles) if role in own]


def _letters(segments: Sequence[Segment], block: tuple[int, int]) -> int:
    return sum(len(segment.text) for segment in segments[slice(*block)])


def assemble(shown: Visible, segments: Sequence[Segment], roles: str) -> Found:
    """Return the fields of an entry from the roles of its segments."""
    fields = Found()
    titles = blocks(roles, "T", "")
    if len(titles) == 1:
        fields.title = titles[0]
    elif titles:
        longest = max(_letters(segments, block) for block in titles)
        fields.title = next(block for block in titles if _letters(segments, block) * 3 >= longest)
    fields.people = _whole(shown.text, segments, _people(segments, roles))
    venues = [_venue(shown, segments, roles, *block) for block in blocks(roles, "V", _BESIDE_VENUE)]
    if venues:
        best = venues[0] if len(venues) == 1 else _chosen(segments, roles, venues)
        fields.venue = best[0], _without_remark(segments, roles, *best)
    years = [index for index in where(roles, "Y") if segments[index].year]
    if len(years) > 1:
        years = [index for index in years if not IN_NUMBER.match(shown.text, segments[index].end)] or years
    fields.year = _year(segments, years, fields.venue)
    if _REMARKS:
        fields.remarks = {role.name: blocks(roles, role.letter) for role in _REMARKS}
    return fields


def _venue(shown: Visible, segments: Sequence[Segment], roles: str, start: int, stop: int) -> tuple[int, int]:
    """Return a venue without what is not of it, and with its volume and pages."""
    if stop - start > 1:
        start, stop = _one_look(segments, roles, *_after_bracket(segments, roles, start, stop))
    return start, _with_numbers(shown, segments, roles, stop)


def _chosen(segments: Sequence[Segment], roles: str, venues: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The venue that counts: the longest that is no badge or label, rather one that is set off or publishes nothing."""
    plain = [block for block in venues if not is_badge(segments[block[0]]) and not _is_label(segments[block[0]])]
    plain = [block for block in plain if not _SET_OFF.isdisjoint(segments[block[0]].look)] or plain
    plain = [block for block in plain if not PUBLISHER.search(segments[block[0]].text)] or plain
    if len(plain) < 2:
        return [*plain, *venues][0]
    named = [(sum(len(segments[at].text) for at in range(*block) if roles[at] == "V"), block) for block in plain]
    return max(named, key=itemgetter(0))[1]


def _is_label(segment: Segment) -> bool:
    """Whether a segment begins as the labels of links do and is linked, as `[Slides for ICE](…)`."""
    return segment.style.href is not None and LABEL.match(segment.text) is not None


def _year(segments: Sequence[Segment], years: Sequence[int], venue: tuple[int, int] | None) -> int | None:
    """The year of an entry: one beside its venue, or else the first, of those in no badge where it has a venue."""
    if venue:
        start, stop = venue
        near = [index for index in years if start - 2 < index <= stop + 1]
        years = near or [index for index in years if not is_badge(segments[index])] or years
    return next(iter(years), None)


def _one_look(segments: Sequence[Segment], roles: str, start: int, stop: int) -> tuple[int, int]:
    """Return a venue up to its numbers or year, where what goes on after them looks otherwise, or they do."""
    for at in range(start + 1, stop):
        looks_so = segments[at].look == segments[start].look == segments[at - (roles[at - 1] == "Y")].look
        if roles[at] == "V" and roles[at - 1] in _BESIDE_VENUE and not looks_so:
            return start, next(end for end in range(at, start, -1) if roles[end - 1] == "V")
    return start, stop


def _after_bracket(segments: Sequence[Segment], roles: str, start: int, stop: int) -> tuple[int, int]:
    """Return a venue without the end of a bracket before it, as `X 2016). Y` where the bracket began before."""
    if segments[start].bracketed and not segments[stop - 1].bracketed:
        start = next((at for at in range(start, stop) if roles[at] == "V" and not segments[at].bracketed), start)
    return start, stop


def _without_remark(segments: Sequence[Segment], roles: str, start: int, stop: int) -> int:
    """Return where a venue ends that has a remark in brackets after its year."""
    last = stop
    while last - 1 > start and roles[last - 1] == "V" and segments[last - 1].bracketed:
        last -= 1
    return last - 1 if last < stop and roles[last - 1] == "Y" else stop


def _with_numbers(shown: Visible, segments: Sequence[Segment], roles: str, stop: int) -> int:
    """Return where a venue's volume and pages end, those that look as the venue does, a year perhaps before them.

    A volume is not the venue's where issue and pages go on in another look, as in `*Journal, 12*(3), 4–5`.
    """
    at, name_end = stop, stop
    while at < len(roles) and roles[at] in _BESIDE_VENUE and segments[at].line == segments[stop - 1].line:
        first, last = segments[at], segments[stop - 1]
        if first.look != last.look or shown.run_at(last.end).style != last.style:
            return name_end if roles[at] == "N" and first.look != last.look else stop
        at += 1
        if roles[at - 1] == "N":
            stop = at
    return stop


def _whole(text: str, segments: Sequence[Segment], people: Sequence[tuple[int, int]]) -> Sequence[tuple[int, int]]:
    """Return the people of a list, the parts of one put together: of a body that `and` parts, of who is turned."""
    joints = "".join([segments[start].before for start, _ in people[1:]])
    if "&" in joints:
        people = bodies.joined(text, segments, people)
    return _turned(segments, people) if ";" in joints else people


def _turned(segments: Sequence[Segment], people: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the people of a list that semicolons part: surname and given name that a comma parts are one."""
    turned: list[tuple[int, int]] = []
    for start, stop in people:
        surname = segments[turned[-1][0]].text if turned and turned[-1][1] - turned[-1][0] == 1 else ""
        are_words = (
            surname
            and not is_bare_name(surname)
            and (" " not in surname or " " not in segments[start].text or _INITIAL.search(segments[start].text))
        )
        if are_words and segments[start].before == "," and start == turned[-1][1]:
            turned[-1] = turned[-1][0], stop
        else:
            turned.append((start, stop))
    return turned


def _people(segments: Sequence[Segment], roles: str) -> Sequence[tuple[int, int]]:
    """The persons of the list that begins the entry, or of the longest."""
    short = [at for at in where(roles, "O") if len(segments[at].text) < _LONG or segments[at].bracketed]
    return _longest(roles, tuple(short))


@lru_cache(1000)
def _longest(roles: str, short: Sequence[int]) -> Sequence[tuple[int, int]]:
    """The same; `short` are the segments without a role that people go on after."""
    lists: list[list[tuple[int, int]]] = []
    gap = 99
    for index, role in enumerate(roles):
        if role in _PERSON:
            if role == "B" or gap > 0:
                if gap > 2 or not lists:
                    lists.append([])
                lists[-1].append((index, index + 1))
            else:
                first, _ = lists[-1][-1]
                lists[-1][-1] = (first, index + 1)
            gap = 0
        elif gap < 3 and index in short:
            gap += 1
        else:
            gap = 99
    if lists and lists[0][0][0] == 0:
        return lists[0]  # who is first are the authors
    return max(lists, key=len, default=[])
