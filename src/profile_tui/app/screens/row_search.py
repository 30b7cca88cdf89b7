"""Where in the panes a place of the page is found."""

from __future__ import annotations

from collections.abc import Sequence

from profile_tui.app.views import View
from profile_tui.app.widgets.rows import ListRow
from profile_tui.text.named_tuple import NamedTuple
from profile_tui.workspace.documents.document import Document


class Located(NamedTuple):
    """A row of one of the views.

    Attributes:
        view: The view's index.
        row: The row.
    """

    view: int
    row: ListRow

    def holds(self, offset: int) -> bool:
        """Return whether the row itself has the offset, and not only its section."""
        return self.row.span is not None and self.row.span.start <= offset < self.row.span.end


def row_at(views: Sequence[View], document: Document, offset: int) -> Located | None:
    """Return the smallest row that holds an offset of a file; where none does, the first one of its section."""
    best: tuple[int, Located] | None = None
    for at, view in enumerate(views):
        if view.key == "problems":
            continue
        raw = view.raw(None)
        for row in view.rows_near(document, offset):
            span = row.span
            if (
                span
                and row.document is document
                and span.start <= offset < max(span.end, span.start + 1)
                and (best is None or span.end - span.start < best[0])
            ):
                best = (span.end - span.start, Located(at, row))
        within = raw and raw.document is document and raw.span.start <= offset < raw.span.end
        if best is None and within and (rows := view.rows()):
            best = (len(document.page.text), Located(at, rows[0]))
    return best[1] if best else None
