"""Dates as pages write them: what they mean, and how to write another one the same way.

A date on a page stays the text it is. It is read into ISO form at the precision it has (`2024`, `2024-09`,
`2024-09-18`), and its shape (order, separators, padding, month names) writes the next one. Numbers and English names
are read here; other names of months, by `languages.spelled`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from profile_tui.content.entries import short_dates
from profile_tui.content.entries.date_parts import DAY_FIRST, english_ordinal, in_digits_of, season
from profile_tui.content.languages import ERA
from profile_tui.text.catalogue import _
from profile_tui.text.dataclass import dataclass, replace
from profile_tui.text.errors import UsageError
from profile_tui.text.pattern import lazily

if TYPE_CHECKING:
    from datetime import date

    from profile_tui.content.languages.months import Naming

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
_BY_YEAR = tuple(
    lazily(pattern, re.I)
    for pattern in (
        rf"{_YEAR}\s*[年년]\s*{_MONTH}\s*[月월](?:\s*{_DAY}\s*[日일号號])?",
        rf"{_YEAR}\s?[./‐–-]\s?{_MONTH}\s?[./‐-]\s?{_DAY}",
        rf"{_YEAR}\s?[./‐–-]\s?{_MONTH}(?![\d])",
        rf"{_YEAR}[.,]?\s*{_MON}\b\.?(?:,?\s+{_DAY}(?!\w))?",
        rf"{_YEAR}\s*[年년](?!\s*\d)",
        rf"{_YEAR}(?!\d)",
    )
)
"""What begins with four digits, in the order in which they are tried."""
_BY_NUMBER = tuple(
    lazily(pattern, re.I)
    for pattern in (
        rf"{_DAY}(?:st|nd|rd|th)?\.?\s+{_MON}\b[.,]{{0,2}}\s*{_YEAR}",
        rf"(?P<one>\d{{1,2}})\u200f?(?P<dot>[/.-])\s?(?P<two>\d{{1,2}})\u200f?(?P=dot)\s?{_YEAR}(?:\s?г\.)?",
        rf"{_MONTH}\s?[/.-]\s?{_YEAR}(?:\s?г\.)?",
    )
)
_BY_MONTH = tuple(
    lazily(pattern, re.I)
    for pattern in (
        rf"{_MON}\b\.?,?\s{{0,2}}{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}",
        rf"{_MON}\b[.,]{{0,2}}\s*[-/]?\s*{_YEAR}",
        rf"{_MON}\b[.,]{{0,2}}\s*['’]?(?P<short>[0-3]\d)(?!\d)",
    )
)
_BY_SEASON = (lazily(rf"(?P<season>Spring|Summer|Autumn|Fall|Winter),?\s+{_YEAR}(?!\d)", re.I),)
_SEASONS = frozenset(("spr", "sum", "aut", "fal", "win"))
_ENGLISH = lazily(_MON, re.I)
_ORDINAL = lazily(r"(?P<english>st|nd|rd|th)\b|er\b|re\b|\.?[º°]")
_WORD_START = lazily(r"(?<!\w)(?=[^\W_])")
_LONGEST = 72
_NAMED = lazily(
    r"""\d{4}(?:\s?[^\x00-\x7f]|\.\s?[^\W_]|\s?m\.|\sg|\(e\)|-[^\W\d])   # a year, and what may name a month
    | \d{1,2}(?!\d)[^\n]{2,48}?\d{4}(?!\d)
    | [^\W\d](?:\S{0,24}(?:\s+\S+){0,2}?|\S{0,8}\s\d{1,2}\b[^\n]{2,40}?)[\s/-]+\d{4}(?!\d)""",
    re.X,
)
"""What is worth a look into the names of months that all languages have, on a page that is not known to be in one."""


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text."""

    start: int
    """Offset of its first character."""
    end: int
    """Offset after it."""
    iso: str
    """`2024`, `2024-09` or `2024-09-18`."""
    text: str
    """What it is in."""
    fields: tuple[tuple[int, int, str], ...]
    """Start, end and name of `year`, `month`, `day` and the like, in page order."""

    @property
    def span(self) -> tuple[int, int]:
        """Start and end."""
        return self.start, self.end

    @property
    def in_english(self) -> bool:
        """Whether it names no month, or names it in English."""
        names = [self.text[start:end] for start, end, name in self.fields if name == "mon"]
        return all(_ENGLISH.fullmatch(name.rstrip(".")) for name in names)


def at(text: str, start: int, end: int | None = None, language: str = "") -> FoundDate | None:
    """The date that stands at `start`; None where none does.

    Args:
        text: The text.
        start: Where the date begins.
        end: Where it has to end.
        language: The page's, where known. It tells which month `listopad` is, and which number of `5/3/2024` is a day.
    """
    stop = len(text) if end is None else end
    first = text[start : start + 1]
    if not first.isalnum() or (start and text[start - 1].isdigit()):
        return None
    found_date = _numbers(text, start, stop, language)
    named = found_date is not None and any(name == "mon" for *_unused, name in found_date.fields)
    doubtful = found_date is None or len(found_date.iso) == 4
    if (named and _abroad(language)) or (doubtful and (_abroad(language) or _NAMED.match(text, start, stop))):
        from profile_tui.content.languages import spelled

        other = spelled.at(text, start, stop, language)
        if other and (found_date is None or other.end > found_date.end):
            fields = tuple((part.start, part.end, part.name) for part in other.parts)
            return FoundDate(start, other.end, other.iso, text, fields)
    return found_date


def _abroad(language: str) -> bool:
    """Return whether a language is known, and not English."""
    return language[:2].lower() not in ("", "en")


def _numbers(text: str, start: int, stop: int, language: str) -> FoundDate | None:
    """The date of numbers, with or without an English month, that is at `start`."""
    source, offset = text, 0
    if text[start].isdigit() and not text[start].isascii():
        window = text[start : min(stop, start + _LONGEST)]
        source = "".join(str(int(digit)) if digit.isdecimal() else digit for digit in window)
        offset = start
    for pattern in (
        *_beginning(source[start - offset : start - offset + 4]),
        *short_dates.PATTERNS.get(language[-5:], ()),
    ):
        match = pattern.match(source, start - offset, stop - offset)
        if match and (read := _read(match, language)):
            iso, fields = read
            moved = tuple((first + offset, second + offset, name) for first, second, name in fields)
            return FoundDate(match.start() + offset, match.end() + offset, iso, text, moved)
    return None


def _beginning(letters: str) -> tuple[re.Pattern[str], ...]:
    """Return the patterns of dates that may begin with four letters or digits."""
    if letters[0].isdecimal():
        return _BY_YEAR if len(letters) == 4 and letters.isdecimal() else _BY_NUMBER
    word = letters[:3].lower()
    return _BY_MONTH if word in _NAMES else _BY_SEASON if word in _SEASONS else ()


def search(text: str, start: int = 0, end: int | None = None) -> FoundDate | None:
    """The first date in a range that is not part of a longer word or number."""
    stop = len(text) if end is None else end
    for word in _WORD_START.finditer(text, start, stop):
        found_date = at(text, word.start(), stop)
        if found_date:
            return found_date
    return None


def _read(match: re.Match[str], language: str) -> tuple[str, list[tuple[int, int, str]]] | None:
    """What the groups of a match mean, and where they are; None where that isn't a date."""
    got = {name: value for name, value in match.groupdict().items() if value is not None}
    year = got.get("year") or "20" + got.get("short", "")
    names = {name: name for name in got if name != "dot"}
    if "one" in got:
        day_first = _day_first(int(got["one"]), int(got["two"]), match[0], language)
        names |= {"one": "day", "two": "month"} if day_first else {"one": "month", "two": "day"}
        got |= {names["one"]: got["one"], names["two"]: got["two"]}
    month = int(got.get("month", 0)) or (_NAMES[got["mon"][:3].lower()] if "mon" in got else 0)
    day = int(got.get("day", 0))
    if month > 12 or day > 31:
        return None
    iso = "-".join([year, *([f"{month:02}"] if month else []), *([f"{day:02}"] if month and day else [])])
    return iso, sorted((*match.span(group), name) for group, name in names.items())


def _day_first(first: int, second: int, written: str, language: str) -> bool:
    """Whether the first of two numbers before a year is the day: with periods it is, with strokes not in English."""
    if first > 12 or second > 12:
        return first > 12
    return "." in written or "\u200f" in written or _abroad(language) or language == DAY_FIRST


@dataclass(frozen=True, slots=True)
class DateFormat:
    """How a date is written: literal pieces and fields, as `("", "year", ".", "month02")`."""

    parts: tuple[tuple[str, str], ...]
    """Pairs of a field's name (empty for literal text) and the text as it stood."""

    month: int = 0
    """The month of the date that it is taken from."""

    @classmethod
    def of(cls, found_date: FoundDate) -> DateFormat:
        """The shape of a date that was found."""
        parts: list[tuple[str, str]] = []
        done = found_date.start
        for start, end, name in found_date.fields:
            if start > done:
                parts.append(("", found_date.text[done:start]))
            if name == "mon" and found_date.text.startswith(".", end, found_date.end):
                end += 1
            parts.append((name, found_date.text[start:end]))
            done = end
        if done < found_date.end:
            parts.append(("", found_date.text[done : found_date.end]))
        return cls(tuple(parts), int(found_date.iso[5:7] or 0))

    @property
    def ambiguous(self) -> bool:
        """Whether another date's shape may tell more: `May` is short and long, `11` is padded or not."""
        return self.is_may or self._padded is None

    @property
    def is_may(self) -> bool:
        """Whether its month is `May`, which is short and long."""
        return any(name == "mon" and text.lower().rstrip(".") == "may" for name, text in self.parts)

    @property
    def _padded(self) -> bool | None:
        """Whether months and days have two digits always; None where all of these have two anyway."""
        numbers = [text for name, text in self.parts if name in ("month", "day")]
        if not numbers:
            return False
        return None if min(numbers) >= "10" and min(map(len, numbers)) > 1 else not any(len(n) == 1 for n in numbers)

    @property
    def _pads(self) -> bool:
        """Whether months and days are written with two digits; where its own do not tell, between signs they are."""
        names_month = any(name == "mon" or (not name and ("月" in text or "월" in text)) for name, text in self.parts)
        return not names_month if self._padded is None else self._padded

    def write(self, iso: str, beside: Sequence[DateFormat] = (), language: str = "") -> str:
        """An ISO date in this shape, at the precision that both have.

        Args:
            iso: The date.
            beside: The shapes of its neighbours: together they tell in which language months are named.
            language: The page's, where known.
        """
        year, month, day = ([int(part) for part in iso.split("-")] + [0, 0])[:3]
        values = {"year": str(year), "short": f"{year % 100:02}" if month else str(year), "era": str(year + ERA)}
        if month:
            values |= {"month": str(month), "mon": MONTHS[month - 1], "season": season(month)}
        if day:
            values["day"] = str(day)
        fields = dict(self.parts)
        naming = None
        if month and "mon" in fields:
            spelled = [(text, shape.month) for shape in (self, *beside) for name, text in shape.parts if name == "mon"]
            naming = _naming(spelled, language, day="day" in fields)
        if naming:
            values["mon"] = naming.write(month, fields["mon"], self.month, day=bool(day))
        return replace(self, parts=self._counted(day))._filled(values, named=naming is not None)

    def _counted(self, day: int) -> tuple[tuple[str, str], ...]:
        """The parts with what makes the day's number an ordinal, as it is for another day."""
        parts = list(self.parts)
        for at, (name, text) in enumerate(self.parts[:-1]):
            ordinal = _ORDINAL.match(parts[at + 1][1]) if name == "day" and not parts[at + 1][0] else None
            if ordinal and day:
                own = english_ordinal(day) if ordinal["english"] else ordinal[0] if day == 1 or int(text) > 1 else ""
                parts[at + 1] = ("", own + parts[at + 1][1][ordinal.end() :])
        return tuple(parts)

    def _filled(self, values: dict[str, str], *, named: bool) -> str:
        """The shape with values in its fields; without those that have none, and what goes with these.

        `named`: whether the month is written as it has to be.
        """
        padded = self._pads
        kept: list[str] = []
        pending = ""
        dropped = False
        for name, text in self.parts:
            if not name:
                pending = pending or text
                continue
            if name not in values:
                dropped = True
                if pending[:1] and pending[0] in "年月日년월일" and kept:
                    kept.append(pending[:1])
                    pending = ""
                continue
            if kept or not dropped:
                kept.append(pending)
            written = values[name] if named and name == "mon" else _like(name, text, values[name], padded=padded)
            kept.append(in_digits_of(text, written))
            pending = ""
        tail = self.parts[-1]
        if not tail[0] and (len(self.parts) < 2 or self.parts[-2][0] in values):
            kept.append(tail[1])
        return "".join(kept)


def _naming(spelled: Sequence[tuple[str, int]], language: str, *, day: bool) -> Naming | None:
    """Return how a page that names months like these names the others; None where that is in English."""
    if not _abroad(language) and all(_ENGLISH.fullmatch(text.rstrip(".")) for text, _unused in spelled):
        return None
    from profile_tui.content.languages import months

    naming = months.naming(spelled, language, day=day)
    return None if naming is None or naming.names == MONTHS else naming


def _like(name: str, model: str, value: str, *, padded: bool) -> str:
    """A field's value in the form that `model` has: short or long, upper case; `padded`: numbers with two digits."""
    if name in ("month", "day"):
        return value.zfill(2) if padded or (len(model) > 1 and int(model) < 10) else value
    if name == "mon" and model.endswith("."):
        return _like(name, model[:-1], value, padded=padded) + "."
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


def common(shapes: list[DateFormat]) -> DateFormat | None:
    """The first shape that tells all about itself; else the first, its month as one is named that is not `May`."""
    whole = next((shape for shape in shapes if not shape.ambiguous), shapes[0] if shapes else None)
    if whole is None or not whole.is_may:
        return whole
    named = next((shape for shape in shapes if "mon" in dict(shape.parts) and not shape.is_may), whole)
    month = dict(named.parts)["mon"]
    return DateFormat(tuple((name, month if name == "mon" else literal) for name, literal in whole.parts), named.month)


def parse(words: str, today: date | None = None) -> str:
    """What the user typed as a date, in ISO form.

    Args:
        words: `2026-11-21`, `2026-11`, `2026`, `Nov 2026`, `last month` or any date a page might hold.
        today: The day on which they are said; the clock's where left out.

    Raises:
        UsageError: It isn't a date.
    """
    typed = words.strip()
    if typed[-1:].isalpha():
        from profile_tui.content.entries import day_words

        if day := day_words.told(typed, today):
            return day
    found_date = at(typed, 0)
    if found_date is None or found_date.end != len(typed):
        raise UsageError(
            _(
                "“{typed}” isn't a date I recognise; try 2026-11, 2026-11-21, 2026, Nov 2026, yesterday or last month"
            ).format(typed=typed)
        )
    parts = [int(part) for part in found_date.iso.split("-")]
    if len(parts) == 3:
        from datetime import date

        try:
            date(*parts)
        except ValueError:
            raise UsageError(
                _("“{typed}” isn't a day of the calendar; write one that is, such as 2026-11-21").format(typed=typed)
            ) from None
    return found_date.iso


def descending(dates: list[str]) -> bool:
    """Whether dates in page order run from new to old, as nearly all pages do; true where that cannot be told."""
    steps = [
        (a[: min(len(a), len(b))] > b[: min(len(a), len(b))]) - (a[: min(len(a), len(b))] < b[: min(len(a), len(b))])
        for a, b in pairwise(dates)
    ]
    return sum(steps) >= 0
