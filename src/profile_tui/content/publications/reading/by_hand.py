"""What lists that are typed by hand rule out or leave in doubt: names that venues have, numerals, eastern names."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from profile_tui.content.entries.lexicon import PARTICLES
from profile_tui.content.publications.cutting.form import are_initials, may_be_person
from profile_tui.content.publications.cutting.segment import Segment
from profile_tui.content.publications.cutting.separators import IN
from profile_tui.content.publications.reading.by_words import all_of
from profile_tui.content.publications.reading.entry_parts import NOTHING, Parts, are_plain_people
from profile_tui.content.publications.reading.signs import (
    EAST,
    INITIALS,
    NO_FIELD,
    ONLY_BEGINS,
    ONLY_GOES_ON,
    ONLY_NUMBERS,
    Barred,
    Row,
)
from profile_tui.markup.inline import Visible
from profile_tui.text.pattern import lazily

_BEGINS = (
    "acta annals annales annali proc proceedings transactions revista rivista revue archiv bulletin journal".split()
)
_ENDS = (
    "sci res lett conf symp trans soc commun rev review letters quarterly journal bulletin conference symposium "
    "workshop"
).split()
_REPORTS = "report reports paper papers".split()
_OUTLET = lazily(
    rf"(?!an? )(?:(?:{'|'.join(_BEGINS)}) .+|proc|(?:\S+ )?\S+ (?:{'|'.join(_ENDS)})|"
    rf"(?:\S+ )?(?:tech(?:nical)?|working|discussion|research) (?:{'|'.join(_REPORTS)})(?: [\w-]*\d[\w-]*)?)\.?",
    re.I,
)
"""What periodicals and series are called, and nobody."""
_MONTHS = "may june april jan august".split()
"""Of months those that people are called."""
_GIVEN = "oral spotlight poster peer extended".split()
_REVISED = "winner revised updated accessed retrieved acceptance".split()
_POINTS = "manuscript full complete".split()
_TOLD = lazily(
    r"((?:oral|spotlight|poster)(?: (?:presentation|session|talk))?|peer[ -]reviewed|extended abstract)$|"
    rf"(?:last )?(?:{'|'.join(_REVISED)})\b|manuscript (?:in|under) \w+$|"
    r"(?:full|complete)(?: publication)? list (?:on|at|in|here|see|can)\b",
    re.I,
)
_KANJI, _KANA, _VOLUME = (
    r"[\u4e00-\u9fff]",
    r"[\u3041-\u306d\u306f-\u30ff]{1,4}",
    lazily(r"(?:vol|no|pp?)\.? ?\d[\d–-]*", re.I),
)
_KANA_NAME = lazily(rf"{_KANJI}{{1,3}} ?{_KANA}")
_EAST = lazily(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
_EAST_NAME = lazily(rf"{_KANJI}{{1,3}}{_KANA}|[\w ]*[ ・·．][\w ]*")
_EAST_BEGINS = lazily(rf"{_EAST.pattern}{{2,4}}(?:\s|$)|{_KANJI}{{1,3}}{_KANA}$")
_EAST_PART = lazily(rf" {_KANJI}{{2,4}}$|^{_KANJI}{{2,4}} ")
_PARTS, _PUBLISHER = frozenset(".|-–"), lazily(r"\b(?:Press|Springer|Elsevier|Wiley|Verlag)\b")
_NUMERAL = lazily(r"(?:I|V|X|II|III)\b")
_OPEN = lazily(r"\b(?:of|on|for|Proc|Proceedings)$")
_VENUE = frozenset(("venue",))
_TITLE_AND_VENUE, _PEOPLE_AND_VENUE = _VENUE | {"title"}, _VENUE | {"authors"}
_ALL = _TITLE_AND_VENUE | _PEOPLE_AND_VENUE


def _outlets(_: Visible, segments: Sequence[Segment]) -> Barred:
    """`Acta Lacus`, `J. Bog Res.` and `Tech Report` are nobody."""
    for at, segment in enumerate(segments):
        if segment.text[0].isupper() and _OUTLET.fullmatch(segment.text):
            yield at, _NOBODY
            before = segments[at - 1]
            begins = segment.text.split(" ", 1)[0].lower().rstrip(".") in _BEGINS
            shortened = at and before.text == "J." and before.look == segment.look and not begins
            if shortened and not before.before.strip("([.,“”"):
                yield at - 1, _NOBODY


def _told(_: Visible, segments: Sequence[Segment]) -> Barred:
    """How a paper was given, as `(Oral)`, and when it was revised last, is no field."""
    for at in range(1, len(segments)):
        segment, told = segments[at], _TOLD.match(segments[at].text)
        if told and (segment.before or (told[1] and segment.look != segments[at - 1].look)):
            yield at, NO_FIELD
            dated = not told[1] and at + 1 < len(segments) and segments[at + 1].year
            if dated and sum(each.year for each in segments) > 1:
                yield at + 1, NO_FIELD


def _born_in_may(_: Visible, segments: Sequence[Segment]) -> Barred:
    """Who is called as a month is, as `May F. Moss` after a year, is a person."""
    for at, (name, initials, family) in enumerate(zip(segments, segments[1:], segments[2:], strict=False)):
        is_given = are_initials(initials) and not initials.before and family.before == "." and may_be_person(family)
        if is_given and name.text.lower() in _MONTHS and name.look == family.look:
            yield from ((at, ONLY_BEGINS), (at + 1, ONLY_GOES_ON), (at + 2, ONLY_GOES_ON))


def _middle(_: Visible, segments: Sequence[Segment]) -> Barred:
    """Given names that end in an initial go on with a surname, as in `Moss, Ada F., Reed, Bo`."""
    for at in range(1, len(segments) - 1):
        family, given, initials = segments[at - 1 : at + 2]
        ends = initials.after[:1] == "." and initials.after not in (".", "./")
        is_one = given.before == "," and not initials.before and are_initials(initials) and may_be_person(given)
        bare = family.text.rpartition(" ")[0].lower()
        if ends and is_one and " " not in given.text and may_be_person(family) and (not bare or bare in PARTICLES):
            yield from ((at - 1, ONLY_BEGINS), (at, ONLY_GOES_ON), (at + 1, ONLY_GOES_ON))


def _kana(_: Visible, segments: Sequence[Segment]) -> Barred:
    """Who are before a quoted title with given names in kana, as `山田さくら「…」`, are people; `Vol.8` counts."""
    yield from ((at, ONLY_NUMBERS) for at, segment in enumerate(segments) if at and _VOLUME.fullmatch(segment.text))
    quoted = next((at for at, segment in enumerate(segments) if segment.quoted), 0)
    people = [segment.text for segment in segments[:quoted]]
    if any(map(_KANA_NAME.fullmatch, people)) and all(_KANA_NAME.fullmatch(each) or len(each) < 5 for each in people):
        yield from all_of(range(quoted), ONLY_BEGINS)


def _one_word(parts: Parts) -> frozenset[str]:
    """Title and authors, where one word between people with initials and a colon is a person, as the title may be."""
    last = parts.people[-1] if len(parts.people) > 1 and parts.title else None
    if last is None or last.after[:1] != ":" or " " in last.text or are_initials(last):
        return NOTHING
    alone = last.before.endswith((";", ",")) and any(map(are_initials, parts.people))
    return frozenset(("title", "authors")) if alone and may_be_person(last) else NOTHING


def _half_quoted(parts: Parts) -> frozenset[str]:
    """All fields, where a quotation ends or begins within the title that is not all in it."""
    place = parts.entry.title
    text = parts.entry.shown.text[slice(*place)] if place else ""
    # which mark begins and which one ends differs by language: „a“, “a”, ”a”, »a«
    return _ALL if any(sum(map(text.count, marks)) % 2 for marks in ("«»", "„“”")) else NOTHING


def _parted(parts: Parts) -> frozenset[str]:
    """All fields, where a title may go on after a bracket, or end in a numeral, or where `by` is between two people."""
    title, people, segments = parts.title, parts.people, parts.entry.segments
    for at, (segment, following) in enumerate(pairwise(segments if title else ())):
        if segment.text == "by" and at and following in people and segments[at - 1] in people:
            return _ALL
        if segment is not title[-1]:
            continue
        led = segments[at + 2] if at + 2 < len(segments) and following.text.lower() in IN else following
        goes_on = segment.bracketed and following.before == ")" and led.look == segment.look and not following.year
        is_numeral = following.before == "," and _NUMERAL.match(following.text)
        if (goes_on and not segment.quoted) or (is_numeral and following in (*people, *parts.venue)):
            return _ALL
    return NOTHING


def _led(parts: Parts) -> frozenset[str]:
    """Title and venue, where the title may begin with `In`, or goes on after it in the look of the venue."""
    title, segments = parts.title, parts.entry.segments
    for at, (segment, following) in enumerate(pairwise(segments if title else ())):
        if segment.text not in ("In", "in") or following.before:
            continue
        again = segment is title[-1] or (at and segments[at - 1] is title[-1])
        again = again or any(each.text.lower() in IN for each in segments[at + 1 :])
        is_one = segment.look and segment.look == following.look and following in parts.venue[:1]
        if following is title[0] or (is_one and again):
            return _TITLE_AND_VENUE
    return NOTHING


def _cut(parts: Parts) -> frozenset[str]:
    """The venue, where it ends in `of`, or may begin with the `J.` that ends the people, or two may be joined."""
    venue, people = parts.venue, parts.people
    for segment, following in pairwise(parts.entry.segments if venue else ()):
        if segment is venue[-1] and not following.year and _OPEN.search(segment.text):
            return _VENUE
        begins = following is venue[0] and following.before == "." and not following.look
        if begins and segment.text.endswith(" J.") and any(segment is each for each in people):
            return _PEOPLE_AND_VENUE
    if len(venue) > 1 and venue[-1].before[-1:] in _PARTS and _PUBLISHER.search(venue[-1].text):
        return _VENUE
    return _PEOPLE_AND_VENUE if not people and _may_name(parts, venue) else NOTHING


def _swallowed(parts: Parts) -> frozenset[str]:
    """Title and venue, where a part of the title may be a venue, or a name, or a year."""
    title, entry = parts.title, parts.entry
    last = title[-1:]
    if entry.year is None and last and last[0].year and (last[0].before or last[0].look != title[0].look):
        return _TITLE_AND_VENUE | {"year"}
    named = len(title) > 1 and title[1].before == ":" and title[0].before[-1:] == "/" and may_be_person(title[0])
    may_be = (segment for at, segment in enumerate(title) if not at or segment.before[:1] == ".")
    outlet = len(title) > 1 and any(_OUTLET.fullmatch(segment.text) for segment in may_be)
    return _ALL if named else _TITLE_AND_VENUE if outlet else NOTHING


def _may_name(parts: Parts, venue: Sequence[Segment]) -> bool:
    """Whether a venue may be two people who are joined, or begins as `J. Moss` and has more than a name."""
    joined = any("&" in segment.before for segment in venue[1:]) and are_plain_people(parts, venue)
    begins = len(venue) > 2 and venue[1].before == "." and are_initials(venue[0]) and may_be_person(venue[1])
    return joined or (begins and not _OUTLET.fullmatch(venue[1].text))


def _eastern(parts: Parts) -> frozenset[str]:
    """All fields, where nobody is named, and what begins an entry may be a name of East Asia.

    So they are where words that are no name are among the people.
    """
    if parts.people:
        others = (segment.text for segment in parts.people if len(segment.text) > 4 and _EAST.match(segment.text))
        return _ALL if not all(map(_EAST_NAME.fullmatch, others)) else NOTHING
    first = parts.entry.segments[0]
    begins = first in (*parts.title, *parts.venue, *parts.unread)
    return _ALL if begins and not first.look and _EAST_BEGINS.match(first.text) else NOTHING


def _eastern_titles(parts: Parts) -> frozenset[str]:
    """All fields, where a title of East Asia has a stop or a name in it, or is quoted as books are.

    So they are where the venue has a name in it, or may be the last of the people, and where words are in no field.
    """
    title, venue, people = parts.title, parts.venue, parts.people
    if not any(_EAST.match(segment.text) for segment in title):
        return NOTHING
    parted = any({*segment.before} & set(".“”") for segment in title[1:])
    named = any(_EAST_PART.search(one.text) or _KANA_NAME.fullmatch(one.text) for one in (*title, *venue))
    is_book = parts.entry.shown.text.startswith("『", title[0].start - 1) and venue and not venue[0].look
    last = people and not venue and len(people[-1].text) > 3
    apart = any(_EAST.match(segment.text) and not segment.bracketed for segment in parts.unread)
    return _ALL if parted or named or is_book or last or apart else NOTHING


_NOBODY = "BI"
RULES: tuple[Row, ...] = (
    (((*_BEGINS, *_ENDS, *_REPORTS),), _outlets),
    (((*_GIVEN, *_REVISED, *_POINTS),), _told),
    ((INITIALS, _MONTHS), _born_in_may),
    ((INITIALS, ","), _middle),
    ((EAST,), _kana),
)
"""Rules with their signs, as `barred.py` has them."""
DOUBTS: tuple[Callable[[Parts], frozenset[str]], ...] = (
    _parted, _led, _cut, _swallowed, _eastern, _eastern_titles, _one_word, _half_quoted
)  # fmt: skip
"""More doubts for `doubts.py`."""
