"""What makes the readings of entries doubtful in scripts without capitals, as in East Asia; see `doubts`."""

from __future__ import annotations

from profile_tui.content.publications.cutting import letters
from profile_tui.content.publications.reading.by_hand import KANA_NAME
from profile_tui.content.publications.reading.entry_parts import ALL_FIELDS, NOTHING, Parts, is_set_off
from profile_tui.content.publications.reading.parts_signs import NOBODY, TITLES, DoubtRow
from profile_tui.content.publications.reading.signs import EAST
from profile_tui.text.pattern import lazily

_KANJI, _KANA = r"[\u4e00-\u9fff]", r"[\u3041-\u306d\u306f-\u30ff]{1,4}"
_EAST = lazily(f"[{letters.EAST}]")
_EAST_NAME = lazily(rf"{_KANJI}{{1,3}}{_KANA}|[\w ]*[ ・·．][\w ]*")
_EAST_BEGINS = lazily(rf"{_EAST.pattern}{{2,4}}(?:\s|$)|{_KANJI}{{1,3}}{_KANA}$")
_EAST_PART = lazily(rf" {_KANJI}{{2,4}}$|^{_KANJI}{{2,4}} |(?:^| ){_KANJI}{{1,3}}{_KANA}(?: |$)")
_OTHERS = lazily(r" 외 ?\d+ ?[인명]$| 등$")
"""What stands for others after a name in Korean."""
_COUNTED = lazily(r"第\s?\d|\d+[-–]\d+")
"""What counts a periodical's volumes or pages."""


def _eastern(parts: Parts) -> frozenset[str]:
    """All fields, where nobody is named, and what begins an entry may be a name of East Asia.

    So they are where words that are no name are among the people, or a stop parts some and a comma others.
    """
    if parts.entry.shown.text.isascii():
        return NOTHING
    if parts.people:
        people = [segment for segment in parts.people if _EAST.match(segment.text)]
        parted = {segment.before[-1:] for segment in people[1:]}
        others = [segment.text for segment in people if len(segment.text) > 4]
        is_parted = len(parted) > 1 and "." in parted
        return ALL_FIELDS if is_parted or not all(map(_EAST_NAME.fullmatch, others)) else NOTHING
    first = parts.entry.segments[0]
    begins = first in (*parts.title, *parts.venue, *parts.unread)
    return ALL_FIELDS if begins and not first.look and _EAST_BEGINS.match(first.text) else NOTHING


def _is_tight(parts: Parts) -> bool:
    """Whether a title is parted from the people as they are from each other, without a blank: those in it part more."""
    text, title, people = parts.entry.shown.text, parts.title, parts.people
    follows = people[0].start > title[-1].start
    between = text[title[-1].end : people[0].start] if follows else text[people[-1].end : title[0].start]
    return between in (",", "，", "、", ";", "；", "·", "・")


def _eastern_titles(parts: Parts) -> frozenset[str]:
    """All fields, where a title of East Asia has a stop or a name in it, or is quoted as books are.

    So they are where the venue has a name in it, or may be the last of the people, or is short as names are while the
    only one named is not, and where words are in no field.
    """
    title, venue, people = parts.title, parts.venue, parts.people
    if parts.entry.shown.text.isascii() or not any(_EAST.match(segment.text) for segment in title):
        return NOTHING
    if people and " " in title[0].text and (_is_tight(parts) or _OTHERS.search(title[0].text)):
        return ALL_FIELDS
    if title[-1].quoted and title[-1].after[:2] in ("”,", "”，") and _COUNTED.match(_behind(parts, title[-1].end)):
        return ALL_FIELDS
    parted = any({*segment.before} & set(".“”") for segment in title[1:])
    named = any(_EAST_PART.search(one.text) or KANA_NAME.fullmatch(one.text) for one in (*title, *venue))
    is_book = parts.entry.shown.text.startswith("『", title[0].start - 1) and venue and not venue[0].look
    return ALL_FIELDS if parted or named or is_book or _are_apart(parts) else NOTHING


def _behind(parts: Parts, end: int) -> str:
    """What is shown after a quoted title and the comma after it."""
    return parts.entry.shown.text[end + 2 :].lstrip()


def _are_apart(parts: Parts) -> bool:
    """Whether the venue may be the last of the people, or one of them turned, or words are in no field."""
    venue, people = parts.venue, parts.people
    last = people and not venue and len(people[-1].text) > 3
    turned = len(people) == len(venue) == 1 < len(venue[0].text) < 4 <= len(people[0].text)
    apart = any(_EAST.match(segment.text) and not segment.bracketed for segment in parts.unread)
    return bool(last or turned or apart)


def _without_capitals(parts: Parts) -> frozenset[str]:
    """All fields, where nobody is named, and a stop or comma is in a title whose script has no capitals for names."""
    title = parts.title
    if parts.entry.shown.text.isascii() or is_set_off(title[0]):
        return NOTHING
    first = title[0].text[0]
    has_case = first.lower() != first.upper() or not first.isalpha() or _EAST.match(first) is not None
    is_parted = any(segment.before[:1] in (".", ",", ";") for segment in title[1:])
    return ALL_FIELDS if is_parted and not has_case else NOTHING


DOUBTS: tuple[DoubtRow, ...] = (
    ((EAST,), _eastern),
    ((EAST,), _eastern_titles),
    ((NOBODY, TITLES), _without_capitals),
)
"""Its doubts with their signs, for `doubts.py`."""
