"""Lists of names that are plain to see: nothing has to be weighed, which takes a millisecond for each list.

What does not have exactly one of these forms is left to the reader of citations, held to the same by a test.
"""

from __future__ import annotations

from profile_tui.content.entries.lexicon import NOT_NAMES, PARTICLES
from profile_tui.text.pattern import lazily

_WORD = r"[^\W\d_]{2,}"
_FULL = rf"(?:{_WORD}|[^\W\d_]\.)(?: [^\W\d_]\.)? {_WORD}"
"""`Ada Example`, `Ada B. Example`, `A. B. Example`."""
_TURNED = rf"{_WORD}, [^\W\d_]\.(?: ?[^\W\d_]\.)?"
"""`Example, A. B.`"""
_BETWEEN = r"(?:,? (?:and|&) |, )"
_FORMS = (
    (lazily(rf"({_FULL}(?:, {_FULL})*,? (?:and|&) {_FULL})\.?"), lazily(_BETWEEN)),
    (lazily(rf"({_TURNED}(?:, {_TURNED})*,? (?:and|&) {_TURNED})"), lazily(rf"(?<=\.){_BETWEEN}")),
)
_NO_NAMES = NOT_NAMES | PARTICLES.union("do st af av and".split())


def plain_names(text: str) -> list[str]:
    """Return the names of a list that is plain to see; none where it has to be read."""
    for whole, between in _FORMS:
        if match := whole.fullmatch(text):
            names = between.split(match[1])
            return names if all(map(_is_plain, names)) else []
    return []


def _is_plain(name: str) -> bool:
    """Return whether each word of a name begins with a capital and isn't one of titles, venues or longer surnames."""
    words = name.replace(",", " ").replace(".", " ").split()
    return all(word.istitle() and (len(word) == 1 or word.lower() not in _NO_NAMES) for word in words)
