"""What makes a venue doubtful by what is beside it: in brackets, behind its list, before its slash; see `doubts`."""

from __future__ import annotations

from itertools import pairwise, takewhile

from profile_tui.content.publications.cutting.form import may_be_person
from profile_tui.content.publications.cutting.phrases import AWARD, EDIT_SIDES
from profile_tui.content.publications.reading.entry_parts import AUTHORS_AND_VENUE, NOTHING, Parts, is_set_off
from profile_tui.content.publications.reading.parts_signs import BRACKETED, LEFT, UNREAD, VENUE, VENUES, DoubtRow
from profile_tui.content.publications.reading.signs import SET_OFF

_VENUE = frozenset(("venue",))


def _within_remark(parts: Parts) -> frozenset[str]:
    """Authors and venue, where one of them is in a bracket after something else there: `(SCI, 2/14, FENS, ICE)`."""
    segments, roles = parts.entry.segments, parts.entry.roles
    for own in (parts.people, parts.venue):
        if own and own[0].bracketed and own[0].before == ",":
            at = segments.index(own[0]) - 1
            is_other = own is parts.people or segments[at].text.isupper() or any(map(str.isdigit, segments[at].text))
            if at > 0 and segments[at].bracketed and roles[at] in "ON" and is_other:
                return AUTHORS_AND_VENUE
    return NOTHING


def _ends_in_editors(parts: Parts) -> frozenset[str]:
    """The venue, where it ends in people whom a word alone in brackets calls its editors: `Fens, A. Moss (ed.)`."""
    segments, venue = parts.entry.segments, parts.venue
    if len(venue) < 2 or not may_be_person(venue[-1]):
        return NOTHING
    at = segments.index(venue[-1]) + 1
    is_word = at < len(segments) and segments[at].before == "(" and segments[at].text.lower() in EDIT_SIDES
    is_alone = is_word and (at + 1 == len(segments) or ")" in segments[at + 1].before)
    return _VENUE if is_alone else NOTHING


def _listed_on(parts: Parts) -> frozenset[str]:
    """The venue, where a list begins in it that goes on in no field, as in `Fens: Drivers, Risks, and Answers`."""
    segments, venue = parts.entry.segments, parts.venue
    if not venue or is_set_off(venue[-1]):
        return NOTHING
    at = segments.index(venue[-1]) + 1
    unread = 0
    while at + unread < len(segments) and segments[at + unread] in parts.unread:
        if segments[at + unread].before not in (",", ",&"):
            break
        unread += 1
        if segments[at + unread - 1].before == ",&":
            return _VENUE if unread > 1 else NOTHING
    return NOTHING


def _slashed(parts: Parts) -> frozenset[str]:
    """The venue, where words in no field are before the slash that it is behind: `FENS IV / Ice II 2019`."""
    venue = parts.venue
    if not venue or venue[0].before != "/":
        return NOTHING
    before = next((first for first, after in pairwise(parts.entry.segments) if after is venue[0]), None)
    return _VENUE if before is not None and before in parts.unread and before.line == venue[0].line else NOTHING


def _left_off(parts: Parts) -> frozenset[str]:
    """The venue, where it is set off, and words that are so, too, go on with it in no field: `*ICE 2022 in Oslo*`."""
    entry, venue = parts.entry, parts.venue
    if not venue or not is_set_off(venue[-1]):
        return NOTHING
    pairs = list(zip(entry.segments, entry.roles, strict=True))
    behind = pairs[entry.segments.index(venue[-1]) + 1 :]
    alike = takewhile(lambda pair: pair[0].look == venue[-1].look and not pair[0].before, behind)
    return _VENUE if any(role == "O" and not AWARD.match(segment.text) for segment, role in alike) else NOTHING


DOUBTS: tuple[DoubtRow, ...] = (
    ((BRACKETED, ","), _within_remark),
    ((VENUES, BRACKETED, EDIT_SIDES), _ends_in_editors),
    ((VENUE, UNREAD, ",&"), _listed_on),
    ((VENUE, UNREAD, "/"), _slashed),
    ((VENUE, LEFT, SET_OFF), _left_off),
)
"""Its doubts with their signs, for `doubts.py`."""
