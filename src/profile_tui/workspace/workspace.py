"""A page with the includes it is composed of: one numbering, one history, saved all or none."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from profile_tui.profile import edit
from profile_tui.profile.edit import Edited
from profile_tui.profile.entry import Author, Entry, Values
from profile_tui.profile.kinds import kinds
from profile_tui.profile.outline import Section
from profile_tui.profile.ownname import marked, own_names
from profile_tui.site.includes import includes
from profile_tui.site.repository import Place
from profile_tui.text.errors import ProfileError, Refused, UsageError
from profile_tui.workspace import files
from profile_tui.workspace.document import Document

_DEPTH = 3
"""How deep includes within includes are followed."""


@dataclass(frozen=True, slots=True)
class Part:
    """A section and the file that it lives in."""

    document: Document
    section: Section
    store: str
    """`page` or `include`."""


@dataclass(frozen=True, slots=True)
class Held:
    """An entry, the file that it lives in, and its number through the whole page."""

    document: Document
    entry: Entry
    number: int


class Workspace:
    """The open files of one page.

    Attributes:
        place: The page and the site around it.
        documents: The page, then its includes as they were first met.
        page: The page itself.
    """

    def __init__(self, place: Place) -> None:
        """Opens a page; its includes are opened when its sections are first asked for.

        Raises:
            Unreadable: The page cannot be read.
        """
        self.place = place
        self.documents: list[Document] = []
        self._done: list[Document] = []
        self._undone: list[Document] = []
        self.page = self._open(place, "text")

    def _open(self, place: Place, kind: str) -> Document:
        """Opens a file; its steps from now on count among those of all.

        Raises:
            Unreadable: It cannot be read.
        """
        document = Document.open(place.page, name=place.name, kind=kind)
        document.listener = partial(self._noted, document)
        self.documents.append(document)
        return document

    def _noted(self, document: Document) -> None:
        """Notes that a file made a step."""
        self._done.append(document)
        self._undone.clear()

    @property
    def parts(self) -> list[Part]:
        """The sections of the page, those of each include behind the section that takes it in."""
        return list(self._parts(self.page, self.place, _DEPTH))

    def _parts(self, document: Document, place: Place, depth: int) -> Iterator[Part]:
        """The sections of a file and of what it includes."""
        found = list(includes(document.page, place)) if depth else []
        for section in document.page.sections:
            yield Part(document, section, place.store)
            for include in found:
                if section.span.start <= include.offset < section.span.end:
                    there = replace(place, page=include.path, name=include.name)
                    inner = self._opened(there, include.kind)
                    if inner is not None and inner is not document:
                        yield from self._parts(inner, there, depth - 1)

    def _opened(self, place: Place, kind: str) -> Document | None:
        """The document of an include; None where it cannot be read, which `check` of that file tells."""
        known = next((document for document in self.documents if document.path == place.page), None)
        if known is None:
            try:
                return self._open(place, kind)
            except ProfileError:
                return None
        return known

    def entries(self, kind: str) -> list[Held]:
        """The entries of a kind, in page order through all files."""
        own = [part for part in self.parts if part.section.kind == kind]
        found = [(part.document, entry) for part in own for entry in part.section.entries]
        return [Held(document, entry, number) for number, (document, entry) in enumerate(found, 1)]

    def held(self, kind: str, number: int) -> Held:
        """The entry with that number.

        Raises:
            UsageError: There is none.
        """
        found = self.entries(kind)
        if not 1 <= number <= len(found):
            count = f"1 to {len(found)}" if found else "none"
            raise UsageError(f"there is no {kinds()[kind].one} {number}; the page has {count}")
        return found[number - 1]

    def add(self, kind: str, values: Values, *, section: str | None = None) -> Edited:
        """Adds an entry to the file where its kind lives; see `edit.add`."""
        document = self.home(kind, section)
        values = self._with_owner(values)
        return self._perform(document, lambda: edit.add(document.page, kind, values, section=section))

    def _with_owner(self, values: Values) -> Values:
        """The values, with the owner set off whom the configuration names, where the page tells none."""
        people = values.get("authors")
        site = self.place.site
        if (
            not isinstance(people, tuple)
            or site is None
            or own_names(held.entry for held in self.entries("publications"))
        ):
            return values
        return {**values, "authors": marked([one for one in people if isinstance(one, Author)], site.owners)}

    def home(self, kind: str, heading: str | None) -> Document:
        """The file that an addition goes to: the first with entries, else with a section of the kind, else the page."""
        own = [part for part in self.parts if part.section.kind == kind]
        if heading is not None:
            wanted = heading.strip().casefold()
            own = [part for part in own if wanted in part.section.label.casefold()] or own
        filled = [part for part in own if part.section.entries]
        return next((part.document for part in filled or own), self.page)

    def change(self, kind: str, number: int, values: Values) -> Edited:
        """Sets some fields of an entry; see `edit.change`."""
        held = self.held(kind, number)
        return self._perform(held.document, lambda: edit.change(held.document.page, kind, held.entry.number, values))

    def remove(self, kind: str, number: int) -> Edited:
        """Takes an entry away; see `edit.remove`."""
        held = self.held(kind, number)
        return self._perform(held.document, lambda: edit.remove(held.document.page, kind, held.entry.number))

    def move(self, kind: str, number: int, to: int) -> Edited:
        """Makes an entry number `to`; see `edit.move`.

        Raises:
            Refused: The two live in different files.
        """
        held, other = self.held(kind, number), self.held(kind, to)
        if held.document is not other.document:
            raise Refused(f"{kinds()[kind].one} {number} lives in {held.document.name}, {to} in {other.document.name}")
        document = held.document
        return self._perform(document, lambda: edit.move(document.page, kind, held.entry.number, other.entry.number))

    def _perform(self, document: Document, change: Callable[[], Edited]) -> Edited:
        """Makes a change of one file, as the newest step of all."""
        try:
            edited = change()
            if edited.splices:
                document.perform(edited)
        except ProfileError as error:
            error.path = error.path or document.name
            raise
        return edited

    def undo(self) -> str | None:
        """Takes the last action back, in whichever file it was, and gives its label; None where there is none."""
        if not self._done:
            return None
        self._undone.append(self._done.pop())
        return self._undone[-1].undo()

    def redo(self) -> str | None:
        """Does the action last undone again, and gives its label; None where there is none."""
        if not self._undone:
            return None
        self._done.append(self._undone.pop())
        return self._done[-1].redo()

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
            Refused: A file changed on disk, or is read-only.
            ProfileError: The system could not write one.
        """
        waiting = [document for document in self.documents if document.dirty]
        for document in waiting:
            if document.changed_on_disk():
                raise Refused("the file changed on disk since it was read; read it again first", path=document.name)
        written: list[tuple[Document, bytes]] = []
        for document in waiting:
            before = document.saved
            try:
                document.save()
            except ProfileError:
                for other, old in reversed(written):
                    files.save(other.path, old, other.saved, other.name)
                    other.forget_save(old)
                raise
            written.append((document, before))
