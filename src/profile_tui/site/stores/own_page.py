"""Pages of a kind: pages beside the home page whose title or headings announce entries, and which hold them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from profile_tui.content.entries.entry import Values, text_in
from profile_tui.content.entries.section import Section
from profile_tui.content.kinds import classify, kinds
from profile_tui.content.page.page import Page
from profile_tui.site.bindings.lists import lists_of
from profile_tui.site.bindings.pages import page_paths
from profile_tui.site.problem import Problem
from profile_tui.site.records.store import Change, Listing, Read, Record, Store, StoreType, relative
from profile_tui.site.repository.includes import includes
from profile_tui.site.repository.locate import Target
from profile_tui.site.repository.site import Site
from profile_tui.site.repository.tree import within
from profile_tui.site.stores import register
from profile_tui.text.catalogue import _
from profile_tui.text.errors import AppError, Refused, Unreadable
from profile_tui.text.pattern import lazily
from profile_tui.text.reading import read_bounded
from profile_tui.text.source import Source

if TYPE_CHECKING:
    from profile_tui.content.change.edit import ProvenEdit

_TITLE = lazily(r"^(title|published|layout|redirect_to|lang):[ \t]*[\"']?([^\"'\n#]*?)[\"']?[ \t]*(?:#.*)?$", re.M)
_HEADING = lazily(
    r"^[ ]{0,3}#{1,6}[ \t]+(.+)$|^(.+)\n(?:=+|-{3,})[ \t]*$|<h[1-6]\b[^>]*>([^\0]*?)</h[1-6]", re.M | re.I
)
_CV = lazily(r"\b(cv|vita|vitae|r[ée]sum[ée]|lebenslauf)\b|履历|简历|履歴|経歴", re.I)
_HOMES = lazily(r"(index|about|home|default)\b", re.I)
_SAMPLE = lazily(r"Version Control Theory, GitHub University|GitHub University|Lorem ipsum dolor", re.I)
"""What is in pages that come with a template."""
_LISTINGS = ("posts", "blog", "collection", "categories", "tags", "archive-taxonomy")
"""Layouts of themes that make a page of posts or entries themselves."""
_YEAR = lazily(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_POST = lazily(r"\d{4}-\d{1,2}-\d{1,2}-")
_OTHERS = frozenset("people members member team group students alumni staff authors profiles users".split())
"""Folders of pages about somebody else each."""
_LARGEST = 512 * 1024
_MAIN = ("news", "publications", "interests")


class OwnPage(Store):
    """The entries of one kind that a page of their own holds."""

    store = "page"

    def __init__(self, site: Site, kind: str, path: Path, read: Read, announced: bool) -> None:
        """The entries of a page.

        Args:
            site: The site.
            kind: The name of the kind.
            path: The page.
            read: Gives a file as it is now.
            announced: Whether the page's title announces the kind, so that what has no heading is of it.
        """
        super().__init__(site, kind, path, read)
        self.is_announced = announced
        self.year = _year_of(path)
        self._known: Page | None = None
        self.shown_by = [self.name]

    @property
    def page(self) -> Page:
        """The page as it is now."""
        source = self.read(self.path)
        if self._known is None or self._known.source is not source:
            kind = self.kind if self.is_announced else "text"
            self._known = self._known.of(source) if self._known else Page(source, kind)
        return self._known

    @property
    def _sections(self) -> list[Section]:
        """The sections of the kind."""
        return self.page.of_kind(self.kind)

    @property
    def is_readable(self) -> bool:
        """Whether the file can be edited; one that holds a zero byte cannot, and must not keep others from it."""
        try:
            return bool(self.page)
        except Unreadable:
            return False

    @property
    def holds_entries(self) -> bool:
        """Whether entries are under words that announce them, and are not only taken for such by their look."""
        return any(section.entries and not section.recognised for section in self._sections)

    @property
    def label(self) -> str:
        """The page's title, or its name."""
        header = self.page.front_matter if self.is_readable else None
        keys = dict(_TITLE.findall(header.yaml.of(self.page.text))) if header else {}
        return keys.get("title") or self.name

    @property
    def lines(self) -> tuple[int, int] | None:
        """The lines from the first section of the kind to the last."""
        sections = self._sections if self.is_readable else []
        if not sections:
            return (1, 1)
        return self.page.lines(sections[0].span)[0], self.page.lines(sections[-1].span)[1]

    @property
    def sample(self) -> bool:
        """Nothing of it: templates keep their samples in collections."""
        return False

    def count(self) -> int:
        """How many entries the page has."""
        try:
            return len(self.page.entries(self.kind))
        except Unreadable:
            return 0

    def listing(self) -> Listing:
        """The entries in page order."""
        try:
            page = self.page
        except Unreadable as error:
            message = _("The whole file is left out: {message}.").format(message=error.message)
            return Listing([], [Problem("error", "unreadable", self.name, error.line, message)])
        return Listing(self._records(page))

    def _records(self, page: Page) -> list[Record]:
        """The entries of a page."""
        return [
            Record(entry, self.path, self.name, page.lines(entry.span), entry.number)
            for entry in page.entries(self.kind)
        ]

    def written_date(self, record: Record | None) -> str:
        """The date of an entry as it is read."""
        records = [record] if record else self.listing().records[:1]
        return next((iso for record in records if (iso := text_in(record.entry.values, "date"))), "")

    def add(self, values: Values, *, bibtex: str = "", today: date | None = None) -> Change:
        """Adds an entry where the page keeps its newest, in the shape of its neighbours."""
        self.check_outside(self.path)
        if self.path.suffix.lower().startswith(".htm") and not self.count():
            raise Refused(
                _("add the first {one} of this HTML page by hand; others are then written like it").format(
                    one=self.what.one
                )
            )
        from profile_tui.content.change import edit

        return self._change(edit.add(self.page, self.kind, values))

    def change(self, record: Record, values: Values) -> Change:
        """Sets fields of an entry."""
        self.check_outside(self.path)
        from profile_tui.content.change import edit

        return self._change(edit.change(self.page, self.kind, record.index, values))

    def remove(self, record: Record) -> Change:
        """Takes an entry away."""
        self.check_outside(self.path)
        from profile_tui.content.change import edit

        return self._change(edit.remove(self.page, self.kind, record.index))

    def move(self, record: Record, to: int) -> Change:
        """Moves an entry."""
        self.check_outside(self.path)
        from profile_tui.content.change import edit

        return self._change(edit.move(self.page, self.kind, record.index, to + 1))

    def _change(self, edited: ProvenEdit) -> Change:
        """The change that an edit of the page is."""
        return Change(self.path, self.name, edited.splices, edited.label)


def _find(site: Site, read: Read) -> Iterator[Store]:
    """The pages beside the home page that hold entries of a kind."""
    if site.home is None:
        return
    root = os.path.realpath(site.root)
    known = {site.home, *_taken_in(site, read)}
    made, unseen = _made(site), lists_of(site).bindings.overwritten
    bare = _needs_no_header(site, read)
    translated: list[Store] = []
    for path in page_paths(site):
        if path in known or not within(path, root) or _POST.match(path.name) or _is_about_another(site, path):
            continue
        headless = bare and path.suffix in (".md", ".markdown") and not relative(site, path).startswith("_")
        text = _text(path, headless)
        if os.path.relpath(path, site.root).replace(os.sep, "/") in unseen:
            continue
        for kind, announced in _announced(site, path, text):
            store = OwnPage(site, kind, path, read, announced)
            if kind in made.get(store.name, ()):
                continue
            if not store.is_readable:
                if announced:
                    yield store  # its listing tells that the file is left out, and an addition to it is refused
                continue
            if store.holds_entries or (announced and kind in _MAIN and _is_bare(text) and not store.count()):
                if _is_translation(site, store.page):
                    translated.append(store)
                else:
                    yield store
    yield from translated


def _is_about_another(site: Site, path: Path) -> bool:
    """Whether a page is one of a folder with a page for each person."""
    return any(part.strip("_").lower() in _OTHERS for part in path.relative_to(site.root).parts[:-1])


def _is_translation(site: Site, page: Page) -> bool:
    """Whether a page says that it is in another language than the site."""
    declared = page.declared_language[:2].lower()
    return bool(declared) and declared != (site.language[:2].lower() or "en")


def _made(site: Site) -> dict[str, set[str]]:
    """The kinds of entries that loops make, by the page; one over a collection that was taken away makes none."""
    lists = lists_of(site)
    base = site.root / site.folder("collections_dir")
    made: dict[str, set[str]] = {}
    for shown in lists.shown:
        if shown.origin != "collection" or os.path.isdir(base / f"_{shown.name}"):
            for page in shown.pages:
                made.setdefault(page, set()).add(shown.kind)
    for loop in lists.bindings.loops:
        is_gone = loop.ref.origin == "collection" and not os.path.isdir(base / f"_{loop.ref.name}")
        if not loop.hidden and not is_gone and loop.ref.origin in ("data", "collection", "bibliography"):
            kinds_above = {_kind(words) for words in (*loop.headings[-1:], loop.title)}
            made.setdefault(loop.page, set()).update(kind for kind in kinds_above if kind)
    return made


def _taken_in(site: Site, read: Read) -> list[Path]:
    """The files that the home page takes in."""
    if site.home is None:
        return []
    try:
        return [include.path for include in includes(Page(read(site.home)), Target(site.home, "", site.root, site))]
    except AppError:
        return []


def _needs_no_header(site: Site, read: Read) -> bool:
    """Whether Markdown files without front matter are pages: by a plugin, or as the home page is such a one."""
    if site.has_plugin("jekyll-optional-front-matter"):
        return True
    if site.home is None or site.home.suffix != ".md" or os.path.isfile(site.root / "Gemfile"):
        return False
    try:
        return not read(site.home).text.startswith("---")
    except AppError:
        return False


def _text(path: Path, headless: bool) -> str:
    """The text of a page, which may be without front matter; empty of what is none."""
    try:
        source = Source(read_bounded(path, _LARGEST))
    except OSError:
        return ""
    return source.text if headless or source.text.startswith("---") else ""


def _announced(site: Site, path: Path, text: str) -> Iterator[tuple[str, bool]]:
    """The kinds that a page announces, and whether its title does."""
    keys, body_start = _keys(text)
    if body_start is None or _is_left_out(keys) or _SAMPLE.search(text):
        return
    name = relative(site, path)
    by_title = _kind(keys.get("title", ""))
    if by_title is None and not keys.get("title"):
        stem = path.parent.name if _HOMES.match(path.stem) and path.parent != site.root else path.stem
        by_title = _kind(re.sub(r"[-_]+", " ", stem))
    if by_title:
        yield by_title, True
    elif _HOMES.match(path.stem) or name.count("/") > 2:
        return  # another language's home page, or an old one
    headings = _HEADING.findall(text[body_start:])
    kinds_announced = (_kind(re.sub(r"<[^<>]*>", "", "".join(words))) for words in headings)
    whole = _CV.search(f"{path.stem} {keys.get('title', '')}") is not None
    for kind in dict.fromkeys(kinds_announced):
        # the page of a course has a heading for its classes, and isn't a list of what somebody taught
        if kind and kind != by_title and (whole or kind in _MAIN):
            yield kind, False


def _keys(text: str) -> tuple[dict[str, str], int | None]:
    """The keys that tell of a page, and where its body begins; None of what is no page."""
    header = Page(Source(text.encode("utf-8", "surrogateescape"))).front_matter if text else None
    if header is None:
        return {}, None if not text or text.startswith("---") else 0
    return dict(_TITLE.findall(header.yaml.of(text))), header.body_start


def _is_left_out(keys: dict[str, str]) -> bool:
    """Whether a page is not made, or of what others hold."""
    return keys.get("published") == "false" or keys.get("layout") in _LISTINGS or bool(keys.get("redirect_to"))


def _year_of(path: Path) -> int | None:
    """The year whose entries alone a page holds, by its name: `2014.html`, `news-2014.md`."""
    years = _YEAR.findall(path.stem)
    return int(years[0]) if len(years) == 1 else None


def _kind(words: str) -> str | None:
    """The kind that some words announce; None where they announce none."""
    meaning = classify(words.strip()) if words.strip() else None
    return meaning if meaning in kinds() else None


def _is_bare(text: str) -> bool:
    """Whether a page shows nothing that Liquid makes."""
    return "{%" not in text


register(StoreType("own_page", 50, _find))
