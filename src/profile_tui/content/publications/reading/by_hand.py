"""What lists that are typed by hand rule out or leave in doubt: names that venues have, numerals, eastern names."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

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
    ONLY_TITLE,
    Barred,
    Row,
)
from profile_tui.markup.inline import Visible
from profile_tui.text.pattern import lazily

_OUTLETS = (
    "acta annals annales annali proc proceedings transactions revista rivista revue zeitschrift archiv bulletin "
    "journal review sci res lett conf symp trans soc commun rev report reports paper papers"
).split()
_OUTLET = lazily(
    r"(?:(?:acta|annals|annales|annali|proc|proceedings|transactions|revista|rivista|revue|zeitschrift|archiv|bulletin|"
    r"journal|review) .+|proc|(?:\S+ )?\S+ (?:sci|res|lett|conf|symp|trans|soc|commun|rev)|"
    r"(?:tech(?:nical)?|working|discussion|research|white) (?:report|paper)s?(?: [\w-]*\d[\w-]*)?)\.?",
    re.I,
)
"""What periodicals and series are called, and nobody."""
_ROLE = lazily(r"(?:oral|spotlight|poster)(?: (?:presentation|session|talk))?|peer[ -]reviewed|extended abstract", re.I)
_REVISES = lazily(r"(?:last )?(?:revised|updated|accessed|retrieved)\b", re.I)
_KANA_NAME = lazily(r"[\u4e00-\u9fff]{1,3} ?[\u3041-\u306d\u306f-\u30ff]{1,4}")
_VOLUME = lazily(r"(?:vol|no|pp?)\.? ?\d[\d–-]*", re.I)
_PART = lazily(r"(?:Part|Teil|Parte|Partie) (?:[IVX]+|\d)")
_EAST = lazily(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
_EAST_NAME = lazily(r"[\u4e00-\u9fff]{1,3}[\u3040-\u306d\u306f-\u30ff]{1,4}|[\w ]*[ ・·．][\w ]*")
_EAST_BEGINS = lazily(
    r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{2,4}(?:\s|$)|[\u4e00-\u9fff]{1,3}[\u3041-\u306d\u306f-\u30ff]{1,4}$"
)
_NUMERAL = lazily(r"(?:I|V|X|II|III)\b")
_VENUE = frozenset(("venue",))
_TITLE_AND_VENUE = _VENUE | {"title"}
_ALL = _TITLE_AND_VENUE | {"authors"}


def _outlets(_: Visible, segments: Sequence[Segment]) -> Barred:
    """`Acta Lacus`, `J. Bog Res.` and `Tech Report` are nobody."""
    for at, segment in enumerate(segments):
        if segment.text[0].isupper() and _OUTLET.fullmatch(segment.text):
            is_name = segment.text.count(" ") < 2 and at and segments[at - 1].text[-2:] in ("J.", "t.")
            yield from all_of(range(at - bool(is_name and not segments[at - 1].before.strip("([.,“”")), at + 1), "BI")


def _presented(_: Visible, segments: Sequence[Segment]) -> Barred:
    """How a paper was given, as `(Oral)`, and when it was revised last, is no field."""
    is_dated = sum(segment.year for segment in segments) > 1
    for at in range(1, len(segments)):
        segment, before = segments[at], segments[at].before
        if (before or segment.look != segments[at - 1].look) and _ROLE.fullmatch(segment.text):
            yield at, NO_FIELD
        elif before and _REVISES.match(segment.text):
            yield at, NO_FIELD
            if is_dated and at + 1 < len(segments) and segments[at + 1].year:
                yield at + 1, NO_FIELD


def _born_in_may(_: Visible, segments: Sequence[Segment]) -> Barred:
    """Who is called as a month is, as `May F. Moss` after a year, is a person."""
    for at, (name, initials, family) in enumerate(zip(segments, segments[1:], segments[2:], strict=False)):
        is_given = are_initials(initials) and not initials.before and family.before == "." and may_be_person(family)
        if is_given and name.text in ("May", "June", "April", "Jan", "August") and name.look == family.look:
            yield from ((at, ONLY_BEGINS), (at + 1, ONLY_GOES_ON), (at + 2, ONLY_GOES_ON))


def _parts(_: Visible, segments: Sequence[Segment]) -> Barred:
    """`Part I` goes on with the title that is before it."""
    for at in range(1, len(segments)):
        if segments[at].before in (".", ":", ",", "–", "-") and _PART.fullmatch(segments[at].text):
            yield at, "BIVY" if segments[at - 1].year else ONLY_TITLE


def _kana(_: Visible, segments: Sequence[Segment]) -> Barred:
    """Who are before a quoted title with given names in kana, as `山田さくら「…」`, are people; `Vol.8` counts."""
    yield from ((at, ONLY_NUMBERS) for at, segment in enumerate(segments) if at and _VOLUME.fullmatch(segment.text))
    quoted = next((at for at, segment in enumerate(segments) if segment.quoted), 0)
    people = [segment.text for segment in segments[:quoted]]
    if any(map(_KANA_NAME.fullmatch, people)) and all(_KANA_NAME.fullmatch(each) or len(each) < 5 for each in people):
        yield from all_of(range(quoted), ONLY_BEGINS)


def led_in(parts: Parts) -> frozenset[str]:
    """Return title and venue, where a word that leads in a venue is right before the title: the title may begin in it.

    Or right after a bracket with which a plain title ends: it may go on there.
    """
    title, segments = parts.title, parts.entry.segments
    for at, segment in enumerate(segments if title else ()):
        following = segments[at + 1] if at + 1 < len(segments) else segment
        if following is title[0] and segment.text in ("In", "in") and not following.before:
            return _TITLE_AND_VENUE
        if segment is title[-1] and segment.bracketed and following.before == ")" and not following.year:
            led = segments[at + 2] if at + 2 < len(segments) and following.text.lower() in IN else following
            return _TITLE_AND_VENUE if led.look == segment.look and not segment.quoted else NOTHING
    return NOTHING


def cut_short(parts: Parts) -> frozenset[str]:
    """Return the venue, where it ends in `Proc. of`, as one does that goes on."""
    segments, venue = parts.entry.segments, parts.venue
    if not venue:
        return NOTHING
    following = next((after for before, after in pairwise(segments) if before is venue[-1]), None)
    if following is None or following.year:
        return NOTHING
    is_open = venue[-1].text.endswith((" of", " on", " for")) or venue[-1].text in ("Proc", "of", "Proceedings")
    return _VENUE if is_open else NOTHING


def numbered(parts: Parts) -> frozenset[str]:
    """Return all fields, where a person begins with a numeral, as `I` after a comma: the title may end in it."""
    for before, segment in pairwise(parts.entry.segments):
        is_numeral = segment.before == "," and _NUMERAL.match(segment.text) and before in parts.title
        if is_numeral and any(segment is each for each in (*parts.people, *parts.venue)):
            return _ALL
    return NOTHING


def ends_in_journal(parts: Parts) -> frozenset[str]:
    """Return authors and venue, where initials that end the people may begin it, as in `Moss, A. J. Fen Sci.`."""
    people, venue = parts.people, parts.venue
    may_begin = people and venue and people[-1].text.endswith(" J.") and venue[0].before == "."
    return _VENUE | {"authors"} if may_begin and not venue[0].look else NOTHING


def two_quoted(parts: Parts) -> frozenset[str]:
    """Return title and venue, where the title goes on in East Asia after a stop or a quotation mark."""
    is_east = any(_EAST.match(segment.text) for segment in parts.title)
    parted = is_east and any({*segment.before} & set(".“”") for segment in parts.title[1:])
    return _TITLE_AND_VENUE if parted else NOTHING


def name_in_east(parts: Parts) -> frozenset[str]:
    """Return all fields, where nobody is named, and title or venue begin with what may be a name of East Asia.

    So they are where words that are no name are among the people, and where words beside a title in such signs are in
    no field.
    """
    is_east = any(_EAST.match(segment.text) for segment in parts.title)
    if is_east and any(_EAST.match(segment.text) and not segment.bracketed for segment in parts.unread):
        return _ALL
    if parts.people:
        others = (segment.text for segment in parts.people if len(segment.text) > 4 and _EAST.match(segment.text))
        return _ALL if not all(map(_EAST_NAME.fullmatch, others)) else NOTHING
    first = parts.entry.segments[0]
    begins = any(first is each for each in (*parts.title, *parts.venue, *parts.unread))
    return _ALL if begins and not first.look and _EAST_BEGINS.match(first.text) else NOTHING


def joined_people(parts: Parts) -> frozenset[str]:
    """Return venue and authors, where nobody is named and the venue may be two who are joined."""
    venue = parts.venue
    joined = not parts.people and any("&" in segment.before for segment in venue[1:])
    return _VENUE | {"authors"} if joined and are_plain_people(parts, venue) else NOTHING


RULES: tuple[Row, ...] = (
    ((_OUTLETS,), _outlets),
    (("oral spotlight poster reviewed abstract revised updated accessed retrieved",), _presented),
    ((INITIALS, "may june april jan august"), _born_in_may),
    (("part teil parte partie",), _parts),
    ((EAST,), _kana),
)
"""Rules with their signs, as `barred.py` has them."""
DOUBTS: tuple[Callable[[Parts], frozenset[str]], ...] = (
    led_in, cut_short, numbered, ends_in_journal, two_quoted, name_in_east, joined_people,
)  # fmt: skip
"""More doubts for `doubts.py`."""
