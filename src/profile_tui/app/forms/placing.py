"""Where a new entry is among the others: what is beside it, and another place for it."""

from __future__ import annotations

from collections.abc import Sequence

from profile_tui.app.widgets.terminal_text import one_line
from profile_tui.content.change import edit
from profile_tui.content.change.edit import ProvenEdit
from profile_tui.content.entries.entry import Entry, Values, text_in
from profile_tui.text.catalogue import _
from profile_tui.text.dataclass import replace
from profile_tui.text.named_tuple import NamedTuple
from profile_tui.text.span import Span, Splice, unlike
from profile_tui.workspace.workspace import EntryRef, Proposal


class Neighbours(NamedTuple):
    """The dates of what is before and after an entry; empty where there is nothing, or it has none."""

    before: str = ""
    after: str = ""

    @property
    def told(self) -> str:
        """The place, in words."""
        before, after = self
        if before and after:
            return _("between {before} and {after}").format(before=before, after=after)
        if before:
            return _("last, after {before}").format(before=before)
        return _("first, before {after}").format(after=after) if after else ""


def on_page(edited: ProvenEdit, kind: str) -> Neighbours:
    """Return what is beside a new entry of a page, in its list."""
    entries = edited.page.entries(kind) if edited.number else []
    at = (edited.number or 0) - 1
    if not 0 <= at < len(entries):
        return Neighbours()
    container = entries[at].unit.container
    beside = (entries[max(0, at - 1) : at], entries[at + 1 : at + 2])
    return Neighbours(
        *(next((told(entry) for entry in ones if entry.unit.container == container), "") for ones in beside)
    )


def in_store(refs: Sequence[EntryRef], edited: ProvenEdit, values: Values, by: int) -> Neighbours:
    """Return what is beside a new entry of a store, as the site shows it.

    Args:
        refs: The entries of the store, as the site shows them.
        edited: What adding the entry makes of its file.
        values: The entry's.
        by: How many places later it is to be.
    """
    files = {ref.document.path for ref in refs}
    if len(files) == 1 and edited.before.text:
        at = _in_file(refs, edited)
    else:
        at = _by_date([told(ref.entry) for ref in refs], text_in(values, "date") or text_in(values, "year"))
    if at is None:
        return Neighbours()
    at = min(max(at + by, 0), len(refs))
    return Neighbours(*(next((told(ref.entry) for ref in ones), "") for ones in (refs[max(0, at - 1) : at], refs[at:])))


def _in_file(refs: Sequence[EntryRef], edited: ProvenEdit) -> int | None:
    """Return how many entries are shown before one that is put into their file; None where nothing tells."""
    starts = [ref.entry.span.start for ref in refs]
    put = max(edited.splices, key=lambda splice: len(splice.text)).span.start  # others set the number of its list
    earlier = sum(start < put for start in starts)
    if starts == sorted(starts):
        return earlier
    return len(starts) - earlier if starts == sorted(starts, reverse=True) else None


def _by_date(dates: Sequence[str], date: str) -> int | None:
    """Return how many entries are shown before one of a date, where they are sorted by it; None where they are not."""
    if not date or not all(dates):
        return None
    if list(dates) == sorted(dates, reverse=True):
        return sum(other > date for other in dates)
    return sum(other <= date for other in dates) if list(dates) == sorted(dates) else None


def moved(proposal: Proposal, kind: str, by: int) -> Proposal:
    """Return the proposal of a page's new entry, with the entry some places later; at the end it stays.

    Raises:
        Refused: It cannot be there without touching something else.
    """
    edited = proposal.edited
    if not by or not edited.number or proposal.store is not None:
        return proposal
    to = min(max(edited.number + by, 1), len(edited.page.entries(kind)))
    page = edit.move(edited.page, kind, edited.number, to).page
    start, old_end, new_end = unlike(edited.before.text, page.text)
    splice = Splice(Span(start, old_end), page.text[start:new_end])
    return replace(proposal, edited=replace(edited, page=page, splices=(splice,), number=to))


def told(entry: Entry) -> str:
    """Return an entry's date or year; empty where it has none."""
    return one_line(text_in(entry.values, "date") or text_in(entry.values, "year"))
