"""Lists that count down from a number of their own, `<ol reversed start="12">`: it goes with their entries."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from profile_tui.content.entries.entry import Entry
from profile_tui.markup.html import attributes
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span, Splice

if TYPE_CHECKING:
    from profile_tui.content.page.page import Page

_TAG = lazily(r"<ol\b[^<>]*>", re.I)
_START = lazily(r"\sstart\s*=\s*[\"']?(\d+)", re.I)


def kept(page: Page, beside: Entry, splice: Splice, by: int) -> list[Splice]:
    """Return what adds or removes an entry, and what sets the first numbers of lists, so that the others keep theirs.

    Args:
        page: The page.
        beside: The entry that goes, or one of the list that it comes to.
        splice: What adds or removes it.
        by: One more, or one less.
    """
    start = _start(page.text, beside.unit.container)
    if start is None:
        return [splice]
    counts = Counter(entry.unit.container for entry in page.entries(beside.kind))
    others = {at: found for at in counts if at != beside.unit.container and (found := _start(page.text, at))}
    splices, number = [splice], int(start.of(page.text))
    while start is not None:
        if not splice.span.covers(start):
            splices.append(Splice(start, str(int(start.of(page.text)) + by)))
        start = _that_ends_above(page.text, counts, others, number)
        number = int(start.of(page.text)) if start else 0
    return sorted(splices, key=lambda each: each.span)


def _that_ends_above(text: str, counts: Counter[int], others: dict[int, Span], number: int) -> Span | None:
    """Where the first number of the list is that a list from some number goes on from, as one of the year before."""
    for at in others:
        if int(others[at].of(text)) - counts[at] == number:
            return others.pop(at)
    return None


def _start(text: str, at: int) -> Span | None:
    """Where the first number of a list is that counts down; None where it counts otherwise, or from all it has."""
    tag = _TAG.match(text, at) if text.startswith("<", at) else None
    found = _START.search(text, tag.start(), tag.end()) if tag else None
    if tag is None or found is None:
        return None
    told = attributes(tag[0][3:-1])
    return Span(*found.span(1)) if "reversed" in told and told.get("start") == found[1] else None
