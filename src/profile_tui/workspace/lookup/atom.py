"""arXiv's Atom feeds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from profile_tui.markup.bibtex.latex import decode
from profile_tui.text.catalogue import _
from profile_tui.workspace.lookup.data import WrongShape, inner_text, inner_texts, xml_of
from profile_tui.workspace.lookup.identifiers import arxiv
from profile_tui.workspace.lookup.paper import Paper, Person

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def papers(text: str) -> list[Paper]:
    """Return the papers in a feed; none where it is empty, or holds nothing but a complaint.

    Raises:
        WrongShape: It isn't a feed.
    """
    root = xml_of(text)
    if root.tag != "feed":
        raise WrongShape(_("an answer that isn't a feed"))
    return [paper for entry in root.iterfind("entry") if (paper := _paper(entry)).title and paper.arxiv]


def _paper(entry: Element) -> Paper:
    """Return the paper of an entry."""
    date = inner_text(entry, "published")
    category = entry.find("primary_category")
    return Paper(
        title=_decoded(inner_text(entry, "title")),
        authors=tuple(Person(whole=_decoded(name)) for name in inner_texts(entry, "author/name")),
        year=int(date[:4]) if date[:4].isdecimal() else 0,
        month=int(date[5:7]) if date[5:7].isdecimal() else 0,
        arxiv=arxiv(inner_text(entry, "id")),
        arxiv_class=category.get("term", "") if category is not None else "",
        preprint=True,
        also=inner_text(entry, "doi"),
    )


def _decoded(text: str) -> str:
    """Return text with the TeX decoded that authors type at arXiv; maths stays as it is."""
    return decode(text) if "\\" in text else text
