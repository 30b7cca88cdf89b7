"""What an entry shows, by which the rules are chosen that are asked of it: most concern few entries."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

from profile_tui.content.publications.cutting.form import form_of
from profile_tui.content.publications.cutting.segment import Segment
from profile_tui.markup.inline import Visible

Barred = Iterator[tuple[int, str]]
"""Segments, by their numbers, with the roles that they cannot have."""
Rule = Callable[[Visible, Sequence[Segment]], Barred]
Needs = Sequence[str | Collection[str]]
"""Groups of signs, as words or as some texts: an entry shows a sign of each group where a rule applies to it."""
Row = tuple[Needs, Rule]

ITALIC, BOLD, UNDERLINED, QUOTED, LINKED = "IBUQL"
"""The looks of segments. Signs of form are in capitals; texts and words, which are signs, too, are in small letters."""
SET_OFF = f"{ITALIC} {BOLD} {UNDERLINED} {QUOTED} {LINKED}"
YEAR, YEARS, INITIALS, SURNAME, OTHERS, EAST = "YEAR", "YEARS", "INITIALS", "SURNAME", "ETAL", "EAST"
"""A year, more than one, initials, a surname that is another word elsewhere, what stands for more people, and signs of
East Asia.
"""
_JOINS_WORDS = ".-/–'’"
"""What joins words; each of them is a sign."""
_WITHIN = ("http", "10.", "arxiv", "pmid", "pmcid", "hal", "isbn", "issn", "ssrn", "zbl", "£", "$", "€", "@", "=")
"""Signs that are within words."""
_FIRST_EAST = "\u2e80"


def shown_by(shown: Visible, segments: Sequence[Segment]) -> set[str]:
    """Return the signs of an entry: the texts and words of its segments, what parts them, and some of their forms."""
    text = "\n".join([segment.text for segment in segments]).lower()
    texts = text.split("\n")
    separators = {segment.before for segment in segments}
    signs = {*texts, *separators, *"".join(separators)}
    signs.update("".join({segment.look for segment in segments}).upper())
    signs.update([sign for sign in _WITHIN if sign in text])
    for sign in _JOINS_WORDS:
        text = text.replace(sign, " ")
    signs.update(text.split())
    signs.update([form_of(segment).brief for segment in segments])
    if years := sum([segment.year for segment in segments]):
        signs.update((YEAR, YEARS) if years > 1 else (YEAR,))
    if "." in signs and True in [each[1:2] == "." for each in texts]:
        signs.add(INITIALS)
    if True in [segment.surname for segment in segments]:
        signs.add(SURNAME)
    if not shown.text.isascii() and max(shown.text) >= _FIRST_EAST:
        signs.add(EAST)
    return signs


def signs_of(needs: Needs) -> Iterator[Collection[str]]:
    """Yield the signs of each group."""
    return (group.split(" ") if isinstance(group, str) else group for group in needs)
