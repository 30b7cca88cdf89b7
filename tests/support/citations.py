"""Lists of publications in random patterns, by random people of the world."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import NamedTuple

_PEOPLE = (
    ("Anna", "Page"), ("Bo", "Press"), ("Do Hyun", "Park"), ("Rita", "To"), ("Minh", "Do"), ("Carla", "Best"),
    ("Jun", "An"), ("Ravi", "Deep"), ("Ludo", "van der Moor"), ("Inês", "de Castro"), ("Jean-Luc", "Field"),
    ("Zdeněk", "Ryba"), ("María José", "Lindo"), ("Wei", "Li"), ("Xiaoming", "Zhou"), ("Olu", "Okafor"),
    ("Haruka", "Mori"), ("Søren", "Lake"), ("Priya", "Rao"), ("Elif", "Çakır"), ("Tom", "Large"), ("Ida", "Young"),
    ("Karl", "Stone"), ("Noor", "Al-Hadi"), ("Piet", "Bird"), ("Ana", "Link"), ("Kwesi", "Reed"), ("Lena", "Winter"),
)  # fmt: skip
"""Given names and surnames; many a surname is an English word."""
_TITLES = (
    "Slow rivers and their banks", "A survey of quiet harbours", "Lamps in the fog: a field study",
    "Why do swifts return", "On the warmth of old stone", "Counting ferries by night",
    "Maps, mills and markets of the north", "The long winter of small lakes", "Measuring rain without gauges",
    "Paper boats: drift and decay", "Towards a theory of folded letters", "Deep wells and shallow ponds",
    "Mosses of the northern bog", "How children draw bridges", "Storm surges in narrow bays",
    "Robust signals from weak beacons", "What ponds remember", "Hedges as borders, hedges as homes",
)  # fmt: skip
_VENUES = (
    "Journal of Tides", "Lamp Letters", "Annals of Mapping", "Northern Studies", "Acta Lacustria", "Review of Rivers",
    "Proceedings of the Reed Society", "Bog Quarterly",
)  # fmt: skip

Person = tuple[str, str]


def _initials(given: str, stop: str, gap: str) -> str:
    return gap.join("-".join(part[0] + stop for part in name.split("-")) for name in given.split())


_FORMS: dict[str, Callable[[Person], str]] = {
    "Anna Page": lambda one: f"{one[0]} {one[1]}",
    "A. Page": lambda one: f"{_initials(one[0], '.', ' ')} {one[1]}",
    "Page, A.": lambda one: f"{one[1]}, {_initials(one[0], '.', ' ')}",
    "Page A": lambda one: f"{one[1]} {_initials(one[0], '', '')}",
    "Page, Anna": lambda one: f"{one[1]}, {one[0]}",
}
_JOINED = {
    "Anna Page": ((", ", ", "), (", ", " and "), (", ", ", and "), (", ", " & ")),
    "A. Page": ((", ", ", "), (", ", " and "), (", ", ", and ")),
    "Page, A.": ((", ", ", & "), ("; ", "; "), (", ", ", ")),
    "Page A": ((", ", ", "),),
    "Page, Anna": (("; ", "; "),),
}
_PATTERNS = (
    "{a}. {t}. *{v}*, {y}.", "{a} ({y}). {t}. *{v}*.", "**{t}**. {a}. *{v}*, {y}.", "{a}. “{t}.” *{v}* ({y}).",
    "[{t}](https://example.org/{n}), {a}, *{v}*, {y}", "**{t}**<br>{a}<br>*{v}* {y}", "{a}. *{t}*. {v}, {y}.",
    "{a}. **{t}**. *{v}* {n} ({y}), 1–9.", "{a}. [{t}](https://example.org/{n}). {v}, {y}.", "“{t}”, {a}, {v}, {y}",
)  # fmt: skip


class Paper(NamedTuple):
    """A publication, as its list writes it."""

    title: str
    authors: tuple[str, ...]
    venue: str
    year: int
    source: str
    people: tuple[Person, ...] = ()
    """The authors, given names and surnames."""
    number: int = 0
    """Its number in the list, which is in its address or is its volume."""


def papers(seed: int, count: int = 5) -> list[Paper]:
    """Return the entries of a list, all in one pattern."""
    r = random.Random(seed)
    form, pattern = r.choice(list(_FORMS)), r.choice(_PATTERNS)
    between, last = r.choice(_JOINED[form])
    found = []
    for number, title in enumerate(r.sample(_TITLES, count), 1):
        chosen = r.sample(_PEOPLE, r.choice((1, 2, 2, 3, 4)))
        people = tuple(map(_FORMS[form], chosen))
        pair = last[1:] if len(people) == 2 and last == ", and " else last
        said = (
            between.join(people[:-1]) + (pair if len(people) == 2 else last) + people[-1] if people[1:] else people[0]
        )
        venue, year = r.choice(_VENUES), r.randint(1990, 2025)
        source = pattern.format(a=said, t=title, v=venue, y=year, n=number).replace("..", ".")
        found.append(Paper(title, people, venue, year, source, tuple(chosen), number))
    return found


def page_of(found: list[Paper]) -> bytes:
    """Return a page that lists them."""
    return ("# Publications\n\n" + "".join(f"- {one.source}\n" for one in found)).encode()
