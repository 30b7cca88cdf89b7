"""What a row of the table is, and the pages that are made of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from profile_tui.content.entries.entry import Author, Entry, Link, Value

HEADER = "---\npermalink: /\ntitle: About\nredirect_from: \n  - /about/\n---\n\nI study *lakes*.\n\n"
BEHIND = "\n# Contact\n\nWrite to me.\n\n- by post\n- by mail\n"
VARIANTS = ("whole", "crlf", "last", "cut")
"""The page with more after the section; the same with CRLF; the section last; the same without a final newline."""


_ADA, _DORA, _EMIL = Author("Ada Example", is_self=True), Author("Dora Fourth"), Author("Emil Fifth")
_GUIDE: Mapping[str, Value] = {"title": "A field guide to frost", "venue": "POLAR", "year": 2026}
ADDED: Mapping[str, Mapping[str, Mapping[str, Value]]] = {
    "news": {
        "dated": {"date": "2026-11", "text": "A new **grant** for ice 冰."},
        "undated": {"text": "No day is known."},
    },
    "publications": {
        "linked": {**_GUIDE, "authors": (_ADA, _DORA, _EMIL), "links": (Link("Paper", "https://example.org/new"),)},
        "unlinked": {**_GUIDE, "authors": (_DORA, _ADA)},
        "without a venue": {"title": "A field guide to frost", "authors": (_DORA, _ADA), "year": 2026},
    },
    "interests": {
        "both": {"topic": "Hail", "text": "its *sizes*"},
        "text alone": {"text": "Plain hail"},
        "topic alone": {"topic": "Only hail"},
    },
}
"""What is added to each kind of section, by a name for it."""
CHANGED: Mapping[str, Value] = {
    "date": "2024-12",
    "text": "Changed *text* here.",
    "topic": "Another topic",
    "title": "Another name of it",
    "authors": (_DORA, _ADA, _EMIL),
    "venue": "POLAR",
    "year": 2019,
    "links": (Link("Paper", "https://example.org/other"),),
}
"""What each field is changed to."""
IN_HTML = {
    "A new **grant** for ice 冰.": "A new <strong>grant</strong> for ice 冰.",
    "its *sizes*": "its <em>sizes</em>",
    "Changed *text* here.": "Changed <em>text</em> here.",
}
"""Typed Markdown as it stands where Markdown means nothing."""


@dataclass(frozen=True)
class Shape:
    """A section in some shape.

    Attributes:
        name: What is special about it.
        kind: Of its entries.
        body: The section, heading included.
        entries: What each entry says, in page order.
        refuses: What has no place in it: `move` from first to last, or additions by their names in `ADDED`.
        at_end: Whether a new entry goes after the others.
    """

    name: str
    kind: str
    body: str
    entries: tuple[Mapping[str, Value], ...]
    refuses: frozenset[str] = frozenset()
    at_end: bool = False

    def page(self, variant: str = "whole") -> bytes:
        """The bytes of a page that holds the section."""
        text = HEADER + self.body + (BEHIND if variant in ("whole", "crlf") else "")
        if variant == "crlf":
            text = text.replace("\n", "\r\n")
        return (text.rstrip("\n") if variant == "cut" else text).encode()

    def __str__(self) -> str:
        return f"{self.kind}: {self.name}"


def news(name: str, body: str, *entries: tuple[str | None, str], refuses: str = "", at_end: bool = False) -> Shape:
    """A section of news; an entry is its date in ISO form and its text."""
    said = tuple({"date": date, "text": text} for date, text in entries)
    return Shape(name, "news", f"# News\n\n{body}", said, frozenset(refuses.split()), at_end)


def interests(name: str, body: str, *entries: tuple[str | None, str], refuses: str = "") -> Shape:
    """A section of interests; an entry is its topic and its text."""
    said = tuple({"topic": topic, "text": text} for topic, text in entries)
    return Shape(name, "interests", f"# Research Interests\n\n{body}", said, frozenset(refuses.split()), True)


def publications(name: str, body: str, *entries: Mapping[str, Value], refuses: str = "", at_end: bool = False) -> Shape:
    """A section of publications."""
    return Shape(name, "publications", f"# Publications\n\n{body}", entries, frozenset(refuses.split()), at_end)


def paper(
    title: str, people: str, venue: str | None = None, year: int | None = None, /, **links: str
) -> dict[str, Value]:
    """A publication.

    People are written `Ada Example!, Ben Sample *†`: `!` is the page's owner,
    marks follow a blank, and `;` stands for a comma in a name."""
    return {
        "title": title,
        "authors": tuple(_author(words.strip()) for words in people.split(",") if words.strip()),
        "venue": venue,
        "year": year,
        "links": tuple(Link(label.replace("_", " "), url) for label, url in links.items()),
        "note": None,
    }


def _author(words: str) -> Author:
    """A name, whether it is the owner's, and its marks."""
    match = re.fullmatch(r"(.+?)(!)?(?: ([*†‡#\d]+))?", words)
    assert match is not None
    return Author(match[1].replace(";", ","), match[2] is not None, tuple(match[3] or ""))


def said(entry: Entry) -> dict[str, Value]:
    """What an entry says, to compare with a row: white space in texts folded."""
    return {name: " ".join(value.split()) if isinstance(value, str) else value for name, value in entry.values.items()}
