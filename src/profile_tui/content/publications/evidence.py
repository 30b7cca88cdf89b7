"""What each segment of an entry shows of its role: features of form, of place, and of words only a short list.

The weight of each feature for each role is fitted (`scripts/fit_publications.py`); a new feature is a line of a table
here, and a run of that script.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from profile_tui.content.entries.lexicon import ET_AL, LABEL
from profile_tui.content.publications.segments import Segment
from profile_tui.content.publications.separators import IN, LEAD
from profile_tui.text.pattern import lazily

_INITIALS = frozenset(("X.", "X. X.", "X", "XX"))
_SMALL = frozenset(
    "and et und y of the a an in on for to from with by at as de der die des du la le les von van vol no nr n t bd "
    "heft h jg pp p s ss pag nº issue volume number v is how what why are do does via using".split()
)
"""Words that are features of their own; of all others only the form counts."""
_MONTHS = frozenset(
    "jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september "
    "october november december".split()
)
_NAME_FORMS = frozenset(
    "Xx/X./漢/ETAL/Xx Xx/Xx Xx Xx/Xx X. Xx/X. Xx/X. X. Xx/Xx X/Xx XX/Xx X./XX Xx/Xx XxX/XxX Xx".split("/")
)
"""Forms that names have, and other things, too."""
_LEGEND = lazily(r"co-?first|co-?senior|equal|corresponding|contribut|共同|通讯", re.I)
_VENUE_WORD = lazily(
    r"\b(?:proc(?:eedings)?|conf(?:erence)?|symposium|workshop|j(?:ournal)?|trans(?:actions)?|lett(?:ers)?|"
    r"rev(?:iew)?|ann(?:als)?|quarterly|magazine|arxiv|preprint|biorxiv|ssrn|press|university|thesis|technical report|"
    r"ieee|acm|advances|studies|int(?:ernational)?|under review|in submission|submitted|springer|elsevier|nature|"
    r"science)\b|学报|会议|期刊|杂志",
    re.I,
)
_NUMBERS = lazily(
    r"(?:vol(?:ume)?|no|nr|n|pp?|bd|heft|h|jg|s|ss|t|v|art|issue|pages?|nº|č|r|roč|с|т|№|cilt|sayı|sv|str)\.?:?\s*\d",
    re.I,
)
_WORD = lazily(r"[^\W\d_](?:[\w'’`‐·-]*\w)?\.?|\d[\w,.]*|[^\w\s]+")
_CJK = (("\u3040", "\u30ff"), ("\u4e00", "\u9fff"), ("\uac00", "\ud7af"))
_CLASSES = (
    ("T", lazily(r"(^|[-_])(paper|pub|publication)?[-_]?title($|[-_])|heading|^h[1-6]$", re.I)),
    ("A", lazily(r"author|people|names?$", re.I)),
    ("V", lazily(r"venue|periodical|journal|conf|booktitle|source|publication-info", re.I)),
    ("B", lazily(r"badge|abbr|(^|[-_])(tag|label|pill|chip)$", re.I)),
    ("O", lazily(r"date|year|link|note|desc|abstract|button|btn|award", re.I)),
)
"""What the class of an element says of its content; `B` is a badge."""
_FIELD = lazily(
    r"(?P<T>title|标题|题目)|(?P<A>(?:co-?)?authors?|with|by|作者)|(?P<Y>year|date|年份?)|"
    r"(?P<V>journal|venue|conference|published in|published|publisher|booktitle|in|期刊|会议)|"
    r"(?P<L>code|links?|paper|pdf|doi|url|project|keywords?|abstract|tags?|topics?)",
    re.I,
)
"""Words that name the field after them, where a colon follows."""

Group = tuple[str, ...]
"""Features that follow from one and the same thing."""
Evidence = tuple[Group, ...]
"""What says of a segment what it is."""

_SAYS: tuple[tuple[str, Callable[[Segment], object]], ...] = (
    ("year", lambda segment: segment.year),
    ("numbers", lambda segment: _NUMBERS.match(segment.text)),
    ("digit", lambda segment: any(map(str.isdigit, segment.text))),
    ("br", lambda segment: segment.bracketed),
    ("marks", lambda segment: segment.marks),
    ("legend", lambda segment: _LEGEND.search(segment.text)),
    ("?", lambda segment: segment.text[-1] in "?!"),
)
"""Features that a segment has or has not."""


_PARTING = frozenset(".,|^")
_BARE_NAME = lazily(r"[^\W\d_]{2} [A-Z]{1,3}(?:-[A-Z])?$")
_SETS_OFF, _SETS_OFF_A_WORD = frozenset("blqi"), frozenset("blq")


def is_badge(segment: Segment) -> bool:
    """Return whether a segment stands in a badge or in code, where venues are shortened."""
    style = segment.style
    return style.code or (bool(style.classes) and "B" in _classes(style.classes))


@lru_cache(1024)
def _classes(names: tuple[str, ...]) -> str:
    """Return what the classes of the elements around say, a sign for each."""
    return "".join(sign for sign, named in _CLASSES if any(named.search(name) for name in names))


@lru_cache(4096)
def shape(word: str) -> str:
    """Return the form of a word: `X.`, `Xx`, `XX`, `xx`, `9`, or a small word itself."""
    bare = word.rstrip(".")
    dot = "." if word[-1] == "." else ""
    low = bare.lower()
    if low in _SMALL:
        return low + dot
    if low in _MONTHS and bare[0].isupper():
        return "Mon"
    if bare[:1].isdigit():
        return "9"
    if not bare[:1].isalpha():
        return "-"
    if _is_cjk(bare[0]):
        return "漢" if len(bare) < 5 else "漢漢"
    if len(bare) == 1:
        return ("X" if bare.isupper() else "x") + dot
    if bare.isupper():
        return ("XX" if len(bare) < 4 else "XXX") + dot
    if bare[0].isupper():
        return ("Xx" if sum(map(str.isupper, bare)) < 3 else "XxX") + dot
    return "xx" + dot


def _is_cjk(character: str) -> bool:
    """Return whether a character is Chinese, Japanese or Korean."""
    return character > "\u303f" and any(first <= character <= last for first, last in _CJK)


def apart(segments: Sequence[Segment]) -> list[int]:
    """Return for each segment what ends before it.

    1: a look that sets something off, or what stands before such a look and a stop; 2: a name, whose initials have no
    stops and are followed by one; 0: nothing that tells.
    """
    found: list[int] = []
    ending, last, said = frozenset[str](), frozenset[str](), ""
    for segment in segments:
        own = frozenset(segment.look)
        begins = bool(found) and segment.before[:1] in _PARTING and bool((own - last) & _SETS_OFF_A_WORD)
        if ending - own or begins:
            found.append(1)
        else:
            found.append(2 if segment.before[:1] == "." and _BARE_NAME.search(said) else 0)
        ending = own and own & (_SETS_OFF if segment.text.count(" ") > 1 else _SETS_OFF_A_WORD)
        last, said = own, segment.text
    return found


_KEPT = 5000
"""How many forms, and how many pieces of evidence of each sort, are kept."""
_known: dict[object, _Form] = {}
_alike: dict[object, _Form] = {}


def _form(segment: Segment) -> _Form:
    """What is said of a segment by itself; the same names and years stand in many entries.

    Of all that say the same one is kept, so that what follows from it is found again by its identity.
    """
    own = segment.text, segment.look, segment.style.classes, bool(segment.marks), segment.bracketed, segment.year
    found = _known.get(own)
    if found is None:
        for kept in (_known, _alike):
            if len(kept) > _KEPT:
                kept.clear()
        form = _Form(segment)
        found = _known[own] = _alike.setdefault((form.features, form.names, form.look, form.size), form)
    return found


class _Form:
    """What is said of a segment by itself: its form in brief, its look, its size, and features."""

    __slots__ = ("brief", "features", "label", "look", "names", "size", "venue")

    def __init__(self, segment: Segment) -> None:
        """Look at its words."""
        shapes = [form for form in map(shape, _WORD.findall(segment.text)[:24]) if form != "-"]
        self.brief = " ".join(shapes[:3]) + ("+" if len(shapes) > 3 else "")
        if ET_AL.fullmatch(segment.text):
            self.brief = "ETAL"
        elif segment.year:
            self.brief = "YEAR"
        elif segment.text.lower() in IN:
            self.brief = "IN"
        elif lead := LEAD.fullmatch(segment.text):
            self.brief = "WITH" if lead[0].lower().endswith(("with", "by")) else "IN"
        lower = sum(form[0].islower() for form in shapes)
        ratio = "0" if not lower else "<" if lower * 2 < len(shapes) else ">"
        count = _size(len(shapes)) if segment.text.isascii() or sum(map(_is_cjk, segment.text)) < 5 else "cjk"
        self.look = segment.look
        self.size = ratio + count
        self.names = self.brief in _NAME_FORMS
        first, last = (shapes[0], shapes[-1]) if shapes else ("-", "-")
        classes = _classes(segment.style.classes)
        self.features: Group = (
            "s:" + self.brief, "f:" + first, "e:" + last, "n:" + count, "r:" + self.size, "k:" + self.look,
            "c:" + classes, "kn:" + self.look + self.size, *(name for name, says in _SAYS if says(segment)),
        )  # fmt: skip
        self.venue = _VENUE_WORD.search(segment.text) is not None
        self.label = LABEL.match(segment.text) is not None
        if self.venue:
            self.features += ("venueword", "venueword" + count)
        if self.label:
            self.features += ("label" + count, "label" + self.look)


def is_like_name(segment: Segment) -> bool:
    """Return whether a segment has a form that names have."""
    return _form(segment).names


def _size(count: int) -> str:
    """A number of words, roughly."""
    return str(count) if count < 4 else "4-5" if count < 6 else "6-9" if count < 10 else "10+"


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
    forms = [_form(segment) for segment in segments]
    around: list[_Form | _Edge] = [_START, _START, *forms, _END, _END, _END]
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
    form: _Form, earlier: _Form | _Edge, previous: _Form | _Edge, following: _Form | _Edge, second: _Form | _Edge,
    third: _Form | _Edge, earlier_separator: str, before: str, after: str, later_separator: str, index: int, left: int,
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
def _between(form: _Form, before: str, after: str) -> Group:
    """What the separators beside a segment say of it."""
    brief, look, size = form.brief, form.look, form.size
    return (
        "<" + before, ">" + after, "<>" + before + "_" + after, "<s" + before + brief, ">s" + brief + after,
        "<n" + before + size, ">n" + size + after, "<k" + before + look, ">k" + look + after,
    )  # fmt: skip


@lru_cache(_KEPT)
def _after(form: _Form, previous: _Form | _Edge, before: str) -> Group:
    """What the segment before one says of it."""
    brief = previous.brief
    return (
        "p:" + brief, "p<:" + brief + before, "ps:" + brief + "_" + form.brief, "pk:" + previous.look + "_" + form.look,
        "pn:" + previous.size + form.size,
    )  # fmt: skip


@lru_cache(_KEPT)
def _before(form: _Form, following: _Form | _Edge, after: str) -> Group:
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


def _lines(segments: Sequence[Segment], forms: Sequence[_Form]) -> list[Group]:
    """What each line of several says of its segments."""
    return _grouped(segments, forms, [segment.line for segment in segments], "L")


def _sentences(segments: Sequence[Segment], forms: Sequence[_Form]) -> list[Group]:
    """What each sentence of several says of its segments: what stands between two stops, and looks the same."""
    numbers, number = [], 0
    for at, (segment, form) in enumerate(zip(segments, forms, strict=True)):
        if at and _begins(segments[at - 1], segment, forms[at - 1], form):
            number += 1
        numbers.append(number)
    return _grouped(segments, forms, numbers, "S")


def _begins(before: Segment, segment: Segment, form_before: _Form, form: _Form) -> bool:
    """Whether a segment begins a sentence; after initials a stop is no more than a part of the name."""
    if before.line != segment.line or form_before.look != form.look:
        return True
    separator = segment.before
    if "“" in separator or "”" in separator or "(" in separator:
        return True
    return "." in separator and (form_before.brief not in _INITIALS or form.brief.count(" ") > 1)


def _grouped(segments: Sequence[Segment], forms: Sequence[_Form], numbers: Sequence[int], letter: str) -> list[Group]:
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


def _line(segments: Sequence[Segment], forms: Sequence[_Form], members: Sequence[int]) -> str:
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
