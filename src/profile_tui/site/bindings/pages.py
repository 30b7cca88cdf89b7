"""The pages of a site, wherever they are, without walking through large folders."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from profile_tui.site.repository.tree import ABOUT_REPOSITORY

if TYPE_CHECKING:
    from profile_tui.site.repository.site import Site

PAGE_COLLECTIONS = ("_pages", "_tabs")
"""Folders whose name begins with `_` and that hold pages all the same."""
_SUFFIXES = (".md", ".markdown", ".html", ".htm")
_SKIPPED = frozenset(
    "assets asset static images image img css js fonts public vendor node_modules bower_components files pdf pdfs docs"
    " scripts script bin test tests talkmap markdown_generator google_scholar_crawler".split()
)
_DEPTH = 3
_MOST = 400
"""How many pages are looked at; a site with more keeps its entries in them."""
_NO_PAGES = frozenset((*ABOUT_REPOSITORY, "404", "install", "customize"))


def page_paths(site: Site) -> Iterator[Path]:
    """Yield the files that may be pages: of the root, the folders of pages, and others that hold a few."""
    excluded = site.config.get("exclude")
    left_out = {str(name).strip("/") for name in excluded} if isinstance(excluded, list) else set()
    left = _MOST
    for path in _below(str(site.root), "", left_out, 0):
        left -= 1
        if left < 0:
            return
        yield path


def _below(root: str, folder: str, left_out: set[str], depth: int) -> Iterator[Path]:
    """The pages of a folder and of those in it."""
    try:
        with os.scandir(os.path.join(root, folder)) as entries:
            inner = sorted(entries, key=lambda entry: entry.name)
    except OSError:
        return
    folders: list[str] = []
    for entry in inner:
        name = entry.name
        path = f"{folder}/{name}" if folder else name
        if name.startswith((".", "#", "~")) or path in left_out:
            continue
        if entry.is_dir(follow_symlinks=False):
            own = not folder and name in PAGE_COLLECTIONS
            if own or (not name.startswith("_") and name.lower() not in _SKIPPED):
                folders.append(path)
        elif _is_page(name):
            yield Path(root, path)
    if depth < _DEPTH:
        for path in folders:
            yield from _below(root, path, left_out, depth + 1)


def _is_page(name: str) -> bool:
    """Whether a file is named as a page is, and not as what speaks of the repository."""
    low = name.lower()
    return low.endswith(_SUFFIXES) and not low.startswith("_") and low.partition(".")[0] not in _NO_PAGES
