"""What is found by words: rows of all views."""

from __future__ import annotations

from collections.abc import Awaitable, Sequence
from functools import cached_property

from profile_tui.app.session.session import Session
from profile_tui.app.views.base import Raw, View, ViewHost
from profile_tui.app.views.whole_site import Hit, in_views
from profile_tui.app.widgets.rows import ListRow
from profile_tui.app.widgets.terminal_text import folded
from profile_tui.text.catalogue import _
from profile_tui.workspace.refs import EntryNumber


class FoundView(View):
    """The rows that hold all words, those of the view that one was at first. Each is edited as in its own view.

    Attributes:
        words: The words.
    """

    def __init__(self, session: Session, views: Sequence[View], here: View, words: str) -> None:
        """Make the view of what all views hold, beginning with `here`."""
        super().__init__(session)
        self.words = words
        self._here = here
        self._views = [here, *(view for view in views if view is not here)]

    @property
    def key(self) -> str:
        """There is one such view."""
        return "found"

    @property
    def title(self) -> str:
        """How many were found, among how many."""
        return _("Found {hits:,} of {count:,}").format(hits=self._hits, count=len(self._all))

    @property
    def reading(self) -> str:
        """How far the stores are read."""
        return self.session.progress("")

    @property
    def empty(self) -> str:
        """That nothing was found."""
        return _("No match for “{words}”. esc shows all again.").format(words=self.words)

    @cached_property
    def _all(self) -> list[tuple[str, View, ListRow]]:
        """All rows, with their views and the text that they are found by."""
        return [(folded(text), view, row) for view, (text, row) in in_views(self._views)]

    def rows(self) -> Sequence[ListRow]:
        """Return what holds all words, below the names of the sections where there are several."""
        wanted = folded(self.words).split()
        hits = [(view, row) for text, view, row in self._all if all(word in text for word in wanted)]
        self._hits = len(hits)
        several = len({id(view) for view, _unused in hits}) > 1
        rows: list[ListRow] = []
        last: View | None = None
        for view, row in hits:
            if several and view is not last and not view.is_text:
                rows.append(ListRow(view.title, role="heading"))
            rows.append(row)
            last = view
        return rows

    def origin(self, row: ListRow) -> tuple[View, ListRow]:
        """Return the view that a row is of, and the row as it is there."""
        if not isinstance(row.key, Hit):
            raise ValueError("no row that was found")
        name, key = row.key
        return next(view for view in self._views if view.key == name), row._replace(key=key)

    def _of(self, row: ListRow | None) -> tuple[View, ListRow | None]:
        """Return the same; without a row, the view that one was at."""
        return (self._here, None) if row is None else self.origin(row)

    def entry_of(self, row: ListRow) -> EntryNumber | None:
        """Return the entry that a row shows."""
        view, own = self.origin(row)
        return view.entry_of(own)

    def notes(self, row: ListRow) -> Sequence[str]:
        """Return what is above a row's lines."""
        view, own = self.origin(row)
        return view.notes(own)

    def raw(self, row: ListRow | None) -> Raw | None:
        """Return what is edited as text."""
        view, own = self._of(row)
        return view.raw(own)

    def disabled_reason(self, action: str, row: ListRow | None) -> str | None:
        """Return what the row's own view says of it."""
        view, own = self._of(row)
        return view.disabled_reason(action, own)

    def add(self, screen: ViewHost, row: ListRow | None) -> Awaitable[object] | None:
        """Add to the row's own view."""
        view, own = self._of(row)
        return view.add(screen, own)

    def edit(self, screen: ViewHost, row: ListRow) -> Awaitable[object] | None:
        """Edit the row."""
        view, own = self.origin(row)
        return view.edit(screen, own)

    def remove(self, screen: ViewHost, row: ListRow) -> None:
        """Remove the row."""
        view, own = self.origin(row)
        view.remove(screen, own)
