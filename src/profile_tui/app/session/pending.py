"""What waits to be saved, in words: how many entries were added, changed and removed, whatever steps led there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from profile_tui.content.page.page import Page
from profile_tui.text.catalogue import _
from profile_tui.text.source import Source
from profile_tui.text.span import unlike
from profile_tui.workspace.documents.document import Document
from profile_tui.workspace.refs import EntryRef

_SAID = {
    "added": _("{count:,} added"),
    "changed": _("{count:,} changed"),
    "removed": _("{count:,} removed"),
}


Listed = Callable[[], Mapping[Document, Sequence[EntryRef]]]
"""Gives the entries that stores have now, by their files."""


class Pending:
    """Counts the differences from the disk; each state of a file is looked at once."""

    def __init__(self) -> None:
        """Make one that knows no file yet."""
        self._saved: dict[Document, tuple[Page, Sequence[EntryRef]]] = {}
        self._counted: dict[Document, tuple[Page, Page, Counter[str]]] = {}

    def said(self, documents: Sequence[Document], listed: Listed) -> str:
        """Return what waits, as `2 added, 1 changed`; empty where nothing does."""
        total: Counter[str] = Counter()
        for document in documents:
            if document.dirty:
                total += self._count(document, listed)
            else:
                known = self._saved.get(document)
                if known is None or known[0] is not document.page:
                    self._saved[document] = (document.page, ())
        return ", ".join(phrase.format(count=total[word]) for word, phrase in _SAID.items() if total[word])

    def note(self, listed: Mapping[Document, Sequence[EntryRef]]) -> None:
        """Note what stores have in the files that are as the disk has them, before one of them is changed."""
        for document, refs in listed.items():
            if not document.dirty:
                self._saved[document] = (document.page, refs)

    def _count(self, document: Document, listed: Listed) -> Counter[str]:
        """Return what differs in a file."""
        page, (before, entries) = document.page, self._saved.get(document, (None, ()))
        if before is None or before.source.data != document.saved:
            before, entries = page.of(Source(document.saved)), ()
            self._saved[document] = before, entries
        known = self._counted.get(document)
        if known is None or known[0] is not page or known[1] is not before:
            known = self._counted[document] = (
                page,
                before,
                _differences(before, page, entries, listed().get(document, ())),
            )
        return known[2]


def _differences(before: Page, after: Page, old: Sequence[EntryRef], new: Sequence[EntryRef]) -> Counter[str]:
    """Return how many entries of a page are new, others, or gone; what is in no entry counts as one.

    Args:
        before: The page as the disk has it.
        after: The page as it is.
        old: What stores had in it.
        new: What they have.
    """
    if not before.text.strip() or not after.text.strip():
        return Counter({"added" if after.text.strip() else "removed": 1})
    start, old_end, new_end = unlike(before.text, after.text)
    counts: Counter[str] = Counter()
    if old:  # a data file has no sections, though a comment in it looks like a heading
        counts += _compared(_stored(before, old, start, old_end), _stored(after, new, start, new_end))
    for kind in () if old else sorted({section.kind for page in (before, after) for section in page.sections}):
        counts += _compared(_between(before, kind, start, old_end), _between(after, kind, start, new_end))
    if not counts:
        put, taken = after.text[start:new_end], before.text[start:old_end]
        whole = "added" if not taken and "\n" in put else "removed" if not put and "\n" in taken else "changed"
        counts[whole] = 1
    return counts


def _compared(old: Sequence[str], new: Sequence[str]) -> Counter[str]:
    """Return how many of some entries are new, others, or gone."""
    gone, come = (Counter(old) - Counter(new)).total(), (Counter(new) - Counter(old)).total()
    both = min(gone, come)
    moved = int(not gone and not come and old != new)
    return Counter({"added": come - both, "changed": both + moved, "removed": gone - both})


def _stored(page: Page, refs: Sequence[EntryRef], start: int, end: int) -> list[str]:
    """Return the source of the entries of stores that a range touches, in the order of the file."""
    spans = sorted(ref.entry.span for ref in refs)
    return [span.of(page.text).strip() for span in spans if span.start <= end and start <= span.end]


def _between(page: Page, kind: str, start: int, end: int) -> list[str]:
    """Return the source of the entries of a kind that a range touches."""
    entries = page.entries(kind)
    first = bisect_left(entries, start, key=lambda entry: entry.span.end)
    last = bisect_right(entries, end, key=lambda entry: entry.span.start)
    return [entry.span.of(page.text).strip() for entry in entries[first:last]]
