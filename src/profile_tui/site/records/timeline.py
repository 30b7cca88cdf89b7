"""Entries of timelines in data files: a date or two, and what was done where, each under a key of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from profile_tui.content.entries import dates, period
from profile_tui.content.entries.entry import Value, Values, text_in, text_of
from profile_tui.markup import escape
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused
from profile_tui.text.pattern import lazily

Data = Mapping[str, Any]

_DATES = ("date", "year", "time", "dates", "years", "period", "duration", "when")
_RANGES = (("start_date", "end_date"), ("startDate", "endDate"), ("start", "end"), ("from", "to"))
_WORDS = (
    "degree", "studyType", "role", "position", "title", "name", "award", "area", "bullet", "label", "headline", "text",
    "company", "institution", "university", "organization", "employer", "school", "department", "awarder", "issuer",
    "publisher", "event", "venue", "where", "host", "location", "place",
)  # fmt: skip
_PARTED = lazily(r"\s+(?:-|–|—|to)\s+|\s*[–—]\s*")
_BETWEEN = ", "


def read(data: Data) -> dict[str, Value]:
    """An entry's fields from its keys."""
    text = _BETWEEN.join(str(data[key]).strip() for key in _keys(data))
    if not text and isinstance(data.get("items"), list):
        text = "; ".join(item for item in data["items"] if isinstance(item, str))
    return {"date": _date(data), "text": text}


def _keys(data: Data) -> list[str]:
    """The keys whose values make an entry's text, in their order."""
    return [key for key in _WORDS if isinstance(data.get(key), (str, int)) and data[key] not in (None, "", True, False)]


def _date(data: Data) -> str | None:
    """The date or the range of dates."""
    if pair := _pair((data,)):
        return " - ".join(str(data[key]) for key in pair if data.get(key) not in (None, "")) or None
    key = next((name for name in _DATES if data.get(name) not in (None, "", [], {})), None)
    return str(data[key]) if key else None


def _pair(models: Sequence[Data]) -> tuple[str, str] | None:
    """The keys of beginning and end, where the entries have them."""
    return next((pair for item in models for pair in _RANGES if any(key in item for key in pair)), None)


def normal(values: Values, models: Sequence[Data]) -> Values:
    """The values, a range written as it is read again where beginning and end have keys of their own."""
    if values.get("date") and _pair(models):
        return {**values, "date": " - ".join(_PARTED.split(text_in(values, "date").strip(), maxsplit=1))}
    return values


def plan(data: Data, values: Values, like: Sequence[Data], *, new: bool) -> dict[str, Any]:
    """The keys to set to have an entry say some fields.

    Raises:
        Refused: A field is told by several keys, and which of them is meant cannot be told.
    """
    made: dict[str, Any] = {}
    if values.get("text") is not None:
        made |= _text(data, escape.one_line(text_in(values, "text")), like, new=new)
    if "date" in values:
        made |= _dated(data, values.get("date"), like, new=new)
    return made


def _text(data: Data, typed: str, like: Sequence[Data], *, new: bool) -> dict[str, Any]:
    """The keys of a text."""
    items = next((item["items"] for item in (data, *like) if isinstance(item.get("items"), list)), None)
    if items is not None and not _keys(data):
        if not new and len(items) > 1:
            raise Refused(_("this entry holds several things; edit the file's source instead"))
        return {"items": [typed]}
    keys = _keys(data) or next((own for item in like if (own := _keys(item))), [])
    if not keys:
        raise Refused(_("the entries here have no place for a text; edit the file's source instead"))
    if not new:
        return _changed_part(data, typed, keys)
    cut = typed.split(_BETWEEN, len(keys) - 1)
    if len(cut) < len(keys):
        raise Refused(
            _("the entries here keep {listed} apart; write all of them, with a comma between").format(
                listed=_listed(keys)
            )
        )
    return dict(zip(keys, cut, strict=True))


def _changed_part(data: Data, typed: str, keys: Sequence[str]) -> dict[str, str]:
    """The one of the keys of an entry's text that was changed, where the text is put together of them all."""
    parts = [str(data.get(key) or "").strip() for key in keys]
    for at, key in enumerate(keys):
        before = "".join(part + _BETWEEN for part in parts[:at])
        after = "".join(_BETWEEN + part for part in parts[at + 1 :])
        if typed.startswith(before) and typed.endswith(after) and len(typed) > len(before) + len(after):
            return {key: typed[len(before) : len(typed) - len(after)]}
    raise Refused(
        _("{listed} have keys of their own here; change one at a time, or edit the file's source").format(
            listed=_listed(keys)
        )
    )


def _listed(keys: Sequence[str]) -> str:
    """Some keys in a sentence."""
    return _(" and ").join([", ".join(keys[:-1]), keys[-1]]) if len(keys) > 1 else keys[0]


def _dated(data: Data, typed: Value, like: Sequence[Data], *, new: bool) -> dict[str, Any]:
    """The keys of a date."""
    models = (data, *like)
    written = text_of(typed).strip()
    if pair := _pair(models):
        parts = [*_PARTED.split(written, maxsplit=1), ""][:2]
        if written and not parts[1] and data.get(pair[1]) and not new:
            raise Refused(_("beginning and end have keys of their own here; write both, as in 2020 - 2024"))
        both = zip(pair, parts, strict=True)
        return {key: _like(models, key, part) for key, part in both if part or (data.get(key) and not new)}
    key = next((name for item in models for name in _DATES if name in item), None)
    if key is None:
        raise Refused(_("the entries here have no place for a date; edit the file's source instead"))
    return {key: _like(models, key, written)}


def _like(models: Sequence[Data], key: str, written: str) -> str | int | None:
    """A value as others have there: of their type, with dates in their form."""
    if not written:
        return None
    others = [item[key] for item in models if item.get(key) not in (None, "")]
    if written.isdecimal() and len(written) < 10:
        return int(written) if any(isinstance(other, int) for other in others) else written
    dates_found = [date for other in others if (date := dates.search(str(other)))]
    formats = [dates.DateFormat.of(date) for date in dates_found if len(date.iso) > 4]
    common = dates.common(formats)
    return period.written(written, lambda iso: common.write(iso, formats)) if common else written
