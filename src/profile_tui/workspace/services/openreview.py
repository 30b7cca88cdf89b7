"""OpenReview, by the address of a paper's forum."""

from __future__ import annotations

import re

from profile_tui.text.catalogue import _
from profile_tui.text.pattern import lazily
from profile_tui.workspace.lookup import identifiers
from profile_tui.workspace.lookup.client import Client
from profile_tui.workspace.lookup.data import WrongShape, at, json_of, text_at, texts_at
from profile_tui.workspace.lookup.errors import NotFound
from profile_tui.workspace.lookup.paper import Paper, Person, from_bibtex
from profile_tui.workspace.lookup.service import Service
from profile_tui.workspace.services import register

_PATH = lazily(r"(?:forum|pdf|attachment|revisions)\?(?:.*&)?id=([\w-]+)(?:[&#].*)?")
_BARE = lazily(r"openreview\s*[:=]?\s*([\w-]{6,})|((?=[\w-]*\d)(?=[\w-]*[a-z])(?=[\w-]*[A-Z])[A-Za-z0-9_-]{10})", re.I)
_STATE = lazily(r"\s*\(?\b(?:poster|oral|spotlight|notable|submitted to)\b.*", re.I)


class OpenReview(Service):
    """The second version of OpenReview's interface."""

    name = "openreview"
    label = "OpenReview"
    order = 25
    address = "https://api2.openreview.net"

    def recognise(self, text: str) -> str:
        """Return the identifier of a forum."""
        host, path = identifiers.address(text)
        if host:
            match = _PATH.fullmatch(path) if host.endswith("openreview.net") else None
            return match[1] if match else ""
        bare_text = identifiers.bare(text)
        mixed = (
            any(map(str.isdigit, bare_text)) and any(map(str.islower, bare_text)) and any(map(str.isupper, bare_text))
        )
        bare = _BARE.fullmatch(bare_text)
        return (bare[1] or (bare[2] if mixed else "")) if bare else ""

    def look_up(self, client: Client, identifier: str) -> Paper:
        """Ask for a paper."""
        return client.get(self, f"notes?id={identifier}", _paper)


def _paper(text: str) -> Paper:
    """Return the paper in an answer."""
    data = json_of(text)
    note = at(data, "notes", 0)
    if note is None:
        if isinstance(data, dict) and "notes" in data:
            raise NotFound(_("OpenReview doesn't know it"))
        raise WrongShape(_("an answer that isn't a paper"))
    content = at(note, "content")
    bibtex = at(content, "_bibtex", "value") or at(content, "_bibtex")
    if isinstance(bibtex, str) and bibtex.strip():
        return from_bibtex(bibtex)

    def said(name: str) -> str:
        return text_at(content, name, "value") or text_at(content, name)

    if not said("title"):
        raise WrongShape(_("a paper without a title"))
    names = texts_at(content, "authors", "value") or texts_at(content, "authors")
    venue = said("venue")
    year = re.search(r"(?<!\d)20\d\d(?!\d)", venue)
    submitted = venue.casefold().startswith("submitted")
    return Paper(
        type="misc" if submitted else "inproceedings",
        title=said("title"),
        authors=tuple(Person(whole=name) for name in names),
        year=int(year[0]) if year else 0,
        venue="" if submitted else " ".join(_STATE.sub("", venue).replace(year[0] if year else "", "").split()),
        url=f"https://openreview.net/forum?id={text_at(note, 'forum') or text_at(note, 'id')}",
        preprint=submitted,
    )


register(OpenReview())
