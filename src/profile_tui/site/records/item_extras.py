"""Keys of the items of a list beside those of their kind's fields."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import Any

from profile_tui.content.entries.entry import Value
from profile_tui.site.problem import Problem
from profile_tui.site.records.data_document import DataDocument, changed, parsed
from profile_tui.site.records.extra_store import ExtraStore, Setting
from profile_tui.site.records.keyed import Data
from profile_tui.site.records.list_refs import Where, at
from profile_tui.site.records.store import Change, Record
from profile_tui.site.records.yaml_map import between
from profile_tui.text.catalogue import _
from profile_tui.text.dataclass import replace
from profile_tui.text.errors import Refused
from profile_tui.text.source import Source


class ItemExtras(ExtraStore):
    """A list of maps in a file.

    Attributes:
        where: The keys and indices that lead to the list.
    """

    where: Where

    @abstractmethod
    def document(self) -> DataDocument | Problem:
        """Return the file, read."""

    @abstractmethod
    def _newest_first(self, records: Sequence[Record]) -> bool:
        """Whether new items are on top."""

    @abstractmethod
    def _values(self, item: object) -> dict[str, Value]:
        """What an item says."""

    def _items(self) -> list[Any]:
        """The items as they are now."""
        document = self.document()
        return [] if isinstance(document, Problem) else at(document.data, self.where)

    def maps(self) -> Sequence[Data]:
        """Return the items that are maps, the newest first."""
        items = [item for item in self._items() if isinstance(item, dict)]
        return items if self._newest_first(self.listing().records) else items[::-1]

    def map_of(self, record: Record) -> Data:
        """Return an item's keys; none where it is a text."""
        items = self._items()
        item = items[record.index] if record.index < len(items) else None
        return item if isinstance(item, dict) else {}

    def says_in(self, data: Data) -> dict[str, Value]:
        """Return what an item says."""
        return self._values(dict(data))

    def set_in(self, change: Change, record: Record | None, make: Setting) -> Change:
        """Return a change with keys of an item set, too; all other items are proven to be as they were."""
        source = Source(b"") if change.own_file else self.read(change.path)
        where = () if change.own_file else self.where
        first = source.splice(change.splices)
        document = self._read_again(first, change)
        items = at(document.data, where)
        index = record.index if record else _first_that_differs([] if change.own_file else self._items(), items)
        item = items[index] if index < len(items) else None
        if not isinstance(item, dict):
            raise Refused(_("this entry has no keys of its own; set them in a second step, with edit"), path=self.name)
        plan = make.plan(item)
        text = changed(document, (*where, index), plan, make.order)
        after = at(self._read_again(first.splice([between(first.text, text)]), change).data, where)
        if len(after) != len(items) or any(
            now != before for at_, (now, before) in enumerate(zip(after, items, strict=True)) if at_ != index
        ):
            raise Refused(_("the change would also alter another entry; nothing was written"), path=self.name)
        make.check(item, after[index], plan, self._values(item), self._values(after[index]))
        return replace(change, splices=(between(source.text, text),) if text != source.text else ())

    def _read_again(self, source: Source, change: Change) -> DataDocument:
        """A file after a change."""
        made = parsed(source, change.path, change.name)
        if isinstance(made, Problem):
            raise Refused(made.message, path=change.name, line=made.line)
        return made


def _first_that_differs(before: Sequence[object], after: Sequence[object]) -> int:
    """The index of the item that one list has and the other has not."""
    if len(after) != len(before) + 1:
        return len(after)
    return next((index for index, item in enumerate(before) if item != after[index]), len(before))
