"""What makes it doubtful that those are people who are read as such; see `doubts`."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from profile_tui.content.publications.reading.entry_parts import NOTHING, Parts
from profile_tui.content.publications.roles import role_table
from profile_tui.text.pattern import lazily

_ALL = frozenset(("title", "authors", "venue"))
_PERSON = role_table.of_field("authors")
HAS_INITIAL = lazily(r"(?<![^\W\d_])[^\W\d_](?:\.|$|[\s-])|[^\Wa-zß-ÿ\d_]{2,3}$")
LEADING_INITIALS = lazily(r"(?:[^\W\d_]\.[\s-]?)+")
_DIGIT = lazily(r"\d(?!(?:nd|rd|th)$)")
_SLASHED = lazily(
    r"\S ?[/·|] ?\S| [Ii]n (?:the )?[^\Wa-zß-ÿ]| (?:y|e|and|und|et|&)$|^(?:y|e|and|und|et|&) |"
    r"\b(?:Universi|Hochschule|Akademi)|\b(?:Part|Teil) (?:[IVX]+|\d+)$"
)
"""What is in no name: signs that part people, words that lead in a venue or join, universities, parts of a work."""
_WORD, _CAPITALS = r"[^\Wa-zß-ÿ\d_][\w’'-]*[a-zß-ÿ]", r"[^\Wa-zß-ÿ\d_]{2,}(?:[ -][^\Wa-zß-ÿ\d_]{2,})*"
_INITIALS = r"(?:[^\W\d_]\.-?)+"
_SEVERAL = lazily(
    rf"[A-ZÀ-Þ]{{1,2}} {_WORD} [A-ZÀ-Þ]{{1,2}} {_WORD}|{_INITIALS} {_WORD} {_INITIALS}$|"
    rf"{_WORD} {_INITIALS} {_WORD} {_INITIALS}|{_CAPITALS} {_WORD}(?:[ -]{_WORD})* {_CAPITALS} {_WORD}|"
    rf".* [ye] {_WORD} [^\Wa-zß-ÿ\d_][\w’'-]{{2,}}"
)
"""Several people with nothing between: `A Moss B Reed`, `MOSS Ada REED Bo`, `Moss A. Reed B.`, `Ada MOSS y Bo REED`."""
_NO_NAMES = lazily(r"(?:Prof|Dr|Mr|Mrs|Ms|Ph\.?D|Dipl|Ing)\b\.?(?:[ -](?:Prof|Dr|Ing)\.?)*")
_ARTICLES = frozenset("ein eine einen the a an une un el il lo of and".split())
_KEPT = 5000
"""Of how many names it is kept whether they are such."""
_TITLES_LOOK = frozenset("iq")


def _no_person(parts: Parts) -> frozenset[str]:
    """All fields, where what is read as people is none: digits, initials alone, or some of it set off as titles are.

    So are initials alone right behind the people that are in no field, where the venue follows.
    """
    people, names, entry = parts.people, parts.entry.names, parts.entry
    behind = max(map(entry.roles.rfind, _PERSON)) + 1 if "OV" in entry.roles else 0
    if behind and entry.roles[behind : behind + 2] == "OV" and LEADING_INITIALS.fullmatch(entry.segments[behind].text):
        return _ALL
    if True in [_is_nobody(segment.text) for segment in people]:
        return _ALL
    begun = [each.name for each in names.authors if each.name[1:2] == "."] if names else ()
    if any(not name[-1].isalpha() and LEADING_INITIALS.fullmatch(name) for name in begun):
        return _ALL
    if entry.venue is not None:
        return NOTHING
    set_off = [not _TITLES_LOOK.isdisjoint(segment.look) for segment in people]
    return _ALL if any(set_off) and not all(set_off) else NOTHING


@lru_cache(_KEPT)
def _is_nobody(text: str) -> bool:
    """Whether a piece of a list of people begins with an article, or has a slash or a digit in it."""
    return text.partition(" ")[0] in _ARTICLES or "/" in text or _DIGIT.search(text) is not None


def _no_name(parts: Parts) -> frozenset[str]:
    """All fields, where a name has in it what names have not, as `IceConf/Lakes`, or is a title, as `Prof. Dr.`."""
    names = parts.entry.names.authors if parts.entry.names else ()
    return _ALL if True in [_is_no_name(each.name) for each in names] else NOTHING


@lru_cache(_KEPT)
def _is_no_name(name: str) -> bool:
    """Whether a name is a title, or has in it what names have not; the same people are named in many entries."""
    odd = _SLASHED.search(name) or _NO_NAMES.fullmatch(name) or (" " in name and _SEVERAL.match(name))
    return bool(odd)


def _mononym(parts: Parts) -> frozenset[str]:
    """The authors, where two words or more, a comma and one more word are all: they may be one, who is turned."""
    people = parts.people
    if len(people) != 2 or people[1].before != "," or " " not in people[0].text or " " in people[1].text:
        return NOTHING
    return frozenset(("authors",)) if "." not in people[1].text else NOTHING


def _by(parts: Parts) -> frozenset[str]:
    """All fields, where `by` is between two people."""
    people, segments = parts.people, parts.entry.segments
    for at in [at for at, segment in enumerate(segments) if at and segment.text == "by"]:
        if parts.title and segments[at - 1] in people and segments[at - 1] is not people[-1]:
            return _ALL if segments[at + 1] in people else NOTHING
    return NOTHING


def odd_neighbour(parts: Parts) -> frozenset[str]:
    """All fields, where the person beside the title or the venue is turned with a whole given name, and no other is."""
    names = parts.entry.names
    if names is None or len(names.authors) < 2 or not parts.title:
        return NOTHING
    are_turned = ["," in author.name and not HAS_INITIAL.search(author.name) for author in names.authors]
    if sum(are_turned) != 1:
        return NOTHING
    beside = 0 if parts.title[0].start < names.start else -1
    return _ALL if are_turned[beside] or are_turned[-1] else NOTHING


DOUBTS: tuple[Callable[[Parts], frozenset[str]], ...] = (_no_name, _no_person, _mononym, _by)
"""Its doubts, for `doubts.py`."""
