"""PubMed itself, for when Europe PMC does not answer; it has no first names."""

from __future__ import annotations

import re

from profile_tui.text.catalogue import _
from profile_tui.text.pattern import lazily
from profile_tui.workspace.lookup.client import Client
from profile_tui.workspace.lookup.data import WrongShape, at, items_at, json_of, text_at
from profile_tui.workspace.lookup.errors import NotFound
from profile_tui.workspace.lookup.paper import Paper, Person
from profile_tui.workspace.lookup.service import Service
from profile_tui.workspace.services import register
from profile_tui.workspace.services.europepmc import pubmed_id

_INITIALS = lazily(r"(.+) ([A-Z]{1,4})(?: (Jr|Sr|\d(?:st|nd|rd|th)))?")


class PubMed(Service):
    """The interface of the National Library of Medicine, which wants no more than three requests a second."""

    name = "pubmed"
    label = "PubMed"
    order = 45
    address = "https://eutils.ncbi.nlm.nih.gov"
    pause = 0.4
    sparse = True

    def recognise(self, text: str) -> str:
        """Return a number of PubMed's own."""
        identifier = pubmed_id(text)
        return "" if identifier.startswith("PMC") else identifier

    def look_up(self, client: Client, identifier: str) -> Paper:
        """Ask for the summary of a number."""

        def read(text: str) -> Paper:
            data = at(json_of(text), "result")
            if not isinstance(data, dict):
                raise WrongShape(_("an answer that isn't a paper"))
            paper = at(data, identifier)
            if paper is None or text_at(paper, "error"):
                raise NotFound(_("PubMed doesn't know it"))
            return _paper(paper, identifier)

        path = f"entrez/eutils/esummary.fcgi?db=pubmed&id={identifier}&retmode=json"
        return client.get(self, path, read)


def _paper(paper: object, identifier: str) -> Paper:
    """Return the paper that a summary says."""
    if not text_at(paper, "title"):
        raise WrongShape(_("a paper without a title"))
    numbers = [(text_at(item, "idtype"), text_at(item, "value")) for item in items_at(paper, "articleids")]
    doi = next((value for kind, value in numbers if kind == "doi"), "")
    year = re.match(r"\d{4}", text_at(paper, "pubdate"))
    return Paper(
        type="article",
        title=text_at(paper, "title").removesuffix("."),
        authors=tuple(_person(item) for item in items_at(paper, "authors") if text_at(item, "name")),
        year=int(year[0]) if year else 0,
        venue=text_at(paper, "fulljournalname") or text_at(paper, "source"),
        volume=text_at(paper, "volume"),
        number=text_at(paper, "issue"),
        pages=text_at(paper, "pages"),
        doi=doi,
        url="" if doi else f"https://pubmed.ncbi.nlm.nih.gov/{identifier}/",
    )


def _person(author: object) -> Person:
    """Return an author: `Moss FA` is F. A. Moss."""
    name = text_at(author, "name")
    match = _INITIALS.fullmatch(name)
    if match is None or text_at(author, "authtype") == "CollectiveName":
        return Person(whole=name)
    return Person(match[1], " ".join(f"{letter}." for letter in match[2]), match[3] or "")


register(PubMed())
