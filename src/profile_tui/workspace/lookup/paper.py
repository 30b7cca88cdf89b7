"""What a service says of a paper, as BibTeX: it goes the way of all BibTeX, and a bibliography keeps all of it."""

from __future__ import annotations

import re
import unicodedata

from profile_tui.content.entries.entry import text_in, year_in
from profile_tui.content.publications import bibtex
from profile_tui.content.publications.bibtex import TAG, Given, Unusable
from profile_tui.content.publications.sorts import is_preprint
from profile_tui.markup.bibtex.values import Bibliography
from profile_tui.text.catalogue import _
from profile_tui.text.dataclass import dataclass, replace
from profile_tui.text.named_tuple import NamedTuple
from profile_tui.text.pattern import lazily
from profile_tui.workspace.lookup.data import WrongShape, what_stands

_ALTERNATIVE = lazily(r"<(?:\w+:)?annotation\b.*?</(?:\w+:)?annotation>", re.I | re.S)
_MATHS = lazily(r"\$(?!\s|\d+(?:[.,]\d+)*(?:\s|$))(?:\\.|[^$\\])+(?<![\s\\])\$(?!\d)")
_SPECIAL = lazily(r"[\\{}%&#_$~^`]|--|''")
_ESCAPES = {
    "\\": r"{\textbackslash}",
    "{": r"{\textbraceleft}",
    "}": r"{\textbraceright}",
    "~": r"{\textasciitilde}",
    "^": r"{\textasciicircum}",
    "`": r"{\textasciigrave}",
    "--": "{-}{-}",
    "''": "{'}{'}",
}
_BODY = lazily(r"\b(?:collaboration|consortium|team|group|society|committee|project|initiative)\b|\band\b|&|,", re.I)
_SMALL = frozenset("a an the on of in for and to with from by at is are towards toward der die das le la les".split())
_ODD = lazily(r"[^\w./:;()-]")
"""What an address that is made of a DOI cannot hold as it is."""
_PAGES = lazily(r"\s*(?:--?|–|—|‐|‑)\s*")


class Person(NamedTuple):
    """An author: the name in parts, or whole."""

    family: str = ""
    given: str = ""
    suffix: str = ""
    whole: str = ""

    @property
    def bibtex(self) -> str:
        """The name as an `author` field has it."""
        if self.whole:
            shown = _escaped(self.whole)
            return f"{{{shown}}}" if _BODY.search(self.whole) or " " not in self.whole else shown
        family = f"{{{_escaped(self.family)}}}" if _BODY.search(self.family) else _escaped(self.family)
        return ", ".join(part for part in (family, _escaped(self.suffix), _escaped(self.given)) if part)


@dataclass(frozen=True, slots=True)
class Paper:
    """What a service says of a paper, as plain text that may hold HTML, maths between dollars and entities.

    Attributes:
        type: The BibTeX type of entry.
        title: Its title.
        authors: Its authors, in order.
        year: The year in which it appeared; 0 where that is not said.
        month: The month, from 1; 0 where that is not said.
        venue: Where it appeared; empty for what is a preprint only.
        volume: And so on, as its venue counts.
        number: The issue.
        pages: The pages, or the number of the article.
        publisher: Who published it.
        doi: Its DOI.
        arxiv: Its number at arXiv, without version.
        arxiv_class: The class there.
        url: Where it is to be read.
        preprint: Whether it is known to be no more than a preprint.
        also: The DOI of the version that was published, where this is the preprint.
        source: The paper as the service itself gives it in BibTeX; empty where it does not.
    """

    type: str = "misc"
    title: str = ""
    authors: tuple[Person, ...] = ()
    year: int = 0
    month: int = 0
    venue: str = ""
    volume: str = ""
    number: str = ""
    pages: str = ""
    publisher: str = ""
    doi: str = ""
    arxiv: str = ""
    arxiv_class: str = ""
    url: str = ""
    preprint: bool = False
    also: str = ""
    source: str = ""

    @property
    def given(self) -> Given:
        """The publication as it goes into a form, a page or a bibliography.

        Raises:
            WrongShape: It has no title.
        """
        return given_of(self.bibtex)

    @property
    def bibtex(self) -> str:
        """The publication as BibTeX."""
        if self.source:
            return self.source
        shown = {name: _escaped(_plain(value)) for name, value in self._texts() if value}
        url = self.url if not _ODD.search(self.doi) else f"https://doi.org/{_quoted(self.doi)}"
        plain = {"doi": self.doi, "eprint": self.arxiv, "url": url}
        fields = {
            "title": shown.get("title", ""),
            "author": " and ".join(name for person in self.authors if (name := _cleaned(person).bibtex)),
            **{name: value for name, value in shown.items() if name != "title"},
            "pages": _escaped(_PAGES.sub("--", self.pages)).replace("{-}{-}", "--"),
            "year": str(self.year) if self.year else "",
            **{name: _address(value) for name, value in plain.items()},
        }
        if self.arxiv:
            fields |= {"archiveprefix": "arXiv", "primaryclass": self.arxiv_class}
        lines = [f",\n  {name} = {{{value}}}" for name, value in fields.items() if value]
        month = f",\n  month = {bibtex.MONTHS[self.month - 1]}" if 1 <= self.month <= 12 and self.year else ""
        return f"@{self.type}{{{self._key()}{''.join(lines)}{month}\n}}\n"

    def _texts(self) -> list[tuple[str, str]]:
        """The fields that readers see, as BibTeX calls them."""
        venue = {"article": "journal", "phdthesis": "school", "techreport": "institution", "misc": "howpublished"}
        return [
            ("title", self.title),
            (venue.get(self.type, "booktitle" if self.type != "book" else "publisher"), self.venue),
            ("volume", self.volume),
            ("number", self.number),
            *([("publisher", self.publisher)] if self.venue and self.type not in ("book", "misc") else []),
        ]

    def _key(self) -> str:
        """A key of the usual form: `moss2024folded`."""
        first = self.authors[0] if self.authors else Person()
        family = first.family or (first.whole.split() or ["anon"])[-1]
        words = [_ascii(word) for word in re.split(r"\W+", _plain(self.title))]
        word = next((word for word in words if word and word not in _SMALL), "")
        return f"{_ascii(family) or 'anon'}{self.year or ''}{word}"

    def __or__(self, other: Paper) -> Paper:
        """This, and what only the other one says."""
        mine = {name: value for name in self.__slots__ if (value := getattr(self, name))}
        return replace(other, **mine)


def from_bibtex(text: str) -> Paper:
    """Return the paper that a service gives as BibTeX.

    Raises:
        WrongShape: It cannot be read.
    """
    given = given_of(text)
    raw = given.raw
    number = bibtex.arxiv(raw)
    venue = text_in(given.values, "venue")
    return Paper(
        title=text_in(given.values, "title"),
        year=year_in(given.values) or 0,
        venue=venue,
        doi=bibtex.doi(raw.get("doi") or "").removeprefix("https://doi.org/"),
        arxiv=number,
        preprint=is_preprint(given.values),
        source=given.source,
    )


def given_of(text: str) -> Given:
    """Return the first publication of a BibTeX text that a service gave.

    Raises:
        WrongShape: There is none that can be read.
    """
    entries = list(bibtex.read(Bibliography(text)))
    first = next((parsed for parsed in entries if isinstance(parsed, Given)), None)
    if (
        first is None
        and len(entries) == 1
        and isinstance(entries[0], Unusable)
        and entries[0].reason.endswith("no title")
    ):
        raise WrongShape(_("a paper without a title"))
    if first is None or len(entries) != 1:
        raise WrongShape(what_stands(text))
    return first


def _cleaned(person: Person) -> Person:
    """A name without HTML."""
    return Person(*(_plain(part) for part in person))


def _plain(text: str) -> str:
    """Text without HTML, on one line."""
    if "&" in text or "<" in text:
        import html

        text = TAG.sub("", _ALTERNATIVE.sub("", text))
        for _unused in range(2):  # services escape twice now and then
            text = html.unescape(text)
        text = TAG.sub("", text)
    return " ".join(unicodedata.normalize("NFC", text).split())


def _escaped(text: str) -> str:
    """Text as LaTeX; maths between dollars stays what it is."""
    written, at = [], 0
    for maths in _MATHS.finditer(text):
        if maths[0].count("{") != maths[0].count("}"):
            continue
        written += [_SPECIAL.sub(_escape, text[at : maths.start()]), maths[0]]
        at = maths.end()
    return "".join([*written, _SPECIAL.sub(_escape, text[at:])])


def _escape(match: re.Match[str]) -> str:
    """A character that LaTeX would obey, as LaTeX."""
    return _ESCAPES.get(match[0], f"\\{match[0]}")


def _address(text: str) -> str:
    """An address or number as a field can hold it."""
    quoted = {"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"}
    return "".join(quoted.get(character, character) for character in text.strip() if character.isprintable())


def _quoted(doi: str) -> str:
    """A DOI as its address has it."""
    from urllib.parse import quote

    return quote(doi, safe="/:;()")


def _ascii(word: str) -> str:
    """A word in small letters without accents."""
    plain = unicodedata.normalize("NFKD", word).casefold()
    return "".join(character for character in plain if character.isascii() and character.isalnum())
