"""The form of an entry that lives in a store: a collection, a data file or a bibliography."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from profile_tui.app.forms import values
from profile_tui.app.forms.base import FormHost, Texts
from profile_tui.app.forms.entry import EntryForm
from profile_tui.app.forms.placing import in_store
from profile_tui.app.forms.store_keys import StoreKeys
from profile_tui.app.session.session import Session
from profile_tui.content.change.edit import ProvenEdit
from profile_tui.content.entries.entry import Entry, Field, Values, text_in
from profile_tui.content.entries.kind import Kind
from profile_tui.text.catalogue import _
from profile_tui.text.dataclass import replace
from profile_tui.text.errors import Refused
from profile_tui.text.span import Span
from profile_tui.workspace.destination import Destination
from profile_tui.workspace.workspace import EntryRef, Proposal, SectionRef

if TYPE_CHECKING:
    from profile_tui.site.records.store import Store


def new(session: Session, kind: Kind, section: SectionRef | None = None, store: Store | None = None) -> EntryForm:
    """Return the form of a new entry, for a section, for a store, or for whichever of them the kind lives in."""
    form = _new(session, kind, section, store)
    form.offer_beside()
    return form


def _new(session: Session, kind: Kind, section: SectionRef | None, store: Store | None) -> EntryForm:
    """Return the form of a new entry alone."""
    if section is not None:
        return EntryForm(session, section.document, kind, None, section.section.label or None)
    where = Destination(session.document, store=store) if store else session.workspace.destination(kind.name)
    if where.store is not None:
        return StoredForm(session, where.store)
    form = EntryForm(session, where.document, kind, None)
    form.refusal = where.refusal
    return form


def reopened(session: Session, kind: Kind, sections: Sequence[SectionRef], key: str, title: str) -> EntryForm:
    """Return the form of a new entry that was left.

    Args:
        session: The session.
        kind: The kind of entry.
        sections: Where the page has such entries.
        key: What the form was kept under.
        title: What it was headed; that of an entry that is gone is no new entry's.
    """
    places = [_new(session, kind, None, None), *(_new(session, kind, section, None) for section in sections)]
    places += [_new(session, kind, None, store) for store in session.stores(kind.name)]
    same = [form for form in places if form.key == key]
    form = next((form for form in same if form.title == title), (same or places)[0])
    form.offer_beside()
    return form


def opened(session: Session, kind: Kind, ref: EntryRef) -> EntryForm:
    """Return the form of an entry, wherever that lives."""
    if ref.holder is not None:
        return StoredForm(session, ref.holder, ref)
    return EntryForm(session, ref.document, kind, ref.entry.number)


class StoredForm(EntryForm):
    """A new entry of a store, or one that it holds."""

    def __init__(self, session: Session, store: Store, ref: EntryRef | None = None) -> None:
        """Make a form.

        Args:
            session: The session.
            store: Where the entry lives, or goes to.
            ref: The entry; None for a new one.
        """
        number = None if ref is None else ref.number
        super().__init__(session, ref.document if ref else session.document, store.what, number)
        self.store = store
        self.ref = ref
        self.keys = StoreKeys(store, ref.record if ref else None)
        self.fields = (*self.fields, *self.keys.fields)

    @cached_property
    def entry(self) -> Entry | None:
        """The entry that is edited."""
        return self.ref.entry if self.ref else None

    @property
    def key(self) -> str:
        """The kind and the store."""
        return f"{self.kind.name} of {self.store.name}"

    def others(self) -> Sequence[str]:
        """Return the entries of the store."""
        stored = self.session.stored(self.kind.name)
        return [ref.entry.span.of(ref.document.page.text) for ref in stored if ref.holder is self.store]

    @property
    def title(self) -> str:
        """What is edited, or the store that the new one goes to."""
        if self.number is None:
            return _("New {one} · {label}").format(one=self.kind.one, label=self.store.label)
        return f"{self.kind.one[:1].upper()}{self.kind.one[1:]} {self.number}"

    @cached_property
    def _own(self) -> dict[str, str]:
        """The names that the store shows as its owner's."""
        return values.own_names([ref.entry for ref in self.session.stored(self.kind.name)])

    def initial(self) -> dict[str, str]:
        """Return the entry's values; in a new one, today."""
        return {**super().initial(), **self.keys.initial}

    def completions(self, name: str, typed: str) -> Sequence[str]:
        """Return what the site's entries of the kind have that begins so; of a key, what those of the store have."""
        return self.keys.completions(name, typed) or super().completions(name, typed)

    def _initial(self, field: Field) -> str:
        """Return what is in a field at first."""
        if field.type == "date":
            record = self.ref.record if self.ref else None
            written = self.store.written_date(record)
            if self.entry is not None:
                return values.date_of(written, text_in(self.entry.values, field.name))
            return values.today_like(written, self.session.today())
        if self.entry is not None:
            return values.as_text(field, self.entry.values.get(field.name))
        return super()._initial(field)

    def asks(self, texts: Texts) -> tuple[str, ...]:
        """Return none: a store is told of its owner by the site."""
        return ()

    def propose(self, typed: Values) -> Proposal:
        """Return what adding the entry, or changing what differs of it, would make of its file."""
        workspace, keys = self.session.workspace, self.keys.typed(self._texts)
        with self.keys.beside_fields():
            if self.ref is None:
                bibtex = self.pasted.source(typed) if self.pasted else ""
                proposal = workspace.propose_add(self.kind.name, typed, self.destination, bibtex=bibtex, keys=keys)
            else:
                proposal = workspace.propose_change(self.ref, typed, keys)
        self.document = proposal.document
        self._values = typed
        return proposal

    def order(self, edited: ProvenEdit) -> str:
        """Return between which dates a new entry is shown."""
        if self.ref is not None or not edited.splices:
            return ""
        stored = [ref for ref in self.session.stored(self.kind.name) if ref.holder is self.store]
        return in_store(stored, edited, self._values, self.by).told

    @property
    def fixed_place(self) -> str:
        """Why it cannot be put to another place: the site sorts what is in files of its own."""
        if self.ref is None and self.store.store == "collection":
            return _("The site sorts these by date: change the date.")
        return super().fixed_place

    def perform(self, edited: ProvenEdit) -> ProvenEdit:
        """Take what was proposed over, and put a new entry to the place that was chosen, as one step."""
        workspace = self.session.workspace
        if not self.by or self.ref is not None:
            return super().perform(edited)
        with workspace.together():
            made = super().perform(edited)
            if made.number is None:
                raise Refused(_("its place is known once all entries are read; try again in a moment"))
            first, *others = [ref.number for ref in workspace.entries(self.kind.name) if ref.holder is self.store]
            to = min(max(made.number + self.by, first), others[-1] if others else first)
            if to == made.number:
                return made
            return replace(workspace.move(self.kind.name, made.number, to), number=to)

    @property
    def entry_ref(self) -> EntryRef:
        """The entry that is edited, with its store."""
        assert self.ref is not None
        return self.ref

    @property
    def destination(self) -> Destination:
        """The store."""
        return Destination(self.session.document, store=self.store)

    def about(self, edited: ProvenEdit) -> Span | None:
        """Return the whole file where it is the entry's own; else the entry."""
        if self.proposal and self.proposal.change and self.proposal.change.own_file:
            return Span(0, len(edited.page.text))
        if self.entry is None:
            return None
        grown = len(edited.page.text) - len(edited.before.text)
        return Span(self.entry.span.start, self.entry.span.end + grown)

    def show(self, screen: FormHost, edited: ProvenEdit) -> bool:
        """Go to the entry; a change of its date may have given it another place."""
        number = edited.number
        if self.session.progress(self.kind.name):
            screen.show_kind(self.kind.name, None)
            screen.after_reading = partial(self.show, screen, edited)
            return True
        if number is None:
            near = [ref for ref in self.session.stored(self.kind.name) if ref.document.page is edited.page]
            at = min(splice.span.start for splice in edited.splices)
            within = [ref for ref in near if ref.entry.span.start <= at < ref.entry.span.end]
            number = next((ref.number for ref in within or near), self.number)
        if number is not None:
            screen.show_kind(self.kind.name, number)
        return number is not None
