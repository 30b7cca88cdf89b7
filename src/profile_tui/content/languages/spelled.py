"""Dates with the name of a month in any language: `14. října 2025`, `2025 m. spalio 14 d.`, `tháng 10 năm 2025`."""

from __future__ import annotations

from collections.abc import Iterator

from profile_tui.content.languages import ERA
from profile_tui.content.languages.months import folded, named, words
from profile_tui.text.named_tuple import NamedTuple
from profile_tui.text.pattern import lazily

_WINDOW = 72
"""No date is longer."""
_ORDERS = ("dmy", "my", "mdy", "ymd", "ydm", "ym")
_SPACE = r"(?:&nbsp;|[\s\u200e\u200f\u061c])*"
_BLANKS = lazily(_SPACE)
_GAP = lazily(rf"{_SPACE}[.,/،⹁'·‐-]{{0,2}}{_SPACE}")
_YEAR = lazily(r"(?:19|20)\d\d(?!\d)|(?P<era>2[45]\d\d)(?!\d)")
_DAY = lazily(r"(?:3[01]|[12]\d|0?[1-9])(?!\d)")


class DatePart(NamedTuple):
    """A field of a date: `day`, `mon`, `year`, or `era` for a year of Thailand."""

    name: str
    start: int
    end: int
    value: int
    closed: bool = False
    """Whether the month's language writes a period after the whole date."""
    doubtful: bool = False
    """Whether the month may be an English word, so that only a day beside it makes it a month."""


class Spelled(NamedTuple):
    """A date in a text."""

    end: int
    iso: str
    parts: tuple[DatePart, ...]


def at(text: str, start: int, stop: int, language: str) -> Spelled | None:
    """Return the date that stands at `start`; the longest where several do."""
    low = folded(text[start : min(stop, start + _WINDOW)])
    if not low[:1].isalnum() or not _YEAR.search(low):
        return None
    candidates = [
        _whole(low, parts)
        for begin in _beginnings(low)
        for order in _ORDERS
        for parts in _walk(low, begin, order, language)
        if parts[-1].name != "mon" or not low[parts[-1].end : parts[-1].end + 1].isalpha()
        if len(order) > 2 or language[:2].lower() != "en" or not any(part.doubtful for part in parts)
    ]
    if not candidates:
        return None
    best = max(candidates, key=lambda spelled: (spelled.end, len(spelled.parts)))
    moved = tuple(part._replace(start=part.start + start, end=part.end + start) for part in best.parts)
    return Spelled(best.end + start, best.iso, moved)


def _beginnings(low: str) -> Iterator[int]:
    """Yield where the first part of a date may begin."""
    yield 0
    for word in words("<"):
        blanks = _BLANKS.match(low, len(word)) if low.startswith(word) else None
        if blanks and (blanks.end() > len(word) or not word[-1].isalpha()):
            yield blanks.end()


def _walk(low: str, at: int, order: str, language: str) -> Iterator[tuple[DatePart, ...]]:
    """Yield the ways to read the parts of a date in an order."""
    for part in _read(low, at, order[0], language):
        if len(order) == 1:
            yield (part,)
            continue
        for offset in _gaps(low, part):
            for others in _walk(low, offset, order[1:], language):
                yield (part, *others)


def _read(low: str, at: int, what: str, language: str) -> Iterator[DatePart]:
    """Yield the day (`d`), month (`m`) or year (`y`) at a place, in each way it can be read."""
    if what == "m":
        for name in named(low, at, language):
            yield DatePart("mon", at, at + name.length, name.month, name.closed, name.doubtful)
    elif what == "d":
        if day := _DAY.match(low, at):
            yield DatePart("day", at, day.end(), int(day[0]))
    elif year := _YEAR.match(low, at):
        ahead = ERA if year["era"] else 0
        yield DatePart("era" if ahead else "year", at, year.end(), int(year[0]) - ahead)


def _gaps(low: str, part: DatePart) -> Iterator[int]:
    """Yield where the next part may begin, the nearest first."""
    ends = [part.end]
    if part.name == "day":
        ends += [part.end + len(word) for word in words("#") if low.startswith(word, part.end)]
    for end in ends:
        gap = _GAP.match(low, end)
        offset = gap.end() if gap else end
        yield offset
        for word in words("="):
            if low.startswith(word, offset) and (gap := _GAP.match(low, offset + len(word))):
                yield gap.end()


def _whole(low: str, parts: tuple[DatePart, ...]) -> Spelled:
    """Return a date with the word that ends it, as the `г.` of a year."""
    last = parts[-1]
    end = last.end
    if last.name != "mon":
        blanks = _BLANKS.match(low, end)
        offset = blanks.end() if blanks else end
        for word in (*words(">"), *(words("#") if last.name == "day" else ())):
            after = offset + len(word)
            if low.startswith(word, offset) and not (word[-1].isalpha() and low[after : after + 1].isalnum()):
                end = after
                break
    if any(part.closed for part in parts) and low.startswith(".", end):
        end += 1
    numbers = {"y" if part.name == "era" else part.name[0]: part.value for part in parts}
    iso = f"{numbers['y']}-{numbers['m']:02}" + (f"-{numbers['d']:02}" if "d" in numbers else "")
    return Spelled(end, iso, parts)
