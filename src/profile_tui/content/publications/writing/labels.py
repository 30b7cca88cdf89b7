"""Words that name the field after them on a line of its own, as `**Venue:** Fog`: they come and go with the field."""

from __future__ import annotations

import re

from profile_tui.content.entries.entry import Entry, Values
from profile_tui.content.publications.roles.evidence import FIELD
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span

_FEWEST = 2
_FIELDS = {"T": "title", "A": "authors", "V": "venue", "Y": "year"}
"""The fields that labels name which a list keeps, by their roles."""
_OTHERS = lazily(r"[ck]o", re.I)
_COLON = lazily(r"(?:[*_\s]|</\w+>)*[:：]")
"""The colon after a label, which may be in bold with it."""


def labelled(text: str, entry: Entry) -> dict[Span, str]:
    """Return the labels of an entry with the field that each names; none where it has fewer than two of them."""
    found = {}
    for name, span in entry.frame.items():
        label = FIELD.fullmatch(span.of(text)) if name.startswith("remark") else None
        field = _FIELDS.get(label.lastgroup or "") if label else None
        if field in entry.slots and _COLON.match(text, span.end):
            found[span] = str(field)
    return found if len(found) >= _FEWEST else {}


def idle(text: str, entry: Entry, values: Values) -> list[Span]:
    """Return the labels of an entry whose fields are empty in `values`, which names those that are to be written."""
    return [span for span, field in labelled(text, entry).items() if not values.get(field)]


def leaves_out_owner(text: str, entry: Entry) -> bool:
    """Return whether a label says that who is named are the others, as `Co-authors:` does."""
    labels = labelled(text, entry).items()
    return any(field == "authors" and _OTHERS.match(span.of(text)) is not None for span, field in labels)
