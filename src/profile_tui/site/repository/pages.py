"""The page files of a site and the little of their headers that tells their URLs. Large folders are never walked."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from profile_tui.markup.frontmatter import FrontMatter, find
from profile_tui.site.repository.tree import file_names, folder_names, ignored, inside
from profile_tui.text.dataclass import dataclass
from profile_tui.text.pattern import lazily
from profile_tui.text.reading import read_start
from profile_tui.text.source import Source

PAGE_FOLDERS = ("_pages", "pages")
"""Folders, beside the root itself, in which templates keep pages."""

_SUFFIXES = (".md", ".markdown", ".html")
_DEPTH = 3
_HEAD = 256 * 1024
_HOME = lazily(r"/?(index(\.html)?/?)?")


@dataclass(frozen=True, slots=True)
class PageFile:
    """A file that is a page, or is meant to be one.

    Attributes:
        path: The file.
        name: Its path relative to the root.
        rendered: Whether Jekyll takes it for a page; otherwise it is copied as it is.
        header: Its front matter's lines, or where that is broken, its first lines.
    """

    path: Path
    name: str
    rendered: bool
    header: str

    def value(self, key: str) -> str | None:
        """The text of a top-level key of the front matter, quotes taken off; None where it has no such key."""
        pattern = rf"^{key}[ \t]*:[ \t]+(?:\"([^\"\n]*)\"|'([^'\n]*)'|([^\n]*?))[ \t]*(?:[ \t]#.*)?$"
        matches = [match.groups() for match in re.finditer(pattern, self.header, re.M)]
        # the last of two keys counts, as for Jekyll
        return next((group for group in matches[-1] if group is not None), "") if matches else None

    @property
    def hidden(self) -> bool:
        """Whether `published: false` keeps it from the site."""
        return self.value("published") == "false"

    @property
    def claims_home(self) -> bool:
        """Whether its URL is `/`."""
        permalink = self.value("permalink")
        if permalink is not None:
            return bool(permalink) and _HOME.fullmatch(permalink) is not None
        stem, _, _ = self.name.rpartition(".")
        return stem == "index"


def page_files(root: Path) -> Iterator[PageFile]:
    """The page files of the root and the page folders, in the order in which Jekyll reads them: deeper ones first."""
    for folder in PAGE_FOLDERS:
        yield from _below(root, root / folder, 1)
    yield from _in_folder(root, root)


def _below(root: Path, folder: Path, depth: int) -> Iterator[PageFile]:
    """The page files of a folder and the folders in it."""
    for name in folder_names(folder) if depth < _DEPTH else ():
        if not ignored(name) and (not os.path.islink(folder / name) or inside(folder / name, root)):
            yield from _below(root, folder / name, depth + 1)
    yield from _in_folder(root, folder)


def _in_folder(root: Path, folder: Path) -> Iterator[PageFile]:
    """The page files that are in a folder itself."""
    for name in file_names(folder):
        if name.lower().endswith(_SUFFIXES) and not ignored(name):
            page = read(root, folder / name)
            if page is not None:
                yield page


def read(root: Path, path: Path) -> PageFile | None:
    """The head of one page file; None where it cannot be read."""
    try:
        source = Source(read_start(path, _HEAD))
    except OSError:
        return None
    name = path.relative_to(root).as_posix()
    header = find(source)
    if isinstance(header, FrontMatter):
        return PageFile(path, name, True, header.yaml.of(source.text))
    meant = "" if header.code == "no-front-matter" else source.text[:4096]
    return PageFile(path, name, False, meant)
