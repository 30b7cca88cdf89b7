"""The entries of one kind."""

from __future__ import annotations

from collections.abc import Awaitable, Iterator, Sequence
from typing import TYPE_CHECKING

from profile_tui.app.rows import Row
from profile_tui.app.session import Session
from profile_tui.app.shown import one_line
from profile_tui.app.views.base import View
from profile_tui.markup.inline import plain
from profile_tui.profile.entry import Author, Entry, Value
from profile_tui.profile.kind import Kind
from profile_tui.profile.kinds import kinds
from profile_tui.profile.outline import Section
from profile_tui.text.span import Span

if TYPE_CHECKING:
    from profile_tui.app.screens.main import MainScreen

_LEFT = ("date", "year", "period")
"""Fields that stand in the left column."""


class EntriesView(View):
    """News, publications, interests or another kind, with what stands between them and could not be read."""

    def __init__(self, session: Session, kind: str) -> None:
        """The entries of that kind."""
        super().__init__(session)
        self.kind: Kind = kinds()[kind]

    @property
    def key(self) -> str:
        """The kind's name."""
        return self.kind.name

    @property
    def title(self) -> str:
        """The kind's title."""
        return self.kind.title

    @property
    def count(self) -> int:
        """How many entries the page has."""
        return len(self.session.page.entries(self.kind.name))

    @property
    def changed(self) -> bool:
        """Whether one of its sections differs from the disk."""
        return any(self.session.differs_or_lost(section.span) for section in self.session.page.of_kind(self.kind.name))

    @property
    def empty(self) -> str:
        """The next key, and where the first entry goes."""
        sections = self.session.page.of_kind(self.kind.name)
        where = f"it goes under `{one_line(sections[0].label)}`" if sections else "it gets a heading of its own"
        return f"No {self.kind.title.lower()} yet. Press a to add the first; {where}."

    def rows(self) -> Sequence[Row]:
        """The entries in page order; a heading before each section where there are several."""
        sections = self.session.page.of_kind(self.kind.name)
        found: list[Row] = []
        for section in sections:
            inner = list(self._rows(section))
            if len(sections) > 1 and inner:
                found.append(Row(one_line(section.label) or "(no heading)", role="heading"))
            found += inner
        return found if any(row.role == "entry" for row in found) else [row for row in found if row.role == "unread"]

    def _rows(self, section: Section) -> Iterator[Row]:
        """The rows of one section, unread lines at their place."""
        page = self.session.page
        starts = page.source.line_starts
        waiting = [
            Span(starts[first - 1], starts[last] if last < len(starts) else len(page.text))
            for first, last in page.unread(section)
        ]
        for entry in section.entries:
            while waiting and waiting[0].start < entry.span.start:
                yield self._unread(waiting.pop(0))
            yield self._row(entry)
        for span in waiting:
            yield self._unread(span)

    def _row(self, entry: Entry) -> Row:
        """An entry's row."""
        left = next((str(entry.values[name]) for name in _LEFT if entry.values.get(name)), "")
        changed = self.session.differs(entry.span)
        return Row(summary(entry), one_line(left), "●" if changed else "", "entry", changed, entry.span, entry.number)

    def _unread(self, span: Span) -> Row:
        """A row for lines that no entry covers."""
        text = self.session.page.text
        changed = self.session.differs(span)
        said = f"not an entry: {one_line(span.of(text))}"
        return Row(said, "", "●" if changed else "", "unread", changed, span, ("unread", self.session.page.lines(span)))

    def section_of(self, row: Row | None) -> Section | None:
        """The section that a row stands in; the first one without."""
        sections = self.session.page.of_kind(self.kind.name)
        if row is not None and row.span is not None:
            for section in sections:
                if section.span.covers(row.span):
                    return section
        return next((section for section in sections if section.entries), sections[0] if sections else None)

    def raw(self, row: Row | None) -> tuple[Span, str] | None:
        """The section that the row stands in."""
        section = self.section_of(row)
        return (section.span, one_line(section.label) or self.title) if section else None

    def cannot(self, action: str, row: Row | None) -> str | None:
        """Lines that are no entry can only be edited as text."""
        if action == "add":
            return None
        if row is None:
            return f"There is no {self.kind.one} to {action}."
        if row.role == "unread" and action != "edit":
            return f"These lines were not read as a {self.kind.one}; press e to edit the section's text."
        return None

    def add(self, screen: MainScreen, row: Row | None) -> Awaitable[object] | None:
        """Opens an empty form; the entry goes to the section that the row stands in."""
        section = self.section_of(row) if len(self.session.page.of_kind(self.kind.name)) > 1 else None
        return screen.open_entry(self.kind, None, section.label if section else None)

    def edit(self, screen: MainScreen, row: Row) -> Awaitable[object] | None:
        """Opens the entry's form; unread lines open as text."""
        if row.role == "unread":
            return screen.edit_raw()
        return screen.open_entry(self.kind, row.key) if isinstance(row.key, int) else None

    def remove(self, screen: MainScreen, row: Row) -> None:
        """Takes the entry away; `u` brings it back."""
        from profile_tui.profile import edit

        if isinstance(row.key, int):
            number = row.key
            screen.attempt(lambda: edit.remove(self.session.page, self.kind.name, number))

    def move(self, screen: MainScreen, row: Row, by: int) -> None:
        """Moves the entry by one place."""
        from profile_tui.profile import edit

        if not isinstance(row.key, int):
            return
        number, to = row.key, row.key + by
        if not 1 <= to <= self.count:
            screen.say(f"It is the {'first' if by < 0 else 'last'} already.")
            return
        screen.attempt(lambda: edit.move(self.session.page, self.kind.name, number, to))


def summary(entry: Entry) -> str:
    """An entry on one line, without what the left column has."""
    parts = [_words(value) for name, value in entry.values.items() if name not in (*_LEFT, "links")]
    return "  ".join(part for part in parts if part)


def _words(value: Value) -> str:
    """A field as a reader sees it."""
    if isinstance(value, tuple):
        return ", ".join(one_line(part.name) for part in value if isinstance(part, Author))
    return one_line(plain(value) if isinstance(value, str) else str(value or ""))
