"""What each segment of an entry shows of its role: features of form, of place, and of words only a short list.

The weight of each feature for each role is fitted (`scripts/publications/fit.py`); a new feature is a line of a table
here, and a run of that script.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any

from profile_tui.content.publications.cutting.form import form_of
from profile_tui.content.publications.cutting.segment import Features, Form, Segment
from profile_tui.text.pattern import lazily

_INITIALS = frozenset(("X.", "X. X.", "X", "XX"))
FIELD = lazily(
    r"(?P<T>title|标题|题目|titel|titre|t[ií]tulo|titolo)|"
    r"(?P<A>(?:co-?)?authors?|with|by|作者|(?:ko-?)?autor(?:en|es|i)|(?:co-?)?auteurs?|coautores)|"
    r"(?P<Y>year|date|年份?|jahr|année|año|ano|anno)|"
    r"(?P<V>journal|venue|conference|published in|published|publisher|booktitle|in|期刊|会议|zeitschrift|tagung|verlag|"
    r"revue|revista|rivista|conferencia|conférence)|"
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


def features(segments: Sequence[Segment]) -> tuple[Evidence, ...]:
    """Return the features of each segment of an entry; the very same object for entries that look the same."""
    if not segments:
        return ()
    lengths = [segment.end - segment.start for segment in segments]
    *_unused, long, longest = sorted(lengths) if len(lengths) > 1 else lengths * 2
    short = _LONGEST[0]
    separators = tuple([segment.before for segment in segments])
    return _features(
        tuple([segment.form or form_of(segment) for segment in segments]),
        separators,
        segments[-1].after,
        tuple([segment.line for segment in segments]),
        tuple([segment.bullet for segment in segments]),
        tuple(["long1" if length >= longest else "long2" if length >= long else "long3" for length in lengths]),
        tuple([0 if length <= short else bisect_left(_LONGEST, length) for length in lengths]),
        tuple(_names(segments)) if ":" in "".join(separators) else (),
    )


def _names(segments: Sequence[Segment]) -> Iterator[tuple[str, str]]:
    """Yield for each segment the role that a word before it names, and a colon; and the role that it names itself."""
    last, before_text = -1, ""
    for segment in segments:
        field = FIELD.fullmatch(before_text) if segment.before[:1] == ":" else None
        label = FIELD.fullmatch(segment.text) if segment.line != last and segment.after[:1] == ":" else None
        yield field.lastgroup or "" if field else "", label.lastgroup or "" if label else ""
        last, before_text = segment.line, segment.text


@lru_cache(_KEPT)
def _features(
    forms: Sequence[Form],
    befores: Sequence[str],
    end: str,
    lines: Sequence[int],
    bullets: Sequence[bool],
    ranks: Sequence[str],
    sizes: Sequence[int],
    named: Sequence[tuple[str, str]],
) -> tuple[Evidence, ...]:
    """Return the features of each segment by what counts of it, in groups that others have in common.

    Args:
        forms: Their forms.
        befores: The separators before them; each is after another one, too.
        end: The separator after the last of them.
        lines: Their lines.
        bullets: Whether those begin with bullets.
        ranks: Whether each is the longest of the entry, the second, or neither.
        sizes: Their sizes, as `_SIZES` numbers them.
        named: What fields are named by words before them, and by themselves; empty where none is.
    """
    afters = (*befores[1:], end)
    around: Sequence[Form | _Edge] = (_START, _START, *forms, _END, _END, _END)
    briefs = [form.brief for form in around]
    groups: list[Iterable[Group]] = [
        map(_between.__getitem__, zip(forms, befores, afters, strict=True)),
        map(_after.__getitem__, zip(forms, around[1:], befores, strict=False)),
        map(_before.__getitem__, zip(forms, around[3:], afters, strict=False)),
        map(_further.__getitem__, zip(briefs, briefs[4:], briefs[5:], strict=False)),
        map(_separators.__getitem__, zip((None, *befores), befores, afters, (*afters[1:], None), strict=False)),
        map(_ranked.__getitem__, zip(lines, [form.look for form in forms], ranks, strict=True)),
        _places(lines, bullets),
    ]
    if named:
        groups.append(map(_named.__getitem__, named))
    if lines[-1] != lines[0]:
        starts = [at for at, (previous, line) in enumerate(pairwise(lines), 1) if previous != line]
        groups.append(_grouped(forms, bullets, sizes, starts, "L"))
    if starts := _sentences(forms, befores, lines):
        groups.append(_grouped(forms, bullets, sizes, starts, "S"))
    return tuple(zip(*groups, strict=False))


_FAR = 4
"""What is so many segments from the beginning or the end, is as far as any other; of separators count as many signs."""


@_Groups
def _named(field: str, label: str) -> Features:
    """What a word says that names the field after it, and that a segment is such a word."""
    return (*(("after" + field,) if field else ()), *(("names" + label, "names") if label else ()))


@_Groups
def _between(form: Form, before: str, after: str) -> Features:
    """What a segment says of itself, and the separators beside it."""
    brief, look, size, before, after = form.brief, form.look, form.size, before[:_FAR], after[:_FAR]
    return (
        *form.features,
        "<" + before, ">" + after, "<>" + before + "_" + after, "<s" + before + brief, ">s" + brief + after,
        "<n" + before + size, ">n" + size + after, "<k" + before + look, ">k" + look + after,
    )  # fmt: skip


@_Groups
def _after(form: Form, previous: Form | _Edge, before: str) -> Features:
    """What the segment before one says of it."""
    brief, before = previous.brief, before[:_FAR]
    return (
        "p:" + brief, "p<:" + brief + before, "ps:" + brief + "_" + form.brief, "pk:" + previous.look + "_" + form.look,
        "pn:" + previous.size + form.size,
    )  # fmt: skip


@_Groups
def _before(form: Form, following: Form | _Edge, after: str) -> Features:
    """What the segment after one says of it."""
    brief, after = following.brief, after[:_FAR]
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
        "<<^" if earlier is None else "<<" + earlier[:3] + "_" + before[:_FAR],
        ">>$" if later is None else ">>" + after[:_FAR] + "_" + later[:3],
    )


@_Groups
def _ranked(line: int, look: str, rank: str) -> Features:
    """What a segment's look on its line says of it, and whether it is one of the longest."""
    return "lk:" + str(min(line, 3)) + look, rank


@_Groups
def _placed(index: int, left: int, line: int, last: int, begins: bool, bullet: bool) -> Features:
    """What its place in the entry says of a segment."""
    lines = "l:" + str(min(line, 3)) + ("b/" if bullet else "/") + str(min(last, 3))
    return "i:" + str(index), "z:" + str(left), lines, "first" if begins else "later"


@lru_cache(_KEPT)
def _places(lines: Sequence[int], bullets: Sequence[bool]) -> Sequence[Group]:
    """What its place says of each segment, by their lines and whether those begin with bullets."""
    count = len(lines)
    return [
        _placed[min(at, _FAR), min(count - at, _FAR), line, lines[-1], at == 0 or lines[at - 1] != line, bullet]
        for at, (line, bullet) in enumerate(zip(lines, bullets, strict=True))
    ]


def _sentences(forms: Sequence[Form], befores: Sequence[str], lines: Sequence[int]) -> list[int]:
    """Return where sentences begin, but the first: what is between two stops, and looks the same."""
    starts: list[int] = []
    last, last_line = forms[0], lines[0]
    for at, (form, before, line) in enumerate(zip(forms, befores, lines, strict=True)):
        if (
            line != last_line
            or form.look != last.look
            or (before not in _WITHIN and at and _is_parted(last.brief, before, form.brief))
        ):
            starts.append(at)
        last, last_line = form, line
    return starts


_WITHIN = (",", ",&", "")
"""Separators within a sentence, as most are."""


def _is_parted(last: str, separator: str, brief: str) -> bool:
    """Whether a separator parts sentences; after initials a stop is no more than a part of the name."""
    if "“" in separator or "”" in separator or "(" in separator:
        return True
    return "." in separator and (last not in _INITIALS or brief.count(" ") > 1)


def _grouped(
    forms: Sequence[Form], bullets: Sequence[bool], sizes: Sequence[int], starts: Sequence[int], letter: str
) -> list[Group]:
    """What groups of segments say of each of them: their own sign, and those before and after.

    Args:
        forms: The forms of the segments.
        bullets: Whether their lines begin with bullets.
        sizes: Their sizes.
        starts: Where a new group begins.
        letter: What the features begin with.
    """
    bounds = list(pairwise((0, *starts, len(forms))))
    heads = ["^", *[_line(forms[start:end], sizes[start:end], bullets[start]) for start, end in bounds], "$"]
    features: list[Group] = []
    for before, own, after, (start, end) in zip(heads, heads[1:], heads[2:], bounds, strict=False):
        features += [_signs[letter, before, own, after]] * (end - start)
    return features


@_Groups
def _signs(letter: str, before: str, own: str, after: str) -> Features:
    """The features of a group."""
    return letter + ":" + own, letter + "<" + before, letter + ">" + after, letter + "<>" + before + own + after


@lru_cache(_KEPT)
def _line(forms: Sequence[Form], sizes: Sequence[int], bullet: bool) -> str:
    """A line in a few signs: all links, names, a year or the word for a venue in it, long or short."""
    count = len(forms)
    labels, names, links, year, venue = map(sum, zip(*[form.counts for form in forms], strict=True))
    if links == count:
        return "links" if labels * 2 >= count else "link"
    if labels * 2 > count:
        return "labels"
    line = ("name" if count == 1 else "names") if names * 3 > count * 2 else _SIZES[max(sizes)]
    return line + "Y" * (year > 0) + "V" * (venue > 0) + "b" * bullet + "1" * (count == 1)
