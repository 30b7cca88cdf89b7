"""What of some entries is within a range of a file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from profile_tui.content.entries.entry import Entry
from profile_tui.text.span import Span
from profile_tui.workspace.documents.document import Document
from profile_tui.workspace.refs import EntryRef


def overlap(first: Span, second: Span) -> bool:
    """Whether two ranges share a character."""
    return first.start < second.end and second.start < first.end


def first_within(entries: Sequence[Entry], span: Span) -> int | None:
    """Return the index of the first entry that has something of a range; None where none has."""
    at = bisect_right(entries, span.start, key=lambda entry: entry.span.end)
    return at if at < len(entries) and entries[at].span.start < span.end else None


def first_stored(stored: Sequence[EntryRef], document: Document, span: Span) -> EntryRef | None:
    """Return the first entry of a store that has something of a range of a file; None where none has."""
    return next((ref for ref in stored if ref.document is document and overlap(ref.entry.span, span)), None)
