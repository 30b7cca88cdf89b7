"""A publication that tests add to a list."""

from __future__ import annotations

from profile_tui.content.entries.entry import Author, Values

NEW: Values = {
    "title": "Tides of the inner fen",
    "authors": (Author("Anna Moss"),),
    "venue": "Peat Letters",
    "year": 2026,
}
