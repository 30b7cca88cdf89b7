"""The kinds of entries. Each module here is one that registers itself."""

from __future__ import annotations

import re

from profile_tui.content.entries.kind import Kind
from profile_tui.content.entries.lexicon import TEXT_HEADING
from profile_tui.registry import Registry

_kinds = Registry[Kind](__name__, "kinds", name=lambda kind: kind.name, order=lambda kind: kind.order)

register = _kinds.register
"""Add a kind; called by its own module."""
kind = _kinds.get
"""Return the kind of that name; KeyError where there is none."""


def kinds() -> dict[str, Kind]:
    """Return all kinds by name, in the order in which pages and people name them."""
    return {kind.name: kind for kind in _kinds.all()}


def classify(heading: str) -> str | None:
    """The kind that a heading announces; `text` for headings known to announce none; None where it says nothing."""
    words = (
        re.sub(r"^[\W\d_]+|[\W_]+$", "", re.sub(r"\([^()]*\)|\[[^\[\]]*\]", " ", heading)).strip() or heading.strip()
    )
    found = [kind for kind in kinds().values() if kind.heading.search(words)]
    if found:
        return min(found, key=lambda kind: kind.precedence).name
    return "text" if TEXT_HEADING.search(words) else None
