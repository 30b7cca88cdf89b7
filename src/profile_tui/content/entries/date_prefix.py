"""The lead of an item: its date, in whatever is around it, and where its text begins."""

from __future__ import annotations

import re

from profile_tui.content.entries import dates
from profile_tui.text.dataclass import dataclass
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span

_BLANKS = r"\s|&nbsp;|&ensp;|&emsp;|\u00a0|\u200b|\u3000"
_OPEN = lazily(
    rf"\*{{1,3}}|_{{1,3}}|`+|\\?\[|\(|（|【|<(?P<tag>[A-Za-z][A-Za-z0-9]*)(?:\s[^<>]*)?>|(?P<skip>{_BLANKS}|\{{:[^}}\n]*\}}|[^\w\s\x00-\x7f])"
)
_CLOSING = {"(": ")", "（": "）", "【": "】", "[": "]", "\\[": "\\]"}
_SEPARATOR = lazily(r":(?![a-z_]+:)|[：,，、،؛՝։।|•·]|\\\||(?:-{1,3}|[–—―])(?=\s)|\.(?=[\s*_<)\]])|->|→")
_SPACE = lazily(rf"(?:{_BLANKS})+")
_CELL = lazily(r"(?:</?(?:td|th|div|p|dd|dt)(?:\s[^<>]*)?>|<br\s*/?>)", re.I)
_ATTRIBUTES = lazily(r"\{:[^}\n]*\}\s*")
"""An attribute list of kramdown's, which shows nothing."""
_RANGE = lazily(r"\s*(?:-{1,2}|–|—|~|～|至|to|until)\s*", re.I)
_NOW = lazily(r"(now|present|today|current|ongoing|至今|今|expected)(?:\s*\([^)]*\))?", re.I)


@dataclass(slots=True)
class DatePrefix:
    """What is before an item's text."""

    date: Span | None
    """The date's own characters."""
    found: dates.FoundDate | None
    """The date, read; the first of a range."""
    text_start: int
    """Where the text begins."""
    opened: tuple[str, ...] = ()
    """Marks and tags that began before the date and still are open where the text begins."""


def read(text: str, content: Span, *, ranges: bool = False, language: str = "") -> DatePrefix:
    """The lead of an item whose visible content is `content`.

    Args:
        text: The page.
        content: What is after the item's marker.
        ranges: Whether `2019 - 2022` is a date here, as it is in timelines.
        language: The page's, where known.
    """
    at = content.start
    opened: list[str] = []
    while at < content.end:
        if at > content.start or not text[at].isspace():
            date = dates.at(text, at, content.end, language)
            if date:
                break
        token = _OPEN.match(text, at, content.end)
        if token is None:
            return undated(text, content)
        if not token["skip"]:
            opened.append(token[0] if not token["tag"] else f"</{token['tag']}>")
        at = token.end()
    else:
        return undated(text, content)
    # where dates aren't ranges, one in marks of its own, or that a sign parts from the text, still is one date
    end = range_end(text, date.end, content.end, language)
    if not ranges and not opened and not _SEPARATOR.match(text, end):
        end = date.end
    after, still = _behind(text, end, content.end, opened)
    bare_year = len(date.iso) == 4 and end == date.end
    if after == end and after < content.end:
        return undated(text, content)  # a number that begins a word or a sentence
    blanks = _SPACE.match(text, end)
    if bare_year and not opened and not _SEPARATOR.match(text, blanks.end() if blanks else end):
        return undated(text, content)
    return DatePrefix(Span(date.start, end), date, after, tuple(still))


def undated(text: str, content: Span) -> DatePrefix:
    """The lead of an item without a date."""
    at = content.start
    while at < content.end and text[at].isspace():
        at += 1
    if attributes := _ATTRIBUTES.match(text, at, content.end):
        at = attributes.end()
    while cell := _CELL.match(text, at, content.end):
        at = cell.end()
        while at < content.end and text[at].isspace():
            at += 1
    return DatePrefix(None, None, at)


def range_end(text: str, at: int, end: int, language: str) -> int:
    """Where a range of dates ends that may go on at `at`."""
    dash = _RANGE.match(text, at, end) or _abroad("until", text, at, end, language)
    if dash is None:
        return at
    blanks = _SPACE.match(text, dash.end(), end)
    after = blanks.end() if blanks else dash.end()
    until = dates.at(text, after, end, language)
    if until:
        return until.end
    now = _NOW.match(text, after, end) or _abroad("now", text, after, end, language)
    return now.end() if now else at


def _abroad(which: str, text: str, at: int, end: int, language: str) -> re.Match[str] | None:
    """What is between the dates of a range (`until`), or ends one that goes on (`now`); in English, nothing."""
    blanks = _SPACE.match(text, at, end)
    start = blanks.end() if blanks else at
    if start >= end or (language[:2].lower() in ("", "en") and text[start].isascii()):
        return None
    from profile_tui.content.languages.headings import range_words

    return range_words(which).match(text, start, end)


def _behind(text: str, at: int, end: int, opened: list[str]) -> tuple[int, list[str]]:
    """Where the text begins after a date, and what still is open there."""
    waiting = list(opened)
    separated = False
    while at < end:
        if space := _SPACE.match(text, at, end):
            at = space.end()
        elif waiting and (closer := _closer(text, at, waiting)):
            at += len(closer)
        elif not separated and (mark := _SEPARATOR.match(text, at, end)):
            separated = True
            at = mark.end()
        elif silent := _CELL.match(text, at, end) or _ATTRIBUTES.match(text, at, end):
            at = silent.end()
        else:
            break
    return at, waiting


def _closer(text: str, at: int, waiting: list[str]) -> str | None:
    """What ends one of the marks that wait; takes it, and what was opened within it, off the list."""
    for index in range(len(waiting) - 1, -1, -1):
        closing = _CLOSING.get(waiting[index], waiting[index])
        if text.startswith(closing, at):
            del waiting[index:]
            return closing
    return None
