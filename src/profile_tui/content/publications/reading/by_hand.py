"""What lists that are typed by hand rule out or leave in doubt: names that venues have, numerals, eastern names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from profile_tui.content.entries.lexicon import PARTICLES
from profile_tui.content.publications.cutting import letters
from profile_tui.content.publications.cutting.form import are_initials, is_badge, may_be_person
from profile_tui.content.publications.cutting.phrases import STATE_WORDS, is_state, is_unfinished
from profile_tui.content.publications.cutting.segment import Segment
from profile_tui.content.publications.cutting.separators import IN
from profile_tui.content.publications.reading.by_words import all_of
from profile_tui.content.publications.reading.entry_parts import (
    ALL_FIELDS,
    AUTHORS_AND_VENUE,
    NOTHING,
    TITLE_AND_AUTHORS,
    TITLE_AND_VENUE,
    Parts,
    are_plain_people,
)
from profile_tui.content.publications.reading.parts_signs import BRACKETED, LEFT, SEVERAL, UNREAD, VENUE, DoubtRow
from profile_tui.content.publications.reading.signs import (
    BOLD,
    EAST,
    INITIALS,
    ITALIC,
    NO_FIELD,
    NUMBER,
    ONLY_BEGINS,
    ONLY_GOES_ON,
    ONLY_NUMBERS,
    ONLY_TITLE,
    ONLY_VENUE,
    YEAR,
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
    rf"(?:\S+ )?(?:tech(?:nical)?|working|discussion|research) (?:{'|'.join(_REPORTS)})(?: [\w-]*\d[\w-]*)?|"
    r"arxiv preprint)\.?",
    re.I,
)
"""What periodicals and series are called, and nobody."""
_KEPT = 5000
"""Of how many texts it is kept whether they are such."""
_MONTHS = "may june april jan august".split()
"""Of months those that people are called."""
_GIVEN = "oral spotlight poster peer extended".split()
_REVISED = "winner revised updated accessed retrieved acceptance".split()
_POINTS = "manuscript full complete job request soon".split()
_TOLD = lazily(
    r"((?:oral|spotlight|poster)(?: (?:presentation|session|talk))?|peer[ -]reviewed|extended abstract)$|"
    rf"(?:last )?(?:{'|'.join(_REVISED)})\b|"
    r"(?:full|complete)(?: publication)? list (?:on|at|in|here|see|can)\b",
    re.I,
)
_KANJI, _KANA, _VOLUME = (
    r"[\u4e00-\u9fff]",
    r"[\u3041-\u306d\u306f-\u30ff]{1,4}",
    lazily(r"(?:vol|no|pp?)\.? ?\d[\d–-]*", re.I),
)
KANA_NAME = lazily(rf"{_KANJI}{{1,3}} ?{_KANA}")
_EAST = lazily(f"[{letters.EAST}]")
_PARTS, _PUBLISHER = frozenset(".|-–"), lazily(r"\b(?:Press|Springer|Elsevier|Wiley|Verlag)\b")
_NUMERAL = lazily(r"(?:I|V|X|II|III)\b")
_ROMAN = lazily(r"[IVXLC]{1,8}")
_COUNTS = frozenset("vol volume c cilt t tome tomo tom bd band jg jahrgang vyp вып т том".split())
"""What is before the number of a volume."""
_NAMED_AT_END = lazily(
    r"\d{4}[–-]\d{2,4} [^\Wa-zß-ÿ]\w+ [^\Wa-zß-ÿ]\w+$|(?<!,)(?<!Part) (?:III?|[JS]r)\.?$|"
    r" in [^\W\d_]*[a-z][A-Z]\w*$"
)
"""The end of a title that may be a person or a venue, as `1890–1914 Jan Reed`, `Reed Jr.` and `in IceConf`."""
_TO_NAMES = "de par por by von di da do av af door".split()
_UNFINISHED = lazily(rf"[^\W\d_][\w ]* (?:{'|'.join(_TO_NAMES)})")
"""Words that lead on to somebody, who is not there."""
_PRIZE = lazily(r"\bbest (?:\w+ )?(?:paper|poster|thesis)\b", re.I)
_OPEN = lazily(r"\b(?:of|on|for|Proc|Proceedings)$")
_LED = lazily(rf"\S.* in (?:{'|'.join(_BEGINS)})\b|\S+ \S.* (?:Springer|Elsevier|Wiley)$", re.I)
"""A venue that has something before it, or its publisher after it, with nothing between."""
_VENUE = frozenset(("venue",))


def _outlets(_: Visible, segments: Sequence[Segment]) -> Barred:
    """`Acta Lacus`, `J. Bog Res.` and `Tech Report` are nobody."""
    for at, segment in enumerate(segments):
        if segment.text[0].isupper() and _is_outlet(segment.text):
            yield at, _NOBODY
            before = segments[at - 1]
            begins = segment.text.split(" ", 1)[0].lower().rstrip(".") in _BEGINS
            shortened = at and before.text == "J." and before.look == segment.look and not begins
            if shortened and not before.before.strip("([.,“”"):
                yield at - 1, _NOBODY


@lru_cache(_KEPT)
def _is_outlet(text: str) -> bool:
    """Whether a periodical or a series is called so; the same are in many entries of a list."""
    return _OUTLET.fullmatch(text) is not None


def _told(_: Visible, segments: Sequence[Segment]) -> Barred:
    """How a paper was given, as `(Oral)`, and when it was revised last, is no field."""
    for at in range(1, len(segments)):
        segment, told = segments[at], _TOLD.match(segments[at].text)
        if segment.before and is_unfinished(segment.text):
            yield at, NO_FIELD
        elif told and (segment.before or (told[1] and segment.look != segments[at - 1].look)):
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


def _stated(_: Visible, segments: Sequence[Segment]) -> Barred:
    """What is called as periodicals are and stands before a state is the venue: `Salt Letters, accepted`."""
    for at in range(2, len(segments)):
        outlet, state = segments[at - 1 : at + 1]
        is_apart = outlet.before[-1:] == "." and state.before == ","
        if is_apart and is_state(state.text) and _OUTLET.fullmatch(outlet.text):
            yield at - 1, ONLY_VENUE


def _unfinished(_: Visible, segments: Sequence[Segment]) -> Barred:
    """What leads on to nothing at the end, as `Tradução de`, is no field."""
    if segments and segments[-1].before[-1:] in (".", ",") and _UNFINISHED.fullmatch(segments[-1].text):
        yield len(segments) - 1, NO_FIELD


def _dated(_: Visible, segments: Sequence[Segment]) -> Barred:
    """A month before its year, as `Oslo, May 2021`, is nobody's name."""
    for at, (segment, year) in enumerate(pairwise(segments)):
        if year.year and not year.before and segment.before[:1] == "," and segment.text.lower() in _MONTHS:
            yield at, NO_FIELD


def _middle(_: Visible, segments: Sequence[Segment]) -> Barred:
    """Given names that end in an initial go on with a surname, as in `Moss, Ada F., Reed, Bo`."""
    for at in range(1, len(segments) - 1):
        family, given, initials = segments[at - 1 : at + 2]
        if given.before != "," or initials.before or not are_initials(initials) or _has_bare_initials(segments, at + 2):
            continue  # `Lind, Moss F., Reed B.`
        ends = initials.after[:1] == "." and initials.after not in (".", "./")
        bare = family.text.rpartition(" ")[0].lower()
        is_one = " " not in given.text and may_be_person(given) and may_be_person(family)
        if ends and is_one and (not bare or bare in PARTICLES):
            yield from ((at - 1, ONLY_BEGINS), (at, ONLY_GOES_ON), (at + 1, ONLY_GOES_ON))


def _has_bare_initials(segments: Sequence[Segment], at: int) -> bool:
    """Whether initials follow a surname with nothing between, and end a person."""
    given = segments[at + 1] if at + 1 < len(segments) else None
    return given is not None and not given.before and are_initials(given) and given.after[:1] in (".", ",", "&", ";")


def _kana(_: Visible, segments: Sequence[Segment]) -> Barred:
    """Who are before a quoted title with given names in kana, as `山田さくら「…」`, are people; `Vol.8` counts."""
    yield from ((at, ONLY_NUMBERS) for at, segment in enumerate(segments) if at and _VOLUME.fullmatch(segment.text))
    quoted = next((at for at, segment in enumerate(segments) if segment.quoted), 0)
    people = [segment.text for segment in segments[:quoted]]
    if any(map(KANA_NAME.fullmatch, people)) and all(KANA_NAME.fullmatch(each) or len(each) < 5 for each in people):
        yield from ((at, ONLY_BEGINS) for at in range(quoted) if not segments[at].year)


def _numerals(_: Visible, segments: Sequence[Segment]) -> Barred:
    """A numeral after the word for a volume, as `c. XXXVII` in Turkish, counts the volume."""
    for at, (word, numeral) in enumerate(pairwise(segments)):
        if word.text.lower().rstrip(".") in _COUNTS and numeral.before in (".", "") and _ROMAN.fullmatch(numeral.text):
            yield at + 1, ONLY_NUMBERS


def _italics(_: Visible, segments: Sequence[Segment]) -> Barred:
    """What is in italics with a quotation in it, between people and words in bold, is the title, and those are not."""
    start = next((at for at, segment in enumerate(segments) if "i" in segment.look), 0)
    stop = next((at for at in range(start, len(segments)) if "i" not in segments[at].look), start)
    is_between = start and stop > start and "b" in segments[stop].look and segments[stop].before[-1:] in (".", ",")
    if is_between and any(each.before == "“" for each in segments[start + 1 : stop]):
        yield from (*all_of(range(start, stop), ONLY_TITLE), *([] if segments[stop].year else [(stop, ONLY_VENUE)]))


def _one_word(parts: Parts) -> frozenset[str]:
    """Title and authors, where one word between people with initials and a colon is a person, as the title may be."""
    last = parts.people[-1] if len(parts.people) > 1 and parts.title else None
    if last is None or last.after[:1] != ":" or " " in last.text or are_initials(last):
        return NOTHING
    alone = last.before.endswith((";", ",")) and any(map(are_initials, parts.people))
    return TITLE_AND_AUTHORS if alone and may_be_person(last) else NOTHING


def _half_quoted(parts: Parts) -> frozenset[str]:
    """All fields, where a quotation ends or begins within the title that is not all in it."""
    place = parts.entry.title
    text = parts.entry.shown.text[slice(*place)] if place else ""
    # which mark begins and which one ends differs by language: „a“, “a”, ”a”, »a«
    is_half = not text.isascii() and (
        any(sum(map(text.count, marks)) % 2 for marks in ("«»", "„“”")) or (text[:1] == "‘" and "’" not in text)
    )
    goes_on = place is not None and parts.entry.shown.text.startswith((" '", " ‘"), place[1])  # `"Who said 'no'?"`
    is_half = is_half or (goes_on and parts.title[0].quoted)
    return ALL_FIELDS if is_half else NOTHING


def _parted(parts: Parts) -> frozenset[str]:
    """All fields, where a title may go on after a bracket, or end in a numeral."""
    title, people, segments = parts.title, parts.people, parts.entry.segments
    at = segments.index(title[-1]) if title else len(segments)
    if at + 1 >= len(segments):
        return NOTHING
    segment, following = segments[at : at + 2]
    led = segments[at + 2] if at + 2 < len(segments) and following.text.lower() in IN else following
    goes_on = segment.bracketed and following.before == ")" and led.look == segment.look and not following.year
    is_numeral = following.before == "," and _NUMERAL.match(following.text)
    is_either = (goes_on and not segment.quoted) or (is_numeral and following in (*people, *parts.venue))
    return ALL_FIELDS if is_either else NOTHING


def _around(parts: Parts) -> frozenset[str]:
    """All fields, where words after a bracket are of the title, and what is in it is not: `Tides (Temporalia) Task`."""
    segments, roles = parts.entry.segments, parts.entry.roles
    for segment in parts.unread:
        if segment.before[:1] != ")" or segment.bracketed:
            continue
        at = segments.index(segment)
        if at and roles[at] == "T" != roles[at - 1] and segments[at - 1].bracketed:
            return ALL_FIELDS
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
            return TITLE_AND_VENUE
    return NOTHING


def _cut(parts: Parts) -> frozenset[str]:
    """The venue, where it ends in `of`, or may begin with the `J.` that ends the people, or two may be joined.

    So the people, where something is before the word for `in` in the venue, as in `Jr In Proc. of Ice`, or a publisher
    ends it.
    """
    venue, people = parts.venue, parts.people
    if venue and _is_led(venue[0].text):
        return AUTHORS_AND_VENUE
    for segment, following in pairwise(parts.entry.segments if venue else ()):
        if segment is venue[-1] and not following.year and _OPEN.search(segment.text):
            return _VENUE
        begins = following is venue[0] and following.before == "." and not following.look
        if begins and segment.text.endswith(" J.") and segment in people:
            return AUTHORS_AND_VENUE
    if len(venue) > 1 and venue[-1].before[-1:] in _PARTS and _PUBLISHER.search(venue[-1].text):
        return _VENUE
    return AUTHORS_AND_VENUE if not people and _may_name(parts, venue) else NOTHING


@lru_cache(_KEPT)
def _is_led(text: str) -> bool:
    """Whether a venue has something before it, or its publisher after it, with nothing between."""
    return _LED.match(text) is not None


def _numbered(parts: Parts) -> frozenset[str]:
    """The title, where it ends in `I.` after a comma: the stop may end it; all fields, where people are after it.

    It may be an initial of theirs.
    """
    last = parts.title[-1] if parts.title else None
    if last is None or last.before != "," or not last.text.endswith(".") or not _NUMERAL.match(last.text):
        return NOTHING
    return ALL_FIELDS if any(person.start > last.start for person in parts.people) else frozenset(("title",))


def _rivals(parts: Parts) -> frozenset[str]:
    """Authors and venue, where the venue may be a person, and something else is read as a venue, too."""
    if not parts.unread:
        return NOTHING
    may_be = all(may_be_person(segment) or are_initials(segment) for segment in parts.venue)
    places = {segment.start for segment in parts.unread} if may_be else set()
    pairs = zip(parts.entry.segments, parts.entry.roles, strict=True)
    others = any(role == "V" and segment.start in places and not is_badge(segment) for segment, role in pairs)
    return AUTHORS_AND_VENUE if others else NOTHING


def _won(parts: Parts) -> frozenset[str]:
    """The venue, where what the paper won goes on with it, as in `Ice Quarterly Best Student Paper`."""
    return _VENUE if any(_PRIZE.search(segment.text) for segment in parts.venue) else NOTHING


def _counted(parts: Parts) -> frozenset[str]:
    """The venue, where a number that may begin it is before it and in no field, as in `50. Kongress der Seen`."""
    segments, roles, venue = parts.entry.segments, parts.entry.roles, parts.venue
    at = segments.index(venue[0]) if venue else 0
    is_counted = at and roles[at - 1] in "ON" and segments[at - 1].text.isdecimal() and segments[at].before == "."
    return _VENUE if is_counted else NOTHING


def _swallowed(parts: Parts) -> frozenset[str]:
    """Title and venue, where a part of the title may be a venue, or a name, or a year."""
    title, entry = parts.title, parts.entry
    last = title[-1:]
    if entry.year is None and last and last[0].year and (last[0].before or last[0].look != title[0].look):
        return TITLE_AND_VENUE | {"year"}
    named = len(title) > 1 and title[1].before == ":" and title[0].before[-1:] == "/" and may_be_person(title[0])
    if last and _may_be_named(last[0].text) and _NAMED_AT_END.search(entry.shown.text, title[0].start, last[0].end):
        return ALL_FIELDS
    may_be = (segment for at, segment in enumerate(title) if not at or segment.before[:1] in (".", "/"))
    outlet = len(title) > 1 and any(_is_outlet(segment.text) for segment in may_be)
    return ALL_FIELDS if named else TITLE_AND_VENUE if outlet else NOTHING


def _may_be_named(last: str) -> bool:
    """Whether the last piece of a title may end as `_NAMED_AT_END` has it: most are told by it, and sooner."""
    return last.endswith(("I", "r", ".")) or " in " in last or any(map(str.isdecimal, last))


def _may_name(parts: Parts, venue: Sequence[Segment]) -> bool:
    """Whether a venue may be two people who are joined, or begins as `J. Moss` and has more than a name."""
    joined = any("&" in segment.before for segment in venue[1:]) and are_plain_people(parts, venue)
    begins = len(venue) > 2 and venue[1].before == "." and are_initials(venue[0]) and may_be_person(venue[1])
    return joined or (begins and not _OUTLET.fullmatch(venue[1].text))


_NOBODY = "BI"
RULES: tuple[Row, ...] = (
    (((*_BEGINS, *_ENDS, *_REPORTS),), _outlets),
    (((*_GIVEN, *_REVISED, *_POINTS),), _told),
    ((INITIALS, _MONTHS), _born_in_may),
    ((INITIALS, ","), _middle),
    ((EAST,), _kana),
    ((STATE_WORDS, ","), _stated),
    ((YEAR, _MONTHS), _dated),
    ((_TO_NAMES,), _unfinished),
    ((_COUNTS,), _numerals),
    ((ITALIC, BOLD), _italics),
)
"""Rules with their signs, as `barred.py` has them."""
DOUBTS: tuple[DoubtRow, ...] = (
    ((f"{BRACKETED} ,",), _parted),
    ((UNREAD,), _around),
    ((",",), _numbered),
    ((VENUE, f"{LEFT} {NUMBER}", "."), _counted),
    ((UNREAD,), _rivals),
    ((VENUE,), _won),
    (("in",), _led),
    ((VENUE,), _cut),
    ((), _swallowed),
    ((SEVERAL, ":"), _one_word),
    ((), _half_quoted),
)
"""More doubts for `doubts.py`, with their signs."""
