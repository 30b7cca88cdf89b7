"""A list of maps in a data file, a front matter or the configuration: an entry for each item."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from profile_tui.content.entries import chronology, dates
from profile_tui.content.entries.entry import Value, Values, text_in
from profile_tui.markup.csv import CsvDocument
from profile_tui.markup.yaml.assign import assign
from profile_tui.markup.yaml.document import YamlDocument
from profile_tui.site.bindings.lists import lists_of
from profile_tui.site.bindings.model import Step
from profile_tui.site.bindings.roles import Shown
from profile_tui.site.problem import Problem
from profile_tui.site.records import fields, new_item, text_items, timeline, year_group
from profile_tui.site.records.data_document import DataDocument, changed, of_one, parsed
from profile_tui.site.records.item_extras import ItemExtras
from profile_tui.site.records.key_names import KeyNames, with_dates
from profile_tui.site.records.keyed import first
from profile_tui.site.records.list_refs import Where, at, of_year
from profile_tui.site.records.store import Change, Listing, Read, Record, entry_of, same_rest
from profile_tui.site.records.yaml_map import between
from profile_tui.site.repository.site import Site
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused, Unreadable
from profile_tui.text.pattern import lazily
from profile_tui.text.source import Source
from profile_tui.text.span import Splice

_MADE_OF: dict[tuple[str, ...], tuple[str, ...]] = {("sources",): ("citations",)}
"""Files of which a script of the template makes another one, which the pages show."""
_SAMPLE_CV = lazily(
    r"Zurich|Zürich|Eidgen|Institute for Advanced Study|California Institute of Technology, Pasadena|Kaiser Wilhelm"
    r"|Karl-Ferdinand|Swiss Patent|University of Bern\b|Nobel Prize in Physics|Matteucci|Copley|Max Planck Medal"
)
_SAMPLE = lazily(r"Lorem ipsum|Paper Title Number|doi:10\.1371/journal\.pcbi\.1007128|greenelab/lab-website", re.I)
"""What is in every entry that comes with a template."""


class DataList(ItemExtras):
    """A list of maps in a data file."""

    store = "data"

    def __init__(
        self,
        site: Site,
        kind: str,
        path: Path,
        read: Read,
        where: Where,
        title: str = "",
        year: int | None = None,
        shown: Shown | None = None,
    ) -> None:
        """The list at `where` in a file.

        Args:
            site: The site.
            kind: The name of the kind.
            path: The file.
            read: Gives a file as it is now.
            where: The keys and indices that lead to the list.
            title: How the list is called; the keys where left out.
            year: The year of all its entries, where the list is that of a year.
            shown: How the site's loops show it.
        """
        super().__init__(site, kind, path, read)
        self.where = where
        self.title = title
        self.year = year
        self.shown = shown
        self._named: tuple[DataDocument, KeyNames] | None = None
        self._known: tuple[Source, DataDocument | Problem] | None = None

    @property
    def source(self) -> tuple[str, str, tuple[Step, ...]]:
        """The keys that lead to it below `site.data`."""
        if self.shown is not None and self.shown.origin != "data":
            return self.shown.origin, self.shown.name, self.where
        inner = self.path.relative_to(folder_of(self.site)).with_suffix("").parts
        return "data", "", (*(_MADE_OF.get(inner, inner)), *self.where)

    @property
    def names(self) -> KeyNames:
        """What the keys mean; where none is called one for dates, a key that has a date in every item is one."""
        document = self.document()
        if isinstance(document, Problem) or self.kind != "news":
            return super().names
        if self._named is None or self._named[0] is not document:
            items = [item for item in at(document.data, self.where) if isinstance(item, dict)]
            self._named = document, with_dates(super().names, items)
        return self._named[1]

    @property
    def label(self) -> str:
        """The file's name, and the list's where the file has more than one key."""
        steps = [self.title] if self.title else [str(step) for step in self.where if step != "main"]
        return ".".join([self.path.stem, *steps])

    @property
    def lines(self) -> tuple[int, int] | None:
        """The lines from the first item to the last."""
        records = self.listing().records
        return (records[0].lines[0], records[-1].lines[1]) if records else (1, 1)

    def count(self) -> int:
        """How many items the list has."""
        document = self.document()
        return 0 if isinstance(document, Problem) else len(at(document.data, self.where))

    @property
    def sample(self) -> bool:
        """Whether all items are those of a template."""
        records = self.listing().records
        return bool(records) and all(map(self.is_sample, records))

    def is_sample(self, record: Record) -> bool:
        """Whether an item is one of a template."""
        document = self.document()
        if isinstance(document, Problem):
            return False
        marks = _SAMPLE_CV if self.what.record == "timeline" and "Albert Einstein" in document.text else _SAMPLE
        return marks.search(record.entry.span.of(document.text)) is not None

    def document(self) -> DataDocument | Problem:
        """The file, read."""
        try:
            source = self.read(self.path)
        except Unreadable as error:
            return Problem(
                "error",
                "unreadable",
                self.name,
                error.line,
                _("The whole file is left out: {message}.").format(message=error.message),
            )
        if self._known is None or self._known[0] is not source:
            self._known = (source, parsed(source, self.path, self.name))
        return self._known[1]

    def _open(self) -> tuple[Source, DataDocument]:
        """The file, for a change."""
        self.check_outside(self.path)
        document = self.document()
        if isinstance(document, Problem):
            raise Refused(document.message, path=self.name, line=document.line)
        return self.read(self.path), document

    def listing(self) -> Listing:
        """The items in file order, which is that of the site."""
        document = self.document()
        if isinstance(document, Problem):
            return Listing([], [document])
        try:
            return self._listed(self.read(self.path), document)
        except Refused as error:
            message = _("The items are left out: {value}.").format(value=error.message.rstrip("."))
            return Listing([], [Problem("warning", "unread", self.name, error.line, message)])

    def _listed(self, source: Source, document: DataDocument) -> Listing:
        """The items of a file that was read."""
        items = at(document.data, self.where)
        records: list[Record] = []
        problems: list[Problem] = []
        spans = document.item_lines(self.where) if items else []
        texts = text_items.read(self.kind, items) if text_items.are_texts(items) else []
        for index, (item, span) in enumerate(zip(items, spans, strict=True)):
            end = span.end - 1 if span.end > span.start and source.text[span.end - 1] == "\n" else span.end
            lines = source.line_number(span.start), source.line_number(max(end, span.start))
            values = texts[index] if texts else self._values(item)
            if values.get("title") or values.get("text"):
                records.append(Record(entry_of(self.kind, span, values), self.path, self.name, lines, index))
            elif isinstance(item, dict) and not self._says_beside_date(item):
                message = _("This item is left out: it has no title or text.")
                problems.append(Problem("warning", "no-title", self.name, lines[0], message))
        # where no item has any, the site shows other keys, and lacks nothing
        return Listing(records, problems if records else [])

    def _says_beside_date(self, item: dict[str, Any]) -> bool:
        """Whether an item's key for the date holds its text, too, which the pages then show."""
        key = first(item, self.names.dates)
        written = str(item[key]).strip() if key else ""
        found_date = dates.search(written)
        return found_date is not None and bool(written[found_date.end :].strip(" .:-–—"))

    def _values(self, item: object) -> dict[str, Value]:
        """What an item says."""
        if not isinstance(item, dict):
            return {}
        values = fields.read(self.kind, item, self.names)
        if self.year and values.get("year") is None:
            values["year"] = self.year
        return values

    def written_date(self, record: Record | None) -> str:
        """The value of the item's key for dates."""
        records = [record] if record else self.listing().records
        items = self._items()
        known = [items[other.index] for other in records if other.index < len(items)]
        if record is None and not self._newest_first(records):
            known.reverse()
        return next((str(item[key]) for item in known if (key := first(item, self.names.dates))), "")

    def add(self, values: Values, *, bibtex: str = "", today: date | None = None) -> Change:
        """Inserts an item where the list keeps its newest, with the neighbours' keys."""
        self.require(values)
        source, document = self._open()
        if self.year and values.get("year") not in (None, self.year):
            return self._in_other_year(source, document, values, bibtex)
        everything = at(document.data, self.where)
        items = [item for item in everything if isinstance(item, dict)]
        if len(items) * 2 < len(everything) and not text_items.are_texts(everything):
            raise Refused(_("the entries here are plain texts; edit the file's source instead"), path=self.name)
        values = timeline.normal(values, items) if self.what.record == "timeline" else values
        if self.kind == "news" and not values.get("date") and self._takes_dates(items):
            values = {**values, "date": (today or date.today()).isoformat()}
        before = self._listed(source, document).records
        index, item = self._new_item(before, everything, values, bibtex)
        splices = tuple(document.insert_item(self.where, index, item))
        after = self._proven(source, splices)
        new = [record for record in after if record.index == index]
        if len(new) != 1 or not same_rest(before, [record for record in after if record.index != index]):
            raise self._moved()
        self.says(new[0].entry, values)
        return Change(self.path, self.name, splices, _("Add {one}").format(one=self.what.one))

    def _takes_dates(self, items: Sequence[dict[str, Any]]) -> bool:
        """Whether there is a key for the date of an item: another has one, or the page prints it."""
        dated = any(first(item, self.names.dates) for item in items)
        return dated or not items or not self.names.printed.isdisjoint(self.names.dates)

    def _new_item(
        self, before: Sequence[Record], everything: Sequence[object], values: Values, bibtex: str
    ) -> tuple[int, dict[str, Any] | str]:
        """Where a new item goes, and the item."""
        if text_items.are_texts(everything):
            return text_items.added(self.kind, everything, values)
        items = [item for item in everything if isinstance(item, dict)]
        on_top = self._newest_first(before)
        item = self._item(values, items if on_top else items[::-1], bibtex)
        return self._by_date(before, values, 0 if on_top else len(everything)), item

    def _item(self, values: Values, near: Sequence[dict[str, Any]], bibtex: str) -> dict[str, Any]:
        """The keys of a new item."""
        given = {name: value for name, value in values.items() if value not in (None, "", ())}
        if self.year and not any(item.get(key) for item in near for key in self.names.dates):
            given.pop("year", None)
        made = new_item.keys(self.kind, given, near, self.shown, bibtex, self.names)
        for key in lists_of(self.site).picked_by(*self.source):
            if key not in made and near and all(key in item for item in near):
                raise Refused(
                    _("the pages show an entry by its {key}, which a new one lacks; add it in the file").format(key=key)
                )
        return made

    def _in_other_year(self, source: Source, document: DataDocument, values: Values, bibtex: str) -> Change:
        """Inserts a group for a year that the file has none for yet, with the entry in it."""
        if not self.where:
            return self._in_new_file(document, values, bibtex)
        if isinstance(document, CsvDocument):
            raise self._moved()
        items = [item for item in at(document.data, self.where) if isinstance(item, dict)]
        year = int(text_in(values, "year"))
        splices = year_group.added(document, self.where, year, self._item(values, items, bibtex))
        after = source.splice(splices)
        made = parsed(after, self.path, self.name)
        if isinstance(made, Problem):
            raise Refused(made.message, path=self.name, line=made.line)
        where = year_group.place(made.data, self.where, year)
        group = DataList(self.site, self.kind, self.path, self.read, where, year=year, shown=self.shown)
        new = group._listed(after, made).records
        if len(new) != 1 or not year_group.same_others(document.data, made.data, self.where, year):
            raise self._moved()
        self.says(new[0].entry, values)
        return Change(self.path, self.name, tuple(splices), _("Add {one}").format(one=self.what.one))

    @property
    def _is_one_of_several(self) -> bool:
        """Whether the loop that shows the file shows others, too, whatever they are called."""
        own = {(loop.file, loop.span) for loop in self.shown.loops} if self.shown else set()
        loops = lists_of(self.site).bindings.of("data")
        return any((loop.file, loop.span) in own and loop.ref.steps != self.source[2] for loop in loops)

    def _in_new_file(self, document: DataDocument, values: Values, bibtex: str) -> Change:
        """Creates the file of a year that has none yet, where pages show whatever files there are."""
        year = int(text_in(values, "year"))
        path = of_year(self.path, year)
        if not self._is_one_of_several or self.path.suffix == ".json" or os.path.lexists(path):
            raise Refused(
                _("the entries of each year have a file of their own here; create one for {year}").format(year=year)
            )
        self.check_outside(path)
        items = [item for item in at(document.data, self.where) if isinstance(item, dict)]
        item = of_one(document, self._item(values, items, bibtex))
        group = DataList(self.site, self.kind, path, self.read, (), year=year, shown=self.shown)
        after = Source(item.encode())
        made = parsed(after, path, group.name)
        new = [] if isinstance(made, Problem) else group._listed(after, made).records
        if len(new) != 1:
            raise self._moved()
        self.says(new[0].entry, values)
        return Change(
            path, group.name, (Splice.insert(0, after.text),), _("Add {one}").format(one=self.what.one), own_file=True
        )

    def _newest_first(self, records: Sequence[Record]) -> bool:
        """Whether new items are on top."""
        if self.kind != "publications":
            return dates.descending([day for each in records if (day := text_in(each.entry.values, "date"))])
        return self.what.newest_first([record.entry for record in records])

    def _by_date(self, records: Sequence[Record], values: Values, index: int) -> int:
        """Return where in a list sorted by date an item belongs; `index` where the list does not tell."""
        fields = self.what.fields
        before = chronology.index_of(
            [chronology.when(fields, record.entry.values) for record in records], chronology.when(fields, values)
        )
        if before is None or not records:
            return index
        return records[before].index if before < len(records) else records[-1].index + 1

    def _proven(self, source: Source, splices: Sequence[Splice]) -> list[Record]:
        """The entries after a change."""
        after = source.splice(splices)
        document = parsed(after, self.path, self.name)
        if isinstance(document, Problem):
            raise Refused(document.message, path=self.name, line=document.line)
        return self._listed(after, document).records

    def _moved(self) -> Refused:
        """The refusal where another entry would change."""
        return Refused(_("the change would also alter another entry; nothing was written"), path=self.name)

    def change(self, record: Record, values: Values) -> Change:
        """Sets keys of one item."""
        source, document = self._open()
        entry = record.entry
        self.require({**entry.values, **values})
        items = at(document.data, self.where)
        if self.what.record == "timeline":
            values = timeline.normal(values, [items[record.index]])
        wanted = {name: value for name, value in values.items() if value != entry.values.get(name)}
        like = [item for item in items if isinstance(item, dict)]
        if self.year and "year" in wanted:
            raise Refused(
                _("the entries of each year form a group of their own; remove it and add it to the other year")
            )
        where = (*self.where, record.index)
        if isinstance(items[record.index], str) and isinstance(document, YamlDocument):
            items_changed = text_items.changed(self.kind, items, record.index, wanted)
            text = source.text if not wanted else assign(document, where, items_changed).text
        else:
            plan = fields.plan(self.kind, items[record.index], wanted, like, new=False, names=self.names)
            text = changed(document, where, plan)
        splices = (between(source.text, text),) if text != source.text else ()
        if splices:
            before, after = self._listed(source, document).records, self._proven(source, splices)
            index = next((index for index, other in enumerate(before) if other.index == record.index), -1)
            if len(before) != len(after) or index < 0:
                raise self._moved()
            entry = after.pop(index).entry
            if not same_rest(before[:index] + before[index + 1 :], after):
                raise self._moved()
        self.says(entry, wanted)
        return Change(self.path, self.name, splices, _("Change {one}").format(one=self.what.one))

    def remove(self, record: Record) -> Change:
        """Removes one item; the last of a year with the year."""
        source, document = self._open()
        emptied = tuple(year_group.emptied(document, self.where)) if self.year else ()
        splices = emptied or tuple(document.remove_item((*self.where, record.index)))
        before = [other for other in self._listed(source, document).records if other.index != record.index]
        # that a group can go without touching another was proven by the document
        if not emptied and not same_rest(before, self._proven(source, splices)):
            raise self._moved()
        return Change(self.path, self.name, splices, _("Remove {one}").format(one=self.what.one))

    def move(self, record: Record, to: int) -> Change:
        """Moves one item, byte for byte."""
        source, document = self._open()
        before = self._listed(source, document).records
        target = before[to].index
        splices = tuple(document.move_item((*self.where, record.index), target))
        order = [other for other in before if other.index != record.index]
        order.insert(to, next(other for other in before if other.index == record.index))
        if not same_rest(order, self._proven(source, splices)):
            raise self._moved()
        return Change(self.path, self.name, splices, _("Move {one}").format(one=self.what.one))


def folder_of(site: Site) -> Path:
    """The folder of a site's data files."""
    return site.root / site.folder("data_dir", "_data")
