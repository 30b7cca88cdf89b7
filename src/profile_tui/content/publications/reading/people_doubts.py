"""What makes it doubtful that those are people who are read as such; see `doubts`."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from profile_tui.content.publications.cutting import letters
from profile_tui.content.publications.cutting.form import are_initials, may_be_person
from profile_tui.content.publications.cutting.letters import BARE_INITIALS, CAPITAL, LATIN_CAPITAL, SPELT_WORD
from profile_tui.content.publications.reading.entry_parts import (
    ALL_FIELDS,
    AUTHORS,
    AUTHORS_AND_VENUE,
    NOTHING,
    TITLE_AND_AUTHORS,
    Parts,
    is_plain_person,
)
from profile_tui.content.publications.reading.parts_signs import (
    JOINED,
    LEFT,
    MONONYM,
    NAMES,
    NO_VENUE,
    PEOPLE,
    PLAIN,
    SEVERAL,
    TURNED,
    VENUE,
    DoubtRow,
)
from profile_tui.content.publications.reading.signs import BOLD, INITIALS
from profile_tui.content.publications.roles import role_table
from profile_tui.text.pattern import lazily

_PERSON = role_table.of_field("authors")
HAS_INITIAL = lazily(rf"(?<![^\W\d_])[^\W\d_](?:\.|$|[\s-])|{CAPITAL}{{2,3}}$")
LEADING_INITIALS = lazily(letters.INITIALS)
_DIGIT = lazily(r"\d(?!(?:nd|rd|th)$)")
_SLASHED = lazily(
    r"\S ?[/·|] ?\S| [Ii]n (?:the )?[^\Wa-zß-ÿ]| (?:y|e|and|und|et|&)$|^(?:y|e|and|und|et|&) |"
    r"\b(?:Universi|Hochschule|Akademi)|^(?:Presses|[ÉE]ditions|Editorial|Edizioni|Editora|NXB) |"
    r"\b(?:Part|Teil) (?:[IVX]+|\d+)$|"
    r"(?:^|\s)(?:Colloquium|Symposium|Workshop|Conference|Congress|Proceedings|Paper|Report|Accepted|Submitted)"
    rf"(?:\s(?!{BARE_INITIALS}$)|$)"
)
"""What is in no name: signs that part people, words that lead in a venue or join, publishers, parts, meetings.

The last are in one where initials follow: there is somebody who is called `Paper G`.
"""
_CAPITALS = rf"{CAPITAL}{{2,}}(?:[ -]{CAPITAL}{{2,}})*"
_INITIALS = r"(?:[^\W\d_]\.-?)+"
"""Initials of one person: with blanks between, they could be those of two."""
_BARE = rf"{LATIN_CAPITAL}{{1,2}}"
"""Initials without stops; three capitals before a word are an acronym as often."""
_SEVERAL = lazily(
    rf"{_BARE} {SPELT_WORD} {_BARE} {SPELT_WORD}|{_INITIALS} {SPELT_WORD} {_INITIALS}$|"
    rf"{SPELT_WORD} {_INITIALS} {SPELT_WORD} {_INITIALS}|"
    rf"{_CAPITALS} {SPELT_WORD}(?:[ -]{SPELT_WORD})* {_CAPITALS} {SPELT_WORD}|"
    rf".* [ye] {SPELT_WORD} {CAPITAL}[\w’'-]{{2,}}"
)
"""Several people with nothing between: `A Moss B Reed`, `MOSS Ada REED Bo`, `Moss A. Reed B.`, `Ada MOSS y Bo REED`."""
_LED = lazily(rf"(?:Avec|With|Joint) |.*\bby {CAPITAL}")
"""With what no name begins, or what it has before it."""
_TWO_PEOPLE = lazily(r" [yei] [^\W\d_][\w’'-]* [^\W\d_]\.\s*[^\W\d_]{2}")
"""Two who are joined as the surnames of one may be, but the second has initials of their own."""
_TURNED = lazily(rf"[^,]+, {CAPITAL}[^\W\d_]+")
"""A name that is turned, with a given name in full."""
_HALF = lazily(r"[^\W\d_]{2,} [^\W\d_]\.")
_LATIN = lazily(r"[A-Za-zÀ-ɏ]")
_NO_NAMES = lazily(r"(?:Prof|Dr|Mr|Mrs|Ms|Ph\.?D|Dipl|Ing)\b\.?(?:[ -](?:Prof|Dr|Ing)\.?)*")
_ARTICLES = frozenset("ein eine einen the a an une un el il lo of and from for on at with".split())
_KEPT = 5000
"""Of how many names it is kept whether they are such."""
_TITLES_LOOK = frozenset("iq")
_BARE_AND_MORE = lazily(rf"{SPELT_WORD}(?: {SPELT_WORD})? {_BARE}(?:-{LATIN_CAPITAL})? {CAPITAL}")


def _no_person(parts: Parts) -> frozenset[str]:
    """All fields, where what is read as people is none: digits, initials alone, or some of it set off as titles are.

    So are initials alone right behind the people that are in no field, where the venue follows.
    """
    people, names, entry = parts.people, parts.entry.names, parts.entry
    behind = max(map(entry.roles.rfind, _PERSON)) + 1 if "OV" in entry.roles else 0
    if behind and entry.roles[behind : behind + 2] == "OV" and LEADING_INITIALS.fullmatch(entry.segments[behind].text):
        return ALL_FIELDS
    if True in [_is_nobody(segment.text) for segment in people]:
        return ALL_FIELDS
    begun = [each.name for each in names.authors if each.name[1:2] == "."] if names else ()
    if any(not name[-1].isalpha() and LEADING_INITIALS.fullmatch(name) for name in begun):
        return ALL_FIELDS
    if entry.venue is not None:
        return NOTHING
    set_off = [not _TITLES_LOOK.isdisjoint(segment.look) for segment in people]
    return ALL_FIELDS if any(set_off) and not all(set_off) else NOTHING


@lru_cache(_KEPT)
def _is_nobody(text: str) -> bool:
    """Whether a piece of a list of people begins with an article, or has a slash or a digit in it."""
    return text.partition(" ")[0] in _ARTICLES or "/" in text or _DIGIT.search(text) is not None


def _no_name(parts: Parts) -> frozenset[str]:
    """All fields, where a name has in it what names have not, as `IceConf/Lakes`, or is a title, as `Prof. Dr.`."""
    names = parts.entry.names.authors if parts.entry.names else ()
    return ALL_FIELDS if True in [_is_no_name(each.name) for each in names] else NOTHING


@lru_cache(_KEPT)
def _is_no_name(name: str) -> bool:
    """Whether a name is a title, or has in it what names have not; the same people are named in many entries."""
    odd = (
        _SLASHED.search(name)
        or _NO_NAMES.fullmatch(name)
        or (" " in name and (_SEVERAL.match(name) or _LED.match(name)))
    )
    return bool(odd)


def _mononym(parts: Parts) -> frozenset[str]:
    """The authors, where two words or more, a comma and one more word are all: they may be one, who is turned."""
    people = parts.people
    if len(people) != 2 or people[1].before != "," or " " not in people[0].text or " " in people[1].text:
        return NOTHING
    return AUTHORS if "." not in people[1].text else NOTHING


def _by(parts: Parts) -> frozenset[str]:
    """All fields, where `by` is between two people."""
    people, segments = parts.people, parts.entry.segments
    for at in [at for at, segment in enumerate(segments) if at and segment.text == "by"]:
        if parts.title and segments[at - 1] in people and segments[at - 1] is not people[-1]:
            return ALL_FIELDS if segments[at + 1] in people else NOTHING
    return NOTHING


def _gapless(parts: Parts) -> frozenset[str]:
    """The authors, where nothing parts two of them but a blank, and nobody is in characters of East Asia."""
    names, text = parts.entry.names, parts.entry.shown.text
    if names is None or len(names.places) < 2:
        return NOTHING
    ends = [before[1] for before, after in pairwise(names.places) if after[0] - before[1] == 1]
    return AUTHORS if any(text[end] == " " and _LATIN.match(text, end + 1) for end in ends) else NOTHING


def _mixed_orders(parts: Parts) -> frozenset[str]:
    """The authors, where some are turned with given names in full, and others have one word, or one alone is turned.

    So they are in `Bird; May; Frost, Will L.` and `Jan Souza; Melo, Hugo K. Marsh; Ada Reed`.
    """
    names = [each.name for each in parts.entry.names.authors] if parts.entry.names else []
    if len(names) < 2 or not any("," in name or " y " in name or " e " in name for name in names):
        return NOTHING
    turned = [name for name in names if _TURNED.match(name)]
    words = [name for name in names if " " not in name]
    is_odd = len(turned) == 1 < len(names) - 1 and turned[0] != names[0] and not any("," in one for one in names[:1])
    is_two = any(_TWO_PEOPLE.search(name) for name in names)
    return AUTHORS if (turned and words) or is_odd or is_two else NOTHING


def _half_names(parts: Parts) -> frozenset[str]:
    """The authors, where one is a given name and an initial, as `Xiu F.`, and another is turned or has one word."""
    names = [each.name for each in parts.entry.names.authors] if parts.entry.names else []
    half = [name for name in names if name[-1] == "." and _HALF.fullmatch(name)]
    if not half or len(half) == len(names):
        return NOTHING
    return AUTHORS if any(" " not in name or _TURNED.match(name) for name in names) else NOTHING


def _case_first(parts: Parts) -> frozenset[str]:
    """All fields, where the first of several is `Peat v. Crown`, and the others have their initials first."""
    names = [each.name for each in parts.entry.names.authors] if parts.entry.names else []
    if len(names) < 2 or " v. " not in names[0]:
        return NOTHING
    return ALL_FIELDS if all(LEADING_INITIALS.match(name) for name in names[1:]) else NOTHING


def _after_colon(parts: Parts) -> frozenset[str]:
    """Title and authors, where a colon is before one who is not the first: `Moss, A.: Art. „Nebel“`."""
    people = parts.people
    is_after = ":" in "".join([each.before for each in people[1:]])
    return TITLE_AND_AUTHORS if is_after else NOTHING


def _lone(parts: Parts) -> frozenset[str]:
    """Authors and venue, where all that is after title and year is a name in bold, which may well be a venue."""
    people, segments = parts.people, parts.entry.segments
    if len(people) != 1 or parts.entry.venue is not None or not parts.title or people[0] is not segments[-1]:
        return NOTHING
    is_behind = people[0].look == "b" != parts.title[0].look and segments[0].year
    return AUTHORS_AND_VENUE if is_behind else NOTHING


def _begun_as_venue(parts: Parts) -> frozenset[str]:
    """All fields, where a venue that may be a person is before a year in brackets, and people are after the title."""
    venue, segments = parts.venue, parts.entry.segments
    if not venue or not parts.people or venue[0] is not segments[0] or len(venue) > 1 or len(segments) < 2:
        return NOTHING
    is_dated = segments[1].year and segments[1].before == "(" and parts.people[0].start > segments[1].start
    return ALL_FIELDS if is_dated and is_plain_person(venue[0]) and venue[0].start not in parts.nobody else NOTHING


def _initials_before(parts: Parts) -> frozenset[str]:
    """Authors and venue, where initials in no field are right before the venue: `by I. Lind. Oslo: Fen Press`."""
    segments, roles, venue = parts.entry.segments, parts.entry.roles, parts.venue
    at = roles.find("OV") if venue else -1
    if at < 0 or segments[at + 1].before != "." or not are_initials(segments[at]):
        return NOTHING
    return AUTHORS_AND_VENUE if segments[at + 1] is venue[0] and may_be_person(venue[0]) else NOTHING


def _begun_bare(parts: Parts) -> frozenset[str]:
    """Title and authors, where the title begins with one more bare name: `Moss A, Reed BC Small boats`."""
    title, people = parts.title, parts.people
    if not title or not people or title[0].before != "," or title[0].look or title[0].start < people[0].start:
        return NOTHING
    return TITLE_AND_AUTHORS if _BARE_AND_MORE.match(title[0].text) else NOTHING


def _in_sentence(parts: Parts) -> frozenset[str]:
    """All fields, where a sentence goes on after the last person: `Ada Moss, Jan Reed and others have said so`."""
    segments = parts.entry.segments
    at = segments.index(parts.people[-1]) + 1
    if at == len(segments) or segments[at].look or segments[at].before not in ("", "&", ",&"):
        return NOTHING
    text = segments[at].text
    return ALL_FIELDS if text[0].islower() and text.count(" ") > 1 and parts.entry.roles[at] == "O" else NOTHING


def odd_neighbour(parts: Parts) -> frozenset[str]:
    """All fields, where the person beside the title or the venue is turned with a whole given name, and no other is."""
    names = parts.entry.names
    if names is None or len(names.authors) < 2 or not parts.title:
        return NOTHING
    are_turned = ["," in author.name and not HAS_INITIAL.search(author.name) for author in names.authors]
    if sum(are_turned) != 1:
        return NOTHING
    beside = 0 if parts.title[0].start < names.start else -1
    return ALL_FIELDS if are_turned[beside] or are_turned[-1] else NOTHING


DOUBTS: tuple[DoubtRow, ...] = (
    ((), _no_name),
    ((), _no_person),
    ((SEVERAL, ","), _mononym),
    (("by",), _by),
    ((NAMES,), _gapless),
    ((NAMES, f"{TURNED} {JOINED}"), _mixed_orders),
    ((NO_VENUE, BOLD), _lone),
    ((VENUE, PEOPLE, "("), _begun_as_venue),
    ((VENUE, LEFT, INITIALS), _initials_before),
    ((NAMES, f"{TURNED} {MONONYM}"), _half_names),
    ((NAMES, "v"), _case_first),
    ((SEVERAL, ":"), _after_colon),
    ((SEVERAL, LEFT), _in_sentence),
    ((PEOPLE, PLAIN, ","), _begun_bare),
)
"""Its doubts with their signs, for `doubts.py`."""
