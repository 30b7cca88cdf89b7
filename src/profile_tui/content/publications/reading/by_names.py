"""How lists of names begin, go on and end, and what that rules out: more rows for `barred.py`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from profile_tui.content.entries.lexicon import ET_AL, PARTICLE, PARTICLES
from profile_tui.content.publications.cutting.form import are_initials, is_like_name, may_be_person
from profile_tui.content.publications.cutting.phrases import STATE
from profile_tui.content.publications.cutting.segment import Segment
from profile_tui.content.publications.cutting.separators import LEAD
from profile_tui.content.publications.reading.signs import INITIALS, SMALL, Barred, Row
from profile_tui.content.publications.roles import role_table
from profile_tui.markup.inline import Visible
from profile_tui.text.pattern import lazily

_ONLY_BEGINS, _ONLY_GOES_ON = role_table.all_but("B"), role_table.all_but("I")
_SUFFIX = lazily(rf"[JS]r|I{{2,3}}|IV|(?:(?:{'|'.join(sorted(PARTICLES))})(?: |$))+")
_FEW = 4
_AFTER = (",", ";", "&", "(", ":")
_SMALL = lazily(
    rf"(?!{PARTICLE.pattern}|{ET_AL.pattern}|{LEAD.pattern}|{STATE.pattern}|with\b|joint|corresp|equal)[a-zß-ÿ].{{4}}",
    re.S,
)
"""The beginning of words in small letters that go on with no name."""
PROSE = frozenset("the of in for on at by from to a an für zur pour dans sur une para sobre".split())


def is_prose(text: str) -> bool:
    """Return whether a text has a small word of a sentence, which is not its last."""
    return not PROSE.isdisjoint(text.split()[:-1])


def _is_small(text: str) -> bool:
    """Whether a text begins with words in small letters that go on with no name."""
    return text[0].islower() and _SMALL.match(text) is not None


def _is_bare_name(text: str) -> bool:
    """Whether a text is a name that ends in initials without stops."""
    last = text.rpartition(" ")[2]
    return (
        len(last) < min(_FEW, len(text))
        and last.isupper()
        and last.isalpha()
        and text[0].isalpha()
        and not "a" <= text[0] <= "z"
    )


def _ended_people(_: Visible, segments: Sequence[Segment]) -> Barred:
    """After the initials that end a list of names a title begins, as in `Moss, A. Maps, mills` and `Moss A. Vitamin D`.

    So it does where small letters follow a comma after a few words with capitals.
    """
    for at in range(1, len(segments)):
        segment, before = segments[at], segments[at - 1]
        if segment.before[-1:] != "." or segment.look not in ("", before.look):
            continue
        following = segments[at + 1] if at + 1 < len(segments) else segment
        is_turned = segment.before == "." and _is_turned(segments, at)
        is_bare = before.before[:1] in (",", "&", ";") and _is_bare_name(before.text)
        is_last = is_bare or (is_turned and (at > 2 or segment.after[:1] not in (",", "&")))
        ends = is_last and not are_initials(following) and not _SUFFIX.fullmatch(segment.text)
        begins = is_turned or not _ends_name(before)
        if ends or (following.before == "," and _is_small(following.text) and begins):
            yield at, "BI"


def _ends_name(segment: Segment) -> bool:
    """Whether a segment is initials that are not first."""
    return segment.before != "" and are_initials(segment)


def _begun_titles(_: Visible, segments: Sequence[Segment]) -> Barred:
    """The words that begin a title, which begins the entry or is after the year, are no people."""
    for start in (0, *(at + 1 for at, segment in enumerate(segments) if segment.year)):
        yield from ((start + at, "BI") for at in range(_begun_title(segments[start:])))


def _begun_title(segments: Sequence[Segment]) -> int:
    """How many words begin an entry that goes on in small letters, as in `Ferries, Trade, and the Price of Salt`."""
    for at, segment in enumerate(segments):
        is_plain = segment.look == segments[0].look and segment.line == segments[0].line
        if at and (segment.before != "," or not is_plain):
            return 0
        if at and _is_small(segment.text) and (at == 1 or is_prose(segment.text)):
            return at
        if " " in segment.text and not _is_bare_name(segment.text):
            return 0
    return 0


def _turned(_: Visible, segments: Sequence[Segment]) -> Barred:
    """Names that are turned, as `Moss, A., Suhartono, & Reed, B.`, are people, and so is who has but one among them."""
    last = len(segments) - 1
    starts = (at for at in range(last - 1) if _begins_turned(segments, at) or (not at and _goes_on(segments, at)))
    at = next(starts, last)
    while at < last:
        segment, following = segments[at : at + 2]
        is_one = " " not in segment.text and is_like_name(segment) and not are_initials(segment)
        if _are_turned(segments, at):
            yield from ((at, _ONLY_BEGINS), (at + 1, _ONLY_GOES_ON))
            at += 2
        elif is_one and (_goes_on(segments, at) or (at and "&" in segment.before and following.before[:1] in "(:.")):
            yield at, _ONLY_BEGINS
            at += 1
        else:
            return
        if at > last or segments[at].before.lstrip(".")[:1] not in (",", "&", ";"):
            return


def _has_initials(segments: Sequence[Segment], at: int) -> bool:
    """Whether initials follow a surname, with a comma between."""
    given = segments[at + 1]
    return are_initials(given) and (given.before == "," or segments[at].text.endswith((" Jr", " Sr")))


def _are_turned(segments: Sequence[Segment], at: int) -> bool:
    """Whether a surname and initials are a person, whom another one or the end of the list follows."""
    ends = "&" in segments[at].before or at + 2 == len(segments)
    is_person = may_be_person(segments[at]) or segments[at].text.isupper()
    return is_person and _has_initials(segments, at) and (ends or segments[at + 2].before.lstrip(".")[:1] in _AFTER)


def _begins_turned(segments: Sequence[Segment], at: int) -> bool:
    """Whether a name that is turned begins at a segment, and another one follows it."""
    before, given = segments[at + 2].before, segments[at + 1]
    is_listed = before[:1] == "." and before[1:2] in (",", "&", ";")
    return is_listed and given.before == "," and are_initials(given) and may_be_person(segments[at])


def _goes_on(segments: Sequence[Segment], at: int) -> bool:
    """Whether a name that is turned follows one of a single word, joined to it where that is the first."""
    if at + 2 >= len(segments) or segments[at + 2].before not in (",", ".,") or not are_initials(segments[at + 2]):
        return False
    before = segments[at + 1].before
    return before in ("&", ",&", ";&") or (at > 0 and before in (",", ";"))


def _initials_first(_: Visible, segments: Sequence[Segment]) -> Barred:
    """Where the first initials are before a surname, as in `S. Lake, Suhartono, K. Reed`, initials end no person."""
    initials = [at for at in range(len(segments) - 1) if are_initials(segments[at])]
    first = initials[0] if initials else 0
    is_turned = first and segments[first].before == "," and may_be_person(segments[first - 1])
    if initials and not is_turned and segments[first + 1].before == ".":
        yield from ((at, "I") for at in initials[1:] if segments[at].before[:1] in (",", "&", ";"))


def _is_turned(segments: Sequence[Segment], at: int) -> bool:
    """Whether initials before a segment end a name that is turned, as the first of the entry is."""
    if at < 2 or segments[at - 2].look != segments[at].look or not _has_initials(segments, at - 2):
        return False
    return are_initials(segments[1]) and (at == 2 or any(sign in segments[at - 2].before for sign in ",;&"))


RULES: tuple[Row, ...] = (
    ((".",), _ended_people),
    ((SMALL,), _begun_titles),
    ((INITIALS, "."), _initials_first),
    ((INITIALS, ","), _turned),
)
"""Rules with their signs, as `barred.py` has them."""
