"""The forms of names: how a list writes its people, and any person written so.

To add an order, give it a row in `_ORDERS`; to add a way to shorten given names, one in `_GIVEN`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from profile_tui.content.entries.lexicon import ANY_PARTICLE, PARTICLES
from profile_tui.content.publications.cutting import letters
from profile_tui.content.publications.cutting.bodies import is_body
from profile_tui.content.publications.cutting.letters import CAPITAL, SPELT_WORD
from profile_tui.text.dataclass import dataclass, replace
from profile_tui.text.pattern import lazily

_PARTICLES = PARTICLES.union("do st y e av 't ’t".split())
"""Words that belong to the surname after them."""
_SUFFIXES = frozenset("jr jr. sr sr. ii iii iv".split())
_SUFFIX = lazily(r"(?<=\S)(?:, ?| )((?:[js]r|i{2,3}|iv)\.?)$", re.I)
INITIALS = lazily(r"[^\W\d_]\.?(?:[-‐\s]?[^\W\d_]\.?){0,3}")
_BRACKETED = lazily(
    rf"(?=(?:(?:{ANY_PARTICLE}) )*\S+ \(\w|.*\.\))([^()]*[^\s()]) "
    rf"\(((?:[^\W\d_]\.[-\s]?)+|(?:(?:{CAPITAL}\.|{SPELT_WORD})(?:[-\s]|(?=\))))+)\)",
)
"""Initials in brackets after a surname, or given names in full after one of a single word."""
BARE_INITIALS = lazily(r"[\s,][^\W\d_a-z]{1,3}(?:-[^\W\d_a-z])?$")
"""Initials without stops, after a surname."""
_CLOSE = lazily(r"[^\W\d_][-‐]?[^\W\d_]")
"""Two initials that share one stop, as in `Moss AB.`"""
EAST = lazily(f"[{letters.EAST}]")

_ORDERS = {
    "given family": "{given} {family}",
    "family, given": "{family}, {given}",
    "family,given": "{family},{given}",
    "family، given": "{family}، {given}",
    "family given": "{family} {given}",
    "family (given)": "{family} ({given})",
    "family": "{family}",
}
"""How a given name and a surname stand to each other."""
COMMA_WITHIN = ("family, given", "family,given", "family، given")
"""Those orders with a comma within the name."""
_GIVEN = {
    "full": None,
    "F. G.": (".", " ", ".-", ""),
    "F.G.": (".", "", ".-", ""),
    "FG.": ("", "", "-", "."),
    "F G": ("", " ", "-", ""),
    "FG": ("", "", "-", ""),
}
"""How given names are shortened: what is after an initial, between two, for a hyphen, after all; None where not."""


@dataclass(frozen=True, slots=True)
class Person:
    """A name in its parts; a mononym, and a name in Chinese, Japanese or Korean, is all family."""

    given: tuple[str, ...]
    family: str


@dataclass(frozen=True, slots=True)
class NameForm:
    """How names are written."""

    order: str = "given family"
    given: str = "full"
    capitals: bool = False
    """Whether the surname is in capitals."""
    hyphen: bool = True
    """Whether initials of a hyphened given name keep the hyphen."""

    def write(self, person: Person) -> str:
        """Return a person's name in this form."""
        family = _SUFFIX.sub("", person.family) if person.given else person.family
        suffix = person.family[len(family) :].lstrip(", ")
        family = family.upper() if self.capitals else family
        if not person.given:
            return family
        name = _ORDERS[self.order].format(given=self._given(person.given), family=family)
        return f"{name}{',' if self.order in COMMA_WITHIN else ''} {suffix}" if suffix else name

    def _given(self, names: Sequence[str]) -> str:
        """Given names, shortened where the form says so; what is typed as an initial stays one."""
        ways = _GIVEN[self.given]
        if ways is None:
            return " ".join(names)
        stop, gap, hyphen, end = ways
        link = hyphen if self.hyphen else stop + gap
        initials = (link.join(part[:1].upper() for part in re.split(r"[-‐]", name) if part) + stop for name in names)
        return gap.join(initials) + end


FAMILY_FIRST = NameForm("family given")
"""Names in full, surnames first, without a comma."""


def are_turned(names: Sequence[str]) -> bool:
    """Return whether initials end all of some names, as in `Example AB`; one-word names tell nothing."""
    words = [name.split() for name in names if " " in name]
    return bool(words) and all("," not in "".join(each) and _ends_with_initials(each) for each in words)


def _ends_with_initials(words: Sequence[str]) -> bool:
    """Whether the last words of a name are initials, and the first are not."""
    return words[-1].lower() not in _SUFFIXES and bool(_initials_at(words[::-1])) and not _initials_at(words)


def person(name: str, *, turned: bool = False, families: Collection[str] = ()) -> Person:
    """Return the parts of a name as people type it: `Ada B. Example`, `Example, Ada`, `Ludo van der Berg`.

    Args:
        name: The name.
        turned: Whether initials that end it are those of given names, as in `Example AB`.
        families: Surnames of several words, folded, that a name may end with.
    """
    if bracketed := _BRACKETED.fullmatch(name):
        return Person(tuple(_split(bracketed[2])), bracketed[1])
    bare = _without_suffix(name)
    family, comma, given = (part.strip() for part in bare.replace("،", ",").partition(","))
    if comma and given and given.lower() not in _SUFFIXES:
        return Person(tuple(_split(given)), family + name[len(bare) :].replace(",", ""))
    words = name.replace(",", " ").split()
    if len(words) < 2 or EAST.search(name) or is_body(words):
        return Person((), name)
    suffix = [words.pop()] if words[-1].lower() in _SUFFIXES and len(words) > 2 else []
    if turned and not suffix and _ends_with_initials(words):
        count = _initials_at(words[::-1])
        return Person(tuple(_letters_of(words[-count:])), " ".join(words[:-count]))
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in _PARTICLES:
        start -= 1
    start = next((at for at in range(1, start) if families and " ".join(words[at:]).casefold() in families), start)
    return Person(tuple(_split(" ".join(words[:start]))), " ".join([*words[start:], *suffix]))


def _without_suffix(name: str) -> str:
    """A name without what is after it, as `Jr.`, where two words are left."""
    bare = _SUFFIX.sub("", name)
    return bare if " " in bare else name


def _letters_of(initials: Sequence[str]) -> list[str]:
    """Initials one by one, with their stops: `KR`, `K.R.` and `K R` are two; a hyphened name is one."""
    parts = [part for word in initials for part in _split(word)]
    return [letter for part in parts for letter in (part if part.isalpha() else [part])]


def _split(given: str) -> list[str]:
    """Given names one by one; `K.R.` are two."""
    return [part for word in given.split() for part in re.findall(r"[^\W\d_]\.(?=[^\W\d_])|\S+", word)]


def parts_of(shown: str, known: Iterable[Person] = (), *, capitals: bool = False) -> tuple[Person, NameForm] | None:
    """Return the parts and the form of a name as a page shows it; None where it tells nothing.

    Args:
        shown: The name.
        known: People whose names are known in their parts: they tell which of two full words is the surname.
        capitals: Whether its list has surnames in capitals, so that two of them need not be initials.
    """
    if (bare := _without_suffix(shown)) != shown:
        told = parts_of(bare, known, capitals=capitals)
        return told and (replace(told[0], family=f"{told[0].family} {shown[len(bare) :].strip(' ,')}"), told[1])
    family, given = (part.strip() for part in shown.replace("،", ",").partition(",")[::2])
    if given:
        order = "family، given" if "،" in shown else "family, given" if ", " in shown else "family,given"
        return _formed(order, given, family)
    if bracketed := _BRACKETED.fullmatch(shown):
        return _formed("family (given)", bracketed[2], bracketed[1])
    if any(person.given and person.family.casefold() == shown.casefold() for person in known):
        return Person((), shown), NameForm("family")
    words = shown.split()
    if len(words) < 2 or EAST.search(shown) or is_body(words):
        return None
    return as_known(words, known) or (capitals and _by_capitals(words)) or _by_look(words)


def as_known(words: Sequence[str], known: Iterable[Person]) -> tuple[Person, NameForm] | None:
    """The parts of the name of one of the people who are known; None where it is of none of them."""
    folded = [word.casefold() for word in words]
    for person in known:
        given, family = [word.casefold() for word in person.given], person.family.casefold().split()
        if folded == [*given, *family]:
            return _formed("given family", " ".join(person.given), " ".join(words[len(given) :]))
        if folded == [*family, *given]:
            return _formed("family given", " ".join(words[len(family) :]), " ".join(words[: len(family)]))
    return None


def _by_look(words: Sequence[str]) -> tuple[Person, NameForm] | None:
    """The parts of a name that initials or capitals tell; None where all words look alike."""
    leading = _initials_at(words)
    trailing = _initials_at(words[::-1])
    if leading and not (trailing and not words[0].endswith(".")):
        return _formed("given family", " ".join(words[:leading]), " ".join(words[leading:]))
    if trailing:
        return _formed("family given", " ".join(words[-trailing:]), " ".join(words[:-trailing]))
    return _by_capitals(words)


def _by_capitals(words: Sequence[str]) -> tuple[Person, NameForm] | None:
    """The parts of a name whose surname alone is in capitals; None where none of it is, or all."""
    if words[-1].lower() in _SUFFIXES:
        return None  # `Will Frost III`
    upper = [word.isupper() and len(word) > 1 and "." not in word for word in words]
    if upper[0] and not words[-1].isupper():
        stop = upper.index(False)
        return _formed("family given", " ".join(words[stop:]), " ".join(words[:stop]))
    if upper[-1] and not words[0].isupper():
        start = len(words) - upper[::-1].index(False)
        return _formed("given family", " ".join(words[:start]), " ".join(words[start:]))
    return None


def _initials_at(words: Sequence[str]) -> int:
    """How many words at the start are initials, one word being left for the surname."""
    count = 0
    while count < len(words) - 1 and INITIALS.fullmatch(words[count]) and _short(words[count]):
        if "." in words[0] and "." not in words[count]:
            break  # `C. DE SANTIS`
        if words[count].lower() in _SUFFIXES and len(words) > 2:
            break  # `Will Frost III`, `Frost III W`
        count += 1
    return count


def _short(word: str) -> bool:
    """Whether a word can be initials: stops in it, or capitals only."""
    return "." in word or (word.isupper() and len(word.replace("-", "")) <= 3)


def _formed(order: str, given: str, family: str) -> tuple[Person, NameForm]:
    """A name whose parts are known, and its form."""
    words = given.split()
    while len(words) > 1 and words[-1] in PARTICLES:
        words.pop()  # `Souza, M. A. de`
    given = " ".join(words)
    short = all(INITIALS.fullmatch(word) and _short(word) for word in words)
    capitals = family.isupper() and len(family) > 1
    person = Person(tuple(_split(given)), family)
    if not short:
        return person, NameForm(order, "full", capitals)
    dotted = "." in given
    several = len(words) > 1 or len(re.findall(r"[^\W\d_]", words[0])) > 1
    if dotted and _CLOSE.search(given):
        kind = "FG."
    elif dotted:
        kind = "F.G." if several and len(words) == 1 and "-" not in given else "F. G."
    else:
        kind = "F G" if len(words) > 1 else "FG"
    return person, NameForm(order, kind, capitals, "-" in given or "‐" in given or not several)


def long_families(names: Sequence[str]) -> frozenset[str]:
    """Return the surnames of several words that names as a page shows them tell, as `García Lindo, J.` does, folded."""
    told = (parts_of(name) for name in names if name.count(" ") > 1)
    return frozenset(part[0].family.casefold() for part in told if part and " " in part[0].family)
