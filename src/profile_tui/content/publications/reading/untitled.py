"""Entries that show no title, as physicists list papers: people, a shortened journal, its volume and a page."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from profile_tui.content.entries.lexicon import ET_AL
from profile_tui.content.publications.cutting.form import are_initials, form_of, may_be_person
from profile_tui.content.publications.cutting.segment import Segment
from profile_tui.content.publications.reading.barred_venues import SHORT
from profile_tui.content.publications.reading.by_words import is_acronym
from profile_tui.content.publications.reading.signs import INITIALS, ONLY_PEOPLE, ONLY_VENUE, YEAR, Barred, Row
from profile_tui.markup.inline import Visible
from profile_tui.text.pattern import lazily

_JOINS = frozenset((",", "&", ",&", ";", ";&"))
_LONGEST_BEGIN = 6
"""Letters of a short form with which a journal begins."""
_FEW = 3
_NUMBERS = lazily(r"[A-Z]?\d[\dA-Z./–-]*")
_KEPT_AT = lazily(r"\[?(?:arxiv|hep-|astro-|cond-|gr-|quant-|nucl-|doi|http|10\.)", re.I)


def untitled(_: Visible, segments: Sequence[Segment]) -> Barred:
    """An entry of people with initials, a journal, a volume, a page and a year, and nothing else, has no title.

    So `R. Moss, S. Reed, Imag. Rev. Lett. 99, 022001 (2022)` is.
    """
    people = _people(segments)
    start = people + (0 < people < len(segments) and ET_AL.fullmatch(segments[people].text) is not None)
    volume = _volume(segments, start) if people and start < len(segments) else 0
    if not volume or not _ends_in_numbers(segments, volume):
        return
    yield from ((at, ONLY_PEOPLE) for at in range(people))
    yield from ((at, ONLY_VENUE) for at in range(start, volume))
    yield from ((at, "TBI") for at in (*range(people, start), *range(volume, len(segments))))


def is_untitled(barred: Mapping[int, str], count: int) -> bool:
    """Return whether rules say of each segment of an entry that it is no title."""
    return len(barred) == count > 0 and all("T" in roles for roles in barred.values())


def _people(segments: Sequence[Segment]) -> int:
    """Where the people end who begin an entry, each with initials before the surname; 0 where it begins otherwise."""
    stop = 0
    while stop + 1 < len(segments) and (not stop or segments[stop].before.replace("*", "") in _JOINS):
        given, family = segments[stop : stop + 2]
        if not are_initials(given) or family.before != "." or not may_be_person(family):
            break
        stop += 2
    return stop


def _volume(segments: Sequence[Segment], start: int) -> int:
    """Where the volume of a journal is that begins at a segment; 0 where none is."""
    if segments[start].before.strip("*.") != "," or not segments[start].text[0].isupper():
        return 0
    at = start + 1
    while at < len(segments) and segments[at].before in (".", "") and segments[at].text[0].isupper():
        at += 1
    first_year = at + 2 < len(segments) and segments[at].year  # `J. Imag. Chem. 2017, 56, 1234`
    counted = at + 1 < len(segments) and segments[at].text[0].isdecimal() and (first_year or not segments[at].year)
    return at if counted and segments[at].before in (".", "", ".,", ",") and _is_journal(segments[start:at]) else 0


def _is_journal(name: Sequence[Segment]) -> bool:
    """Whether segments are a journal: one that is called as such, or one word, or words that stops shorten."""
    first = name[0]
    if len(name) == 1:
        return is_acronym(first.text) or " " not in first.text or form_of(first).venue
    are_short = all(each.before == "." or len(each.text) < _FEW for each in name[1:])
    return are_short and _may_be_short(first) and any(each.text.lower().strip(".") in SHORT for each in name)


def _may_be_short(segment: Segment) -> bool:
    """Whether a word may be a short form with which a journal begins."""
    text = segment.text.lower()
    return " " not in text and (len(text) <= _LONGEST_BEGIN or text.endswith("phys") or text in SHORT)


def _ends_in_numbers(segments: Sequence[Segment], volume: int) -> bool:
    """Whether a volume is followed by a year in brackets, or a page and a year, in either order; and by no words."""
    dated = segments[volume].year
    for segment in segments[volume + 1 :]:
        text = segment.text
        dated = dated or segment.year
        if not (segment.year or _NUMBERS.fullmatch(text) or segment.style.href is not None or _KEPT_AT.match(text)):
            return False
    following = segments[volume + 1]
    return dated and (not following.year or following.before.endswith("("))


RULES: tuple[Row, ...] = (((INITIALS, YEAR, ",", ". ("), untitled),)
"""Rules with their signs, as `barred.py` has them."""
