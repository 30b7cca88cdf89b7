"""Europe PMC, which has what PubMed has, and the whole names of authors."""

from __future__ import annotations

import re

from profile_tui.text.catalogue import _
from profile_tui.text.pattern import lazily
from profile_tui.workspace.lookup import identifiers
from profile_tui.workspace.lookup.client import Client
from profile_tui.workspace.lookup.data import WrongShape, at, items_at, json_of, text_at
from profile_tui.workspace.lookup.errors import NotFound
from profile_tui.workspace.lookup.paper import Paper, Person
from profile_tui.workspace.lookup.service import Service
from profile_tui.workspace.services import register

_BARE = lazily(r"(?:pmid\s*[:=]?\s*(\d{1,9})|(\d{7,8})|(?:pmcid\s*[:=]?\s*)?(PMC\d{4,9}))", re.I)
_HOST = lazily(
    r"pubmed\.ncbi\.nlm\.nih\.gov|pubmed\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov|pmc\.ncbi\.nlm\.nih\.gov|europepmc\.org"
)
_PATH = lazily(
    r"(?:pubmed/|articles?/(?:med/|pmc/)?|pmc/articles/|abstract/med/)?(PMC\d+|\d{1,9})/?(?:[?#].*|pdf/.*)?", re.I
)


def pubmed_id(text: str) -> str:
    """Return the number that a text is, or that an address of PubMed's holds: `12345678`, or `PMC123456`."""
    return identifiers.at_host(text, _HOST, _PATH, _BARE).upper()


class EuropePmc(Service):
    """Europe PMC."""

    name = "europepmc"
    label = "Europe PMC"
    order = 40
    address = "https://www.ebi.ac.uk"

    def recognise(self, text: str) -> str:
        """Return a number of PubMed's."""
        return pubmed_id(text)

    def look_up(self, client: Client, identifier: str) -> Paper:
        """Ask for the paper of a number."""
        from urllib.parse import urlencode

        asked = f"PMCID:{identifier}" if identifier.startswith("PMC") else f"EXT_ID:{identifier} AND SRC:MED"
        query = urlencode({"query": asked, "format": "json", "resultType": "core"})
        return client.get(self, f"europepmc/webservices/rest/search?{query}", _paper)


def _paper(text: str) -> Paper:
    """Return the paper in an answer."""
    data = json_of(text)
    results = at(data, "resultList", "result")
    if not isinstance(results, list):
        raise WrongShape(_("an answer that isn't a paper"))
    if not results:
        raise NotFound(_("Europe PMC doesn't know it"))
    paper = results[0]
    if not text_at(paper, "title"):
        raise WrongShape(_("a paper without a title"))
    people = []
    for person in items_at(paper, "authorList", "author"):
        family, given = text_at(person, "lastName"), text_at(person, "firstName") or text_at(person, "initials")
        whole = text_at(person, "collectiveName") or text_at(person, "fullName")
        if family or whole:
            people.append(Person(family, given) if family else Person(whole=whole))
    year = text_at(paper, "pubYear") or text_at(paper, "journalInfo", "yearOfPublication")
    return Paper(
        type="article",
        title=text_at(paper, "title").removesuffix("."),
        authors=tuple(people),
        year=int(year) if re.fullmatch(r"\d{4}", year) else 0,
        venue=text_at(paper, "journalInfo", "journal", "title"),
        volume=text_at(paper, "journalInfo", "volume"),
        number=text_at(paper, "journalInfo", "issue"),
        pages=text_at(paper, "pageInfo"),
        doi=text_at(paper, "doi"),
        url="" if text_at(paper, "doi") else f"https://pubmed.ncbi.nlm.nih.gov/{text_at(paper, 'pmid')}/",
    )


register(EuropePmc())
