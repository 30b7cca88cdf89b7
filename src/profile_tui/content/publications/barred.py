"""What the form of a segment rules out: roles that it cannot have, whatever its evidence.

A new rule is a function that yields segments with the roles that they cannot have, and a row in `_RULES`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from profile_tui.content.publications import key_label
from profile_tui.content.publications.form import is_like_name
from profile_tui.content.publications.segments import Segment
from profile_tui.content.publications.separators import BODY, IN
from profile_tui.markup.inline import Visible
from profile_tui.text.pattern import lazily

_FIELDS = "TBIVYN"
_CODE = lazily(r"(?:[ACDGJMNPRSZ]|CP|DB|DS|EB)(?:/(?:CD|DK|MT|OL))?|[Ss]\. ?[ln]\.?|[Nn]\. ?p\.?")
_CODE_LENGTH = 5
_CITIES = (
    "amsterdam|ann arbor|athens|barcelona|basel|beijing|berkeley|berlin|bern|bloomington|bologna|bonn|boston|bristol|"
    "brussels|budapest|buenos aires|cambridge|chicago|cologne|copenhagen|dordrecht|dublin|durham|edinburgh|firenze|"
    "florence|frankfurt(?: am main)?|genève|geneva|göttingen|hamburg|heidelberg|helsinki|ithaca|jerusalem|köln|leiden|"
    "leipzig|leuven|lisboa|lisbon|london|londres|lyon|madrid|manchester|méxico|milan|milano|moscow|münchen|munich|"
    "münster|napoli|new haven|new york|oslo|oxford|padova|paris|philadelphia|prague|praha|princeton|rio de janeiro|"
    "roma|rome|são paulo|seoul|shanghai|stanford|stockholm|stuttgart|tokyo|torino|toronto|tübingen|turnhout|uppsala|"
    "utrecht|venezia|vienna|warsaw|warszawa|washington(?: d\\.?c\\.?)?|wien|wiesbaden|würzburg|zürich|zurich"
)
_PLACE = lazily(rf"(?:{_CITIES})(?:(?:\s?[/–-]\s?|,? (?:and|&|und|et) |, )(?:{_CITIES}))*", re.I)
_PUBLISHER = lazily(
    r"\b(?:press|verlag|publish(?:ers?|ing)|books|éditions|edizioni|editore|editora|editorial|ediciones|presses|"
    r"wydawnictwo|uitgeverij|förlag|forlag|kiadó|yayınları|kustannus)\b",
    re.I,
)
_NAMED = lazily(r"[^\Wa-z\d_][\w.’'-]*(?:\s(?:[^\Wa-z\d_][\w.’'-]*|&|and|und|et|y|de|of|the|du|des|la))*")
"""Words with capitals, as the name of a place or of a firm has them."""

_VOLUMES = frozenset(
    "vol volume volumes bd band jg jahrgang heft issue no nr nº núm número tom tome cilt sayı vol.".split()
)
_EAST_VOLUME = lazily(r"第\s?\d+\s?(?:[期卷号號页頁辑輯]|巻)")
_EAST_IN = frozenset("载 載 收入 収録".split())
_BEFORE_PLACE = (".", "(", "”", ",")

_Barred = Iterator[tuple[int, str]]


def barred(shown: Visible, segments: Sequence[Segment]) -> dict[int, str]:
    """Return the roles that segments cannot have, by the numbers of the segments."""
    return dict(found for rule in _RULES for found in rule(shown, segments))


def _labels(_: Visible, segments: Sequence[Segment]) -> _Barred:
    """The surnames of a label before the entry name no authors."""
    return ((at, _FIELDS) for at in key_label.segments_of(segments))


def _codes(shown: Visible, segments: Sequence[Segment]) -> _Barred:
    """The code of a document's sort, as `[J]` or `[EB/OL]` of GB/T 7714, and `[s. l.]` are no field."""
    text = shown.text
    for at, one in enumerate(segments):
        enclosed = len(one.text) <= _CODE_LENGTH and text[one.start - 1 : one.start] == "["
        is_code = enclosed and text.startswith(("]", ".]"), one.end) and _CODE.fullmatch(one.text)
        if is_code or one.text == "edn":
            yield at, _FIELDS


def _imprints(_: Visible, segments: Sequence[Segment]) -> _Barred:
    """A place and its publisher, as `Oslo: Peat Press`, are the venue of a book, whose title stands before them."""
    for at in range(1, len(segments) - 1):
        if _is_imprint(segments[at], segments[at + 1]) and _may_hold_title(segments[:at]):
            is_chapter = any(one.text.lower() in IN for one in segments[:at])  # its venue is the book
            yield from ((one, _FIELDS if is_chapter else "TBIYNLO") for one in (at, at + 1))
            title = segments[at - 1].look
            if title and not is_chapter:
                yield from ((one, "V" if segments[one].look == title else "TV") for one in range(at))


def _is_imprint(place: Segment, publisher: Segment) -> bool:
    """Whether two segments are a place and a publisher."""
    if publisher.before != ":" or place.before[-1:] not in _BEFORE_PLACE or place.look != publisher.look:
        return False
    named = _NAMED.fullmatch(place.text) and _NAMED.fullmatch(publisher.text)
    return bool(named and (_PLACE.fullmatch(place.text) or _PUBLISHER.search(publisher.text)))


def _may_hold_title(segments: Sequence[Segment]) -> bool:
    """Whether one of some segments has a look, or is neither a year nor like a name."""
    return any(one.look or not is_like_name(one) for one in segments if not one.year)


def _bodies(_: Visible, segments: Sequence[Segment]) -> _Barred:
    """A body of people that stands first, as `Centre for Ice`, is no title where another look may be one."""
    set_off = len(segments) > 1 and not segments[0].look and set(segments[1].look) & set("ibqlu")
    if set_off and BODY.fullmatch(segments[0].text):
        yield 0, "TV"


def _volumes(_: Visible, segments: Sequence[Segment]) -> _Barred:
    """The number of a volume or an issue with the word for it, as `Volume 43`, is nothing else."""
    yield from ((at, "TBIVYLO") for at, one in enumerate(segments) if _EAST_VOLUME.fullmatch(one.text))
    for at, (word, number) in enumerate(pairwise(segments)):
        beside = number.before in ("", ".") and number.text[0].isdigit() and not number.year
        if beside and word.text.lower() in _VOLUMES and word.before:
            yield from ((one, "TBIVYLO") for one in (at, at + 1))


def _eastern(_: Visible, segments: Sequence[Segment]) -> _Barred:
    """What follows the Chinese or Japanese word for `in` is a venue, though it is quoted as a title."""
    return ((at + 1, "TBI") for at, one in enumerate(segments[:-1]) if one.text in _EAST_IN)


_RULES: tuple[Callable[[Visible, Sequence[Segment]], _Barred], ...] = (
    _labels,
    _codes,
    _imprints,
    _bodies,
    _volumes,
    _eastern,
)
