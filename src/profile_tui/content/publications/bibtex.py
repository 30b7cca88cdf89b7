"""BibTeX entries as the fields of publications. The grammar is bibtexparser's."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from profile_tui.content.entries.entry import Author, Link, Value, Values
from profile_tui.text.errors import UsageError
from profile_tui.text.pattern import lazily

if TYPE_CHECKING:
    from bibtexparser.library import Library
    from bibtexparser.middlewares.middleware import Middleware

VENUES = ("journal", "booktitle", "school", "institution", "publisher", "howpublished")
"""The fields that may say where an entry appeared, the likeliest first."""
_MARKS = lazily(r"[*∗†‡§¶‖&^]+")


def from_bibtex(text: str) -> Values:
    """The fields of the first entry of a BibTeX text: names first name first, accents as characters, braces gone.

    Raises:
        UsageError: It holds no entry that can be read.
    """
    library = parsed(text)
    if not library.entries:
        failed = library.failed_blocks[0].start_line if library.failed_blocks else None
        line = f" (line {failed + 1})" if failed is not None else ""
        raise UsageError(f"no BibTeX entry can be read there{line}; it begins with @article{{key, or the like")
    raw = fields_of(library)[0]
    return {**publication(raw), "links": tuple(_links(raw))}


def parsed(text: str) -> Library:
    """A BibTeX text, with its abbreviations put in and the values' delimiters off."""
    import logging

    import bibtexparser

    logging.disable(logging.WARNING)  # the parser tells of failed blocks on standard error; we tell it ourselves
    try:
        return bibtexparser.parse_string(text)
    finally:
        logging.disable(logging.NOTSET)


def fields_of(library: Library) -> list[dict[str, str]]:
    """The fields of each entry by their names in lower case."""
    return [{field.key.lower(): str(field.value) for field in entry.fields} for entry in library.entries]


def publication(raw: Mapping[str, str]) -> dict[str, Value]:
    """A publication's fields but for its links."""
    year = re.search(r"(?:19|20)\d\d", raw.get("year") or raw.get("date") or "")
    venue = next((clean(raw[key]) for key in VENUES if raw.get(key)), None)
    if venue is None and raw.get("eprint"):
        venue = f"arXiv preprint arXiv:{raw['eprint']}"
    return {
        "title": clean(raw.get("title") or ""),
        "authors": tuple(authors(raw.get("author") or raw.get("editor") or "")),
        "venue": venue,
        "year": int(year[0]) if year else None,
    }


def authors(value: str) -> list[Author]:
    """The names in an `author` field, first name first; `others` is none."""
    found = []
    for name in _people(value):
        shown = clean(name)
        bare = " ".join(_MARKS.sub("", shown).split())
        if bare and bare != "others":
            marks = "".join(_MARKS.findall(shown))
            found.append(Author(bare, marks=tuple(marks)))
    return found


def _people(value: str) -> list[str]:
    """The names as they are written, each first name first."""
    if not value.strip():
        return []
    from bibtexparser.middlewares.names import (
        InvalidNameError,
        parse_single_name_into_parts,
        split_multiple_persons_names,
    )

    names = []
    for name in split_multiple_persons_names(value):
        try:
            parts = parse_single_name_into_parts(name, strict=False)
        except InvalidNameError:
            names.append(name)
            continue
        names.append(" ".join([*parts.first, *parts.von, *parts.last, *parts.jr]))
    return names


def clean(value: str) -> str:
    """A field as a reader sees it: accents as characters, no braces, on one line."""
    if "\\" in value:
        value = _decoded(value)
    return " ".join(value.replace("{", "").replace("}", "").replace("~", " ").split())


def _decoded(value: str) -> str:
    """A value with its LaTeX commands as characters."""
    from bibtexparser.library import Library
    from bibtexparser.model import Entry, Field

    value = re.sub(r"(?<!\\)%", r"\\%", value)  # a bare one would begin a comment
    library = Library([Entry("misc", "x", [Field("x", value)])])
    return str(_decoder().transform(library).entries[0]["x"])


@cache
def _decoder() -> Middleware:
    """The decoder, which takes a while to make."""
    from bibtexparser.middlewares import LatexDecodingMiddleware

    return LatexDecodingMiddleware()


def _links(fields: Mapping[str, str]) -> list[Link]:
    """The links that an entry gives."""
    links = []
    if fields.get("pdf"):
        links.append(Link("PDF", address(fields["pdf"])))
    if fields.get("url"):
        links.append(Link("Paper", address(fields["url"])))
    elif fields.get("doi"):
        links.append(Link("DOI", doi(fields["doi"])))
    elif fields.get("eprint"):
        links.append(Link("arXiv", "https://arxiv.org/abs/" + address(fields["eprint"])))
    if fields.get("code"):
        links.append(Link("Code", address(fields["code"])))
    return links


def address(value: str) -> str:
    """A link's target; what LaTeX escapes in it is written plain."""
    return "".join(re.sub(r"\\(?=[%_#&~])", "", value).replace("{", "").replace("}", "").split())


def doi(value: str) -> str:
    """The address that a DOI leads to."""
    return "https://doi.org/" + re.sub(r"^https?://(dx\.)?doi\.org/", "", address(value))
