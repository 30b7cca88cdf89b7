"""What the ends of names rule out: suffixes, and particles after given names; see `barred`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from profile_tui.content.entries.lexicon import PARTICLES
from profile_tui.content.publications.cutting.form import are_initials, is_like_name
from profile_tui.content.publications.cutting.segment import Segment
from profile_tui.content.publications.reading.barred_venues import Barred
from profile_tui.content.publications.roles import role_table
from profile_tui.markup.inline import Visible
from profile_tui.text.pattern import lazily

_ALL_BUT_REST = role_table.all_but("I")
_LONGEST_SUFFIX = 4
_SUFFIX = lazily(r"(?:[JS]r|II|III|IV)\.?")
_GIVEN_AND_PARTICLE = lazily(rf"(?:[^\W\d_a-zß-ÿ][\w’'-]* ){{1,3}}(?:(?:{'|'.join(sorted(PARTICLES))})[ -]?)+")
SIGNS = (" jr", " sr", " ii", " iv", *(f" {particle}" for particle in sorted(PARTICLES)))
"""What an entry shows to which the rule applies."""


def name_ends(_: Visible, segments: Sequence[Segment]) -> Barred:
    """What ends a name goes on with it: `Jr.` and `III`, and given names with a particle, as in `Berg, A. van`."""
    for at, (name, segment) in enumerate(pairwise(segments)):
        if segment.before not in (",", ".", ".,", ""):
            continue
        initials = are_initials(name)
        is_suffix = len(segment.text) <= _LONGEST_SUFFIX and _SUFFIX.fullmatch(segment.text)
        if is_suffix and (initials or all(map(is_person, segments[: at + 1]))):
            yield at + 1, _ALL_BUT_REST
            if segment.before == name.before == "," and " " not in name.text:
                yield at, _ALL_BUT_REST
        elif initials and at and segment.before == "." and not set(segment.text.split()) - PARTICLES:
            yield at + 1, _ALL_BUT_REST
            if name.before == ",":
                yield at, _ALL_BUT_REST
        elif (
            segment.before == ","
            and " " in segment.text
            and " " not in name.text
            and _GIVEN_AND_PARTICLE.fullmatch(segment.text)
        ):
            yield at + 1, _ALL_BUT_REST


def is_person(segment: Segment, looks: str = "bu") -> bool:
    """Return whether a segment may be a person, or a part of one, who may be in bold type."""
    named = is_like_name(segment) or segment.text.isupper() or are_initials(segment)
    return named and not segment.year and not set(segment.look) - set(looks)
