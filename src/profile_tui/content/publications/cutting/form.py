"""What a segment says by itself: the form of its words, its look, its size; of words only a short list counts."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from string import digits

from profile_tui.content.entries.lexicon import ET_AL, PARTICLES, SMALL_LABEL
from profile_tui.content.publications.cutting.letters import CAPITAL, INITIALS
from profile_tui.content.publications.cutting.segment import Facts, Form, Segment
from profile_tui.content.publications.cutting.separators import BEGIN_LEAD, IN, LEAD
from profile_tui.text.pattern import lazily

_SMALL = frozenset(
    "and et und y of the a an in on for to from with by at as de der die des du la le les von van vol no nr n t bd "
    "heft h jg pp p s ss pag nº issue volume number v is how what why are do does via using".split()
)
"""Words that are features of their own; of all others only the form counts."""
_BETWEEN_SURNAMES = frozenset("ey")
"""Words between the two surnames of one person."""
_MONTHS = frozenset(
    "jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september "
    "october november december".split()
)
_NAME_FORMS = frozenset(
    "Xx/X./漢/ETAL/Xx Xx/Xx Xx Xx/Xx X. Xx/X. Xx/X. X. Xx/Xx X/Xx XX/Xx X./XX Xx/Xx XxX/XxX Xx/Xx Mon/Mon Xx".split("/")
)
"""Forms that names have, and other things, too."""
_LEGEND = ("cofirst", "co-first", "cosenior", "co-senior", "equal", "corresponding", "contribut", "共同", "通讯")
"""What is within words that explain marks."""
_VENUE_WORDS = frozenset(
    "proc proceedings conf conference symposium workshop j journal trans transactions lett letters rev review ann "
    "annals quarterly magazine arxiv preprint biorxiv ssrn press university thesis ieee acm advances studies int "
    "international submitted springer elsevier nature science".split()
)
_VENUE_PHRASE = lazily(
    r"technical report\b(?<!\wtechnical report)|in submission\b(?<!\win submission)|"
    "学报|会议|期刊|杂志|学会|大会|研究会|論文誌|紀要|학회|논문지"
)
"""What is said of venues in more than a word; `under review` has one of those."""
_INITIALS = lazily(INITIALS)
_DIGIT = lazily("[0-9]")
_PLAIN_WORD = lazily(r"\w+")
_NUMBERS = lazily(
    r"(?:vol(?:ume)?|no|nr|n|pp?|bd|heft|h|jg|s|ss|t|v|art|issue|pages?|nº|č|r|roč|с|т|№|cilt|sayı|sv|str)\.?:?\s*\d"
)
"""A number after the word for what it counts, in small letters."""
_WORD = lazily(r"[^\W\d_](?:[\w'’`‐·-]*\w)?\.?|\d[\w,.]*|[^\w\s]+")
_NAME = lazily(r"[^\Wa-zß-ÿа-џіα-ωά-ώ\d_][\w’'.-]*")
"""A word of a name."""
_LONGEST_NAME = 4
_PREFIX = lazily(rf"(?:a[dlnrstz]h?|e[dlnrstz]h?|ben|bin|dall|dell|della?|ibn|ul|[dlst])[-‐'’](?={CAPITAL})")
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

_SAYS: tuple[tuple[str, Callable[[Segment, str], object]], ...] = (
    ("year", lambda segment, _: segment.year),
    ("numbers", lambda _, lower: _NUMBERS.match(lower)),
    ("digit", lambda segment, _: _has_digit(segment.text)),
    ("br", lambda segment, _: segment.bracketed),
    ("marks", lambda segment, _: segment.marks),
    ("legend", lambda _, lower: [part for part in _LEGEND if part in lower]),
    ("?", lambda segment, _: segment.text[-1] in "?!"),
)
"""Features that a segment has or has not; they are asked with it and its text in small letters."""


def _has_digit(text: str) -> bool:
    """Return whether a text has a digit."""
    return _DIGIT.search(text) is not None or (not text.isascii() and any(map(str.isdigit, text)))


def is_badge(segment: Segment) -> bool:
    """Return whether a segment is in a badge or in code, where venues are shortened."""
    style = segment.style
    return style.code or (bool(style.classes) and "B" in _classes(style.classes))


@lru_cache(1024)
def _classes(names: tuple[str, ...]) -> str:
    """Return what the classes of the elements around say, a sign for each."""
    return "".join(sign for sign, named in _CLASSES if any(named.search(name) for name in names))


def _without_end(words: list[str]) -> list[str]:
    """The words of a name without those after its initials or given names; other words as they are."""
    end = len(words)
    while end > 1 and words[end - 1] in _AFTER_NAME:
        end -= 1
    is_name = words[0] not in PARTICLES and not any(word[0].islower() for word in words[:end] if word not in PARTICLES)
    return words[:end] if is_name else words


@lru_cache(4096)
def _word(word: str) -> tuple[Sequence[str], bool]:
    """Return the forms of what is between two blanks, and whether it is a word of venues."""
    return [shape(part) for part in _WORD.findall(word)], not _VENUE_WORDS.isdisjoint(_PLAIN_WORD.findall(word.lower()))


@lru_cache(1024)
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
"""How many forms are kept."""
_MOST_WORDS = 24
_FEW = 4
"""Letters of initials are fewer."""
_LONGEST, _LONGEST_SIGN = 40, 24
"""Characters of what may be in many entries, and of what has a sign of its own."""
_NOUGHTS = dict.fromkeys(map(ord, digits), "0")
_known: dict[object, Form] = {}
_alike: dict[Facts, Form] = {}


def form_of(segment: Segment) -> Form:
    """Return what is said of a segment by itself; of all segments that say the same it is the very same object.

    The same names and years are in many entries.
    """
    if segment.form is not None:
        return segment.form
    text = segment.text
    if len(text) > _LONGEST:
        segment.form = form = _form(segment)
        return form
    if text[0] <= "9" and text[0].isdecimal():
        text = text.translate(_NOUGHTS)  # which number it is tells nothing
    own = (
        text,
        segment.look,
        segment.style.classes,
        segment.marks != "",
        segment.bracketed,
        segment.year,
        segment.surname,
    )
    known = _known.get(own)
    if known is None:
        if len(_known) > _KEPT:
            _known.clear()
        known = _known[own] = _form(segment)
    segment.form = known
    return known


def _form(segment: Segment) -> Form:
    """Look at the words of a segment."""
    text, year = segment.text, segment.year
    lower = text.lower()
    shapes, is_venue = _shapes(segment)
    small = len([1 for form in shapes if "a" <= form[0] <= "z"])
    count = size_of(len(shapes)) if text.isascii() or sum(map(_is_cjk, text)) < 5 else "cjk"
    brief = _brief("" if segment.surname else text, lower, shapes, year=year)
    facts = Facts(
        brief,
        *((shapes[0], shapes[-1]) if shapes else ("-", "-")),
        count,
        ("0" if not small else "<" if small * 2 < len(shapes) else ">") + count,
        segment.look,
        _classes(segment.style.classes) if segment.style.classes else "",
        tuple([name for name, says in _SAYS if says(segment, lower)]),
        year,
        is_venue or _has_venue_phrase(lower),
        SMALL_LABEL.match(lower) is not None,
        _are_initials(text),
        not year and _may_be_person(text, like_name=brief in _NAME_FORMS),
        _may_end_bare(text.rpartition(" ")[2], len(text)),
    )
    form = _alike.get(facts)
    if form is None:
        if len(_alike) > _KEPT:
            _alike.clear()
        form = _alike[facts] = Form(facts, names=brief in _NAME_FORMS)
    return form


def _has_venue_phrase(lower: str) -> bool:
    """Return whether a text in small letters has a phrase of venues; most have nothing that begins so."""
    may_have = not lower.isascii() or "technical report" in lower or "in submission" in lower
    return may_have and _VENUE_PHRASE.search(lower) is not None


def _shapes(segment: Segment) -> tuple[Sequence[str], bool]:
    """Return the forms of a segment's words, and whether one of them is a word of venues."""
    forms: list[str] = []
    is_venue = False
    words = segment.text.split()
    if len(words) > 2 and words[-2] in _BETWEEN_SURNAMES and words[-1][0].isupper() and words[0][0].isupper():
        words = words[:-2]
    if words[-1] in _AFTER_NAME:
        words = _without_end(words)
    for parts, of_venue in map(_word, words):
        forms += parts
        is_venue |= of_venue
    shapes = forms[:_MOST_WORDS]
    if "-" in shapes:
        shapes = [form for form in shapes if form != "-"]
    if segment.surname:
        shapes = ["Xx" if form == "Mon" or form in _SMALL else form for form in shapes]
    return shapes, is_venue


def _brief(text: str, lower: str, shapes: Sequence[str], *, year: bool) -> str:
    """Return a form in brief: that of the first three words, or a sign of its own."""
    if year:
        return "YEAR"
    if 0 < len(text) <= _LONGEST_SIGN:
        if ET_AL.fullmatch(text):
            return "ETAL"
        if lower in IN:
            return "IN"
        if lower[:3].rstrip() in BEGIN_LEAD and (lead := LEAD.fullmatch(text)):
            return "WITH" if lead[0].lower().endswith(("with", "by")) else "IN"
    return " ".join(shapes[:3]) + ("+" if len(shapes) > 3 else "")


def are_initials(segment: Segment) -> bool:
    """Return whether a segment is initials with stops, and nothing else; in small letters, as `e.a.`, it is no such."""
    return form_of(segment).initials


def may_be_person(segment: Segment) -> bool:
    """Return whether a segment may be a person or a part of one: a few words with capitals, initials, particles."""
    return form_of(segment).person


def _may_be_person(text: str, *, like_name: bool) -> bool:
    """Whether words may be a name or a part of one."""
    words = text.split()
    if not words or len(words) > _LONGEST_NAME:
        return False
    return like_name or all(
        word in PARTICLES or _NAME.fullmatch(word) or (at and word in _BETWEEN_SURNAMES)
        for at, word in enumerate(words)
    )


def _are_initials(text: str) -> bool:
    """Whether a text is initials with stops."""
    return text[-1] == "." and text[1:2] == "." and not text.islower() and _INITIALS.fullmatch(text) is not None


def _may_end_bare(last: str, length: int) -> bool:
    """Whether the last word of a text of a length may be initials without stops, as `J-H`."""
    return len(last) <= min(_FEW, length - 1) and last.isupper() and last[0].isalpha()


def is_bare_name(text: str) -> bool:
    """Return whether a text is a name that ends in initials without stops."""
    last = text.rpartition(" ")[2]
    return (
        len(last) < min(_FEW, len(text))
        and last.isupper()
        and last.isalpha()
        and text[0].isalpha()
        and not "a" <= text[0] <= "z"
    )


def is_like_name(segment: Segment) -> bool:
    """Return whether a segment has a form that names have."""
    return form_of(segment).names


def size_of(count: int) -> str:
    """A number of words, roughly."""
    return str(count) if count < 4 else "4-5" if count < 6 else "6-9" if count < 10 else "10+"
