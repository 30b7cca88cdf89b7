"""The dates of collection files, as Jekyll takes them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, tzinfo

from profile_tui.content.entries import dates
from profile_tui.text.pattern import lazily

_ISO = lazily(r"(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|(\d{2})(\d{2}))(?!\d)|(\d{4})/(\d{1,2})(?![\d/])")
_DAY_FIRST = lazily(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)")
_TIME = lazily(r"[T ]\s*(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*(Z|[-+]\d{2}:?\d{2})?")
_ZONED = lazily(r"\d:\d\d[\d:.]*\s*(?:Z|[-+]\d{2}:?\d{2})")
_IN_NAME = lazily(r"(?:.*/)?(\d{2,4}-\d{1,2}-\d{1,2})-")


def read(value: str) -> tuple[str, int] | None:
    """The day that Jekyll reads, in ISO form, and the minutes of the time after it; None where the build would fail.

    Args:
        value: The date as the front matter has it.
    """
    text = value.strip()
    if match := _ISO.match(text):
        year, month, day = _numbers(match)
        end = match.end()
    elif match := _DAY_FIRST.match(text):
        day, month, year = int(match[1]), int(match[3]), int(match[4])
        end = match.end()
    else:
        spelled = dates.at(text, 0)
        if spelled is None or not spelled.in_english or not any(name == "mon" for _, _, name in spelled.fields):
            return None
        year, month, day = ([int(part) for part in spelled.iso.split("-")] + [1, 1])[:3]
        end = spelled.end
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return f"{year:04}-{month:02}-{day:02}", _minutes(text[end:])


def _numbers(match: re.Match[str]) -> tuple[int, int, int]:
    """Year, month and day of a date in figures."""
    if match[7]:
        return int(match[7]), int(match[8]), 1
    return int(match[1]), int(match[3] or match[5]), int(match[4] or match[6])


def in_name(name: str) -> str | None:
    """The date that a file's name gives, in ISO form; None where it gives none."""
    match = _IN_NAME.match(name)
    day = read(match[1]) if match else None
    return day[0] if day else None


def _minutes(text: str) -> int:
    """The minutes since midnight, UTC, of the time after a date."""
    match = _TIME.match(text)
    if match is None:
        return 0
    offset = (match[4] or "Z").replace(":", "")
    east = 0 if offset == "Z" else (int(offset[1:3]) * 60 + int(offset[3:])) * (-1 if offset[0] == "-" else 1)
    return int(match[1]) * 60 + int(match[2]) - east


def clock() -> datetime:
    """Return the moment it is, in the user's own time zone."""
    return datetime.now().astimezone()


def zone(config: Mapping[str, object]) -> tzinfo:
    """Return the time zone of dates that name none: the configuration's, else that of the machines that build sites."""
    name = config.get("timezone")
    if not isinstance(name, str) or name in ("UTC", "Etc/UTC"):
        return UTC
    from zoneinfo import ZoneInfo  # few sites name a zone, and most calls compare no dates

    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # ZoneInfoNotFoundError is a KeyError
        return UTC


def moment(value: str, zone: tzinfo) -> datetime | None:
    """Return the moment that Jekyll takes a date for; None where the build would fail.

    Args:
        value: The date as the front matter or a file's name has it.
        zone: The zone of a date that names none.
    """
    date = read(value)
    if date is None:
        return None
    year, month, day = (int(part) for part in date[0].split("-"))
    if year < 1:
        return None
    named = _ZONED.search(value) is not None
    # Ruby takes 31 February for a day of March
    return datetime(year, month, 1, tzinfo=UTC if named else zone) + timedelta(days=day - 1, minutes=date[1])


def is_day(iso: str) -> bool:
    """Whether the calendar has a day in ISO form."""
    from calendar import monthrange

    year, month, day = (int(part) for part in iso.split("-"))
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def whole(iso: str | None, today: date | None = None) -> str:
    """A date at the precision of a day: the first of what is left open; today where there is none."""
    if not iso:
        return (today or date.today()).isoformat()
    return "-".join([*iso.split("-"), "01", "01"][:3])


def like(model: str, iso: str, zone: tzinfo, now: datetime | None = None) -> str:
    """Return a day written as another date of the site is, its time of day and offset included.

    A day that has begun is never written as a moment to come: Jekyll would leave the entry out until then. It gets
    the time it is, or, in the past, its first moment where the user is.

    Args:
        model: The other date; empty where there is none.
        iso: The day.
        zone: The zone of dates that name none.
        now: The moment it is, in the user's zone; the clock's where left out.
    """
    now = now or clock()
    found_date = dates.at(model, 0)
    written, rest = (dates.DateFormat.of(found_date).write(iso), model[found_date.end :]) if found_date else (iso, "")
    again = read(written)
    if again is None or again[0] != iso:
        written, rest = iso, ""
    if not _hidden(iso, written + rest, zone, now):
        return written + rest
    return written + _time_like(rest, now, "00:00:00" if iso < now.date().isoformat() else f"{now:%H:%M:%S}")


def needs_time(iso: str, zone: tzinfo, now: datetime | None = None) -> bool:
    """Tell whether a day that has begun where the user is has not begun in the zone of the site's dates."""
    return _hidden(iso, iso, zone, now or clock())


def _hidden(iso: str, value: str, zone: tzinfo, now: datetime) -> bool:
    """Tell whether the date of a day that has begun is later than now."""
    when = moment(value, zone)
    return iso <= now.date().isoformat() and when is not None and when > now


def _time_like(rest: str, now: datetime, time: str) -> str:
    """Return a time of day with the user's offset, in the form of what another date of the site ends in."""
    match = _TIME.match(rest)
    if match and not match[3]:
        time = time[:5]
    offset = now.strftime("%z")[:5]
    if match and ":" in (match[4] or ""):
        offset = f"{offset[:3]}:{offset[3:]}"
    blank = "" if match and match[4] and not rest[: match.start(4)].endswith(" ") else " "
    return ("T" if rest.startswith("T") else " ") + time + blank + offset


def with_year(text: str, year: int) -> str:
    """A date with another year; on 29 February, the 28th where that year has none."""
    changed = re.sub(r"(?<!\d)(?:19|20)\d\d(?!\d)", str(year), text, count=1)
    match = _ISO.match(changed)
    if match and _numbers(match)[1:] == (2, 29) and not is_day(f"{year}-02-29"):
        return changed[: match.end() - 2] + "28" + changed[match.end() :]
    return changed
