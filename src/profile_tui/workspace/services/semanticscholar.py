"""Semantic Scholar, which knows papers by the identifiers and addresses of many others."""

from __future__ import annotations

import re

from profile_tui.text.catalogue import _
from profile_tui.text.pattern import lazily
from profile_tui.workspace.lookup import identifiers
from profile_tui.workspace.lookup.client import Client
from profile_tui.workspace.lookup.data import WrongShape, at, items_at, json_of, text_at
from profile_tui.workspace.lookup.paper import Paper, Person
from profile_tui.workspace.lookup.service import Service
from profile_tui.workspace.services import register
from profile_tui.workspace.services.acl import Acl
from profile_tui.workspace.services.europepmc import pubmed_id

_FIELDS = "title,authors,year,venue,journal,externalIds,publicationTypes"
_OWN = lazily(r"(?:\w+:)?([0-9a-f]{40})|corpusid\s*:\s*(\d+)", re.I)
_OWN_PATH = lazily(r"(?:paper|reader)/(?:[^/]+/)?([0-9a-f]{40})/?(?:[?#].*)?|corpusid:(\d+)", re.I)
_HOSTS = lazily(r"(?:dl\.)?acm\.org|(?:www\.)?biorxiv\.org|(?:www\.)?semanticscholar\.org|openreview\.net")
_PREPRINTS = frozenset(("arxiv", "arxiv.org", "corr", "biorxiv", "medrxiv"))


class SemanticScholar(Service):
    """The graph of Semantic Scholar. Without a key, all its users share one allowance."""

    name = "semanticscholar"
    label = "Semantic Scholar"
    order = 80
    address = "https://api.semanticscholar.org"
    pause = 1.0
    sparse = True
    takes_key = True

    def recognise(self, text: str) -> str:
        """Return the identifier of a paper with the word that says whose it is."""
        host, path = identifiers.address(text)
        own = _OWN_PATH.fullmatch(path) if host.endswith("semanticscholar.org") else None
        if own:
            return own[1] or f"CorpusId:{own[2]}"
        if not host and (match := _OWN.fullmatch(identifiers.bare(text))):
            return match[1] or f"CorpusId:{match[2]}"
        if number := identifiers.arxiv(text):
            return f"ARXIV:{number}"
        if doi := identifiers.doi(text):
            return f"DOI:{doi}"
        if anthology := Acl().recognise(text):
            return f"ACL:{anthology}"
        if (pmid := pubmed_id(text)).isdecimal():
            return f"PMID:{pmid}"
        return f"URL:{identifiers.bare(text)}" if _HOSTS.fullmatch(host) else ""

    def look_up(self, client: Client, identifier: str) -> Paper:
        """Ask for a paper."""
        from urllib.parse import quote

        path = f"graph/v1/paper/{quote(identifier, safe=':/')}?fields={_FIELDS}"
        return client.get(self, path, _paper, headers=self._headers(client))

    def search(self, client: Client, title: str) -> list[Paper]:
        """Ask for the paper that a title is nearest to."""
        from urllib.parse import urlencode

        query = urlencode({"query": title, "fields": _FIELDS})
        return client.get(self, f"graph/v1/paper/search/match?{query}", _papers, headers=self._headers(client))

    def _headers(self, client: Client) -> dict[str, str]:
        """The user's key, if there is one."""
        key = client.key(self)
        return {"x-api-key": key} if key else {}


def _paper(text: str) -> Paper:
    """Return the paper in an answer."""
    return _of(json_of(text))


def _papers(text: str) -> list[Paper]:
    """Return the papers in an answer to a search."""
    data = json_of(text)
    if not isinstance(at(data, "data"), list):
        raise WrongShape(_("an answer that isn't a list of papers"))
    return [_of(item) for item in items_at(data, "data") if text_at(item, "title")]


def _of(data: object) -> Paper:
    """Return a paper."""
    if not text_at(data, "title"):
        raise WrongShape(_("a paper without a title") if at(data, "paperId") else _("an answer that isn't a paper"))
    venue = text_at(data, "venue") or text_at(data, "journal", "name")
    preprint = venue.casefold() in _PREPRINTS or not venue
    year = text_at(data, "year")
    kinds = [text_at(item) for item in items_at(data, "publicationTypes")]
    number = identifiers.arxiv(text_at(data, "externalIds", "ArXiv"))
    doi = text_at(data, "externalIds", "DOI")
    return Paper(
        type="misc" if preprint else "inproceedings" if "Conference" in kinds else "article",
        title=text_at(data, "title"),
        authors=tuple(Person(whole=name) for item in items_at(data, "authors") if (name := text_at(item, "name"))),
        year=int(year) if re.fullmatch(r"\d{4}", year) else 0,
        venue="" if preprint else venue,
        volume="" if preprint else text_at(data, "journal", "volume"),
        pages="" if preprint else text_at(data, "journal", "pages"),
        doi="" if identifiers.arxiv(doi) else doi,
        arxiv=number,
        preprint=preprint,
    )


register(SemanticScholar())
