"""What segments cannot be beside others, once all have been read: one title, one list of people, none a sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from profile_tui.content.publications.cutting import bodies
from profile_tui.content.publications.cutting.form import is_like_name, may_be_person
from profile_tui.content.publications.cutting.phrases import EDIT_SIDES
from profile_tui.content.publications.cutting.segment import Segment
from profile_tui.content.publications.cutting.separators import ARTICLE_NUMBER, IN
from profile_tui.content.publications.reading.entry_parts import is_in_full, is_set_off
from profile_tui.content.publications.roles import role_table
from profile_tui.content.publications.roles.assemble import blocks, where
from profile_tui.text.pattern import lazily

_PERSON, _SEPARATE = role_table.of_field("authors"), role_table.anywhere()
_NOBODY_NAMED = lazily(r"TT+V+N")
_ARTICLE = lazily(ARTICLE_NUMBER)
_AFTER_COMMA = lazily(r"[a-z]{1,5}\d{3,8}|[A-Z]{1,2}\d{4,8}")
"""The number of an article that a comma parts from volume or issue, as pages elsewhere: `47(12), W12520`."""
_SHORT_GIVEN = frozenset("Md Mohd Mohammd Muhd Sk Chr Th Wm Geo Jos Thos Abd".split())
"""Given names that a stop shortens: who is called `Md. Karim Moss` is one, and begins there."""
_PART = lazily(r"(?:Part|Section|Series) (?:[A-Z]|[IVX]+|\d{1,2})")
"""A part of a journal, which has a name after a colon: `Mire Studies, Part B: Fens`."""
_BETWEEN_PEOPLE = frozenset((",", ";", "&", ",&", "/"))
_AFTER_YEAR = lazily(r"[a-zA-Z]{0,2}\d{2,8}")
_BEFORE_ARTICLE = frozenset((":", "):", ",", "),", ")"))
_GAP = lazily(r"VO{1,2}V")
_FEW = 2
"""Segments of a second list of people, which are likelier to be something else."""


def completed(segments: Sequence[Segment], roles: str, barred: Mapping[int, str]) -> str:
    """Return the roles, with those that follow from others: of short given names, venues, and articles' numbers."""
    if "VO" in roles:
        roles = _venues_on(segments, roles, barred)
    for at in where(roles, _PERSON):
        if at and segments[at - 1].text in _SHORT_GIVEN and _begins_name(segments, roles, at - 1):
            roles = f"{roles[: at - 1]}BI{roles[at + 1 :]}"
    if "NO" in roles or "NY" in roles:
        for at in [at for at, segment in enumerate(segments) if at and segment.before in _BEFORE_ARTICLE]:
            if roles[at] in "OYV" and _is_article(segments, roles, at):
                roles = f"{roles[:at]}N{roles[at + 1 :]}"
    return roles


def _venues_on(segments: Sequence[Segment], roles: str, barred: Mapping[int, str]) -> str:
    """Return the roles; what a plain venue in brackets goes on after, as `(FENS'18), Full Paper, Oslo`, is of it.

    So is a part of a journal that has a name, as `Part B: Fens`, and the word before a place in `*ICE in Oslo*`.
    """
    for gap in _GAP.finditer(roles):
        within = range(gap.start() + 1, gap.end() - 1)
        parts = [segments[at] for at in (*within, gap.end() - 1)]
        is_listed = all(each.before in (",", "),") and not each.look and each.text[0].isupper() for each in parts)
        is_listed = is_listed and segments[gap.start()].bracketed
        is_one = len(within) == 1 and _is_one(*segments[gap.start() : gap.end()])
        is_part = len(within) == 1 and _is_part(*segments[gap.start() : gap.end()])
        if is_one or ((is_listed or is_part) and not any("V" in barred.get(at, "") for at in within)):
            roles = roles[: within.start] + "V" * len(within) + roles[within.stop :]
    return roles


def _is_one(venue: Segment, word: Segment, place: Segment) -> bool:
    """Whether a word that leads in something is within what is set off as one."""
    are_alike = venue.look == word.look == place.look and is_set_off(venue)
    return are_alike and word.text in IN and not word.before and not place.before


def _is_part(journal: Segment, part: Segment, name: Segment) -> bool:
    """Whether what is between two pieces of a venue is a part of a journal that the other one names."""
    is_one = journal.look == part.look == name.look and part.before in (",", ".") and name.before == ":"
    return is_one and _PART.fullmatch(part.text) is not None


def _begins_name(segments: Sequence[Segment], roles: str, at: int) -> bool:
    """Whether a short given name and the person after it are one, whom its stop parts."""
    given, rest = segments[at : at + 2]
    begins = not at or (given.before.lstrip(".") in _BETWEEN_PEOPLE and not _is_turned(segments, roles, at))
    return begins and rest.before == "." and given.look == rest.look


def _is_turned(segments: Sequence[Segment], roles: str, at: int) -> bool:
    """Whether a segment goes on after the surname of one who is turned, as in `Moss, Md. Karim`."""
    return segments[at].before == "," and roles[at - 1] == "B" and " " not in segments[at - 1].text


def _is_article(segments: Sequence[Segment], roles: str, at: int) -> bool:
    """Whether a segment is the number of an article after a volume, an issue or the year that a volume has.

    So are those of `2017;345:e1234`, `47(12), W12520` and `Fen Reports 7 (2017) 1913`.
    """
    segment, before = segments[at], segments[at - 1]
    if segment.look != before.look or segment.bracketed:
        return False
    if segment.before == ")" and roles[at - 1] == "Y" and before.before == "(" and roles[at - 2 : at - 1] == "N":
        return _AFTER_YEAR.fullmatch(segment.text) is not None
    if roles[at] != "O" or roles[at - 1] != "N" or segment.before == ")":
        return False
    return (_AFTER_COMMA if "," in segment.before else _ARTICLE).fullmatch(segment.text) is not None


def ruled_out(segments: Sequence[Segment], roles: str) -> Mapping[int, str]:
    """Return the roles that segments cannot have, of those by which they were read first; none where all is well."""
    titles, people = _second_titles(segments, roles), where(roles, _PERSON)
    if not people:
        return dict.fromkeys(titles or _over_a_line(segments, roles) or _begun_by_one(segments, roles), "T")
    none = [at for at in people if bodies.is_no_name(segments[at].text)]
    others = _edited(segments, roles) or _second_people(roles)
    return dict.fromkeys(titles, "T") | dict.fromkeys([*others, *none], _PERSON) if titles or others or none else {}


def _over_a_line(segments: Sequence[Segment], roles: str) -> list[int]:
    """Return the segments of a title on lines below its first, where all may be people, and nobody is named."""
    titled = where(roles, "T")
    below = [at for at in titled if segments[at].line != segments[titled[0]].line]
    starts = below and "|" in segments[below[0]].before
    return below if starts and all(may_be_person(segments[at]) for at in below) else []


def _begun_by_one(segments: Sequence[Segment], roles: str) -> list[int]:
    """Return who begins a title where a volume is but nobody else: `Ada Moss, Ice on lakes, Fens 12`."""
    if not _NOBODY_NAMED.match(roles):
        return []
    one, title = segments[:2]
    begins = title.before == "," and title.text[0].isupper() and not title.look and not may_be_person(title)
    return [0] if begins and not one.look and is_in_full(one) and is_like_name(one) else []


def _edited(segments: Sequence[Segment], roles: str) -> list[int]:
    """Return who are between the word for `in` and one for editors, where others begin the entry, who wrote it."""
    lists = blocks(roles, _PERSON, _SEPARATE) if roles.count("B") > 1 else ()
    later = [each for each in lists if each[0] and segments[each[0] - 1].text.lower() in IN]
    edit = [each for each in later if each[1] < len(segments) and _edits(segments, *each)]
    return [at for each in edit for at in range(*each) if roles[at] in _PERSON]


def _edits(segments: Sequence[Segment], start: int, stop: int) -> bool:
    """Return whether people are followed by a word for editors, which may be among their segments."""
    return any(EDIT_SIDES.get(each.text.lower(), 0) < 0 for each in segments[start + 1 : stop + 1])


@lru_cache(1000)
def _second_people(roles: str) -> Sequence[int]:
    """Return the segments of short lists of people beside a longer one."""
    lists = blocks(roles, _PERSON, _SEPARATE)
    longest = max(lists, key=lambda each: each[1] - each[0], default=None)
    short = [range(*each) for each in lists if each != longest and each[1] - each[0] <= _FEW]
    return [at for each in short for at in each if roles[at] in _PERSON]


def _second_titles(segments: Sequence[Segment], roles: str) -> list[int]:
    """Return the segments of plain titles beside the one that is set off, with other fields between."""
    titles = blocks(roles, "T", _SEPARATE)
    if len(titles) < 2:
        return []
    set_off = [each for each in titles if set(segments[each[0]].look) & set("blq")]
    if len(set_off) != 1:
        return []
    return [at for each in titles if each not in set_off for at in range(*each) if roles[at] == "T"]
