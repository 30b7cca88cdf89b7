"""DBLP, the bibliography of computer science: by key, and all papers of an author."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from profile_tui.text.catalogue import _
from profile_tui.text.errors import UsageError
from profile_tui.text.pattern import lazily
from profile_tui.workspace.lookup import identifiers
from profile_tui.workspace.lookup.client import HOUR, Client
from profile_tui.workspace.lookup.data import WrongShape, inner_text, inner_texts, xml_of
from profile_tui.workspace.lookup.errors import NotFound
from profile_tui.workspace.lookup.paper import Paper, Person, from_bibtex
from profile_tui.workspace.lookup.service import Service, Work
from profile_tui.workspace.services import register

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_HOST = lazily(r"dblp\.(?:org|uni-trier\.de|dagstuhl\.de)")
_KEY = r"(?:conf|journals|books|phd|series|reference|tr|www)/[\w.-]+/[\w.:/-]+"
_BARE = lazily(rf"(?:dblp:)?({_KEY})", re.I)
_PATH = lazily(rf"rec/(?:bib\d?/|html/|xml/)?({_KEY}?)(?:\.(?:html|bib|xml|rdf|nt|ttl))?(?:\?.*)?")
_PID = lazily(r"(?:pid/)?(\d+/[\w-]+|[a-z]/\w+)(?:\.(?:html|xml|bib))?(?:\?.*)?", re.I)
_SAME_NAME = lazily(r" 0\d{3}\b(?=\s*(?:$|and\b|[,}\"]))")
"""The number by which DBLP tells authors of one name apart."""


class Dblp(Service):
    """DBLP."""

    name = "dblp"
    label = "DBLP"
    order = 30
    address = "https://dblp.org"
    pause = 1.0
    people = "dblp"

    def recognise(self, text: str) -> str:
        """Return the key of a paper."""
        return identifiers.at_host(text, _HOST, _PATH, _BARE)

    def look_up(self, client: Client, identifier: str) -> Paper:
        """Ask for the BibTeX of a paper."""
        from urllib.parse import quote

        return client.get(
            self, f"rec/{quote(identifier, safe='/:')}.bib?param=1", _paper, accept="application/x-bibtex"
        )

    def works(self, client: Client, person: str) -> list[Work]:
        """Ask for the page of an author."""
        host, path = identifiers.address(person)
        match = _PID.fullmatch(path if _HOST.fullmatch(host) else person.strip())
        if match is None:
            raise UsageError(
                _("{person!r} isn't a DBLP author; it looks like 12/3456, as in the address of your page there").format(
                    person=person
                )
            )
        try:
            return client.get(self, f"pid/{match[1]}.xml", _works, accept="application/xml", keep=HOUR)
        except NotFound:
            raise UsageError(
                _("DBLP knows no author {match}; check the address of your page there").format(match=match[1])
            ) from None


def _paper(text: str) -> Paper:
    """Return the paper in an answer."""
    return from_bibtex(_SAME_NAME.sub("", text))


def _works(text: str) -> list[Work]:
    """Return the papers on an author's page."""
    root = xml_of(text)
    if root.tag != "dblpperson":
        raise WrongShape(_("an answer that isn't an author's page"))
    papers = [paper for element in root.iterfind("r") for paper in element]
    return [_work(paper) for paper in papers if inner_text(paper, "title")]


def _work(element: Element) -> Work:
    """Return a paper."""
    venue = inner_text(element, "journal") or inner_text(element, "booktitle") or inner_text(element, "school")
    links = list(inner_texts(element, "ee"))
    year = inner_text(element, "year")
    informal = venue == "CoRR" or element.get("publtype") == "informal"
    volume = inner_text(element, "volume")
    number = _first(identifiers.arxiv, links)
    number = number or (identifiers.arxiv(volume.removeprefix("abs/")) if informal else "")
    paper = Paper(
        type="article" if element.tag == "article" else "inproceedings",
        title=inner_text(element, "title").removesuffix("."),
        authors=tuple(Person(whole=_SAME_NAME.sub("", name)) for name in inner_texts(element, "author")),
        year=int(year) if re.fullmatch(r"\d{4}", year) else 0,
        venue="" if informal else venue,
        pages=inner_text(element, "pages"),
        volume="" if informal else volume,
        doi="" if number else _first(identifiers.doi, links),
        arxiv=number,
        url=links[0] if links and not number else "",
        preprint=informal,
    )
    key = element.get("key") or ""
    return Work(paper, paper.doi or paper.arxiv or (f"DBLP:{key}" if _BARE.fullmatch(key) else ""))


def _first(identifier: Callable[[str], str], links: Sequence[str]) -> str:
    """Return the first identifier of a sort among some links; empty where there is none."""
    return next((match for link in links if (match := identifier(link))), "")


register(Dblp())
