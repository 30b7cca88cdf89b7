"""Which entries of a list may be models of a new one, and are of its sort: books are set otherwise than articles."""

from __future__ import annotations

from collections.abc import Sequence

from profile_tui.content.entries.entry import Entry, Values, text_in
from profile_tui.content.publications import sorts
from profile_tui.content.publications.cutting.phrases import PLACE, PUBLISHER
from profile_tui.content.publications.writing import volumes
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused
from profile_tui.text.pattern import lazily

_OTHER_FORM, _OTHER_SORT, _OTHER_SHAPE = 20, 3, 2
"""How much worse a model is that is a book where the new one is an article, and one of another sort."""
_QUOTED = lazily(r"[“\"‘'«„「『〈]\s*\Z")


def check_names(model: Entry, others: Sequence[Entry]) -> None:
    """Raise Refused where a model's names may have been taken for something else, and others show theirs.

    Raises:
        Refused: The model shows no names, though it may have some; or no word in the place of its title.
    """
    unnamed = "authors" in model.unsure - model.slots.keys() and any("authors" in other.slots for other in others)
    wordless = not any(map(str.isalpha, text_in(model.values, "title")))
    if unnamed or ("title" in model.unsure and wordless):
        raise Refused(
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
    is_book, sort = _is_published(values), sorts.sort_of(values)
    numbered = bool(volumes.parted(text_in(values, "venue"))[1])
    leads = len({"led" in entry.frame for entry in near}) > 1  # `In` is before proceedings, and before no journal
    return [
        _OTHER_FORM * (told is not None and told != is_book)
        + _OTHER_SHAPE * ("numbers 0" in entry.frame and not numbered)
        + _OTHER_SORT * _is_unlike(entry, sort, leads=leads)
        for entry, told in zip(near, books, strict=True)
    ]


def _is_unlike(entry: Entry, sort: str, *, leads: bool) -> bool:
    """Whether an entry is no model of one of a sort: a preprint, and where `In` leads to some, what it leads to.

    What is called as journals are may be the book of a chapter, where `In` leads to it.
    """
    own = sorts.sort_of(entry.values)
    if sort == own == sorts.JOURNAL:
        return leads and "led" in entry.frame
    return sort != own and (leads or sorts.PREPRINT in (sort, own))


def _books(text: str, near: Sequence[Entry]) -> list[bool | None]:
    """Which entries are books, by their form and their publishers; None for those of which that cannot be told.

    A title in italics tells a book only where articles have their journals so, and are as many, or have titles in
    quotation marks: else it may be how the list sets all titles.
    """
    articles = [entry for entry in near if "set off venue" in entry.frame]
    quoted = any(_QUOTED.search(text, entry.unit.content.start, entry.slots["title"].start) for entry in articles)
    titled = [entry for entry in near if "set off title" in entry.frame and "numbers 0" not in entry.frame]
    told = bool(articles) and (quoted or len(articles) >= len(titled))
    return [
        True
        if _is_published(entry.values) or (told and entry in titled)
        else False
        if "numbers 0" in entry.frame or entry in articles
        else None
        for entry in near
    ]


def _is_published(values: Values) -> bool:
    """Whether a venue is a publisher, perhaps with its place, or of a thesis: that of a book."""
    venue = text_in(values, "venue")
    place = PLACE.match(venue)
    placed = place is not None and venue.startswith(":", place.end())
    return placed or PUBLISHER.search(venue) is not None or sorts.sort_of(values) == sorts.THESIS
