"""Dates that are told by words, from the day on which they are said: `yesterday`, `last month`, `3 days ago`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from profile_tui.text.pattern import lazily

if TYPE_CHECKING:
    from datetime import date

_DAYS = {
    "today": 0, "now": 0, "yesterday": -1, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2,
}  # fmt: skip
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
_SIDES = {"last": -1, "this": 0, "next": 1}
_BESIDE = lazily(r"(last|this|next)\s+(day|week|month|year)")
_AGO = lazily(r"(?:(in)\s+)?(?:about\s+)?(\d{1,4}|[a-z]+)\s+(day|week|month|year)s?(?:\s+(ago|from now|later))?")
_WEEKDAY = lazily(
    r"(?:(last|this|next|on)\s+)?"
    r"(mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thu(?:rs?)?(?:day)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)"
)


def told(typed: str, today: date | None = None) -> str | None:
    """Return the date that words tell, in ISO form: a day, a month or a year, as they say; None where they tell none.

    Args:
        typed: The words.
        today: The day on which they are said; the clock's where left out.
    """
    if today is None:
        from datetime import date

        today = date.today()
    words = " ".join(typed.lower().split())
    if words in _DAYS:
        return _days_later(today, _DAYS[words])
    if match := _BESIDE.fullmatch(words):
        return _later(today, _SIDES[match[1]], match[2])
    if match := _WEEKDAY.fullmatch(words):
        return _days_later(today, _days_to(match[2][:3], match[1] or "", today))
    return _counted(words, today)


def _counted(words: str, today: date) -> str | None:
    """Return the date that `3 days ago` or `in two weeks` tells; None where the words are no such."""
    match = _AGO.fullmatch(words)
    if match is None or bool(match[1]) == bool(match[4]):  # one of the two says which way
        return None
    number = int(match[2]) if match[2].isdecimal() else _NUMBERS.get(match[2])
    if number is None:
        return None
    return _later(today, -number if match[4] == "ago" else number, match[3])


def _days_to(weekday: str, which: str, today: date) -> int:
    """Return how many days it is to a day of the week: to the last one, unless the next or this week's is said."""
    by = _WEEKDAYS.index(weekday) - today.weekday()
    if which == "this":
        return by
    if which == "next":
        return by + 7 * (by <= 0)
    return by - 7 * (by >= 0) if which == "last" or by else 0


def _later(today: date, by: int, unit: str) -> str | None:
    """Return the date some units later: of days and weeks a day, of months a month, of years a year."""
    if unit in ("day", "week"):
        return _days_later(today, by * (7 if unit == "week" else 1))
    if unit == "year":
        year, month = today.year + by, None
    else:
        year, month = divmod(today.year * 12 + today.month - 1 + by, 12)
    if not 1 <= year <= 9999:
        return None
    return f"{year:04}" if month is None else f"{year:04}-{month + 1:02}"


def _days_later(today: date, by: int) -> str | None:
    """Return the date some days later; None where the calendar ends before."""
    from datetime import timedelta

    try:
        return (today + timedelta(days=by)).isoformat()
    except OverflowError:
        return None
