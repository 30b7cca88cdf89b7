"""How sure the reading of each field is: what might as well be something else is shown, and not changed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from profile_tui.content.publications.cutting.form import is_badge
from profile_tui.content.publications.reading import bare_surnames, note_places
from profile_tui.content.publications.reading.doubts import doubted
from profile_tui.content.publications.roles import role_table
from profile_tui.content.publications.roles.citation import Citation
from profile_tui.content.publications.roles.consensus import Habits, border, order
from profile_tui.content.publications.roles.decode import WORDS_JOINED
from profile_tui.content.publications.roles.weights import model
from profile_tui.text.pattern import lazily

_USUAL, _UNUSUAL = 0.3, 1.5
_SURE = {role.letter: (role.field, role.sure) for role in role_table.TABLE if role.sure}
"""The field of each role, and how sure each segment of it has to be, in hundredths."""
_SETS_OFF = frozenset("blq")
_KEPT_AT = lazily(r"\b(?:arxiv|\w{3,5}rxiv|hal|ssrn)\b[\s:./-]{1,2}[\w-]*\d", re.I)
"""A repository of preprints, and the number of one there."""


class Doubts:
    """The fields of a publication that are not sure, found once they are asked for; then it lets go of the reading."""

    __slots__ = ("_citation", "_habits", "_unsure")

    def __init__(self, citation: Citation, habits: Habits | None) -> None:
        """Take what was read, and what its list has in common."""
        self._citation: Citation | None = citation
        self._habits = habits
        self._unsure = frozenset[str]()

    def __call__(self) -> frozenset[str]:
        """Return the names of the fields."""
        if (citation := self._citation) is not None:
            self._unsure = unsure(citation, self._habits)
            self._citation = self._habits = None
        return self._unsure

    def __eq__(self, other: object) -> bool:
        """Whether other doubts name the same fields."""
        return isinstance(other, Doubts) and self() == other()

    __hash__ = None  # type: ignore[assignment]  # as that of entries, which hold it


def unsure(citation: Citation, habits: Habits | None) -> frozenset[str]:
    """Return the fields of a publication that are not sure."""
    if citation.title is None or citation.is_above_prose:
        return frozenset()
    if citation.title[0] == citation.title[1]:
        return frozenset(("title",))  # it shows none
    usual = _is_usual(citation, habits)
    unsure = _doubtful(citation, usual=usual) | doubted(citation, usual=usual is True)
    if usual is not True and WORDS_JOINED in citation.ends:
        unsure |= _otherwise(citation)
    if bare_surnames.are_in_doubt(citation, listed=habits.names if habits else "", usual=usual is True):
        unsure |= {"authors"}
    if habits is not None and _lacks_venue(citation, habits):
        unsure |= {"authors", "venue"}
    if not unsure <= {"year"}:  # what is missing may be in what is doubted
        unsure |= {name for name in ("authors", "venue") if citation.place(name) is None}
    if citation.year is None and "venue" in unsure:
        unsure |= {"year"}  # it would be put behind what may be no venue
    return unsure | {"note"} if note_places.is_followed(citation) else unsure


def _otherwise(citation: Citation) -> frozenset[str]:
    """Return the fields that another reading has otherwise, which parts what a word joins.

    A venue is no second title beside one that is set off.
    """
    emissions, ends = citation.decided[0], citation.ends
    readings = (model().roles(emissions, each) for each in (ends, [end % WORDS_JOINED for end in ends]))
    pairs = [(at, pair) for at, pair in enumerate(zip(*readings, strict=True)) if pair[0] != pair[1]]
    title = citation.segments[max(citation.roles.find("T"), 0)]
    if title.look and all({*pair} == {"T", "V"} for _, pair in pairs):
        margins = _margins(citation)
        pairs = [(at, pair) for at, pair in pairs if not _has_title_elsewhere(citation.roles, at, margins, 1.0)]
    return frozenset(_SURE[role][0] for _, pair in pairs for role in pair if role in _SURE)


def _lacks_venue(citation: Citation, habits: Habits) -> bool:
    """Whether the last who is named may be the venue that an entry lacks: those of its list are not set off.

    A preprint that says where it is kept lacks none, nor does an entry whose last author is the owner of the page.
    """
    names = citation.names
    if citation.venue is not None or names is None or len(names.authors) < 2 or "V" in habits.look_of.values():
        return False
    if _KEPT_AT.search(citation.shown.text) is not None:
        return False
    return any("V" in each for each in habits.orders) or (habits.ends_apart and not names.authors[-1].is_self)


def _is_usual(citation: Citation, habits: Habits | None) -> bool | None:
    """Return whether the title stands apart as in most entries of the list; None where they have nothing in common."""
    if habits is None or not habits.border:
        return None
    roles = citation.decided[1]
    return border(citation.segments, roles) == habits.border and order(roles) in habits.orders


def _doubtful(citation: Citation, *, usual: bool | None) -> frozenset[str]:
    """Return the fields that might as well be something else, and those that this may be of; a badge shows a venue.

    Where the title stands apart as in most entries of the list, less is asked for; where not, more.
    """
    asked = 1.0 if usual is None else _USUAL if usual else _UNUSUAL
    emissions, decided = citation.decided
    doubtful = set()
    margins = _margins(citation)
    each = zip(citation.segments, citation.roles, margins, strict=True)
    for at, (segment, role, margin) in enumerate(each):
        if role not in _SURE:
            continue
        name, least = _SURE[role]
        if margin < least * asked and not is_badge(segment):
            place = citation.place(name)
            if place is not None and place[0] <= segment.start < place[1]:
                rivals = model().rivals(at, least * asked, decided, emissions, citation.ends)
                if set(rivals) != {role, "T"} or not _has_title_elsewhere(citation.roles, at, margins, asked):
                    doubtful |= {name, *(_SURE[rival][0] for rival in rivals if rival in _SURE)}
    return frozenset(doubtful)


def _has_title_elsewhere(roles: str, at: int, margins: Sequence[float], asked: float) -> bool:
    """Whether an entry has a title that is sure, with other fields between it and a segment that may be one."""
    start = roles.find("T")
    stop = start + len(roles[start:]) - len(roles[start:].lstrip("T"))
    is_sure = all(margin >= _SURE["T"][1] * asked for margin in margins[start:stop])
    return start >= 0 and is_sure and roles.count("T") == stop - start and not start - 2 < at < stop + 1


def _margins(citation: Citation) -> Sequence[float]:
    """How sure the role of each segment is; a title that is set off as one is as sure as the surest part of it."""
    emissions, decided = citation.decided
    margins = model().sure(emissions, citation.ends, decided)
    looks = {segment.look for segment, role in zip(citation.segments, citation.roles, strict=True) if role == "T"}
    if len(looks) > 1 or _SETS_OFF.isdisjoint("".join(looks)):
        return margins
    surest = max((margin for role, margin in zip(citation.roles, margins, strict=True) if role == "T"), default=0.0)
    return [surest if role == "T" else margin for role, margin in zip(citation.roles, margins, strict=True)]
