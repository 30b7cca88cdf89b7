"""The end of an item that says its date there: `A paper is accepted. (May 2026)`, `A talk in Bern — 2026-05`."""

from __future__ import annotations

from profile_tui.content.entries import dates
from profile_tui.content.entries.date_prefix import range_end
from profile_tui.text.named_tuple import NamedTuple
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span

_LONGEST = 160
"""Characters from what parts the date from the text to the item's end."""
_SEPARATOR = lazily(
    r"(?<=\S)\s*<br\s*/?>\s*|(?:\s|&nbsp;)+(?:-{1,3}|[–—―|·•])(?:\s|&nbsp;)*|[,，、]\s*|(?<=[.!?。！？])\s+|(?:\s|&nbsp;)+(?=[(（\[【*_`<\\])|"
    r"(?<=\S)(?=[(（\[【<])",
)
_OPEN = lazily(r"(?:[*_`]{1,3}|\\?\[|[(（【]|<(?P<tag>[A-Za-z]\w*)\b[^<>]*>)\s*")
_PAIRS = {"(": ")", "（": "）", "【": "】", "[": "]", "\\[": "\\]"}
_AFTER = lazily(r"\s*[.。]?\s*(?:<br\s*/?>)?\s*")
_WORD = lazily(r"\w")
_ENDS_IN_NUMBER = lazily(r"(?:19|20)\d\d\W*$")


class DateSuffix(NamedTuple):
    """What is after an item's text.

    Attributes:
        text_end: Where the text ends.
        date: The date's own characters.
        found: The date, read; the first of a range.
        end: Where the marks around the date end.
    """

    text_end: int
    date: Span
    found: dates.FoundDate
    end: int


def read(text: str, content: Span, *, ranges: bool = False, language: str = "") -> DateSuffix | None:
    """The end of an item whose text begins and ends with `content`; None where that is no date.

    Args:
        text: The page.
        content: The text with what may be its date.
        ranges: Whether `2019 - 2022` is a date here, as it is in timelines.
        language: The page's, where known.
    """
    if not any(map(str.isdigit, text[max(content.start, content.end - 24) : content.end])):
        return None
    for separator in _SEPARATOR.finditer(text, max(content.start + 1, content.end - _LONGEST), content.end):
        suffix = _from(text, separator.start(), separator.end(), content.end, ranges=ranges, language=language)
        before = Span(content.start, separator.start())
        if suffix and _is_apart(text, before, separator[0], suffix, may_be_year=ranges):
            return suffix
    return None


def _from(text: str, text_end: int, at: int, end: int, *, ranges: bool, language: str) -> DateSuffix | None:
    """The date with its marks that fills the rest of an item from `at` on."""
    opened: list[str] = []
    while mark := _OPEN.match(text, at, end):
        opened.append(f"</{mark['tag']}>" if mark["tag"] else mark[0].strip())
        at = mark.end()
    date = dates.at(text, at, end, language)
    if date is None:
        return None
    stop = range_end(text, date.end, end, language) if ranges else date.end
    after = stop
    for mark_open in reversed(opened):
        while after < end and text[after].isspace():
            after += 1
        closing = _PAIRS.get(mark_open, mark_open)
        if not text.startswith(closing, after):
            return None
        after += len(closing)
    rest = _AFTER.match(text, after, end)
    if rest is None or rest.end() != end:
        return None
    return DateSuffix(text_end, Span(date.start, stop), date, after)


def _is_apart(text: str, before: Span, separator: str, suffix: DateSuffix, *, may_be_year: bool) -> bool:
    """Whether a date is set apart from the text, and so no part of what that says.

    `may_be_year`: whether a year after a comma is one, which in news tells when something was that is named.
    """
    words = before.of(text)
    if not _WORD.search(words) or words.count("(") != words.count(")"):
        return False
    if "\n" in words.strip() and dates.search(words):
        return False  # of several lines, each may have a date of its own
    framed = suffix.end > suffix.date.end
    is_year = len(suffix.found.iso) == 4 and suffix.date.end == suffix.found.end
    if framed or separator.strip()[:1] not in (",", "，", "、", ""):
        return True
    # of `ICE 2023, 2024` neither year is the item's
    return (may_be_year or not is_year) and not _ENDS_IN_NUMBER.search(words)
