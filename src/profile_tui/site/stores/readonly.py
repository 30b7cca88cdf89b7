"""Entries of Quarto and Hugo sites, a folder or a file each: they are shown, not changed."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from profile_tui.content.entries.entry import Value, Values, text_in
from profile_tui.markup.frontmatter import FrontMatter
from profile_tui.markup.frontmatter import find as find_header
from profile_tui.markup.yaml.document import YamlDocument, YamlError
from profile_tui.site.problem import Problem
from profile_tui.site.records import fields
from profile_tui.site.records.store import Change, Listing, Read, Record, Store, StoreType, entry_of, relative
from profile_tui.site.repository.other_generator import toml
from profile_tui.site.repository.site import Site
from profile_tui.site.repository.tree import below, folder_names, within
from profile_tui.site.stores import register
from profile_tui.site.templates import title
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused, Unreadable
from profile_tui.text.source import Source
from profile_tui.text.span import Span

_KINDS = {
    "publication": "publications", "publications": "publications", "papers": "publications", "research": "publications",
    "post": "news", "posts": "news", "news": "news", "blog": "news",
    "talk": "talks", "talks": "talks", "event": "talks", "events": "talks",
}  # fmt: skip
_SUFFIXES = (".md", ".qmd", ".ipynb")


class Foreign(Store):
    """A folder of entries, each a file or a folder with an `index` file."""

    store = "collection"

    @property
    def paths(self) -> list[Path]:
        """The entries' files."""
        files = below(self.path, _SUFFIXES[:2], skipped=lambda name: name.startswith((".", "_")))
        return [path for path in files if path.parent != self.path or not path.name.startswith("index.")]

    def files(self) -> list[Path]:
        """The same: nothing waits to be created."""
        return self.paths

    def count(self) -> int:
        """How many files there are."""
        return len(self.paths)

    @property
    def sample(self) -> bool:
        """Never told."""
        return False

    def listing(self) -> Listing:
        """The entries by date, the newest first."""
        root = os.path.realpath(self.site.root)
        records: list[Record] = []
        problems: list[Problem] = []
        for path in self.paths:
            if not within(path, root):
                continue
            name = relative(self.site, path)
            try:
                source = self.read(path)
                data = _data(source)
            except (Unreadable, YamlError) as error:
                message = _("The entry is left out: {message}").format(message=error.message)
                problems.append(Problem("error", "unreadable", name, error.line, message))
                continue
            records.append(self._record(path, name, source, data))
        records.sort(key=lambda record: text_in(record.entry.values, "date"), reverse=True)
        return Listing(records, problems)

    def _record(self, path: Path, name: str, source: Source, data: dict[str, Any]) -> Record:
        """An entry of a file."""
        if venue := data.get("publication_short") or data.get("publication"):
            data = {**data, "venue": str(venue).replace("*", "")}
        values: dict[str, Value] = fields.read("publications" if self.kind == "publications" else "news", data)
        if self.kind != "publications":
            values["text"] = str(data.get("title") or path.parent.name)
        lines = 1, max(1, source.text.count("\n") + (not source.text.endswith("\n")))
        return Record(entry_of(self.kind, Span(0, len(source.text)), values), path, name, lines)

    @property
    def readonly(self) -> str:
        """Why it is only read, and what to do instead."""
        generator = title(self.site.template)
        by_hand = f"hugo new {self.name}/NAME/index.md" if generator == "Hugo" else _("a new folder with an index.qmd")
        return _(
            "this {generator} site keeps its {title} here, which are only read; add one by {by_hand}, "
            "or open its file to edit it as a page"
        ).format(generator=generator, title=self.what.title.lower(), by_hand=by_hand)

    def _refuse(self) -> NoReturn:
        """Raises the refusal of every change."""
        raise Refused(self.readonly, path=self.name)

    def add(self, values: Values, *, bibtex: str = "", today: date | None = None) -> Change:
        """Refuses."""
        self._refuse()

    def change(self, record: Record, values: Values) -> Change:
        """Refuses."""
        self._refuse()

    def remove(self, record: Record) -> Change:
        """Refuses."""
        self._refuse()

    def move(self, record: Record, to: int) -> Change:
        """Refuses."""
        self._refuse()


def _data(source: Source) -> dict[str, Any]:
    """A file's front matter as data."""
    header = find_header(source)
    if not isinstance(header, FrontMatter):
        return toml(source.text) or {}
    data = YamlDocument.read(source.text, header.yaml, first_line=2).data
    return data if isinstance(data, dict) else {}


def find(site: Site, read: Read) -> Iterator[Store]:
    """The folders whose names tell what they hold, below `content/` for Hugo."""
    base = site.root / "content" if site.has("content") and not site.has("_quarto.yml") else site.root
    known: set[str] = set()
    for folder in (base, base / "en"):
        for name in folder_names(folder):
            kind = _KINDS.get(re.sub(r"[^a-z].*$", "", name.lower()))
            store = Foreign(site, kind, folder / name, read) if kind else None
            if store and store.count() and name not in known:
                known.add(name)
                yield store


register(StoreType("readonly", 10, find, other_generators=True))
