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
from profile_tui.content.publications.separators import IN
from profile_tui.text.pattern import lazily

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
    r"(?P<A>(?:co-?)?authors?|with|by|作者)|(?P<Y>year|date|年份?)|"
    r"(?P<V>journal|venue|conference|published in|published|publisher|booktitle|in|期刊|会议)|"
    r"(?P<L>code|links?|paper|pdf|doi|url|project|keywords?|abstract|tags?|topics?)",
    re.I,
)
"""Words that name the field after them, where a colon follows."""

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


def is_badge(segment: Segment) -> bool:
    """Return whether a segment stands in a badge or in code, where venues are shortened."""
    return segment.style.code or any(_CLASSES[3][1].search(name) for name in segment.style.classes)


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


def look(segment: Segment) -> str:
    """Return how a segment is set off, a letter for each way."""
    style = segment.style
    on = (style.italic, style.bold, style.underline, style.code, style.font, style.href is not None, segment.quoted)
    return "".join(letter for letter, is_on in zip("ibucflq", on, strict=True) if is_on)


def apart(segments: Sequence[Segment]) -> list[bool]:
    """Return for each segment whether a look ended there: bold, linked, quoted, or a few words in italics."""
    looks = [
        set(look(segment)) & ({"b", "l", "q", "i"} if segment.text.count(" ") > 1 else {"b", "l", "q"})
        for segment in segments
    ]
    return [bool(index and looks[index - 1] - set(look(segments[index]))) for index in range(len(segments))]


def _form(segment: Segment, known: dict[object, _Form]) -> _Form:
    """What is said of a segment by itself; the same names and years stand in many entries."""
    style = segment.style
    own = (
        segment.text,
        style[:6],
        style.href is None,
        bool(segment.marks),
        segment.quoted,
        segment.bracketed,
        style.classes,
        segment.year,
    )
    found = known.get(own)
    if found is None:
        if len(known) > _KEPT:
            known.clear()
        found = known[own] = _Form(segment)
    return found


_KEPT = 5000
"""How many forms are kept."""
_known: dict[object, _Form] = {}


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
        lower = sum(form[0].islower() for form in shapes)
        ratio = "0" if not lower else "<" if lower * 2 < len(shapes) else ">"
        count = _size(len(shapes)) if segment.text.isascii() or sum(map(_is_cjk, segment.text)) < 5 else "cjk"
        self.look = look(segment)
        self.size = ratio + count
        self.names = self.brief in _NAME_FORMS
        first, last = (shapes[0], shapes[-1]) if shapes else ("-", "-")
        classes = "".join(sign for sign, named in _CLASSES if any(named.search(name) for name in segment.style.classes))
        self.features = [
            "s:" + self.brief, "f:" + first, "e:" + last, "n:" + count, "r:" + self.size, "k:" + self.look,
            "c:" + classes, "kn:" + self.look + self.size, *(name for name, says in _SAYS if says(segment)),
        ]  # fmt: skip
        self.venue = _VENUE_WORD.search(segment.text) is not None
        self.label = LABEL.match(segment.text) is not None
        if self.venue:
            self.features += ("venueword", "venueword" + count)
        if self.label:
            self.features += ("label" + count, "label" + self.look)


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


def features(segments: Sequence[Segment]) -> list[tuple[str, ...]]:
    """Return the features of each segment of an entry."""
    forms = [_form(segment, _known) for segment in segments]
    around: list[_Form | _Edge] = [_START, _START, *forms, _END, _END, _END]
    lined = _lines(segments, forms)
    longest = sorted(len(segment.text) for segment in segments)[-2:]
    found = []
    for index, (segment, form) in enumerate(zip(segments, forms, strict=True)):
        own = [
            *form.features,
            *_beside(segment, form, around, index + 2),
            *_placed(segments, index, form),
            *lined[segment.line],
            "long1" if len(segment.text) >= longest[-1] else "long2" if len(segment.text) >= longest[0] else "long3",
        ]
        field = _FIELD.fullmatch(segments[index - 1].text) if index and segment.before[:1] == ":" else None
        if field:
            own.append(f"after{field.lastgroup}")
        found.append(tuple(own))
    return found


def _beside(segment: Segment, form: _Form, around: Sequence[_Form | _Edge], at: int) -> tuple[str, ...]:
    """What the separators and the segments beside one say of it; `at` is its place in `around`."""
    before, after = segment.before[:4], segment.after[:4]
    earlier, previous, following, second, third = (around[at + step] for step in (-2, -1, 1, 2, 3))
    brief, own_look, size = form.brief, form.look, form.size
    return (
        "<" + before, ">" + after, "<>" + before + "_" + after,
        "<s" + before + brief, ">s" + brief + after, "<n" + before + size, ">n" + size + after,
        "<k" + before + own_look, ">k" + own_look + after,
        "p:" + previous.brief, "pp:" + earlier.brief, "n:" + following.brief, "nn:" + second.brief,
        "nnn:" + third.brief, "p<:" + previous.brief + before, "n>:" + following.brief + after,
        "ps:" + previous.brief + "_" + brief, "sn:" + brief + "_" + following.brief,
        "pk:" + previous.look + "_" + own_look, "nk:" + own_look + "_" + following.look,
        "pn:" + previous.size + size, "nz:" + size + following.size,
    )  # fmt: skip


def _placed(segments: Sequence[Segment], index: int, form: _Form) -> tuple[str, ...]:
    """What its place in the entry says of a segment."""
    segment = segments[index]
    before, after, left = segment.before[:4], segment.after[:4], len(segments) - index
    line = str(min(segment.line, 3))
    first = not index or segments[index - 1].line != segment.line
    return (
        "<<" + (segments[index - 1].before[:3] + "_" + before if index else "^"),
        ">>" + (after + "_" + segments[index + 1].after[:3] if left > 1 else "$"),
        "i:" + str(min(index, 4)), "z:" + str(min(left, 4)),
        "l:" + line + ("b" if segment.bullet else "") + "/" + str(min(segments[-1].line, 3)),
        "lk:" + line + form.look, "first" if first else "later",
    )  # fmt: skip


def _lines(segments: Sequence[Segment], forms: Sequence[_Form]) -> dict[int, tuple[str, ...]]:
    """What each line of several says of all its segments."""
    members: dict[int, list[int]] = {}
    for index, segment in enumerate(segments):
        members.setdefault(segment.line, []).append(index)
    if len(members) < 2:
        return dict.fromkeys(members, ())
    order = sorted(members)
    heads = ["^", *(_line(segments, forms, members[line]) for line in order), "$"]
    return {
        line: ("L:" + own, "L<" + before, "L>" + after, "L<>" + before + own + after)
        for line, before, own, after in zip(order, heads, heads[1:], heads[2:], strict=False)
    }


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
