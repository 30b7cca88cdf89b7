"""Who edited the book that something is in, and what that rules out; see `barred`."""

from __future__ import annotations

from collections.abc import Sequence

from profile_tui.content.publications.cutting.form import are_initials, is_like_name
from profile_tui.content.publications.cutting.phrases import EDIT_SIDES
from profile_tui.content.publications.cutting.segment import Segment
from profile_tui.content.publications.cutting.separators import IN
from profile_tui.content.publications.names.name_forms import BARE_INITIALS
from profile_tui.content.publications.reading.barred_venues import is_person
from profile_tui.content.publications.reading.signs import NO_FIELD, ONLY_PEOPLE, ONLY_TITLE, ONLY_VENUE, Barred
from profile_tui.markup.inline import Visible


def editors(_: Visible, segments: Sequence[Segment]) -> Barred:
    """The editors of a book are no authors of what is in it: those before `(ed.)`, and those after `edited by`.

    What is set off after the first is the book. Who edited a whole book is as its author.
    """
    for at, segment in enumerate(segments):
        side = _side(segment) if segment.text.lower() in EDIT_SIDES else 0
        if not side:
            continue
        if side > 0 or _leads(segments, at):
            yield at, NO_FIELD
            yield from ((other, NO_FIELD) for other in _people_from(segments, at + 1, 1))
        elif segment.bracketed or segment.before.endswith(","):
            yield at, NO_FIELD
            yield from _edited_before(segments, at)


def first(segments: Sequence[Segment]) -> int:
    """Return which segment is the first that says that people after it are editors; after the last where none does."""
    return next(
        (at for at, segment in enumerate(segments) if (side := _side(segment)) and (side > 0 or _leads(segments, at))),
        len(segments),
    )


def _leads(segments: Sequence[Segment], at: int) -> bool:
    """Whether a word as `ed.` is between a book and its editors: `*Fens*, ed. C. Day`, `Fens (eds. C. Day)`."""
    if not at or ")" in "".join(segment.before for segment in segments[at + 1 : at + 2]):
        return False
    book, people = segments[at - 1], _people_from(segments, at + 1, 1)
    is_book = set(book.look) & set("iq") or not (is_person(book, "b") or book.year)
    return bool(people and (is_book or are_initials(segments[at + 1])))


def _edited_before(segments: Sequence[Segment], at: int) -> Barred:
    """What the editors before a word like `ed.` are, and what follows it: their book."""
    people = _people_from(segments, at - 1, -1)
    start, book = at - len(people), segments[at + 1 : at + 3]
    is_set_off = bool(book and set(book[0].look) & set("iq"))
    if any(not is_like_name(each) and not are_initials(each) for each in segments[:start]):
        yield from ((other, NO_FIELD) for other in people)
        in_book = bool(book and start) and segments[start - 1].text.lower() in IN and not book[0].year
        goes_on = in_book and book[-1].before in ("&", ":")
        yield from ((at + 1 + more, ONLY_VENUE) for more in range((is_set_off or in_book) + goes_on))
    elif start in (0, 1) and is_person(segments[0]) and is_set_off:
        yield from ((other, ONLY_PEOPLE) for other in range(at))
        yield at + 1, ONLY_TITLE


def _side(segment: Segment) -> int:
    """On which side of a segment the editors are whom it tells of."""
    side = EDIT_SIDES.get(segment.text.lower(), 0)
    return side if segment.bracketed or not segment.text.startswith("Comp") else 0  # `Comp. Lett.` is a venue


def _people_from(segments: Sequence[Segment], start: int, step: int) -> list[int]:
    """The segments that may be people, from one on in a direction; not the word that leads in what they edited."""
    starts = []
    while 0 < start < len(segments) and _may_be_one(segments[start]) and segments[start].text.lower() not in IN:
        starts.append(start)
        start += step
    return starts


def _may_be_one(segment: Segment) -> bool:
    """Whether a segment may be an editor, or a part of one, as `Field Casal J`."""
    return is_person(segment) or (not segment.look and BARE_INITIALS.search(segment.text) is not None)
