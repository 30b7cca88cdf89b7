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

_MORE_PEOPLE = (
    ("Paul", "Marsh Jr."), ("Henk", "ter Braak"), ("Luca", "di Fiume"), ("Klara", "von der Au"), ("Mei", "On"),
    ("Łukasz", "Żuraw"), ("Þóra", "Ægisdóttir"), ("Ngọc Anh", "Đỗ"), ("Siobhán", "O'Neil"), ("Will", "Frost III"),
    ("", "Suhartono"), ("Ivo", "In"), ("Ada", "Small"), ("Jo", "So"), ("Eva", "Weiß"), ("Omar", "bin Salim"),
)  # fmt: skip
"""With suffixes, further particles and letters; one of them has no other name."""
_CYRILLIC = (
    (("Анна", "Болотова"), ("Иван", "Река"), ("Ольга", "Маяк"), ("Пётр", "Снегов"), ("Вера", "Лодкина"),
     ("Юрий", "Ёлкин"), ("Зоя", "Мостовая")),
    ("Тихие реки севера", "Лампы в тумане и старые мосты", "О мерах длины", "Что помнят озёра", "Карты болот",
     "Медленные воды и их берега"),
    ("Журнал приливов", "Вестник карт", "Известия озёр"),
)  # fmt: skip
_GREEK = (
    (("Άννα", "Λίμνη"), ("Νίκος", "Ποταμός"), ("Ελένη", "Γέφυρα"), ("Πέτρος", "Φάρος"), ("Ζωή", "Βροχή"),
     ("Γιώργος", "Πέτρας")),
    ("Ήσυχα ποτάμια του βορρά", "Λάμπες στην ομίχλη", "Τι θυμούνται οι λίμνες", "Χάρτες των βάλτων",
     "Παλιές γέφυρες και δρόμοι", "Αργά νερά του κάμπου"),
    ("Περιοδικό Παλιρροιών", "Χρονικά Χαρτών"),
)  # fmt: skip
_WORLDS = (
    *[((*_PEOPLE, *_MORE_PEOPLE), _TITLES, _VENUES)] * 6,
    _CYRILLIC,
    _GREEK,
)
"""People, titles and venues that a list may be made of."""


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


_MORE_FORMS: dict[str, Callable[[Person], str]] = {
    "PAGE, A.": lambda one: f"{one[1].upper()}, {_initials(one[0], '.', ' ')}",
    "A.B. Page": lambda one: f"{_initials(one[0], '.', '')} {one[1]}",
    "Page, A.B.": lambda one: f"{one[1]}, {_initials(one[0], '.', '')}",
}
_MORE_JOINED = {
    "Page, Anna": (("; ", "; "), ("; ", " & ")),
    "PAGE, A.": (("; ", "; "), (", ", " and ")),
    "A.B. Page": ((", ", ", "), ("; ", "; ")),
    "Page, A.B.": ((", ", " & "), (", ", ", and ")),
}
_MORE_PATTERNS = (
    "**{t}** · {a} · *{v}* · {y}", "**{t}** | {a} | {v} | {y}", "{a}: {t}. *{v}*, {y}.", "{a}, “{t},” *{v}*, {y}.",
    "*{t}* — {a} — {v} ({y})", "{y}. {a}. **{t}**. *{v}*.", "{t}. {a}. _{v}_, {y}.",
    "{a} — [{t}](https://example.org/{n}), {v} {y}",
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


def papers(seed: int, count: int = 5, *, wide: bool = False) -> list[Paper]:
    """Return the entries of a list, all in one pattern; `wide` for more people, scripts, forms and separators."""
    r = random.Random(seed)
    forms = _FORMS | _MORE_FORMS if wide else _FORMS
    joined = {**_JOINED, **_MORE_JOINED} if wide else _JOINED
    world, titles, venues = r.choice(_WORLDS) if wide else (_PEOPLE, _TITLES, _VENUES)
    form, pattern = r.choice(list(forms)), r.choice((*_PATTERNS, *_MORE_PATTERNS) if wide else _PATTERNS)
    between, last = r.choice(joined[form])
    found = []
    for number, title in enumerate(r.sample(titles, count), 1):
        chosen = r.sample(world, r.choice((1, 2, 2, 3, 4)))
        people = tuple(forms[form](one) if one[0] else one[1] for one in chosen)
        pair = last[1:] if len(people) == 2 and last == ", and " else last
        said = (
            between.join(people[:-1]) + (pair if len(people) == 2 else last) + people[-1] if people[1:] else people[0]
        )
        venue, year = r.choice(venues), r.randint(1990, 2025)
        source = pattern.format(a=said, t=title, v=venue, y=year, n=number).replace("..", ".")
        found.append(Paper(title, people, venue, year, source, tuple(chosen), number))
    return found


def page_of(found: list[Paper]) -> bytes:
    """Return a page that lists them."""
    return ("# Publications\n\n" + "".join(f"- {one.source}\n" for one in found)).encode()
