"""The forms of names: how a list writes its people, and any person written so.

To add an order, give it a row in `_ORDERS`; to add a way to shorten given names, one in `_GIVEN`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from profile_tui.content.entries.lexicon import PARTICLES
from profile_tui.content.publications.cutting.bodies import is_body
from profile_tui.text.dataclass import dataclass, replace
from profile_tui.text.pattern import lazily

_PARTICLES = PARTICLES.union("do st y e af av".split())
"""Words that belong to the surname after them."""
_SUFFIXES = frozenset("jr jr. sr sr. ii iii iv".split())
_SUFFIX = lazily(r"(?<=\S)(?:, ?| )((?:[js]r|i{2,3}|iv)\.?)$", re.I)
_INITIALS = lazily(r"[^\W\d_]\.?(?:[-‐\s]?[^\W\d_]\.?){0,3}")
_BRACKETED = lazily(r"([^()]*[^\s()]) \(((?:[^\W\d_]\.[-\s]?)+)\)")
"""Initials in brackets after a surname."""
BARE_INITIALS = lazily(r"[\s,][^\W\d_a-z]{1,3}(?:-[^\W\d_a-z])?$")
"""Initials without stops, after a surname."""
_EAST = lazily(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")

_ORDERS = {
    "given family": "{given} {family}",
    "family, given": "{family}, {given}",
    "family، given": "{family}، {given}",
    "family given": "{family} {given}",
    "family (given)": "{family} ({given})",
    "family": "{family}",
}
"""How a given name and a surname stand to each other."""
COMMA_WITHIN = ("family, given", "family، given")
"""Those orders with a comma within the name."""
_GIVEN = {
    "full": None,
    "F. G.": (".", " ", ".-"),
    "F.G.": (".", "", ".-"),
    "F G": ("", " ", "-"),
    "FG": ("", "", "-"),
}
"""How given names are shortened: what is after an initial, between two, for a hyphen; None where they are not."""


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
        stop, gap, hyphen = ways
        link = hyphen if self.hyphen else stop + gap
        return gap.join(
            link.join(part[:1].upper() for part in re.split(r"[-‐]", name) if part) + stop for name in names
        )


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
    if len(words) < 2 or _EAST.search(name) or is_body(words):
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
        return _formed("family، given" if "،" in shown else "family, given", given, family)
    if bracketed := _BRACKETED.fullmatch(shown):
        return _formed("family (given)", bracketed[2], bracketed[1])
    if any(person.given and person.family.casefold() == shown.casefold() for person in known):
        return Person((), shown), NameForm("family")
    words = shown.split()
    if len(words) < 2 or _EAST.search(shown) or is_body(words):
        return None
    return _as_known(words, known) or (capitals and _by_capitals(words)) or _by_look(words)


def _as_known(words: Sequence[str], known: Iterable[Person]) -> tuple[Person, NameForm] | None:
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


def _has_capitals(names: Iterable[str]) -> bool:
    """Whether a name among some has a word in capitals that is too long for initials, and another word."""
    return any(
        any(len(word) > 3 and word.isupper() and word.isalpha() for word in words) and not name.isupper()
        for name in names
        for words in [name.replace("-", "").split()]
        if len(words) > 1
    )


def _initials_at(words: Sequence[str]) -> int:
    """How many words at the start are initials, one word being left for the surname."""
    count = 0
    while count < len(words) - 1 and _INITIALS.fullmatch(words[count]) and _short(words[count]):
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
    short = all(_INITIALS.fullmatch(word) and _short(word) for word in words)
    capitals = family.isupper() and len(family) > 1
    person = Person(tuple(_split(given)), family)
    if not short:
        return person, NameForm(order, "full", capitals)
    dotted = "." in given
    several = len(words) > 1 or len(re.findall(r"[^\W\d_]", words[0])) > 1
    if dotted:
        kind = "F.G." if several and len(words) == 1 and "-" not in given else "F. G."
    else:
        kind = "F G" if len(words) > 1 else "FG"
    return person, NameForm(order, kind, capitals, "-" in given or "‐" in given or not several)


Told = tuple[Person, NameForm] | None
"""The parts and the form of a name; None where it tells nothing."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a list writes names: the first of an entry, and the others."""

    first: NameForm = NameForm()
    rest: NameForm = NameForm()

    def with_usual_initials(self, joiner: str) -> Style:
        """Return the style for a list that does not tell how it sets several initials.

        Those that join the last name by a sign, as `A, B. & C, D.`, or write surnames first and join it by a comma, as
        the others, set them close.
        """
        if joiner != " & " and (joiner != ", " or self.rest.order == "given family"):
            return self
        forms = (replace(form, given="F.G.") if form.given == "F. G." else form for form in (self.first, self.rest))
        return Style(*forms)


def style_of(entries: Sequence[Sequence[str]], known: Sequence[Person] = ()) -> Style | None:
    """Return the style of lists of names as entries show them; None where nothing tells it."""
    entries = _without_stops(entries)
    capitals = _has_capitals(name for names in entries for name in names)
    shown = [[name for names in entries for name in names[place]] for place in (slice(1), slice(1, None))]
    first, rest = ([parts_of(name, known, capitals=capitals) for name in names] for names in shown)
    first_form, others = map(_common_form, (first, rest), shown, (known, known))
    if first_form is None and others is None:
        return None
    if others is None and _without_comma(entries, first_form):
        others = NameForm()  # only the first is turned round: `Example, Ada, and Ben Sample`
    own, other = first_form or others or NameForm(), others or first_form or NameForm()
    style = Style(_set_alike(own, first, rest), _set_alike(other, rest, first))
    parts = [[parts_of(name, known, capitals=capitals) for name in names] for names in entries]
    return _one_way(style, [_lengths(*each, known) for each in zip(entries, parts, strict=True)])


def _lengths(names: Sequence[str], parts: Sequence[Told], known: Sequence[Person]) -> list[tuple[str, bool]]:
    """Which names of an entry are in full; names of one word tell nothing."""
    telling = set(map(id, _telling(parts, known)))
    return [
        (name, part is None or part[1].given == "full")
        for name, part in zip(names, parts, strict=True)
        if (id(part) in telling if part else _is_several(name))
    ]


def _one_way(style: Style, lengths: Sequence[Sequence[tuple[str, bool]]]) -> Style:
    """A style that shortens all given names or none, where each entry does so: as most of them, else as the first.

    Where most entries have names of both sorts, those in full are usual in a place where half of its people have them.
    """
    kinds = [{is_full for _, is_full in each} for each in lengths]
    short, full, mixed = kinds.count({False}), kinds.count({True}), kinds.count({True, False})
    wants_full = [full > short or (full == short and kinds[0] == {True})] * 2
    if mixed >= max(short, full):
        places = {each for names in lengths for each in names[:1]}, {each for names in lengths for each in names[1:]}
        wants_full = [2 * sum(is_full for _, is_full in place) >= len(place) for place in places]
    elif not wants_full[0]:
        usual = style.rest.given if style.rest.given != "full" else style.first.given
        return Style(
            *(replace(form, given=usual) if form.given == "full" else form for form in (style.first, style.rest))
        )
    both = zip((style.first, style.rest), wants_full, strict=True)
    return Style(*(replace(form, given="full") if is_full else form for form, is_full in both))


def _telling(parts: Sequence[Told], known: Sequence[Person]) -> list[Told]:
    """The names that tell a form: not those of people of whom only initials are known."""
    short = {
        person.family for person in known if person.given and all(len(name.rstrip(".")) == 1 for name in person.given)
    }
    return [part for part in parts if part and part[0].family not in short]


def _without_comma(entries: Sequence[Sequence[str]], first: NameForm | None) -> bool:
    """Whether only the first name has a comma: the others are several words without one, or it is alone and in full."""
    if first is None or first.order not in COMMA_WITHIN:
        return False
    rest = [name for names in entries for name in names[1:]]
    return all("," not in name and " " in name for name in rest) if rest else first.given == "full"


def _common_form(parts: Sequence[Told], names: Sequence[str], known: Sequence[Person]) -> NameForm | None:
    """The form that most names have; one in which they are turned not where most are in full and tell no order."""
    form = _common(_telling(parts, known))
    if form is None or form.order == "given family" or (form.given == "full" and form.order not in COMMA_WITHIN):
        return form
    full = sum(part is None and _is_several(name) for part, name in zip(parts, names, strict=True))
    return None if 2 * full > sum(map(_is_several, names)) else form


def _is_several(name: str) -> bool:
    """Whether a name is several words that are those of a person, in letters that have capitals."""
    return " " in name and not _EAST.search(name) and not is_body(name.split())


def _set_alike(form: NameForm, own: Sequence[Told], others: Sequence[Told]) -> NameForm:
    """A form with its initials set as the other names of the list set theirs, where its own names do not tell."""
    if form.given == "full":
        return form
    like = [given for given in _several(own) or _several(others) if ("." in given) == ("." in form.given)]
    return replace(form, given=Counter(like).most_common(1)[0][0]) if like else form


def _several(parts: Sequence[Told]) -> list[str]:
    """How the names with several initials set them."""
    return [
        form.given
        for person, form in filter(None, parts)
        if form.given != "full" and _letters(person) > 1 and "-" not in "".join(person.given)
    ]


def _without_stops(entries: Sequence[Sequence[str]]) -> list[list[str]]:
    """The lists of names; where initials have no stops, the stop after the last name is that of the list."""
    inner = [name for names in entries for name in names[:-1]]
    bare = any(BARE_INITIALS.search(name) for name in inner) and not any(name.endswith(".") for name in inner)
    return [[*names[:-1], names[-1].rstrip(".")] if bare and names else list(names) for names in entries]


def _common(parts: Sequence[Told]) -> NameForm | None:
    """The form that most names have; several initials tell how they are set, single ones do not."""
    formed = [each for each in parts if each]
    if not formed:
        return None
    order = Counter(form.order for _, form in formed).most_common(1)[0][0]
    formed = [each for each in formed if each[1].order == order]
    capitals = sum(form.capitals for _, form in formed) * 2 > len(formed)
    short = [each for each in formed if each[1].given != "full"]
    if len(short) * 2 <= len(formed):
        return NameForm(order, "full", capitals)
    hyphens = [form.hyphen for person, form in short if "-" in "".join(person.given)]
    return NameForm(order, _usual_initials(short), capitals, all(hyphens))


def _usual_initials(short: Sequence[tuple[Person, NameForm]]) -> str:
    """How most initials are set: by the names that have several, where there are any."""
    telling = [
        form.given for person, form in short if len(person.given) > 1 or re.search(r"[-‐]", "".join(person.given))
    ]
    return Counter(_several(short) or telling or [form.given for _, form in short]).most_common(1)[0][0]


def _letters(person: Person) -> int:
    """How many letters the given names of a person have."""
    return sum(character.isalpha() for name in person.given for character in name)
