"""A paper of which more is known than a list shows: with those of its addresses that the list shows of its others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from profile_tui.content.entries.entry import Entry, Link, Value, Values, links_in
from profile_tui.content.publications.bibtex import doi, first, shown_links
from profile_tui.content.publications.choices import choices
from profile_tui.text.named_tuple import NamedTuple
from profile_tui.text.pattern import lazily

if TYPE_CHECKING:
    from profile_tui.workspace.destination import Destination

_KIND = "publications"
_DOI = lazily(r"\b10\.\d{4,9}/")
_BARE = lazily(r"(?<![\"'(=<\w])https?://(?!(?:dx\.)?doi\.org/)")
_PAPER = frozenset("article link paper publisher title url web website".split())
"""What a link to the paper itself is called, beside its DOI."""
_TITLE = "title"


class _Addresses(NamedTuple):
    """Which addresses of a paper an entry shows, which of the two its title leads to, and whether the DOI is first."""

    doi: bool
    other: bool
    title: str
    doi_first: bool


def listed_choices(
    where: Destination, values: Values, bibtex: str
) -> Iterator[tuple[dict[str, Value], tuple[str, ...]]]:
    """Yield a paper as a list may have a place for it, as `choices` does, the best first: as the list shows its own.

    Args:
        where: The list.
        values: The paper; links that somebody typed stay.
        bibtex: The BibTeX entry that it was taken from; empty where there is none.
    """
    listed = as_listed(where, values, bibtex)
    yield from choices(listed)
    if listed != values:
        yield from choices(values)


def as_listed(where: Destination, values: Values, bibtex: str) -> dict[str, Value]:
    """Return a paper as a list shows its own, where more is known of it than its fields say.

    Args:
        where: The list.
        values: The paper; links that somebody typed stay.
        bibtex: The BibTeX entry that it was taken from; empty where there is none.
    """
    given = first(bibtex) if bibtex else None
    links = links_in(values)
    own = next((link for link in links if link.label == "Paper"), None)
    number = doi(given.raw.get("doi") or "") if given else ""
    if given is None or own is None or number in ("", own.url) or links != shown_links(given.raw):
        return dict(values)
    like = _usual([_addresses(source, entry) for source, entry in _neighbours(where, values)])
    if like is None:
        return dict(values)
    new = [Link(_TITLE if like.title == "doi" else "DOI", number)]
    if like.other:
        new.insert(like.doi_first, Link(_TITLE, own.url) if like.title == "other" else own)
    at = links.index(own)
    return {**values, "links": (*links[:at], *new, *links[at + 1 :])}


def _usual(every: Sequence[_Addresses]) -> _Addresses | None:
    """How entries show their DOI, alone or beside another address; None where most with an address show none."""
    told = [shown for shown in every if shown.doi or shown.other]
    both = [shown for shown in told if shown.doi and shown.other]
    alone = [shown for shown in told if shown.doi and not shown.other]
    if 2 * (len(both) + len(alone)) <= len(told):
        return None
    return both[0] if 2 * len(both) >= len(told) else alone[0]


def _neighbours(where: Destination, values: Values) -> list[tuple[str, Entry]]:
    """The entries of a list with the source of each; none of a bibliography, which keeps all that BibTeX says."""
    from profile_tui.content.change.section_for import section_for
    from profile_tui.site.stores.own_page import OwnPage

    store = where.store
    if store is not None and not isinstance(store, OwnPage):
        is_known = store.at_hand and store.store != "bibliography"
        return [("", record.entry) for record in store.listing().records] if is_known else []
    page = where.document.page if store is None else store.page
    section = section_for(page, _KIND, where.section, values)
    return [(page.text[slice(*entry.span)], entry) for entry in section.entries] if section else []


def _addresses(source: str, entry: Entry) -> _Addresses:
    """Which addresses an entry shows."""
    links = links_in(entry.values)
    by_doi = [link for link in links if "doi.org/" in link.url]
    others = [link for link in links if link not in by_doi and link.label.lower() in _PAPER]
    title = next((link for link in links if link.label == _TITLE), None)
    return _Addresses(
        bool(by_doi or _DOI.search(source)),
        bool(others or _BARE.search(source)),
        "" if title is None else "doi" if title in by_doi else "other",
        next((link in by_doi for link in links if link in by_doi or link in others), False),
    )
