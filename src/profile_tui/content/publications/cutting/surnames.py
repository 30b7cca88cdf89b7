"""Surnames that are words of another use, as `May`, `In` and `Do`: told by what is beside them."""

from __future__ import annotations

from profile_tui.content.entries.lexicon import ANY_PARTICLE
from profile_tui.content.publications.cutting.letters import CAPITAL, WORD
from profile_tui.content.publications.cutting.segment import Segment
from profile_tui.text.pattern import lazily

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
_SHORT = lazily(rf"(?:[^\W\d_a-z]\.[ -]?)+|{CAPITAL}{{1,3}}(?:-[^\W\d_a-z])?")
"""Initials, with stops or without."""
_WORD = rf"{WORD}\.?"
_FULL = lazily(rf"{_WORD}(?: {_WORD}){{0,3}}")
"""Given names, or a name."""
_PERSON = lazily(rf"(?:(?:{_WORD}|{ANY_PARTICLE})[ -]?){{1,5}}")
"""A name or a part of one."""
_PARTS = frozenset(",;&/")


def mark(text: str, segments: list[Segment]) -> list[Segment]:
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
