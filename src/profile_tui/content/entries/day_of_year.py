"""Dates without a year under a heading that is one, as `March 10` under `2025`: read, and written the same way."""

from __future__ import annotations

from profile_tui.content.entries import date_prefix, dates
from profile_tui.content.entries.date_prefix import DatePrefix
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span

_MONTH = r"[^\W\d_]{3,}\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th|\.|º|er)?"
_LEAD = lazily(r"(?:[\s*_`\[(（【]|\\\[|<[^<>/][^<>]*>|[^\w\s\x00-\x7f]\s)*")
_SAID = lazily(
    rf"(?P<east>\d{{1,2}}[月월](?:\s?\d{{1,2}}[日일])?)|{_MONTH}[ \u00a0]{_DAY}(?!\w)|{_DAY} {_MONTH}|{_MONTH}(?!\w)"
)
_ENDS = lazily(r"\s*(?:[:：,，、|*_`)\]）】]|[-–—](?=\s)|</)")
"""What is after a month, so that it isn't a word of a sentence, as in `May I`."""
_YEAR = lazily(r"(?:19|20)\d\d")
_WITHOUT = lazily(r"^\s*(?:19|20)\d\d\s*[年년]\s*|,?\s*(?:19|20)\d\d\s*$")


def read(text: str, content: Span, year: str, *, ranges: bool, language: str) -> DatePrefix | None:
    """Return the lead of an item whose date is a day or month of a year; None where it begins with no such date."""
    lead = _LEAD.match(text, content.start, content.end)
    day = _SAID.match(text, lead.end() if lead else content.start, content.end)
    if day is None or (not any(map(str.isdigit, day[0])) and not _ENDS.match(text, day.end(), content.end)):
        return None
    start, end = day.span()
    before, after = ("", f" {year}") if not day["east"] else (f"{year}{'년' if '월' in day[0] else '年'}", "")
    source = text[content.start : start] + before + day[0] + after + text[end : content.end]
    head = date_prefix.read(source, Span(0, len(source)), ranges=ranges, language=language)
    offset = start - content.start
    if not (head.date and head.found and head.date == (offset, offset + len(before + day[0] + after))):
        return None
    if len(head.found.iso) < 7 or head.found.iso[:4] != year:
        return None
    begins = content.start + head.text_start - len(before + after)
    return DatePrefix(Span(start, end), head.found, begins, head.opened)


def has_year(day: str) -> bool:
    """Return whether a date says its year."""
    return _YEAR.search(day) is not None


def written(day: str, iso: str, year: str, language: str) -> str | None:
    """Return a date of the year in the form of another one, without the year; None where that tells no form.

    Args:
        day: The other date as the page has it.
        iso: The date.
        year: The year of the other one.
        language: The page's.
    """
    for source in (f"{day} {year}", f"{year}年{day}", f"{year}년{day}"):
        match = dates.at(source, 0, language=language)
        if match and match.end == len(source):
            form = dates.DateFormat.of(match)
            return _WITHOUT.sub("", form.write(iso, [form], language))
    return None
