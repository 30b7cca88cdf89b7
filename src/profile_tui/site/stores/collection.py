"""Collections: a folder `_news`, `_publications`, `_talks` or `_teaching` with a file for each entry."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Set
from datetime import date
from functools import cached_property
from operator import is_
from pathlib import Path
from typing import Any

from profile_tui.content.entries.entry import Value, Values, text_in
from profile_tui.content.kinds import kinds
from profile_tui.markup import escape
from profile_tui.markup.frontmatter import FrontMatter, find
from profile_tui.markup.yaml.document import YamlDocument, YamlError
from profile_tui.markup.yaml.quick import simple_map
from profile_tui.site.bindings.lists import lists_of
from profile_tui.site.bindings.model import Step
from profile_tui.site.bindings.structure import looks_like_news
from profile_tui.site.problem import Problem
from profile_tui.site.records import fields, samples
from profile_tui.site.records.file_extras import FileExtras
from profile_tui.site.records.item import Item
from profile_tui.site.records.item_file import body_as_typed, line_of_key, yaml_of
from profile_tui.site.records.naming import likely_newest
from profile_tui.site.records.store import Change, Listing, Read, Record, Store, StoreType, entry_of, relative
from profile_tui.site.records.yaml_map import Header, between
from profile_tui.site.repository import jekyll_dates
from profile_tui.site.repository.site import Site
from profile_tui.site.repository.tree import PAGES, below, inside, within
from profile_tui.site.stores import register
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused, Unreadable
from profile_tui.text.source import Source
from profile_tui.text.span import Span, Splice, spliced

Parsed = Item | Problem | None
"""What a file turns out to be; None where it is gone."""
_OWN_KEYS = 3
"""How many entries without any of the template's keys tell that the site has keys of its own."""
_FEW = 256
"""How many files are read while somebody waits."""
_SOME = 64
"""How many files of a large collection stand for all where a new one takes its shape from its neighbours."""


class Collection(FileExtras):
    """The files of one collection."""

    store = "collection"

    def __init__(self, site: Site, kind: str, path: Path, read: Read) -> None:
        """A collection in a folder; reads nothing yet."""
        super().__init__(site, kind, path, read)
        self._known: dict[Path, tuple[Source, Parsed]] = {}
        self._complete = self._ahead = False
        self._found: list[Parsed] = []
        self._listed: tuple[list[Item], list[Problem]] = ([], [])

    @property
    def source(self) -> tuple[str, str, tuple[Step, ...]]:
        """The collection's name."""
        return "collection", self.path.name.removeprefix("_"), ()

    @property
    def titled(self) -> bool:
        """Whether an entry's text is always its title."""
        return False

    @cached_property
    def _on_disk(self) -> list[Path]:
        """The files when they were last looked for."""
        return self.files()

    def files(self) -> list[Path]:
        """The files of the folder and the folders in it, as Jekyll takes them."""
        return list(below(self.path, PAGES))

    def refresh(self, gone: Set[Path]) -> None:
        """Forgets what the files said, and which there are."""
        super().refresh(gone)
        self.__dict__.pop("_on_disk", None)
        self._complete = False
        for path in gone:
            self._known.pop(path, None)

    @property
    def paths(self) -> list[Path]:
        """The files, those that wait to be created after the others."""
        known = self._on_disk
        return [*known, *sorted(self._created.difference(known))] if self._created else known

    def taken(self) -> list[Path]:
        """The files whose names are not free."""
        known = self._on_disk
        return [*known, *(path for path in self._created if self.read(path).data and path not in known)]

    def inner(self, path: Path) -> str:
        """A file's name within the folder, folders in it included."""
        return str(path)[len(str(self.path)) + 1 :].replace(os.sep, "/")

    def count(self) -> int:
        """How many files the folder holds."""
        return len(self._on_disk)

    @property
    def sample(self) -> bool:
        """Whether all files are the template's."""
        return bool(self._on_disk) and all(map(self._is_sample, self._on_disk))

    def is_sample(self, record: Record) -> bool:
        """Whether a file is the template's."""
        return self._is_sample(record.path)

    def _is_sample(self, path: Path) -> bool:
        """Whether a file is the template's."""
        return samples.is_sample(path, self.read)

    @property
    def at_hand(self) -> bool:
        """Whether all but a few files were read already, and none is being read ahead."""
        return self._complete or (len(self._on_disk) - len(self._known) <= _FEW and not self._ahead)

    def read_ahead(self) -> Iterator[int]:
        """Reads the files one by one; each is kept until it changes."""
        root = os.path.realpath(self.site.root)
        self._ahead = not self.at_hand
        for done, path in enumerate(self.paths, 1):
            self._item(path, root)
            yield done
        self._complete, self._ahead = True, False

    def items(self) -> tuple[list[Item], list[Problem]]:
        """The files that can be read, the newest first, and what is wrong with the others."""
        root = os.path.realpath(self.site.root)
        found = [self._item(path, root) for path in self.paths]
        self._complete = True
        if len(found) != len(self._found) or not all(map(is_, found, self._found)):
            items = [parsed for parsed in found if isinstance(parsed, Item)]
            items.sort(key=lambda item: item.key, reverse=True)
            problems: list[Problem] = []
            for parsed in found:
                problems += parsed.problems if isinstance(parsed, Item) else [parsed] if parsed is not None else []
            self._found, self._listed = found, (items, problems)
        return self._listed

    def neighbours(self) -> list[Item]:
        """The newest files first; of a large collection that was not read yet, some that may be the newest."""
        if self.at_hand:
            return self.items()[0]
        root = os.path.realpath(self.site.root)
        paths = {self.inner(path): path for path in self.paths}
        items = (self._item(paths[name], root) for name in likely_newest(list(paths), _SOME))
        return sorted((parsed for parsed in items if isinstance(parsed, Item)), key=lambda item: item.key, reverse=True)

    def listing(self) -> Listing:
        """The entries as the site sorts them: by date, then by path, reversed."""
        items, problems = self.items()
        return Listing([item.record for item in items], problems)

    def _item(self, path: Path, root: str) -> Parsed:
        """One file."""
        known = self._known.get(path)
        if known is None and path.is_symlink() and not within(path, root):
            name = relative(self.site, path)
            message = _("The link leads out of the repository; not followed.")
            return Problem("warning", "link-outside", name, None, message)
        try:
            source = self.read(path)
        except Unreadable as error:
            name = relative(self.site, path)
            return Problem(
                "error",
                "unreadable",
                name,
                error.line,
                _("The entry is left out: {message}.").format(message=error.message),
            )
        if known is None or known[0] is not source:
            known = self._known[path] = (source, self.parse(path, f"{self.name}/{self.inner(path)}", source))
        return known[1]

    def parse(self, path: Path, name: str, source: Source) -> Parsed:
        """Reads one file's text."""
        if not source.data:
            return None
        header = find(source)
        if not isinstance(header, FrontMatter):
            return Problem("error", header.code, name, header.line, header.message)
        try:
            data = simple_map(source.text, header.yaml)
            if data is None:
                data = YamlDocument.read(source.text, header.yaml, first_line=2).data
        except YamlError as error:
            return Problem(
                "error",
                "yaml-error",
                name,
                error.line,
                _("The entry loses all its fields: {message}").format(message=error.message),
            )
        if not isinstance(data, dict):
            message = _("The front matter isn't a list of `key: value` lines; edit it as text.")
            return Problem("error", "yaml-error", name, 2, message)
        values, key = self._values(path, source, header, data)
        last = source.text.count("\n") + (0 if source.text.endswith("\n") else 1)
        record = Record(entry_of(self.kind, Span(0, len(source.text)), values), path, name, (1, max(last, 1)))
        problems = tuple(self._checked(name, source, header, data))
        return Item(record, header, data, source, key, problems)

    def _values(
        self, path: Path, source: Source, header: FrontMatter, data: dict[str, Any]
    ) -> tuple[dict[str, Value], tuple[str, int, str]]:
        """An entry's fields, and what the site sorts it by."""
        values = fields.read(self.kind, data, self.names)
        given = data.get("date")
        day = jekyll_dates.read(str(given)) if given not in (None, "") else None
        iso = day[0] if day else None if given not in (None, "") else jekyll_dates.in_name(path.name)
        if self.kind == "publications":
            values["year"] = int(iso[:4]) if iso else values["year"]
        else:
            values["date"] = iso
            title = str(data.get("title") or "").strip()
            body = source.text[header.body_start :].strip()
            values["text"] = escape.from_markdown(body) if self._says_in_body(data, body) else title
        # what has no date gets the time of the build, so it sorts before all
        return values, (iso or "9999-99-99", day[1] if day else 0, path.as_posix())

    def _says_in_body(self, data: dict[str, Any], body: str) -> bool:
        """Whether the text of an entry is the body of its file, and not its title."""
        untitled = data.get("inline") is True or not str(data.get("title") or "").strip()
        return bool(body) and not self.titled and untitled

    def _checked(self, name: str, source: Source, header: FrontMatter, data: dict[str, Any]) -> Iterator[Problem]:
        """What is wrong with a file that can be read."""
        given = data.get("date")
        if "date" in data and jekyll_dates.read(str(given or "")) is None:
            today = re.fullmatch(r"\d{4}\.\d{1,2}", str(given)) is not None
            effect = _("Jekyll reads it as today") if today else _("The whole site does not build")
            template = _("{effect}: {given!r} isn't a date; write it as 2026-11-21.")
            message = template.format(effect=effect, given=str(given or ""))
            yield Problem("error", "bad-date", name, line_of_key("date", source, header), message)
        categories = self.categories
        outside = categories and self.kind == "publications" and str(data.get("category")) not in categories
        if outside and not self._lists_all_categories:
            message = _("It is not listed: its category is none of {categories}.").format(
                categories=", ".join(categories)
            )
            yield Problem("warning", "hidden-category", name, line_of_key("category", source, header), message)

    @cached_property
    def _lists_all_categories(self) -> bool:
        """Whether a page shows the entries whatever their category, other than the CV that comes with the template."""
        loops = lists_of(self.site).bindings.of(*self.source[:2])
        return any(loop.parent is None and not re.search(r"\b(?:cv|resume)\b", loop.page, re.I) for loop in loops)

    @property
    def categories(self) -> list[str]:
        """The categories that the configuration lists publications under."""
        value = self.site.config.get("publication_category")
        return [str(name) for name in value] if isinstance(value, (dict, list)) else []

    @property
    def schema(self) -> dict[str, Any]:
        """The keys that the template's layouts show, for what no neighbour has; none where those have others."""
        usual = self.site.made_from.publication_keys if self.what.record == "publication" else ()
        near = self.neighbours()[:_OWN_KEYS]
        own = len(near) == _OWN_KEYS and not any(set(usual[2:]) & item.data.keys() for item in near)
        return {} if own else dict.fromkeys(usual)

    def _current(self, record: Record) -> Item:
        """The file of an entry, as it is now."""
        parsed = self._item(record.path, os.path.realpath(self.site.root))
        if not isinstance(parsed, Item):
            raise Refused(_("the entry's file cannot be read any more"), path=record.name)
        return parsed

    def written_date(self, record: Record | None) -> str:
        """The date in the front matter."""
        items = [self._current(record)] if record else self.neighbours()
        return next((str(item.data["date"]) for item in items if item.data.get("date")), "")

    def add(self, values: Values, *, bibtex: str = "", today: date | None = None) -> Change:
        """Writes a new file in the newest neighbour's shape, named as the others are."""
        from profile_tui.site.records import new_file

        self.require(values)
        path, text = new_file.compose(self, values, today, bibtex)
        self.check_outside(path)
        if os.path.lexists(path):
            raise Refused(_("there is a file of that name already"), path=self.name)
        name = os.path.relpath(path, self.site.root).replace(os.sep, "/")
        made = self.parse(path, name, Source(text.encode()))
        if not isinstance(made, Item):
            raise Refused(_("the new file could not be read again; nothing was written"), path=name)
        self.says(made.record.entry, values)
        return Change(path, name, (Splice.insert(0, text),), _("Add {one}").format(one=self.what.one), own_file=True)

    def change(self, record: Record, values: Values) -> Change:
        """Sets keys of the front matter, or the body where that is the text."""
        item = self._current(record)
        self.check_outside(record.path)
        self.require({**item.record.entry.values, **values})
        wanted = {name: value for name, value in values.items() if value != item.record.entry.values.get(name)}
        text = self._rewritten(item, wanted)
        splices = (between(item.source.text, text),) if text != item.source.text else ()
        made = self.parse(record.path, record.name, item.source.splice(splices)) if splices else item
        if not isinstance(made, Item):
            raise Refused(_("the file could not be read again; nothing was written"), path=record.name)
        self.says(made.record.entry, wanted)
        self._same_others(item, made, wanted)
        label = _("Change {one}").format(one=self.what.one)
        return Change(record.path, record.name, splices, label, own_file=True)

    def _rewritten(self, item: Item, wanted: Values) -> str:
        """A file's text with some fields set."""
        text = item.source.text
        if self.kind == "publications":
            header = Header(text, item.header.yaml, first_line=2)
            like = [*(other.data for other in self.neighbours()[:8]), self.schema]
            header.apply(fields.plan(self.kind, item.data, wanted, like, new=False, names=self.names))
            return header.text
        body = text[item.header.body_start :]
        if wanted.get("text") is not None:
            if self._says_in_body(item.data, body.strip()):
                start = item.header.body_start + len(body) - len(body.lstrip())
                old = Span(start, start + len(body.strip()))
                text = spliced(text, [Splice(old, body_as_typed(text_in(wanted, "text"), old.of(text)))])
            else:
                header = Header(text, item.header.yaml, first_line=2)
                header.set("title", escape.one_line(text_in(wanted, "text")))
                text = header.text
        if "date" in wanted:
            header = Header(text, yaml_of(text), first_line=2)
            iso = jekyll_dates.whole(text_in(wanted, "date") if wanted["date"] else None)
            header.set(
                "date", jekyll_dates.like(str(item.data.get("date") or ""), iso, jekyll_dates.zone(self.site.config))
            )
            text = header.text
        return text

    def _same_others(self, before: Item, after: Item, wanted: Values) -> None:
        """Raises Refused where a field that was not meant differs."""
        touched = {*wanted, *(("links",) if "title" in wanted else ())}
        for name, value in before.record.entry.values.items():
            if name not in touched and after.record.entry.values.get(name) != value:
                raise Refused(
                    _("the change would also alter the {name}; edit the file's source").format(
                        name=self.what.called(name)
                    ),
                    path=before.record.name,
                )

    def remove(self, record: Record) -> Change:
        """Removes the file."""
        item = self._current(record)
        self.check_outside(record.path)
        if record.path.is_symlink():
            raise Refused(_("the entry's file is a symbolic link; remove it by hand"), path=record.name)
        whole = Splice.delete(Span(0, len(item.source.text)))
        return Change(record.path, record.name, (whole,), _("Remove {one}").format(one=self.what.one), own_file=True)

    def move(self, record: Record, to: int) -> Change:
        """Refuses: the site sorts the files by date."""
        raise Refused(
            _("the site sorts the files of {name} by date; change the date to move the {one}").format(
                name=self.name, one=self.what.one
            ),
            path=record.name,
        )


def _find(site: Site, read: Read) -> Iterator[Store]:
    """The collections that the site's loops show, and those whose names tell their kind.

    Of a site whose configuration cannot be read, all folders that are so named are taken.
    """
    base = site.root / site.folder("collections_dir")
    if not inside(base / "_", site.root):
        return  # Jekyll does not follow it either
    declared = {name.casefold() for name in site.collections}
    shown = {listed.name: listed for listed in lists_of(site).shown if listed.origin == "collection"}
    held = {kind.name for kind in kinds().values() if kind.files}
    by_name = {name: listed.kind for name, listed in shown.items() if name in site.collections and listed.kind in held}
    for kind in kinds().values():
        by_name |= {name: kind.name for name in kind.files if name in declared or not site.config}
    for name, kind_name in by_name.items():
        folder = base / f"_{name}"
        if os.path.isdir(folder):
            store = Collection(site, kind_name, folder, read)
            store.shown = shown.get(name)
            is_placed = store.shown is None or not store.shown.by_structure
            if is_placed or looks_like_news([item.record.entry.values for item in store.neighbours()]):
                yield store


register(StoreType("collection", 10, _find))
