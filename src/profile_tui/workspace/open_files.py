"""The open files of a page and its site: sections and entries through all of them, one history, saved all or none."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from profile_tui.content.entries.entry import Entry
from profile_tui.content.kinds import kinds
from profile_tui.content.page.page import Page
from profile_tui.site.repository.includes import includes
from profile_tui.site.repository.locate import Target
from profile_tui.text.catalogue import _
from profile_tui.text.dataclass import replace
from profile_tui.text.errors import AppError
from profile_tui.workspace.documents.document import Document
from profile_tui.workspace.documents.document_cache import DocumentCache
from profile_tui.workspace.documents.undo_log import UndoLog
from profile_tui.workspace.refs import EntryNumber, EntryRef, SectionRef, StoreRef
from profile_tui.workspace.saving import save_noted
from profile_tui.workspace.self_author import Owner
from profile_tui.workspace.undoing import Past

if TYPE_CHECKING:
    from profile_tui.site.problem import Problem
    from profile_tui.site.records.store import Store
    from profile_tui.workspace.disk.files import FileChange
    from profile_tui.workspace.drafts.merge import Conflict
    from profile_tui.workspace.owner_fields import Profile

_DEPTH = 3
"""How deep includes within includes are followed."""


class OpenFiles:
    """The open files of one page and of the site around it.

    Attributes:
        target: The page and the site around it.
        documents: The page, then its includes as they were first met, then what was changed in other files.
        page: The page itself.
        cache: The files beside the page that were read.
        owner: Who of the authors the user is.
        past: What was done in earlier saves.
    """

    def __init__(self, target: Target, beside: OpenFiles | None = None) -> None:
        """Opens a page; its includes and the stores are opened when its sections are first asked for.

        Args:
            target: The page and the site around it.
            beside: The workspace of another page of that site, with which it shares all files and the one history.

        Raises:
            Unreadable: The page cannot be read.
        """
        self.target = target
        self._beside = beside
        self.owner: Owner = beside.owner if beside else Owner(target.site)
        self.documents: list[Document] = beside.documents if beside else []
        self.cache: DocumentCache = beside.cache if beside else self._cache(target)
        self._steps: UndoLog = beside._steps if beside else UndoLog()
        self.past: Past = beside.past if beside else Past(target.root or target.page, self._steps, self.of_site)
        if beside:
            self.cache.freshen(target.page)
        self.page = beside.file(target.page) if beside else self._open(target, "text", target.language)

    def _cache(self, target: Target) -> DocumentCache:
        """The files beside the page, of which none was read."""
        return DocumentCache(target.root, self.documents, self._heard, target.language)

    def _open(self, target: Target, kind: str, language: str, *, html: bool = False) -> Document:
        """Opens a file; its steps from now on count among those of all.

        Raises:
            Unreadable: It cannot be read.
        """
        document = Document.open(target.page, name=target.name, kind=kind, html=html, language=language)
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
    def sections(self) -> list[SectionRef]:
        """The sections of the page, those of each include after the section that takes it in."""
        return list(self._sections(self.page, self.target, _DEPTH))

    @property
    def all_sections(self) -> list[SectionRef | StoreRef]:
        """The sections of the page and its includes, then the stores of the site."""
        return [*self.sections, *self.store_refs]

    @property
    def store_refs(self) -> list[StoreRef]:
        """The stores, as sections; their entries are read when asked for."""
        order = {name: what.order for name, what in kinds().items()}
        stores = sorted(self.stores, key=lambda store: order[store.kind])
        return [StoreRef(store) for store in stores if not self._is_listed(store)]

    def _is_listed(self, store: Store) -> bool:
        """Whether a store is the page that is open, and all its entries are in the page's sections."""
        if store.store != "page" or store.path != self.target.page:
            return False
        own = {entry.span for section in self.page.page.of_kind(store.kind) for entry in section.entries}
        return bool(own) and all(record.entry.span in own for record in store.listing().records)

    @cached_property
    def stores(self) -> list[Store]:
        """The places of the site outside pages where entries live; none for a page that stands alone."""
        if self.target.site is None:
            return []
        if self._beside:
            return self._beside.stores
        from profile_tui.site.stores import stores

        return stores(self.target.site, lambda path: self.cache.document(path).page.source)

    @cached_property
    def profile(self) -> Profile:
        """What the site says of its owner."""
        from profile_tui.workspace.owner_fields import Profile

        return Profile(self.target, lambda path: self.cache.document(path, new=not os.path.lexists(path)))

    @property
    def store_problems(self) -> list[Problem]:
        """What in the stores cannot be read, or is not shown by the site."""
        return [problem for ref in self.store_refs for problem in ref.problems]

    def file(self, path: Path) -> Document:
        """The document of any file of the site, be it there or not.

        Raises:
            Unreadable: It cannot be read.
        """
        return self.cache.open(path) or self.stored(path) or self.cache.document(path, new=self.cache.is_new(path))

    def of_site(self, real: Path) -> Document | None:
        """Return the document of a file whose path has its links followed; None of one that is none of the site's.

        Raises:
            Unreadable: It cannot be read.
        """
        if (known := self.cache.open(real)) is not None or self.target.root is None:
            return known
        root = Path(os.path.realpath(self.target.root))
        return self.file(self.target.root / real.relative_to(root)) if root in real.parents else None

    def stored(self, path: Path) -> Document | None:
        """The document of a file of a store, be it there or not, or of the profile; None of another file.

        Raises:
            Unreadable: It cannot be read.
        """
        from profile_tui.site.records.year_list import lists_years

        if self.target.site is not None and lists_years(self.target.site, path):
            return self.cache.document(path)
        for store in self.stores:
            if store.path == path or store.path in path.parents:
                new = self.cache.is_new(path)
                document = self.cache.document(path, new=new)
                document.own_file = store.store == "collection"
                if new:
                    store.created(path)
                return document
        return self.profile.document(path) if self.profile.holds(path) else None

    def _sections(self, document: Document, target: Target, depth: int) -> Iterator[SectionRef]:
        """The sections of a file and of what it includes."""
        included = list(includes(document.page, target)) if depth else []
        store = target.store if target is self.target else "include"
        for section in document.page.sections:
            yield SectionRef(document, section, store)
            for include in included:
                if section.span.start <= include.offset < section.span.end:
                    there = replace(target, page=include.path, name=include.name)
                    inner = self._opened(there, include.kind, document.page)
                    if inner is not None and inner is not document:
                        yield from self._sections(inner, there, depth - 1)

    def _opened(self, target: Target, kind: str, around: Page) -> Document | None:
        """The document of an include; None where it cannot be read, which `check` of that file tells."""
        known = next((document for document in self.documents if document.path == target.page), None)
        if known is None:
            try:
                return self._open(target, kind, around.language, html=around.html and not _is_made_html(target, around))
            except AppError:
                return None
        return known

    def entries(self, kind: str) -> list[EntryRef]:
        """The entries of a kind: in page order through all files, then those of the stores as the site sorts them."""
        refs = self.on_pages(kind)
        for ref in self.store_refs:
            if ref.kind == kind:
                for record in ref.listing.records:
                    refs.append(
                        EntryRef(self.cache.document(record.path), record.entry, len(refs) + 1, ref.holder, record)
                    )
        return refs

    def on_pages(self, kind: str) -> list[EntryRef]:
        """The entries of a kind in the page and its includes."""
        own = [ref for ref in self.sections if ref.section.kind == kind]
        entries = [(ref.document, entry) for ref in own for entry in ref.section.entries]
        return [EntryRef(document, entry, number) for number, (document, entry) in enumerate(entries, 1)]

    def held(self, kind: str, number: int) -> EntryRef:
        """The entry with that number. The stores are not read for one of the page.

        Raises:
            UsageError: There is none.
        """
        before = 0
        for ref in self.sections:
            if ref.kind != kind:
                continue
            entries = ref.section.entries
            if before < number <= before + len(entries):
                return EntryRef(ref.document, entries[number - before - 1], number)
            before += len(entries)
        refs = self.entries(kind)
        if not 1 <= number <= len(refs):
            from profile_tui.content.change.edit import missing

            raise missing(kind, number, len(refs))
        return refs[number - 1]

    def publications(self) -> list[Entry]:
        """The publications of the page and its includes, which tell who the owner is."""
        return [held.entry for held in self.on_pages("publications")]

    @property
    def can_undo(self) -> bool:
        """Whether there is an action to take back, of this run or of an earlier one."""
        return self._steps.can_undo or self.past.may_have_more

    @property
    def can_redo(self) -> bool:
        """Whether an action was taken back that can be done again."""
        return self._steps.can_redo

    @property
    def moved_back(self) -> EntryNumber | None:
        """The entry that the last undo moved, by its number since; None where it moved none."""
        action = self._steps.latest_undone
        return EntryNumber(action.moved.kind, action.moved.before) if action and action.moved else None

    @property
    def moved_again(self) -> EntryNumber | None:
        """The entry that the last redo moved, by its number since; None where it moved none."""
        action = self._steps.latest
        return EntryNumber(action.moved.kind, action.moved.after) if action and action.moved else None

    def undo(self) -> str | None:
        """Take the last action back, in whichever file it was, and give its label; None where there is none.

        Raises:
            Refused: It was saved by an earlier run, and the same lines were changed since.
            AppError: A file cannot be read.
        """
        if not self._steps.can_undo:
            self.documents += [document for document in self.past.recall() if document not in self.documents]
        return self._steps.undo()

    def redo(self) -> str | None:
        """Does the action last undone again, and gives its label; None where there is none."""
        return self._steps.redo()

    def read_again(self, document: Document) -> bool:
        """Take over what another program made of a file, under what waits; undo and redo go on around it.

        Returns:
            Whether that was possible; nothing is changed where what waits is in the same lines.

        Raises:
            Unreadable: It cannot be read any more.
        """
        steps = document.rebase()
        if steps is not None:
            self._steps.rebased(document, steps)
        return steps is not None

    def take_theirs(self, document: Document) -> list[bytes | Conflict]:
        """Show a file as another program made it; redo puts the user's lines where both changed the same.

        Returns:
            What both made of it, in pieces, for the user to choose.

        Raises:
            Unreadable: It cannot be read any more.
        """
        from profile_tui.workspace.drafts.merge import Conflict, both, chosen

        base, mine = document.saved, document.data
        label = document.steps[0] if len(document.steps) == 1 else _("Your changes")
        disk = document.take_disk()
        pieces = both(base, mine, disk)
        if not any(isinstance(piece, Conflict) for piece in pieces):
            pieces = [Conflict(mine, disk)]  # they only meet, in a line without an end
        self._steps.collapse()
        document.replace(chosen(pieces), label)
        self._steps.undo()
        return pieces

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

    def save(self, also: Iterable[FileChange] = ()) -> None:
        """Write all files that changed, or none.

        Args:
            also: What is to be done, or not, together with them to files outside of the site.

        Raises:
            Refused: A file changed on disk, is read-only, or is reached by a link out of the repository.
            AppError: The system could not write one.
        """
        save_noted(self.documents, self.target.root, self.past, also)


def _is_made_html(target: Target, around: Page) -> bool:
    """Whether a file of Markdown is taken in by a page of HTML that sends text through `markdownify`."""
    return target.page.suffix in (".md", ".markdown") and "| markdownify" in around.text
