"""What each segment of an entry shows of its role: features of form, of place, and of words only a short list.

The weight of each feature for each role is fitted (`scripts/publications/fit.py`); a new feature is a line of a table
here, and a run of that script.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from profile_tui.content.publications.form import Form, Group, form_of
from profile_tui.content.publications.segments import Segment
from profile_tui.text.pattern import lazily

_INITIALS = frozenset(("X.", "X. X.", "X", "XX"))
_FIELD = lazily(
    r"(?P<T>title|标题|题目)|(?P<A>(?:co-?)?authors?|with|by|作者)|(?P<Y>year|date|年份?)|"
    r"(?P<V>journal|venue|conference|published in|published|publisher|booktitle|in|期刊|会议)|"
    r"(?P<L>code|links?|paper|pdf|doi|url|project|keywords?|abstract|tags?|topics?)",
    re.I,
)
"""Words that name the field after them, where a colon follows."""

Evidence = tuple[Group, ...]
"""What says of a segment what it is."""

_PARTING = frozenset(".,|^")
_BARE_NAME = lazily(r"[^\W\d_]{2} [A-Z]{1,3}(?:-[A-Z])?$")
_SETS_OFF, _SETS_OFF_A_WORD = frozenset("blqi"), frozenset("blq")


def apart(segments: Sequence[Segment]) -> list[int]:
    """Return for each segment what ends before it.

    1: a look that sets something off, or what stands before such a look and a stop; 2: a name, whose initials have no
    stops and are followed by one; 0: nothing that tells.
    """
    found: list[int] = []
    ending, last, said = frozenset[str](), frozenset[str](), ""
    for segment in segments:
        own = frozenset(segment.look)
        sets_off = _SETS_OFF if segment.before[:1] == "." else _SETS_OFF_A_WORD
        begins = bool(found) and segment.before[:1] in _PARTING and bool((own - last) & sets_off)
        if ending - own or begins:
            found.append(1)
        else:
            found.append(2 if segment.before[:1] == "." and _BARE_NAME.search(said) else 0)
        ending = own and own & (_SETS_OFF if segment.text.count(" ") > 1 else _SETS_OFF_A_WORD)
        last, said = own, segment.text
    return found


_KEPT = 5000
"""How many pieces of evidence of each sort are kept."""


class _Edge:
    """What stands beyond the first and the last segment."""

    look = size = ""

    def __init__(self, brief: str) -> None:
        """Take the sign for it."""
        self.brief = brief


_START, _END = _Edge("^"), _Edge("$")


def features(segments: Sequence[Segment]) -> list[Evidence]:
    """Return the features of each segment of an entry."""
    if not segments:
        return []
    forms = [form_of(segment) for segment in segments]
    around: list[Form | _Edge] = [_START, _START, *forms, _END, _END, _END]
    befores = ["^", *[segment.before[:4] for segment in segments]]
    afters = [*[segment.after[:4] for segment in segments], "$"]
    lined, phrased = _lines(segments, forms), _sentences(segments, forms)
    sizes = sorted([len(segment.text) for segment in segments])
    longest, long = sizes[-1], sizes[-2:][0]
    last, count, line = str(min(segments[-1].line, 3)), len(segments), -1
    found = []
    for at, (segment, form) in enumerate(zip(segments, forms, strict=True)):
        size = len(segment.text)
        place = "first" if segment.line != line else "later"
        line = segment.line
        field = _FIELD.fullmatch(segments[at - 1].text) if at and segment.before[:1] == ":" else None
        label = _FIELD.fullmatch(segment.text) if segment.after[:1] == ":" and place == "first" else None
        found.append(
            _evidence(
                form,
                *around[at : at + 2],
                *around[at + 3 : at + 6],
                *befores[at : at + 2],
                *afters[at : at + 2],
                min(at, 4),
                min(count - at, 4),
                str(min(line, 3)) + ("b/" if segment.bullet else "/") + last,
                place,
                lined[at],
                phrased[at],
                "long1" if size >= longest else "long2" if size >= long else "long3",
                field.lastgroup if field else "",
                label.lastgroup if label else "",
            )
        )
    return found


@lru_cache(_KEPT)
def _evidence(
    form: Form, earlier: Form | _Edge, previous: Form | _Edge, following: Form | _Edge, second: Form | _Edge,
    third: Form | _Edge, earlier_separator: str, before: str, after: str, later_separator: str, index: int, left: int,
    line: str, place: str, lined: Group, phrased: Group, long: str, named: str | None, label: str | None,
) -> Evidence:  # fmt: skip
    """Return what a segment, its place and what stands around it say of it, in groups that others have in common."""
    return (
        form.features,
        _between(form, before, after),
        _after(form, previous, before),
        _before(form, following, after),
        _further(earlier.brief, second.brief, third.brief),
        _separators(earlier_separator[:3] if index else None, before, after, later_separator[:3] if left > 1 else None),
        _placed(index, left, line, form.look, place, long),
        lined,
        phrased,
        _named(named, label),
    )


@lru_cache(64)
def _named(field: str | None, label: str | None) -> Group:
    """What a word says that names the field after it, and that a segment is such a word."""
    return (*(("after" + field,) if field else ()), *(("names" + label, "names") if label else ()))


@lru_cache(_KEPT)
def _between(form: Form, before: str, after: str) -> Group:
    """What the separators beside a segment say of it."""
    brief, look, size = form.brief, form.look, form.size
    return (
        "<" + before, ">" + after, "<>" + before + "_" + after, "<s" + before + brief, ">s" + brief + after,
        "<n" + before + size, ">n" + size + after, "<k" + before + look, ">k" + look + after,
    )  # fmt: skip


@lru_cache(_KEPT)
def _after(form: Form, previous: Form | _Edge, before: str) -> Group:
    """What the segment before one says of it."""
    brief = previous.brief
    return (
        "p:" + brief, "p<:" + brief + before, "ps:" + brief + "_" + form.brief, "pk:" + previous.look + "_" + form.look,
        "pn:" + previous.size + form.size,
    )  # fmt: skip


@lru_cache(_KEPT)
def _before(form: Form, following: Form | _Edge, after: str) -> Group:
    """What the segment after one says of it."""
    brief = following.brief
    return (
        "n:" + brief, "n>:" + brief + after, "sn:" + form.brief + "_" + brief, "nk:" + form.look + "_" + following.look,
        "nz:" + form.size + following.size,
    )  # fmt: skip


@lru_cache(_KEPT)
def _further(earlier: str, second: str, third: str) -> Group:
    """What segments further off say."""
    return "pp:" + earlier, "nn:" + second, "nnn:" + third


@lru_cache(_KEPT)
def _separators(earlier: str | None, before: str, after: str, later: str | None) -> Group:
    """What two separators on either side say; None where an entry begins or ends."""
    return (
        "<<^" if earlier is None else "<<" + earlier + "_" + before,
        ">>$" if later is None else ">>" + after + "_" + later,
    )


@lru_cache(_KEPT)
def _placed(index: int, left: int, line: str, look: str, place: str, long: str) -> Group:
    """What its place in the entry says of a segment."""
    return "i:" + str(index), "z:" + str(left), "l:" + line, "lk:" + line[0] + look, place, long


def _lines(segments: Sequence[Segment], forms: Sequence[Form]) -> list[Group]:
    """What each line of several says of its segments."""
    return _grouped(segments, forms, [segment.line for segment in segments], "L")


def _sentences(segments: Sequence[Segment], forms: Sequence[Form]) -> list[Group]:
    """What each sentence of several says of its segments: what stands between two stops, and looks the same."""
    numbers, number = [], 0
    for at, (segment, form) in enumerate(zip(segments, forms, strict=True)):
        if at and _begins(segments[at - 1], segment, forms[at - 1], form):
            number += 1
        numbers.append(number)
    return _grouped(segments, forms, numbers, "S")


def _begins(before: Segment, segment: Segment, form_before: Form, form: Form) -> bool:
    """Whether a segment begins a sentence; after initials a stop is no more than a part of the name."""
    if before.line != segment.line or form_before.look != form.look:
        return True
    separator = segment.before
    if "“" in separator or "”" in separator or "(" in separator:
        return True
    return "." in separator and (form_before.brief not in _INITIALS or form.brief.count(" ") > 1)


def _grouped(segments: Sequence[Segment], forms: Sequence[Form], numbers: Sequence[int], letter: str) -> list[Group]:
    """What groups of segments say of each of them: their own sign, and those before and after."""
    members: dict[int, list[int]] = {}
    for index, number in enumerate(numbers):
        members.setdefault(number, []).append(index)
    if len(members) < 2:
        return [()] * len(segments)
    order = sorted(members)
    heads = ["^", *[_line(segments, forms, members[number]) for number in order], "$"]
    said = {
        number: _signs(letter, before, own, after)
        for number, before, own, after in zip(order, heads, heads[1:], heads[2:], strict=False)
    }
    return [said[number] for number in numbers]


@lru_cache(_KEPT)
def _signs(letter: str, before: str, own: str, after: str) -> Group:
    """The features of a group."""
    return letter + ":" + own, letter + "<" + before, letter + ">" + after, letter + "<>" + before + own + after


def _line(segments: Sequence[Segment], forms: Sequence[Form], members: Sequence[int]) -> str:
    """A line in a few signs: all links, names, a year or the word for a venue in it, long or short."""
    count = len(members)
    linked = sum(segments[index].style.href is not None for index in members)
    labels = sum(forms[index].label for index in members)
    if linked == count:
        return "links" if labels * 2 >= count else "link"
    if labels * 2 > count:
        return "labels"
    names = sum(forms[index].names for index in members)
    longest = max(len(segments[index].text) for index in members)
    if names * 3 > count * 2:
        sign = "names" if count > 1 else "name"
    else:
        sign = "long" if longest > 90 else "text" if longest > 30 else "short"
    if any(segments[index].year for index in members):
        sign += "Y"
    if any(forms[index].venue for index in members):
        sign += "V"
    return sign + ("b" if segments[members[0]].bullet else "") + ("1" if count == 1 else "")
