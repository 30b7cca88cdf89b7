"""Whether the day or the month leads in dates of numbers alone, such as `3/5/2025`."""

from __future__ import annotations

from collections.abc import Iterable

from profile_tui.text.pattern import lazily

DAY_FIRST = "en-GB"
"""The language of a list in English whose dates begin with the day."""
_NUMBERS = lazily(r"(\d{1,2})[/-]\s?(\d{1,2})[/-]\s?\d{4}")
_MONTHS = 12


def day_leads(dates: Iterable[str]) -> bool:
    """Whether the first number of such dates is the day: one of them says so, and none the contrary."""
    pairs = [(int(match[1]), int(match[2])) for date in dates if (match := _NUMBERS.match(date))]
    return any(first > _MONTHS for first, _ in pairs) and all(second <= _MONTHS for _, second in pairs)
