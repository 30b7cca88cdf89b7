"""The kinds of entries. Each is one module here that registers itself; adding one edits no other file."""

from __future__ import annotations

import pkgutil
import re
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from profile_tui.content.entries.lexicon import TEXT_HEADING

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
    words = (
        re.sub(r"^[\W\d_]+|[\W_]+$", "", re.sub(r"\([^()]*\)|\[[^\[\]]*\]", " ", heading)).strip() or heading.strip()
    )
    found = [kind for kind in kinds().values() if kind.heading.search(words)]
    if found:
        return min(found, key=lambda kind: kind.precedence).name
    return "text" if TEXT_HEADING.search(words) else None
