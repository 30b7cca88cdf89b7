"""Where in the panes a place of a file is found, and what a change changed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

from profile_tui.app.session.session import Session
from profile_tui.app.views import View
from profile_tui.app.views.lazy_rows import index_of
from profile_tui.app.views.within import overlap
from profile_tui.app.widgets.rows import ListRow
from profile_tui.text.named_tuple import NamedTuple
from profile_tui.text.source import Source
from profile_tui.text.span import Span, unlike
from profile_tui.workspace.documents.document import Document
from profile_tui.workspace.refs import EntryNumber


class Located(NamedTuple):
    """A row of one of the views.

    Attributes:
        view: The view's index.
        row: The row; None where the view has none any more.
    """

    view: int
    row: ListRow | None


def row_at(views: Sequence[View], document: Document, offset: int) -> Located | None:
    """Return the smallest row that holds an offset of a file; where none does, the nearest one of its section.

    What cannot be listed, as a front matter that is no YAML, has no rows, and is gone to all the same.
    """
    best: tuple[int, Located] | None = None
    without_rows: Located | None = None
    for at, view in enumerate(views):
        if view.key == "problems":
            continue
        raw = view.raw(None)
        for row in view.rows_within(document, Span(offset, offset + 1)):
            span = row.span
            if (
                span
                and row.document is document
                and span.start <= offset < max(span.end, span.start + 1)
                and (best is None or span.end - span.start < best[0])
            ):
                best = (span.end - span.start, Located(at, row))
        within = raw and raw.document is document and raw.span.start <= offset < raw.span.end
        if best is None and within:
            if nearest := _nearest(view.rows(), document, offset):
                best = (len(document.page.text), Located(at, nearest))
            else:
                without_rows = without_rows or Located(at, None)
    return best[1] if best else without_rows


def _nearest(rows: Sequence[ListRow], document: Document, offset: int) -> ListRow | None:
    """Return the row whose lines are nearest to an offset; the first one where that cannot be told."""
    own = [(row.span, row) for row in rows if row.span is not None and row.document is document]
    if not own:
        return next(iter(rows), None)
    return min(own, key=lambda pair: max(pair[0].start - offset, offset - pair[0].end + 1))[1]


class Before:
    """What the panes listed before a change; tells afterwards what that changed.

    Attributes:
        moved: The entry that the change moved, by its number since; None where it moved none.
    """

    moved: EntryNumber | None = None

    def __init__(self, session: Session, views: Sequence[View], visited: Collection[str]) -> None:
        """Remember what is listed now.

        Args:
            session: The open files.
            views: What the panes list; of texts nothing need be remembered.
            visited: The keys of the views that were shown: reading the profile would take a moment for nothing.
        """
        session.pending.note(session.listed())
        self._texts = {document: document.page.text for document in session.documents}
        known = [view for view in views if not view.is_text and (view.remembers or view.key in visited)]
        known.sort(key=_rank)
        self._finders: list[tuple[str, Callable[[Document, Span], object]]] = [
            (view.key, view.finder()) for view in known if view.key != "problems"
        ]

    def changed_row(self, session: Session, views: Sequence[View], here: str) -> Located | None:
        """Return what was changed since, or what is next to something that is gone.

        Args:
            session: The open files.
            views: What the panes list now.
            here: The key of the view that is shown, whose rows come first where several were changed.
        """
        places = list(self._places(session, views, here))
        return next((place for place in places if views[place.view].key == here), next(iter(places), None))

    def _places(self, session: Session, views: Sequence[View], here: str) -> Iterator[Located]:
        """Yield what was changed in each file."""
        order = sorted(range(len(views)), key=lambda at: (views[at].is_text, views[at].key != here, _rank(views[at])))
        for document in session.documents:
            new = document.page.text
            old = self._texts[document] if document in self._texts else Source(document.saved).text
            if old == new:
                continue
            start, old_end, new_end = unlike(old, new)
            place = _written(views, order, document, Span(start, new_end), self.moved)
            place = place or self._removed(views, here, document, Span(start, old_end))
            place = place or row_at(views, document, start) or row_at(views, document, start - 1)
            if place is not None:
                yield place

    def _removed(self, views: Sequence[View], here: str, document: Document, span: Span) -> Located | None:
        """Return what has taken the place of a row that had something of a range before."""
        for name, find in sorted(self._finders, key=lambda finder: finder[0] != here):
            key = find(document, span)
            at = next((at for at, view in enumerate(views) if view.key == name), None)
            if key is None or at is None:
                continue
            rows = views[at].rows()
            index = index_of(rows, key)
            if index is None and isinstance(key, int):
                index = index_of(rows, key - 1)
            if index is not None or not rows:
                return Located(at, None if index is None else rows[index])
        return None


def _written(
    views: Sequence[View], order: Sequence[int], document: Document, span: Span, moved: EntryNumber | None
) -> Located | None:
    """Return the first row that has something of a range, of the first view that has one; that moved first of all."""
    first: Located | None = None
    for at in order:
        if views[at].key == "problems" or (first is not None and (moved is None or views[at].key != moved.kind)):
            continue
        for row in views[at].rows_within(document, span):
            if row.document is document and row.span is not None and overlap(row.span, span):
                if moved is None or (views[at].key, row.key) == (moved.kind, moved.number):
                    return Located(at, row)
                first = first or Located(at, row)
    return first


def _rank(view: View) -> int:
    """Return how late a view comes where several show the same: lists of entries, lists of values, texts."""
    return 2 if view.is_text else 0 if view.remembers else 1
