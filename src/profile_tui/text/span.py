"""Spans of a text and the splices that change it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import AnyStr

from profile_tui.text.named_tuple import NamedTuple


class Span(NamedTuple):
    """A half-open range of characters of `Source.text`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters that the span covers."""
        return text[self.start : self.end]

    def shifted(self, by: int) -> Span:
        """The same range, `by` characters further on."""
        return Span(self.start + by, self.end + by)

    def covers(self, other: Span) -> bool:
        """Whether `other` lies within."""
        return self.start <= other.start and other.end <= self.end


class Splice(NamedTuple):
    """Puts `text` in the place of `span`; an empty span inserts.

    `text` is a string, or a span of the text before the change, whose very bytes (line ends included) are copied:
    so a moved entry keeps its own line ends in a file that mixes them.
    """

    span: Span
    text: str | Span

    @classmethod
    def insert(cls, at: int, text: str | Span) -> Splice:
        """Puts `text` before character `at`."""
        return cls(Span(at, at), text)

    @classmethod
    def delete(cls, span: Span) -> Splice:
        """Takes `span` away."""
        return cls(span, "")


def in_order(splices: Iterable[Splice]) -> list[Splice]:
    """The splices by place; insertions at one place keep their order and are before a replacement that starts there.

    Raises:
        ValueError: Two of them overlap.
    """
    ordered = sorted(splices, key=lambda splice: (splice.span.start, splice.span.end))
    for before, after in pairwise(ordered):
        if after.span.start < before.span.end:
            raise ValueError(f"overlapping splices: {before.span} and {after.span}")
    return ordered


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """`text` with all `splices` made at once; their spans all refer to `text` as it was.

    Raises:
        ValueError: Two of them overlap.
    """
    pieces: list[str] = []
    done = 0
    for span, new in in_order(splices):
        pieces.append(text[done : span.start])
        pieces.append(new.of(text) if isinstance(new, Span) else new)
        done = span.end
    pieces.append(text[done:])
    return "".join(pieces)


def unlike(before: AnyStr, after: AnyStr) -> tuple[int, int, int]:
    """Where two texts differ: after what they share at the start, before what they share at the end.

    Returns:
        Where that begins in both, where it ends in `before`, and where in `after`.
    """
    size = min(len(before), len(after))
    start = shared(size, lambda low, high: before[low:high] == after[low:high])
    last, other_last = len(before), len(after)
    end = shared(
        size - start, lambda low, high: before[last - high : last - low] == after[other_last - high : other_last - low]
    )
    return start, last - end, other_last - end


_STRIDE = 1 << 16
"""Characters that are compared at once: so few that their copies stay in the cache of the processor."""


def shared(size: int, same: Callable[[int, int], bool]) -> int:
    """Return how far two texts are the same: in strides, then by halves, so that C compares them, not Python.

    Args:
        size: At most so far.
        same: Tells whether the texts are the same between two offsets.
    """
    low, high = 0, min(_STRIDE, size)
    while low < size and same(low, high):
        low, high = high, min(high + _STRIDE, size)
    while low + 1 < high:
        middle = (low + high) // 2
        if same(low, middle):
            low = middle
        else:
            high = middle
    return low


def replaced(text: str, span: Span, new: str) -> Splice | None:
    """Return the smallest splice that makes `new` of a range; None where it is that already.

    Args:
        text: The page.
        span: The range.
        new: What it is to hold; all kinds of line ends count as one.
    """
    old = span.of(text)
    new = new.replace("\r\n", "\n").replace("\r", "\n")
    if old == new:
        return None
    if not old and span.end == len(text) and not new.endswith("\n"):
        new += "\n"  # the first text of a file is a line like any other
    start, old_end, new_end = unlike(old, new)
    return Splice(Span(start, old_end).shifted(span.start), new[start:new_end])
