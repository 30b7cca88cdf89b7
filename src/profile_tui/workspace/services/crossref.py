"""Crossref, where most publishers tell of their papers: by DOI, and by title."""

from __future__ import annotations

from profile_tui.text.catalogue import _
from profile_tui.workspace.lookup import csl
from profile_tui.workspace.lookup.client import Client
from profile_tui.workspace.lookup.data import WrongShape, at, items_at, json_of, text_at
from profile_tui.workspace.lookup.identifiers import doi
from profile_tui.workspace.lookup.paper import Paper
from profile_tui.workspace.lookup.service import Service
from profile_tui.workspace.services import register

_MOST = 5


class Crossref(Service):
    """Crossref's own interface."""

    name = "crossref"
    label = "Crossref"
    order = 20
    address = "https://api.crossref.org"

    def recognise(self, text: str) -> str:
        """Return a DOI."""
        return doi(text)

    def look_up(self, client: Client, identifier: str) -> Paper:
        """Ask for the paper of a DOI."""
        from urllib.parse import quote

        return client.get(self, f"works/{quote(identifier, safe='')}", _paper)

    def search(self, client: Client, title: str) -> list[Paper]:
        """Ask for the papers that a title fits."""
        from urllib.parse import urlencode

        query = urlencode({"query.bibliographic": title, "rows": _MOST})
        return client.get(self, f"works?{query}", _papers)


def _paper(text: str) -> Paper:
    """Return the paper in an answer."""
    data = at(json_of(text), "message")
    if not text_at(data, "title"):
        raise WrongShape(_("a paper without a title") if at(data, "DOI") else _("an answer that isn't a paper"))
    return csl.paper(data)


def _papers(text: str) -> list[Paper]:
    """Return the papers in an answer to a search."""
    data = json_of(text)
    if not isinstance(at(data, "message"), dict):
        raise WrongShape(_("an answer that isn't a list of papers"))
    return [csl.paper(item) for item in items_at(data, "message", "items") if text_at(item, "title")]


register(Crossref())
