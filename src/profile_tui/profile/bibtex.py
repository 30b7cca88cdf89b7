"""A BibTeX entry as the fields of a publication. The grammar is bibtexparser's."""

from __future__ import annotations

import re

from profile_tui.profile.entry import Author, Link, Values
from profile_tui.text.errors import UsageError

_VENUES = ("journal", "booktitle", "school", "institution", "publisher", "howpublished")


def from_bibtex(text: str) -> Values:
    """The fields of the first entry of a BibTeX text: names first name first, accents as characters, braces gone.

    Raises:
        UsageError: It holds no entry that can be read.
    """
    import logging

    import bibtexparser
    from bibtexparser import middlewares

    logging.disable(logging.WARNING)  # the parser tells of failed blocks on standard error; we tell it ourselves
    stack = [middlewares.LatexDecodingMiddleware(), middlewares.SeparateCoAuthors(), middlewares.SplitNameParts()]
    library = bibtexparser.parse_string(text, append_middleware=stack)
    logging.disable(logging.NOTSET)
    if not library.entries:
        failed = library.failed_blocks[0].start_line if library.failed_blocks else None
        line = f" (line {failed + 1})" if failed is not None else ""
        raise UsageError(f"no BibTeX entry can be read there{line}; it begins with @article{{key, or the like")
    fields = {field.key.lower(): field.value for field in library.entries[0].fields}
    names = fields.get("author") or fields.get("editor") or []
    year = re.search(r"(?:19|20)\d\d", str(fields.get("year") or fields.get("date") or ""))
    venue = next((_clean(fields[key]) for key in _VENUES if fields.get(key)), None)
    eprint = str(fields.get("eprint") or "")
    if venue is None and eprint:
        venue = f"arXiv preprint arXiv:{eprint}"
    return {
        "title": _clean(fields.get("title") or ""),
        "authors": tuple(Author(_name(parts)) for parts in names) if isinstance(names, list) else (),
        "venue": venue,
        "year": int(year[0]) if year else None,
        "links": tuple(_links(fields)),
    }


def _clean(value: object) -> str:
    """A field without braces, on one line."""
    return " ".join(str(value).replace("{", "").replace("}", "").split())


def _name(parts: object) -> str:
    """A name, first name first."""
    words = [
        *getattr(parts, "first", []),
        *getattr(parts, "von", []),
        *getattr(parts, "last", []),
        *getattr(parts, "jr", []),
    ]
    return _clean(" ".join(words))


def _links(fields: dict[str, object]) -> list[Link]:
    """The links that an entry gives."""
    links = []
    if fields.get("pdf"):
        links.append(Link("PDF", _clean(fields["pdf"])))
    if fields.get("url"):
        links.append(Link("Paper", _clean(fields["url"])))
    elif fields.get("doi"):
        links.append(Link("DOI", "https://doi.org/" + re.sub(r"^https?://(dx\.)?doi\.org/", "", _clean(fields["doi"]))))
    elif fields.get("eprint"):
        links.append(Link("arXiv", "https://arxiv.org/abs/" + _clean(fields["eprint"])))
    if fields.get("code"):
        links.append(Link("Code", _clean(fields["code"])))
    return links
