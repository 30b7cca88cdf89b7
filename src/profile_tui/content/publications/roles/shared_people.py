"""The people of a list: who is in several of its entries, and how it names them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from profile_tui.content.publications.cutting.form import are_initials, is_like_name
from profile_tui.content.publications.cutting.segment import Segment
from profile_tui.content.publications.roles import role_table
from profile_tui.content.publications.roles.assemble import where

_PERSON = role_table.of_field("authors")
NOBODY = role_table.all_but(_PERSON)
"""The roles of what is of no person."""
_AFTER_NAMES = frozenset(".:,–/&;")
"""What may follow a name that was taken for a title."""
_PARTS = "Part ", "Teil "
"""With what the number of a part begins, which may well be in several titles."""
TURNED, ALONE = "turned", "alone"
"""How a list names people: `Moss, Ada`, or by their surnames alone."""


def known(cuts: Sequence[Sequence[Segment]], roles: Sequence[str]) -> frozenset[str]:
    """Return the names that the entries of a list tell to be people's."""
    named, nobody, titled = (_with(letters, cuts, roles) for letters in (_PERSON, NOBODY, "T"))
    name_of = {segment.text: segment for segment in named}
    others = Counter([segment.text for segment in nobody if segment.text in name_of])
    people = Counter([segment.text for segment in named if segment.text in others]) if others else others
    doubted = {name for name, count in others.items() if people[name] < count or not is_like_name(name_of[name])}
    return frozenset(name for name in (name_of.keys() - doubted) | _named_as_titles(titled) if " " in name)


def _with(letters: str, cuts: Sequence[Sequence[Segment]], roles: Sequence[str]) -> list[Segment]:
    """Return the segments of some entries that have one of some roles."""
    return [cut[at] for cut, entry_roles in zip(cuts, roles, strict=True) for at in where(entry_roles, letters)]


def _named_as_titles(titled: Sequence[Segment]) -> set[str]:
    """Return the names that are titles of several entries: no two papers have one title, but one author."""
    titled = [segment for segment in titled if segment.after[:1] in _AFTER_NAMES]
    titled = [segment for segment in titled if not segment.text.startswith(_PARTS)]
    often = Counter([segment.text for segment in titled])
    titles = Counter([segment.text for segment in titled if often[segment.text] > 1 and is_like_name(segment)])
    return {name for name, count in titles.items() if count > 1}


def end_apart(cuts: Sequence[Sequence[Segment]], roles: Sequence[str]) -> bool:
    """Return whether the last of people and venue are the same in several entries each, and are nowhere else."""
    named = [where(entry_roles, f"{_PERSON}V") for entry_roles in roles]
    last = Counter([cut[places[-1]].text for cut, places in zip(cuts, named, strict=True) if len(places) > 1])
    if len(last) < 2 or min(last.values()) < 2:
        return False
    return not any(cut[at].text in last for cut, places in zip(cuts, named, strict=True) for at in places[:-1])


def naming(cuts: Sequence[Sequence[Segment]], roles: Sequence[str]) -> str:
    """Return `TURNED` where names are turned, as one tells with initials, or with more than a comma before the next.

    `ALONE` where they are surnames alone, of which one entry has several; else nothing.
    """
    alone = False
    for segments, entry_roles in zip(cuts, roles, strict=True):
        at = entry_roles.find("BI")
        while at >= 0:
            if segments[at + 1].before == "," and _is_turned(segments, entry_roles, at):
                return TURNED
            at = entry_roles.find("BI", at + 1)
        first = entry_roles.find("BB")
        alone = alone or (first >= 0 and not any(" " in segment.text for segment in segments[first : first + 2]))
    return ALONE if alone else ""


def _is_turned(segments: Sequence[Segment], roles: str, at: int) -> bool:
    """Whether it is told that a word is the given name of the one before it, who begins there."""
    family, given = segments[at : at + 2]
    if are_initials(given) or " " in given.text or " " in family.text:
        return True
    goes_on = at and roles[at - 1] in _PERSON and family.before != ","
    following = roles[at + 2 : at + 3]
    is_followed = following == "B" and (segments[at + 2].before != "," or " " in segments[at + 2].text)
    return bool(goes_on) or following == "I" or is_followed
