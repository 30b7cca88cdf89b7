"""Finds what the pages of a site show."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from profile_tui.markup.frontmatter import FrontMatter, find
from profile_tui.markup.liquid.template import scan
from profile_tui.markup.yaml.document import YamlDocument, YamlError
from profile_tui.markup.yaml.quick import simple_map
from profile_tui.site.bindings.interpreter import Interpreter, TemplateFile
from profile_tui.site.bindings.model import FURNITURE, Bindings, Ref
from profile_tui.site.bindings.overwritten import overwritten
from profile_tui.site.bindings.pages import page_paths
from profile_tui.site.bindings.values import Known
from profile_tui.site.repository.tree import inside
from profile_tui.text.dataclass import dataclass, field
from profile_tui.text.pattern import lazily
from profile_tui.text.reading import read_bounded
from profile_tui.text.source import Source
from profile_tui.text.span import Span

if TYPE_CHECKING:
    from profile_tui.site.repository.site import Site

_LARGEST = 512 * 1024
_MOST_STEPS = 60_000
"""How many tags and outputs are followed in all pages together."""
_DEEP = 6
_SUFFIXES = ("", ".html", ".liquid", ".md")
DATA_SUFFIXES = (".yml", ".yaml", ".json", ".csv", ".tsv")
"""How the names of data files end."""
_MENTION = lazily(
    r"\bsite(?:\.data)?\[|\bsite\.data\.([\w-]+)|\bsite\.([\w-]+)|\b(paginator)\.posts|\{%-?\s*(bibliography)\b"
    r"|\{%-?\s*include(?:_relative|_cached)?\s+(\S+)|\bin\s+page\.([\w-]+)"
)
_PAGE_KEY = lazily(r"\bpage\.([\w-]+)")


def bindings(site: Site) -> Bindings:
    """Return what the pages of a site show; nothing of a site that Jekyll does not build."""
    if site.has_other_generator or not site.config:
        return Bindings(has_layouts=False)
    return _Search(site).run()


@dataclass(slots=True)
class _Search:
    """One search through a site."""

    site: Site
    found: Bindings = field(default_factory=Bindings)
    _files: dict[Path, TemplateFile | None] = field(default_factory=dict)
    _interesting: dict[Path, bool] = field(default_factory=dict)
    _seen: set[tuple[object, ...]] = field(default_factory=set)
    _steps_left: int = _MOST_STEPS

    def run(self) -> Bindings:
        """Look at all pages, the home page first."""
        home = self.site.home
        paths = list(page_paths(self.site))
        if home is not None:
            paths = [home, *(path for path in paths if path != home)]
        stands_for = _site(self.site)
        read = [
            (path, page)
            for path in paths
            if (page := self._file(path)) is not None and page.data.get("published") is not False
        ]
        self.found.overwritten = overwritten(self.site, ((page.name, page.data) for path, page in read if path != home))
        for path, page in read:
            if page.name in self.found.overwritten:
                continue
            self.found.pages.append(page.name)
            layouts = self._layouts(page)
            is_interesting = any(
                self._is_interesting(layout) or (path == home and _names_list_of(page, layout)) for layout in layouts
            )
            if not is_interesting or (path != home and not self._is_new(page, layouts)):
                layouts = []
            if layouts or self._is_interesting(page):
                self._look(page, layouts, stands_for)
        return self.found

    def _look(self, page: TemplateFile, layouts: list[TemplateFile], stands_for: Known) -> None:
        """Follow one page."""
        if self._steps_left <= 0:
            self.found.is_complete = False
            return

        def include(tag: str, name: str) -> TemplateFile | None:
            return self._include(page, tag, name)

        run = Interpreter(page, stands_for, include)
        run.steps_left = allowed = min(run.steps_left, self._steps_left)
        run.run(layouts)
        self._steps_left -= allowed - run.steps_left
        self.found.loops += run.loops
        self.found.lookups |= run.lookups
        self.found.is_complete = self.found.is_complete and run.is_complete

    def _include(self, page: TemplateFile, tag: str, name: str) -> TemplateFile | None:
        """The file that an include names."""
        folder = self.site.root / "_includes"
        if tag == "include_relative":
            folder = (self.site.root / page.name).parent
        return self._file(folder / name.lstrip("/"), is_page=False)

    def _file(self, path: Path, *, is_page: bool = True) -> TemplateFile | None:
        """A file, read; None where it is not there, is huge, or is a page on which Liquid does not run."""
        if path not in self._files:
            self._files[path] = self._read(path, is_page)
        return self._files[path]

    def _read(self, path: Path, is_page: bool) -> TemplateFile | None:
        """A file, read."""
        if not inside(path, self.site.root):
            return None
        try:
            source = Source(read_bounded(path, _LARGEST))
        except OSError:
            return None
        header = find(source)
        if not isinstance(header, FrontMatter) and is_page:
            return None
        start, data = 0, dict[str, Any]()
        if isinstance(header, FrontMatter):
            start, data = header.body_start, _data(source, header)
        name = os.path.relpath(path, self.site.root).replace(os.sep, "/")
        if is_page:
            data = {**_defaults(self.site, name), **data}
        off = data.get("render_with_liquid") is False
        span = Span(len(source.text) if off else start, len(source.text))
        return TemplateFile(name, scan(source.text, span), data)

    def _layouts(self, page: TemplateFile) -> list[TemplateFile]:
        """The layouts of a page, the innermost first."""
        layouts: list[TemplateFile] = []
        data: Mapping[str, Any] = page.data
        while (name := data.get("layout")) not in (None, "", "none", "null") and len(layouts) < _DEEP:
            paths = (self.site.root / "_layouts" / f"{name}{suffix}" for suffix in _SUFFIXES[1:])
            layout = next((file for path in paths if (file := self._file(path, is_page=False))), None)
            if layout is None:
                self.found.has_layouts = False
            if layout is None or layout in layouts:
                break
            layouts.append(layout)
            data = layout.data
        return layouts

    def _is_new(self, page: TemplateFile, layouts: list[TemplateFile]) -> bool:
        """Whether layouts have not been followed yet for a page whose front matter says the same to them."""
        keys = {key for layout in layouts for key in _PAGE_KEY.findall(layout.template.text)}
        facts = frozenset(
            (key, str(value))
            for key, value in page.data.items()
            if key in keys - {"title", "permalink", "description", "layout", "date", "url", "excerpt", "subtitle"}
        )
        mark = (*(layout.name for layout in layouts), facts)
        if mark in self._seen:
            return False
        self._seen.add(mark)
        return True

    def _is_interesting(self, file: TemplateFile, depth: int = 0) -> bool:
        """Whether a file may show entries: it, or what it includes, names a source of them."""
        path = self.site.root / file.name
        if path not in self._interesting:
            self._interesting[path] = False  # of two that include each other
            self._interesting[path] = any(self._names(file, match, depth) for match in _mentions(file))
        return self._interesting[path]

    def _names(self, file: TemplateFile, match: re.Match[str], depth: int) -> bool:
        """Whether some words name a source of entries."""
        data, key, _, _, include, own = match.groups()
        if data:
            return data.lower() not in FURNITURE
        if key in ("categories", "tags"):
            return match.string.startswith((".", "['", '["'), match.end())
        if key:
            own_list = self.site.config.get(key)
            is_list = isinstance(own_list, list) and any(isinstance(item, dict) for item in own_list)
            return is_list or key in ("posts", "data", *self.site.collections)
        if include:
            name = include.strip("\"'")
            tag = "include_relative" if "include_relative" in match[0] else "include"
            inner = self._include(file, tag, name) if "{" not in name else None
            return inner is None or (depth < _DEEP and self._is_interesting(inner, depth + 1))
        if own:
            return isinstance(file.data.get(own), list)
        return True


def _names_list_of(page: TemplateFile, layout: TemplateFile) -> bool:
    """Whether a layout names a list in a page's front matter."""
    return any(isinstance(page.data.get(match.groups()[-1] or ""), list) for match in _mentions(layout))


def _mentions(file: TemplateFile) -> Iterator[re.Match[str]]:
    """What a file says that may name a source of entries."""
    span = file.template.span
    return _MENTION.finditer(file.template.text, span.start, span.end)


def _data(source: Source, header: FrontMatter) -> dict[str, Any]:
    """The data of a front matter; none where it cannot be read."""
    data: object = simple_map(source.text, header.yaml)
    if data is None:
        try:
            data = YamlDocument.read(source.text, header.yaml, first_line=2).data
        except YamlError:
            return {}
    return {str(key): value for key, value in data.items()} if isinstance(data, dict) else {}


def _defaults(site: Site, name: str) -> dict[str, Any]:
    """What the configuration gives a page that says nothing itself."""
    defaults: dict[str, Any] = {}
    scopes = site.config.get("defaults")
    for scoped in scopes if isinstance(scopes, list) else []:
        scope, values = (scoped.get("scope"), scoped.get("values")) if isinstance(scoped, dict) else (None, None)
        if not isinstance(scope, dict) or not isinstance(values, dict):
            continue
        path = str(scope.get("path") or "").strip("/")
        wanted = scope.get("type")
        if wanted in (None, "", "pages", name.partition("/")[0].removeprefix("_")) and (
            not path or name == path or name.startswith(f"{path}/")
        ):
            defaults.update(values)
    return defaults


def _site(site: Site) -> Known:
    """What `site` stands for."""
    folder = site.root / site.folder("data_dir", "_data")
    data: dict[str, Any] = dict(site.config)
    data |= {name: Ref("collection", name) for name in site.collections}
    data |= {
        "posts": Ref("collection", "posts"),
        "data": _data_files(folder, ()),
        "documents": Ref("documents"),
    }
    data |= {"categories": Ref("categories"), "tags": Ref("tags"), "pages": Ref("pages"), "html_pages": Ref("pages")}
    return Known(data, Ref("config"))


def _data_files(folder: Path, steps: tuple[str, ...]) -> Known:
    """What `site.data` stands for: a key for each file and folder, whatever is in them."""
    data: dict[str, Any] = {}
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                stem, suffix = os.path.splitext(entry.name)
                if entry.is_dir(follow_symlinks=False) and len(steps) < _DEEP and not entry.name.startswith("."):
                    data[entry.name] = _data_files(folder / entry.name, (*steps, entry.name))
                elif suffix.lower() in DATA_SUFFIXES:
                    data[stem] = Ref("data", steps=(*steps, stem))
    except OSError:
        pass
    return Known(data, Ref("data", steps=steps))
