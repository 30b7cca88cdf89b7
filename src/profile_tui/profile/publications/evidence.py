"""What each segment of an entry shows of its role: a few dozen features of form, and of words only a short list."""

from __future__ import annotations

import re
from collections.abc import Sequence

from profile_tui.profile.publications.segments import ET_AL, IN, Segment
from profile_tui.profile.words import LABEL
from profile_tui.text.pattern import lazily

SMALL = frozenset(
    "and et und y of the a an in on for to from with by at as de der die des du la le les von van vol no nr n t bd "
    "heft h jg pp p s ss pag nº issue volume number v is how what why are do does via using".split()
)
"""Words that form features of their own; of all others only the form counts."""
_LEGEND = lazily(r"co-?first|co-?senior|equal|corresponding|contribut|共同|通讯", re.I)
_VENUE_WORD = lazily(
    r"\b(?:proc(?:eedings)?|conf(?:erence)?|symposium|workshop|j(?:ournal)?|trans(?:actions)?|lett(?:ers)?|rev(?:iew)?|"
    r"ann(?:als)?|quarterly|magazine|arxiv|preprint|biorxiv|ssrn|press|university|thesis|technical report|ieee|acm|"
    r"advances|studies|int(?:ernational)?|under review|in submission|submitted|springer|elsevier|nature|science)\b|学报|会议|期刊|杂志",
    re.I,
)
_NUMBERS = lazily(r"(?:vol(?:ume)?|no|nr|n|pp?|bd|heft|h|jg|s|ss|t|v|art|issue|pages?|nº|č|r|roč|с|т|№|cilt|sayı|sv|str)\.?:?\s*\d", re.I)
_WORD = lazily(r"[^\W\d_](?:[\w'’`‐·-]*\w)?\.?|\d[\w,.]*|[^\w\s]+")
_CJK = lazily(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
_TITLE_CLASS = lazily(r"(^|[-_])(paper|pub|publication)?[-_]?title($|[-_])|heading|^h[1-6]$", re.I)
_VENUE_CLASS = lazily(r"venue|periodical|journal|conf|booktitle|source|publication-info", re.I)
_BADGE_CLASS = lazily(r"badge|abbr|(^|[-_])(tag|label|pill|chip)$", re.I)
_AUTHOR_CLASS = lazily(r"author|people|names?$", re.I)
_OTHER_CLASS = lazily(r"date|year|link|note|desc|abstract|button|btn|award", re.I)
_FIELD = lazily(
    r"(?P<A>(?:co-?)?authors?|with|by|作者)|(?P<V>journal|venue|conference|published in|published|publisher|booktitle|in|期刊|会议)"
    r"|(?P<Y>year|date|年份?)|(?P<L>code|links?|paper|pdf|doi|url|project|keywords?|abstract|tags?|topics?)",
    re.I,
)


def shape(word: str) -> str:
    """Return the form of a word: `X.`, `Xx`, `XX`, `xx`, `9`, or a small word itself."""
    bare = word.rstrip(".")
    low = bare.lower()
    if low in SMALL:
        return low + ("." if word[-1] == "." else "")
    if bare[:1].isdigit():
        return "9"
    if not bare[:1].isalpha():
        return "-"
    if _CJK.match(bare):
        return "漢" if len(bare) < 5 else "漢漢"
    dot = "." if word[-1] == "." else ""
    if len(bare) == 1:
        return ("X" if bare.isupper() else "x") + dot
    if bare.isupper() or (len(bare) <= 4 and sum(map(str.isupper, bare)) > 1 and not any(map(str.islower, bare))):
        return ("XX" if len(bare) < 4 else "XXX") + dot
    if bare[0].isupper():
        return ("Xx" if sum(map(str.isupper, bare)) < 3 else "XxX") + dot
    return "xx" + dot


def _size(count: int) -> str:
    """A number of words, roughly."""
    return "0123"[count] if count < 4 else "4-5" if count < 6 else "6-9" if count < 10 else "10+"


def _classes(segment: Segment) -> str:
    """What the classes and tags around say."""
    named = ""
    for name in segment.style.classes:
        for sign, pattern in (("T", _TITLE_CLASS), ("A", _AUTHOR_CLASS), ("V", _VENUE_CLASS), ("B", _BADGE_CLASS), ("O", _OTHER_CLASS)):
            if sign not in named and pattern.search(name):
                named += sign
    return named


def is_badge(segment: Segment) -> bool:
    """Return whether a segment stands in a badge or in code, where venues are shortened."""
    return segment.style.code or any(_BADGE_CLASS.search(name) for name in segment.style.classes)


def look(segment: Segment) -> str:
    """How a segment is set off."""
    style = segment.style
    return (
        ("i" if style.italic else "") + ("b" if style.bold else "") + ("u" if style.underline else "")
        + ("c" if style.code else "") + ("f" if style.font else "") + ("l" if style.href is not None else "")
        + ("q" if segment.quoted else "")
    )


class Form:
    """What is said of a segment by itself."""

    __slots__ = ("brief", "features", "look", "size")

    def __init__(self, segment: Segment) -> None:
        """Look at its words."""
        words = _WORD.findall(segment.text)
        shapes = [shape(word) for word in words[:24]]
        letters = [s for s in shapes if s != "-"]
        if ET_AL.fullmatch(segment.text):
            self.brief = "ETAL"
        elif segment.year:
            self.brief = "YEAR"
        elif segment.text.lower() in IN:
            self.brief = "IN"
        else:
            self.brief = " ".join(letters[:3]) + ("+" if len(letters) > 3 else "")
        lower = sum(s[0].islower() for s in letters)
        capital = len(letters) - lower
        ratio = "0" if not lower else "<" if lower < capital else ">"
        cjk = len(_CJK.findall(segment.text))
        size = _size(len(letters)) if cjk < 5 else "cjk"
        self.look = look(segment)
        self.size = ratio + size
        found = [
            "s:" + self.brief, "f:" + (letters[0] if letters else "-"), "e:" + (letters[-1] if letters else "-"),
            "n:" + size, "r:" + ratio + size, "k:" + self.look, "c:" + _classes(segment),
        ]
        if segment.year:
            found.append("year")
        if _VENUE_WORD.search(segment.text):
            found.append("venueword")
            found.append("venueword" + size)
        if _NUMBERS.match(segment.text):
            found.append("numbers")
        if any(map(str.isdigit, segment.text)):
            found.append("digit")
        if LABEL.match(segment.text):
            found.append("label" + size)
            found.append("label" + self.look)
        if segment.bracketed:
            found.append("br")
        if segment.marks:
            found.append("marks")
        field = _FIELD.fullmatch(segment.text)
        if field and segment.after[:1] == ":":
            found.append("field" + str(field.lastgroup))
        if _LEGEND.search(segment.text):
            found.append("legend")
        if segment.text[-1] in "?!":
            found.append("?")
        self.features = found


def _lines(segments: Sequence[Segment], forms: Sequence[Form]) -> dict[int, tuple[str, ...]]:
    """What each line says of all its segments: how many they are, how they look, how the line begins and goes on."""
    members: dict[int, list[int]] = {}
    for index, segment in enumerate(segments):
        members.setdefault(segment.line, []).append(index)
    found: dict[int, tuple[str, ...]] = {}
    if len(members) < 2:
        return {line: () for line in members}
    order = sorted(members)
    heads = ["^", *(_head(segments, forms, members[line]) for line in order), "$"]
    for number, line in enumerate(order):
        own = heads[number + 1]
        found[line] = ("L:" + own, "L<" + heads[number], "L>" + heads[number + 2], "L<>" + heads[number] + own + heads[number + 2])
    return found


def _head(segments: Sequence[Segment], forms: Sequence[Form], members: Sequence[int]) -> str:
    """A line in a few signs: all links, several short capitalised pieces, a year at its end, long."""
    first, last = members[0], members[-1]
    linked = sum(segments[index].style.href is not None for index in members)
    labels = sum("label" in forms[index].features[-1] or any(f.startswith("label") for f in forms[index].features) for index in members)
    if linked == len(members):
        return "links" if labels * 2 >= len(members) else "link"
    if labels * 2 > len(members):
        return "labels"
    names = sum(forms[index].brief in _NAMES for index in members)
    sign = "names" if names * 3 > len(members) * 2 and len(members) > 1 else "name" if names == len(members) else ""
    if not sign:
        longest = max(len(segments[index].text) for index in members)
        sign = "long" if longest > 90 else "text" if longest > 30 else "short"
    if any(segments[index].year for index in members):
        sign += "Y"
    if any("venueword" in forms[index].features for index in members):
        sign += "V"
    if segments[first].bullet:
        sign += "b"
    return sign + ("1" if first == last else "")


_NAMES = frozenset(
    ["Xx Xx", "Xx Xx Xx", "Xx X. Xx", "X. Xx", "Xx X", "Xx XX", "Xx X.", "Xx", "X.", "漢", "XX Xx", "Xx XX", "Xx XxX", "X. X. Xx", "ETAL", "XxX Xx", "XX Xx"]
)


def features(segments: Sequence[Segment]) -> list[tuple[str, ...]]:
    """Return the features of each segment of an entry."""
    forms = [Form(segment) for segment in segments]
    count = len(segments)
    lines = segments[-1].line if segments else 0
    lined = _lines(segments, forms)
    longest = sorted(len(segment.text) for segment in segments)[-2:] if segments else []
    found = []
    for index, (segment, form) in enumerate(zip(segments, forms, strict=True)):
        previous = forms[index - 1] if index else None
        following = forms[index + 1] if index + 1 < count else None
        second = forms[index + 2] if index + 2 < count else None
        third = forms[index + 3] if index + 3 < count else None
        earlier = forms[index - 2] if index > 1 else None
        before, after = segment.before[:4], segment.after[:4]
        own = list(form.features)
        p = previous.brief if previous else "^"
        n = following.brief if following else "$"
        own += [
            "<" + before, ">" + after, "<>" + before + "_" + after, "<s" + before + form.brief, ">s" + form.brief + after,
            "p:" + p, "n:" + n, "pp:" + (earlier.brief if earlier else "^"), "nn:" + (second.brief if second else "$"),
            "nnn:" + (third.brief if third else "$"),
            "p<:" + p + before, "n>:" + n + after, "ps:" + p + "_" + form.brief, "sn:" + form.brief + "_" + n,
            "pk:" + (previous.look if previous else "^") + "_" + form.look,
            "nk:" + form.look + "_" + (following.look if following else "$"),
            "<n" + before + form.size, ">n" + form.size + after, "pn:" + (previous.size if previous else "^") + form.size,
            "nn:" + form.size + (following.size if following else "$"), "kn:" + form.look + form.size,
            "<k" + before + form.look, ">k" + form.look + after,
            "<<" + (segments[index - 1].before[:3] + "_" + before if index else "^"),
            ">>" + after + "_" + (segments[index + 1].after[:3] if index + 1 < count else "$"),
            "i:" + str(min(index, 4)), "z:" + str(min(count - index, 4)),
            "l:" + str(min(segment.line, 3)) + ("b" if segment.bullet else "") + "/" + str(min(lines, 3)),
            "lk:" + str(min(segment.line, 3)) + form.look,
            "first" if not index or segments[index - 1].line != segment.line else "later",
            *lined[segment.line],
            "long1" if len(segment.text) >= longest[-1] else "long2" if len(segment.text) >= longest[0] else "long3",
        ]
        if previous and "field" in previous.features[-1]:
            own.append("after" + previous.features[-1])
        found.append(tuple(own))
    return found
