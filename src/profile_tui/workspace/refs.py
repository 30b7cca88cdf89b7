"""Sections and entries with the files that they live in, whether a page holds them or a store."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from profile_tui.content.entries.entry import Entry
from profile_tui.content.entries.section import Section
from profile_tui.text.dataclass import dataclass
from profile_tui.text.named_tuple import NamedTuple
from profile_tui.workspace.documents.document import Document

if TYPE_CHECKING:
    from profile_tui.site.problem import Problem
    from profile_tui.site.records.store import Listing, Record, Store

Keys = Mapping[str, str]
"""Keys of an entry beside those of its fields, with what was typed for them; an empty text takes one away."""
NO_KEYS: Keys = {}
Row = tuple[Entry, str, tuple[int, int]]
"""An entry, its file's name, and its first and last line."""


@dataclass(frozen=True, slots=True)
class SectionRef:
    """A section of a page and the file that it lives in."""

    document: Document
    section: Section
    store: str
    """`page` or `include`."""

    @property
    def kind(self) -> str:
        """The section's kind."""
        return self.section.kind

    @property
    def label(self) -> str:
        """The words of its heading."""
        return self.section.label

    @property
    def name(self) -> str:
        """The file, as the user knows it."""
        return self.document.name

    @property
    def lines(self) -> tuple[int, int] | None:
        """First and last line of heading and body."""
        return self.document.page.lines(self.section.span)

    @property
    def rows(self) -> list[Row]:
        """The entries and where they are."""
        page = self.document.page
        return [(entry, self.name, page.lines(entry.span)) for entry in self.section.entries]

    @property
    def unread(self) -> list[tuple[int, int]]:
        """Line ranges that no entry covers."""
        return self.document.page.unread(self.section)


@dataclass(frozen=True)
class StoreRef:
    """A store, as a section of the site."""

    holder: Store

    @property
    def kind(self) -> str:
        """The kind of its entries."""
        return self.holder.kind

    @property
    def store(self) -> str:
        """`collection`, `data` or `bibliography`."""
        return self.holder.store

    @property
    def label(self) -> str:
        """How people call it."""
        return self.holder.label

    @property
    def name(self) -> str:
        """Its file or folder, relative to the repository's root."""
        return self.holder.name

    @property
    def lines(self) -> tuple[int, int] | None:
        """First and last line; None for a folder."""
        return self.holder.lines

    @property
    def shown_by(self) -> list[str]:
        """The pages that show it, relative to the repository's root."""
        return list(self.holder.shown_by)

    @cached_property
    def listing(self) -> Listing:
        """Its entries and problems as they were when first asked for."""
        return self.holder.listing()

    @property
    def rows(self) -> list[Row]:
        """The entries and where they are."""
        return [(record.entry, record.name, record.lines) for record in self.listing.records]

    @property
    def problems(self) -> list[Problem]:
        """What in it cannot be read."""
        return self.listing.problems

    @property
    def unread(self) -> list[tuple[int, int]]:
        """The lines of what could not be read, where the store is a file."""
        lines = [problem.line for problem in self.problems if problem.path == self.name and problem.line]
        return [(line, line) for line in lines] if self.lines else []


@dataclass(frozen=True, slots=True)
class EntryRef:
    """An entry, the file that it lives in, and its number through the whole site."""

    document: Document
    entry: Entry
    number: int
    holder: Store | None = None
    """The store that keeps it; None for an entry of a page."""
    record: Record | None = None
    """The entry as its store knows it."""


class EntryNumber(NamedTuple):
    """An entry, as the list of all of its kind has it.

    Attributes:
        kind: Its kind.
        number: Its number.
    """

    kind: str
    number: int
