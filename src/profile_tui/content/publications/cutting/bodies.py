"""Bodies among the authors: two names with `and` between them may be the one name of a company."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from profile_tui.content.entries.lexicon import PARTICLES
from profile_tui.content.publications.cutting import separators
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
_SMALL = lazily(r"(?<=\s)[a-zß-ÿ](?!\w*[’'-][^\Wa-zß-ÿ\d_])[\w’'-]*(?=\s|$)")
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


_WORDS = (
    "January|March|April|May|June|July|August|An|Do|In|Le|To|As|At|By|If|Is|No|On|Or|So|"
    "MARCH|APRIL|MAY|JUNE|JULY|AUGUST|AN|DO|IN|LE|TO|AS|AT|BY|IF|IS|NO|ON|OR|SO"
)
_SUCH = lazily(
    "(?:" + "|".join(rf"{word}(?<![\w’'-]{word})" for word in _WORDS.split("|")) + r")(?![\w’'-])"
)  # what is before is asked last: what begins with letters is found sooner
"""Words that may be surnames and are others much more often."""
_BEGIN_TITLES = frozenset("as at by if is no on or so".split())
"""Those with which titles begin that may have the form of a name, as `On Frost`: none of these is a surname in it."""
_SHORT = lazily(r"(?:[^\W\d_a-z]\.[ -]?)+|[^\W\d_a-zß-ÿ]{1,3}(?:-[^\W\d_a-z])?")
"""Initials, with stops or without."""
_WORD = r"[^\W\d_a-zß-ÿ][\w’'-]*\.?"
_FULL = lazily(rf"{_WORD}(?: {_WORD}){{0,3}}")
"""Given names, or a name."""
_PERSON = lazily(rf"(?:(?:{_WORD}|{'|'.join(sorted(PARTICLES))})[ -]?){{1,5}}")
"""A name or a part of one."""
_PARTS = frozenset(",;&/")


def mark_surnames(text: str, segments: list[Segment]) -> list[Segment]:
    """Return the segments of a text, those marked in which a word is a surname that is another word elsewhere."""
    if _SUCH.search(text) is None:
        return segments
    are_people = True
    for at, segment in enumerate(segments):
        if not segment.quoted and (such := _SUCH.search(segment.text)):
            before = segments[at - 1] if at else None
            after = segments[at + 1] if at + 1 < len(segments) else None
            alone = such[0] == segment.text
            tells = _is_surname if alone else _has_surname
            segment.surname = tells(segment, before, after, are_people=are_people)
        are_people = are_people and not segment.year and _PERSON.fullmatch(segment.text) is not None
    return segments


_FITTED = frozenset(("An", "Do", "To", "AN", "DO", "TO"))
"""Those whose evidence is weighed as they are, beside initials and single given names."""


def _is_surname(segment: Segment, before: Segment | None, after: Segment | None, *, are_people: bool) -> bool:
    """Whether a word by itself is a surname: `May, G.`, `May, Grace` among people, `G. May`."""
    fitted = segment.text in _FITTED
    if after is not None and not after.year and (after.before == "," or (are_people and not after.before)):
        if _SHORT.fullmatch(after.text):
            return not fitted
        if are_people and after.before and _FULL.fullmatch(after.text):
            return not fitted or " " in after.text
    if fitted or before is None or segment.before != "." or _SHORT.fullmatch(before.text) is None:
        return False
    return _ends(after, are_people=are_people)


def _ends(after: Segment | None, *, are_people: bool) -> bool:
    """Whether a name may end before a segment."""
    if after is None or are_people:
        return after is None or after.before[:1] in (*_PARTS, ".", "(", ":", "“")
    return after.before[:1] in _PARTS and not after.year


def _has_surname(segment: Segment, before: Segment | None, after: Segment | None, *, are_people: bool) -> bool:
    """Whether one of a few words is a surname: `May G`, and `Grace May` among people."""
    first, _, rest = segment.text.partition(" ")
    if _SHORT.fullmatch(rest) and _SUCH.fullmatch(first):
        return are_people or any(other is not None and _PERSON.fullmatch(other.text) for other in (before, after))
    if first.lower() in _BEGIN_TITLES:
        return False
    if not _PERSON.fullmatch(segment.text) or " " not in segment.text or (after and after.year and not after.before):
        return False
    if are_people:
        return True
    beside = ((before, segment.before), (after, after.before if after else ""))
    return any(
        other is not None and parted[:1] in _PARTS and " " in other.text and _FULL.fullmatch(other.text)
        for other, parted in beside
    )
