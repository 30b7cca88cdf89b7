"""Dates of two short numbers, as `[10/25]`: which of them is the month, where the list tells."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from profile_tui.content.entries.entry import Entry, Unit
from profile_tui.text.pattern import lazily

if TYPE_CHECKING:
    from profile_tui.content.entries.section import Section

MONTH_YEAR, YEAR_MONTH = "-x-my", "-x-ym"
"""What the language of a list ends with whose dates are as `10/25`, or as `25/10`."""
PATTERNS = {
    MONTH_YEAR: (lazily(r"(?P<month>1[0-2]|0[1-9])/(?P<short>\d\d)(?![\d/]|[.-]\d)"),),
    YEAR_MONTH: (lazily(r"(?P<short>\d\d)/(?P<month>1[0-2]|0[1-9])(?![\d/]|[.-]\d)"),),
}
"""How such dates are written, by what the language of a list ends with."""
_BEFORE = r"\s*(?:[*_`(\[（【|]|\\\[|<\w+\b[^<>]*>|[^\w\s\x00-\x7f]|\s)*"
_BEHIND = r"(?![\d/]|[.-]\d)(?=\s*(?:[*_`)\]）】:：,，|]|\\\]|</|[-–—]\s)|\s+\S)"
_LEAD = lazily(rf"{_BEFORE}(?P<one>\d\d)/(?P<two>\d\d){_BEHIND}")
_DOUBTFUL_LEAD = lazily(rf"{_BEFORE}\d\d?[./’'-]\d\d?{_BEHIND}")
_MONTHS = 12
_PAUSE = 3
"""Years that may pass between two news of a list in which some are of one year."""


def form_of(text: str, section: Section, entries: Sequence[Entry]) -> str:
    """Return `MONTH_YEAR` or `YEAR_MONTH` where all units without another date begin so; empty where that isn't told.

    Args:
        text: The page.
        section: The section, as it was read.
        entries: What was read of it.
    """
    if section.language.endswith((MONTH_YEAR, YEAR_MONTH)):
        return ""
    dated = {entry.unit.content.start for entry in entries if "date" in entry.slots}
    pairs = []
    for unit in section.units:
        if unit.type not in ("item", "li", "paragraph", "cells", "row") or unit.content.start in dated:
            continue
        if match := _LEAD.match(text, *unit.content):
            pairs.append((int(match["one"]), int(match["two"])))
        elif unit.type != "paragraph":
            return ""
    return _form(pairs) if len(pairs) > 1 else ""


def leads(text: str, unit: Unit) -> bool:
    """Return whether a unit begins with two short numbers that may be its date: `10/25`, `9/25`, `09.25`."""
    return _DOUBTFUL_LEAD.match(text, *unit.content) is not None


def _form(pairs: list[tuple[int, int]]) -> str:
    """What pairs of numbers are, in page order; they may be days of a month as well, which most lists tell."""
    swapped = [(second, first) for first, second in pairs]
    forms = [form for form, dates in ((MONTH_YEAR, swapped), (YEAR_MONTH, pairs)) if _are_months(dates)]
    return forms[0] if len(forms) == 1 else ""


def _are_months(dates: list[tuple[int, int]]) -> bool:
    """Whether pairs are years and months: they run one way, and from year to year, which days of months do not."""
    if not all(1 <= month <= _MONTHS for _, month in dates):
        return False
    steps = [(first > second) - (first < second) for first, second in pairwise(dates)]
    gaps = [abs(first[0] - second[0]) for first, second in pairwise(dates)]
    runs = all(step >= 0 for step in steps) or all(step <= 0 for step in steps)
    return runs and (max(gaps) <= 1 or (min(gaps) == 0 and max(gaps) <= _PAUSE))
