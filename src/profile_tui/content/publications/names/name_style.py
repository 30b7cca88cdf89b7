"""The style in which a list writes its people: the form that most names have, in the first place and after it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

from profile_tui.content.publications.cutting.bodies import is_body
from profile_tui.content.publications.names.name_forms import (
    BARE_INITIALS,
    COMMA_WITHIN,
    EAST,
    FAMILY_FIRST,
    INITIALS,
    NameForm,
    Person,
    as_known,
    parts_of,
)
from profile_tui.text.dataclass import dataclass, replace

Told = tuple[Person, NameForm] | None
"""The parts and the form of a name; None where it tells nothing."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a list writes names: the first of an entry, and the others."""

    first: NameForm = NameForm()
    rest: NameForm = NameForm()

    @property
    def turns_first(self) -> bool:
        """Whether the first name alone is turned, as in `Example, Ada, and Ben Sample`."""
        return self.first.order in COMMA_WITHIN and self.rest.order not in COMMA_WITHIN

    def with_usual_initials(self, joiner: str) -> Style:
        """Return the style for a list that does not tell how it sets several initials.

        Those that join the last name by a sign, as `A, B. & C, D.`, that write surnames first without a comma, or join
        them by a comma or a slash as the others, set them close.
        """
        bare, listed = self.rest.order == "family given", joiner in (", ", "/", " / ")
        if joiner != " & " and not bare and (not listed or self.rest.order == "given family"):
            return self
        forms = (replace(form, given="F.G.") if form.given == "F. G." else form for form in (self.first, self.rest))
        return Style(*forms)


def style_of(entries: Sequence[Sequence[str]], known: Sequence[Person] = ()) -> Style | None:
    """Return the style of lists of names as entries show them; None where nothing tells it."""
    entries = _without_stops(entries)
    capitals = _has_capitals(chain.from_iterable(entries))
    shown = [[name for names in entries for name in names[place]] for place in (slice(1), slice(1, None))]
    first, rest = ([parts_of(name, known, capitals=capitals) for name in names] for names in shown)
    first_form, others = map(_common_form, (first, rest), shown, (known, known))
    if _are_turned_in_full(() if capitals else chain(*shown), known):
        first_form = others = FAMILY_FIRST
    if first_form is None and others is None:
        return None
    if others is None and _without_comma(entries, first_form):
        others = NameForm()  # only the first is turned round: `Example, Ada, and Ben Sample`
    own, other = first_form or others or NameForm(), others or first_form or NameForm()
    if _drop_hyphens(filter(None, (*first, *rest)), known):
        own, other = replace(own, hyphen=False), replace(other, hyphen=False)
    style = Style(_set_alike(own, first, rest), _set_alike(other, rest, first))
    parts = [[parts_of(name, known, capitals=capitals) for name in names] for names in entries]
    return _one_way(style, [_lengths(*each, known) for each in zip(entries, parts, strict=True)])


def _drop_hyphens(parts: Iterable[tuple[Person, NameForm]], known: Sequence[Person]) -> bool:
    """Whether initials of a hyphened given name have none, as of `Ana-Ida Reed` in `Reed A I`."""
    short = {re.sub(r"[\s.]", "", "".join([person.family, *person.given])).casefold() for person, _ in parts}
    return any(
        (person.family.replace(" ", "") + "".join(re.findall(r"\b\w", given))).casefold() in short
        for person in known
        for given in [" ".join(person.given)]
        if "-" in given
    )


def _has_capitals(names: Iterable[str]) -> bool:
    """Whether a name among some has a word in capitals that is too long for initials, and another word."""
    return any(
        any(len(word) > 3 and word.isupper() and word.isalpha() for word in words) and not name.isupper()
        for name in names
        for words in [name.replace("-", "").split()]
        if len(words) > 1
    )


def _are_turned_in_full(names: Iterable[str], known: Sequence[Person]) -> bool:
    """Whether names have no comma, most are in full, and those who are known have their surnames first."""
    names = {name for name in names if _is_several(name)}
    told = [part[1].order for name in names if (part := as_known(name.split(), known))]
    full = sum(not any(map(_is_initial, name.split())) for name in names)
    turned = told.count(FAMILY_FIRST.order) > told.count(NameForm().order)
    return turned and 2 * full > len(names) and not any("," in name for name in names)


def _is_initial(word: str) -> bool:
    """Whether a word is an initial with its stop."""
    return word.endswith(".") and INITIALS.fullmatch(word) is not None


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

    Where most entries have names of both sorts, those in full are usual in a place where half of its people have them;
    but who alone is shortened beside people in full, as `A. J. Reed` may be, is called so, and shortens nobody else.
    """
    kinds = [{is_full for _, is_full in each} for each in lengths]
    short, full, mixed = kinds.count({False}), kinds.count({True}), kinds.count({True, False})
    wants_full = [full > short or (full == short and kinds[0] == {True})] * 2
    if mixed and _are_mostly_full(lengths):
        wants_full = [True, True]
    elif mixed >= max(short, full):
        places = {each for names in lengths for each in names[:1]}, {each for names in lengths for each in names[1:]}
        wants_full = [2 * sum(is_full for _, is_full in place) >= len(place) for place in places]
    elif not wants_full[0]:
        usual = style.rest.given if style.rest.given != "full" else style.first.given
        return Style(
            *(replace(form, given=usual) if form.given == "full" else form for form in (style.first, style.rest))
        )
    both = zip((style.first, style.rest), wants_full, strict=True)
    return Style(*(replace(form, given="full") if is_full else form for form, is_full in both))


def _are_mostly_full(lengths: Sequence[Sequence[tuple[str, bool]]]) -> bool:
    """Whether of the people of a list, each counted once, at most one in three is shortened."""
    people = set(chain.from_iterable(lengths))
    full = sum(is_full for _, is_full in people)
    return full >= 2 * (len(people) - full)


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
    return " " in name and not EAST.search(name) and not is_body(name.split())


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
    """The lists of names; where initials have no stops, the stop after the last name is that of the list.

    Where each name by itself has one, as in `Moss A., Reed AB., Lind C.`, it is of the several initials, too.
    """
    inner = [name for names in entries for name in names[:-1]]
    bare, stopped = list(filter(BARE_INITIALS.search, inner)), any(name.endswith(".") for name in inner)
    if stopped and not any(name[-2:-1] in " ," for name in bare) and not _has_capitals(chain.from_iterable(entries)):
        return [[f"{name}." if BARE_INITIALS.search(name) else name for name in names] for names in entries]
    strip = bool(bare) and not stopped
    return [[*names[:-1], names[-1].rstrip(".")] if strip and names else list(names) for names in entries]


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
