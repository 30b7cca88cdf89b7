"""Venues whose words stops shorten, whatever the words are: `Arch. Weather Lore 2008`, `Annals of Peat A. 38`.

More rows for `barred.py`, and doubts for `doubts.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from profile_tui.content.publications.cutting.form import are_initials, may_be_person
from profile_tui.content.publications.cutting.segment import Segment
from profile_tui.content.publications.reading.barred_venues import SHORT, VOLUMES
from profile_tui.content.publications.reading.entry_parts import NOTHING, TITLE_AND_VENUE, Parts
from profile_tui.content.publications.reading.parts_signs import PLAIN, VENUE, DoubtRow
from profile_tui.content.publications.reading.signs import (
    INITIALS,
    ITALIC,
    LETTER,
    NO_FIELD,
    NUMBER,
    ONLY_VENUE,
    YEAR,
    Barred,
    Row,
)
from profile_tui.content.publications.roles import role_table
from profile_tui.markup.inline import Visible

_BEFORE = frozenset((".", "?", "!", "–", ".–"))
"""What is between a title and a venue in short words."""
_LETTER = 2
"""Characters of a letter with its stop."""
_LONGEST = 9
"""Letters that a word has at most that a stop shortens."""
_NO_TITLE, _GOES_ON = "TBI", role_table.all_but("TV")


def _shortened(_: Visible, segments: Sequence[Segment]) -> Barred:
    """A word and others with capitals after its stop, up to a year or a volume, are a venue, where a title is before.

    So they are in plain text where people are before the title, and in italics after a plain one.
    """
    for at in [at for at in range(1, len(segments) - 1) if segments[at].after == "."]:
        title, word, following = segments[at - 1 : at + 2]
        if not _is_short(word) or not _is_called(following) or following.look != word.look:
            continue
        if "i" in word.look:
            is_venue = "i" not in title.look and " " in title.text and not may_be_person(title)
        else:
            is_venue = _is_title(segments, at - 1) and word.before in _BEFORE and _is_before_number(segments, at + 1)
        if is_venue:
            yield from ((at, _NO_TITLE), (at + 1, _NO_TITLE))


def _is_short(segment: Segment) -> bool:
    """Whether a segment is a word with a capital that a stop may shorten."""
    text = segment.text
    return 1 < len(text) <= _LONGEST and text.isalpha() and text[0].isupper() and text[1:].islower()


def _is_called(segment: Segment) -> bool:
    """Whether all words of a segment have capitals, as those of a shortened venue have."""
    return not segment.year and all(word[0].isupper() for word in segment.text.split())


def _is_title(segments: Sequence[Segment], at: int) -> bool:
    """Whether a segment ends a plain title: words or numbers of it, that are no person, after a person."""
    title = segments[at]
    if title.look or title.bracketed or title.year or may_be_person(title) or are_initials(title):
        return False
    first = next((at for at, each in enumerate(segments) if may_be_person(each) or are_initials(each)), at)
    return any(" " in each.text and not may_be_person(each) for each in segments[first + 1 : at + 1])


def _is_before_number(segments: Sequence[Segment], at: int) -> bool:
    """Whether a year or a volume is after words with capitals, between which are stops."""
    for segment in segments[at + 1 :]:
        if segment.year or segment.text[0].isdecimal():
            return segment.before.strip(".,/") in ("", "(") and not segment.look.strip("b")
        if segment.before != "." or segment.look or not _is_called(segment):
            return False
    return False


def _lettered(_: Visible, segments: Sequence[Segment]) -> Barred:
    """A letter after several words, before a volume, goes on with them, as in `Annals of Peat A. 38`: no initial."""
    for words, (at, letter), number in zip(segments, enumerate(segments[1:], 1), segments[2:], strict=False):
        if len(letter.text) > _LETTER or letter.before not in ("", ".") or not letter.text[0].isupper():
            continue
        if len(letter.text.rstrip(".")) > 1:
            continue
        counts = number.year or number.text[0].isdecimal() or number.text.lower() in VOLUMES
        is_one = words.text.lower() in SHORT if letter.before else " " in words.text and not may_be_person(words)
        if counts and is_one and letter.look == words.look:
            yield at, _GOES_ON


def _ended_short(_: Visible, segments: Sequence[Segment]) -> Barred:
    """A short word after another one and its stop, before a volume, ends their venue: `Int. J. Harb. Des. 37`."""
    for at in [at for at in range(1, len(segments) - 2) if segments[at].after == "."]:
        word, last, number = segments[at : at + 3]
        if not _is_short(last) or not _is_short(word) or last.look != word.look:
            continue
        counts = number.year or number.text[0].isdecimal()
        if counts and word.before in (".", "") and segments[at - 1].look == word.look:
            yield at + 1, _GOES_ON


def _led_by_letter(_: Visible, segments: Sequence[Segment]) -> Barred:
    """`A:` before what is set off leads in the venue in Catalan, as `In:` does elsewhere."""
    for at, (letter, venue) in enumerate(pairwise(segments)):
        if letter.text == "A" and at and letter.before[:1] == "." and venue.before == ":" and "i" in venue.look:
            yield from ((at, NO_FIELD), (at + 1, ONLY_VENUE))


def _runs_into_venue(title: Segment, venue: Segment) -> bool:
    """Whether a plain title ends in a short form of a periodical, as `Letters from a mill Proc. North. Acad.` does.

    Or in a word after a comma that may be short: `Letters from a mill, Arch. North. Sea 2008`.
    """
    last = title.text.rpartition(" ")[2]
    if venue.before != "." or venue.look or title.look or venue.start != title.end + 2 or not _is_called(venue):
        return False
    return (last.lower() in SHORT and last[0].isupper() and len(last) > 1) or (title.before == "," and _is_short(title))


def _run_into_each_other(parts: Parts) -> frozenset[str]:
    """Title and venue, where the venue may begin with the last word of the title."""
    runs = parts.title and parts.venue and _runs_into_venue(parts.title[-1], parts.venue[0])
    return TITLE_AND_VENUE if runs else NOTHING


RULES: tuple[Row, ...] = (
    ((".", (NUMBER, YEAR, ITALIC)), _shortened),
    (((INITIALS, LETTER),), _lettered),
    ((".", (NUMBER, YEAR)), _ended_short),
    ((LETTER, ITALIC, ":"), _led_by_letter),
)
"""Rules with their signs, as `barred.py` has them."""
DOUBTS: tuple[DoubtRow, ...] = (((PLAIN, VENUE, "."), _run_into_each_other),)
"""Its doubts with their signs, for `doubts.py`."""
