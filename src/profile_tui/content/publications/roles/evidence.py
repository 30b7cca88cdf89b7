"""What each segment of an entry shows of its role: features of form, of place, and of words only a short list.

The weight of each feature for each role is fitted (`scripts/publications/fit.py`); a new feature is a line of a table
here, and a run of that script.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise
from operator import add
from typing import Any

from profile_tui.content.publications.cutting.form import form_of
from profile_tui.content.publications.cutting.segment import Features, Form, Segment
from profile_tui.text.pattern import lazily

_INITIALS = frozenset(("X.", "X. X.", "X", "XX"))
FIELD = lazily(
    r"(?P<T>title|标题|题目)|(?P<A>(?:co-?)?authors?|with|by|作者)|(?P<Y>year|date|年份?)|"
    r"(?P<V>journal|venue|conference|published in|published|publisher|booktitle|in|期刊|会议)|"
    r"(?P<L>code|links?|paper|pdf|doi|url|project|keywords?|abstract|tags?|topics?)",
    re.I,
)
"""Words that name the field after them, where a colon follows."""


class Group(tuple[str, ...]):
    """Features that follow from one and the same thing; equal to itself alone, which is told soonest."""

    __slots__ = ()
    __hash__ = object.__hash__
    __eq__ = object.__eq__
    __ne__ = object.__ne__


Evidence = tuple[Group, ...]
"""What says of a segment what it is."""

_JOINING = ("&", ",&")
"""A word that joins, alone or after a comma."""
_PARTING = frozenset(".,|^")
_BARE_NAME = lazily(r"[^\W\d_]{2} [A-Z]{1,3}(?:-[A-Z])?$")
_SETS_OFF, _SETS_OFF_A_WORD = frozenset("blqi"), frozenset("blq")


def apart(segments: Sequence[Segment]) -> list[int]:
    """Return for each segment what ends before it.

    1: a line, a look that sets something off, or what is before such a look and a stop; 2: a name, whose initials have
    no stops and are followed by one; 3: words that are joined; 0: nothing that tells.
    """
    borders: list[int] = []
    last, words = segments[0].look if segments else "", ""
    for segment in segments:
        look, before = segment.look, segment.before[:1]
        if segment.before in _JOINING:
            borders.append(3)
        elif "|" in segment.before or (look != last and _differs(last, words.count(" ") > 1, look, before)):
            borders.append(1)
        else:
            borders.append(2 if before == "." and words[-1:].isupper() and _BARE_NAME.search(words) else 0)
        last, words = look, segment.text
    return borders


@lru_cache(1000)
def _differs(last: str, is_long: bool, look: str, before: str) -> bool:
    """Whether a look ends that sets something off, or one begins after a stop or a break.

    Args:
        last: How the segment before is set off.
        is_long: Whether that has more than two words.
        look: How the segment is set off.
        before: The separator between them.
    """
    ending = set(last) & (_SETS_OFF if is_long else _SETS_OFF_A_WORD)
    begins = set(look) - set(last) if before in _PARTING else set()
    return bool(ending - set(look)) or not begins.isdisjoint(_SETS_OFF if before == "." else _SETS_OFF_A_WORD)


_KEPT = 5000
"""How many pieces of evidence of each sort are kept."""


class _Groups(dict[tuple[Any, ...], Group]):
    """Groups of features, by what they follow from; to look one up is quicker than to call what `lru_cache` makes."""

    def __init__(self, make: Callable[..., Features]) -> None:
        """Keep nothing yet."""
        self.make = make

    def __missing__(self, key: tuple[Any, ...]) -> Group:
        """Make a group that is not known."""
        if len(self) > _KEPT:
            self.clear()
        made = self[key] = Group(self.make(*key))
        return made


class _Edge:
    """What is beyond the first and the last segment."""

    look = size = ""

    def __init__(self, brief: str) -> None:
        """Take the sign for it."""
        self.brief = brief


_START, _END = _Edge("^"), _Edge("$")


_SIZES = ("short", "text", "long")
_LONGEST = (30, 90)
"""Characters of what is short, and of what is no more than a text."""


_Sign = tuple[Form, str, str, int, bool, str, int, str, str]
"""All that counts of a segment for its evidence and that of its neighbours.

Its form, the separators before and after it, its line, whether that begins with a bullet; whether it is the longest of
the entry, the second, or neither; its size, as `_SIZES` numbers them; the role that a word before it names, and a
colon; the role that it names itself.
"""


def features(segments: Sequence[Segment]) -> tuple[Evidence, ...]:
    """Return the features of each segment of an entry; the very same object for entries that look the same."""
    if not segments:
        return ()
    lengths = [segment.end - segment.start for segment in segments]
    *_unused, long, longest = sorted(lengths) if len(lengths) > 1 else lengths * 2
    signs: list[_Sign] = []
    last, before_text, short = -1, "", _LONGEST[0]
    for segment, length in zip(segments, lengths, strict=True):
        before, after, line, text = segment.before, segment.after, segment.line, segment.text
        field = FIELD.fullmatch(before_text) if before_text and before[:1] == ":" else None
        label = FIELD.fullmatch(text) if line != last and after[:1] == ":" else None
        signs.append(
            (
                segment.form or form_of(segment),
                before,
                after,
                line,
                segment.bullet,
                "long1" if length >= longest else "long2" if length >= long else "long3",
                0 if length <= short else bisect_left(_LONGEST, length),
                field.lastgroup or "" if field else "",
                label.lastgroup or "" if label else "",
            )
        )
        last, before_text = line, text
    return _features(tuple(signs))


@lru_cache(_KEPT)
def _features(signs: Sequence[_Sign]) -> tuple[Evidence, ...]:
    """Return the features of each segment by what counts of it, in groups that others have in common."""
    count, nothing, line = len(signs), _named["", ""], -1
    forms: list[Form | _Edge] = [_START, _START, *[sign[0] for sign in signs], _END, _END, _END]
    briefs = [form.brief for form in forms]
    befores = [None, *[sign[1][:4] for sign in signs]]
    afters = [*[sign[2][:4] for sign in signs], None]
    last = signs[-1][3]
    around = zip(signs, forms[1:], forms[3:], befores, befores[1:], afters, afters[1:], strict=False)
    groups: list[Evidence] = []
    for at, (sign, previous, following, earlier, before, after, later) in enumerate(around):
        form, _, _, its_line, bullet, long, _, field, label = sign
        groups.append(
            (
                _between[form, before, after],
                _after[form, previous, before],
                _before[form, following, after],
                _further[briefs[at], briefs[at + 4], briefs[at + 5]],
                _separators[earlier, before, after, later],
                _placed[
                    at if at < _FAR else _FAR,
                    count - at if count - at < _FAR else _FAR,
                    its_line,
                    last,
                    form.look,
                    "first" if its_line != line else "later",
                    long,
                    bullet,
                ],
                _named[field, label] if field or label else nothing,
            )
        )
        line = its_line
    if last != signs[0][3]:
        groups = list(map(add, groups, zip(_lines(signs), strict=True)))
    return tuple(map(add, groups, zip(_sentences(signs), strict=True)))


_FAR = 4
"""What is so many segments from the beginning or the end, is as far as any other."""


@_Groups
def _named(field: str, label: str) -> Features:
    """What a word says that names the field after it, and that a segment is such a word."""
    return (*(("after" + field,) if field else ()), *(("names" + label, "names") if label else ()))


@_Groups
def _between(form: Form, before: str, after: str) -> Features:
    """What a segment says of itself, and the separators beside it."""
    brief, look, size = form.brief, form.look, form.size
    return (
        *form.features,
        "<" + before, ">" + after, "<>" + before + "_" + after, "<s" + before + brief, ">s" + brief + after,
        "<n" + before + size, ">n" + size + after, "<k" + before + look, ">k" + look + after,
    )  # fmt: skip


@_Groups
def _after(form: Form, previous: Form | _Edge, before: str) -> Features:
    """What the segment before one says of it."""
    brief = previous.brief
    return (
        "p:" + brief, "p<:" + brief + before, "ps:" + brief + "_" + form.brief, "pk:" + previous.look + "_" + form.look,
        "pn:" + previous.size + form.size,
    )  # fmt: skip


@_Groups
def _before(form: Form, following: Form | _Edge, after: str) -> Features:
    """What the segment after one says of it."""
    brief = following.brief
    return (
        "n:" + brief, "n>:" + brief + after, "sn:" + form.brief + "_" + brief, "nk:" + form.look + "_" + following.look,
        "nz:" + form.size + following.size,
    )  # fmt: skip


@_Groups
def _further(earlier: str, second: str, third: str) -> Features:
    """What segments further off say."""
    return "pp:" + earlier, "nn:" + second, "nnn:" + third


@_Groups
def _separators(earlier: str | None, before: str, after: str, later: str | None) -> Features:
    """What two separators on either side say; None where an entry begins or ends."""
    return (
        "<<^" if earlier is None else "<<" + earlier[:3] + "_" + before,
        ">>$" if later is None else ">>" + after + "_" + later[:3],
    )


@_Groups
def _placed(index: int, left: int, line: int, last: int, look: str, place: str, long: str, bullet: bool) -> Features:
    """What its place in the entry says of a segment."""
    own = str(min(line, 3))
    lines = "l:" + own + ("b/" if bullet else "/") + str(min(last, 3))
    return "i:" + str(index), "z:" + str(left), lines, "lk:" + own + look, place, long


def _lines(signs: Sequence[_Sign]) -> list[Group]:
    """What each line of several says of its segments."""
    starts = [at for at, (before, sign) in enumerate(pairwise(signs), 1) if before[3] != sign[3]]
    return _grouped(signs, starts, "L")


def _sentences(signs: Sequence[_Sign]) -> list[Group]:
    """What each sentence of several says of its segments: what is between two stops, and looks the same."""
    starts: list[int] = []
    last, last_line = signs[0][0], signs[0][3]
    for at, sign in enumerate(signs):
        form, line = sign[0], sign[3]
        if (
            line != last_line
            or form.look != last.look
            or (sign[1] not in _WITHIN and at and _is_parted(last.brief, sign[1], form.brief))
        ):
            starts.append(at)
        last, last_line = form, line
    return _grouped(signs, starts, "S")


_WITHIN = (",", ",&", "")
"""Separators within a sentence, as most are."""


def _is_parted(last: str, separator: str, brief: str) -> bool:
    """Whether a separator parts sentences; after initials a stop is no more than a part of the name."""
    if "“" in separator or "”" in separator or "(" in separator:
        return True
    return "." in separator and (last not in _INITIALS or brief.count(" ") > 1)


def _grouped(signs: Sequence[_Sign], starts: Sequence[int], letter: str) -> list[Group]:
    """What groups of segments say of each of them: their own sign, and those before and after.

    Args:
        signs: The segments.
        starts: Where a new group begins.
        letter: What the features begin with.
    """
    if not starts:
        return [_named["", ""]] * len(signs)
    bounds = [0, *starts, len(signs)]
    heads = ["^", *[_line(signs[start:end]) for start, end in pairwise(bounds)], "$"]
    features: list[Group] = []
    for before, own, after, (start, end) in zip(heads, heads[1:], heads[2:], pairwise(bounds), strict=False):
        features += [_signs[letter, before, own, after]] * (end - start)
    return features


@_Groups
def _signs(letter: str, before: str, own: str, after: str) -> Features:
    """The features of a group."""
    return letter + ":" + own, letter + "<" + before, letter + ">" + after, letter + "<>" + before + own + after


def _line(signs: Sequence[_Sign]) -> str:
    """A line in a few signs: all links, names, a year or the word for a venue in it, long or short."""
    form, _, _, _, bullet, _, size, _, _ = signs[0]
    if len(signs) == 1:
        return _lone(form, size, bullet)
    count = len(signs)
    labels, names, links, year, venue = map(sum, zip(*[sign[0].counts for sign in signs], strict=True))
    if links == count:
        return "links" if labels * 2 >= count else "link"
    if labels * 2 > count:
        return "labels"
    line = "names" if names * 3 > count * 2 else _SIZES[max([sign[6] for sign in signs])]
    return line + "Y" * (year > 0) + "V" * (venue > 0) + "b" * bullet


@lru_cache(_KEPT)
def _lone(form: Form, size: int, bullet: bool) -> str:
    """A line of one segment in a few signs."""
    if "l" in form.look:
        return "links" if form.label else "link"
    if form.label:
        return "labels"
    return ("name" if form.names else _SIZES[size]) + "Y" * form.year + "V" * form.venue + "b" * bullet + "1"
