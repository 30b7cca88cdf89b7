"""Posts of a category as entries: `papers/_posts`, or those of `_posts` that say `category: papers`."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from profile_tui.content.kinds import kinds
from profile_tui.site.bindings.model import Step
from profile_tui.site.records.store import Read, Store, StoreType
from profile_tui.site.repository.site import Site
from profile_tui.site.repository.tree import folder_names, ignored
from profile_tui.site.stores import register
from profile_tui.site.stores.posts import Posts, shown_posts

_DEPTH = 2
"""How deep below the root folders of posts are looked for."""


class SortedPosts(Posts):
    """The posts of one kind in a folder; all of them where the folder is that of their category."""

    @property
    def source(self) -> tuple[str, str, tuple[Step, ...]]:
        """Nothing: other loops over posts show other posts."""
        return "", "", ()

    @property
    def label(self) -> str:
        """Its categories, where the folder is that of all posts."""
        return self.name if self.folders else ", ".join(sorted(set().union(*self._picked.values()))) or self.name

    @cached_property
    def _is_whole(self) -> bool:
        """Whether all posts of the folder belong to the list."""
        return not self._picked or bool(self._picked.get("categories", set()) & self.folders)

    def count(self) -> int:
        """How many posts belong to the list."""
        return super().count() if self._is_whole else len(self.items()[0])

    @property
    def looks_right(self) -> bool:
        """Whether the posts are what the list is of, of which only a heading may tell: publications have authors."""
        if self._picked:
            return True
        near = self.neighbours()
        return self.kind == "publications" and all(
            any(record.data.get(key) for key in self.names.authors) for record in near
        )


def _find(site: Site, read: Read) -> Iterator[Store]:
    """The posts that pages show as entries, by kind; news in the one folder of all posts is found elsewhere."""
    held = {kind.name for kind in kinds().values() if kind.files}
    lists = [shown for shown in shown_posts(site) if shown.kind in held]
    base = site.root / site.folder("collections_dir")
    for folder in _folders(base) if lists else ():
        for shown in lists:
            if shown.kind == "news" and folder.parent == base:
                continue
            store = SortedPosts(site, shown.kind, folder, read)
            store.shown, store.shown_by = shown, shown.pages
            if store.count() and store.looks_right:
                yield store


def _folders(base: Path, depth: int = 0) -> Iterator[Path]:
    """The folders of posts, which may be in any folder; each is named `_posts`."""
    if os.path.isdir(base / "_posts"):
        yield base / "_posts"
    if depth < _DEPTH:
        for name in folder_names(base):
            if not ignored(name):
                yield from _folders(base / name, depth + 1)


register(StoreType("sorted_posts", 12, _find))
