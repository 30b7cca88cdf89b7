"""The dates of collection files, as Jekyll takes them."""

from __future__ import annotations

import calendar
import re
from datetime import date

from profile_tui.content.entries import dates

_ISO = re.compile(r"(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|(\d{2})(\d{2}))(?!\d)|(\d{4})/(\d{1,2})(?![\d/])")
_DAY_FIRST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)")
_TIME = re.compile(r"[T ]\s*(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*(Z|[-+]\d{2}:?\d{2})?")
_IN_NAME = re.compile(r"(?:.*/)?(\d{2,4}-\d{1,2}-\d{1,2})-")


def read(value: str) -> tuple[str, int] | None:
    """The day that Jekyll reads, in ISO form, and the minutes of the time behind it; None where the build would fail.

    Args:
        value: The date as the front matter has it.
    """
    text = value.strip()
    if found := _ISO.match(text):
        year, month, day = _numbers(found)
        end = found.end()
    elif found := _DAY_FIRST.match(text):
        day, month, year = int(found[1]), int(found[3]), int(found[4])
        end = found.end()
    else:
        spelled = dates.at(text, 0)
        if spelled is None or not spelled.match.groupdict().get("mon"):
            return None
        year, month, day = ([int(part) for part in spelled.iso.split("-")] + [1, 1])[:3]
        end = spelled.end
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return f"{year:04}-{month:02}-{day:02}", _minutes(text[end:])


def _numbers(found: re.Match[str]) -> tuple[int, int, int]:
    """Year, month and day of a date in figures."""
    if found[7]:
        return int(found[7]), int(found[8]), 1
    return int(found[1]), int(found[3] or found[5]), int(found[4] or found[6])


def in_name(name: str) -> str | None:
    """The date that a file's name gives, in ISO form; None where it gives none."""
    found = _IN_NAME.match(name)
    day = read(found[1]) if found else None
    return day[0] if day else None


def _minutes(text: str) -> int:
    """The minutes since midnight, UTC, of the time behind a date."""
    found = _TIME.match(text)
    if found is None:
        return 0
    offset = (found[4] or "Z").replace(":", "")
    east = 0 if offset == "Z" else (int(offset[1:3]) * 60 + int(offset[3:])) * (-1 if offset[0] == "-" else 1)
    return int(found[1]) * 60 + int(found[2]) - east


def is_day(iso: str) -> bool:
    """Whether the calendar has a day in ISO form."""
    year, month, day = (int(part) for part in iso.split("-"))
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]


def whole(iso: str | None, today: date | None = None) -> str:
    """A date at the precision of a day: the first of what is left open; today where there is none."""
    if not iso:
        return (today or date.today()).isoformat()
    return "-".join([*iso.split("-"), "01", "01"][:3])


def like(model: str, iso: str) -> str:
    """A day written as another date of the site is, its time of day and offset included."""
    found = dates.at(model, 0)
    if found is None:
        return iso
    written = dates.Shape.of(found).write(iso)
    again = read(written)
    return written + model[found.end :] if again and again[0] == iso else iso


def with_year(text: str, year: int) -> str:
    """A date with another year; on 29 February, the 28th where that year has none."""
    changed = re.sub(r"(?<!\d)(?:19|20)\d\d(?!\d)", str(year), text, count=1)
    found = _ISO.match(changed)
    if found and _numbers(found)[1:] == (2, 29) and not calendar.isleap(year):
        return changed[: found.end() - 2] + "28" + changed[found.end() :]
    return changed
