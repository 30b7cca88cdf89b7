"""Keys of the front matter of a collection's files beside those of their kind's fields."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from pathlib import Path

from profile_tui.content.entries.entry import Value
from profile_tui.site.problem import Problem
from profile_tui.site.records import fields
from profile_tui.site.records.extra_store import ExtraStore, Setting
from profile_tui.site.records.item import Item
from profile_tui.site.records.keyed import Data
from profile_tui.site.records.store import Change, Record
from profile_tui.site.records.yaml_map import Header, between
from profile_tui.text.catalogue import _
from profile_tui.text.dataclass import replace
from profile_tui.text.errors import Refused
from profile_tui.text.source import Source
from profile_tui.text.span import Splice


class FileExtras(ExtraStore):
    """A folder with a file for each entry."""

    @abstractmethod
    def neighbours(self) -> list[Item]:
        """Return the newest files first, or some that may be the newest."""

    @abstractmethod
    def parse(self, path: Path, name: str, source: Source) -> Item | Problem | None:
        """Return what a file's text says."""

    @abstractmethod
    def _current(self, record: Record) -> Item:
        """The file of an entry, as it is now."""

    def maps(self) -> Sequence[Data]:
        """Return the front matters."""
        return [item.data for item in self.neighbours()]

    def map_of(self, record: Record) -> Data:
        """Return the front matter of an entry."""
        return self._current(record).data

    def says_in(self, data: Data) -> dict[str, Value]:
        """Return what a front matter says."""
        return fields.read(self.kind, data, self.names)

    def set_in(self, change: Change, record: Record | None, make: Setting) -> Change:
        """Return a change with keys of a front matter set, too; the body is proven to be as it was."""
        source = self._current(record).source if record else Source(b"")
        first = source.splice(change.splices)
        before = self._read_again(first, change)
        plan = make.plan(before.data)
        header = Header(first.text, before.header.yaml, first_line=2)
        header.apply(plan, make.order)
        last = first.splice([between(first.text, header.text)])
        after = self._read_again(last, change)
        make.check(before.data, after.data, plan, before.record.entry.values, after.record.entry.values)
        if last.text[after.header.body_start :] != first.text[before.header.body_start :]:
            raise Refused(_("the change would break the front matter; nothing was written"), path=change.name)
        if record is None:
            return replace(change, splices=(Splice.insert(0, last.raw),))
        return replace(change, splices=(between(source.text, last.text),) if last.text != source.text else ())

    def _read_again(self, source: Source, change: Change) -> Item:
        """A file after a change."""
        made = self.parse(change.path, change.name, source)
        if not isinstance(made, Item):
            raise Refused(_("the file could not be read again; nothing was written"), path=change.name)
        return made
