"""Theses, whose sort is told in brackets or in a sentence of its own: more rows for `barred.py`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from profile_tui.content.publications.cutting import letters
from profile_tui.content.publications.cutting.form import are_initials, is_like_name, may_be_person
from profile_tui.content.publications.cutting.segment import Segment
from profile_tui.content.publications.reading.by_words import all_of
from profile_tui.content.publications.reading.signs import (
    EAST,
    NO_FIELD,
    ONLY_BEGINS,
    ONLY_GOES_ON,
    ONLY_TITLE,
    ONLY_VENUE,
    YEAR,
    Barred,
    Row,
)
from profile_tui.markup.inline import Visible
from profile_tui.text.pattern import lazily

_WORDS = (
    "thesis dissertation tesis tese tesi thèse mémoire dissertação proefschrift avhandling afhandling habilitation "
    "rozprawa disertace tezi monografia curso diplomarbeit masterarbeit bachelorarbeit"
).split()
"""Words of which the sort of a thesis has one."""
_THESIS = lazily(rf"\b(?:{'|'.join(_WORDS)})\b|диссертаци|[博硕碩修][士].{{0,2}}[论論]文|[论論]文$|학위 ?논문$", re.I)
_SORT = lazily(
    r"(?:(?:ph\.? ?d\.?|doctoral|doctorate|master(?:['’]?s)?|m\.?(?:sc|a|phil)\.?|bachelor(?:['’]?s)?|b\.?(?:sc|a)\.?|"
    r"licentiate|diploma|honou?rs|undergraduate|final year|senior) )+(?:thesis|dissertation|project|paper)",
    re.I,
)
"""What the sort of a thesis is called in English."""
_EAST_NAME = lazily(rf"[{letters.EAST}]{{2,4}}|[\u4e00-\u9fff\uac00-\ud7af] [\u4e00-\u9fff\uac00-\ud7af]{{1,3}}")
_FEW = 3
_AFTER = ("-", "–", "—", ",", ".")
"""What is between the sort of a thesis, its degree in brackets, and where it was written."""


def _in_brackets(_: Visible, segments: Sequence[Segment]) -> Barred:
    """The sort of a thesis in brackets after a title is no field, and where it was written, after a stop, is a venue.

    So it is in `Moss, A. (2019). *The river* (Doctoral thesis). Fen University, Oslo`. Of East Asia, who is before a
    year in brackets wrote it.
    """
    for at in range(1, len(segments) - 1):
        sort, place = segments[at : at + 2]
        is_alone = sort.before in ("(", "[") and place.before[:1] in (")", "]") and place.before[1:2] == "."
        if not is_alone or sort.look or not _THESIS.search(sort.text) or not _may_be_place(place):
            continue
        yield from ((at, NO_FIELD), (at + 1, ONLY_VENUE))
        stop = next((stop for stop in range(at + 2, len(segments)) if segments[stop].before != ","), len(segments))
        yield from all_of(range(at + 2, stop), "TBI")
        yield from _eastern(segments, at)
        return


def _sentences(_: Visible, segments: Sequence[Segment]) -> Barred:
    """The sort of a thesis after a stop, as in `The river. Bachelor thesis. Fen University`, does not end the title."""
    for at in range(2, len(segments)):
        if segments[at].before == "." and _SORT.fullmatch(segments[at].text):
            yield at, "TBI"


def _may_be_place(segment: Segment) -> bool:
    """Whether a segment may be a place where theses are written: a plain one that begins as names do."""
    return not segment.year and not segment.look and not segment.text[0].islower() and segment.text[0].isalpha()


def _eastern(segments: Sequence[Segment], stop: int) -> Barred:
    """Who is named in East Asia before a year in brackets, and the title after it, which ends before a segment."""
    year = next((at for at in range(1, stop) if segments[at].year), 0)
    people = segments[:year]
    if people and segments[year].before == "(" and all(_EAST_NAME.fullmatch(each.text) for each in people):
        yield from all_of(range(year), ONLY_BEGINS)
        yield from all_of(range(year + 1, stop), ONLY_TITLE)


def _eastern_sentences(_: Visible, segments: Sequence[Segment]) -> Barred:
    """What is in a sentence of its own after a title of East Asia, as `박사학위논문, 상상대학교`, is a venue."""
    for at in range(_FEW, len(segments)):
        if segments[at].before == "." and not segments[at].look and _THESIS.search(segments[at].text):
            people = list(_eastern(segments, at))
            yield from people
            yield from (
                (one, ONLY_VENUE) for one in range(at, len(segments) if people else at) if _may_be_place(segments[one])
            )
            return


def _degrees(_: Visible, segments: Sequence[Segment]) -> Barred:
    """People, title and year are before the sort of a thesis with its degree in brackets, and a venue is from there on.

    That is `MOSS, A. *The river*. 2019. Tese (Doutorado em Letras) – Universidade do Brejo, Lagoa, 2019`.
    """
    at = next((at for at, segment in enumerate(segments) if _begins_degree(segments, at) and segment.text), 0)
    year = next((year for year in range(_FEW, at) if segments[year].year), 0)
    people = _turned(segments, year)
    if not people or people >= year:
        return
    yield from ((one, ONLY_GOES_ON if one % 2 else ONLY_BEGINS) for one in range(people))
    yield from all_of(range(people, year), ONLY_TITLE)
    yield from all_of(range(year + 1, at), "TBIV")
    yield from ((one, ONLY_VENUE) for one in range(at, len(segments)) if _may_be_place(segments[one]))


def _begins_degree(segments: Sequence[Segment], at: int) -> bool:
    """Whether the sort of a thesis is in a sentence of its own, with a degree in brackets and something after them."""
    if at + 2 >= len(segments) or segments[at].before[-1:] != "." or segments[at + 1].before != "(":
        return False
    stop = next((stop for stop in range(at + 1, len(segments)) if not segments[stop].bracketed), 0)
    closes = stop and segments[stop].before[:1] == ")" and segments[stop].before[-1:] in _AFTER
    return bool(closes) and _THESIS.search(segments[at].text) is not None


def _turned(segments: Sequence[Segment], stop: int) -> int:
    """Where the people end who begin an entry, each with the given name after a comma; 0 where it begins otherwise."""
    at = 0
    while at + 1 < stop:
        family, given = segments[at : at + 2]
        is_family = family.text.isupper() or is_like_name(family)
        is_given = given.before == "," and (are_initials(given) or may_be_person(given))
        if not is_family or not is_given or (at and not family.before.endswith(";")):
            break
        at += 2
    return at


RULES: tuple[Row, ...] = (
    (((*_WORDS, EAST), "( ["), _in_brackets),
    ((".", ("thesis", "dissertation", "project", "paper")), _sentences),
    ((EAST, YEAR, "."), _eastern_sentences),
    ((_WORDS, YEAR, "("), _degrees),
)
"""Rules with their signs, as `barred.py` has them."""
