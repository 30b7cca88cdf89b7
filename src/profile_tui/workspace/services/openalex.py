"""OpenAlex: works by DOI or by its own numbers; searching needs the user's key."""

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
from profile_tui.workspace.services.europepmc import pubmed_id

_OWN = lazily(r"(?:https?://(?:api\.)?openalex\.org/(?:works/)?)?(W\d{4,})", re.I)


class OpenAlex(Service):
    """OpenAlex."""

    name = "openalex"
    label = "OpenAlex"
    order = 85
    address = "https://api.openalex.org"
    sparse = True
    takes_key = True

    def recognise(self, text: str) -> str:
        """Return a DOI or another number that OpenAlex knows papers by."""
        if own := _OWN.fullmatch(identifiers.bare(text)):
            return own[1].upper()
        number = identifiers.arxiv(text)
        if doi := f"10.48550/arXiv.{number}" if number else identifiers.doi(text):
            return f"doi:{doi}"
        return f"pmid:{pmid}" if (pmid := pubmed_id(text)).isdecimal() else ""

    def look_up(self, client: Client, identifier: str) -> Paper:
        """Ask for a work."""
        from urllib.parse import quote, urlencode

        key = client.key(self)
        query = f"?{urlencode({'api_key': key})}" if key else ""
        return client.get(self, f"works/{quote(identifier, safe=':/')}{query}", _paper)


def _paper(text: str) -> Paper:
    """Return the paper in an answer."""
    data = json_of(text)
    title = text_at(data, "title") or text_at(data, "display_name")
    if not title:
        raise WrongShape(_("a paper without a title") if at(data, "id") else _("an answer that isn't a paper"))
    doi = identifiers.doi(text_at(data, "doi"))
    source_type = text_at(data, "primary_location", "source", "type")
    number = identifiers.arxiv(doi) or identifiers.arxiv(text_at(data, "primary_location", "landing_page_url"))
    preprint = bool(number) or text_at(data, "type") == "preprint"
    year = text_at(data, "publication_year")
    first, last = text_at(data, "biblio", "first_page"), text_at(data, "biblio", "last_page")
    names = [text_at(authorship, "author", "display_name") for authorship in items_at(data, "authorships")]
    return Paper(
        type="misc" if preprint else "inproceedings" if source_type == "conference" else "article",
        title=title,
        authors=tuple(Person(whole=name) for name in names if name),
        year=int(year) if re.fullmatch(r"\d{4}", year) else 0,
        venue="" if number else text_at(data, "primary_location", "source", "display_name"),
        volume=text_at(data, "biblio", "volume"),
        number=text_at(data, "biblio", "issue"),
        pages=f"{first}-{last}" if last and last != first else first,
        doi="" if number else doi,
        arxiv=number,
        preprint=preprint,
    )


register(OpenAlex())
