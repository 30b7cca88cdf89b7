"""Which entries of a list may be models of a new one, and are of its sort: books are set otherwise than articles."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import partial

from profile_tui.content.entries.entry import Entry, Values, text_in
from profile_tui.content.entries.table import ROW
from profile_tui.content.publications import sorts
from profile_tui.content.publications.cutting.phrases import PLACE, PUBLISHER
from profile_tui.content.publications.writing import volumes
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused
from profile_tui.text.named_tuple import NamedTuple
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span

_OTHER_FORM, _OTHER_SORT, _OTHER_SHAPE = 20, 3, 2
"""How much worse a model is that is a book where the new one is an article, and one of another sort."""


def check_names(model: Entry, values: Values, others: Sequence[Entry]) -> None:
    """Raise Refused where a model's names may have been taken for something else, and others show theirs.

    Raises:
        Refused: The model shows no names, though it may have some, which others show or which may be in its title; or
            nothing but a surname in the place of its title.
    """
    in_columns = model.unit.type == ROW  # which say what is in them
    within_title = "title" in model.unsure and bool(values.get("authors")) and not in_columns
    unnamed = "authors" in model.unsure - model.slots.keys() and (
        within_title or any("authors" in other.slots for other in others)
    )
    title = text_in(model.values, "title")
    is_name = title.istitle() and " " not in title and {"authors", "venue"} <= model.unsure and not in_columns
    if unnamed or ("title" in model.unsure and (is_name or not any(map(str.isalpha, title)))):
        raise _no_model()


def check_lead(text: str, model: Entry, values: Values) -> Span | None:
    """Return the word that leads to a model's venue, where the new one's is a publisher, which nothing leads to.

    Raises:
        Refused: The model has `//` before its venue, which only journals and collections have.
    """
    if not _is_published(values) or sorts.sort_of(values) == sorts.CONFERENCE:
        return None
    if _look(text, model, "venue") == "//":
        raise _no_model()
    return model.frame.get("led")


def _no_model() -> Refused:
    """The refusal where none is like the new one."""
    return Refused(
        _("no {one} of this page can serve as a model; edit the section's source").format(one=_("publication"))
    )


def in_order(near: Sequence[Entry]) -> list[Entry]:
    """Return entries without those that are a guess, where others are sure.

    These are those whose title and venue are, or whose people are, on another side of the title than sure ones.
    """
    guessed = {"title", "venue"}
    near = [entry for entry in near if not guessed <= entry.unsure] or list(near)
    sides = {entry.number: _people_first(entry) for entry in near}
    sure = {sides[entry.number] for entry in near if not entry.unsure} - {None}
    return [
        entry for entry in near if not sure or "authors" not in entry.unsure or sides[entry.number] in {*sure, None}
    ]


def _people_first(entry: Entry) -> bool | None:
    """Whether people are before the title; None where none are shown."""
    return entry.slots["authors"].start < entry.slots["title"].start if "authors" in entry.slots else None


def unlike(text: str, near: Sequence[Entry], values: Values) -> list[int]:
    """Return how much some entries of a list differ from a new one in what they are.

    Args:
        text: The page.
        near: The entries.
        values: The new one.
    """
    books = _books(text, near)
    is_book, sort = _is_published(values) or _is_of_a_book(values, near, books), sorts.sort_of(values)
    numbered = bool(volumes.parted(text_in(values, "venue"))[1])
    led = {_is_led(text, entry) for entry, told in zip(near, books, strict=True) if not told}
    leads = len(led) > 1  # `In` is before proceedings, and before no journal
    return [
        _OTHER_FORM * (told is not None and told != is_book)
        + _OTHER_SHAPE * ("numbers 0" in entry.frame and not numbered)
        + _OTHER_SORT * _is_unlike(entry, sort, leads=leads)
        for entry, told in zip(near, books, strict=True)
    ]


def of_its_form(text: str, near: Sequence[Entry], unlike: Mapping[int, int]) -> Sequence[Entry]:
    """Return the entries in whose form a new one may be written; perhaps none where all of its sort are a guess.

    Args:
        text: The page.
        near: The entries.
        unlike: How much each of them, by its number, differs from the new one.
    """
    sure = in_order(near)
    alike = [entry for entry in near if unlike[entry.number] < _OTHER_FORM]
    if not alike:
        return sure
    numbers = {entry.number for entry in alike}
    return [entry for entry in sure if entry.number in numbers] or [
        entry
        for entry in alike
        if _look(text, entry, "title")  # where it ends is known
    ]


def _is_led(text: str, entry: Entry) -> bool:
    """Whether `in` leads to where an entry appeared, perhaps to the editors first."""
    remarks = (span for name, span in entry.frame.items() if name.startswith("remark"))
    return "led" in entry.frame or any(_LEADS.match(text, span.start) for span in remarks)


_LEADS = lazily(r"\(?(?:in|dans|en|em)\b", re.I)


def _is_unlike(entry: Entry, sort: str, *, leads: bool) -> bool:
    """Whether an entry is no model of one of a sort: a preprint, and where `In` leads to some, what it leads to.

    What is called as journals are may be the book of a chapter, where `In` leads to it.
    """
    own = sorts.sort_of(entry.values)
    if sort == own == sorts.JOURNAL:
        return leads and "led" in entry.frame
    return sort != own and (leads or sorts.PREPRINT in (sort, own))


def _books(text: str, near: Sequence[Entry]) -> list[bool | None]:
    """Which entries are books, by their publishers and by their form; None for those of which that cannot be told."""
    looks = [_Look(_look(text, entry, "title"), _look(text, entry, "venue")) for entry in near]
    told = [
        by_words if by_words is not None else by_form
        for by_words, by_form in zip(map(partial(_by_words, text), near, looks), _by_form(near, looks), strict=True)
    ]
    said = {look: {each for each, other in zip(told, looks, strict=True) if look == other} - {None} for look in looks}
    differ = {True} in said.values() and {False} in said.values()  # what looks as books do is one
    return [
        next(iter(said[look])) if each is None and differ and len(said[look]) == 1 else each
        for each, look in zip(told, looks, strict=True)
    ]


class _Look(NamedTuple):
    """What the title and the venue of an entry are set off by: a quotation mark, emphasis, `//`; often nothing."""

    title: str
    venue: str


def _look(text: str, entry: Entry, name: str) -> str:
    """Return the sign before a field that sets it off; empty where none does."""
    if name not in entry.slots:
        return ""
    sign = _SIGN.search(text, entry.unit.content.start, entry.slots[name].start)
    return sign[1].replace("_", "*").replace("<i>", "<em>") if sign else ""


_SIGN = lazily(r"(//|[“\"‘'«„”「『〈《]|\*+|_+|<(?:em|i|cite|b|strong)>)[\s\[]*\Z")
_OF_WORKS = "《『"
"""What is around the titles of books and journals, and may be around those of articles, too."""


def _by_words(text: str, entry: Entry, look: _Look) -> bool | None:
    """Whether an entry is a book, by its publisher, or none, by its volume; None where neither is there."""
    venue = text_in(entry.values, "venue")
    if _is_published(entry.values) or (look.title and not look.venue and _PLACED.match(venue)):
        return True
    if (
        "numbers 0" in entry.frame
        and "numbers 1" not in entry.frame
        and _COUNT.fullmatch(entry.frame["numbers 0"].of(text))
    ):
        return True
    numbered = "numbers 0" in entry.frame or _DIGIT.search(venue.replace(text_in(entry.values, "year"), ""))
    return False if numbered or look.venue == "//" else None


def _by_form(near: Sequence[Entry], looks: Sequence[_Look]) -> list[bool | None]:
    """Which entries are books by what is set off in them; None for those of which that cannot be told.

    Titles of books are set off as journals are. That tells a book only where articles are as many, or have titles in
    quotation marks: else it may be how the list sets all titles.
    """
    articles = {look for look in looks if look.venue and (look.title != look.venue or look.venue in _OF_WORKS)}
    of_journals = {look.venue for look in articles}
    titled = [
        look.title in of_journals and not look.venue and "numbers 0" not in entry.frame
        for entry, look in zip(near, looks, strict=True)
    ]
    quoted = any(look.title and look.title[0] in _QUOTES and look.title != look.venue for look in articles)
    told = quoted or sum(look in articles for look in looks) >= sum(titled)
    return [
        True if is_titled and told else False if look in articles else None
        for is_titled, look in zip(titled, looks, strict=True)
    ]


_QUOTES = "“\"‘'«„”「〈"


def _is_of_a_book(values: Values, near: Sequence[Entry], books: Sequence[bool | None]) -> bool:
    """Whether the venue of a new entry is the publisher of a book among others, or has a place before it as theirs."""
    shown = text_in(values, "venue")
    venue, is_placed = sorts.bare(shown), _PLACED.match(shown) is not None
    known = (text_in(entry.values, "venue") for entry, is_book in zip(near, books, strict=True) if is_book)
    return bool(venue) and any(
        venue in {sorts.bare(part) for part in (each, *_APART.split(each))} or (is_placed and _PLACED.match(each))
        for each in known
    )


_DIGIT = lazily(r"\d")
_COUNT = lazily(r"\d+ ?(?:с|стр|p|pp|págs?|S|s|Seiten|pages)\.?")
"""How many pages a book has."""
_APART = lazily(r"[:,：，]")
"""What parts a publisher from its place."""
_PLACED = lazily(
    rf"(?:{PLACE.pattern}), |[^\W\d_][\w.-]*(?: [\w-]+)?: ?[^\W\d][^\d:]*\Z"
    rf"|(?!(?-i:[^,]*[A-Z]{{2}}))[^,\d]+, (?:{PLACE.pattern})\Z",
    re.I,
)
"""A place of books and a publisher."""


def _is_published(values: Values) -> bool:
    """Whether a venue is a publisher, perhaps with its place, or of a thesis: that of a book."""
    venue = text_in(values, "venue")
    place = PLACE.match(venue)
    placed = place is not None and venue.startswith(":", place.end())
    return placed or _PUBLISHER.search(venue) is not None or sorts.sort_of(values) == sorts.THESIS


_PUBLISHER = lazily(rf"{PUBLISHER.pattern}|印书馆|印書館|书局|書局|书社|出版部|출판부", re.I)
