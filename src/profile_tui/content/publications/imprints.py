"""Imprints: a place and its publisher, as `Oslo: Peat Press`, told by their form and by short lists of words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from profile_tui.content.publications.segments import Segment
from profile_tui.content.publications.separators import IN
from profile_tui.text.pattern import lazily

_CITIES = (
    "amsterdam|ann arbor|athens|barcelona|basel|beijing|berkeley|berlin|bern|bloomington|bologna|bonn|boston|bristol|"
    "brussels|budapest|buenos aires|cambridge|chicago|cologne|copenhagen|dordrecht|dublin|durham|edinburgh|firenze|"
    "florence|frankfurt(?: am main)?|genève|geneva|göttingen|hamburg|heidelberg|helsinki|ithaca|jerusalem|köln|leiden|"
    "leipzig|leuven|lisboa|lisbon|london|londres|lyon|madrid|manchester|méxico|milan|milano|moscow|münchen|munich|"
    "münster|napoli|new haven|new york|oslo|oxford|padova|paris|philadelphia|prague|praha|princeton|rio de janeiro|"
    "roma|rome|são paulo|seoul|shanghai|stanford|stockholm|stuttgart|tokyo|torino|toronto|tübingen|turnhout|uppsala|"
    "utrecht|venezia|vienna|warsaw|warszawa|washington(?: d\\.?c\\.?)?|wien|wiesbaden|würzburg|zürich|zurich"
)
PLACE = lazily(rf"(?:{_CITIES})(?:(?:\s?[/–-]\s?|,? (?:and|&|und|et) |, )(?:{_CITIES}))*", re.I)
_PUBLISHER = lazily(
    r"\b(?:press|verlag|publish(?:ers?|ing)|books|éditions|edizioni|editore|editora|editorial|ediciones|presses|"
    r"wydawnictwo|uitgeverij|förlag|forlag|kiadó|yayınları|kustannus|up)\b|出版社|出版会|書房|書店|书店|출판사",
    re.I,
)
_NAMED = lazily(
    r"(?:(?:il|la|le|les|el|de|het|der|die|das|den) )?[^\Wa-z\d_][\w.’'-]*"
    r"(?:\s(?:[^\Wa-z\d_][\w.’'-]*|&|and|und|et|y|de|of|the|du|des|la))*"
)
"""Words with capitals, as the name of a place or of a firm has them."""
_WITH_INITIALS = lazily(r"[^\W\d_][\w’'-]+ [A-ZÀ-Þ]{1,3}(?:-[A-ZÀ-Þ])?")
"""A person, as `Press B` or `Oslo JM`: no place and no publisher."""
_BEFORE_PLACE = (".", "(", "”", ",", ";")


def starts(segments: Sequence[Segment]) -> list[int]:
    """Return which segments are the first of the two of an imprint."""
    return [at for at in range(1, len(segments) - 1) if _is_imprint(segments, at)]


def _is_imprint(segments: Sequence[Segment], at: int) -> bool:
    """Whether two segments are a place and a publisher, or these the other way round."""
    before, first, second = segments[at - 1], segments[at], segments[at + 1]
    ends = at + 2 == len(segments) or segments[at + 2].year
    joined = second.before == ":" or (second.before == "," and ends)
    if (
        not joined
        or first.look != second.look
        or first.before[-1:] not in _BEFORE_PLACE
        or second.year
        or first.text.lower() in IN
        or any(_WITH_INITIALS.fullmatch(each.text) for each in (first, second))
    ):
        return False
    signs = [bool(ends and not first.look and set(before.look) & set("iql"))]
    signs += [any(pattern(each.text) for each in (first, second)) for pattern in (PLACE.fullmatch, _PUBLISHER.search)]
    enough = sum(signs) > 1 if second.before == "," else any(signs)
    return enough and _is_named(first.text) and _is_named(second.text)


def _is_named(name: str) -> bool:
    """Whether words are like the name of a place or of a publisher."""
    return _NAMED.fullmatch(name) is not None or _PUBLISHER.search(name) is not None
