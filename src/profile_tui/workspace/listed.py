"""A paper of which more is known than a list shows: with those of its addresses that the list shows of its others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import TYPE_CHECKING

from profile_tui.content.entries.entry import Entry, Link, Value, Values, links_in, text_in
from profile_tui.content.publications.bibtex import Given, clean, doi, first, shown_links
from profile_tui.content.publications.fields import called
from profile_tui.content.publications.writing import volumes
from profile_tui.text.catalogue import _
from profile_tui.text.named_tuple import NamedTuple
from profile_tui.text.pattern import lazily

if TYPE_CHECKING:
    from profile_tui.workspace.destination import Destination

_KIND = "publications"
_NEAR = 40
"""How many entries of a list tell what it shows."""
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
    """Yield a paper as a list may have a place for it, the best first: as the list shows its own, then as it was given.

    Args:
        where: The list.
        values: The paper; links that somebody typed stay.
        bibtex: The BibTeX entry that it was taken from; empty where there is none.
    """
    listed = as_listed(where, values, bibtex)
    yield from _choices(listed)
    if listed != values:
        yield from _choices(values)


def as_listed(where: Destination, values: Values, bibtex: str) -> dict[str, Value]:
    """Return a paper as a list shows its own, where more is known of it than its fields say.

    Args:
        where: The list.
        values: The paper; links that somebody typed stay.
        bibtex: The BibTeX entry that it was taken from; empty where there is none.
    """
    given = first(bibtex) if bibtex else None
    if where.store is not None and where.store.store == "bibliography":
        return dict(values)  # it keeps all that BibTeX says
    around = _neighbours(where, values)
    return {**_with_address(values, given, around), "venue": _venue(values, given, around)}


def _venue(values: Values, given: Given | None, around: Sequence[tuple[str, Entry]]) -> Value:
    """A venue with what of volume, issue and pages the list shows of papers there, or else of papers of its sort."""
    venue = whole = text_in(values, "venue")
    if given and venue == given.values["venue"]:
        whole = volumes.typed(venue, *(clean(given.raw.get(name) or "") for name in ("volume", "number", "pages")))
    name, volume = volumes.parted(whole)
    if not volume or (given and whole == venue):
        return values.get("venue")
    told = [(text_in(entry.values, "venue"), _shown(entry)) for _unused, entry in around if entry.values.get("venue")]
    kept = _kept(name, volume.keys(), told)
    volume = {role: number for role, number in volume.items() if role in kept}
    written = (volumes.like(other, name, volume) for other, _unused in told if volume)
    return next(filter(None, written), "") or volumes.typed(name, **volume)


def _kept(name: str, own: Set[str], told: Sequence[tuple[str, set[str]]]) -> Set[str]:
    """Which of volume, issue and pages a list shows of a paper in a venue: none where it rarely shows such."""
    alike = [shown for _unused, shown in told if ("volume" in shown) == ("volume" in own)]
    same = [shown for other, shown in told if other.startswith(name)]
    showing = [shown & own for shown in alike if shown]
    if same:
        is_rare = 2 * sum(map(bool, same)) < len(same)
    else:  # of the others, many may be of conferences
        is_rare = 4 * len(showing) < len(told) if "volume" in own else 2 * len(showing) < len(alike)
    return set() if is_rare else max(showing, key=len, default=set())


def _shown(entry: Entry) -> set[str]:
    """Which of volume, issue and pages an entry shows, on a page or in the field of its venue."""
    return volumes.shown(entry) or {*volumes.parted(text_in(entry.values, "venue"))[1]}


def _with_address(values: Values, given: Given | None, around: Sequence[tuple[str, Entry]]) -> Values:
    """A paper with its DOI, alone or beside another address, where its list shows DOIs."""
    links = links_in(values)
    own = next((link for link in links if link.label == "Paper"), None)
    number = doi(given.raw.get("doi") or "") if given else ""
    if given is None or own is None or number in ("", own.url) or links != shown_links(given.raw):
        return values
    like = _usual([_addresses(source, entry) for source, entry in around])
    if like is None:
        return values
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
    """The entries of a list that tell what it shows, with the source of each on a page."""
    from profile_tui.content.change.section_for import section_for
    from profile_tui.site.stores.own_page import OwnPage

    store = where.store
    if store is not None and not isinstance(store, OwnPage):
        return [("", record.entry) for record in store.listing().records[:_NEAR]] if store.at_hand else []
    page = where.document.page if store is None else store.page
    section = section_for(page, _KIND, where.section, values)
    return [(page.text[slice(*entry.span)], entry) for entry in section.entries[:_NEAR]] if section else []


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


def _choices(values: Values) -> Iterator[tuple[dict[str, Value], tuple[str, ...]]]:
    """A paper as lists may have a place for it, the best first, and what is left out each time."""
    links = tuple(links_in(values))
    bare = {**values, "note": None}
    note = (called("note"),) if values.get("note") else ()
    for choice, left_out in _link_choices(links):
        yield {**values, "links": choice}, left_out
        if note:
            yield {**bare, "links": choice}, (*left_out, *note)


def _link_choices(links: tuple[Link, ...]) -> Iterator[tuple[tuple[Link, ...], tuple[str, ...]]]:
    """All links under their own labels; the paper's own as that of the paper; that one alone; none; and what goes."""
    yield links, ()
    yield from _with_own(links)
    if links:
        yield (), _left_out(links)


def _with_own(links: tuple[Link, ...]) -> Iterator[tuple[tuple[Link, ...], tuple[str, ...]]]:
    """The paper's own link as that of the paper, with the others and alone."""
    own = next((link for label in ("Paper", "DOI", "arXiv", "PDF") for link in links if link.label == label), None)
    if own is None:
        return
    paper = own._replace(label="Paper")
    rest = tuple(link for link in links if link is not own)
    if paper != own:
        yield (paper, *rest), ()
    if rest:
        yield (paper,), _left_out(rest)


def _left_out(links: tuple[Link, ...]) -> tuple[str, ...]:
    """How links that are left out are called."""
    return tuple(_("link {label}").format(label=link.label) for link in links)
