"""Numbers typed by hand that count on from one list of a page to the next, as papers do under their years."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from profile_tui.content.change.insertion import (
    counted_label,
    is_counted_by_kramdown,
    label_of,
    missing_number,
    numbered_by_hand,
)
from profile_tui.content.entries.entry import Entry
from profile_tui.content.page.page import Page


def renumbered(page: Page, kind: str, at: int, source: str) -> str:
    """Return the source of a new entry with a number that no list of the page has, where they count on.

    Args:
        page: The page.
        kind: The kind of the entry.
        at: The number that it gets among all of its kind.
        source: Its source, as its own list would number it.

    Raises:
        Refused: Others have the numbers around it, and would have to be numbered anew.
    """
    own = counted_label(source)
    if own is None:
        return source
    typed = _typed(page.text, page.entries(kind), own.before)
    numbers = [number for _, number in typed]
    if len(typed) < 2 or len(set(numbers)) < len(numbers):
        return source
    before = sum(entry.number < at for entry, _ in typed)
    step = _step(numbers)
    if not step or 0 < before < len(typed):
        if own.number in numbers:
            raise numbered_by_hand()
        return source
    number = numbers[-1] + step if before else numbers[0] - step
    if number < 1:
        raise numbered_by_hand()
    return f"{own.before}{number}{source[own.end :]}"


def check_move(page: Page, moved: Entry, beside: Sequence[Entry]) -> None:
    """Raise Refused where an entry that goes to another list has a number by which lists are counted.

    Args:
        page: The page.
        moved: The entry.
        beside: The entries of the list that it leaves.

    Raises:
        Refused: It has one, and the numbers of the others would have to be others.
    """
    own = label_of(page.text, moved)
    if own is None or (is_counted_by_kramdown(page.text, moved) and not own.is_within):
        return
    for each in (page.entries(moved.kind), beside):
        if _step([number for _, number in _typed(page.text, each, own.before)]):
            raise numbered_by_hand()


def missing_across(page: Page, beside: Sequence[Entry], old: Entry) -> int:
    """Return the number that will be missing where an entry goes; 0 where none will be.

    Args:
        page: The page.
        beside: The entries of its list.
        old: The entry.
    """
    return missing_number(page.text, beside, old) or missing_number(page.text, page.entries(old.kind), old)


def _typed(text: str, entries: Sequence[Entry], before: str) -> list[tuple[Entry, int]]:
    """Return the entries whose numbers are typed after the same signs, with these numbers."""
    labels = ((entry, label_of(text, entry)) for entry in entries)
    return [
        (entry, label.number)
        for entry, label in labels
        if label and label.before == before and (label.is_within or not is_counted_by_kramdown(text, entry))
    ]


def _step(numbers: Sequence[int]) -> int:
    """Return by how much numbers all go up or down, which is one; 0 where they do not."""
    steps = {second - first for first, second in pairwise(numbers)}
    return steps.pop() if steps in ({1}, {-1}) else 0
