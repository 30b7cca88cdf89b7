"""The kinds of entries. Each is one module here that registers itself; adding one edits no other file."""

from __future__ import annotations

import pkgutil
import re
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

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
    found = [kind for kind in kinds().values() if kind.heading.search(words)]
    if not found and not ONLY_TEXT.fullmatch(words):
        from profile_tui.content.languages.headings import announced

        told = announced(words)
        if "text" in told:
            return "text"
        found = [kind for kind in kinds().values() if kind.name in told]
    if found:
        return min(found, key=lambda kind: kind.precedence).name
    return "text" if TEXT_HEADING.search(words) else None


def is_english(heading: str) -> bool:
    """Whether the English words for kinds, or for other sections, are in a heading."""
    words = _words(heading)
    return any(one.search(words) for one in (*(kind.heading for kind in kinds().values()), TEXT_HEADING))


def _words(heading: str) -> str:
    """A heading without what stands around its words, and without remarks in brackets."""
    bare = re.sub(r"\([^()]*\)|\[[^\[\]]*\]", " ", heading)
    return re.sub(r"^[\W\d_]+|[\W_]+$", "", bare).strip() or heading.strip()
