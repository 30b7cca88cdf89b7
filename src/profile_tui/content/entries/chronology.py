"""Lists in the order of their dates: where an entry of a date belongs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from profile_tui.content.entries.entry import Field, Values, text_in
from profile_tui.text.pattern import lazily

_ISO = lazily(r"\d{4}(?:-\d\d){0,2}")


def when(fields: Iterable[Field], values: Values) -> str:
    """Return the date by which a list may be sorted, in ISO form at any precision; empty where an entry has none."""
    for field in fields:
        if field.type in ("date", "period", "year"):
            date = text_in(values, field.name)
            return date if _ISO.fullmatch(date) else _in_words(date) if date and field.type == "period" else ""
    return ""


def _in_words(date: str) -> str:
    """Return a date as a page has it, or the first of a range, in ISO form; empty where it tells none."""
    from profile_tui.content.entries import dates

    found = dates.at(date, 0)
    return found.iso if found else ""


def index_of(dates: Sequence[str], new: str) -> int | None:
    """Return the number of the entry, from 0, that a new one belongs before.

    None where the list does not tell, and where the new one is the newest: a list may keep other things beside its end.

    Of entries of one date the new one comes first where the newest do, and last where the oldest do. Dates are compared
    at the precision that both have.

    Args:
        dates: The dates of the list, empty for entries that have none.
        new: The new date.
    """
    known = [(index, date) for index, date in enumerate(dates) if date]
    steps = {compared(earlier, later) for (_, earlier), (_, later) in pairwise(known)} - {0}
    if not new or not known or len(steps) > 1:
        return _between(known, new) if new and known else None
    if steps == {-1}:
        after = [index for index, date in known if compared(date, new) <= 0]
        return None if len(after) == len(known) else after[-1] + 1 if after else known[0][0]
    before = [index for index, date in known if compared(date, new) <= 0]
    return None if len(before) == len(known) else before[0] if before else known[-1][0] + 1


def compared(first: str, second: str) -> int:
    """Return 1 where a date is the later one, -1 where it is the earlier one, 0 where they may be the same."""
    size = min(len(first), len(second))
    return (first[:size] > second[:size]) - (first[:size] < second[:size])


def _between(known: Sequence[tuple[int, str]], new: str) -> int | None:
    """Return the place in a list out of order before which all are newer, and after which all are older."""
    split = next((at for at, (_, date) in enumerate(known) if compared(date, new) <= 0), 0)
    if split and all(compared(date, new) <= 0 for _, date in known[split:]):
        return known[split][0]
    return None
