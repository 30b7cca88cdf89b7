"""What is typed in a field, and the value that it means."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from profile_tui.content.entries import dates, typed
from profile_tui.content.entries.entry import Author, Entry, Field, Value, authors_in, authors_of, links_of, text_in
from profile_tui.text.catalogue import _
from profile_tui.text.errors import UsageError


def as_text(field: Field, value: Value) -> str:
    """Return a value as it stands in a field."""
    if value is None:
        return ""
    if not isinstance(value, tuple):
        return " ".join(str(value).split("\n"))  # a line break of the source is a blank to its readers
    if people := authors_of(value):
        names = [person.name + "".join(person.marks) for person in people]
        return ("; " if any("," in name for name in names) else ", ").join(names)
    return "\n".join(f"{part.label}={part.url}" for part in links_of(value))


def as_value(field: Field, text: str, own: frozenset[str], today: Callable[[], date], before: Value = None) -> Value:
    """Return the value that a field's text means.

    Args:
        field: The field.
        text: What is in it.
        own: The names under which the page shows its owner.
        today: The day that `today` means.
        before: What the entry has there: links of it that stay are not looked at anew.

    Raises:
        UsageError: It means none.
    """
    stripped = text.strip()
    if field.type == "authors":
        return _authors(stripped, own)
    if field.type == "links":
        known = {as_text(field, (link,)): link for link in links_of(before)}
        return tuple(known.get(line) or typed.link(line) for line in stripped.splitlines() if line.strip())
    if not stripped:
        return None
    if field.type == "date":
        return dates.parse(joined(stripped), today())
    if field.type == "year":
        if not (stripped.isascii() and stripped.isdigit() and len(stripped) == 4):
            raise UsageError(_("“{stripped}” isn't a year; type four digits, such as 2026").format(stripped=stripped))
        return int(stripped)
    return joined(stripped)


def joined(text: str) -> str:
    """Return a text that was typed over several lines as the one line that it is in the file."""
    return " ".join(line.strip() for line in text.split("\n") if line.strip()) if "\n" in text else text


def _authors(text: str, own: frozenset[str]) -> tuple[Author, ...]:
    """Return the authors that a field's text means, the user told from the others."""
    return tuple(author._replace(is_self=_folded(author.name) in own) for author in typed.authors(text))


def own_names(entries: Sequence[Entry]) -> dict[str, str]:
    """Return the names that the page sets off as its owner's, as written, by their folded form."""
    names: dict[str, str] = {}
    for entry in entries:
        for person in authors_in(entry.values):
            if person.is_self:
                names.setdefault(_folded(person.name), person.name)
    return names


def _folded(name: str) -> str:
    """Return a name for comparing."""
    return " ".join(name.split()).casefold()


def written_date(text: str, entry: Entry) -> str:
    """Return an entry's date as the page writes it, if that can be read back; else in ISO form."""
    iso = text_in(entry.values, "date")
    slot = entry.slots.get("date")
    written = slot.of(text) if slot else ""
    return written if written and _means(written) == iso else iso


def today_as_written(text: str, entries: Sequence[Entry], today: date) -> str:
    """Return today's date, as precise as the page's newest and in its shape."""
    dated = [entry for entry in entries if "date" in entry.slots and entry.values.get("date")]
    found_dates = [
        model for entry in dated[:20] if (model := dates.at(text, entry.slots["date"].start, language=entry.language))
    ]
    if not found_dates:
        return today.isoformat()[:7]
    iso = today.isoformat()[: len(found_dates[0].iso)]
    formats = [dates.DateFormat.of(model) for model in found_dates if len(model.iso) == len(found_dates[0].iso)]
    common = dates.common(formats)
    written = common.write(iso, formats, dated[0].language) if common else iso
    return written if _means(written) == iso else iso


def date_of(written: str, iso: str) -> str:
    """Return the date that a file has, without the time after it; in ISO form where it has another or none."""
    found_date = dates.at(written, 0)
    bare = written[: found_date.end] if found_date else ""
    return bare if bare and _means(bare) == iso else iso


def today_like(written: str, today: date) -> str:
    """Return today's date, as precise as another and in its shape; a whole day in ISO form where there is none."""
    found_date = dates.at(written, 0)
    if found_date is None:
        return today.isoformat()
    iso = today.isoformat()[: len(found_date.iso)]
    again = dates.DateFormat.of(found_date).write(iso)
    return again if _means(again) == iso else today.isoformat()


def month_later(typed: str, by: int, today: date) -> str:
    """Return a date some months later, in the same shape; a bare year goes on by years. What isn't a date stays."""
    text = typed.strip()
    iso = _means(text, today) if text else today.isoformat()[:7]
    if not iso:
        return typed
    year, *rest = (int(part) for part in iso.split("-"))
    if not rest:
        later = f"{year + by:04}"
    else:
        count = year * 12 + rest[0] - 1 + by
        later = f"{count // 12:04}-{count % 12 + 1:02}"
        if len(rest) > 1:
            later += f"-{min(rest[1], _days(count // 12, count % 12 + 1)):02}"
    return _written_like(text, later)


def day_later(typed: str, by: int, today: date) -> str:
    """Return a date some days later, in the same shape. What isn't a day stays."""
    text = typed.strip()
    iso = _means(text, today) if text else today.isoformat()
    if iso.count("-") < 2:
        return typed
    try:
        return _written_like(text, (date.fromisoformat(iso) + timedelta(days=by)).isoformat())
    except OverflowError:
        return typed


def period_later(typed: str, at: int, later: Callable[[str], str]) -> str:
    """Return a range of dates with one of them later.

    Args:
        typed: The range; what is between and beside its dates stays.
        at: The cursor: the date at or before it is meant, or the first.
        later: Gives a date later.
    """
    places: list[tuple[int, int]] = []
    while date_there := dates.search(typed, places[-1][1] if places else 0):
        places.append((date_there.start, date_there.end))
    if not places:
        return later(typed)
    start, end = next((place for place in reversed(places) if place[0] <= at), places[0])
    return typed[:start] + later(typed[start:end]) + typed[end:]


def _written_like(text: str, iso: str) -> str:
    """Return a date in the shape of a text; in ISO form where the text isn't a date or that would not be read so."""
    found_date = dates.at(text, 0) if text else None
    written = dates.DateFormat.of(found_date).write(iso) if found_date and found_date.end == len(text) else iso
    return written if _means(written) == iso else iso


def _days(year: int, month: int) -> int:
    """Return how many days a month has."""
    return (date(year + month // 12, month % 12 + 1, 1) - date(year, month, 1)).days


def _means(text: str, today: date | None = None) -> str:
    """Return the date that a text means, in ISO form; empty where it means none."""
    try:
        return dates.parse(text, today)
    except UsageError:
        return ""
