"""What an entry shows, by which the rules are chosen that are asked of it: most concern few entries."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence, Set
from functools import cached_property, lru_cache
from typing import Generic, TypeVar

from profile_tui.content.publications.cutting.form import form_of
from profile_tui.content.publications.cutting.segment import Form, Segment
from profile_tui.content.publications.roles import role_table
from profile_tui.markup.inline import Visible
from profile_tui.text.pattern import lazily

Barred = Iterator[tuple[int, str]]
"""Segments, by their numbers, with the roles that they cannot have."""
Rule = Callable[[Visible, Sequence[Segment]], Barred]
Needs = Sequence[str | Collection[str]]
"""Groups of signs, as words or as some texts: an entry shows a sign of each group where a rule applies to it."""
Row = tuple[Needs, Rule]
R = TypeVar("R")

ONLY_TITLE, ONLY_VENUE, ONLY_NUMBERS, ONLY_BEGINS, ONLY_GOES_ON = map(role_table.all_but, "TVNBI")
"""What a segment cannot be that is of one role only: title, venue, numbers, where a name begins, or how it goes on."""
ONLY_PEOPLE = role_table.all_but(role_table.of_field("authors"))
NO_FIELD = role_table.all_but(role_table.in_no_field())
"""The same for what is of people, and for what is of no field."""

ITALIC, BOLD, UNDERLINED, QUOTED, LINKED = "IBUQL"
"""The looks of segments. Signs of form are in capitals; texts and words, which are signs, too, are in small letters."""
SET_OFF = f"{ITALIC} {BOLD} {UNDERLINED} {QUOTED} {LINKED}"
YEAR, YEARS, INITIALS, OTHERS = "YEAR", "YEARS", "INITIALS", "ETAL"
"""A year, more than one, initials, and what stands for more people."""
SURNAME, AGAIN, SMALL, LETTER, EAST = "SURNAME", "AGAIN", "SMALL", "LETTER", "EAST"
"""A surname that is another word elsewhere, the first word again, a small word after a comma, a lone capital, and signs
of East Asia.
"""
BARE, NUMBER, AND = "BARE", "9", "&"
"""A name that ends in initials without stops, a number by itself, and a word or sign that joins."""
_JOINS_WORDS = ".-/–'’"
"""What joins words; each of them is a sign."""
_WITHIN = ("http", "10.", "arxiv", "pmid", "pmcid", "hal", "isbn", "issn", "ssrn", "zbl", "£", "$", "€", "@", "=")
"""Signs that are within words."""
_SHORT = 3
_KEPT = 1000
"""How many sets of rules are kept."""
_EAST_SIGN = lazily("[\u2e80-\U0010ffff]")


def shown_by(shown: Visible, segments: Sequence[Segment]) -> set[str]:
    """Return the signs of an entry: the texts and words of its segments, what parts them, and some of their forms.

    Each entry is asked: lists are made here rather than generators, which cost more over a few segments.
    """
    texts = [segment.text for segment in segments]
    before = [segment.before for segment in segments]
    text = "\n".join(texts).lower()
    separators = set(before)
    signs = _of_form(segments)
    signs.update(text.split("\n"), separators, *separators, [sign for sign in _WITHIN if sign in text])
    for sign in _JOINS_WORDS:
        text = text.replace(sign, " ")
    words = text.split()
    signs.update(words)
    if words and words.count(words[0]) > 1:
        signs.add(AGAIN)
    if [1 for separator, each in zip(before, texts, strict=True) if separator == "," and each[0].islower()]:
        signs.add(SMALL)
    if [1 for each in texts if len(each) < _SHORT and each[0].isupper()]:
        signs.add(LETTER)
    if not shown.text.isascii() and _EAST_SIGN.search(shown.text):
        signs.add(EAST)
    return signs


def _of_form(segments: Sequence[Segment]) -> set[str]:
    """The signs of forms: those in brief, looks, and what some have."""
    forms = [segment.form or form_of(segment) for segment in segments]
    signs = set().union(*map(_signs_of, forms))
    if [form.year for form in forms].count(True) > 1:
        signs.add(YEARS)
    if True in [segment.surname for segment in segments]:
        signs.add(SURNAME)
    return signs


@lru_cache(_KEPT)
def _signs_of(form: Form) -> Sequence[str]:
    """The signs of one form."""
    has = (INITIALS if form.initials else "", BARE if form.bare else "")
    return (form.brief, *form.look.upper(), *filter(None, has))


class Choice(Generic[R]):
    """Rules with what an entry shows where each of them applies: which of them are to be asked of an entry."""

    def __init__(self, rows: Sequence[tuple[Needs, R]]) -> None:
        """Take the rules, each with the signs that it needs."""
        self._rows = rows
        self._chosen: dict[int, Sequence[R]] = {}

    def asked(self, shown: Set[str]) -> Sequence[R]:
        """Return the rules, in their order, that need nothing but what is shown."""
        bits, met = self._bits, 0
        for sign in self._signs & shown:
            met |= bits[sign]
        chosen = self._chosen.get(met)
        if chosen is None:
            if len(self._chosen) > _KEPT:
                self._chosen.clear()
            chosen = self._chosen[met] = [rule for needed, rule in self._needed if met & needed == needed]
        return chosen

    @cached_property
    def _groups(self) -> dict[frozenset[str], int]:
        """Each group of signs of which a rule needs one, with a bit of its own."""
        groups = dict.fromkeys(frozenset(group) for needs, _ in self._rows for group in _groups_of(needs))
        return {group: 1 << number for number, group in enumerate(groups)}

    @cached_property
    def _bits(self) -> dict[str, int]:
        """Each sign with the bits of the groups that it is in."""
        bits: dict[str, int] = {}
        for group, bit in self._groups.items():
            for sign in group:
                bits[sign] = bits.get(sign, 0) | bit
        return bits

    @cached_property
    def _signs(self) -> frozenset[str]:
        """All signs that rules need."""
        return frozenset(self._bits)

    @cached_property
    def _needed(self) -> Sequence[tuple[int, R]]:
        """Each rule with the bits of the groups that it needs."""
        groups = self._groups
        return [(sum({groups[frozenset(group)] for group in _groups_of(needs)}), rule) for needs, rule in self._rows]


def _groups_of(needs: Needs) -> Iterator[Collection[str]]:
    """Yield the signs of each group."""
    return (group.split(" ") if isinstance(group, str) else group for group in needs)
