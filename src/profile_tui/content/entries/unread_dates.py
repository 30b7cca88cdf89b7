"""Items whose dates cannot be read for certain, beside which a date in another form would be wrong."""

from __future__ import annotations

from collections.abc import Sequence

from profile_tui.content.entries import dates, day_of_year, short_dates
from profile_tui.content.entries.entry import Entry, Unit
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span

_SOME_YEAR = "2000"
_LAST = lazily(r"[(\[（【]([^()\[\]（）【】]{3,24})[)\]）】]\W*\Z")
_SHORT = lazily(r"\d\d?/\d\d")
_FAR = 120
_AFTER_LEAD = lazily(r"(?<=\S)(?:\*{1,3}|_{2,3}|</\w+>|\]\([^()]*\))[\s,:;(—–-]{1,4}")
_BEFORE = lazily(r"[\s*_`]*(?:[^\W\d_]{2,10}(?:\.,|[.,])\s+|~+)")
"""A day of the week, or a sign of which no date is read: `Wed, 5 Mar 2025`."""
_AROUND = lazily(r"^[\s*_#>`:：-]+|[\s*_`:：-]+$|</?\w+[^<>]*>")


def check(text: str, entry: Entry, others: Sequence[Entry]) -> None:
    """Raise Refused where an item in which no date was read, or another of its list, seems to have one after all.

    Args:
        text: The page.
        entry: The item.
        others: The entries around.
    """
    beside = [other for other in others if other.unit.container == entry.unit.container and "date" not in other.slots]
    for each in (entry, *beside):
        _check(text, each.unit, each.language)


def _check(text: str, unit: Unit, language: str) -> None:
    """Raise Refused where an item seems to have a date."""
    if short_dates.leads(text, unit):
        raise Refused(
            _("I can't tell which of the numbers in these dates is the month; edit the section's source instead")
        )
    if _is_without_year(text, unit, language):
        raise Refused(_("the dates of these items don't say their year; edit the section's source instead"))
    if _is_within(text, unit, language):
        raise Refused(_("these items have their dates within the text; edit the section's source instead"))
    if _is_below_date(text, unit, language):
        raise Refused(_("these items are listed below dates of their own; edit the section's source instead"))


def _is_without_year(text: str, unit: Unit, language: str) -> bool:
    """Whether an item begins or ends with a month, or ends with short numbers."""
    content = unit.shown(text)
    if day_of_year.read(text, content, _SOME_YEAR, ranges=False, language=language):
        return True
    last = _LAST.search(text, *content)
    if last is None:
        return False
    written = f"{last[1].strip()} {_SOME_YEAR}"
    date = dates.at(written, 0, language=language)
    is_month = date is not None and date.end == len(written) and len(date.iso) > len(_SOME_YEAR)
    return is_month or _SHORT.fullmatch(last[1].strip()) is not None


def _is_within(text: str, unit: Unit, language: str) -> bool:
    """Whether a date is after an item's emphasized lead or its day of the week, or ends it within emphasis."""
    content = unit.shown(text)
    last = _LAST.search(text, *content)
    before = _BEFORE.match(text, *content)
    places = [
        match.end() for match in _AFTER_LEAD.finditer(text, content.start, min(content.end, content.start + _FAR))
    ]
    places += [*([last.start(1)] if last else []), *([before.end()] if before else [])]
    found = [dates.at(text, place, content.end, language) for place in places]
    return any(date is not None and len(date.iso) > len(_SOME_YEAR) for date in found)


def _is_below_date(text: str, unit: Unit, language: str) -> bool:
    """Whether the line above an item's list is a date and nothing else."""
    if unit.type not in ("item", "li"):
        return False
    line = text[: unit.container].rstrip().rpartition("\n")[2]
    words = _AROUND.sub("", _AROUND.sub("", line))
    date = dates.at(words, 0, language=language) if words else None
    return date is not None and Span(*date.span) == Span(0, len(words)) and len(date.iso) > len(_SOME_YEAR)
