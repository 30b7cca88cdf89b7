"""Venues that only their place tells: in italics after a plain title, or plain before a year; rows for `barred.py`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from profile_tui.content.entries.lexicon import PARTICLE
from profile_tui.content.publications.cutting.form import is_like_name, may_be_person
from profile_tui.content.publications.cutting.phrases import AWARD, STATE, counts_papers, is_state
from profile_tui.content.publications.cutting.segment import Segment
from profile_tui.content.publications.cutting.separators import IN, LEAD
from profile_tui.content.publications.reading.barred_venues import COUNTRIES, VOLUMES, is_person
from profile_tui.content.publications.reading.entry_parts import is_plain_person
from profile_tui.content.publications.reading.signs import ITALIC, ONLY_VENUE, YEAR, Barred, Row
from profile_tui.markup.inline import Visible
from profile_tui.text.pattern import lazily

_ENDS = (".", "?", "!")
"""What ends a title."""
_KEPT = 5000
"""Of how many texts it is kept whether they may be venues."""
_SOME_SMALL = lazily(r"\w\S*(?: \S+)*? (?!(?:and|et|und|e|y)\b)[^\WA-ZÀ-Þ\d_]")
_REMARK = lazily(
    r"(?:winner|selected|finalist|nominated|manuscript|draft|submitted|accepted|presented|appeared)\b", re.I
)
_MEET = "conf symp proc wkshp worksh congr colloq trans bull ann int intl".split()
"""How meetings and periodicals are shortened."""
_OF_BODY = lazily(r"\b(?:Lab|Labs|Laboratory|Universit\w+|Institute?|Department|Group|Inc)\b")
"""A word in the name of a body."""
_LEAD_ON = frozenset(("on", "for"))


def _after_plain_titles(_: Visible, segments: Sequence[Segment]) -> Barred:
    """What is in italics after a plain title, which is after the people or the year, is a venue."""
    for at, (plain, italic) in enumerate(pairwise(segments)):
        if italic.look != "i" or plain.look or plain.before[:1] != "." or italic.before[:1] not in _ENDS or not at:
            continue
        is_name = is_like_name(plain) or (PARTICLE.match(plain.text) and is_plain_person(plain))
        titled = not plain.year and " " in plain.text and not is_name
        if titled and all(is_person(segment) or segment.year for segment in segments[:at]):
            yield at + 1, ONLY_VENUE if _is_dated(segments, at + 1) else "TBI"


def _before_years(shown: Visible, segments: Sequence[Segment]) -> Barred:
    """Words, some of them small, between a title and a year or a volume are a venue, where people are before the title.

    Journals are called so in Romance languages: `Ada Moss. *Ghiaccio*. Rivista di ghiaccio, 2026`.
    """
    for at in range(2, len(segments) - 1):
        following = segments[at + 1]
        if not (following.year or following.text[0].isdecimal() or following.text.lower() in VOLUMES):
            continue
        title, words = segments[at - 1 : at + 1]
        if words.bracketed or not _may_be_called(words.text) or not _is_parted(shown, title, words):
            continue
        start = at - 1
        while start and title.look and segments[start - 1].look == title.look:
            start -= 1
        if start and all(is_person(one, "bu") for one in segments[:start]):
            yield at, ONLY_VENUE


@lru_cache(_KEPT)
def _may_be_called(text: str) -> bool:
    """Whether a periodical may be called so: some words are small, and they lead in nothing and tell no state or award.

    The same venues are in many entries of a list.
    """
    if not text[0].isupper() or not _SOME_SMALL.match(text):
        return False
    return not (_REMARK.match(text) or STATE.match(text) or AWARD.search(text) or LEAD.match(text))


def _is_parted(shown: Visible, title: Segment, words: Segment) -> bool:
    """Whether words are parted from a title that is set off by a comma or a stop, from a plain one by its stop."""
    if title.year or title.text.lower() in IN or is_person(title, "biqlu"):
        return False
    if not set(title.look) & set("biql"):
        return words.before == title.before == "." and not words.look and title.text.count(" ") > 1
    if words.before.strip("”")[:1] not in (".", ","):
        return False
    return not words.look or (words.look == "i" and shown.run_at(words.start).span != shown.run_at(title.start).span)


def _is_dated(segments: Sequence[Segment], at: int) -> bool:
    """Whether words have a year right after them and say nothing of how far the paper is, or what it won."""
    words, following = segments[at].text, segments[at + 1] if at + 1 < len(segments) else None
    if following is None or not following.year or following.before not in ("", ",") or " " not in words:
        return False
    return not (is_state(words) or AWARD.fullmatch(words))


def _meetings(_: Visible, segments: Sequence[Segment]) -> Barred:
    """What a meeting in short words is on is of its name, as in `Int. Conf. on Peat`."""
    for at in range(1, len(segments)):
        before, segment = segments[at - 1 : at + 1]
        word, topic = segment.text.split(" ", 1) if " " in segment.text else ("", "")
        is_short = before.text.lower().rpartition(" ")[2] in _MEET and before.text[0].isupper()
        if segment.before == "." and topic and word in _LEAD_ON and is_short:
            yield from ((at - 1, "TBI"), (at, "TBI"))
            yield at, ONLY_VENUE


def _series(_: Visible, segments: Sequence[Segment]) -> Barred:
    """Who publishes a periodical in short words is of its name, as in `IEEE Trans. Nets`."""
    for at, (series, segment) in enumerate(pairwise(segments)):
        *publisher, word = series.text.split()
        if segment.before == "." and word == "Trans" and "".join(publisher).isupper() and segment.text[0].isupper():
            yield from ((at, ONLY_VENUE), (at + 1, ONLY_VENUE))


def _reports(_: Visible, segments: Sequence[Segment]) -> Barred:
    """Whose report a paper is, is a part of the venue, as in `Technical Report, Bog Lab`."""
    for at, (report, segment) in enumerate(pairwise(segments)):
        is_beside = segment.before == "," and segment.look == report.look and not segment.year
        if is_beside and _OF_BODY.search(segment.text) and counts_papers(report.text):
            yield from ((at, ONLY_VENUE), (at + 1, ONLY_VENUE))


def _places(_: Visible, segments: Sequence[Segment]) -> Barred:
    """A town and its country after a venue, as in `Int. Conf. on Peat, Oslo, Norway`, are no part of it."""
    for at in range(3, len(segments)):
        town, country = segments[at - 1 : at + 1]
        if country.before != "," or town.before != "," or country.look or town.look:
            continue
        is_place = country.text.lower() in COUNTRIES and all(word[0].isupper() for word in town.text.split())
        if is_place and ")" not in segments[at - 2].before and not all(map(may_be_person, segments[: at - 1])):
            yield from ((at - 1, "TBIV"), (at, "TBIV"))


RULES: tuple[Row, ...] = (
    ((ITALIC, "."), _after_plain_titles),
    ((YEAR, ". , ”"), _before_years),
    ((",", COUNTRIES), _places),
    ((".", _MEET, _LEAD_ON), _meetings),
    ((".", "trans"), _series),
    ((",", ("report", "reports", "paper", "papers")), _reports),
)
"""Rules with their signs, as `barred.py` has them."""
