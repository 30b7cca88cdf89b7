"""DOIs, answered by whichever agency gave them out: Crossref, DataCite and others."""

from __future__ import annotations

from profile_tui.text.catalogue import _
from profile_tui.workspace.lookup import csl
from profile_tui.workspace.lookup.client import Client
from profile_tui.workspace.lookup.data import WrongShape, at, json_of, text_at
from profile_tui.workspace.lookup.identifiers import arxiv, doi
from profile_tui.workspace.lookup.paper import Paper
from profile_tui.workspace.lookup.service import Service
from profile_tui.workspace.services import register


class Doi(Service):
    """The resolver of DOIs."""

    name = "doi"
    label = "doi.org"
    order = 10
    address = "https://doi.org"
    knows_all = True

    def recognise(self, text: str) -> str:
        """Return a DOI, or the one that arXiv gives each of its papers."""
        number = arxiv(text)
        return f"10.48550/arXiv.{number}" if number else doi(text)

    def look_up(self, client: Client, identifier: str) -> Paper:
        """Ask for the paper in CSL."""
        from urllib.parse import quote

        return client.get(
            self, quote(identifier, safe="/:;()"), _paper, accept="application/vnd.citationstyles.csl+json"
        )


def _paper(text: str) -> Paper:
    """Return the paper in an answer."""
    data = json_of(text)
    if not text_at(data, "title"):
        raise WrongShape(_("a paper without a title") if at(data, "DOI") else _("an answer that isn't a paper"))
    return csl.paper(data)


register(Doi())
