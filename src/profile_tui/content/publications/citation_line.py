"""A citation as it is copied from a paper, a search or another page: what it says, where that is certain."""

from __future__ import annotations

from profile_tui.content.entries.entry import OTHERS, Author, Link, Unit, Value, Values
from profile_tui.content.publications.names.name_forms import parts_of, person
from profile_tui.content.publications.reading import certainty, steps
from profile_tui.content.publications.roles.citation import Names
from profile_tui.content.publications.writing import numbers, volumes
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span

_LEADING = lazily(r"\s*(?:[-*•·–]\s+|\[\w{1,4}\]\s*|\(?\d{1,3}[.)]\s+)?")
"""The bullet or the number that it has in its list."""
_DOI = lazily(r"\b10\.\d{4,9}/[^\s<>\"“”]*[^\s<>\"“”.,;:)\]]")
_LEFT_OUT = lazily(r"\b(?:et\.? al|and others|u\. ?a)\b\W*$")
_LONGEST = 2000
"""Characters of a citation at most."""


def values_of(text: str) -> Values | None:
    """Return the fields of the paper that a text cites; None where it is none, or may be read in several ways.

    A title alone is no citation: one names people and says when and where a paper appeared.
    """
    match = _LEADING.match(text)
    line = " ".join(text[match.end() if match else 0 :].split())
    if not line or len(line) > _LONGEST:
        return None
    source = f"- {line}\n"
    unit = Unit("item", Span(0, len(source)), Span(2, len(source) - 1), Span(0, 2), 0)
    citation = steps.read(steps.visible(source, unit), whole=True)
    said = citation.shown.text
    if citation.title is None or citation.names is None or citation.year is None or citation.venue is None:
        return None
    if certainty.unsure(citation, None):
        return None
    venue = numbers.venue_name(citation) or citation.venue
    volume = volumes.of(said, [Span(*place) for place in numbers.numbers(citation)])
    values: dict[str, Value] = {
        "title": " ".join(said[slice(*citation.title)].split()),
        "authors": _people(citation.names, said),
        "venue": volumes.typed(" ".join(said[slice(*venue)].split()), **volume),
        "year": citation.told_year(),
    }
    if doi := _DOI.search(line):
        values["links"] = (Link("DOI", f"https://doi.org/{doi[0]}"),)
    return values


def _people(names: Names, said: str) -> tuple[Author, ...]:
    """The authors, their given names first, whatever the style of the citation; and that others are left out."""
    people = [Author(_given_first(author.name), marks=author.marks) for author in names.authors]
    left_out = _LEFT_OUT.search(said[names.start : names.end].rstrip())
    return (*people, OTHERS) if left_out else tuple(people)


def _given_first(name: str) -> str:
    """A name as people type it: `Example, A. B.`, `Example AB` and `EXAMPLE, A. B.` are `A. B. Example`."""
    told = parts_of(name)
    someone = person(name, turned=True)
    if told is None or not someone.given:
        return name
    given = (f"{part}." if len(part) == 1 else part for part in someone.given)
    family = someone.family.title() if told[1].capitals else someone.family
    return " ".join((*given, family))
