"""What the ends of names rule out: suffixes, and particles after given names; see `barred`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from profile_tui.content.entries.lexicon import PARTICLES
from profile_tui.content.publications.cutting.form import are_initials, form_of
from profile_tui.content.publications.cutting.segment import Segment
from profile_tui.content.publications.reading.barred_venues import is_person
from profile_tui.content.publications.reading.signs import Barred
from profile_tui.content.publications.roles import role_table
from profile_tui.markup.inline import Visible
from profile_tui.text.pattern import lazily

_FIELDS, _ALL_BUT_FIRST, _ALL_BUT_REST = (role_table.all_but(kept) for kept in (role_table.in_no_field(), "B", "I"))
_PARTICLES = "|".join(sorted(PARTICLES))
_WITH_PARTICLE = lazily(
    rf"(?:(?:{_PARTICLES}) )+[^\W\d_a-zß-ÿ][\w’'-]*|(?:(?:{_PARTICLES.upper()}) )+[^\W\d_a-zß-ÿ]{{3,}}"
)
_WITH_INITIALS = lazily(rf"(?:(?:{_PARTICLES}) )+[^\W\d_a-zß-ÿ][\w’'-]* [A-ZÀ-Þ]-?[A-ZÀ-Þ]?")
_GIVEN = lazily(r"[^\W\d_a-zß-ÿ][\w’'-]*(?: [^\W\d_a-zß-ÿ][\w’'-]*){0,2}")
_LONGEST_SUFFIX = 4
_SUFFIX = lazily(r"(?:[JS]r|II|III|IV)\.?")
_GIVEN_AND_PARTICLE = lazily(rf"(?:[^\W\d_a-zß-ÿ][\w’'-]* ){{1,3}}(?:(?:{_PARTICLES})[ -]?)+")
_CAPITAL, _SMALL = r"[^\Wa-zß-ÿ\d_]", r"[a-zß-ÿ]"
_CAPITALS = lazily(
    rf"(?:{_CAPITAL}+[ ’'-]){{1,4}}(?:{_CAPITAL}{_SMALL}[\w’'-]* ?){{1,3}}"
    rf"(?:(?:II|III|IV|[JS]r|{_CAPITAL}\.|{_PARTICLES}) ?)*"
)
"""A name whose surname is in capitals."""
_may_be_bold = partial(is_person, looks="bu")


def name_ends(_: Visible, segments: Sequence[Segment]) -> Barred:
    """What ends a name goes on with it: `Jr.` and `III`, and given names with a particle, as in `Berg, A. van`."""
    for at, (name, segment) in enumerate(pairwise(segments)):
        if segment.before not in (",", ".", ".,", ""):
            continue
        initials = are_initials(name)
        is_suffix = len(segment.text) <= _LONGEST_SUFFIX and _SUFFIX.fullmatch(segment.text)
        if is_suffix and (initials or all(map(_may_be_bold, segments[: at + 1]))):
            yield at + 1, _ALL_BUT_REST
            given = at - 1 if initials and not name.before else at
            if segment.before[-1:] == segments[given].before == "," and " " not in segments[given].text:
                yield from ((one, _ALL_BUT_REST) for one in range(given, at + 1))
        elif initials and at and segment.before == "." and not set(segment.text.split()) - PARTICLES:
            yield at + 1, _ALL_BUT_REST
            if name.before == ",":
                yield at, _ALL_BUT_REST
        elif segment.before == "," and " " not in name.text and _ends_in_particle(segment.text):
            yield at + 1, _ALL_BUT_REST


def _ends_in_particle(text: str) -> bool:
    """Whether given names end with a particle, as in `Ana Ida da`."""
    return " " in text and _GIVEN_AND_PARTICLE.fullmatch(text) is not None


def surnames(_: Visible, segments: Sequence[Segment]) -> Barred:
    """Given names go on with a surname that has a particle or is in capitals: `da Reed, Ana Ida` and `DA REED, Ana`."""
    for at, (name, segment) in enumerate(pairwise(segments)):
        if segment.before == "." and are_initials(name) and _WITH_PARTICLE.fullmatch(segment.text):
            yield at + 1, _ALL_BUT_REST  # `K.-H. von der Lind`
        elif at and name.before in (",", "&") and _WITH_INITIALS.fullmatch(name.text):
            yield at, _ALL_BUT_FIRST  # `von der Lind K-H`
        if segment.before != "," or segment.year or not _WITH_PARTICLE.fullmatch(name.text):
            continue
        told = " " in segment.text or (name.text.isupper() and not segment.text.isupper())
        if told and _GIVEN.fullmatch(segment.text):
            yield at + 1, _ALL_BUT_REST


def told(_: Visible, segments: Sequence[Segment]) -> Barred:
    """What stands for others is no field, and a surname that was told by the given names after it goes on with them."""
    for at, segment in enumerate(segments):
        if form_of(segment).brief == "ETAL":
            yield at, _FIELDS
        elif segment.surname and segment.after == "," and segment.before != "." and " " not in segment.text:
            yield from ((at, _ALL_BUT_FIRST), (at + 1, _ALL_BUT_REST))


def capitals(_: Visible, segments: Sequence[Segment]) -> Barred:
    """Those with surnames in capitals who begin an entry before a quotation, as in `REED Ana, “Peat”`, are people."""
    end = next((at for at, segment in enumerate(segments) if not _CAPITALS.fullmatch(segment.text)), len(segments))
    if end and any(segment.quoted for segment in segments[end : end + 2]) and not segments[0].quoted:
        yield from ((at, "TV") for at in range(end))
