"""Parts of a date: whether its day or month leads, what follows the number of a day, seasons, other digits."""

from __future__ import annotations

from collections.abc import Iterable

from profile_tui.text.pattern import lazily

DAY_FIRST = "en-GB"
"""The language of a list in English whose dates begin with the day."""
_NUMBERS = lazily(r"(\d{1,2})[/-]\s?(\d{1,2})[/-]\s?\d{4}")
_MONTHS = 12


def english_ordinal(day: int) -> str:
    """Return what English puts after the number of a day."""
    return "th" if 10 < day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def in_digits_of(model: str, written: str) -> str:
    """Return numbers in the digits that the model has, as those of Persian or Hindi."""
    digit = next((character for character in model if character.isdecimal()), "0")
    if digit.isascii():
        return written
    zero = ord(digit) - int(digit)
    return "".join(chr(zero + int(character)) if character.isdecimal() else character for character in written)


def season(month: int) -> str:
    """The season of a month."""
    return ("Winter", "Spring", "Summer", "Fall")[month % 12 // 3]


def day_leads(dates: Iterable[str]) -> bool:
    """Whether the first number of such dates is the day: one of them says so, and none the contrary."""
    pairs = [(int(match[1]), int(match[2])) for date in dates if (match := _NUMBERS.match(date))]
    return any(first > _MONTHS for first, _ in pairs) and all(second <= _MONTHS for _, second in pairs)
