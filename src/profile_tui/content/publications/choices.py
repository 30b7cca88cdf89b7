"""A paper as a list may have a place for it: with all its links and its note, or with fewer of them."""

from __future__ import annotations

from collections.abc import Iterator

from profile_tui.content.entries.entry import Link, Value, Values, links_in
from profile_tui.content.publications.fields import called
from profile_tui.text.catalogue import _


def choices(values: Values) -> Iterator[tuple[dict[str, Value], tuple[str, ...]]]:
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
