"""Which lines of open files differ from the disk."""

from __future__ import annotations

from bisect import bisect_right

from profile_tui.content.page.page import Page
from profile_tui.text.span import Span
from profile_tui.workspace.documents.document import Document


class LineChanges:
    """Answers for ranges of files; what was deleted is looked for once for each state of a file."""

    def __init__(self) -> None:
        """Make one that knows no file yet."""
        self._changed: dict[Document, tuple[Page, list[Span]]] = {}
        self._deleted: dict[Document, tuple[Page, set[int]]] = {}

    def differs(self, document: Document, span: Span) -> bool:
        """Return whether a range of a file holds lines that are new or changed."""
        if not document.dirty:
            return False
        known = self._changed.get(document)
        if known is None or known[0] is not document.page:
            known = self._changed[document] = (document.page, _spans(document.page, document.changed_line_numbers()))
        spans = known[1]
        # the first that ends after the beginning
        at = bisect_right(spans, span.start, key=lambda changed: changed.end)
        return at < len(spans) and spans[at].start < max(span.end, span.start + 1)

    def differs_or_lost(self, document: Document, span: Span) -> bool:
        """Return whether a range of a file holds such lines, or lines were deleted from it."""
        if not document.dirty:
            return False
        known = self._deleted.get(document)
        if known is None or known[0] is not document.page:
            known = self._deleted[document] = (document.page, _beside_deleted(document.diff()))
        return self.differs(document, span) or _touches(document.page, span, known[1])


def _spans(page: Page, lines: set[int]) -> list[Span]:
    """Return the ranges of some lines that hold something, in their order."""
    starts = [*page.source.line_starts, len(page.text)]
    return [Span(starts[line - 1], starts[line]) for line in sorted(lines) if not _is_blank(page, line)]


def _touches(page: Page, span: Span, lines: set[int]) -> bool:
    """Return whether one of the lines is in a range."""
    if not lines:
        return False
    first, last = page.lines(span)
    return any(first <= number <= last and not _is_blank(page, number) for number in lines)


def _is_blank(page: Page, number: int) -> bool:
    """Return whether a line holds nothing; the one before a new section belongs to that, wherever it is."""
    starts = page.source.line_starts
    end = starts[number] if number < len(starts) else len(page.text)
    return number <= len(starts) and not page.text[starts[number - 1] : end].strip()


def _beside_deleted(diff: str) -> set[int]:
    """Return the numbers of the lines that now are where lines were taken out without others in their place."""
    numbers: set[int] = set()
    at = taken = 0
    for line in diff.split("\n")[2:]:
        if line.startswith("@@"):
            at = int(line.split("+")[1].split(",")[0].split(" ")[0])
        elif line.startswith("-"):
            taken += 1
            continue
        elif line.startswith("+"):
            taken -= 1
            at += 1
            continue
        if taken > 0:
            numbers |= {max(1, at - 1), at}
        taken = 0
        at += line.startswith(" ")
    return numbers
