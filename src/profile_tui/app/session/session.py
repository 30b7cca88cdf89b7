"""What the screens share: the open files, the site around them, and what was typed but not kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from profile_tui.app.session.kept_forms import KeptForms
from profile_tui.app.session.line_changes import LineChanges
from profile_tui.app.session.pending import Pending
from profile_tui.content.entries.entry import Entry
from profile_tui.content.page.page import Page
from profile_tui.site.repository.listing import RECORDS
from profile_tui.text.catalogue import _
from profile_tui.text.dataclass import dataclass, field
from profile_tui.text.errors import AppError
from profile_tui.text.span import Span
from profile_tui.workspace.documents.document import Document
from profile_tui.workspace.workspace import EntryRef, SectionRef, Workspace

if TYPE_CHECKING:
    from profile_tui.app.session.store_reader import StoreReader
    from profile_tui.content.change.edit import ProvenEdit
    from profile_tui.site.problem import Problem
    from profile_tui.site.records.store import Store
    from profile_tui.site.repository.locate import Target
    from profile_tui.workspace.drafts.merge import Conflict
    from profile_tui.workspace.drafts.store import Draft, Drafts


@dataclass
class Session:
    """One page that is being edited, with what it includes; or one other file of its repository.

    Attributes:
        workspace: The open files.
        today: The day that `today` means.
        forms: What was typed into forms that were left, by file.
        problems: What is wrong with the page; None until it was looked for.
        beyond: What is wrong with the other files of the site, as the disk had them when they were looked at.
        fixed: What was fixed in other files since, with the file and what it held before.
        branch: The branch and its state, as the header shows it; empty where there is none.
        started: Whether the first frame is out; the stores are looked for only then.
        store_reader: What reads the stores, from then on.
        summaries: Entries on one line, by the identity of the entry.
        home: The session of the page that one came from; None for that page itself.
        notes: What the user should know of an earlier run that was interrupted.
        changes: Which lines differ from the disk.
        pending: How much that is, in words.
        conflicts: What both the user and another program made of files, as they were last read again.
    """

    workspace: Workspace
    today: Callable[[], date] = date.today
    forms: dict[Path, KeptForms] = field(default_factory=dict)
    problems: list[Problem] | None = None
    beyond: list[Problem] = field(default_factory=list)
    fixed: dict[Problem, tuple[Document, bytes]] = field(default_factory=dict)
    branch: str = ""
    started: bool = False
    store_reader: StoreReader | None = None
    summaries: dict[int, tuple[Entry, str]] = field(default_factory=dict)
    home: Session | None = None
    notes: list[str] = field(default_factory=list)
    changes: LineChanges = field(default_factory=LineChanges)
    pending: Pending = field(default_factory=Pending)
    conflicts: list[tuple[Document, list[bytes | Conflict]]] = field(default_factory=list)
    _seen: dict[Path, object] = field(default_factory=dict)
    _stored_cache: dict[str, tuple[list[Page], list[EntryRef]]] = field(default_factory=dict)
    _problem_cache: tuple[list[Page], list[Problem]] | None = None
    _section_cache: tuple[list[Page], list[SectionRef]] = field(default_factory=lambda: ([], []))

    def beside(self, target: Target) -> Session:
        """Return the session of another file of the repository: one history, one save.

        Raises:
            Unreadable: The file cannot be read.
        """
        home = self.home or self
        workspace = Workspace(target, home.workspace)
        return Session(
            workspace, home.today, home.forms, branch=home.branch, started=True, home=home, pending=home.pending
        )

    @property
    def documents(self) -> list[Document]:
        """The open files: those of the workspace, and the one that is shown."""
        known = self.workspace.documents
        return known if self.document in known else [*known, self.document]

    @property
    def kept_forms(self) -> KeptForms:
        """What was typed into forms of this file that were left."""
        return self.forms.setdefault(self.document.path, KeptForms())

    @cached_property
    def drafts(self) -> Drafts:
        """The drafts of this editor, and those that earlier ones left."""
        from profile_tui.workspace.drafts.store import Drafts

        return self.home.drafts if self.home else Drafts()

    @property
    def gone(self) -> bool:
        """Whether the file was created here and that was undone."""
        return self.document.own_file and not self.document.data

    @property
    def target(self) -> Target:
        """The page and what surrounds it."""
        return self.workspace.target

    @property
    def document(self) -> Document:
        """The page's own file."""
        return self.workspace.page

    @property
    def page(self) -> Page:
        """The page as it is now."""
        return self.document.page

    @property
    def sections(self) -> list[SectionRef]:
        """The sections of the page, those of its includes among them."""
        pages = [document.page for document in self.documents]
        if not self._section_cache[0] or not all(map(_same, pages, self._section_cache[0])):
            sections = self.workspace.sections
            self._section_cache = ([document.page for document in self.documents], sections)
        return self._section_cache[1]

    def stores(self, kind: str = "") -> list[Store]:
        """Return the stores of a kind, or of all.

        There are none before the first frame is out, which must not wait for them, and none for a file beside the page.
        """
        if not self.started or self.home:
            return []
        return [ref.holder for ref in self.workspace.store_refs if kind in ("", ref.kind)]

    def stores_of(self, document: Document) -> list[Store]:
        """Return the stores that a file belongs to, of which one data file may hold several; none for a page."""
        return [store for store in self.stores() if _holds(store, document)]

    def listed(self) -> dict[Document, list[EntryRef]]:
        """Return the entries of stores by the files of several that hold them; none as long as these are not read."""
        by_file: dict[Document, list[EntryRef]] = {}
        stores = [store for store in self.stores() if store.path.suffix.lower() in RECORDS] if self.read else []
        for kind in {store.kind for store in stores}:
            for ref in self.stored(kind):
                if ref.holder in stores:
                    by_file.setdefault(ref.document, []).append(ref)
        return by_file

    def changed_stores(self) -> Iterator[Store]:
        """Yield the stores that differ from the disk; of several in one file, those whose lines do."""
        for document in self.workspace.documents:
            owners = self.stores_of(document) if document.dirty else []
            if len(owners) < 2:
                yield from owners
                continue
            starts = [*document.page.source.line_starts, len(document.page.text)]
            listed = [(store, store.lines) for store in owners if store.count()]
            spans = [(store, Span(starts[lines[0] - 1], starts[lines[1]])) for store, lines in listed if lines]
            differing = [store for store, span in spans if self.changes.differs_or_lost(document, span)]
            yield from differing or (store for store in owners if not store.count())

    def is_text(self, document: Document) -> bool:
        """Return whether a file holds text that a reader sees, and no records."""
        stores = self.stores_of(document)
        if not stores:
            return document.path.suffix.lower() not in RECORDS
        return stores[0].store == "collection"

    def stored(self, kind: str) -> list[EntryRef]:
        """Return the entries of a kind that live in stores; none as long as many files are still being read."""
        stores = self.stores(kind)
        if not stores or self.progress(kind):
            return []
        pages = self._pages(kind, stores)
        known = self._stored_cache.get(kind)
        if known is None or len(known[0]) != len(pages) or not all(map(_same, known[0], pages)):
            refs = [ref for ref in self.workspace.entries(kind) if ref.record is not None]
            # reading may have opened includes
            known = self._stored_cache[kind] = (self._pages(kind, stores), refs)
        return known[1]

    def progress(self, kind: str) -> str:
        """Return how far the stores of a kind are read; empty where they are. Those asked for last are read first."""
        waiting = [store for store in self.stores(kind) if not store.at_hand]
        if not waiting or self.store_reader is None:
            return ""
        self.store_reader.first_kind = kind
        done = sum(self.store_reader.done.get(store, 0) for store in waiting)
        return _("reading {done:,} of {sum:,}…").format(done=done, sum=sum(store.count() for store in waiting))

    @property
    def read(self) -> bool:
        """Whether all stores were read."""
        return self.store_reader is not None and self.store_reader.finished

    @property
    def store_problems(self) -> list[Problem]:
        """What is wrong in the stores; none before all are read, so that they come at once and in their order."""
        if not self.read:
            return []
        pages = [document.page for document in self.workspace.documents]
        if (
            self._problem_cache is None
            or len(self._problem_cache[0]) != len(pages)
            or not all(map(_same, self._problem_cache[0], pages))
        ):
            self._problem_cache = (pages, self.workspace.store_problems)
        return self._problem_cache[1]

    def broken(self, kind: str) -> list[tuple[Problem, Document | None]]:
        """Return what in the stores of a kind cannot be read as an entry, with the file where that can be opened."""
        problems: list[tuple[Problem, Document | None]] = []
        for ref in self.workspace.store_refs if self.stores(kind) and not self.progress(kind) else ():
            for problem in ref.problems if ref.kind == kind else ():
                if problem.severity == "error" and problem.code != "bad-date":
                    problems.append((problem, self.opened(problem.path)))
        return problems

    def opened(self, name: str) -> Document | None:
        """Return the document of a store's file, by its path in the repository; None where it cannot be opened."""
        try:
            return self.workspace.stored(self.target.root / name) if self.target.root else None
        except AppError:
            return None

    def _pages(self, kind: str, stores: list[Store]) -> list[Page]:
        """Return what the numbers and the content of a kind's stored entries depend on."""
        return [
            document.page
            for document in self.workspace.documents
            if not (owners := self.stores_of(document)) or any(store in stores for store in owners)
        ]

    def stored_count(self, kind: str) -> int:
        """Return how many entries live in stores; before they were read, how many they are likely to be."""
        if kind in self._stored_cache and not self.progress(kind):
            return len(self.stored(kind))
        return sum(store.count() for store in self.stores(kind))

    def number(self, document: Document, kind: str, number: int | None) -> int | None:
        """Return the number through all files of the entry that one file numbers so."""
        before = 0
        for ref in self.sections:
            if ref.section.kind != kind:
                continue
            if ref.document is document and any(entry.number == number for entry in ref.section.entries):
                first = ref.section.entries[0].number
                return before + number - first + 1 if number is not None else None
            before += len(ref.section.entries)
        return None

    def perform(self, document: Document, edited: ProvenEdit) -> ProvenEdit:
        """Take a change of a file over, as a step that can be undone.

        Raises:
            Refused: It was made from another state of the file.
        """
        if edited.splices:
            document.perform(edited)
        return edited

    @property
    def lacks_header(self) -> bool:
        """Whether Jekyll would not render the page; an include needs no front matter."""
        if self.page.front_matter is not None or self.target.store == "include":
            return False
        return self.target.site is None or not self.target.site.has_other_generator

    def is_fixed(self, problem: Problem) -> bool:
        """Return whether a problem of another file was fixed since that was looked at, and not undone."""
        document, before = self.fixed.get(problem, (None, b""))
        return document is not None and document.data != before

    def find_beyond(self, stopped: Callable[[], bool]) -> list[Problem]:
        """Return what is wrong with the other files of the site, as the disk has them; see `survey`."""
        from profile_tui.site.survey import survey

        return survey(self.target, self.stores(), stopped=stopped)

    def find_problems(self, page: Page, stopped: Callable[[], bool]) -> list[Problem]:
        """Return what is wrong with a page and the site around it; see `page_problems`."""
        from profile_tui.site.page_problems import problems

        return problems(page, self.target, stopped)

    def keep_draft(self) -> str:
        """Keep what is unsaved outside the repository; return why that could not be done, or nothing."""
        complaints = [self.drafts.keep(document) for document in self.documents]
        complaints += [self.drafts.keep_forms(path, forms.as_data()) for path, forms in self.forms.items()]
        return next(filter(None, complaints), "")

    def open_drafts(self) -> bool:
        """Begin to keep drafts; return whether another editor has the page or its site open."""
        return self.drafts.open([self.document.path, *([self.target.root] if self.target.root else [])])

    def left_drafts(self) -> tuple[list[tuple[Document, Draft]], list[str]]:
        """Return what earlier runs left unsaved, file by file, and complaints about what cannot be offered."""
        left: list[tuple[Document, Draft]] = []
        drafts, notes = self.drafts.left()
        for draft in drafts:
            try:
                document = self._drafted(draft)
            except AppError as error:
                notes.append(_("There is a draft for a file that cannot be opened: {error}").format(error=error))
                continue
            if document is not None:
                left.append((document, draft))
        return left, notes

    def _drafted(self, draft: Draft) -> Document | None:
        """Return the document of a file that there is a draft of; None where it is none of this site's.

        Raises:
            AppError: It cannot be opened.
        """
        if draft.moved_to(self.document) and self.workspace.cache.open(draft.path) is None:
            return self.document
        return self.workspace.of_site(draft.path)

    def changed_on_disk(self) -> bool:
        """Return whether another program changed one of the files since they were read or saved."""
        return any(document.changed_on_disk() for document in self.documents)

    def touched(self) -> bool:
        """Return whether an open file may be another one than when this was last asked; cheap."""
        before = self._seen
        self._seen = {document.path: document.on_disk() for document in self.documents}
        return any(before.get(path, seen) != seen for path, seen in self._seen.items())

    def outdated(self) -> list[Path]:
        """Return the files of stores that another program changed, created or removed since they were read."""
        from profile_tui.workspace.outside_changes import outdated

        return outdated(self.workspace) if self.read else []

    def name_of(self, path: Path) -> str:
        """Return a file as the user knows it."""
        return path.relative_to(self.target.root).as_posix() if self.target.root else str(path)

    def forget(self, paths: Sequence[Path]) -> None:
        """Have files of stores read again when they are next shown."""
        from profile_tui.workspace.outside_changes import forget

        forget(self.workspace, paths)
        self._stored_cache.clear()
        self._problem_cache = None

    def deleted(self) -> list[str]:
        """Return the open files that another program deleted or renamed."""
        return [document.name for document in self.documents if document.is_deleted]

    def take_disk(self) -> bool:
        """Reload the files that changed on disk, under unsaved changes; undo goes on around what others changed.

        Files that are gone are written anew by the next save.

        Returns:
            Whether that was possible; where both changed the same lines, theirs are shown, and redo puts yours there.

        Raises:
            AppError: One cannot be read any more; it is as it was.
        """
        on_top = True
        self.conflicts = []
        for document in self.documents:
            if document.is_deleted:
                document.write_anew()
            if not document.changed_on_disk() or self.workspace.read_again(document):
                continue
            base, mine = document.saved, document.data
            self.conflicts.append((document, self.workspace.take_theirs(document)))
            self.drafts.set_aside(document, base, mine)  # as long as the program runs, redo brings them back
            on_top = False
        return on_top


def _holds(store: Store, document: Document) -> bool:
    """Return whether a file is a store's, or lies in its folder."""
    return store.path == document.path or store.path in document.path.parents


def _same(first: object, second: object) -> bool:
    """Return whether two are the very same; pages are compared by content otherwise, which takes long."""
    return first is second
