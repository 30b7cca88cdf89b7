"""Imprints: a place and its publisher, as `Oslo: Peat Press`, told by their form and by short lists of words."""

from __future__ import annotations

from collections.abc import Sequence

from profile_tui.content.publications.cutting.phrases import PLACE, PUBLISHER
from profile_tui.content.publications.cutting.segment import Segment
from profile_tui.content.publications.cutting.separators import IN
from profile_tui.text.pattern import lazily

_NAMED = lazily(
    r"(?:(?:il|la|le|les|el|de|het|der|die|das|den) )?[^\Wa-z\d_][\w.’'-]*"
    r"(?:\s(?:[^\Wa-z\d_][\w.’'-]*|&|and|und|et|y|de|of|the|du|des|la|am|an))*"
)
"""Words with capitals, as the name of a place or of a firm has them."""
_WITH_INITIALS = lazily(r"[^\W\d_][\w’'-]+ [A-ZÀ-Þ]{1,3}(?:-[A-ZÀ-Þ])?")
"""A person, as `Press B` or `Oslo JM`: no place and no publisher."""
_INITIAL = lazily(r"^[^\W\d_]\.")
"""What a surname follows, and no place."""
_BEFORE_PLACE = (".", "(", "”", ",", ";")


def starts(segments: Sequence[Segment]) -> list[int]:
    """Return which segments are the first of the two of an imprint."""
    last = len(segments) - 2
    joined = [
        at
        for at in range(1, last + 1)
        if (before := segments[at + 1].before) == ":" or (before == "," and (at == last or segments[at + 2].year))
    ]
    joined = [at for at in joined if not segments[at + 1].text[0].isdigit()]
    named = [at for at in joined if segments[at].before != "." or not _INITIAL.search(segments[at - 1].text)]
    return [at for at in named if _is_imprint(segments, at)]


def _is_imprint(segments: Sequence[Segment], at: int) -> bool:
    """Whether two segments are a place and a publisher, or these the other way round."""
    before, first, second = segments[at - 1], segments[at], segments[at + 1]
    ends = at + 2 == len(segments) or segments[at + 2].year
    if (
        first.look != second.look
        or first.before[-1:] not in _BEFORE_PLACE
        or second.year
        or first.text.lower() in IN
        or any(_WITH_INITIALS.fullmatch(each.text) for each in (first, second))
    ):
        return False
    signs = [bool(ends and not first.look and {*before.look, first.before} & set("iql."))]
    signs += [any(pattern(each.text) for each in (first, second)) for pattern in (PLACE.fullmatch, PUBLISHER.search)]
    enough = sum(signs) > 1 if second.before == "," else any(signs)
    return enough and _is_named(first.text) and (_is_named(second.text) or second.text.isalpha())


def _is_named(name: str) -> bool:
    """Whether words are like the name of a place or of a publisher."""
    return _NAMED.fullmatch(name) is not None or PUBLISHER.search(name) is not None
