"""Lists of HTML with a first number of their own, as `<ol reversed start="12">`: it goes with their entries."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from profile_tui.content.entries.entry import Entry
from profile_tui.markup.html import attributes
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused
from profile_tui.text.named_tuple import NamedTuple
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span, Splice

if TYPE_CHECKING:
    from profile_tui.content.page.page import Page

_TAG = lazily(r"<ol\b[^<>]*>", re.I)
_START = lazily(r"\sstart\s*=\s*[\"']?(\d+)", re.I)


class _List(NamedTuple):
    """A list that is counted.

    Attributes:
        at: Where it begins.
        step: By how much its numbers go up or down.
        first: Its first number.
        size: How many entries it has.
        start: Where the first number is; None where that is 1.
    """

    at: int
    step: int
    first: int
    size: int
    start: Span | None

    @property
    def next(self) -> int:
        """The number that a list below goes on from."""
        return self.first + self.step * self.size


def kept(page: Page, beside: Entry, splice: Splice, by: int) -> list[Splice]:
    """Return what adds or removes an entry, and what sets the first numbers of lists, so that they go on as before.

    Where lists count down, the entries below keep their numbers, and where they count up those above.

    Args:
        page: The page.
        beside: The entry that goes, or one of the list that it comes to.
        splice: What adds or removes it.
        by: One more, or one less.
    """
    if not page.text.startswith("<", beside.unit.container):
        return [splice]
    lists = _lists(page, beside.kind)
    own = next((each for each in lists if each.at == beside.unit.container), None)
    moved = [own] if own and own.step < 0 else []
    while own is not None:
        lists.remove(own)
        own = next((each for each in lists if _goes_on(*((own, each) if own.step > 0 else (each, own)))), None)
        moved += [own] if own else []
    splices = [
        Splice(each.start, str(each.first + by)) for each in moved if each.start and not splice.span.covers(each.start)
    ]
    return sorted([splice, *splices], key=lambda each: each.span)


def of_new_list(page: Page, model: Sequence[Entry], at: int, before: str) -> str:
    """Return what is before the first entry of a new list as before that of its model, with a first number of its own.

    Args:
        page: The page.
        model: The entries of the list that it is like.
        at: Where it goes.
        before: What is before the entry.

    Raises:
        Refused: The lists count on from one to the next, and others would have to be numbered anew.
    """
    lists = _lists(page, model[0].kind)
    if not any(_goes_on(one, other) for one in lists for other in lists):
        return before
    lists = [each for each in lists if any(_goes_on(each, other) or _goes_on(other, each) for other in lists)]
    down, above = lists[0].step < 0, all(each.at < at for each in lists)
    start = _START.search(before)
    if start is None or (not above if not down else any(each.at < at for each in lists)):
        raise Refused(_("the lists here count on from one to the next; begin the new one by hand, with its number"))
    number = max(each.first + 1 for each in lists) if down else max(each.next for each in lists)
    return f"{before[: start.start(1)]}{number}{before[start.end(1) :]}"


def _goes_on(one: _List, other: _List) -> bool:
    """Whether a list goes on from another: it says so by the number that it starts with."""
    says = other.start if one.step > 0 else one.start
    return bool(says) and one.at != other.at and one.step == other.step and one.next == other.first


def _lists(page: Page, kind: str) -> list[_List]:
    """Return the lists of HTML that count the entries of a kind from a number, in page order."""
    counts = Counter(entry.unit.container for entry in page.entries(kind))
    return [found for at in counts if (found := _list(page.text, at, counts[at]))]


def _list(text: str, at: int, count: int) -> _List | None:
    """Return a list of HTML that counts; None where it does not, or counts down from all it has."""
    tag = _TAG.match(text, at) if text.startswith("<", at) else None
    if tag is None:
        return None
    told = attributes(tag[0][3:-1])
    found = _START.search(text, tag.start(), tag.end())
    if "reversed" not in told and "start" not in told:
        return _List(at, 1, 1, count, None)
    if found is None or told.get("start") != found[1]:
        return None
    return _List(at, -1 if "reversed" in told else 1, int(found[1]), count, Span(*found.span(1)))
