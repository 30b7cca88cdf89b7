"""The period after a title: one that asks may do without, and another one may not."""

from __future__ import annotations

from collections.abc import Sequence

from profile_tui.content.entries.entry import Entry, Values, text_in
from profile_tui.content.publications.writing.marks import of
from profile_tui.text.named_tuple import NamedTuple
from profile_tui.text.span import Span, Splice

_ASKS = ("?", "!")
_QUOTES = "”»’\"'」』》"
_STOP = "."
_PARTED = (",", ":", ";")
_NEAR = 40
"""How many entries are asked."""


def fitted(text: str, entry: Entry, values: Values, others: Sequence[Entry], splices: list[Splice]) -> list[Splice]:
    """Return the splices of an entry with the period after its title put in or taken out, as its new title needs it.

    Args:
        text: The page.
        entry: The entry whose frame is used.
        values: What it is to say.
        others: The entries around: they tell whether a period is after a title that asks, and where.
        splices: What sets its fields.
    """
    title, old = text_in(values, "title"), text_in(entry.values, "title")
    if not title or title.endswith(_ASKS) == old.endswith(_ASKS):
        return splices
    change = _change(text, entry, others, asks=title.endswith(_ASKS))
    if change is None or any(_meets(change.span, each.span) for each in splices):
        return splices
    return sorted([*splices, change], key=lambda splice: splice.span)


def _change(text: str, entry: Entry, others: Sequence[Entry], *, asks: bool) -> Splice | None:
    """The splice that puts the period in or takes it out; None where it stays as it is."""
    here = _end(text, entry)
    alike = (other for other in others[:_NEAR] if text_in(other.values, "title").endswith(_ASKS) == asks)
    told = [end for other in alike if (end := _end(text, other))]
    if here is None or (told and _has_stop(told) == here.stops):
        return None
    if here.stops:  # what writes citations by a style doubles the marks, but for those within quotation marks
        return Splice(Span(here.at, here.at + 1), "") if asks and (told or here.inside) else None
    at = here.closed if _is_outside(told) else here.at
    return Splice.insert(at, _STOP) if not asks and (told or _goes_on(text, at)) else None


class _End(NamedTuple):
    """Where a title ends."""

    stops: bool
    """Whether a period is there."""
    at: int
    """Where that is, or where the title ends without what closes it."""
    closed: int
    """Where what closes it ends."""
    inside: bool = False
    """Whether the period is before what closes the title."""


def _has_stop(ends: Sequence[_End]) -> bool:
    """Whether most titles have a period after them."""
    return 2 * sum(end.stops for end in ends) > len(ends)


def _is_outside(ends: Sequence[_End]) -> bool:
    """Whether most periods after titles are after what closes them."""
    outside = [not end.inside for end in ends if end.stops]
    return 2 * sum(outside) > len(outside)


def _end(text: str, entry: Entry) -> _End | None:
    """How an entry's title ends; None where a comma or the like is after it, and where it is not known."""
    if "title" not in entry.slots:
        return None
    end, marks = entry.slots["title"].end, of(text, entry)
    if text.startswith(_STOP, end):
        closed = marks.behind(end + 1, _QUOTES)
        return _End(True, end, closed, closed > end + 1)
    closed = marks.behind(end, _QUOTES)
    if text[closed : closed + 1] in _PARTED:
        return None
    stops = text.startswith(_STOP, closed)
    return _End(stops, closed if stops else end, closed)


def _goes_on(text: str, at: int) -> bool:
    """Whether what follows a place is more of the entry on the same line."""
    rest = text[at:].partition("\n")[0]
    return rest[:1] == " " and rest.strip() != ""


def _meets(span: Span, other: Span) -> bool:
    """Whether two spans have something in common."""
    return span.start < other.end and other.start < span.end
