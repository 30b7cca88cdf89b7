"""A date or a range of dates, as `2019.06 - now`: how a list writes one that was typed, and when two mean the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from profile_tui.content.entries import dates
from profile_tui.content.entries.dates import FoundDate


def written(typed: str, write: Callable[[str], str]) -> str:
    """Return a period with its dates as a list writes them; what stands between and beside them stays as typed.

    A date stays as well where the list's way of writing would leave a part of it out: in a range, both ends count.

    Args:
        typed: The period.
        write: Returns how the list writes a date in ISO form.
    """
    pieces = []
    for date, piece in _pieces(typed):
        other = write(date.iso) if date is not None and len(date.iso) > 4 else piece
        again = dates.at(other, 0) if other != piece else None
        pieces.append(other if date is not None and again is not None and again.iso == date.iso else piece)
    return "".join(pieces)


def same(meant: str, got: str) -> bool:
    """Return whether two periods are of the same dates, with the same words beside them."""
    return [_said(*one) for one in _pieces(meant)] == [_said(*one) for one in _pieces(got)]


def _said(date: FoundDate | None, piece: str) -> str:
    """Return what a piece of a period says."""
    return date.iso if date is not None else "".join(piece.split())


def _pieces(period: str) -> Iterator[tuple[FoundDate | None, str]]:
    """Yield dates and what stands around them; a season is no date, since no list could write it another way."""
    at = 0
    while date := dates.search(period, at):
        if at < date.start:
            yield None, period[at : date.start]
        is_season = any(name == "season" for *_unused, name in date.fields)
        yield None if is_season else date, period[date.start : date.end]
        at = date.end
    if at < len(period):
        yield None, period[at:]
