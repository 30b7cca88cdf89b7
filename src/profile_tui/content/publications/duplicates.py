"""Whether two publications are one and the same paper."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from profile_tui.content.entries.entry import Author, Link, Values
from profile_tui.text.pattern import lazily

_DOI = lazily(r"\b(10\.\d{4,9}/[^\s?#\"<>]+)", re.I)
_ARXIV = lazily(r"arxiv(?:\.org/(?:abs|pdf|html)/|[:.])\s?((?:\d{4}\.\d{4,5})|[a-z-]+(?:\.[a-z]{2})?/\d{7})", re.I)
_NO_WORD = lazily(r"[\W_]+")
_NEAR = 2
"""The years that may lie between a preprint and its publication."""


def same_paper(one: Values, other: Values) -> bool:
    """Whether two publications have a DOI or an arXiv number in common, or title, authors and about the year."""
    if _numbers(one) & _numbers(other):
        return True
    if not (title := _folded(str(one.get("title") or ""))) or title != _folded(str(other.get("title") or "")):
        return False
    years = [year for values in (one, other) if isinstance(year := values.get("year"), int)]
    if len(years) == 2 and abs(years[0] - years[1]) > _NEAR:
        return False
    mine, theirs = _last_names(one), _last_names(other)
    return not mine or not theirs or bool(mine & theirs)


def _numbers(values: Values) -> frozenset[str]:
    """The DOIs and arXiv numbers that a publication's links and venue name, without versions."""
    found = values.get("links")
    texts = [link.url for link in found if isinstance(link, Link)] if isinstance(found, tuple) else []
    texts.append(str(values.get("venue") or ""))
    numbers = [("arxiv", match[1]) for text in texts for match in _ARXIV.finditer(text)]
    numbers += [("doi", match[1].rstrip(".,;)")) for text in texts for match in _DOI.finditer(text)]
    return frozenset(f"{kind}:{number.casefold()}" for kind, number in numbers)


@lru_cache(maxsize=8192)
def _folded(text: str) -> str:
    """A title for comparing: without case, accents, punctuation and maths signs."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return _NO_WORD.sub("", plain.casefold())


def _last_names(values: Values) -> frozenset[str]:
    """The last words of the authors' names; of `Moss, F.` the first."""
    found = values.get("authors")
    people = [one.name for one in found if isinstance(one, Author)] if isinstance(found, tuple) else []
    return frozenset(_folded(name.split(",")[0].split()[-1]) for name in people if name.split(",")[0].split())
