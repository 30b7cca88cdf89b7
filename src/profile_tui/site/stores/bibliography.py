"""Bibliographies: the BibTeX files that jekyll-scholar reads, an entry for each publication."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from fnmatch import fnmatch
from functools import cached_property
from pathlib import Path
from typing import Any

from profile_tui.content.entries.entry import Link, Value, Values, authors_in, text_in, year_in
from profile_tui.content.publications import bibtex as bib
from profile_tui.markup.bibtex.syntax import BibBlock, Flaw, stray
from profile_tui.markup.bibtex.values import parsed
from profile_tui.site.bindings.lists import lists_of
from profile_tui.site.bindings.model import Step
from profile_tui.site.problem import Problem
from profile_tui.site.records import year_list
from profile_tui.site.records.bibtex_extras import BibtexExtras
from profile_tui.site.records.store import Change, Listing, Read, Record, Store, StoreType, entry_of
from profile_tui.site.repository.pages import PageFile
from profile_tui.site.repository.site import Site
from profile_tui.site.repository.tree import within
from profile_tui.site.stores import register
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused, Unreadable
from profile_tui.text.pattern import lazily
from profile_tui.text.reading import listed
from profile_tui.text.source import Source
from profile_tui.text.span import Span, Splice

_SMALL = 200_000
"""The bytes of a file that is read while somebody waits."""
_BEGINNING = lazily(r"^[ \t]*@(?!string|comment|preamble)[a-z]+[ \t]*[{(]", re.I | re.M)
_YEAR_ASKED = lazily(r"\byear\s*=\s*((?:19|20)\d\d)\b")
"""What a query says that asks for one year."""
_SAMPLE = lazily(r"einstein|przibram", re.I)


class Bibliography(BibtexExtras):
    """One BibTeX file."""

    store = "bibliography"

    def __init__(self, site: Site, kind: str, path: Path, read: Read) -> None:
        """A file; reads nothing yet."""
        super().__init__(site, kind, path, read)
        self._known: tuple[Source, Listing] | None = None
        self._read_before: dict[tuple[tuple[str, str], ...], dict[str, Value]] = {}

    @property
    def source(self) -> tuple[str, str, tuple[Step, ...]]:
        """The name that a `bibliography` tag gives it; empty where it is the one that needs no name."""
        scholar = self.site.config.get("scholar")
        usual = str(scholar.get("bibliography") or "references.bib") if isinstance(scholar, dict) else "references.bib"
        return "bibliography", "" if fnmatch(self.path.name, usual) else self.path.stem, ()

    @property
    def lines(self) -> tuple[int, int] | None:
        """All lines of the file."""
        try:
            text = self.read(self.path).text
        except Unreadable:
            return (1, 1)
        return (1, max(1, text.count("\n") + (0 if text.endswith("\n") else 1)))

    def count(self) -> int:
        """How many entries the file holds; of a large one that was not read yet, how many begin in it."""
        if self.at_hand:
            return len(self.listing().records)
        try:
            return len(_BEGINNING.findall(self.read(self.path).text))
        except Unreadable:
            return 0

    @property
    def at_hand(self) -> bool:
        """Whether the file is small, or was read already."""
        if self._known is None:
            try:
                return self.path.stat().st_size <= _SMALL
            except OSError:
                return True
        return True

    @property
    def sample(self) -> bool:
        """Whether it is the template's own."""
        try:
            keys = {block.key for block in parsed(self.read(self.path).text).blocks if block.is_entry}
        except Unreadable:
            return False
        return bool(keys) and all(_SAMPLE.match(key) for key in keys)

    def is_sample(self, record: Record) -> bool:
        """Whether an entry is the template's own."""
        key = record.entry.span.of(self.read(self.path).text).partition("{")[2]
        return _SAMPLE.match(key.strip()) is not None

    def listing(self) -> Listing:
        """The entries in file order."""
        try:
            source = self.read(self.path)
        except Unreadable as error:
            message = _("The whole file is left out: {message}.").format(message=error.message)
            return Listing([], [Problem("error", "unreadable", self.name, error.line, message)])
        if self._known is None or self._known[0] is not source:
            self._known = (source, self._listed(source))
        return self._known[1]

    def _listed(self, source: Source) -> Listing:
        """The entries of a text."""
        bibliography = parsed(source.text)
        records: list[Record] = []
        problems: list[Problem] = []
        seen: set[str] = set()
        for block in bibliography.entries:
            line = source.line_number(block.span.start)
            if trouble := _trouble(block):
                message = _("The entry {key} is left out: {message}.").format(
                    key=block.key or block.type, message=trouble.message
                )
                problems.append(Problem("error", "bibtex-error", self.name, source.line_number(trouble.at), message))
                continue
            if block.key in seen:
                message = _("The key {key} is used twice; what refers to it finds only one of the two.").format(
                    key=block.key
                )
                problems.append(Problem("warning", "duplicate-key", self.name, line, message))
            seen.add(block.key)
            lines = line, source.line_number(block.span.end - 1)
            entry = entry_of(self.kind, block.span, self._values(bibliography.fields(block)))
            records.append(Record(entry, self.path, self.name, lines, len(records)))
        for at in stray(source.text, bibliography.blocks):
            message = _("The site does not build: between entries, BibTeX takes any @ for the beginning of one.")
            problems.append(Problem("error", "bibtex-error", self.name, source.line_number(at), message))
        return Listing(records, problems)

    def _values(self, raw: dict[str, str]) -> dict[str, Value]:
        """A publication's fields; those of an entry that did not change are known."""
        key = tuple(raw.items())
        if key not in self._read_before:
            self._read_before[key] = self._fresh(raw)
        return dict(self._read_before[key])

    def _fresh(self, raw: dict[str, str]) -> dict[str, Value]:
        """A publication's fields, read for the first time."""
        values = bib.publication(raw)
        values["authors"] = tuple(author._replace(is_self=self._own(author.name)) for author in authors_in(values))
        values["links"] = tuple(
            Link(label, target) for name, label in bib.LINKS.items() if (target := bib.target(name, raw.get(name, "")))
        )
        values["note"] = bib.note(raw)
        return values

    def _own(self, name: str) -> bool:
        """Whether a name is that of the site's owner."""
        scholar = self.site.config.get("scholar")
        given: dict[str, Any] = scholar if isinstance(scholar, dict) else {}
        lasts, firsts = (_words(given.get(key)) for key in ("last_name", "first_name"))
        folded = name.casefold()
        # as jekyll-scholar compares: the whole first name, so that `A.` is not every first name with an A
        return any(folded == f"{first} {last}" for last in lasts for first in firsts)

    def entries(self, source: Source) -> list[BibBlock]:
        """The blocks of the entries that can be read, in file order; a record's place counts these."""
        return [block for block in parsed(source.text).blocks if block.is_entry and not _trouble(block)]

    def _open(self) -> tuple[Source, list[BibBlock]]:
        """The file, for a change."""
        self.check_outside(self.path)
        source = self.read(self.path)
        return source, self.entries(source)

    def add(self, values: Values, *, bibtex: str = "", today: date | None = None) -> Change:
        """Inserts an entry where the file keeps its newest, laid out as its neighbour is."""
        from profile_tui.site.records import bibtex_layout, write_bibtex

        self.require(values)
        also = self._listed_years(values)
        if not also:
            self._check_year(values)
        source, blocks = self._open()
        records = self.listing().records
        on_top = not blocks or self.what.newest_first([record.entry for record in records])
        written = write_bibtex.compose(source.text, blocks if on_top else blocks[::-1], values, bibtex)
        splice = bibtex_layout.placed(source.text, blocks, written, on_top=on_top)
        index = 0 if on_top else len(blocks)
        after = source.splice([splice])
        new = self._proven(source, blocks, after, added=index)
        # an entry that came as BibTeX keeps all its fields, of which more may be links than a page would show
        meant = {name: value for name, value in values.items() if name != "links" or not bibtex}
        self.says(new[index].entry, meant)
        return Change(self.path, self.name, (splice,), _("Add {one}").format(one=self.what.one), also=also)

    def _check_year(self, values: Values) -> None:
        """Raise Refused where all loops that show the file ask for years, and for none that a new entry is of."""
        loops = lists_of(self.site).bindings.of(*self.source[:2])
        years = [_YEAR_ASKED.search(loop.query) for loop in loops]
        held = sorted({match[1] for match in years if match})
        if values.get("year") and held and all(years) and text_in(values, "year") not in held:
            shown = _("the pages show the years {first} to {last} of this file; have them show {year}, too")
            raise Refused(shown.format(first=held[0], last=held[-1], year=values["year"]), path=self.name)

    def _proven(
        self,
        source: Source,
        blocks: Sequence[BibBlock],
        after: Source,
        *,
        added: int = -1,
        gone: int = -1,
        changed: int = -1,
    ) -> list[Record]:
        """The entries after a change, once all others are found to be as they were, character for character."""
        before = [block.span.of(source.text) for index, block in enumerate(blocks) if index not in (gone, changed)]
        entries = self.entries(after)
        now = [block.span.of(after.text) for index, block in enumerate(entries) if index not in (added, changed)]
        count = len(blocks) + (added >= 0) - (gone >= 0)
        if len(entries) != count or before != now or _others(source.text) != _others(after.text):
            raise Refused(_("the change would also alter another entry; nothing was written"), path=self.name)
        return self._listed(after).records

    def change(self, record: Record, values: Values) -> Change:
        """Sets fields of one entry, each in its own delimiters."""
        from profile_tui.site.records import write_bibtex

        source, blocks = self._open()
        old = record.entry.values
        self.require({**old, **values})
        wanted = {name: value for name, value in values.items() if value != old.get(name)}
        block = blocks[record.index]
        splices = write_bibtex.rewritten(source.text, block, blocks, wanted)
        if splices:
            after = self._proven(source, blocks, source.splice(splices), changed=record.index)[record.index].entry
            self.says(after, wanted)
            for name, value in old.items():
                if name not in wanted and after.values.get(name) != value:
                    raise Refused(
                        _("the change would also alter the {name}; edit the file's source").format(
                            name=self.what.called(name)
                        ),
                        path=self.name,
                    )
        else:
            self.says(record.entry, wanted)
        also = self._listed_years(wanted)
        return Change(self.path, self.name, tuple(splices), _("Change {one}").format(one=self.what.one), also=also)

    @cached_property
    def _year_pages(self) -> list[PageFile]:
        """The pages that may show the entries year by year; a form asks at every key."""
        return year_list.pages(self.site)

    def _listed_years(self, values: Values) -> tuple[Change, ...]:
        """The changes of pages that would not show the year of an entry."""
        year = year_in(values)
        return () if year is None else year_list.added(self._year_pages, self.path, year, self.read)

    def remove(self, record: Record) -> Change:
        """Removes one entry and the blank lines that kept it from its neighbour."""
        source, blocks = self._open()
        text, at = source.text, record.index
        span = blocks[at].span
        following = blocks[at + 1].span.start if at + 1 < len(blocks) else -1
        before = blocks[at - 1].span.end if at else -1
        if following >= 0 and not text[span.end : following].strip():
            cut = Span(span.start, following)
        elif before >= 0 and not text[before : span.start].strip():
            cut = Span(before, span.end)
        else:
            cut = Span(span.start, span.end + (text[span.end : span.end + 1] == "\n"))
        splice = Splice.delete(cut)
        self._proven(source, blocks, source.splice([splice]), gone=at)
        return Change(
            self.path, self.name, (splice,), _("Remove {one}").format(one=self.what.one), note=self._empty_year(record)
        )

    def _empty_year(self, record: Record) -> str:
        """Say which pages go on listing the year of an entry that is the last of it."""
        year = year_in(record.entry.values)
        others = [other for other in self.listing().records if other.index != record.index]
        if year is None or any(year_in(other.entry.values) == year for other in others):
            return ""
        pages = year_list.listing(self._year_pages, self.path, year, self.read)
        return (
            _("{pages} still lists the year {year}; remove it there").format(pages=" and ".join(pages), year=year)
            if pages
            else ""
        )

    def move(self, record: Record, to: int) -> Change:
        """Moves one entry, byte for byte; what is between entries stays."""
        source, blocks = self._open()
        order = list(range(len(blocks)))
        order.insert(to, order.pop(record.index))
        splices = tuple(Splice(blocks[at].span, blocks[old].span) for at, old in enumerate(order) if at != old)
        after = source.splice(splices)
        now = [block.span.of(after.text) for block in self.entries(after)]
        if now != [blocks[old].span.of(source.text) for old in order]:
            raise Refused(_("the change would also alter another entry; nothing was written"), path=self.name)
        return Change(self.path, self.name, splices, _("Move {one}").format(one=self.what.one))


def _trouble(block: BibBlock) -> Flaw | None:
    """What keeps the site from showing an entry."""
    return block.broken or next(iter(block.flaws), None)


def _others(text: str) -> list[str]:
    """What isn't an entry that can be read: abbreviations, comments, broken entries."""
    return [block.span.of(text) for block in parsed(text).blocks if not block.is_entry or _trouble(block)]


def _words(value: object) -> list[str]:
    """A configuration's name or names, in lower case."""
    words = value if isinstance(value, list) else [value] if value else []
    return [str(word).casefold() for word in words]


def _find(site: Site, read: Read) -> Iterator[Store]:
    """The files that `scholar.bibliography` and pages name; all of the folder where they name none that exists."""
    scholar = site.config.get("scholar")
    asked = [loop.ref.name for loop in lists_of(site).bindings.loops if loop.ref.origin == "bibliography"]
    if site.config and not isinstance(scholar, dict) and not asked and not site.has_plugin("jekyll-scholar"):
        return
    given: dict[str, Any] = scholar if isinstance(scholar, dict) else {}
    folder = site.root / str(given.get("source") or "_bibliography").lstrip("./")
    root = os.path.realpath(site.root)
    paths = [path for pattern in _named(given, asked) for path in _matching(folder, pattern)]
    for path in dict.fromkeys(paths or _matching(folder, "*.bib")):
        if os.path.isfile(path) and within(path, root):
            yield Bibliography(site, "publications", path, read)


def _named(given: Mapping[str, Any], asked: Sequence[str]) -> list[str]:
    """The files that the configuration names, and with them those that pages ask for; none where it names none."""
    named = given.get("bibliography")
    names = [str(name).strip("/") for name in (named if isinstance(named, list) else [named]) if name]
    return [name for name in (*names, *(f"{stem}.bib" for stem in asked if stem)) if name] if names else []


def _matching(folder: Path, pattern: str) -> list[Path]:
    """The files of a folder that a pattern of the configuration means; none where that isn't a pattern."""
    try:
        return listed(folder, pattern)
    except (ValueError, NotImplementedError):
        return []


register(StoreType("bibliography", 20, _find))
