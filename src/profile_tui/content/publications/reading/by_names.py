"""How lists of names begin, go on and end, and what that rules out: more rows for `barred.py`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from profile_tui.content.entries.lexicon import ANY_PARTICLE, ET_AL, PARTICLE, PARTICLES
from profile_tui.content.publications.cutting import bodies, letters
from profile_tui.content.publications.cutting.form import (
    are_initials,
    form_of,
    is_bare_name,
    is_like_name,
    may_be_person,
)
from profile_tui.content.publications.cutting.letters import CAPITAL, LATIN_CAPITAL, SUFFIX, WORD
from profile_tui.content.publications.cutting.phrases import STATE
from profile_tui.content.publications.cutting.segment import Segment
from profile_tui.content.publications.cutting.separators import LEAD
from profile_tui.content.publications.reading.barred_venues import is_person
from profile_tui.content.publications.reading.signs import (
    BARE,
    BOLD,
    EAST,
    INITIALS,
    ITALIC,
    NO_FIELD,
    ONLY_BEGINS,
    ONLY_GOES_ON,
    ONLY_PEOPLE,
    ONLY_TITLE,
    ONLY_VENUE,
    OTHERS,
    QUOTED,
    SMALL,
    SURNAME,
    Barred,
    Row,
)
from profile_tui.markup.inline import Visible
from profile_tui.text.pattern import lazily

_SUFFIX = lazily(rf"{SUFFIX}|(?:(?:{ANY_PARTICLE})(?: |$))+")
_EAST, _LISTS = lazily(f"[{letters.EAST}]"), (",", ";", "&", "/")
_EAST_JOINED = lazily(r"[\u4e00-\u9fff][的与與及论論のと][\u4e00-\u9fff]|[\uac00-\ud7af]의 [\uac00-\ud7af]")
_LISTED = 4
"""Segments of two people at least, whose surnames and initials are two each."""
_AFTER = (",", ";", "&", "(", ":")
_SMALL = lazily(
    rf"(?!{PARTICLE.pattern}|{ET_AL.pattern}|{LEAD.pattern}|{STATE.pattern}|with\b|joint|corresp|equal)[a-zß-ÿ].{{4}}",
    re.S,
)
"""The beginning of words in small letters that go on with no name."""
PROSE = frozenset("the of in for on at by from to a an für zur pour dans sur une para sobre".split())
_WITH_PARTICLE = lazily(rf"(?:(?:{ANY_PARTICLE}) )+{WORD}|(?:(?:{ANY_PARTICLE.upper()}) )+{CAPITAL}{{3,}}")
WITH_INITIALS = lazily(rf"(?:(?:{ANY_PARTICLE}) )+{WORD} {LATIN_CAPITAL}-?{LATIN_CAPITAL}?")
"""A name with particles and bare initials; three capitals after such a name are an acronym as often."""
_GIVEN = lazily(rf"{WORD}(?: {WORD}){{0,2}}")
_LONGEST_SUFFIX = 4
_END = lazily(rf"{SUFFIX}\.?")
"""What ends a name by itself: a particle does not."""
_GIVEN_AND_PARTICLE = lazily(rf"(?:{WORD} ){{1,3}}(?:(?:{ANY_PARTICLE})[ -]?)+")
_CAPITALS = lazily(
    rf"(?:{CAPITAL}+[ ’'-]){{1,4}}(?:{CAPITAL}{letters.SMALL}[\w’'-]* ?){{1,3}}"
    rf"(?:(?:{SUFFIX}|{CAPITAL}\.|{ANY_PARTICLE}) ?)*"
)
"""A name whose surname is in capitals."""
_may_be_bold = partial(is_person, looks="bu")


def is_prose(text: str) -> bool:
    """Return whether a text has a small word of a sentence, which is not its last."""
    return not PROSE.isdisjoint(text.split()[:-1])


def _is_small(text: str) -> bool:
    """Whether a text begins with words in small letters that go on with no name."""
    return text[0].islower() and _SMALL.match(text) is not None


def _ended_people(_: Visible, segments: Sequence[Segment]) -> Barred:
    """After the initials that end a list of names a title begins, as in `Moss, A. Maps, mills` and `Moss A. Vitamin D`.

    So it does where small letters follow a comma after a few words with capitals.
    """
    stopped = _end_of_stopped(segments)
    for at in [at for at in range(1, len(segments)) if segments[at].before[-1:] == "."]:
        segment, before = segments[at], segments[at - 1]
        if segment.look not in ("", before.look):
            continue
        following = segments[at + 1] if at + 1 < len(segments) else segment
        if are_initials(following):
            continue
        is_turned = segment.before == "." and _is_turned(segments, at)
        is_last = _ends_bare(segments, at, stopped) or (is_turned and (at > 2 or segment.after[:1] not in (",", "&")))
        ends = is_last and not _SUFFIX.fullmatch(segment.text)
        goes_on = not ends and following.before == "," and _is_small(following.text)
        if ends or (goes_on and (is_turned or not _ends_name(before))):
            yield at, "BI"


def _ends_name(segment: Segment) -> bool:
    """Whether a segment is initials that are not first."""
    return segment.before != "" and are_initials(segment)


def _ends_bare(segments: Sequence[Segment], at: int, stopped: int) -> bool:
    """Whether initials without a comma before them, and after others that are so, end the name before a segment."""
    before = segments[at - 1]
    if at >= stopped and segments[at].before == "." and are_initials(before):
        return True
    return before.before[:1] in (",", "&", ";") and is_bare_name(before.text)


def _end_of_stopped(segments: Sequence[Segment]) -> int:
    """Where the first two end whose initials are last, as in `Moss A., Reed B. GullBench`; else after all."""
    if len(segments) <= _LISTED:
        return len(segments)
    goes_on = segments[2].before.lstrip(".")[:1] in (",", "&", ";")
    are_stopped = goes_on and all(
        are_initials(segments[at + 1]) and not segments[at + 1].before and " " not in segments[at].text
        and may_be_person(segments[at]) and not are_initials(segments[at])
        for at in (0, 2)
    )  # fmt: skip
    return _LISTED if are_stopped else len(segments)


def _begun_titles(_: Visible, segments: Sequence[Segment]) -> Barred:
    """The words that begin a title, which begins the entry or is after the year, are no people."""
    for start in (0, *[at + 1 for at, segment in enumerate(segments) if segment.year]):
        yield from ((start + at, "BI") for at in range(_begun_title(segments[start:])))


def _begun_title(segments: Sequence[Segment]) -> int:
    """How many words begin an entry that goes on in small letters, as in `Ferries, Trade, and the Price of Salt`."""
    for at, segment in enumerate(segments):
        is_plain = segment.look == segments[0].look and segment.line == segments[0].line
        if at and (segment.before != "," or not is_plain):
            return 0
        if at and _is_small(segment.text) and (at == 1 or is_prose(segment.text)):
            return at
        if " " in segment.text and not is_bare_name(segment.text):
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
            yield from ((at, ONLY_BEGINS), (at + 1, ONLY_GOES_ON))
            at += 2
        elif _END.fullmatch(segment.text):  # `Moss, R., Jr`
            at += 1
        elif is_one and (_goes_on(segments, at) or (at and "&" in segment.before and following.before[:1] in "(:.")):
            yield at, ONLY_BEGINS
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
    first = next((at for at in range(len(segments) - 1) if are_initials(segments[at])), -1)
    is_turned = first > 0 and segments[first].before == "," and may_be_person(segments[first - 1])
    if first < 0 or is_turned or segments[first + 1].before != ".":
        return
    for at in range(first + 1, len(segments) - 1):
        segment = segments[at]
        if segment.after == "." and segment.before[:1] in (",", "&", ";") and are_initials(segment):
            yield at, "I"


def _is_turned(segments: Sequence[Segment], at: int) -> bool:
    """Whether initials before a segment end a name that is turned, as the first of the entry is."""
    if at < 2 or segments[at - 2].look != segments[at].look or not _has_initials(segments, at - 2):
        return False
    return are_initials(segments[1]) and (at == 2 or any(sign in segments[at - 2].before for sign in ",;&"))


def _bracketed_people(_: Visible, segments: Sequence[Segment]) -> Barred:
    """Full names in brackets of which one alone is bold, as `(Ada Quill, **Bo Reed**, 2020)`, are people."""
    for at, segment in enumerate(segments):
        if not segment.before.endswith("(") or segment.year or segment.look not in ("", "b"):
            continue
        end = at + 1
        while end < len(segments) and segments[end].before in (",", "&", ",&") and not segments[end].year:
            end += 1
        inside = segments[at:end]
        closes = end == len(segments) or segments[end].year or segments[end].before.startswith(")")
        bold = sum(other.look == "b" for other in inside)
        if bold == 1 and len(inside) > 1 and closes and all(map(_is_full_name, inside)):
            yield from ((other, ONLY_PEOPLE) for other in range(at, end))


def _slashed_surnames(_: Visible, segments: Sequence[Segment]) -> Barred:
    """Words in italics that begin an entry, with slashes between, are a person each: `*Moss/de Reed/Lind*, Peat`."""
    end = 1
    while end < len(segments) and segments[end].before == "/" and segments[end].look == segments[0].look == "i":
        end += 1
    if end > 1 and all(map(may_be_person, segments[:end])):
        yield from ((at, ONLY_BEGINS) for at in range(end))


def _given_in_brackets(_: Visible, segments: Sequence[Segment]) -> Barred:
    """Who begin an entry with their given names in brackets, as `Moss (Ada) et Reed (Bo), *Peat*`, are people."""
    at = 0
    begins: set[int] = set()
    while at + 2 < len(segments):
        stop = at + 2
        while stop + 1 < len(segments) and not segments[stop].before and are_initials(segments[stop]):
            stop += 1  # `Moss (Ada J.)`
        if not _is_bracketed(segments[at], segments[at + 1], segments[stop]):
            break
        begins.add(at)
        at = stop
        if segments[at].before.lstrip(".") not in (")&", "),", "),&", ")", ");"):
            break
    if at > 2 or (at and (segments[at].look or "“" in segments[at].before)):
        yield from ((one, ONLY_BEGINS if one in begins else ONLY_GOES_ON) for one in range(at))


def _is_bracketed(family: Segment, given: Segment, following: Segment) -> bool:
    """Whether given names, and nothing else, are in brackets after a surname."""
    closes = given.before == "(" and following.before.lstrip(".")[:1] == ")"
    return closes and (may_be_person(given) or are_initials(given)) and (may_be_person(family) or family.text.isupper())


def _is_full_name(segment: Segment) -> bool:
    """Whether a segment may be a name of several words, and none that venues have."""
    text = segment.text
    words = " " in text and text[0].isupper() and not bodies.is_no_name(text) and not form_of(segment).venue
    return words and segment.look in ("", "b") and not any(map(str.isdigit, text))


def _other_script(shown: Visible, segments: Sequence[Segment]) -> Barred:
    """Words in characters of East Asia beside people in Latin ones, from whom no comma parts them, are nobody.

    They are the title, where nothing else may be one.
    """
    if shown.text.isascii() or not _EAST.search(shown.text):
        return
    others = [segment for segment in segments if not (segment.year or segment.look == "i" or may_be_person(segment))]
    for at, segment in enumerate(segments):
        beside = (*segments[at - 1 if at else 0 : at], *segments[at + 1 : at + 2])
        is_apart = _EAST.match(segment.text) and not segment.bracketed and not _goes_on_as_people(segments, at)
        if is_apart and any(map(_is_latin_person, beside)):
            alone = all(other is segment or are_initials(other) for other in others)
            yield at, ONLY_TITLE if alone else "BI"


def _east_words(shown: Visible, segments: Sequence[Segment]) -> Barred:
    """Words of East Asia that a small one joins, as `盐与沙`, name nobody.

    Where such words are first, or others in `《》`, and others in `《》` are after who wrote them, those are the venue.
    """
    joined = [at for at, segment in enumerate(segments) if _EAST_JOINED.search(segment.text)]
    yield from ((at, "BI") for at in joined)
    books = [at for at, segment in enumerate(segments) if shown.text.startswith("《", segment.start - 1)]
    is_titled = books[:1] == [0] if len(books) > 1 else bool(books) and joined[:1] == [0]
    if is_titled and books[-1] > 1 and len(books) < 3:
        yield from ((0, ONLY_TITLE), (books[-1], ONLY_VENUE))


def _is_latin_person(segment: Segment) -> bool:
    """Whether a segment is plain and may be a person in Latin characters."""
    return segment.text[-1].islower() and not segment.look and not segment.bracketed and may_be_person(segment)


def _goes_on_as_people(segments: Sequence[Segment], at: int) -> bool:
    """Whether a list of people may go on with a segment, or after it, or in a bracket."""
    after = segments[at + 1].before.lstrip(".”")[:1] if at + 1 < len(segments) else ""
    return segments[at].before.lstrip(".")[:1] in _LISTS or after in _LISTS or after == "("


def _ended_names(_: Visible, segments: Sequence[Segment]) -> Barred:
    """What ends a name goes on with it: `Jr.` and `III`, and given names with a particle, as in `Berg, A. van`."""
    for at, (name, segment) in enumerate(pairwise(segments)):
        if segment.before not in (",", ".", ".,", ""):
            continue
        initials = are_initials(name)
        is_suffix = len(segment.text) <= _LONGEST_SUFFIX and _END.fullmatch(segment.text)
        if is_suffix and (initials or all(map(_may_be_bold, segments[: at + 1]))):
            yield at + 1, ONLY_GOES_ON
            given = at - 1 if initials and not name.before else at
            if segment.before[-1:] == segments[given].before == "," and " " not in segments[given].text:
                yield from ((one, ONLY_GOES_ON) for one in range(given, at + 1))
        elif initials and at and segment.before == "." and not set(segment.text.split()) - PARTICLES:
            yield at + 1, ONLY_GOES_ON
            if name.before == ",":
                yield at, ONLY_GOES_ON
        elif segment.before == "," and " " not in name.text and _ends_in_particle(segment.text):
            yield at + 1, ONLY_GOES_ON


def _ends_in_particle(text: str) -> bool:
    """Whether given names end with a particle, as in `Ana Ida da`."""
    return " " in text and _GIVEN_AND_PARTICLE.fullmatch(text) is not None


def _surnames(_: Visible, segments: Sequence[Segment]) -> Barred:
    """Given names go on with a surname that has a particle or is in capitals: `da Reed, Ana Ida` and `DA REED, Ana`."""
    for at, (name, segment) in enumerate(pairwise(segments)):
        if segment.before == "." and are_initials(name) and _WITH_PARTICLE.fullmatch(segment.text):
            yield at + 1, ONLY_GOES_ON  # `K.-H. von der Lind`
        elif (not at or name.before in (",", "&")) and WITH_INITIALS.fullmatch(name.text):
            yield at, ONLY_BEGINS  # `von der Lind K-H`
        if segment.before != "," or name.before[-1:] == "." or segment.year or not _WITH_PARTICLE.fullmatch(name.text):
            continue
        told = " " in segment.text or (name.text.isupper() and not segment.text.isupper())
        if told and _GIVEN.fullmatch(segment.text):
            yield at + 1, ONLY_GOES_ON


def _told(_: Visible, segments: Sequence[Segment]) -> Barred:
    """What stands for others is no field, and a surname that was told by the given names after it goes on with them."""
    for at, segment in enumerate(segments):
        if form_of(segment).brief == "ETAL" and (" " in segment.text or not segment.text.isupper()):  # but `E. A. Moss`
            yield at, NO_FIELD
        elif segment.surname and segment.after == "," and segment.before != "." and " " not in segment.text:
            yield from ((at, ONLY_BEGINS), (at + 1, ONLY_GOES_ON))


def _capitals(_: Visible, segments: Sequence[Segment]) -> Barred:
    """Those with surnames in capitals who begin an entry before a quotation, as in `REED Ana, “Peat”`, are people."""
    end = next((at for at, segment in enumerate(segments) if not _CAPITALS.fullmatch(segment.text)), len(segments))
    if end and any(segment.quoted for segment in segments[end : end + 2]) and not segments[0].quoted:
        yield from ((at, "TV") for at in range(end))


RULES: tuple[Row, ...] = (
    (((*PARTICLES, "jr", "sr", "ii", "iii", "iv"),), _ended_names),
    ((PARTICLES,), _surnames),
    (((SURNAME, OTHERS),), _told),
    ((QUOTED,), _capitals),
    ((".", (INITIALS, BARE, SMALL)), _ended_people),
    ((SMALL,), _begun_titles),
    (("(", BOLD), _bracketed_people),
    (("(",), _given_in_brackets),
    ((ITALIC, "/"), _slashed_surnames),
    ((INITIALS, "."), _initials_first),
    ((INITIALS, ","), _turned),
    ((EAST,), _other_script),
    ((EAST,), _east_words),
)
"""Rules with their signs, as `barred.py` has them."""
