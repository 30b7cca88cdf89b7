"""What a segment says by itself: the form of its words, its look, its size; of words only a short list counts."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from string import digits

from profile_tui.content.entries.lexicon import ET_AL, LABEL, PARTICLES
from profile_tui.content.publications.cutting.segments import Segment
from profile_tui.content.publications.cutting.separators import IN, LEAD
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
_VENUE_WORDS = frozenset(
    "proc proceedings conf conference symposium workshop j journal trans transactions lett letters rev review ann "
    "annals quarterly magazine arxiv preprint biorxiv ssrn press university thesis ieee acm advances studies int "
    "international submitted springer elsevier nature science".split()
)
_VENUE_PHRASE = lazily(r"\b(?:technical report|in submission)\b|学报|会议|期刊|杂志")
"""What is said of venues in more than a word; `under review` has one of those."""
_PLAIN_WORD = lazily(r"\w+")
_NUMBERS = lazily(
    r"(?:vol(?:ume)?|no|nr|n|pp?|bd|heft|h|jg|s|ss|t|v|art|issue|pages?|nº|č|r|roč|с|т|№|cilt|sayı|sv|str)\.?:?\s*\d",
    re.I,
)
"""A number after the word for what it counts."""
_WORD = lazily(r"[^\W\d_](?:[\w'’`‐·-]*\w)?\.?|\d[\w,.]*|[^\w\s]+")
_PREFIX = lazily(r"(?:a[dlnrstz]h?|e[dlnrstz]h?|ben|bin|dall|dell|della?|ibn|ul|[dlst])[-‐'’](?=[^\Wa-zß-ÿ\d_])")
"""What is written together with a surname after it, as in `al-Example` and `d’Example`."""
_AFTER_NAME = PARTICLES.union("Jr Jr. Sr Sr. II III IV".split())
"""Words of a name that may be after its initials, as in `Example A von` and `Sample B III`."""
_CJK = (("\u3040", "\u30ff"), ("\u4e00", "\u9fff"), ("\uac00", "\ud7af"))
_CLASSES = (
    ("T", lazily(r"(^|[-_])(paper|pub|publication)?[-_]?title($|[-_])|heading|^h[1-6]$", re.I)),
    ("A", lazily(r"author|people|names?$", re.I)),
    ("V", lazily(r"venue|periodical|journal|conf|booktitle|source|publication-info", re.I)),
    ("B", lazily(r"badge|abbr|(^|[-_])(tag|label|pill|chip)$", re.I)),
    ("O", lazily(r"date|year|link|note|desc|abstract|button|btn|award", re.I)),
)
"""What the class of an element says of its content; `B` is a badge."""

Group = tuple[str, ...]
"""Features that follow from one and the same thing."""

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
    """Return whether a segment is in a badge or in code, where venues are shortened."""
    style = segment.style
    return style.code or (bool(style.classes) and "B" in _classes(style.classes))


@lru_cache(1024)
def _classes(names: tuple[str, ...]) -> str:
    """Return what the classes of the elements around say, a sign for each."""
    return "".join(sign for sign, named in _CLASSES if any(named.search(name) for name in names))


def _without_end(words: list[str]) -> list[str]:
    """The words of a name without those after its initials or given names."""
    end = len(words)
    while (
        end > 1
        and words[0] not in PARTICLES
        and words[end - 1] in _AFTER_NAME
        and (words[end - 1].islower() or words[end - 2].isupper())
    ):
        end -= 1
    return words[:end]


@lru_cache(4096)
def shape(word: str) -> str:
    """Return the form of a word: `X.`, `Xx`, `XX`, `xx`, `9`, or a small word itself."""
    bare = word.rstrip(".")
    if "-" in bare or "'" in bare or "’" in bare:
        bare = _PREFIX.sub("", bare)
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


_KEPT = 5000
"""How many forms, and how many pieces of evidence of each sort, are kept."""
_NOUGHTS = dict.fromkeys(map(ord, digits), "0")
_known: dict[object, Form] = {}
_alike: dict[object, Form] = {}


def form_of(segment: Segment) -> Form:
    """What is said of a segment by itself; the same names and years are in many entries.

    Of all that say the same one is kept, so that what follows from it is found again by its identity.
    """
    text = segment.text
    if text[0].isdecimal():
        text = text.translate(_NOUGHTS)  # which number it is tells nothing
    own = (
        text,
        segment.look,
        segment.style.classes,
        bool(segment.marks),
        segment.bracketed,
        segment.year,
        segment.surname,
    )
    known_form = _known.get(own)
    if known_form is None:
        for kept in (_known, _alike):
            if len(kept) > _KEPT:
                kept.clear()
        form = Form(segment)
        known_form = _known[own] = _alike.setdefault((form.features, form.names, form.look, form.size), form)
    return known_form


class Form:
    """What is said of a segment by itself: its form in brief, its look, its size, and features."""

    __slots__ = ("brief", "features", "label", "look", "names", "size", "venue", "year")

    def __init__(self, segment: Segment) -> None:
        """Look at its words."""
        shapes = _shapes(segment)
        self.brief = _brief(segment, shapes)
        lower = sum(form[0].islower() for form in shapes)
        ratio = "0" if not lower else "<" if lower * 2 < len(shapes) else ">"
        count = size_of(len(shapes)) if segment.text.isascii() or sum(map(_is_cjk, segment.text)) < 5 else "cjk"
        self.look = segment.look
        self.size = ratio + count
        self.names = self.brief in _NAME_FORMS
        self.year = segment.year
        first, last = (shapes[0], shapes[-1]) if shapes else ("-", "-")
        classes = _classes(segment.style.classes)
        self.features: Group = (
            "s:" + self.brief, "f:" + first, "e:" + last, "n:" + count, "r:" + self.size, "k:" + self.look,
            "c:" + classes, "kn:" + self.look + self.size, *(name for name, says in _SAYS if says(segment)),
        )  # fmt: skip
        words = _PLAIN_WORD.findall(segment.text.lower())
        self.venue = not _VENUE_WORDS.isdisjoint(words) or bool(_VENUE_PHRASE.search(segment.text.lower()))
        self.label = LABEL.match(segment.text) is not None
        if self.venue:
            self.features += ("venueword", "venueword" + count)
        if self.label:
            self.features += ("label" + count, "label" + self.look)


def _shapes(segment: Segment) -> list[str]:
    """The forms of a segment's words."""
    words = _WORD.findall(segment.text)[:24]
    if words and words[-1] in _AFTER_NAME and not any(word[0].islower() for word in words if word not in _AFTER_NAME):
        words = _without_end(words)
    shapes = [form for form in map(shape, words) if form != "-"]
    return ["Xx" if form == "Mon" or form in _SMALL else form for form in shapes] if segment.surname else shapes


def _brief(segment: Segment, shapes: list[str]) -> str:
    """The form of a segment in a few signs."""
    if ET_AL.fullmatch(segment.text):
        return "ETAL"
    if segment.year:
        return "YEAR"
    if not segment.surname:
        if segment.text.lower() in IN:
            return "IN"
        if lead := LEAD.fullmatch(segment.text):
            return "WITH" if lead[0].lower().endswith(("with", "by")) else "IN"
    return " ".join(shapes[:3]) + ("+" if len(shapes) > 3 else "")


def is_like_name(segment: Segment) -> bool:
    """Return whether a segment has a form that names have."""
    return form_of(segment).names


def size_of(count: int) -> str:
    """A number of words, roughly."""
    return str(count) if count < 4 else "4-5" if count < 6 else "6-9" if count < 10 else "10+"
