"""Bodies among the authors: two names with `and` between them may be the one name of a company."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from profile_tui.content.entries.lexicon import PARTICLES
from profile_tui.content.publications.cutting import separators
from profile_tui.content.publications.cutting.letters import CAPITAL, SMALL
from profile_tui.content.publications.cutting.segment import Segment
from profile_tui.text.pattern import lazily

_AND = lazily(r"\s+(?:and|&|und|et|y)\s+")
_COMMA = lazily(r"\s*[,;]\s*")
_SUFFIX = lazily(
    r"\b(?:Ltd|Limited|Inc|LLC|LLP|GmbH|AG|SA|plc|Co|Corp|Corporation|Company|Sons|Brothers|Bros|Partners|Associates"
    r"|Collaboration|Consortium|Group|Team|Society|Foundation|Institute|Association|Council|Committee)\.?$"
)
"""With what the name of a body ends."""
_HEAD = lazily(
    r"(?:The )?(?:(?!of |for )\w+ ){0,3}(?:Academy|Agency|Association|Board|Bureau|Centers?|Centres?|College|Commission"
    r"|Committee|Consortium|Council|Department|Faculty|Federation|Foundation|Group|Institute|Laboratory"
    r"|Ministry|Office|Organi[sz]ation|School|Society|University) (?:of|for|on) "
)
"""With what the name of an office or a learned body begins."""
_ABBREVIATED = lazily(r"(?:^|\s)(?:[JS]r|Ltd|Inc|Co|Corp|Bros)$")
_LONGEST = 6
_BODIES = frozenset(
    "collaboration consortium team group society institute institut university network committee foundation initiative "
    "project laboratory lab labs center centre association alliance organization organisation council agency ministry "
    "department task force working inc inc. ltd ltd. llc gmbh corporation company authors "
    "contributors community".split()
)
"""Words by which a body of people is told from a person."""
_SMALL = lazily(rf"(?<=\s){SMALL}(?!\w*[’'-]{CAPITAL})[\w’'-]*(?=\s|$)")
_IN_NAMES = PARTICLES.union("do st y e i af av og och und et and des das los las dei del jr sr".split())
"""Small words that may be within the name of a person."""
_SIGNS = frozenset("=<>%")
"""Signs that nobody's name has within it."""


def joined(text: str, segments: Sequence[Segment], people: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the people of a list, those parts put together that are the one name of a body.

    Args:
        text: What the entry shows.
        segments: Its segments.
        people: The names, each as the range of its segments.
    """
    joined_people: list[tuple[int, int]] = []
    for at, (start, stop) in enumerate(people):
        may_be_one = joined_people and "&" in segments[start].before
        if may_be_one and _is_one(text, segments, joined_people[-1], (start, stop), people[at + 1 :]):
            joined_people[-1] = joined_people[-1][0], stop
        else:
            joined_people.append((start, stop))
    return joined_people


def _is_one(
    text: str,
    segments: Sequence[Segment],
    name: tuple[int, int],
    next_name: tuple[int, int],
    rest: Sequence[tuple[int, int]],
) -> bool:
    """Whether two names of a list are parts of one."""
    begin, middle = segments[name[0]].start, segments[name[1] - 1].end
    following, end = segments[next_name[0]].start, segments[next_name[1] - 1].end
    if not text[middle : middle + 1].isspace() or not _AND.fullmatch(text, middle, following):
        return False
    first, last = text[begin:middle], text[following:end]
    if _SUFFIX.search(last) and " " not in first:
        return True
    if _HEAD.match(first) and " " not in last:
        return True
    goes_on = bool(rest) and _COMMA.fullmatch(text, end, segments[rest[0][0]].start) is not None
    return goes_on and _HEAD.match(first) is not None


@lru_cache(4096)
def is_no_name(text: str) -> bool:
    """Return whether some words have a sign or a small word that neither a person's name has nor that of a body."""
    if not _SIGNS.isdisjoint(text.lstrip("= ")):
        return True
    if not text[0].isupper() or _IN_NAMES.issuperset(_SMALL.findall(text)):
        return False
    return not (_HEAD.match(text) or _SUFFIX.search(text) or separators.BODY.match(text))


def stop_of(text: str, end: int) -> int:
    """Return how long the stop is that belongs to a name that ends before it, as in `Jr.` or `Ltd.`: 1 or 0."""
    return int(text.startswith(".", end) and _ABBREVIATED.search(text[max(0, end - _LONGEST) : end]) is not None)


def is_body(words: Sequence[str]) -> bool:
    """Return whether words name no person but a body of several, as `The Lamp Collaboration`."""
    folded = [word.lower() for word in words]
    return (
        folded[0] in ("the", "team")
        or folded[-1] in _BODIES
        or any(word in ("and", "of", "for", "&") for word in folded)
    )
