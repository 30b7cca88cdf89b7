"""CSL-JSON, as DOIs are answered with; what Crossref itself gives is the same in all that counts here."""

from __future__ import annotations

from profile_tui.workspace.lookup.data import at, items_at, text_at, texts_at
from profile_tui.workspace.lookup.identifiers import arxiv
from profile_tui.workspace.lookup.paper import Paper, Person

_TYPES = {
    "journal-article": "article", "article-journal": "article", "article-magazine": "article", "review": "article",
    "article-newspaper": "article", "proceedings-article": "inproceedings", "paper-conference": "inproceedings",
    "book-chapter": "incollection", "chapter": "incollection", "book-section": "incollection", "book": "book",
    "monograph": "book", "edited-book": "book", "reference-book": "book", "dissertation": "phdthesis",
    "thesis": "phdthesis", "report": "techreport", "report-series": "techreport",
}  # fmt: skip
_PREPRINTS = ("posted-content", "preprint")
_IN_COLLECTIONS = ("inproceedings", "incollection")
_DATES = ("issued", "published-print", "published", "published-online", "posted", "created")


def paper(data: object) -> Paper:
    """Return the paper that an item in CSL says."""
    kind = text_at(data, "type").casefold()
    number = arxiv(text_at(data, "DOI"))
    preprint = bool(number) or kind in _PREPRINTS or text_at(data, "subtype") == "preprint"
    entry = "misc" if preprint or text_at(data, "version") else _TYPES.get(kind, "misc")
    year, month = _date(data)
    return Paper(
        type=entry,
        title=_title(data),
        authors=tuple(_people(data)),
        year=year,
        month=month,
        venue="" if number else _venue(data, entry),
        volume=text_at(data, "volume"),
        number=text_at(data, "issue"),
        pages=text_at(data, "page") or text_at(data, "article-number"),
        publisher=text_at(data, "publisher"),
        doi="" if number else _doi(data),
        arxiv=number,
        preprint=preprint,
        also=text_at(data, "relation", "is-preprint-of", 0, "id") if preprint else "",
    )


def _doi(data: object) -> str:
    """The DOI; DataCite gives them in capitals, which nobody writes them in."""
    doi = text_at(data, "DOI")
    return doi.lower() if doi == doi.upper() else doi


def _title(data: object) -> str:
    """The title, with the subtitle where that stands apart."""
    title, subtitle = text_at(data, "title"), text_at(data, "subtitle")
    if not subtitle or subtitle.casefold() in title.casefold():
        return title
    return f"{title.rstrip(':')}: {subtitle}" if title else subtitle


def _people(data: object) -> list[Person]:
    """The authors; of what has editors only, them."""
    people = []
    for person in items_at(data, "author") or items_at(data, "editor"):
        given = text_at(person, "given")
        particles = [text_at(person, "non-dropping-particle"), text_at(person, "dropping-particle")]
        family = " ".join(part for part in (*particles, text_at(person, "family")) if part)
        whole = text_at(person, "literal") or text_at(person, "name") or given
        if family or whole:
            people.append(Person(family, given, text_at(person, "suffix")) if family else Person(whole=whole))
    return people


def _date(data: object) -> tuple[int, int]:
    """Year and month in which it appeared; 0 where they are not said."""
    for name in _DATES:
        parts = [text_at(part) for part in items_at(data, name, "date-parts", 0)]
        if not parts or not parts[0].isdecimal():
            parts = (text_at(data, name, "raw") or text_at(data, name, "literal")).split("-")
        if len(parts[0]) == 4 and parts[0].isdecimal():
            month = int(parts[1][:4]) if len(parts) > 1 and parts[1].isdecimal() else 0
            return int(parts[0]), month if 1 <= month <= 12 else 0
    return 0, 0


def _venue(data: object, entry: str) -> str:
    """Where it appeared: in a book of a series the book, else the journal; for what has neither, who published it."""
    containers = texts_at(data, "container-title")
    if containers:
        return containers[-1 if entry in _IN_COLLECTIONS else 0]
    event = text_at(data, "event", "name") or text_at(data, "event-title") or text_at(data, "event")
    institution = text_at(at(data, "institution", 0), "name") or text_at(data, "institution", "name")
    if entry in _IN_COLLECTIONS:
        return event
    return institution or text_at(data, "publisher") if entry != "article" else ""
