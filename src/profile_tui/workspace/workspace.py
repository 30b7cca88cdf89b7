"""A page with the includes and stores around it: one numbering, one history, saved all or none."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from profile_tui.content.change import edit
from profile_tui.content.change.edit import ProvenEdit
from profile_tui.content.entries.entry import Entry, Values
from profile_tui.content.kinds import kinds
from profile_tui.markup.conflict import check_merged
from profile_tui.site.repository.includes import includes
from profile_tui.site.repository.locate import Place
from profile_tui.text.errors import AppError, Refused, Unreadable
from profile_tui.workspace.document import Document
from profile_tui.workspace.document_cache import DocumentCache
from profile_tui.workspace.refs import EntryRef, Part, StoreRef
from profile_tui.workspace.saving import save_all
from profile_tui.workspace.self_author import Owner
from profile_tui.workspace.undo_log import UndoLog

if TYPE_CHECKING:
    from profile_tui.site.problems import Problem
    from profile_tui.site.records.store import Change, Store
    from profile_tui.workspace.owner_fields import Profile

__all__ = ["EntryRef", "Part", "StoreRef", "Workspace"]

_DEPTH = 3
"""How deep includes within includes are followed."""


class Workspace:
    """The open files of one page and of the site around it.

    Attributes:
        place: The page and the site around it.
        documents: The page, then its includes as they were first met, then what was changed in other files.
        page: The page itself.
        shelf: The files beside the page that were read.
        owner: Who of the authors the user is.
    """

    def __init__(self, place: Place, beside: Workspace | None = None) -> None:
        """Opens a page; its includes and the stores are opened when its sections are first asked for.

        Args:
            place: The page and the site around it.
            beside: The workspace of another page of that site, with which it shares all files and the one history.

        Raises:
            Unreadable: The page cannot be read.
        """
        self.place = place
        self._beside = beside
        self.owner: Owner = beside.owner if beside else Owner(place.site)
        self.documents: list[Document] = beside.documents if beside else []
        self.shelf: DocumentCache = beside.shelf if beside else DocumentCache(place.root, self.documents, self._heard)
        self._steps: UndoLog = beside._steps if beside else UndoLog()
        if beside:
            self.shelf.freshen(place.page)
        self.page = beside.file(place.page) if beside else self._open(place, "text")

    def _open(self, place: Place, kind: str, *, html: bool = False) -> Document:
        """Opens a file; its steps from now on count among those of all.

        Raises:
            Unreadable: It cannot be read.
        """
        document = Document.open(place.page, name=place.name, kind=kind, html=html)
        self.documents.append(self._heard(document))
        return document

    def _heard(self, document: Document) -> Document:
        """A document whose steps count among those of all."""
        document.listener = partial(self._noted, document)
        return document

    def _noted(self, document: Document) -> None:
        """Notes that a file made a step."""
        if document not in self.documents:
            self.documents.append(document)
        self._steps.note(document)

    @property
    def parts(self) -> list[Part]:
        """The sections of the page, those of each include behind the section that takes it in."""
        return list(self._parts(self.page, self.place, _DEPTH))

    @property
    def all_parts(self) -> list[Part | StoreRef]:
        """The sections of the page and its includes, then the stores of the site."""
        return [*self.parts, *self.store_parts]

    @property
    def store_parts(self) -> list[StoreRef]:
        """The stores, as sections; their entries are read when asked for."""
        order = {name: what.order for name, what in kinds().items()}
        found = sorted(self.stores, key=lambda store: order[store.kind])
        return [StoreRef(store) for store in found]

    @cached_property
    def stores(self) -> list[Store]:
        """The places of the site outside pages where entries live; none for a page that stands alone."""
        if self.place.site is None:
            return []
        if self._beside:
            return self._beside.stores
        from profile_tui.site.stores import stores

        return stores(self.place.site, lambda path: self.shelf.document(path).page.source)

    @cached_property
    def profile(self) -> Profile:
        """What the site says of its owner."""
        from profile_tui.workspace.owner_fields import Profile

        return Profile(self.place, lambda path: self.shelf.document(path, new=not os.path.lexists(path)))

    @property
    def store_problems(self) -> list[Problem]:
        """What in the stores cannot be read, or is not shown by the site."""
        return [problem for part in self.store_parts for problem in part.problems]

    def file(self, path: Path) -> Document:
        """The document of any file of the site, be it there or not.

        Raises:
            Unreadable: It cannot be read.
        """
        return self.shelf.open(path) or self.stored(path) or self.shelf.document(path, new=self.shelf.is_new(path))

    def stored(self, path: Path) -> Document | None:
        """The document of a file of a store, be it there or not, or of the profile; None of another file.

        Raises:
            Unreadable: It cannot be read.
        """
        from profile_tui.site.records.year_list import lists_years

        if self.place.site is not None and lists_years(self.place.site, path):
            return self.shelf.document(path)
        for store in self.stores:
            if store.path == path or store.path in path.parents:
                new = self.shelf.is_new(path)
                document = self.shelf.document(path, new=new)
                document.own_file = store.store == "collection"
                if new:
                    store.created(path)
                return document
        return self.profile.document(path) if self.profile.holds(path) else None

    def planned(self, change: Change) -> tuple[Document, ProvenEdit]:
        """The file of a store's change, and what the change would make of it; nothing is done.

        The document of a file that is yet to be created is none of the workspace's.

        Raises:
            Refused: The file holds an unresolved merge conflict.
        """
        new = change.own_file and self.shelf.is_new(change.path)
        document = Document(change.path, change.name, b"", own_file=True) if new else self.shelf.document(change.path)
        check_merged(document.page.source)
        page = document.page.spliced(change.splices) if change.splices else document.page
        return document, ProvenEdit(document.page, page, change.splices, change.label)

    def _parts(self, document: Document, place: Place, depth: int) -> Iterator[Part]:
        """The sections of a file and of what it includes."""
        found = list(includes(document.page, place)) if depth else []
        for section in document.page.sections:
            yield Part(document, section, place.store)
            for include in found:
                if section.span.start <= include.offset < section.span.end:
                    there = replace(place, page=include.path, name=include.name)
                    inner = self._opened(there, include.kind, html=document.page.html)
                    if inner is not None and inner is not document:
                        yield from self._parts(inner, there, depth - 1)

    def _opened(self, place: Place, kind: str, *, html: bool) -> Document | None:
        """The document of an include; None where it cannot be read, which `check` of that file tells."""
        known = next((document for document in self.documents if document.path == place.page), None)
        if known is None:
            try:
                return self._open(place, kind, html=html)
            except AppError:
                return None
        return known

    def entries(self, kind: str) -> list[EntryRef]:
        """The entries of a kind: in page order through all files, then those of the stores as the site sorts them."""
        found = self.on_pages(kind)
        for part in self.store_parts:
            if part.kind == kind:
                for record in part.listing.records:
                    found.append(
                        EntryRef(self.shelf.document(record.path), record.entry, len(found) + 1, part.holder, record)
                    )
        return found

    def on_pages(self, kind: str) -> list[EntryRef]:
        """The entries of a kind in the page and its includes."""
        own = [part for part in self.parts if part.section.kind == kind]
        found = [(part.document, entry) for part in own for entry in part.section.entries]
        return [EntryRef(document, entry, number) for number, (document, entry) in enumerate(found, 1)]

    def held(self, kind: str, number: int) -> EntryRef:
        """The entry with that number. The stores are not read for one of the page.

        Raises:
            UsageError: There is none.
        """
        before = 0
        for part in self.parts:
            if part.kind != kind:
                continue
            entries = part.section.entries
            if before < number <= before + len(entries):
                return EntryRef(part.document, entries[number - before - 1], number)
            before += len(entries)
        found = self.entries(kind)
        if not 1 <= number <= len(found):
            raise edit.missing(kind, number, len(found))
        return found[number - 1]

    def add(self, kind: str, values: Values, *, section: str | None = None, bibtex: str = "") -> ProvenEdit:
        """Adds an entry to the file or store where its kind lives; see `edit.add`.

        Args:
            kind: Its kind.
            values: Its fields.
            section: Words of the heading that it goes under, or of a store's name.
            bibtex: The BibTeX entry that the fields were taken from, which a bibliography keeps.
        """
        store = self.store_for(kind, section)
        if store is not None:
            return self.perform_change(store, store.name, lambda: store.add(values, bibtex=bibtex), added=True)
        document = self.home(kind, section)
        if "authors" in values:
            values = self.owner.marked(values, self.publications())
        return self._perform(document, lambda: edit.add(document.page, kind, values, section=section))

    def publications(self) -> list[Entry]:
        """The publications of the page and its includes, which tell who the owner is."""
        return [held.entry for held in self.on_pages("publications")]

    def store_for(self, kind: str, heading: str | None) -> Store | None:
        """The store that an addition goes to; None for the page.

        A page that was named keeps what it has a list of. In a repository, the longer list is the one that is kept up;
        what came with the template does not count.
        """
        own = [part for part in self.parts if part.section.kind == kind]
        wanted = (heading or "").strip().casefold()
        if heading is not None and any(wanted in part.section.label.casefold() for part in own):
            return None
        count = sum(len(part.section.entries) for part in own)
        if heading is None and count and not self.place.whole:
            return None
        found = [store for store in self.stores if store.kind == kind]
        if heading is not None:
            return next((store for store in found if wanted in store.label.casefold()), None)
        if count and all(store.count() <= count for store in found):
            return None
        real = [store for store in found if store.count() and not store.sample]
        if count and (not real or real[0].count() <= count):
            return None
        return next(iter([*real, *found]), None)

    def home(self, kind: str, heading: str | None) -> Document:
        """The file that an addition goes to: the first with entries, else with a section of the kind, else the page."""
        own = [part for part in self.parts if part.section.kind == kind]
        if heading is not None:
            wanted = heading.strip().casefold()
            own = [part for part in own if wanted in part.section.label.casefold()] or own
        filled = [part for part in own if part.section.entries]
        return next((part.document for part in filled or own), self.page)

    def change(self, kind: str, number: int, values: Values) -> ProvenEdit:
        """Sets some fields of an entry; see `edit.change`."""
        held = self.held(kind, number)
        if held.holder is not None and held.record is not None:
            holder, record = held.holder, held.record
            return self.perform_change(holder, record.name, lambda: holder.change(record, values))
        if "authors" in values:
            values = self.owner.marked(values, self.publications())
        return self._perform(held.document, lambda: edit.change(held.document.page, kind, held.entry.number, values))

    def remove(self, kind: str, number: int) -> ProvenEdit:
        """Takes an entry away; see `edit.remove`."""
        held = self.held(kind, number)
        if held.holder is not None and held.record is not None:
            holder, record = held.holder, held.record
            return self.perform_change(holder, record.name, lambda: holder.remove(record))
        return self._perform(held.document, lambda: edit.remove(held.document.page, kind, held.entry.number))

    def move(self, kind: str, number: int, to: int) -> ProvenEdit:
        """Makes an entry number `to`; see `edit.move`.

        Raises:
            Refused: The two live in different files, or the site sorts them itself.
        """
        held, other = self.held(kind, number), self.held(kind, to)
        if held.holder is not None and held.record is not None and held.holder is other.holder:
            holder, record = held.holder, held.record
            first = number - next(one.number for one in self.entries(kind) if one.holder is holder)
            return self.perform_change(holder, record.name, lambda: holder.move(record, first + to - number))
        if held.document is not other.document:
            raise Refused(f"{kinds()[kind].one} {number} lives in {held.document.name}, {to} in {other.document.name}")
        document = held.document
        return self._perform(document, lambda: edit.move(document.page, kind, held.entry.number, other.entry.number))

    def _perform(self, document: Document, change: Callable[[], ProvenEdit]) -> ProvenEdit:
        """Makes a change of one file, as the newest step of all."""
        try:
            edited = change()
            if edited.splices:
                document.perform(edited)
        except AppError as error:
            error.path = error.path or document.name
            raise
        return edited

    def perform_change(self, store: Store, name: str, make: Callable[[], Change], *, added: bool = False) -> ProvenEdit:
        """Makes a change of a store, as the newest step of all.

        Args:
            store: The store.
            name: The file or folder that a refusal is about.
            make: Gives the change.
            added: Whether it adds an entry, whose number is then told, unless much would have to be read for that.
        """
        try:
            if store.path.is_file():
                check_merged(self.shelf.document(store.path).page.source)
            change = make()
            document = self.shelf.document(change.path, new=change.own_file and added)
            check_merged(document.page.source)
        except (Refused, Unreadable) as error:
            error.path = error.path or name
            raise
        document.own_file = change.own_file
        if added and change.own_file:
            store.created(change.path)
        kind = store.kind
        if not change.splices:
            return ProvenEdit(document.page, document.page, (), change.label)
        told = added and all(one.at_hand for one in self.stores if one.kind == kind)
        before = self._shown(kind) if told else {}
        with self._steps.as_one():
            edited = document.perform_splices(change.splices, change.label)
            for more in change.also:
                self.shelf.document(more.path).perform_splices(more.splices, more.label)
        new = [number for shown, number in self._shown(kind).items() if shown not in before] if told else []
        return replace(edited, number=next(iter(new), None))

    def _shown(self, kind: str) -> dict[tuple[str, str], int]:
        """The numbers of the entries of a kind by their files and their source."""
        found = self.entries(kind)
        return {(held.document.name, held.entry.span.of(held.document.page.text)): held.number for held in found}

    @property
    def can_undo(self) -> bool:
        """Whether there is an action to take back."""
        return self._steps.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether an action was taken back that can be done again."""
        return self._steps.can_redo

    def undo(self) -> str | None:
        """Takes the last action back, in whichever file it was, and gives its label; None where there is none."""
        return self._steps.undo()

    def redo(self) -> str | None:
        """Does the action last undone again, and gives its label; None where there is none."""
        return self._steps.redo()

    @property
    def dirty(self) -> bool:
        """Whether a save would change a file."""
        return any(document.dirty for document in self.documents)

    @property
    def steps(self) -> list[str]:
        """The labels of what waits to be saved, file by file."""
        return [step for document in self.documents for step in document.steps]

    def diff(self) -> str:
        """What a save would change, file by file, as a unified diff."""
        return "".join(document.diff() for document in self.documents if document.dirty)

    def save(self) -> None:
        """Writes all files that changed, or none: where one cannot be written, those before it are put back.

        Raises:
            Refused: A file changed on disk, is read-only, or is reached by a link out of the repository.
            AppError: The system could not write one.
        """
        save_all(self.documents, self.place.root)
