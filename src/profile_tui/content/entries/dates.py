"""Dates as pages write them: what they mean, and how to write another one the same way.

A date on a page stays the text it is. It is read into ISO form at the precision it has (`2024`, `2024-09`,
`2024-09-18`), and its shape (order, separators, padding, month names) writes the next one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from profile_tui.text.errors import UsageError
from profile_tui.text.pattern import lazily

if TYPE_CHECKING:
    from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_NAMES = {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)}

_MON = (
    r"(?P<mon>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_MONTH = r"(?P<month>1[0-2]|0?[1-9])(?!\d)"
_DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])(?!\d)"
_PATTERNS = tuple(
    lazily(pattern, re.I)
    for pattern in (
        rf"{_YEAR}\s*年\s*{_MONTH}\s*月(?:\s*{_DAY}\s*日)?",
        rf"{_YEAR}\s?[./‐–-]\s?{_MONTH}\s?[./‐-]\s?{_DAY}",
        rf"{_YEAR}\s?[./‐–-]\s?{_MONTH}(?![\d])",
        rf"{_MON}\b\.?,?\s{{0,2}}{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}",
        rf"{_DAY}(?:st|nd|rd|th)?\.?\s+{_MON}\b[.,]{{0,2}}\s*{_YEAR}",
        rf"{_MON}\b[.,]{{0,2}}\s*[-/]?\s*{_YEAR}",
        rf"{_YEAR}[.,]?\s*{_MON}\b\.?",
        rf"{_MON}\b[.,]{{0,2}}\s*['’]?(?P<short>[0-3]\d)(?!\d)",
        rf"(?P<one>\d{{1,2}})(?P<dot>[/.-])(?P<two>\d{{1,2}})(?P=dot){_YEAR}",
        rf"{_MONTH}\s?[/.-]\s?{_YEAR}",
        rf"(?:(?P<season>Spring|Summer|Autumn|Fall|Winter),?\s+)?{_YEAR}(?!\d)",
    )
)
_WORD = lazily(r"\w")


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a text."""

    start: int
    """Offset of its first character."""
    end: int
    """Offset behind it."""
    iso: str
    """`2024`, `2024-09` or `2024-09-18`."""
    match: re.Match[str]
    """The groups tell its shape."""


def at(text: str, start: int, end: int | None = None) -> Found | None:
    """The date that stands at `start`; None where none does."""
    stop = len(text) if end is None else end
    if start and text[start - 1].isdigit():
        return None
    for pattern in _PATTERNS:
        match = pattern.match(text, start, stop)
        if match:
            iso = _iso(match)
            if iso:
                return Found(match.start(), match.end(), iso, match)
    return None


def search(text: str, start: int = 0, end: int | None = None) -> Found | None:
    """The first date in a range that is not part of a longer word or number."""
    stop = len(text) if end is None else end
    for word in _START.finditer(text, start, stop):
        found = at(text, word.start(), stop)
        if found:
            return found
    return None


_START = lazily(
    r"(?<![\w])(?=\d|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Spring|Summer|Fall|Autumn|Winter)", re.I
)


def _iso(match: re.Match[str]) -> str:
    """What the groups of a match mean; empty where that is no date."""
    got = match.groupdict()
    year = got.get("year") or ("20" + got["short"] if got.get("short") else "")
    if got.get("one"):
        one, two = int(got["one"]), int(got["two"])
        month, day = (two, one) if one > 12 else (one, two)
    else:
        month = int(got["month"]) if got.get("month") else _NAMES[got["mon"][:3].lower()] if got.get("mon") else 0
        day = int(got["day"]) if got.get("day") else 0
    if month > 12 or day > 31:
        return ""
    return "-".join([year, *([f"{month:02}"] if month else []), *([f"{day:02}"] if month and day else [])])


@dataclass(frozen=True, slots=True)
class Shape:
    """How a date is written: literal pieces and fields, as `("", "year", ".", "month02")`."""

    parts: tuple[tuple[str, str], ...]
    """Pairs of a field's name (empty for literal text) and the text as it stood."""

    @classmethod
    def of(cls, found: Found) -> Shape:
        """The shape of a date that was found."""
        match = found.match
        spans = sorted(
            (match.span(name), name) for name, value in match.groupdict().items() if value is not None and name != "dot"
        )
        if match.groupdict().get("one"):
            day_first = int(match["one"]) > 12
            names = {"one": "day" if day_first else "month", "two": "month" if day_first else "day"}
            spans = [(span, names.get(name, name)) for span, name in spans]
        parts: list[tuple[str, str]] = []
        done = match.start()
        for (start, end), name in spans:
            if start > done:
                parts.append(("", match.string[done:start]))
            parts.append((name, match.string[start:end]))
            done = end
        if done < match.end():
            parts.append(("", match.string[done : match.end()]))
        return cls(tuple(parts))

    @property
    def ambiguous(self) -> bool:
        """Whether another date's shape may tell more: `May` is short and long, `11` is padded or not."""
        return any(name == "mon" and text.lower() == "may" for name, text in self.parts) or self._padded is None

    @property
    def _padded(self) -> bool | None:
        """Whether months and days have two digits always; None where all of these have two anyway."""
        numbers = [text for name, text in self.parts if name in ("month", "day")]
        if not numbers:
            return False
        return None if min(numbers) >= "10" and min(map(len, numbers)) > 1 else not any(len(n) == 1 for n in numbers)

    def write(self, iso: str) -> str:
        """An ISO date in this shape, at the precision that both have."""
        year, month, day = ([int(part) for part in iso.split("-")] + [0, 0])[:3]
        values = {"year": str(year), "short": f"{year % 100:02}" if month else str(year)}
        if month:
            values |= {"month": str(month), "mon": MONTHS[month - 1], "season": _season(month)}
        if day:
            values["day"] = str(day)
        named = any(name == "mon" for name, _ in self.parts)
        characters = any("月" in text for name, text in self.parts if not name)
        padded = not (named or characters) if self._padded is None else self._padded
        kept: list[str] = []
        pending = ""
        dropped = False
        for name, text in self.parts:
            if not name:
                pending = pending or text
                continue
            if name not in values:
                dropped = True
                if pending[:1] in "年月日" and kept:
                    kept.append(pending[:1])
                    pending = ""
                continue
            if kept or not dropped:
                kept.append(pending)
            kept.append(_like(name, text, values[name], padded=padded))
            pending = ""
        tail = self.parts[-1]
        if not tail[0] and not dropped:
            kept.append(tail[1])
        return "".join(kept)


def _like(name: str, model: str, value: str, *, padded: bool) -> str:
    """A field's value in the form that `model` has: short or long, upper case; `padded`: numbers with two digits."""
    if name in ("month", "day"):
        return value.zfill(2) if padded else value
    if name == "mon":
        written = (
            value
            if len(model) > 4
            else value[:4]
            if len(model) == 4 and value == "September" and model.lower() == "sept"
            else value[:3]
        )
        if len(model) == 4 and model.lower() in ("june", "july"):
            written = value  # long or short cannot be told; long is never wrong
        return written.upper() if model.isupper() else written.lower() if model.islower() else written
    if name == "season":
        return value if model.lower() != "autumn" or value != "Fall" else "Autumn"
    return value


def _season(month: int) -> str:
    """The season of a month."""
    return ("Winter", "Spring", "Summer", "Fall")[month % 12 // 3]


def common(shapes: list[Shape]) -> Shape | None:
    """The first shape that tells all about itself; else the first."""
    return next((shape for shape in shapes if not shape.ambiguous), shapes[0] if shapes else None)


def parse(words: str, today: date | None = None) -> str:
    """What the user typed as a date, in ISO form.

    Args:
        words: `2026-11-21`, `2026-11`, `2026`, `Nov 2026`, `today` or any date a page might hold.
        today: The day that `today` means; the clock's where left out.

    Raises:
        UsageError: It is no date.
    """
    from datetime import date

    typed = words.strip()
    if typed.lower() in ("today", "now"):
        return (today or date.today()).isoformat()
    found = at(typed, 0)
    if found is None or found.end != len(typed):
        raise UsageError(f"{words!r} is no date; write 2026-11, 2026-11-21, 2026, Nov 2026 or today")
    parts = [int(part) for part in found.iso.split("-")]
    if len(parts) == 3:
        try:
            date(*parts)
        except ValueError:
            raise UsageError(f"{words!r} is no day of the calendar") from None
    return found.iso


def descending(dates: list[str]) -> bool:
    """Whether dates in page order run from new to old, as nearly all pages do; true where that cannot be told."""
    steps = [
        (a[: min(len(a), len(b))] > b[: min(len(a), len(b))]) - (a[: min(len(a), len(b))] < b[: min(len(a), len(b))])
        for a, b in pairwise(dates)
    ]
    return sum(steps) >= 0
