"""A page with the includes and stores around it, and the one way in which its entries are changed.

A change is proposed first: worked out on the file or store where the entry lives, and proven. The editor shows what a
proposal would write; performing it makes it the newest step of all. The command line does both at once.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, TypeVar

from profile_tui.content.entries.entry import Values
from profile_tui.content.kinds import kinds
from profile_tui.markup.conflict import check_merged
from profile_tui.markup.inline import plain
from profile_tui.text.catalogue import _
from profile_tui.text.dataclass import dataclass, replace
from profile_tui.text.errors import AppError, Refused
from profile_tui.workspace.documents.document import Document
from profile_tui.workspace.documents.undo_log import Action, Moved
from profile_tui.workspace.open_files import OpenFiles
from profile_tui.workspace.refs import NO_KEYS, EntryRef, Keys, SectionRef, StoreRef

if TYPE_CHECKING:
    from profile_tui.content.change.edit import ProvenEdit
    from profile_tui.site.records.store import Change, Record, Store
    from profile_tui.workspace.destination import Destination

__all__ = ["EntryRef", "Proposal", "SectionRef", "StoreRef", "Workspace"]

_T = TypeVar("_T")
_LONGEST = 60
"""Characters of an entry that a step's label says at most."""


@dataclass(frozen=True)
class Proposal:
    """A change of an entry that was worked out and proven; nothing is done yet.

    Attributes:
        document: The file that it is about. That of a file yet to be created is none of the workspace's.
        edited: What it makes of the file.
        store: The store that keeps the entry; None for an entry of a page.
        change: The store's change; None for an entry of a page.
        added: Whether an entry comes.
    """

    document: Document
    edited: ProvenEdit
    store: Store | None = None
    change: Change | None = None
    added: bool = False


class Workspace(OpenFiles):
    """The open files of one page and of the site around it, and the changes of their entries."""

    def destination(
        self, kind: str, heading: str | None = None, values: Values | None = None, bibtex: str = ""
    ) -> Destination:
        """Return where a new entry goes; see `destination.find`."""
        from profile_tui.workspace import destination

        return destination.find(self, kind, heading, values, bibtex)

    def propose_add(
        self,
        kind: str,
        values: Values,
        where: Destination | None = None,
        *,
        bibtex: str = "",
        after: Sequence[Proposal] = (),
        keys: Keys = NO_KEYS,
    ) -> Proposal:
        """Propose a new entry; see `edit.add`.

        Args:
            kind: Its kind.
            values: Its fields.
            where: Where it goes; the kind's own place where left out.
            bibtex: The BibTeX entry that the fields were taken from, which a bibliography keeps.
            after: What is to be performed before it.
            keys: Keys of its store with what was typed for them; see `Store.with_extras`.

        Raises:
            AppError: It cannot be added without touching something else.
        """
        from profile_tui.content.change import edit
        from profile_tui.workspace import destination

        where = where or self.destination(kind, None, values, bibtex)
        if where.refusal:
            raise Refused(where.refusal)
        if where.store is not None:
            complete = self._with_self(values) if where.store.store == "page" else values
            given = {name: value for name, value in complete.items() if value not in (None, "", ())}
            store = destination.sibling(self.stores, where.store, given)
            proposed = self._proposed(
                store, store.name, lambda: _with_keys(store, store.add(given, bibtex=bibtex), None, keys), added=True
            )
            return _named(proposed, values)
        _check_no_keys(keys, where.document)
        document, complete = where.document, self._with_self(values)
        site = self.target.site if document is self.page else None
        _about(document, lambda: destination.check_page(document, kind, site))
        page = next((entry.edited.page for entry in reversed(after) if entry.document is document), document.page)
        with_section = _about(document, lambda: edit.add(page, kind, complete, section=where.section))
        return _named(Proposal(document, with_section, added=True), values)

    def propose_change(self, ref: EntryRef, values: Values, keys: Keys = NO_KEYS) -> Proposal:
        """Propose other values for some fields of an entry, and some keys of its store; see `edit.change`.

        Raises:
            AppError: They cannot be set without touching something else.
        """
        from profile_tui.content.change import edit

        if (store := ref.holder) is not None and (record := ref.record) is not None:

            def change() -> Change:
                return _with_keys(store, store.change(record, values), record, keys)

            proposed = _about_entry(ref, lambda: self._proposed(store, record.name, change))
        else:
            _check_no_keys(keys, ref.document)
            complete = self._with_self(values)
            proposed = _on_page(ref, lambda: edit.change(ref.document.page, ref.entry.kind, ref.entry.number, complete))
        return _named(proposed, ref.entry.values)

    def propose_remove(self, ref: EntryRef) -> Proposal:
        """Propose to take an entry away; see `edit.remove`.

        Raises:
            AppError: It cannot be removed without touching something else.
        """
        from profile_tui.content.change import edit

        if (store := ref.holder) is not None and (record := ref.record) is not None:
            proposed = _about_entry(ref, lambda: self._proposed(store, record.name, lambda: store.remove(record)))
        else:
            proposed = _on_page(ref, lambda: edit.remove(ref.document.page, ref.entry.kind, ref.entry.number))
        return _named(proposed, ref.entry.values)

    def propose_move(self, ref: EntryRef, to: EntryRef) -> Proposal:
        """Propose to put an entry where another one is; see `edit.move`.

        Raises:
            Refused: The two live in different files, or the site sorts them itself.
        """
        from profile_tui.content.change import edit

        kind = ref.entry.kind
        if (store := ref.holder) is not None and (record := ref.record) is not None and store is to.holder:
            first = ref.number - next(other.number for other in self.entries(kind) if other.holder is store)
            index = first + to.number - ref.number
            return _named(self._proposed(store, record.name, lambda: store.move(record, index)), ref.entry.values)
        if ref.document is not to.document or ref.holder is not to.holder:
            raise Refused(
                _("{one} {number} lives in {name}, {to_number} in {document_name}").format(
                    one=kinds()[kind].one,
                    number=ref.number,
                    name=ref.holder.label if ref.holder else ref.document.name,
                    to_number=to.number,
                    document_name=to.holder.label if to.holder else to.document.name,
                )
            )
        moved = _on_page(ref, lambda: edit.move(ref.document.page, kind, ref.entry.number, to.entry.number))
        return _named(moved, ref.entry.values)

    def add(self, kind: str, values: Values, *, section: str | None = None, bibtex: str = "") -> ProvenEdit:
        """Add an entry to the file or store where its kind lives; see `propose_add`.

        Args:
            kind: Its kind.
            values: Its fields.
            section: Words of the heading that it goes under, or of a store's name.
            bibtex: The BibTeX entry that the fields were taken from.
        """
        return self.perform(
            self.propose_add(kind, values, self.destination(kind, section, values, bibtex), bibtex=bibtex)
        )

    def change(self, kind: str, number: int, values: Values) -> ProvenEdit:
        """Set some fields of an entry; see `propose_change`."""
        return self.perform(self.propose_change(self.held(kind, number), values))

    def remove(self, kind: str, number: int) -> ProvenEdit:
        """Take an entry away; see `propose_remove`."""
        return self.perform(self.propose_remove(self.held(kind, number)))

    def move(self, kind: str, number: int, to: int) -> ProvenEdit:
        """Make an entry number `to`; see `propose_move`."""
        ref = self.held(kind, number)
        document, lines = ref.document, ref.document.page.lines(ref.entry.span) if ref.record is None else None
        changed = document.changed_line_numbers()
        edited = self.perform(self.propose_move(ref, self.held(kind, to)))
        if lines is not None and (now := self.held(kind, to)).document is document:
            document.mark_moved(lines, changed, document.page.lines(now.entry.span))
        action = self._steps.latest
        if edited.splices and action is not None and action.moved is None:
            action.moved = Moved(kind, number, to)
        return edited

    def perform(self, proposal: Proposal) -> ProvenEdit:
        """Make a proposed change, as the newest step of all.

        Returns:
            The change; of an addition to a store with the number of the new entry, unless much would have to be read
            for that.

        Raises:
            Refused: The file changed since the change was proposed.
        """
        edited = proposal.edited
        if not edited.splices:
            return edited
        if proposal.store is not None and proposal.change is not None:
            return self._perform_in_store(proposal.store, proposal.change, added=proposal.added)
        _about(proposal.document, lambda: proposal.document.perform(edited))
        return edited

    def together(self, label: str = "") -> AbstractContextManager[Action]:
        """Return what makes one action of what is performed within: all or, where something is raised, nothing.

        Args:
            label: What it does, for the user; what its first step does where left out.
        """
        return self._steps.as_one(label=label)

    def tried(self, make: Callable[[], _T]) -> tuple[_T, str]:
        """Return what an action gives, and what it would change as a unified diff; nothing is done."""
        before = {document.path: document.data for document in self.documents}
        done = self._steps.latest
        with self.together():
            made = make()
        diffs = [
            document.diff_to(before.get(document.path, document.saved))
            for document in self.documents
            if document.data != before.get(document.path, document.saved)
        ]
        if self._steps.latest is not done:
            self._steps.drop_last()
        return made, "".join(diffs)

    def _proposed(self, store: Store, name: str, make: Callable[[], Change], *, added: bool = False) -> Proposal:
        """Return what a store's change would make of its file; a refusal names the file or folder it is about."""
        try:
            if os.path.isfile(store.path):
                check_merged(self.cache.document(store.path).page.source)
            change = make()
            new = change.own_file and self.cache.is_new(change.path)
            document = (
                Document(change.path, change.name, b"", own_file=True) if new else self.cache.document(change.path)
            )
            check_merged(document.page.source)
        except AppError as error:
            error.path = error.path or name
            raise
        from profile_tui.content.change.edit import ProvenEdit

        page = document.page.spliced(change.splices) if change.splices else document.page
        edited = ProvenEdit(document.page, page, change.splices, change.label, note=change.note)
        return Proposal(document, edited, store, change, added)

    def _perform_in_store(self, store: Store, change: Change, *, added: bool) -> ProvenEdit:
        """Make a change of a store and of what belongs to it in other files."""
        document = self.cache.document(change.path, new=change.own_file and added)
        document.own_file = change.own_file
        if added and change.own_file:
            store.created(change.path)
        kind = store.kind
        is_counted = added and all(each.at_hand for each in self.stores if each.kind == kind)
        before = self._shown(kind) if is_counted else {}
        with self._steps.as_one():
            edited = document.perform_splices(change.splices, change.label)
            for more in change.also:
                self.cache.document(more.path).perform_splices(more.splices, more.label)
        new = [number for shown, number in self._shown(kind).items() if shown not in before] if is_counted else []
        return replace(edited, number=next(iter(new), None), note=change.note)

    def _shown(self, kind: str) -> dict[tuple[str, str], int]:
        """The numbers of the entries of a kind by their files and their source."""
        refs = self.entries(kind)
        return {(held.document.name, held.entry.span.of(held.document.page.text)): held.number for held in refs}

    def _with_self(self, values: Values) -> Values:
        """Return the values, with the user told from the other authors."""
        return self.owner.marked(values, self.publications()) if "authors" in values else values


def _with_keys(store: Store, change: Change, record: Record | None, keys: Keys) -> Change:
    """Return a store's change with keys of the entry set, too."""
    return store.with_extras(change, record, keys) if keys else change


def _check_no_keys(keys: Keys, document: Document) -> None:
    """Raise Refused where keys are given for an entry of a page."""
    if keys:
        message = _("the entries of a page have no keys to set, such as {key}; only its fields can be set")
        raise Refused(message.format(key=next(iter(keys))), path=document.name)


def _on_page(ref: EntryRef, make: Callable[[], ProvenEdit]) -> Proposal:
    """Return the proposal that a change of a page's entry is."""
    return Proposal(ref.document, _about_entry(ref, make))


def _about_entry(ref: EntryRef, make: Callable[[], _T]) -> _T:
    """Do something of which a refusal is to name the file and the line of an entry."""
    try:
        return _about(ref.document, make)
    except AppError as error:
        if error.line is None and error.path == ref.document.name:
            error.line = ref.document.page.source.line_number(ref.entry.span.start)
        raise


def _named(proposal: Proposal, values: Values) -> Proposal:
    """Return a proposal whose step says which entry it is about."""
    words = next((words for name in ("title", "topic", "text") if isinstance(words := values.get(name), str)), "")
    name = " ".join(plain(words).split())
    if not name:
        return proposal
    short = name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1].rstrip()}…"
    label = f"{proposal.edited.label} “{short}”"
    change = proposal.change and replace(proposal.change, label=label)
    return replace(proposal, edited=replace(proposal.edited, label=label), change=change)


def _about(document: Document, make: Callable[[], _T]) -> _T:
    """Do something of which a refusal is to name the file."""
    try:
        return make()
    except AppError as error:
        error.path = error.path or document.name
        raise
