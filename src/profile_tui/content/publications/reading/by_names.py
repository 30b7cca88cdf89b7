"""How lists of names begin, go on and end, and what that rules out: more rows for `barred.py`."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from profile_tui.content.entries.lexicon import ET_AL, PARTICLE, PARTICLES
from profile_tui.content.publications.cutting.form import is_like_name
from profile_tui.content.publications.cutting.phrases import STATE
from profile_tui.content.publications.cutting.segment import Segment
from profile_tui.content.publications.cutting.separators import LEAD
from profile_tui.content.publications.reading.barred_venues import INITIALS, Barred
from profile_tui.content.publications.roles import role_table
from profile_tui.markup.inline import Visible
from profile_tui.text.pattern import lazily

_ONLY_BEGINS = role_table.all_but("B")
_BARE_NAME = lazily(r"[^\Wa-z\d_].* [A-ZÀ-Þ]{1,3}")
_SUFFIX = lazily(rf"[JS]r|I{{2,3}}|IV|(?:(?:{'|'.join(sorted(PARTICLES))})(?: |$))+")
_SMALL = lazily(
    rf"(?!{PARTICLE.pattern}|{ET_AL.pattern}|{LEAD.pattern}|{STATE.pattern}|with\b|joint|corresp|equal)[a-zß-ÿ].{{4}}",
    re.S,
)
"""The beginning of words in small letters that go on with no name."""
PROSE = lazily(r"\b(?:the|of|in|for|on|at|by|from|to|an?|für|zur|pour|dans|sur|une|para|sobre)\s")
"""A small word of a sentence."""


def _ended_people(_: Visible, segments: Sequence[Segment]) -> Barred:
    """After the initials that end a list of names a title begins, as in `Moss, A. Maps, mills` and `Moss A. Vitamin D`.

    So it does where small letters follow a comma after a few words with capitals.
    """
    for at in range(1, len(segments)):
        segment, before = segments[at], segments[at - 1]
        if not segment.before.endswith(".") or segment.look != before.look:
            continue
        following = segments[at + 1] if at + 1 < len(segments) else segment
        is_turned = segment.before == "." and _is_turned(segments, at)
        is_bare = before.before[:1] in (",", "&", ";") and _BARE_NAME.fullmatch(before.text)
        is_last = is_bare or (is_turned and (at > 2 or segment.after[:1] not in (",", "&")))
        goes_on = INITIALS.fullmatch(following.text) or _SUFFIX.fullmatch(segment.text)
        is_titled = following.before == "," and _SMALL.match(following.text)
        begins = is_turned or not before.before or not INITIALS.fullmatch(before.text)
        if (is_last and not goes_on) or (is_titled and begins):
            yield at, "BI"
    yield from ((at, "BI") for at in range(_begun_title(segments)))


def _begun_title(segments: Sequence[Segment]) -> int:
    """How many words begin an entry that goes on in small letters, as in `Ferries, Trade, and the Price of Salt`."""
    for at, segment in enumerate(segments):
        is_plain = segment.look == segments[0].look and segment.line == segments[0].line
        if at and (segment.before != "," or not is_plain):
            return 0
        if at and _SMALL.match(segment.text) and (at == 1 or PROSE.search(segment.text)):
            return at
        if " " in segment.text and not _BARE_NAME.fullmatch(segment.text):
            return 0
    return 0


def _one_named(_: Visible, segments: Sequence[Segment]) -> Barred:
    """Who has but one name among names that are turned, as in `Moss, A., Suhartono, & Reed, B.`, is a person."""
    turned = [
        at for at in range(1, len(segments)) if segments[at].before == "," and INITIALS.fullmatch(segments[at].text)
    ]
    for at in range(len(segments) - 1 if turned else 0):
        segment, following = segments[at : at + 2]
        if " " in segment.text or at + 1 in turned or not is_like_name(segment) or INITIALS.fullmatch(segment.text):
            continue
        goes_on = at + 2 in turned and following.before in (",", ",&", "&", ";", ";&") and is_like_name(following)
        ends = "&" in segment.before and following.before[:1] in ("(", ":", ".")
        if (goes_on and "&" in following.before) if not at else (goes_on or ends) and at - 1 in turned:
            yield at, _ONLY_BEGINS


def _is_turned(segments: Sequence[Segment], at: int) -> bool:
    """Whether initials before a segment end a name that is turned, as the first of the entry is."""
    if at < 2 or segments[at - 1].before != "," or not INITIALS.fullmatch(segments[at - 1].text):
        return False
    listed = at == 2 or any(sign in segments[at - 2].before for sign in ",;&")
    return listed and INITIALS.fullmatch(segments[1].text) is not None


RULES: tuple[tuple[Sequence[str], Callable[[Visible, Sequence[Segment]], Barred]], ...] = (
    ((". ", ", "), _ended_people),
    (("., ", ". & ", "., & ", ".; ", " and ", " & "), _one_named),
)
"""Rules with their signs, as `barred.py` has them."""
