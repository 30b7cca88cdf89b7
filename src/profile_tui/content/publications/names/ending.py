"""How a list of authors ends: with a period or without one, with all of them or with `et al.` for some."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from profile_tui.content.entries.entry import Author, Entry
from profile_tui.content.publications.names.joining import joining_of, leaves_out
from profile_tui.content.publications.roles.citation import Citation
from profile_tui.text.dataclass import dataclass

_TELLING = 5
"""How many entries a list has at least that tells by one of them how it leaves authors out."""


@dataclass(frozen=True, slots=True)
class Ending:
    """The period that ends a list of names."""

    stop: bool = False
    """Whether one follows a name that does not end with its own."""
    doubled: bool = False
    """Whether one follows a name that does, too."""
    doubled_apart: bool = False
    """The same of a name that is set off, whose own period is within its marks."""
    inside: bool = False
    """Whether it is within the marks of a name that is set off."""

    def closed(self, people: str, closing: str, *, stop: bool) -> str:
        """Return a list of people with its period.

        Args:
            people: The list.
            closing: The marks that end it, those of its last name.
            stop: Whether the entry that is the model has one.
        """
        bare = people.removesuffix(closing) if closing else people
        own = bare.endswith(".")
        doubled = self.doubled_apart if closing else self.doubled
        if not (doubled if own else stop or self.stop):
            return people
        return f"{bare}.{closing}" if self.inside else f"{people}."


@dataclass(frozen=True, slots=True)
class Others:
    """How a list leaves authors out."""

    between: str
    """What parts the names before."""
    source: str
    """What stands for them, from the last name on, with the period that ends the list."""
    named: int
    """How many are named before."""
    most: int
    """How many names the longest list has that leaves nobody out."""
    keeps_owner: bool
    """Whether every list of several that leave somebody out names the page's owner, where the page sets one off."""

    def named_of(self, people: Sequence[Author]) -> int:
        """Return how many of some people are named."""
        if len(people) <= max(self.named, self.most, 2):
            return len(people)
        lost = any(author.is_self for author in people[self.named :])
        return len(people) if lost and self.keeps_owner else self.named


def ending_of(near: Sequence[Entry], citations: Sequence[Citation], *, bare: bool) -> Ending:
    """Return how the lists of names end.

    Args:
        near: The entries.
        citations: What was read of each.
        bare: Whether initials have no period, so that one after them ends the list.
    """
    stops: Counter[bool] = Counter()
    doubled: Counter[bool] = Counter()
    apart: Counter[bool] = Counter()
    parted: Counter[bool] = Counter()  # whether the period of an initial is all that ends the list
    inside: Counter[bool] = Counter()
    left: Counter[bool] = Counter()  # the same of the stop of `et al.`
    for entry, citation in zip(near, citations, strict=True):
        names, text = citation.names, citation.shown.text
        if names is None or names.places[-1][1] != names.end:
            left[names is not None and _parts_alone(text, names.end)] += 1
            continue
        end = names.end
        own = text[end - 1] == "."
        follows = text[end : end + 1] == "." and citation.shown.place(end) <= entry.slots["authors"].end
        if own and not bare:
            ends = citation.shown.run_at(end - 1).style, citation.shown.run_at(min(end, len(text) - 1)).style
            (doubled if ends[0] == ends[1] else apart)[follows] += 1
            parted[_parts(text, end)] += 1
            continue
        stops[own or follows] += 1
        if own or follows:
            last = end - 1 if own else end
            look, beyond = citation.shown.run_at(last - 1).style, citation.shown.run_at(last + 1).style
            if look != beyond:
                inside[citation.shown.run_at(last).style == look] += 1
    return Ending(*(each[True] > each[False] for each in (stops or parted or left, doubled, apart or doubled, inside)))


def _parts(text: str, end: int) -> bool:
    """Whether nothing but a blank is after a stop, and what follows parts nothing."""
    return text[end : end + 1] == " " and text[end + 1 : end + 2] not in "([–—-/|"


def _parts_alone(text: str, end: int) -> bool:
    """Whether the stop at the end of a list, as that of `et al.`, is all that parts it from what follows."""
    end += text.startswith(".", end)
    return text.startswith(".", end - 1) and _parts(text, end)


def others_of(text: str, near: Sequence[Entry], citations: Sequence[Citation]) -> Others | None:
    """Return how the entries of a list leave authors out; None where they name all, or are too few to tell."""
    short = [
        (entry, citation)
        for entry, citation in zip(near, citations, strict=True)
        if leaves_out(citation) and "et_al" in entry.frame
    ]
    if not short or (len(short) < 2 and len(citations) < _TELLING):
        return None
    named, source = Counter(
        (len(citation.names.places), entry.frame["et_al"].of(text)) for entry, citation in short if citation.names
    ).most_common(1)[0][0]
    between = joining_of([citation for _, citation in short], commas=False).between
    most = max(
        (len(citation.names.places) for citation in citations if citation.names and not leaves_out(citation)), default=0
    )
    keeps = len(short) > 1 and _keep_owner([citation for _, citation in short], citations)
    return Others(between, source, named, most, keeps)


def _keep_owner(short: Sequence[Citation], citations: Sequence[Citation]) -> bool:
    """Whether each of the entries that leave somebody out names the page's owner, where one is set off at all."""

    def names_owner(citation: Citation) -> bool:
        return citation.names is not None and any(author.is_self for author in citation.names.authors)

    return any(map(names_owner, citations)) and all(map(names_owner, short))
