"""A long list after a change, without building it anew: pieces of lists, moved when something of them is asked for."""

from __future__ import annotations

from abc import abstractmethod
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Generic, Protocol, Self, TypeVar, overload

from profile_tui.text.named_tuple import NamedTuple

_MOST = 1000
"""How many pieces there may be before all is put into one list."""


class Shift(NamedTuple):
    """How far a part of a page moved.

    Attributes:
        by: In characters.
        container: How far the lists moved that it is in, in characters.
        number: By how much its entries' numbers grew.
    """

    by: int = 0
    container: int = 0
    number: int = 0

    def then(self, other: Shift) -> Shift:
        """This one and another after it."""
        return Shift(self.by + other.by, self.container + other.container, self.number + other.number)


_STILL = Shift()


class Movable(Protocol):
    """What knows its place in a page."""

    def shifted(self, shift: Shift) -> Self:
        """The same, moved."""
        ...


T = TypeVar("T", bound=Movable)
U = TypeVar("U")


class _Piece(NamedTuple, Generic[T]):
    """A part of a list, and how far it moved since that was made."""

    base: Sequence[T]
    start: int
    stop: int
    shift: Shift


class LazySequence(Sequence[U]):
    """Items of several parts, one after the other, each made when it is asked for."""

    def __init__(self, lengths: Iterable[int]) -> None:
        """Make a sequence of parts that are so long."""
        self._ends = list(accumulate(lengths))

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    @overload
    def __getitem__(self, index: int) -> U: ...

    @overload
    def __getitem__(self, index: slice) -> list[U]: ...

    def __getitem__(self, index: int | slice) -> U | list[U]:
        if isinstance(index, slice):
            return [self._at(at) for at in range(*index.indices(len(self)))]
        at = index + len(self) if index < 0 else index
        if not 0 <= at < len(self):
            raise IndexError(index)
        return self._at(at)

    def __iter__(self) -> Iterator[U]:
        return map(self._at, range(len(self)))

    @abstractmethod
    def _at(self, index: int) -> U:
        """Return the item with an index that there is."""


class Pieces(LazySequence[T]):
    """Parts of lists, one after the other."""

    def __init__(self, pieces: Sequence[_Piece[T]]) -> None:
        """Made by `part` and `joined`."""
        super().__init__(piece.stop - piece.start for piece in pieces)
        self._pieces = pieces
        self._made: dict[int, T] = {}

    def _at(self, index: int) -> T:
        """One of them; made once, so that it stays the same object."""
        item = self._made.get(index)
        if item is None:
            number = bisect_right(self._ends, index)
            base, start, stop, shift = self._pieces[number]
            base_item = base[start + index - (self._ends[number] - (stop - start))]
            item = self._made[index] = base_item.shifted(shift) if any(shift) else base_item
        assert item is not None  # what a list holds is not None
        return item

    def unmoved(self) -> Iterator[T]:
        """Them with the places and numbers that they had when they were made, for what depends on neither."""
        for piece in self._pieces:
            yield from piece.base[piece.start : piece.stop]


def part(whole: Sequence[T], start: int, stop: int, shift: Shift = _STILL) -> Pieces[T]:
    """Some of a list, moved."""
    ends = whole._ends if isinstance(whole, Pieces) else [len(whole)]
    number = bisect_right(ends, start)
    at = ends[number - 1] if number else 0
    pieces: list[_Piece[T]] = []
    for piece, end in zip(_pieces(whole)[number:], ends[number:], strict=False):
        if max(start, at) >= stop:
            break
        first, last = max(start - at, 0), min(stop, end) - at
        pieces.append(_Piece(piece.base, piece.start + first, piece.start + last, piece.shift.then(shift)))
        at = end
    return Pieces(pieces)


def joined(*parts: Sequence[T]) -> Sequence[T]:
    """Lists as one."""
    pieces = [piece for part in parts for piece in _pieces(part)]
    whole: Pieces[T] = Pieces(pieces)
    return whole if len(pieces) < _MOST else list(whole)


def pairs(whole: Sequence[T]) -> Iterator[tuple[T, T, int]]:
    """Each two that follow one another, where they stood when they were made, and by how much both moved since."""
    end = 0
    for piece in _pieces(whole):
        if end:
            yield whole[end - 1], whole[end], 0
        for before, after in pairwise(piece.base[piece.start : piece.stop]):
            yield before, after, piece.shift.by
        end += piece.stop - piece.start


def _pieces(whole: Sequence[T]) -> Sequence[_Piece[T]]:
    """A list in pieces."""
    if isinstance(whole, Pieces):
        return whole._pieces
    return [_Piece(whole, 0, len(whole), _STILL)] if whole else []


def shared(before_change: Sequence[T], after_change: Sequence[T]) -> tuple[int, int]:
    """How many at the start and at the end of two lists are the same and, at the end, moved all alike."""
    first, second = list(_pieces(before_change)), list(_pieces(after_change))
    head = 0
    for before, after in zip(first, second, strict=False):
        if before.base is not after.base or before.start != after.start or before.shift != after.shift:
            break
        head += min(before.stop, after.stop) - before.start
        if before.stop != after.stop:
            break
    tail, moved = 0, None
    for before, after in zip(reversed(first), reversed(second), strict=False):
        apart = tuple(new - old for old, new in zip(before.shift, after.shift, strict=True))
        if before.base is not after.base or before.stop != after.stop or moved not in (None, apart):
            break
        moved = apart
        tail += before.stop - max(before.start, after.start)
        if before.start != after.start:
            break
    least = min(len(before_change), len(after_change)) - head
    return head, min(tail, least)
