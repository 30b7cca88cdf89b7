"""A date or a range of dates, as `2019.06 - now`: how a list writes one that was typed, and when two mean the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from profile_tui.content.entries import dates
from profile_tui.content.entries.dates import FoundDate


def written(typed: str, write: Callable[[str], str]) -> str:
    """Return a period with its dates as a list writes them; what is between and beside them stays as typed.

    Where the list's way of writing would leave a part of a date out, a date in a range stays, too: both ends count.

    Args:
        typed: The period.
        write: Returns how the list writes a date in ISO form.
    """
    pieces = list(_pieces(typed))
    return "".join(_rewritten(date, piece, write, whole=len(pieces) == 1) for date, piece in pieces)


def _rewritten(date: FoundDate | None, piece: str, write: Callable[[str], str], *, whole: bool) -> str:
    """Return a piece of a period as the list writes it; `whole`: it is all of it."""
    if date is None or len(date.iso) == 4:
        return piece
    written = write(date.iso)
    again = dates.at(written, 0)
    if again is None or not (again.iso == date.iso or (whole and date.iso.startswith(f"{again.iso}-"))):
        return piece
    return written


def same(meant: str, got: str) -> bool:
    """Return whether two periods are of the same dates, with the same words beside them."""
    return [_said(*piece) for piece in _pieces(meant)] == [_said(*piece) for piece in _pieces(got)]


def _said(date: FoundDate | None, piece: str) -> str:
    """Return what a piece of a period says."""
    return date.iso if date is not None else "".join(piece.split())


def _pieces(period: str) -> Iterator[tuple[FoundDate | None, str]]:
    """Yield dates and what is around them; a season is no date, since no list could write it another way."""
    at = 0
    while date := dates.search(period, at):
        if at < date.start:
            yield None, period[at : date.start]
        is_season = any(name == "season" for *_unused, name in date.fields)
        yield None if is_season else date, period[date.start : date.end]
        at = date.end
    if at < len(period):
        yield None, period[at:]
