"""The kinds of entries. Each module here is one that registers itself."""

from __future__ import annotations

import re

from profile_tui.content.entries.kind import Kind
from profile_tui.content.entries.lexicon import ONLY_TEXT, TEXT_HEADING
from profile_tui.registry import Registry
from profile_tui.text.pattern import lazily

_REMARK = lazily(r"\([^()]*\)|\[[^\[\]]*\]")
_NO_WORDS = lazily(r"^[\W\d_]+")
_kinds = Registry[Kind](__name__, "kinds", name=lambda kind: kind.name, order=lambda kind: kind.order)

register = _kinds.register
"""Add a kind; called by its own module."""
kind = _kinds.get
"""Return the kind of that name; KeyError where there is none."""


def kinds() -> dict[str, Kind]:
    """Return all kinds by name, in the order in which pages and people name them."""
    return {kind.name: kind for kind in _kinds.all()}


def kind_of_file(name: str, *, whole: bool) -> Kind | None:
    """Return the kind of the entries in a collection or data file of that name; None where the name tells none.

    Args:
        name: The name without `_` and suffix.
        whole: Whether all of the name must tell it, not one of its words.
    """
    folded = name.casefold()
    words = {folded} if whole else {folded, *re.split(r"[-_]", folded)}
    return next((kind for kind in _kinds.all() if words.intersection(kind.files)), None)


def classify(heading: str) -> str | None:
    """The kind that a heading announces; `text` for headings known to announce none; None where it says nothing."""
    words = _words(heading)
    asked = (_in_any_language, _in_english) if _abroad(words) else (_in_english, _in_any_language)
    for ask in asked:
        named = ask(words)
        if named:
            return min(named, key=lambda name: kinds()[name].precedence if name in kinds() else 0)
    return "text" if TEXT_HEADING.search(words) else None


def is_english(heading: str) -> bool:
    """Return whether a heading is known, and in English."""
    words = _words(heading)
    return not _abroad(words) and bool(_in_english(words) or TEXT_HEADING.search(words))


def _in_english(words: str) -> set[str]:
    """Return the kinds that words announce in English; `text` where they are known to announce none."""
    names = {kind.name for kind in kinds().values() if kind.heading.search(words)}
    return names or ({"text"} if ONLY_TEXT.fullmatch(words) else set())


def _in_any_language(words: str) -> set[str]:
    """Return the same, in all languages of the table."""
    if not any(map(str.isalpha, words)):
        return set()
    from profile_tui.content.languages.headings import announced

    return announced(words)


def _abroad(words: str) -> bool:
    """Return whether there are letters that English has not."""
    return not words.isascii() and any(letter.isalpha() and not letter.isascii() for letter in words)


def _words(heading: str) -> str:
    """Return a heading without what is around its words, and without remarks in brackets."""
    bare = _NO_WORDS.sub("", _REMARK.sub(" ", heading))
    while bare and not _spoken(bare[-1]):
        bare = bare[:-1]
    return bare or heading.strip()


def _spoken(character: str) -> bool:
    """Return whether a character is a letter or a digit, or the mark of a vowel after one."""
    if character.isalnum() or not "\u0300" <= character < "\u1900":
        return character.isalnum()
    from unicodedata import category

    return category(character)[0] == "M"
