"""How sure the reading of each field is: what might as well be something else is shown, and not changed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from profile_tui.content.entries.entry import Unit
from profile_tui.content.publications.cutting.form import is_badge
from profile_tui.content.publications.cutting.lines import words
from profile_tui.content.publications.reading.doubts import doubted
from profile_tui.content.publications.roles import role_table
from profile_tui.content.publications.roles.citation import Citation
from profile_tui.content.publications.roles.consensus import Habits, border, order
from profile_tui.content.publications.roles.decode import WORDS_JOINED, model
from profile_tui.content.publications.sorts import KICKER
from profile_tui.text.pattern import lazily

_USUAL, _UNUSUAL = 0.3, 1.5
_SURE = {role.letter: (role.field, role.sure) for role in role_table.TABLE if role.sure}
"""The field of each role, and how sure each segment of it has to be, in hundredths."""
_SETS_OFF = frozenset("blq")
_KEPT_AT = lazily(r"\b(?:arxiv|\w{3,5}rxiv|hal|ssrn)\b[\s:./-]{1,2}[\w-]*\d", re.I)
"""A repository of preprints, and the number of one there."""


def unsure(citation: Citation, habits: Habits | None) -> frozenset[str]:
    """Return the fields of a publication that are not sure."""
    if citation.title is None:
        return frozenset()
    usual = _is_usual(citation, habits)
    unsure = _doubtful(citation, usual=usual) | doubted(citation, usual=usual is True)
    if usual is not True and WORDS_JOINED in citation.ends:
        unsure |= _otherwise(citation)
    if habits is not None and _lacks_venue(citation, habits):
        unsure |= {"authors", "venue"}
    if not unsure <= {"year"}:  # what is missing may be in what is doubted
        unsure |= {name for name in ("authors", "venue") if citation.place(name) is None}
    if citation.year is None and "venue" in unsure:
        unsure |= {"year"}  # it would be put behind what may be no venue
    return unsure


def _otherwise(citation: Citation) -> frozenset[str]:
    """Return the fields that another reading has otherwise, which parts what a word joins."""
    emissions, ends = citation.decided[0], citation.ends
    readings = (model().roles(emissions, each) for each in (ends, [end % WORDS_JOINED for end in ends]))
    pairs = (pair for pair in zip(*readings, strict=True) if pair[0] != pair[1])
    return frozenset(_SURE[role][0] for pair in pairs for role in pair if role in _SURE)


def _lacks_venue(citation: Citation, habits: Habits) -> bool:
    """Whether the last who is named may be the venue that an entry lacks: those of its list are not set off.

    A preprint that says where it is kept lacks none.
    """
    names = citation.names
    if citation.venue is not None or names is None or len(names.authors) < 2 or "V" in habits.look_of.values():
        return False
    return any("V" in each for each in habits.orders) and _KEPT_AT.search(citation.shown.text) is None


def _is_usual(citation: Citation, habits: Habits | None) -> bool | None:
    """Return whether the title stands apart as in most entries of the list; None where they have nothing in common."""
    if habits is None or not habits.border:
        return None
    return border(citation.segments, citation.roles) == habits.border and order(citation.roles) in habits.orders


def _doubtful(citation: Citation, *, usual: bool | None) -> frozenset[str]:
    """Return the fields that might as well be something else, and those that this may be of; a badge shows a venue.

    Where the title stands apart as in most entries of the list, less is asked for; where not, more.
    """
    asked = 1.0 if usual is None else _USUAL if usual else _UNUSUAL
    emissions, decided = citation.decided
    doubtful = set()
    each = zip(citation.segments, citation.roles, _margins(citation), strict=True)
    for at, (segment, role, margin) in enumerate(each):
        if role not in _SURE:
            continue
        name, least = _SURE[role]
        if margin < least * asked and not is_badge(segment):
            place = citation.place(name)
            if place is not None and place[0] <= segment.start < place[1]:
                rivals = model().rivals(at, least * asked, decided, emissions, citation.ends)
                doubtful |= {name, *(_SURE[rival][0] for rival in rivals if rival in _SURE)}
    return frozenset(doubtful)


def _margins(citation: Citation) -> Sequence[float]:
    """How sure the role of each segment is; a title that is set off as one is as sure as the surest part of it."""
    emissions, decided = citation.decided
    margins = model().sure(emissions, citation.ends, decided)
    looks = {segment.look for segment, role in zip(citation.segments, citation.roles, strict=True) if role == "T"}
    if len(looks) > 1 or _SETS_OFF.isdisjoint("".join(looks)):
        return margins
    surest = max((margin for role, margin in zip(citation.roles, margins, strict=True) if role == "T"), default=0.0)
    return [surest if role == "T" else margin for role, margin in zip(citation.roles, margins, strict=True)]


_PROSE = 8
"""Words that a sentence on a publication has at least; fewer may be a venue."""
_MOST_NAMES = 2
"""Words of a title that may look like names of people."""
_YEAR = lazily(r"(?:19|20)\d\d")
_PARAGRAPH = lazily(r"\S(?:(?!\n[ \t]*\n).)*\S", re.S)
_SENTENCES = lazily(r"[.;,]\s*\Z|[.!?]\s+[A-Z]")
_SENTENCE_END = lazily(r"[.!?…][)”\"']*\s*\Z")


def with_above_prose(
    citations: Sequence[Citation], units: Sequence[Unit], habits: object, *, learn: bool
) -> list[Citation]:
    """Return the readings of a list, those of titles above prose made anew.

    Args:
        citations: Their readings as citations.
        units: The items.
        habits: What the list has in common.
        learn: Whether these are the whole list, of which its habits are to learn.
    """
    above = [read_above_prose(citation, unit) for citation, unit in zip(citations, units, strict=True)]
    if isinstance(habits, Habits):
        if learn:
            habits.learn_prose(len(above), len(above) - above.count(None))
        if habits.above_prose:
            pairs = zip(citations, units, strict=True)
            above = [titled or read_above_prose(*pair, usual=True) for titled, pair in zip(above, pairs, strict=True)]
    return [titled or whole for titled, whole in zip(above, citations, strict=True)]


def read_above_prose(citation: Citation, unit: Unit, *, usual: bool = False) -> Citation | None:
    """Return the reading of an item that is a title and, in paragraphs below it, prose on it; None for others.

    What prose says of names and years isn't a field of the publication. Above the title may be what it is, as
    `Technical note · in preparation`.

    Args:
        citation: Its reading as a citation.
        unit: The item.
        usual: Whether most items of its list are such; then a name or two at the start of the title, with words after
            them, are words, too.
    """
    if unit.type != "item" or "\n" not in citation.shown.text:
        return None
    parts = list(_PARAGRAPH.finditer(citation.shown.text))
    at = 1 if parts and KICKER.fullmatch(parts[0][0]) else 0
    if len(parts) < at + 2 or any("\n" in part[0] for part in parts[: at + 1]):
        return None
    title, prose = parts[at], parts[at + 1][0]
    if not _is_title(title[0]) or words(prose) < _PROSE or not _SENTENCE_END.search(prose):
        return None
    start, end = title.span()
    if _begins_with_names(citation, [part.start() for part in parts], (start, end) if usual else None):
        return None
    if any(citation.shown.run_at(place).style.href is not None for place in (start, end - 1)):
        return None  # a linked title is read as others are
    roles = "".join("T" if start <= segment.start < end else "O" for segment in citation.segments)
    return Citation(citation.shown, citation.segments, roles=roles, title=(start, end), is_above_prose=True)


def _is_title(text: str) -> bool:
    """Whether a paragraph may be a title: some words, no sentences, no year."""
    return words(text) > 2 and not _SENTENCES.search(text) and not _YEAR.search(text)


def _begins_with_names(citation: Citation, starts: Sequence[int], title: tuple[int, int] | None) -> bool:
    """Whether a paragraph of an item begins with people; if a title is given, what begins that is words of it."""
    names = citation.names
    if names is None:
        return False
    begun = [start for start in starts if 0 <= names.start - start < 3]
    if title is None or begun != [title[0]]:
        return bool(begun)
    return len(names.authors) > _MOST_NAMES or words(citation.shown.text[names.end : title[1]]) < 3
