"""Rows of a long list that are made when they are asked for: a change of one of thousands shows at once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence

from profile_tui.app.widgets.rows import ListRow
from profile_tui.content.entries.rope import LazySequence
from profile_tui.text.named_tuple import NamedTuple


class Part(NamedTuple):
    """Some rows that follow one another.

    Attributes:
        length: How many.
        make: Makes one of them, by its index among them.
        find: Gives the index of the row with a key; None where there is none, as far as that is known without making.
    """

    length: int
    make: Callable[[int], ListRow]
    find: Callable[[object], int | None] = lambda key: None


class LazyRows(LazySequence[ListRow]):
    """The rows of several parts, each made once."""

    def __init__(self, parts: Sequence[Part]) -> None:
        """Make the rows of some parts."""
        super().__init__(part.length for part in parts)
        self._parts = parts
        self._made: dict[int, ListRow] = {}

    def _at(self, index: int) -> ListRow:
        row = self._made.get(index)
        if row is None:
            number = bisect_right(self._ends, index)
            part = self._parts[number]
            row = self._made[index] = part.make(index - self._ends[number] + part.length)
        return row

    def find(self, key: object) -> int | None:
        """Return the index of the row with a key; None where there is none."""
        for end, part in zip(self._ends, self._parts, strict=True):
            at = part.find(key)
            if at is not None:
                return end - part.length + at
        return None


def heading(label: str) -> Part:
    """Return a heading's row."""
    return Part(1, lambda _index: ListRow(label, role="heading"))


def index_of(rows: Sequence[ListRow], key: object) -> int | None:
    """Return the index of the row with a key; None where there is none."""
    if key is None:
        return None
    if isinstance(rows, LazyRows):
        return rows.find(key)
    return next((at for at, row in enumerate(rows) if row.key == key), None)


def between(count: int, places: Sequence[int], make: Callable[[int], ListRow], other: Callable[[int], ListRow]) -> Part:
    """Return a part of rows that have others between them.

    Args:
        count: How many rows there are, without the others.
        places: For each of the others, how many rows are before it.
        make: Makes a row.
        other: Makes one of the others.
    """
    others = [place + at for at, place in enumerate(places)]

    def made(index: int) -> ListRow:
        before = bisect_right(others, index)
        if before and others[before - 1] == index:
            return other(before - 1)
        return make(index - before)

    return Part(count + len(places), made)
