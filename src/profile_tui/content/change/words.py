"""The words of a changed entry: those that no field that was set had said must still be there."""

from __future__ import annotations

from collections import Counter

from profile_tui.content.entries.entry import Entry, Values, texts_of
from profile_tui.markup.html import TAG
from profile_tui.markup.inline import plain
from profile_tui.text.pattern import lazily

_WORD = lazily(r"[^\W\d_]{2,}|\d{2,}")
_JOINTS = frozenset(
    "and et al in of the by at und le la los las y e de others ve en och og ja és și oraz ir un je da va та".split()
)
"""Words that tie fields to one another, which may go with a field."""


def lost_word(was: Entry, before: str, after: str, values: Values, numbers: str = "") -> str | None:
    """Return a word that a change of some fields took away though they had not said it; None where there is none.

    Args:
        was: The entry before.
        before: The page before.
        after: The entry's source now.
        values: The fields that were set.
        numbers: Those in whose places others were put, as volume and pages that were typed behind a venue.
    """
    if "links" in values:
        return None  # their labels may be anywhere
    words = _words(numbers)
    for name in values:
        value, slot = was.values.get(name), was.slots.get(name)
        if name != "date" and (texts := texts_of(value)):
            words += _words(" ".join(texts))
        elif slot and value != ():  # a date or a year, which the page writes its own way
            words += _words(slot.of(before))
        for frame, span in was.frame.items():  # where the entry says the field once more
            if frame.startswith(f"{name} ") and not frame.removeprefix(f"{name} ").strip("0123456789"):
                words += _words(span.of(before))
        if name == "authors" and "with" in was.frame:
            words += _words(was.frame["with"].of(before))  # the word that leads to them goes with them
    lost = _words(was.span.of(before)) - _words(after) - words
    return next((word for word in lost if word.casefold() not in _JOINTS), None)


def _words(source: str) -> Counter[str]:
    """Return the words and numbers that a reader sees, those of two elements apart."""
    return Counter(_WORD.findall(plain(TAG.sub(" ", source))))
