"""Addresses that a list shows as they are: `https://doi.org/10.5555/12`, `doi:10.5555/12`, also as the words of a link.

A new publication's is written as its neighbours write theirs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from profile_tui.content.entries import typed
from profile_tui.content.entries.entry import Entry, Link, links_in
from profile_tui.content.entries.kind import plain_in, reframed
from profile_tui.markup import escape
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span, Splice

_SHOWN = lazily(
    r"(?P<lead>(?:[*_]|<\w+>)*(?:(?:(?P<doi>doi)|url|link|web|available(?: online)?(?: at| from)?|retrieved from|"
    r"verfügbar unter|disponible (?:en|sur)|disponível em|disponibile (?:su|da))(?:[\s:*_]|</?\w+>)*){0,2})"
    r"(?:(?P<host>(?:https?://)?(?:(?:dx|www)\.)?doi\.org/)?(?P<number>10\.\d{4,9}/[^\s<>\[\]]+)|"
    r"(?P<url>https?://[^\s<>\[\]]+))",
    re.I,
)
_NUMBER = lazily(r"(?:(?:https?://)?(?:(?:dx|www)\.)?doi\.org/|doi:\s?)?(10\.\d{4,9}/\S+)", re.I)
_HTTP = ("http://", "https://")
_OF_PAPER = frozenset("article doi link paper publisher title url web website".split())
"""What a link is called whose address is the paper's own; others have to keep their labels."""


def place(text: str, remark: Span, frame: dict[str, Span]) -> None:
    """Notes the address that is all that a remark says, as `address`; as `doi` where another one cannot be there."""
    found = _SHOWN.fullmatch(remark.of(text)) if "/" in remark.of(text) else None
    if found is None or "address" in frame or "doi" in frame:
        return
    if _takes_any(found):
        frame["address"] = Span(remark.start + found.end("lead"), remark.end)
    else:
        frame["doi"] = Span(remark.start + found.start("number"), remark.end)


def _takes_any(found: re.Match[str]) -> bool:
    """Whether any other address can be in the place of one, and not that of a DOI only."""
    return not found["doi"] and bool(found["url"] or (found["host"] or "").lower().startswith("http"))


def shown(model: Entry, links: Sequence[Link]) -> Link | None:
    """Return the link whose address a new entry shows as it is, in the frame of another; None where it shows none."""
    if not links or model.frame.keys().isdisjoint(("address", "doi")):
        return None
    only_doi = not {"doi", "links", "title_link"}.isdisjoint(model.frame.keys() | model.slots.keys())
    return _own(links, only_doi=only_doi)


def changed(text: str, entry: Entry, links: Sequence[Link]) -> Link | None:
    """Return the one of an entry's new links that is to take the place of the address that it shows as it is.

    That is a DOI for a DOI, and another address of the paper for another; not one that it links to anyway.
    """
    span = place_of(text, entry)
    if span is None:
        return None
    known = {link.url for link in links_in(entry.values)}
    others = (link for link in links if link.url not in known and not _is_title(link))
    return next((link for link in others if _is_of_sort(span.of(text), link)), None)


def _is_of_sort(address: str, link: Link) -> bool:
    """Whether a link is what an address is: the paper's DOI, or another address of it, or called as that one is."""
    by_doi = _NUMBER.fullmatch(address) is not None
    if bool(_NUMBER.fullmatch(link.url)) != by_doi:
        return False
    called = typed.link(address).label if address.startswith(_HTTP) else ""
    return link.label.lower() in _OF_PAPER or link.label.lower() == called.lower()


def takes_place(old: Link, new: Link) -> bool:
    """Return whether a link is to take the place of one that is labelled by its address: both of the same sort."""
    found = _SHOWN.fullmatch(old.label)
    return found is not None and new.url.startswith(_HTTP) and _is_of_sort(found["url"] or old.url, new)


def as_shown(old: Link, new: Link) -> Link:
    """Return a link as it is read in the place of another: labelled by its address where that one is."""
    found = _SHOWN.fullmatch(old.label)
    if found is None or old.url == new.url or not new.url.startswith(_HTTP):
        return new
    if new.label != old.label and _own([new], only_doi=not _takes_any(found)) is None and not takes_place(old, new):
        return new
    return Link(_as(old.label, new.url), new.url)


def place_of(text: str, entry: Entry) -> Span | None:
    """Return where an entry shows an address as it is: among its words, or as its note."""
    frame = entry.frame
    if "note" in entry.slots and frame.keys().isdisjoint(("address", "doi")):
        frame = {}
        place(text, entry.slots["note"], frame)
    return frame.get("address") or frame.get("doi")


def _own(links: Sequence[Link], *, only_doi: bool) -> Link | None:
    """The link to the paper itself: by its DOI, or else another."""
    own = [link for link in links if link.label.lower() in _OF_PAPER]
    others = [] if only_doi else [link for link in own if link.url.startswith(_HTTP)]
    return next((link for link in own if _NUMBER.fullmatch(link.url)), others[0] if others else None)


def splice(text: str, entry: Entry, link: Link) -> Splice:
    """Return what puts the address of a link in the place of an entry's."""
    span = place_of(text, entry)
    assert span is not None
    return Splice(span, plain_in(entry.unit, _as(span.of(text), link.url)))


def labelled(text: str, model: Entry, links: Sequence[Link]) -> tuple[Link, str] | None:
    """Return the link that a new entry labels by its address, and that label; None where no label of the model is one.

    Args:
        text: The page.
        model: The model of the new entry.
        links: The links.
    """
    if "link" not in model.frame or "links" not in model.slots:
        return None
    label = model.frame["link_label"].of(text) if "link_label" in model.frame else _within_angles(text, model)
    found = _SHOWN.fullmatch(label)
    others = [link for link in links if link.url.startswith(_HTTP)]
    link = _own(others, only_doi=not _takes_any(found)) if found else None
    if link is None:
        return None
    return link, escape.url(link.url) if "link_url" not in model.frame else _as(label, link.url)


def written(text: str, model: Entry, label: str, link: Link) -> str:
    """Return a link that is labelled by its address, as the first one of a model is."""
    if "link_url" not in model.frame:
        return f"<{label}>"
    new = {"link_label": plain_in(model.unit, label), "link_url": escape.url(link.url)}
    within = [Splice(model.frame[name], each) for name, each in new.items()]
    return reframed(text, model.frame["link"], within)


def is_in_angles(text: str, link: Span) -> bool:
    """Return whether a link is an address in angle brackets."""
    source = link.of(text)
    return source.startswith("<http") and source.endswith(">") and " " not in source and "</" not in source


def _within_angles(text: str, entry: Entry) -> str:
    """The address in angle brackets that an entry's first link is; empty where it is another."""
    link = entry.frame["link"]
    return link.of(text)[1:-1] if is_in_angles(text, link) else ""


def _as(pattern: str, url: str) -> str:
    """An address written as another one is: with its prefix where both are by a DOI."""
    number, found = _NUMBER.fullmatch(url), _SHOWN.fullmatch(pattern)
    if number and found and found["number"]:
        return pattern[: found.start("number")] + number[1]
    return (pattern[: found.end("lead")] if found else "") + url


def told(text: str, model: Entry, links: Sequence[Link]) -> list[Link]:
    """Return the links as a new entry in the frame of another is read: without one that is shown as it is."""
    own = shown(model, links)
    if own is not None and "title_link" in model.frame and (_is_title(own) or not any(map(_is_title, links))):
        return list(links)  # the title leads there, too
    if own is not None:
        return [link for link in links if link is not own]
    by_address = labelled(text, model, links)
    if by_address is None:
        return list(links)
    return [Link(by_address[1], link.url) if link is by_address[0] else link for link in links]


def _is_title(link: Link) -> bool:
    """Whether a link is said to be the title's own."""
    return link.label.lower() == "title"
