"""The entries of one kind."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Awaitable, Callable, Iterator, Sequence
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from profile_tui.app.session.session import Session
from profile_tui.app.views.base import ACTIONS, Raw, View, ViewHost
from profile_tui.app.views.lazy_rows import LazyRows, Part, between, heading, index_of
from profile_tui.app.views.row_notes import notes
from profile_tui.app.views.summary import LEFT, summary
from profile_tui.app.views.unfinished import ROLE, UnfinishedEntries
from profile_tui.app.views.within import first_stored, first_within
from profile_tui.app.widgets.rows import ListRow, state
from profile_tui.app.widgets.terminal_text import one_line
from profile_tui.content.entries.entry import Entry, text_in
from profile_tui.content.entries.kind import Kind
from profile_tui.content.kinds import kinds
from profile_tui.markup.liquid.template import scan
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused
from profile_tui.text.span import Span
from profile_tui.workspace.documents.document import Document
from profile_tui.workspace.refs import EntryNumber
from profile_tui.workspace.workspace import EntryRef, SectionRef

if TYPE_CHECKING:
    from profile_tui.site.problem import Problem
    from profile_tui.site.records.store import Store

_MANY = 300
"""From how many entries on rows are made only when they are asked for."""


class EntriesView(View):
    """News, publications, interests or another kind, with what is between them and could not be read."""

    remembers = True

    def __init__(self, session: Session, kind: str) -> None:
        """Make the entries of that kind."""
        super().__init__(session)
        self.kind: Kind = kinds()[kind]
        self._left = UnfinishedEntries(session, kind, ())

    @property
    def key(self) -> str:
        """The kind's name."""
        return self.kind.name

    @property
    def title(self) -> str:
        """The kind's title."""
        return self.kind.label

    @cached_property
    def sections(self) -> list[SectionRef]:
        """Its sections, with the files that they live in."""
        return [ref for ref in self.session.sections if ref.section.kind == self.kind.name]

    @property
    def forms(self) -> str:
        """The kind."""
        return f"{self.kind.name} of "

    @property
    def count(self) -> int:
        """How many entries the page and the stores have."""
        return self._on_page + self.session.stored_count(self.kind.name)

    @property
    def reading(self) -> str:
        """How far the stores are read."""
        return self.session.progress(self.kind.name)

    @property
    def _on_page(self) -> int:
        """How many entries the page has."""
        return sum(len(ref.section.entries) for ref in self.sections)

    @property
    def changed(self) -> bool:
        """Whether one of its sections or stores differs from the disk."""
        if any(self.session.changes.differs_or_lost(ref.document, ref.section.span) for ref in self.sections):
            return True
        return any(store.kind == self.kind.name for store in self.session.changed_stores())

    @property
    def empty(self) -> str:
        """The next key, and where the first entry goes; or that one has to wait."""
        unknown = "" if self.session.started or not self.session.target.site else "…"
        if reading := self.reading or unknown:
            return f"{reading[:1].upper()}{reading[1:]}"
        where = _("a heading will be created")
        if self.sections:
            where = _("it goes under `{label}`").format(label=one_line(self.sections[0].section.label))
        elif stores := self.session.stores(self.kind.name):
            where = _("it goes to `{label}`").format(label=one_line(stores[0].label))
        return _("No {title} yet. Press a to add the first; {where}.").format(
            title=self.kind.label.lower(), where=where
        )

    def rows(self) -> Sequence[ListRow]:
        """The entries in page order, then those of stores; a heading before each section where there are several.

        New entries whose forms were left unfinished come first.
        """
        self._left = UnfinishedEntries(self.session, self.kind.name, self.sections)
        return self._lazy_rows() if self.count > _MANY else self._all_rows()

    def _lazy_rows(self) -> LazyRows:
        """Return the same rows, of which each is made when it is asked for."""
        stored = self.session.stored(self.kind.name)
        left = self._left.rows()
        parts = [Part(len(left), left.__getitem__, lambda key: index_of(left, key))]
        number = 0
        for section in self.sections:
            part = self._part(section, number)
            number += len(section.section.entries)
            if (len(self.sections) > 1 or stored) and part.length:
                parts.append(heading(one_line(section.section.label) or _("(no heading)")))
            parts.append(part)
        for holder, group in groupby(stored, lambda ref: ref.holder):
            refs = list(group)
            if holder is not None:
                parts.append(heading(one_line(holder.label)))
            parts.append(self._stored_part(refs))
        broken = [self._broken(problem, document) for problem, document in self.session.broken(self.kind.name)]
        parts.append(Part(len(broken), broken.__getitem__, lambda key: index_of(broken, key)))
        return LazyRows(parts)

    def _part(self, ref: SectionRef, before: int) -> Part:
        """Return the rows of one section, unread lines at their place; its entries are numbered after `before`."""
        entries, waiting = ref.section.entries, self._waiting(ref)
        places = [bisect_left(entries, span.start, key=lambda entry: entry.span.start) for span in waiting]
        part = between(
            len(entries),
            places,
            lambda at: self._row(ref.document, entries[at], before + at + 1),
            lambda at: self._unread(ref.document, waiting[at]),
        )

        def find(key: object) -> int | None:
            if not isinstance(key, int):
                unread = [self._unread(ref.document, span) for span in waiting]
                at = index_of(unread, key)
                return None if at is None else places[at] + at
            at = key - before - 1
            return at + bisect_right(places, at) if 0 <= at < len(entries) else None

        return part._replace(find=find)

    def _stored_part(self, refs: list[EntryRef]) -> Part:
        """Return the rows of some entries of a store, which are numbered one after the other."""

        def find(key: object) -> int | None:
            at = key - refs[0].number if isinstance(key, int) else -1
            return at if 0 <= at < len(refs) else None

        return Part(len(refs), lambda at: self._row(refs[at].document, refs[at].entry, refs[at].number), find)

    def rows_within(self, document: Document, span: Span) -> Sequence[ListRow]:
        """Return the first rows that may have something of a range of a file."""
        rows = self.rows()
        if not isinstance(rows, LazyRows):
            return rows
        found: list[ListRow] = []
        number = 0
        for ref in self.sections:
            entries = ref.section.entries
            if ref.document is document:
                at = first_within(entries, span)
                found += [self._row(document, entries[at], number + at + 1)] if at is not None else []
                found += [self._unread(document, other) for other in self._waiting(ref)]
            number += len(entries)
        near = first_stored(self.session.stored(self.kind.name), document, span)
        return found if near is None else [*found, self._row(near.document, near.entry, near.number)]

    def finder(self) -> Callable[[Document, Span], object]:
        """Return what finds the number of an entry that was within a range."""
        sections, stored = self.sections, self.session.stored(self.kind.name)

        def find(document: Document, span: Span) -> object:
            number = 0
            for ref in sections:
                at = first_within(ref.section.entries, span) if ref.document is document else None
                if at is not None:
                    return number + at + 1
                number += len(ref.section.entries)
            near = first_stored(stored, document, span)
            return None if near is None else near.number

        return find

    def _waiting(self, ref: SectionRef) -> list[Span]:
        """Return the lines of a section that no entry covers."""
        page = ref.document.page
        starts = page.source.line_starts
        return [
            Span(starts[first - 1], starts[last] if last < len(starts) else len(page.text))
            for first, last in page.unread(ref.section)
        ]

    def _all_rows(self) -> Sequence[ListRow]:
        """Return the rows, all of them made."""
        rows: list[ListRow] = []
        stored = self.session.stored(self.kind.name)
        number = 0
        for section in self.sections:
            inner = list(self._rows(section, number))
            number += len(section.section.entries)
            if (len(self.sections) > 1 or stored) and inner:
                rows.append(ListRow(one_line(section.section.label) or _("(no heading)"), role="heading"))
            rows += inner
        for at, ref in enumerate(stored):
            if ref.holder is not None and (at == 0 or ref.holder is not stored[at - 1].holder):
                rows.append(ListRow(one_line(ref.holder.label), role="heading"))
            rows.append(self._row(ref.document, ref.entry, ref.number))
        for problem, document in self.session.broken(self.kind.name):
            rows.append(self._broken(problem, document))
        has_entries = any(row.role == "entry" for row in rows)
        return [*self._left.rows(), *(row for row in rows if has_entries or row.role == "unread")]

    def _rows(self, ref: SectionRef, before: int) -> Iterator[ListRow]:
        """Yield the rows of one section, unread lines at their place; its entries are numbered after `before`."""
        page, waiting = ref.document.page, self._waiting(ref)
        loop = None if ref.section.entries else next(scan(page.text, ref.section.body).tags("for"), None)
        if waiting and loop:
            # a list that the build makes of a store: none of its lines is of interest one by one
            whole = Span(waiting[0].start, waiting[-1].end)
            yield self._unread(ref.document, whole, _("template code: {of}").format(of=loop.span.of(page.text)))
            return
        for number, entry in enumerate(ref.section.entries, before + 1):
            while waiting and waiting[0].start < entry.span.start:
                yield self._unread(ref.document, waiting.pop(0))
            yield self._row(ref.document, entry, number)
        for span in waiting:
            yield self._unread(ref.document, span)

    def _row(self, document: Document, entry: Entry, number: int) -> ListRow:
        """Return an entry's row."""
        left = next((text for name in LEFT if (text := text_in(entry.values, name))), "")
        changed = self.session.changes.differs(document, entry.span)
        right = state(changed, self._left.holds(entry, document.page.text), bool(entry.unsure))
        text = self._summary(entry, document)
        return ListRow(text, one_line(left), right, "entry", changed, entry.span, document, number)

    def notes(self, row: ListRow) -> Sequence[str]:
        """Return that its form was left unfinished, and that fields of it are guesses."""
        return notes(row, self.kind, self.session)

    def _summary(self, entry: Entry, document: Document) -> str:
        """Return an entry on one line; of thousands, only those that are new are looked at again."""
        known = self.session.summaries.get(id(entry))
        if known is None or known[0] is not entry:
            known = self.session.summaries[id(entry)] = (entry, summary(entry, document.page.text))
        return known[1]

    def _unread(self, document: Document, span: Span, label: str = "") -> ListRow:
        """Return a row for lines that no entry covers."""
        page = document.page
        changed = self.session.changes.differs(document, span)
        label = one_line(label or _("other text: {of}").format(of=span.of(page.text)))
        key = ("unread", document.name, page.lines(span))
        return ListRow(label, "", "●" if changed else "", "unread", changed, span, document, key)

    def _broken(self, problem: Problem, document: Document | None) -> ListRow:
        """Return a row for what in a store isn't an entry that can be read; it can be edited as text."""
        label = one_line(_("not recognised: {path}: {message}").format(path=problem.path, message=problem.message))
        span = Span(0, len(document.page.text)) if document else None
        changed = document is not None and document.dirty
        key = ("unread", problem.path, problem.line)
        return ListRow(label, "", "●" if changed else "", "unread", changed, span, document, key)

    def entry_of(self, row: ListRow) -> EntryNumber | None:
        """Return the entry that a row shows."""
        return EntryNumber(self.kind.name, row.key) if isinstance(row.key, int) else None

    def stored_ref(self, row: ListRow | None) -> EntryRef | None:
        """Return the entry of a store that a row shows; None where it shows another thing."""
        if row is None or not isinstance(row.key, int) or row.key <= self._on_page:
            return None
        return next((ref for ref in self.session.stored(self.kind.name) if ref.number == row.key), None)

    def section_of(self, row: ListRow | None) -> SectionRef | None:
        """Return the section that a row is in; the first one with entries without."""
        if row is not None and row.span is not None:
            for ref in self.sections:
                if ref.document is row.document and ref.section.span.covers(row.span):
                    return ref
        return next((ref for ref in self.sections if ref.section.entries), self.sections[0] if self.sections else None)

    def raw(self, row: ListRow | None) -> Raw | None:
        """Return the section that the row is in; in a store, the entry alone."""
        ref = self.stored_ref(row)
        if ref is not None:
            return Raw(ref.document, ref.entry.span, one_line(ref.document.name), ref.document.path.suffix)
        if row is not None and row.document and row.span and self.session.stores_of(row.document):
            return Raw(row.document, row.span, one_line(row.document.name), row.document.path.suffix)
        section = self.section_of(row)
        if section is None:
            return None
        at = row.span.start if row is not None and row.span is not None else 0
        return Raw(section.document, section.section.span, one_line(section.section.label) or self.title, at=at)

    def disabled_reason(self, action: str, row: ListRow | None) -> str | None:
        """Return that lines that aren't an entry can only be edited as text."""
        store = self._readonly(action, row)
        if store is not None:
            return _("{label}: {message}.").format(label=store.label, message=store.readonly)
        if action == "add":
            return None
        if row is None:
            return _("There is no {one} to {action}.").format(one=self.kind.one, action=ACTIONS.get(action, action))
        if row.role == ROLE and action != "edit":
            return _("This is not in the list yet; press enter to go on with it.")
        if row.role == "unread" and action != "edit":
            return _("These lines are not recognised as a {one}; press e to edit the section's text.").format(
                one=self.kind.one
            )
        return None

    def _readonly(self, action: str, row: ListRow | None) -> Store | None:
        """Return the store that an action would change, though it is only read; None where it can be done."""
        stores = self.session.stores(self.kind.name)
        if not stores or not stores[0].readonly:  # a site has none, or only such
            return None
        if action == "add":
            return self.session.workspace.destination(self.kind.name).store
        ref = self.stored_ref(row)
        return ref.holder if ref is not None else None

    def add(self, screen: ViewHost, row: ListRow | None) -> Awaitable[object] | None:
        """Open an empty form; the entry goes to the section or the store that the row is in."""
        stores = self.session.stores(self.kind.name)
        owners = self.session.stores_of(row.document) if row is not None and row.document is not None else []
        from profile_tui.app.forms.stored import new

        if holder := next((store for store in owners if store in stores), None):
            return screen.open_form(new(self.session, self.kind, store=holder))
        several = len(self.sections) + len(stores) > 1
        on_page = row is not None and row.role in ("entry", "unread")
        section = self.section_of(row) if several and (on_page or not stores) else None
        if section is not None and stores and _is_made(section, self.kind):
            section = None  # what a loop shows lives in a store
        return screen.open_form(new(self.session, self.kind, section))

    def edit(self, screen: ViewHost, row: ListRow) -> Awaitable[object] | None:
        """Open the entry's form; unread lines open as text."""
        if row.role == "unread":
            return screen.edit_raw()
        if row.role == ROLE and isinstance(row.key, tuple):
            from profile_tui.app.forms.stored import reopened

            return screen.open_form(reopened(self.session, self.kind, self.sections, *row.key[1:]))
        if not isinstance(row.key, int):
            return None
        from profile_tui.app.forms.stored import opened

        ref = self.stored_ref(row) or self.session.workspace.held(self.kind.name, row.key)
        form = opened(self.session, self.kind, ref)
        form.offer_copies()
        return screen.open_form(form)

    def remove(self, screen: ViewHost, row: ListRow) -> None:
        """Take the entry away; `u` brings it back."""
        if isinstance(row.key, int):
            number = row.key
            if any(field.type == "authors" for field in self.kind.fields):
                screen.remove_paper(number)
            else:
                screen.attempt(lambda: self.session.workspace.remove(self.kind.name, number), number)

    def move(self, screen: ViewHost, row: ListRow, by: int) -> None:
        """Move the entry by one place."""
        if not isinstance(row.key, int):
            return
        number, to = row.key, row.key + by
        if number == self._on_page < to and self.reading:
            screen.say(_("The next entries are still being read; try again in a moment."))
            return
        if not 1 <= to <= self.count:
            screen.say(_("This is already the first.") if by < 0 else _("This is already the last."))
            return
        screen.attempt(lambda: self.session.workspace.move(self.kind.name, number, to), to)


def _is_made(ref: SectionRef, kind: Kind) -> bool:
    """Return whether Liquid makes the list of a section, so that nothing can be added there."""
    from profile_tui.content.change.placement import check_not_made

    try:
        check_not_made(ref.document.page, ref.section, kind.one)
    except Refused:
        return not ref.section.entries
    return False
