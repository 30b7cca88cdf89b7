"""What a store is: a place outside pages that holds entries of one kind, and what can be done to it."""

from __future__ import annotations

import os
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, ClassVar

from profile_tui.content.entries.entry import Entry, Places, Unit, Value, Values, links_of, text_in, text_of
from profile_tui.content.entries.kind import Kind
from profile_tui.content.kinds import kinds
from profile_tui.markup import escape
from profile_tui.site.bindings.model import Step
from profile_tui.site.bindings.roles import Shown
from profile_tui.site.problem import Problem
from profile_tui.site.records.extra_keys import ExtraKey, Typed, WrongKey
from profile_tui.site.records.key_names import KeyNames, key_names
from profile_tui.site.records.lookups import Table, tables
from profile_tui.site.repository.site import Site
from profile_tui.site.repository.tree import inside
from profile_tui.text.catalogue import _
from profile_tui.text.dataclass import dataclass, field, replace
from profile_tui.text.errors import Refused, UsageError
from profile_tui.text.source import Source
from profile_tui.text.span import Span, Splice

Read = Callable[[Path], Source]
"""Gives a file as it is now, unsaved changes included; raises Unreadable."""


@dataclass(frozen=True, slots=True)
class Record:
    """An entry of a store and the file that holds it.

    Attributes:
        entry: What it says; its span is of the file's text.
        path: The file.
        name: Its path relative to the repository's root.
        lines: First and last line, 1-based, both within.
        index: Where its store finds it: an index, for stores that keep many entries in a file.
    """

    entry: Entry
    path: Path
    name: str
    lines: tuple[int, int]
    index: int = 0


@dataclass(frozen=True, slots=True)
class Listing:
    """What a store holds: the entries in the order in which the site shows them, and what could not be read."""

    records: list[Record]
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Change:
    """What a change does to one file.

    Attributes:
        path: The file.
        name: Its path relative to the repository's root.
        splices: What is done to its text; a file that is created has none before, one that is removed none after.
        label: What it does, for the user.
        own_file: Whether the file is the entry's own, so that without content there is no file.
        also: What belongs to the same action in other files, which are there.
        note: What it leaves as it was though the user may not expect that, for the user; empty where there is no such.
    """

    path: Path
    name: str
    splices: tuple[Splice, ...]
    label: str
    own_file: bool = False
    also: tuple[Change, ...] = ()
    note: str = ""


class Store(ABC):
    """A place that holds entries of one kind.

    Attributes:
        site: The site.
        kind: The name of the kind.
        path: The file or folder.
        name: Its path relative to the repository's root.
        shown: How the site's loops show it; None where none is known to.
        shown_by: The pages that show it, relative to the repository's root.
        is_unshown: Whether it is certain that no page shows it.
        is_announced: Whether its name or its page's title announces the kind, not only a heading among others.
        year: The year of all its entries, where it is the list of a year.
        is_copy: Whether it repeats, as a CV does, what has a place of its own where a site has one.
    """

    shown: Shown | None = None
    shown_by: Sequence[str] = ()
    is_unshown: bool = False
    is_announced: bool = True
    year: int | None = None
    is_copy: bool = False
    store: ClassVar[str]
    """As in `show`."""

    def __init__(self, site: Site, kind: str, path: Path, read: Read) -> None:
        """A store; reads nothing yet."""
        self.site = site
        self.kind = kind
        self.path = path
        self.name = relative(site, path)
        self.read = read
        self._created: set[Path] = set()

    @property
    def source(self) -> tuple[str, str, tuple[Step, ...]]:
        """What a loop that shows it goes through: `data` and its keys, `collection` or `bibliography` and its name."""
        return "", "", ()

    @property
    def names(self) -> KeyNames:
        """What the keys of its entries mean."""
        names = key_names(self.shown.keys if self.shown else None)
        return replace(names, lookups=self._lookups) if self._lookups else names

    @cached_property
    def _lookups(self) -> dict[str, tuple[str, Table]]:
        """The tables that say what values of the entries stand for."""
        return tables(self.site, self.read, self.source) if self.source[0] else {}

    def names_among(self, like: Sequence[Mapping[str, Any]]) -> KeyNames:
        """What the keys mean, by those that the neighbours have where several say the same."""
        return self.names

    @property
    def what(self) -> Kind:
        """The kind."""
        return kinds()[self.kind]

    @property
    def label(self) -> str:
        """How people call it, in the place of a heading."""
        return self.name

    @property
    def lines(self) -> tuple[int, int] | None:
        """First and last line of what it holds; None for a folder."""
        return None

    @property
    def readonly(self) -> str:
        """Why it is only read, and what to do instead; empty where it can be changed."""
        return ""

    @abstractmethod
    def count(self) -> int:
        """How many entries it is likely to hold, told without reading many files."""

    @property
    @abstractmethod
    def sample(self) -> bool:
        """Whether all it holds came with the template."""

    def is_sample(self, record: Record) -> bool:
        """Whether an entry came with the template."""
        return False

    @property
    def at_hand(self) -> bool:
        """Whether `listing` takes no time that somebody would notice."""
        return True

    def read_ahead(self) -> Iterator[int]:
        """Reads what `listing` needs, in small steps; safe beside changes in another thread.

        Yields:
            How many of `count` are read.
        """
        self.listing()
        yield self.count()

    @property
    def paths(self) -> list[Path]:
        """The files, those that wait to be created included."""
        return [self.path]

    def files(self) -> list[Path]:
        """The files that are there on disk now."""
        return [self.path] if os.path.isfile(self.path) else []

    def refresh(self, gone: Set[Path]) -> None:
        """Looks anew which files there are when next asked; what is known of some of them does not count any more."""
        self._created -= {path for path in self._created if os.path.exists(path)}
        self.__dict__.pop("_lookups", None)

    @abstractmethod
    def listing(self) -> Listing:
        """The entries as they are now."""

    @abstractmethod
    def add(self, values: Values, *, bibtex: str = "", today: date | None = None) -> Change:
        """Adds an entry, written as its neighbours are.

        Args:
            values: The fields.
            bibtex: The BibTeX entry that the fields were taken from.
            today: The day that an entry without a date gets; the clock's where left out.

        Raises:
            Refused: It cannot be written without touching something else.
            UsageError: A field it needs is missing.
        """

    def created(self, path: Path) -> None:
        """Notes that a file of its own for an addition waits to be created; `add` alone notes nothing."""
        self._created.add(path)

    @abstractmethod
    def change(self, record: Record, values: Values) -> Change:
        """Sets some fields of an entry.

        Raises:
            Refused: The store has no place for one, or something else would change.
        """

    @abstractmethod
    def remove(self, record: Record) -> Change:
        """Takes an entry away.

        Raises:
            Refused: Something else would change.
        """

    @abstractmethod
    def move(self, record: Record, to: int) -> Change:
        """Puts an entry where `to`, 0-based, is now.

        Raises:
            Refused: The order of the store is not that of its files, or something else would change.
        """

    def extra_keys(self, record: Record | None = None) -> list[ExtraKey]:
        """Return the keys, beside those of the kind's fields, that a form of an entry offers; those of its neighbours.

        Args:
            record: The entry; None for a new one.
        """
        return []

    def extra_values(self, record: Record) -> dict[str, str]:
        """Return what an entry has at its keys, as a form shows it."""
        return {}

    def with_extras(self, change: Change, record: Record | None, typed: Typed) -> Change:
        """Return a change after which an entry has some keys, too.

        Args:
            change: The change that is made with it, of other fields; it may have no splices.
            record: The entry; None for the one that the change adds.
            typed: The keys with what was typed for them; an empty text takes a key away.

        Raises:
            WrongKey: There is no such key, or it cannot hold that.
            Refused: Something else would change.
        """
        raise WrongKey(next(iter(typed)), _("the entries here have no keys of their own to set"), path=self.name)

    def written_date(self, record: Record | None) -> str:
        """An entry's date as its file has it, for None that of the newest entry; empty where there is none."""
        return ""

    def require(self, values: Values) -> None:
        """Raises UsageError where a field that every entry needs is empty."""
        for field_ in self.what.fields:
            if field_.required and not values.get(field_.name):
                raise UsageError(_("give the {one} a {label}").format(one=self.what.one, label=field_.label.lower()))

    def check_outside(self, path: Path) -> None:
        """Raises Refused where writing a file would follow a link out of the repository."""
        if not inside(path, self.site.root):
            raise Refused(_("a symbolic link leads out of the repository; it is not followed"), path=self.name)

    def says(self, entry: Entry, values: Values) -> None:
        """Raises Refused where an entry, read again, does not say what was meant."""
        for name, meant in values.items():
            got = entry.values.get(name)
            if name == "date" and meant is not None and _same_date(str(meant), str(got)):
                continue
            if self.what.field(name).type == "links":
                # The store's keys name the links, whatever they were called when typed.
                same = set(map(escape.url, _targets(meant))) == set(_targets(got))
            elif name == "venue" and entry.values.get("year"):
                # where the year has a key of its own, a venue that ends with it is read without it
                year = text_in(entry.values, "year")
                same = self.what.same(name, _before(year, meant), _before(year, got))
            else:
                same = self.what.same(name, meant, got)
            if not same:
                message = (
                    _("the {name} can't be written here as typed; word it differently, or edit the file's source")
                    if meant
                    else _("the {name} cannot be emptied here; edit the file's source")
                )
                raise Refused(message.format(name=self.what.called(name)))


@dataclass(frozen=True, slots=True)
class StoreType:
    """A sort of store.

    Attributes:
        name: Its name among the sorts.
        order: Which sort holds the entries of a kind where a site has several: the lowest.
        find: Finds the stores of a site, without reading more than names and small files.
        fallback_for: The kind whose entries it holds only where a site keeps them nowhere else; empty for any.
        other_generators: Whether it is about sites of other generators than Jekyll.
    """

    name: str
    order: int
    find: Callable[[Site, Read], Iterator[Store]]
    fallback_for: str = ""
    other_generators: bool = False


def relative(site: Site, path: Path) -> str:
    """A path as the user knows it."""
    return os.path.relpath(path, site.root).replace(os.sep, "/")


def entry_of(kind: str, span: Span, values: dict[str, Value]) -> Entry:
    """An entry that no page holds."""
    return Entry(kind, span, values, Places(), Unit("record", span, span, Span(span.start, span.start), span.start))


def same_rest(before: Sequence[Record], after: Sequence[Record]) -> bool:
    """Whether two lists of entries say the same, one by one."""
    return [record.entry.values for record in before] == [record.entry.values for record in after]


def _before(year: str, venue: Value) -> Value:
    """A venue without the year at its end."""
    name = text_of(venue).rstrip(" .")
    return name.removesuffix(year).rstrip(" ,") if name.endswith(year) else venue


def _targets(value: Value) -> list[str]:
    """The targets of a field that holds links."""
    return [link.url for link in links_of(value)]


def _same_date(meant: str, got: str) -> bool:
    """Whether one date is the other at another precision: a store may need a day, or have place for a year only."""
    return got.startswith(meant) or meant.startswith(got)
