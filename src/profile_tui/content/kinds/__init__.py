"""The kinds of entries. Each is one module here that registers itself; adding one edits no other file."""

from __future__ import annotations

import pkgutil
import re
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING
from unicodedata import category

from profile_tui.content.entries.lexicon import ONLY_TEXT, TEXT_HEADING

if TYPE_CHECKING:
    from profile_tui.content.entries.kind import Kind

_registered: dict[str, Kind] = {}


def register(kind: Kind) -> Kind:
    """Adds a kind; called by its own module.

    Raises:
        ValueError: Its name is taken.
    """
    if kind.name in _registered:
        raise ValueError(f"two kinds are named {kind.name}")
    _registered[kind.name] = kind
    return kind


@cache
def kinds() -> dict[str, Kind]:
    """All kinds by name, in the order in which pages and people name them."""
    for module in pkgutil.iter_modules(__path__):
        import_module(f"{__name__}.{module.name}")
    return {kind.name: kind for kind in sorted(_registered.values(), key=lambda kind: kind.order)}


def kind(name: str) -> Kind:
    """The kind of that name."""
    return kinds()[name]


def classify(heading: str) -> str | None:
    """The kind that a heading announces; `text` for headings known to announce none; None where it says nothing."""
    words = _words(heading)
    asked = (_in_any_language, _in_english) if _abroad(words) else (_in_english, _in_any_language)
    for ask in asked:
        told = ask(words)
        if told:
            return min(told, key=lambda name: kinds()[name].precedence if name in kinds() else 0)
    return "text" if TEXT_HEADING.search(words) else None


def is_english(heading: str) -> bool:
    """Whether a heading is known, and in English."""
    words = _words(heading)
    return not _abroad(words) and bool(_in_english(words) or TEXT_HEADING.search(words))


def _in_english(words: str) -> set[str]:
    """The kinds that the words of a heading announce in English; `text` where they are known to announce none."""
    found = {kind.name for kind in kinds().values() if kind.heading.search(words)}
    return found or ({"text"} if ONLY_TEXT.fullmatch(words) else set())


def _in_any_language(words: str) -> set[str]:
    """The same, in all languages of the table."""
    from profile_tui.content.languages.headings import announced

    return announced(words)


def _abroad(words: str) -> bool:
    """Whether there are letters that English has not."""
    return not words.isascii() and any(letter.isalpha() and not letter.isascii() for letter in words)


def _words(heading: str) -> str:
    """A heading without what stands around its words, and without remarks in brackets."""
    bare = re.sub(r"\([^()]*\)|\[[^\[\]]*\]", " ", heading)
    bare = re.sub(r"^[\W\d_]+", "", bare)
    while bare and not _spoken(bare[-1]):
        bare = bare[:-1]
    return bare or heading.strip()


def _spoken(character: str) -> bool:
    """Whether a character is a letter or a digit, or the mark of a vowel after one."""
    return character.isalnum() or ("\u0300" <= character < "\u1900" and category(character)[0] == "M")
