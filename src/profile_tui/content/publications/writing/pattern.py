"""How a list writes its publications: learned from the entries near the one that is written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import chain

from profile_tui.content.entries.entry import Author, Entry, Unit, Values, authors_in, text_in
from profile_tui.content.publications.names.ending import Ending, Others, ending_of, others_of
from profile_tui.content.publications.names.joining import Joining, by_word, joining_of
from profile_tui.content.publications.names.key_label import LabelForm, form_of_labels
from profile_tui.content.publications.names.name_forms import COMMA_WITHIN, NameForm, are_turned, long_families, person
from profile_tui.content.publications.names.name_style import Style, style_of
from profile_tui.content.publications.reading import steps as reading
from profile_tui.content.publications.roles.citation import Citation
from profile_tui.content.publications.writing import capitals, labels, numbers, title_ends
from profile_tui.content.publications.writing.numbers import LEADS_ON
from profile_tui.text.pattern import lazily

_SEVERAL = lazily(r"[^\W\d_]\.\s?[^\W\d_]\.")
"""Two initials, which tell how a list sets them."""
_NEAR = 12
"""How many entries are asked."""


class Pattern:
    """What the entries of a list have in common, for writing the next one; each thing is told when it is asked for."""

    def __init__(self, text: str, model: Entry, others: Sequence[Entry], people: Sequence[Author]) -> None:
        """Choose the entries near a model that are asked.

        Args:
            text: The page.
            model: The entry whose frame is used.
            others: The entries around.
            people: Who is to be written: they tell which word of a full name is the surname.
        """
        at = next((index for index, entry in enumerate(others) if entry.number == model.number), 0)
        near = [entry for entry in others[max(0, at - _NEAR // 2) : at + _NEAR // 2] if authors_in(entry.values)]
        if authors_in(model.values) and model not in near:
            near.insert(0, model)
        self._text, self._model, self._people = text, model, people
        self._around, self.near = near, _of_one_style(text, near, model)

    @cached_property
    def _citations(self) -> Sequence[Citation]:
        """The readings of the entries."""
        return _readings(self._text, [entry.unit for entry in self.near])

    @cached_property
    def _lists(self) -> Sequence[Sequence[str]]:
        """The names in each of them."""
        return [[author.name for author in citation.names.authors] for citation in self._certain if citation.names]

    @cached_property
    def _certain(self) -> Sequence[Citation]:
        """The readings of those whose authors are sure; of all where what is not sure tells more than one person."""
        pairs = zip(self._citations, self.near, strict=True)
        certain = [citation for citation, entry in pairs if "authors" not in entry.unsure]
        several = any(len(citation.names.places) > 1 for citation in certain if citation.names)
        return certain if several else self._citations

    @cached_property
    def _names(self) -> list[str]:
        """All their names."""
        return list(chain.from_iterable(self._lists))

    @cached_property
    def _volumes(self) -> list[str]:
        """What is between the venue and the year of each entry that has the year after."""
        each = self._citations
        return [
            citation.shown.text[numbers.venue_end(citation) : citation.year[0]] for citation in each if citation.year
        ]

    @cached_property
    def _style(self) -> tuple[Style | None, Joining]:
        """The forms of names, and how they are joined, as the entries have them whose authors are sure."""
        style, joining = _style(self._certain, self._lists, self._people)
        return style, by_word(self._citations, joining, self._text) if style and style.turns_first else joining

    @cached_property
    def names(self) -> Style | None:
        """The forms of names; None where they are written as they are typed."""
        return self._style[0]

    @cached_property
    def joining(self) -> Joining:
        """How names are joined."""
        return self._style[1]

    @cached_property
    def emphasis(self) -> tuple[str, str]:
        """What is around the name of the page's owner; nothing where no entry sets it off."""
        return _emphasis(self._text, self._model, self._around, self._people)

    @cached_property
    def ending(self) -> Ending:
        """How the lists of names end."""
        bare = self.names is not None and self.names.rest.given in ("F G", "FG")
        return ending_of(self.near, self._citations, bare=bare)

    @cached_property
    def others(self) -> Others | None:
        """How authors are left out; None where the list names all."""
        return others_of(self._text, self.near, self._citations)

    @cached_property
    def plain(self) -> bool:
        """Whether no name has a comma."""
        return all("," not in name for name in self._names)

    @cached_property
    def shouts(self) -> bool:
        """Whether all letters of names are capitals, also those of given names in full."""
        return _shout(self._names)

    @cached_property
    def families(self) -> frozenset[str]:
        """Surnames of several words."""
        return long_families(self._names)

    @cached_property
    def names_owner(self) -> bool:
        """Whether the owner is named, too: not where entries say `with Ben Sample` or `Co-authors: Ben Sample`."""
        leave_out = ["with" in entry.frame or labels.leaves_out_owner(self._text, entry) for entry in self.near]
        return 2 * sum(leave_out) <= len(self.near)

    @cached_property
    def with_others(self) -> Entry | None:
        """An entry that says `with Ben Sample`; None where most name all people."""
        entries = (entry for entry in self.near if "with" in entry.frame)
        return None if self.names_owner else next(entries, None)

    def beside_owner(self, people: Sequence[Author]) -> Sequence[Author]:
        """Return who is named: without the owner where entries say with whom they were written."""
        is_named = any(author.is_self for author in authors_in(self._model.values))
        return people if self.names_owner or is_named else [author for author in people if not author.is_self]

    @cached_property
    def venue_stop(self) -> bool:
        """Whether a period after a venue parts it from what follows, and is not that of a short form."""
        venue = self._model.slots.get("venue")
        return numbers.parts_venues(
            self._citations, self._text[self._model.unit.content.start : venue.start if venue else 0]
        )

    @cached_property
    def issue_apart(self) -> bool:
        """Whether a comma or a slash is between volume and issue, before a year in brackets."""
        return any(map(_ISSUE_APART.search, self._volumes))

    @cached_property
    def comma_before_year(self) -> bool:
        """Whether a comma is between volume and year in brackets, in one entry at least."""
        return any(map(_COMMA_BEFORE_YEAR.search, self._volumes))

    @cached_property
    def capitals(self) -> str:
        """Which words of titles have capitals: most, which are all but the small ones, or every one; else empty."""
        return capitals.capitals_of(_texts(self._citations, "title"))

    @cached_property
    def venue_capitals(self) -> bool:
        """Whether the small words of venues have capitals, too."""
        return capitals.small_have_capitals(_texts(self._citations, "venue"))

    @cached_property
    def title_end(self) -> str | None:
        """The sign and the quotation mark after most titles."""
        return title_ends.usual(self._citations)

    @cached_property
    def labels(self) -> LabelForm | None:
        """How labels before the entries name authors; None where entries have none."""
        return form_of_labels(self._text, self.near, self._citations, self.joining)

    @cached_property
    def constants(self) -> frozenset[str]:
        """Words that are in no field and are in each entry: the list's, not a remark of one."""
        return _constants(self._text, self.near)

    @cached_property
    def link_gap(self) -> str:
        """What is between two links, in the model or else in another entry."""
        gaps = (entry.frame.get("link_gap") for entry in (self._model, *self.near))
        return next((gap.of(self._text) for gap in gaps if gap), " ")

    def cased(self, values: Values) -> Values:
        """Return the values of a new entry, its title and venue with capitals as the others of the list."""
        title, venue = text_in(values, "title"), text_in(values, "venue")
        if self.capitals:
            values = {**values, "title": capitals.with_capitals(title, small=self.capitals == capitals.EVERY)}
        return (
            {**values, "venue": capitals.with_capitals(venue, small=True)} if venue and self.venue_capitals else values
        )

    def written(self, people: Sequence[Author]) -> list[str]:
        """Return the names of people in the forms of the list."""
        names = [author.name for author in people if not author.others]
        sure = len(names) > 1 or (self.names is not None and self.names.rest.order == "family given")
        turned = sure and are_turned(names)
        return [self._name(author, index, turned=turned) for index, author in enumerate(people)]

    def named(self, people: Sequence[Author], *, new: bool) -> tuple[Sequence[Author], str | None]:
        """Return who is named, and what stands for the others; None where all are named, empty where as typed.

        Args:
            people: All authors.
            new: Whether as many may be left out as the list leaves out.
        """
        people = self.beside_owner(people)
        if not people:
            return people, None
        if people[-1].others:
            return people[:-1], self.others.source if self.others else ""
        count = self.others.named_of(people) if new and self.others else len(people)
        return people[:count], self.others.source if self.others and count < len(people) else None

    def _name(self, author: Author, index: int, *, turned: bool) -> str:
        """A name in the form that its place in the list asks for."""
        if author.others:
            return author.name
        if self.names is None:  # the names are in full, and none is turned
            form = NameForm(given="F. G." if turned else "full")  # `Moss A` would look like a surname `A`
            is_turned = self.plain and (turned or "," in author.name)
            name = form.write(person(author.name, turned=turned)) if is_turned else author.name
        else:
            form = self.names.rest if index else self.names.first
            if self.names.first == self.names.rest and author.name in self._names:
                return author.name
            turned = turned or (form.order == "family given" and are_turned([author.name]))
            name = form.write(person(author.name, turned=turned, families=self.families))
            if name not in self._names:  # `De Jong` where the list has it so
                name = next((shown for shown in self._names if shown.casefold() == name.casefold()), name)
        return name.upper() if self.shouts else name


def _of_one_style(text: str, near: list[Entry], model: Entry) -> list[Entry]:
    """The entries of the model's list, and of the other lists those that write names as it does.

    A page may have its articles in one style and its talks in another; lists of years are in one. Paragraphs with
    nothing between them are one list.
    """
    lists: dict[int, list[Entry]] = {}
    at, end = 0, -1
    for entry in near:
        unit = entry.unit
        if unit.type != "paragraph" or not 0 <= end <= unit.span.start or text[end : unit.span.start].strip():
            at = unit.container
        lists.setdefault(at, []).append(entry)
        end = unit.span.end if unit.type == "paragraph" else -1
    own = next((each for each in lists.values() if model in each), [])
    if len(lists) == 1 or not any(len(authors_in(entry.values)) > 1 for entry in own):
        return near
    as_own = _name_forms(own)
    return [entry for each in lists.values() if each is own or _name_forms(each) == as_own for entry in each]


def _name_forms(entries: Sequence[Entry]) -> tuple[object, ...]:
    """The order of names in a list and how given names are shortened: of those first in an entry, and of the others."""
    style = style_of([[author.name for author in authors_in(entry.values)] for entry in entries])
    forms = (style.first, style.rest) if style else ()
    return tuple((form.order, form.given == "full", "." in form.given) for form in forms)


def _style(
    citations: Sequence[Citation], lists: Sequence[Sequence[str]], people: Sequence[Author]
) -> tuple[Style | None, Joining]:
    """The forms of names, and how they are joined."""
    listed = set(chain.from_iterable(lists))
    typed = ((each.name, person(each.name, turned=are_turned([each.name]))) for each in people)
    # of whom only initials are known elsewhere, too, tells nothing here
    known = (
        each for name, each in typed if name not in listed or any(len(part.rstrip(".")) > 1 for part in each.given)
    )
    style = style_of(lists, list(known))
    inside = style is not None and style.first.order in COMMA_WITHIN
    joining = joining_of(citations, commas=inside)
    if style is not None and "FG." in (style.first.given, style.rest.given):
        joining = joining.after_stops()  # each stop is a name's own
    joined = any(len(names) > 1 for names in lists)
    if style is not None and joined and not any(_SEVERAL.search(name) for names in lists for name in names):
        style = style.with_usual_initials(joining.last)
    return style, joining


def _shout(names: Sequence[str]) -> bool:
    """Whether all letters of names are capitals, and more than one has more than its initials."""
    return len({name for name in names if len(name) > 3}) > 1 and all(map(str.isupper, names))


_last: list[tuple[str, Sequence[Unit], Sequence[Citation]]] = []
"""What was read last: to write an entry, its list is asked twice."""


def _readings(text: str, units: Sequence[Unit]) -> Sequence[Citation]:
    """Return the readings of some entries by what they have in common."""
    for read_text, read_units, readings in _last:
        if read_text is text and read_units == units:
            return readings
    alone = [reading.begun(reading.visible(text, unit), whole=unit.type != "paragraph") for unit in units]
    citations = reading.by_habits(alone, reading.habits_of(alone))
    _last[:] = [(text, units, citations)]
    return citations


def _constants(text: str, near: Sequence[Entry]) -> frozenset[str]:
    """The words without numbers that are remarks of all entries, or all but one of many.

    Those after the venue may say of each that it is a talk; they are the list's where they lead to what none shows.
    """
    counts = Counter(remark for entry in near for remark in _remarks(text, entry) if not _DIGIT.search(remark))
    enough = max(_ALL, len(near) - (len(near) >= 2 * _ALL))
    return frozenset(remark for remark, count in counts.items() if count >= enough)


def _remarks(text: str, entry: Entry) -> set[str]:
    """What is in no field of an entry and leads to its venue, but no words before a number; or is of its style."""
    venue = entry.slots.get("venue") or entry.unit.content
    spans = [span for name, span in entry.frame.items() if name.startswith("remark ")]
    before = [span for span in spans if span.end <= venue.start]
    return {
        *(span.of(text) for span in before if not text[span.end : span.end + 3].strip(" .")[:1].isdigit()),
        *(span.of(text) for span in spans if _OF_THE_STYLE.fullmatch(span.of(text))),
        *(span.of(text) for span in spans if LEADS_ON.search(span.of(text)) and not _COUNTED.match(text, span.end)),
    }


_OF_THE_STYLE = lazily(r"\[?\*{0,2}(?:s\. ?[ln]|n\. ?p|o\. ?[oj])\.?\*{0,2}\]?|edition|edn|disponível em:.*", re.I)
"""What a style of citation says in every entry."""
_COUNTED = lazily(r"[^\S\n]*\.?[^\S\n]*(?!(?:19|20)\d\d\b)\d")
"""What a number is after that is no year."""
_ALL = 3
"""How many entries a list has at least that tells which words are in each."""
_DIGIT = lazily(r"\d|\{[{%]|!\[|<img|\]\(|href")
"""What belongs to one entry only: numbers, pictures, links, Liquid."""


def _texts(citations: Sequence[Citation], field: str) -> list[str]:
    """What entries show of a field, without what is no words."""
    places = [(citation, place) for citation in citations if (place := citation.place(field))]
    return [capitals.NO_WORDS.sub(" ", citation.shown.text[slice(*place)]) for citation, place in places]


_ISSUE_APART = lazily(r"\w(?:/|, ?)\d+ \($")
"""Volume and issue before a year in brackets."""
_COMMA_BEFORE_YEAR = lazily(r"^,? ?\w+, \($")


def _emphasis(text: str, model: Entry, near: Sequence[Entry], people: Sequence[Author]) -> tuple[str, str]:
    """What is around the owner's name: in the model, else in its list, else in other lists; often nothing is.

    A list that names the owner as it names the others sets off nobody, whatever other lists do; of a lone entry that
    does, it is an oversight where most others set the owner off, as they may be of other years. Some lists set nobody
    off in some places, as where the surname is first.
    """
    own = [author.name for author in people if author.is_self]
    beside = [entry for entry in near if entry.unit.container == model.unit.container]
    for entries in ([model], beside, near):
        around = Counter[tuple[str, str]]()
        for entry in entries:
            if "self_open" in entry.frame and entry.unit.markdown == model.unit.markdown:
                around[entry.frame["self_open"].of(text), entry.frame["self_close"].of(text)] += 1
        plain = len(_places(entries, own, set_off=False))
        if around and (entries is not near or around.total() > plain):
            place = _place(people, own)
            oversight = place in _places(near, own, set_off=True)
            if oversight or _places(near, own, set_off=False).count(place) < _HABIT:
                return around.most_common(1)[0][0]
            break
        if entries is beside and plain > 1:
            break
    return "", ""


_HABIT = 2
"""How often a list names its owner plainly in a place at least, and never otherwise, where that is no oversight."""
_NOWHERE, _FIRST, _BETWEEN, _LAST = range(-1, 3)


def _places(entries: Sequence[Entry], own: Sequence[str], *, set_off: bool) -> list[int]:
    """In which places entries name one of some people, of those that set their owner off or of the others."""
    lists = [authors_in(entry.values) for entry in entries if ("self_open" in entry.frame) == set_off]
    return [place for authors in lists if (place := _place(authors, own)) != _NOWHERE]


def _place(people: Sequence[Author], own: Sequence[str]) -> int:
    """In which place among others the first of some people is."""
    from profile_tui.content.publications.names.self_author import same_person

    for at, author in enumerate(people):
        if any(same_person(author.name, name) for name in own):
            return _FIRST if not at else _LAST if at == len(people) - 1 else _BETWEEN
    return _NOWHERE
