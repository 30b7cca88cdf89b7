"""Where a title begins whose first words look like something else: a bracket, a year, a word that leads in a venue."""

from __future__ import annotations

from collections.abc import Sequence

from profile_tui.content.publications.cutting.phrases import is_state
from profile_tui.content.publications.cutting.segment import Segment
from profile_tui.content.publications.cutting.separators import LEAD
from profile_tui.content.publications.roles import role_table
from profile_tui.content.publications.roles.citation import Range

_PERSON = role_table.of_field("authors")
_PAIRS = {"(": ")", "[": "]"}
_BETWEEN = ("", ":", ")", "]")
"""What may be between such words and the others."""


def with_first_words(text: str, segments: Sequence[Segment], roles: str, block: Range) -> Range:
    """Return the segments of a title, with the one before them where that begins it.

    So do `(Not so) wet moss`, `In Search of Snow` and `1984 in maps` begin.
    """
    at, rest = block[0] - 1, segments[block[0]]
    if at < 0 or rest.before not in _BETWEEN:
        return block
    begin, is_small = segments[at], text[rest.start].islower()
    if begin.year:
        is_title = _is_no_date(roles, at, is_small=is_small) and not begin.bracketed
    elif not rest.before:
        leads = begin.before[-1:] in (".", "“") and begin.text[0].isupper() and begin.end + 1 == rest.start
        is_title = leads and LEAD.fullmatch(begin.text) is not None
    else:
        opens = begin.bracketed and begin.before[-1:] in _PAIRS and roles[at] == "O"
        is_title = opens and (is_small or _is_word(segments, roles, at))
    return (at, block[1]) if is_title else block


def _is_no_date(roles: str, at: int, *, is_small: bool) -> bool:
    """Whether a year before a title is not when it was published: another one is, before it or before small letters."""
    others = [number for number, role in enumerate(roles) if role == "Y" and number != at]
    return bool(others) and (is_small or others[0] < at)


def _is_word(segments: Sequence[Segment], roles: str, at: int) -> bool:
    """Whether a segment in brackets is a word after the people, and says nothing of how far the paper is."""
    begin = segments[at]
    follows = at and begin.before[0] == "." and roles[at - 1] in _PERSON
    return bool(follows) and begin.text.isalpha() and not is_state(begin.text)


def from_bracket(text: str, start: int, end: int) -> Range:
    """Return where a title is, with the bracket right before it that it closes."""
    opening = text[start - 1] if start else ""
    closed = text.find(_PAIRS[opening], start, end) if opening in _PAIRS else -1
    return (start - 1, end) if closed >= 0 and opening not in text[start:closed] else (start, end)
