"""What joins or parts names says of those around it: more rules for `barred.py`, and doubts for `doubts.py`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from profile_tui.content.entries.lexicon import ANY_PARTICLE, ET_AL, PARTICLES
from profile_tui.content.publications.cutting.form import are_initials, is_bare_name, may_be_person
from profile_tui.content.publications.cutting.letters import BARE_INITIALS, SPELT_WORD, SUFFIX
from profile_tui.content.publications.cutting.segment import Segment
from profile_tui.content.publications.cutting.separators import BODY
from profile_tui.content.publications.reading.barred_venues import COUNTRIES, SHORT
from profile_tui.content.publications.reading.by_names import WITH_INITIALS, is_prose
from profile_tui.content.publications.reading.entry_parts import (
    ALL_FIELDS,
    AUTHORS,
    AUTHORS_AND_VENUE,
    GOES_ON,
    NOTHING,
    TITLE_AND_AUTHORS,
    Parts,
    is_in_full,
    is_set_off,
)
from profile_tui.content.publications.reading.parts_signs import (
    MONONYM,
    NAMES,
    NO_VENUE,
    NOBODY,
    PEOPLE,
    PLAIN,
    THREE,
    TITLES,
    TURNED,
    DoubtRow,
)
from profile_tui.content.publications.reading.signs import (
    AND,
    BARE,
    BOLD,
    INITIALS,
    ITALIC,
    ONLY_BEGINS,
    ONLY_GOES_ON,
    ONLY_PEOPLE,
    ONLY_TITLE,
    OTHERS,
    Barred,
    Row,
)
from profile_tui.content.publications.roles import role_table
from profile_tui.markup.inline import Visible
from profile_tui.text.pattern import lazily

_WITHIN_NAMES = frozenset("y e i a".split())
"""Words that join the two surnames of one person, too, as in `Ortega y Sal`."""
_KEPT = 5000
"""Of how many words it is kept whether they are such."""
_JOINS = frozenset("and & und et y e i".split())
_LISTED = 3
"""People of a list, and letters of a name in capitals, that is no initials."""
SHORTENED = lazily(r"(?:^|\s)(?:Md|Mohd|Chr|St|Ste|Th|Wm|[JS]r|Dr|Prof|Fr|Geo|Jos|Thos|Sk|Abd)$")
"""What a stop may shorten in a name, as `Md` and `Chr`."""
_WHOLE = lazily(r"[^\W\d_][\w’'-]*[a-zß-ÿ]{2}")
"""A word at the end of a name which is long enough to be whole."""
_BARE = lazily(
    rf"(?:(?:{ANY_PARTICLE}) )*{SPELT_WORD}(?: (?:[eyi]|{ANY_PARTICLE}|{SPELT_WORD}))*"
    rf" {BARE_INITIALS}(?: {SUFFIX})?"
)
"""A name with bare initials, be there a suffix after them."""
_ODD = lazily(rf" (?:{SUFFIX}|[ey] .*)$")
"""A suffix after a name, or two surnames that are joined."""
_TWO_WORDS = lazily(r"[^\W\d_]+ [yei] [^\W\d_]+")
_NUMERAL = lazily(r"[IVX]{1,4}")
_SUFFIX = lazily(rf"{SUFFIX}\b")
_PERSON = role_table.of_field("authors")


def _anew(shown: Visible, segments: Sequence[Segment]) -> Barred:
    """After a word or sign that joins people, another one begins; after one that joins a phrase to something, none."""
    for at in [at for at, segment in enumerate(segments) if at and segment.before[-1:] == "&"]:
        joins = shown.text[segments[at - 1].end : segments[at].start].split()
        if not joins:
            continue
        before = segments[at - 1].text
        if is_prose(before) and not BODY.fullmatch(before):
            yield at, "BI"
        elif _WITHIN_NAMES.isdisjoint(joins):
            yield at, "I"


def _of_one_word(_: Visible, segments: Sequence[Segment]) -> Barred:
    """Where all of a list have one word, and the last is joined, each is another: `Moss, Reed and Lind`."""
    for at in range(2, len(segments)):
        if segments[at].before not in ("&", ",&") or not _has_one_word(segments[at]):
            continue
        start = at - 1
        while start > 0 and segments[start].before == "," and _has_one_word(segments[start - 1]):
            start -= 1
        ends = at + 1 == len(segments) or segments[at + 1].before[:1] not in GOES_ON
        if ends and at + 1 - start >= _LISTED and _has_one_word(segments[at - 1]):
            yield from ((one, "I") for one in range(start + 1, at + 1))


def _turned_first(_: Visible, segments: Sequence[Segment]) -> Barred:
    """Who is first is turned, where one in full is joined to a surname and a given name: `Reed, Ian, and Ada Moss`.

    Or where others follow: `Reed, Ian et al.`
    """
    if len(segments) < _LISTED or segments[1].before != "," or not _has_one_word(segments[0]):
        return
    given, at = segments[1], 2
    while at < len(segments) and not segments[at].before and are_initials(segments[at]):
        at += 1
    following = segments[at] if at < len(segments) else None
    if following is None or not _has_one_word(given) or given.look != segments[0].look:
        return
    others = ET_AL.fullmatch(following.text) is not None and following.before.lstrip(".") in ("", ",", "&", ",&")
    in_full = (following.before == ",&" and is_in_full(following)) or (
        following.before in (",&", "&") and _has_initial_within(segments, at)
    )
    if others or in_full:
        yield from ((0, ONLY_BEGINS), *((one, ONLY_GOES_ON) for one in range(1, at)))
        if in_full:
            yield at, ONLY_BEGINS


def _in_full_after_initials(_: Visible, segments: Sequence[Segment]) -> Barred:
    """A given name after an initial, as in `Moss, J. Robert; Reed, Ada`, goes on with it."""
    for at in range(len(segments) - 4):
        family, initial, given, other, following = segments[at : at + 5]
        if initial.before != "," or given.before != "." or not are_initials(initial) or are_initials(given):
            continue
        ends = other.before in (";", "/") and following.before == "," and may_be_person(other)
        if ends and _has_one_word(given) and _has_one_word(family) and given.look == family.look:
            yield from ((at, ONLY_BEGINS), (at + 1, ONLY_GOES_ON), (at + 2, ONLY_GOES_ON))


def _before_italics(_: Visible, segments: Sequence[Segment]) -> Barred:
    """Initials and a surname between stops, before what is in italics, are a person: `Hail. H. Moss. *Nets*`."""
    for at in [at - 2 for at in range(3, len(segments)) if "i" in segments[at].look and segments[at].before == "."]:
        before, initials, family = segments[at - 1 : at + 2]
        if family.look or not are_initials(initials):
            continue
        is_apart = initials.before == "." and not before.look and family.before == "." and initials.text != "J."
        if is_apart and _has_one_word(family) and family.text.lower() not in SHORT:
            yield from ((at, ONLY_BEGINS), (at + 1, ONLY_GOES_ON))
            if at > 1 and _NUMERAL.fullmatch(segments[at - 2].text):  # `Notes on Storms. II. Hail. H. Moss. *Nets*`
                yield at - 1, ONLY_TITLE


def _has_initial_within(segments: Sequence[Segment], at: int) -> bool:
    """Whether a given name has an initial and a surname after it, as `Ada J. Moss`."""
    if at + 2 >= len(segments) or not may_be_person(segments[at]):
        return False
    initial, family = segments[at + 1 : at + 3]
    return not initial.before and are_initials(initial) and family.before == "." and may_be_person(family)


def _after_stop(_: Visible, segments: Sequence[Segment]) -> Barred:
    """No name goes on after a stop that shortens nothing, as in `Ada Moss. Ice`."""
    for at, (before, segment) in enumerate(pairwise(segments)):
        may_end = segment.before == "." and before.text[-1].islower() and " " in before.text  # most entries are asked
        if may_end and _is_whole(before.text.rpartition(" ")[2]):
            yield at + 1, "I"


@lru_cache(_KEPT)
def _is_whole(word: str) -> bool:
    """Whether a word that ends a name is long enough to be whole, and none that a stop shortens."""
    return _WHOLE.fullmatch(word) is not None and not SHORTENED.search(word)


def _bare(_: Visible, segments: Sequence[Segment]) -> Barred:
    """After a name with bare initials another one begins that has them: `de Castro I, Al-Hadi N`."""
    for at in [
        at for at, segment in enumerate(segments) if at and segment.before == "," and segment.text[-1].isupper()
    ]:
        before, segment = segments[at - 1 : at + 1]
        if before.text[-1].isupper() and _has_initials(before.text) and _has_initials(segment.text):
            yield at, "I"


def _bare_lists(_: Visible, segments: Sequence[Segment]) -> Barred:
    """Those with bare initials who begin an entry are people, be there particles and suffixes, up to the first stop.

    So it is in `Moss R Jr, de Souza e Lind M, van der Berg HJ 3rd. Ice`.
    """
    stop = next((at for at in range(1, len(segments)) if segments[at].before not in (",", "&", ",&")), 0)
    if not any(_ODD.search(segment.text) for segment in segments[:stop]):
        return
    if stop > 1 and segments[stop].before == "." and all(_BARE.fullmatch(each.text) for each in segments[:stop]):
        yield from ((at, ONLY_BEGINS) for at in range(stop))
        yield stop, _PERSON


def _has_initials(text: str) -> bool:
    """Whether a text is a name with bare initials at its end, maybe with a particle before."""
    return is_bare_name(text) or WITH_INITIALS.fullmatch(text) is not None


def _with_owner(_: Visible, segments: Sequence[Segment]) -> Barred:
    """A name in bold that is joined to a plain one is the owner's, as in `**Ada Moss** & Cy Reed`, and no title."""
    for at, (first, second) in enumerate(pairwise(segments)):
        looks = {first.look, second.look}
        if second.before in ("&", ",&") and looks == {"", "b"} and is_in_full(first) and is_in_full(second):
            yield from ((at, ONLY_PEOPLE), (at + 1, ONLY_PEOPLE))


def _has_one_word(segment: Segment) -> bool:
    """Whether a segment has one word that may be a person and is no initials."""
    is_bare = len(segment.text) < _LISTED and segment.text.isupper()
    return " " not in segment.text and may_be_person(segment) and not (is_bare or are_initials(segment))


def _one_turned(parts: Parts) -> frozenset[str]:
    """The authors, where some are turned with a given name of a word, as `Large, May`, and others have one word."""
    names = [author.name for author in parts.entry.names.authors] if parts.entry.names else []
    others = [name for name in names if " " not in name]
    if not others:
        return NOTHING
    turned = [name for name in names if name.count(" ") == 1 and name.partition(", ")[2].isalpha()]
    return AUTHORS if turned else NOTHING


def _first_alone(parts: Parts) -> frozenset[str]:
    """The authors, where the first of those in full has one word: `Reed, Ana Ida, Bo Moss` may be turned."""
    names = parts.entry.names.authors if parts.entry.names else ()
    if len(names) < 2 or " " in names[0].name or "," in names[1].name:
        return NOTHING
    is_apart = parts.entry.segments[0] is parts.people[0] and parts.people[1].before == ","
    return AUTHORS if is_apart and all(" " in each.name for each in names[1:]) else NOTHING


def _last_alone(parts: Parts) -> frozenset[str]:
    """Title and authors, where the last of those with initials has none, and small letters go on: `Reed B., Salt, ice`.

    Or where one word that is in no field is there.
    """
    title, people = parts.title, parts.people
    if not title or not people or title[0].before != "," or people[0].start > title[0].start or title[0].look:
        return NOTHING
    before = parts.entry.segments[parts.entry.segments.index(title[0]) - 1]
    if " " in before.text or before.look or not may_be_person(before):
        return NOTHING
    names = [each.name for each in parts.entry.names.authors] if parts.entry.names else []
    goes_on = title[0].text[0].islower() and len(names) > 1 and " " not in names[-1] and " " in names[0]
    return TITLE_AND_AUTHORS if before in parts.unread or goes_on else NOTHING


def _begun_as_two(parts: Parts) -> frozenset[str]:
    """Title and authors, where nobody is named, and a plain title begins with two who are joined and may be people."""
    title = parts.title
    if parts.people or len(title) < 2 or is_set_off(title[0]) or "&" not in title[1].before:
        return NOTHING
    are_two = " " in title[0].text and may_be_person(title[0])
    words = title[1].text.split()
    named = len(words) > 1 and all(word[0].isupper() for word in words[:2])
    return TITLE_AND_AUTHORS if are_two and named else NOTHING


def _one_or_two(parts: Parts) -> frozenset[str]:
    """The authors, where `y` or `e` may be within a name with two surnames, or between two people."""
    names, text = parts.entry.names, parts.entry.shown.text
    if names is None:
        return NOTHING
    within = True in [_has_two_surnames(each.name) for each in names.authors]
    if not within and not [1 for segment in parts.people if "&" in segment.before]:
        return NOTHING
    for (first, before), (second, after) in pairwise(zip(names.authors, names.places, strict=True)):
        are_joined = text[before[1] : after[0]].strip() in _WITHIN_NAMES
        within = within or (are_joined and (" " in first.name) != (" " in second.name))
    return AUTHORS if within else NOTHING


@lru_cache(_KEPT)
def _has_two_surnames(name: str) -> bool:
    """Whether a name is two words that are joined, as `Ortega y Sal`."""
    return _TWO_WORDS.fullmatch(name) is not None


def _joined_to_nobody(parts: Parts) -> frozenset[str]:
    """All fields, where a word joins to a person what is read as none, as in `A. Moss, and Jan Reed in Salt`."""
    segments, roles = parts.entry.segments, parts.entry.roles
    for at in [at for at, segment in enumerate(segments) if at and "&" in segment.before]:
        if roles[at - 1] in _PERSON and roles[at] in "TVO" and not ET_AL.match(segments[at].text):
            return ALL_FIELDS
    return NOTHING


def _after_joined(parts: Parts) -> frozenset[str]:
    """Title and authors, where one of one word is after two who are joined: `A. Moss and B. Reed, Cliques, cycles`."""
    names = parts.entry.names
    if names is None or len(names.authors) < 3 or not parts.title or parts.title[0].start < names.start:
        return NOTHING
    text, places = parts.entry.shown.text, names.places
    are_joined = text[places[-3][1] : places[-2][0]].strip(" ,").lower() in _JOINS
    is_apart = text[places[-2][1] : places[-1][0]].strip() == ","
    words = [each.name.count(" ") for each in names.authors[-3:]]
    return TITLE_AND_AUTHORS if are_joined and is_apart and not words[2] and all(words[:2]) else NOTHING


def _last_in_full(parts: Parts) -> frozenset[str]:
    """Authors and venue, where the last of those with bare initials has none, and no venue was found."""
    names = [author.name for author in parts.entry.names.authors] if parts.entry.names else []
    if len(names) < 2 or parts.entry.venue is not None or " " not in names[-1] or _has_initials(names[-1]):
        return NOTHING
    return AUTHORS_AND_VENUE if all(map(_has_initials, names[:-1])) else NOTHING


def _suffix_or_place(parts: Parts) -> frozenset[str]:
    """The authors, where one is but a suffix, as `Jr`, or is turned as a place and its country are: `Oslo, Norway`."""
    names = parts.entry.names.authors if parts.entry.names else ()
    odd = any(each.name[0] in "JSI" and _SUFFIX.match(each.name) for each in names)
    odd = odd or any("," in each.name and each.name.rpartition(", ")[2].lower() in COUNTRIES for each in names)
    return AUTHORS if odd else NOTHING


RULES: tuple[Row, ...] = (
    (("&", ","), _turned_first),
    ((OTHERS, ","), _turned_first),
    ((INITIALS, ".", ITALIC), _before_italics),
    ((INITIALS, ",", "; /"), _in_full_after_initials),
    (("&",), _anew),
    (("& ,&",), _of_one_word),
    ((".",), _after_stop),
    ((BOLD, "&"), _with_owner),
    ((",", BARE), _bare),
    ((",", ".", (*PARTICLES, "jr", "iii", "2nd", "3rd", "4th")), _bare_lists),
)
"""Rules with their signs, as `barred.py` has them."""
DOUBTS: tuple[DoubtRow, ...] = (
    ((MONONYM, TURNED), _one_turned),
    ((NAMES, MONONYM, ","), _first_alone),
    ((PEOPLE, ","), _last_alone),
    ((NOBODY, TITLES, PLAIN, "& ,&"), _begun_as_two),
    ((PEOPLE,), _one_or_two),
    ((THREE, MONONYM), _after_joined),
    ((AND,), _joined_to_nobody),
    ((NAMES, NO_VENUE), _last_in_full),
    ((PEOPLE,), _suffix_or_place),
)
"""Its doubts with their signs, for `doubts.py`."""
