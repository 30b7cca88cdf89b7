"""What is typed around a venue, as it is copied from a citation: `In: Proceedings of …`, `Peat Letters (to appear)`."""

from __future__ import annotations

from profile_tui.content.entries.entry import Entry, Values, text_in
from profile_tui.content.publications.cutting.letters import CAPITAL
from profile_tui.content.publications.cutting.phrases import is_state
from profile_tui.text.pattern import lazily

_LEAD = lazily(rf"(?:[Ii]n:|in)\s+(?={CAPITAL})")
_WORD = lazily(rf"[Ii]n\s+(?={CAPITAL})")
"""What leads where the list has such a word; without one, `In Practice` may be a journal."""
_STATE = lazily(r"\s*[(\[]([^()\[\]]+)[)\]]$")


def without(entry: Entry, values: Values) -> Values:
    """Return values with a venue without the word that leads to it, and with the state after it as the note.

    Args:
        entry: The entry that is changed, or the model of a new one.
        values: What was typed.
    """
    venue = text_in(values, "venue")
    lead = _LEAD.match(venue) or ("led" in entry.frame and _WORD.match(venue))
    venue = venue[lead.end() :] if lead else venue
    state = _STATE.search(venue)
    if state and state.start() and is_state(state[1]) and not (values.get("note") or entry.values.get("note")):
        return {**values, "venue": venue[: state.start()], "note": state[1]}
    return {**values, "venue": venue} if lead else values
