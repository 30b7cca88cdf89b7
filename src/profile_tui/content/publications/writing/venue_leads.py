"""The word that leads to a venue, as it is copied from a citation: `In: Proceedings of …`."""

from __future__ import annotations

from profile_tui.content.entries.entry import Entry, Values, text_in
from profile_tui.content.publications.cutting.letters import CAPITAL
from profile_tui.text.pattern import lazily

_LEAD = lazily(rf"(?:[Ii]n:|in)\s+(?={CAPITAL})")
_WORD = lazily(rf"[Ii]n\s+(?={CAPITAL})")
"""What leads where the list has such a word; without one, `In Practice` may be a journal."""


def without(entry: Entry, values: Values) -> Values:
    """Return values with a venue without the word that leads to it, which is no part of what it is called.

    Args:
        entry: The entry that is changed, or the model of a new one.
        values: What was typed.
    """
    venue = text_in(values, "venue")
    lead = _LEAD.match(venue) or ("led" in entry.frame and _WORD.match(venue))
    return {**values, "venue": venue[lead.end() :]} if lead else values
