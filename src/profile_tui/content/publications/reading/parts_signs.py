"""What an entry shows once it is read, by which the doubts are chosen that are asked of it; `signs.py` has the rest."""

from __future__ import annotations

from collections.abc import Callable, Set
from functools import lru_cache

from profile_tui.content.publications.reading.entry_parts import Parts, is_set_off
from profile_tui.content.publications.reading.signs import Needs

Doubt = Callable[[Parts], frozenset[str]]
"""The fields of an entry that something in its form makes doubtful."""
DoubtRow = tuple[Needs, Doubt]
"""A doubt with the signs without which there is none."""

NOBODY, PEOPLE, SEVERAL = "NOBODY", "PEOPLE", "SEVERAL"
"""No piece of people, one or more, more than one."""
NAMES, THREE = "NAMES", "THREE"
"""More than one name, and more than two."""
TITLES, PLAIN = "TITLES", "PLAIN"
"""A title in more than one piece, and one that is not set off."""
VENUE, VENUES, NO_VENUE, NO_YEAR = "VENUE", "VENUES", "NO_VENUE", "NO_YEAR"
"""A venue, one in more than one piece, no place that is one; and none that is a year."""
UNREAD, LEFT, BRACKETED = "UNREAD", "LEFT", "BRACKETED"
"""Words that say something and are in no field, anything that is in none, and anything in brackets."""
TURNED, MONONYM, JOINED = "TURNED", "MONONYM", "JOINED"
"""A name with a comma in it, one of a single word, and one with a small word for `and` in it."""
_KEPT = 5000
"""Of how many names it is kept what they show."""


def shown_by_parts(parts: Parts) -> Set[str]:
    """Return the signs of an entry that was read, those of its pieces among them."""
    entry, title = parts.entry, parts.title
    names = entry.names.authors if entry.names else ()
    own = _signs(
        min(len(parts.people), 2),
        min(len(names), 3),
        entry.roles.count("T") > 1,
        not title or not is_set_off(title[0]),
        min(len(parts.venue), 2),
        entry.venue is None,
        bool(parts.unread),
        "O" in entry.roles,
        True in [segment.bracketed for segment in entry.segments],
        entry.year is None,
    )
    return own.union(entry.signs, *[_of_name(each.name) for each in names])


@lru_cache(_KEPT)
def _signs(people: int, names: int, *others: int) -> frozenset[str]:
    """The signs of how much there is of each field."""
    titles, plain, venue, no_venue, unread, left, bracketed, undated = others
    told = {
        NOBODY: not people, PEOPLE: people, SEVERAL: people > 1, NAMES: names > 1, THREE: names > 2, TITLES: titles,
        PLAIN: plain, VENUE: venue, VENUES: venue > 1, NO_VENUE: no_venue, UNREAD: unread, LEFT: left,
        BRACKETED: bracketed, NO_YEAR: undated,
    }  # fmt: skip
    return frozenset(sign for sign, is_so in told.items() if is_so)


@lru_cache(_KEPT)
def _of_name(name: str) -> frozenset[str]:
    """The signs of a name: the same people are named in many entries."""
    told = {TURNED: "," in name, MONONYM: " " not in name, JOINED: " y " in name or " e " in name}
    return frozenset(sign for sign, is_so in told.items() if is_so)
