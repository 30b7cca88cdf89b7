"""Posts as news: `_posts`, where a site keeps its news nowhere else."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from profile_tui.content.entries.entry import Value
from profile_tui.content.kinds import kind_of_file
from profile_tui.content.page.page import Page, is_html
from profile_tui.markup.frontmatter import FrontMatter
from profile_tui.site.bindings.lists import lists_of
from profile_tui.site.bindings.posts import SORTING, picks
from profile_tui.site.bindings.roles import Shown, keys, of_its_kind
from profile_tui.site.problem import Problem
from profile_tui.site.records.item import Item
from profile_tui.site.records.key_names import KeyNames
from profile_tui.site.records.store import Read, Store, StoreType
from profile_tui.site.repository.includes import includes
from profile_tui.site.repository.locate import Target
from profile_tui.site.repository.site import Site
from profile_tui.site.stores import register
from profile_tui.site.stores.collection import Collection
from profile_tui.text.catalogue import _
from profile_tui.text.dataclass import replace
from profile_tui.text.errors import AppError
from profile_tui.text.pattern import lazily
from profile_tui.text.source import Source

NAME = lazily(r"(\d{2,4}-\d{1,2}-\d{1,2})-(.+)\.[^.]+")
"""How Jekyll wants the files of posts to be named; what is named otherwise it skips."""
_SAMPLE = lazily(
    r"(blog-post-\d+|future-post|welcome-to-jekyll|example-post(-\d+)?|test-markdown|sample-markdown"
    r"|markup-.*|layout-.*|post-(gallery|notice|quote|standard|chat|aside|link|video|image|status|future-date).*)",
    re.I,
)
_NEARLY = lazily(r"\d{2,4}[-_. ]?\d")
"""How the names begin of files that are meant to be posts."""


def is_meant(name: str) -> bool:
    """Whether a file within `_posts` whose name is none of a post's is meant to be a post, not to go with one."""
    folder, _unused, last = name.rpartition("/")
    return _NEARLY.match(last) is not None or (not folder and last.lower().endswith((".md", ".markdown")))


def is_sample(path: Path) -> bool:
    """Whether a post is named as one that came with a template."""
    match = NAME.fullmatch(path.name)
    return match is not None and _SAMPLE.fullmatch(match[2]) is not None


class Posts(Collection):
    """The files of `_posts`."""

    @property
    def titled(self) -> bool:
        """Whether an entry's text is its title: it is, unless the pages show the posts' text alone."""
        return self.shown is None or not self.shown.keys.text or "title" in self.shown.keys.text

    def _says_in_body(self, data: dict[str, Any], body: str) -> bool:
        """Whether the pages show the text of a post, whatever its title."""
        return bool(body) and not self.titled

    @cached_property
    def _picked(self) -> dict[str, set[str]]:
        """The values of the keys by one of which the pages pick these among the posts; none where they show all."""
        picked: dict[str, set[str]] = {}
        for loop in self.shown.loops if self.shown else ():
            if not (asked := picks(loop)):
                return {}
            for key, value in asked:
                picked.setdefault(key, set()).add(value)
        return picked

    @property
    def names(self) -> KeyNames:
        """What the keys of its entries mean; no category is asked for that the folder gives."""
        names = super().names
        allowed = {str(value) for value in (names.fixed or {}).get("categories", ())}
        if not names.fixed or not allowed & self.folders:
            return names
        return replace(names, fixed={key: values for key, values in names.fixed.items() if key != "categories"})

    def names_among(self, like: Sequence[Mapping[str, Any]]) -> KeyNames:
        """What the keys mean; of `category` and `categories`, which say the same, the one that the neighbours have."""
        names = self.names
        fixed = {}
        for key, values in (names.fixed or {}).items():
            own_names = set(map(str, values))
            own = (name for name in SORTING.get(key, ()) if any(_said(item, name) & own_names for item in like))
            fixed[next(own, key)] = values
        return replace(names, fixed=fixed)

    @cached_property
    def folders(self) -> set[str]:
        """The categories that all posts here have by the folders that theirs is in, as Jekyll gives them."""
        base = self.site.root / self.site.folder("collections_dir")
        return set(Path(os.path.relpath(self.path.parent, base)).parts) - {"."}

    def _is_picked(self, data: dict[str, Any]) -> bool:
        """Whether the pages show a post in this list."""
        if not self._picked:
            return True
        held = {key: set().union(*(_said(data, name) for name in SORTING[key])) for key in self._picked}
        if "categories" in held:
            held["categories"] |= self.folders
        return any(held[key] & values for key, values in self._picked.items())

    def _is_sample(self, path: Path) -> bool:
        """Whether a post is named as one of the template's."""
        return is_sample(path)

    def parse(self, path: Path, name: str, source: Source) -> Item | Problem | None:
        """Reads one file's text; what is not named as a post is none."""
        if source.data and not NAME.fullmatch(path.name):
            if not is_meant(self.inner(path)):
                return None
            message = _("Jekyll skips it: a post's file is named like 2026-11-21-title.md.")
            return Problem("warning", "post-name", name, None, message)
        parsed = super().parse(path, name, source)
        if isinstance(parsed, Item) and not self._is_picked(parsed.data):
            return None
        # Jekyll drops the mark before it reads a post, and asks for no front matter, only there
        return None if isinstance(parsed, Problem) and parsed.code in ("bom", "no-front-matter") else parsed

    def _values(
        self, path: Path, source: Source, header: FrontMatter, data: dict[str, Any]
    ) -> tuple[dict[str, Value], tuple[str, int, str]]:
        """An entry's fields; a post without a title is titled by its file's name."""
        values, key = super()._values(path, source, header, data)
        match = NAME.fullmatch(path.name)
        field = "title" if self.kind == "publications" else "text"
        if not str(data.get("title") or "").strip() and match and (self.titled or not values.get(field)):
            values[field] = " ".join(word.capitalize() for word in re.split(r"[-_\s]+", match[2]))
        return values, key


def _said(data: Mapping[str, Any], key: str) -> set[str]:
    """The categories or tags that a key gives, which may be one text with blanks between them."""
    value = data.get(key)
    return set(map(str, value if isinstance(value, list) else str(value or "").split()))


def shown_posts(site: Site) -> list[Shown]:
    """Return the lists that a site's pages show of posts, one for each kind."""
    return [shown for shown in lists_of(site).shown if (shown.origin, shown.name) == ("collection", "posts")]


def _find(site: Site, read: Read) -> Iterator[Store]:
    """The posts, where there are some of the site's own and its home page has no news."""
    if any((kind := kind_of_file(name, whole=True)) is not None and kind.name == "news" for name in site.collections):
        return  # a folder that is not there yet is the news' home all the same
    store = Posts(site, "news", site.root / site.folder("collections_dir") / "_posts", read)
    if not os.path.isdir(store.path) or not store.count() or store.sample:
        return
    store.shown = next((shown for shown in shown_posts(site) if shown.kind == "news"), None)
    if store.shown is None:
        if _has_news(site, read):
            return
        loops = list(lists_of(site).bindings.of("collection", "posts"))
        taken = {(loop.page, loop.file, loop.span) for shown in shown_posts(site) for loop in shown.loops}
        if loops and all(loop.ref.steps or (loop.page, loop.file, loop.span) in taken for loop in loops):
            return  # what is shown of the posts is of another kind
        store.shown = Shown("collection", "posts", (), "news", loops, keys("news", loops)) if loops else None
    store.shown = of_its_kind(store.shown) if store.shown else None
    yield store


def _has_news(site: Site, read: Read) -> bool:
    """Whether the home page, or what it takes in, has a section of news."""
    if site.home is None:
        return False
    try:
        page = Page(read(site.home), html=is_html(site.home))
        target = Target(site.home, site.home.name, site.root, site)
        inner = [Page(read(include.path), include.kind, page.html) for include in includes(page, target)]
    except AppError:
        return False
    return any(template.of_kind("news") for template in (page, *inner))


register(StoreType("posts", 90, _find, fallback_for="news"))
