"""What the ends of names rule out: suffixes, and particles after given names; see `barred`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from profile_tui.content.entries.lexicon import PARTICLES
from profile_tui.content.publications.cutting.form import is_like_name
from profile_tui.content.publications.cutting.segment import Segment
from profile_tui.content.publications.reading.barred_venues import INITIALS, Barred
from profile_tui.content.publications.roles import role_table
from profile_tui.markup.inline import Visible
from profile_tui.text.pattern import lazily

_ALL_BUT_REST = role_table.all_but("I")
_SUFFIX = lazily(r"(?:[JS]r|II|III|IV)\.?")
_GIVEN_AND_PARTICLE = lazily(rf"(?:[^\W\d_a-zß-ÿ][\w’'-]* ){{1,3}}(?:(?:{'|'.join(sorted(PARTICLES))})[ -]?)+")
SIGNS = (" jr", " sr", " ii", " iv", *(f" {particle}" for particle in sorted(PARTICLES)))
"""What an entry shows to which the rule applies."""


def name_ends(_: Visible, segments: Sequence[Segment]) -> Barred:
    """What ends a name goes on with it: `Jr.` and `III`, and given names with a particle, as in `Berg, A. van`."""
    are_people = True
    for at, (name, segment) in enumerate(pairwise(segments)):
        are_people = are_people and is_person(name)
        initials = INITIALS.fullmatch(name.text) is not None
        if segment.before in (",", ".", ".,", "") and _SUFFIX.fullmatch(segment.text) and (are_people or initials):
            yield at + 1, _ALL_BUT_REST
            if segment.before == name.before == "," and " " not in name.text:
                yield at, _ALL_BUT_REST
        elif initials and at and segment.before == "." and not set(segment.text.split()) - PARTICLES:
            yield at + 1, _ALL_BUT_REST
            if name.before == ",":
                yield at, _ALL_BUT_REST
        elif segment.before == "," and " " not in name.text and _GIVEN_AND_PARTICLE.fullmatch(segment.text):
            yield at + 1, _ALL_BUT_REST


def is_person(segment: Segment, looks: str = "bu") -> bool:
    """Return whether a segment may be a person, or a part of one, who may be in bold type."""
    named = is_like_name(segment) or segment.text.isupper() or INITIALS.fullmatch(segment.text) is not None
    return named and not segment.year and not set(segment.look) - set(looks)
