"""Entries that name their authors by a dash, `———. 2015. Bogs`: the one above says who they are, and so has to stay."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from profile_tui.content.entries.entry import Entry
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused
from profile_tui.text.pattern import lazily

_DASHES = lazily(r"(?:—{2,}|–{3,}|―{2,}|-{3,}|_{3,})[.,:]?\s")


def check_below(text: str, entries: Sequence[Entry], old: Entry) -> None:
    """Raise Refused where the entry below one that goes, or gets other authors, repeats its authors.

    Args:
        text: The page.
        entries: The list.
        old: The entry.
    """
    after = bisect_right(entries, old.number, key=lambda entry: entry.number)  # of a long list no other is made
    if after < len(entries) and repeats(text, entries[after]) and not repeats(text, old):
        raise _repeated()


def check_place(text: str, run: Sequence[Entry], index: int) -> None:
    """Raise Refused where the entry repeats the authors of the one above that a new one would be above.

    Args:
        text: The page.
        run: Neighbours.
        index: How many of them are before the place.
    """
    if index < len(run) and repeats(text, run[index]):
        raise _repeated()


def repeats(text: str, entry: Entry) -> bool:
    """Return whether an entry has a dash in the place of its authors."""
    return _DASHES.match(text, entry.unit.content.start) is not None


def _repeated() -> Refused:
    """The refusal where a dash would stand for somebody else."""
    return Refused(_("the entry below has a dash for the authors of the one above; write them out there first"))
