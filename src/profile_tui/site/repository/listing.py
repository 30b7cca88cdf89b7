"""The files of a repository that one edits: pages, entries of collections, drafts, includes, data and bibliographies.

Only names are read, no file's content; large repositories list in a moment.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

from profile_tui.site.repository.site import Site
from profile_tui.site.repository.tree import PAGES, within
from profile_tui.text.dataclass import dataclass
from profile_tui.text.pattern import lazily

TEXTS = (*PAGES, ".htm", ".qmd")
"""What pages and entries are written in."""
RECORDS = (".yml", ".yaml", ".json", ".csv", ".tsv", ".bib", ".toml")
"""What holds records and no text; such a file has no front matter to speak of."""

_INCLUDES = (*TEXTS, ".liquid", ".txt")
_SKIPPED = frozenset(
    "_site _layouts _sass _plugins _scripts _freeze _book _extensions _cache vendor node_modules bower_components"
    " assets static images img css js fonts public resources themes layouts archetypes venv env __pycache__ tmp".split()
)
_FIXED = {"_includes": "include", "_drafts": "draft", "_posts": "posts", "_data": "data", "_bibliography": "data"}
_DEPTH = 6
_FIGURES = lazily(r"(\d+)")
_ORDER = {"page": 0, "include": 1, "draft": 2, "data": 3}
"""What isn't a collection; pages come before those, the others after."""


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file of a repository.

    Attributes:
        name: Its path relative to the root.
        group: What it is: `page`, `include`, `draft`, `data`, or the name of its collection, `posts` among them.
    """

    name: str
    group: str


def site_files(site: Site) -> list[SiteFile]:
    """The files that one edits: pages first, then collections with the newest names first, then the others."""
    other_generator = site.has_other_generator
    base = "" if other_generator else site.folder("collections_dir")
    files = list(_walk(os.fspath(site.root), "", "page", _Rules(other_generator, base, os.path.realpath(site.root)), 0))
    entries = sorted(
        (file for file in files if file.group not in _ORDER), key=lambda file: natural(file.name), reverse=True
    )
    entries.sort(key=lambda file: file.group)
    others = sorted((file for file in files if file.group in _ORDER), key=_place)
    pages = sum(file.group == "page" for file in others)
    return [*others[:pages], *entries, *others[pages:]]


def natural(name: str) -> list[str]:
    """A name as it is sorted, so that `talk-10` comes after `talk-9`."""
    return [part.zfill(9) if part.isdecimal() else part for part in _FIGURES.split(name)]


def _place(file: SiteFile) -> tuple[int, bool, str]:
    """What a file that is in no collection is sorted by; what is about the repository is last."""
    return _ORDER[file.group], file.name.startswith("README"), file.name


@dataclass(frozen=True, slots=True)
class _Rules:
    """What decides about folders and links."""

    has_other_generator: bool
    """Whether another generator builds the site, for which `_` says nothing."""
    base: str
    """The folder of the collections, relative to the root."""
    root: str
    """The root, all links followed."""


def _walk(root: str, folder: str, group: str, rules: _Rules, depth: int) -> Iterator[SiteFile]:
    """The files of a folder and of those in it."""
    try:
        with os.scandir(os.path.join(root, folder)) as entries:
            inner = list(entries)
    except OSError:
        return
    for entry in inner:
        name = entry.name
        if name.startswith((".", "#", "~")):
            continue
        path = f"{folder}/{name}" if folder else name
        if entry.is_dir(follow_symlinks=False):
            kind = _group(name, folder, group, rules)
            if kind and depth < _DEPTH:
                yield from _walk(root, path, kind, rules, depth + 1)
        elif _wanted(name, folder, group, rules) and (not entry.is_symlink() or _inside(entry.path, rules.root)):
            is_record = group == "page" and name.lower().endswith(RECORDS)
            yield SiteFile(path, "data" if is_record else group)


def _group(name: str, folder: str, group: str, rules: _Rules) -> str:
    """What the files of a folder are; empty where it is not looked into."""
    if group != "page":
        return group
    if name in _SKIPPED:
        return ""
    if name in _FIXED and not rules.has_other_generator:
        return _FIXED[name]
    if name == "includes":
        return "include"
    if not name.startswith("_") or name == "_pages" or rules.has_other_generator:
        return "page"
    # below a folder of pages only posts and drafts count, which Jekyll looks for everywhere
    return name[1:] if folder in ("", rules.base) else ""


def _wanted(name: str, folder: str, group: str, rules: _Rules) -> bool:
    """Whether a file is one of those."""
    low = name.lower()
    if group == "data":
        return low.endswith(RECORDS)
    if group == "include":
        return low.endswith(_INCLUDES)
    if low.endswith(TEXTS):
        return not name.startswith("_") or rules.has_other_generator
    if group != "page":
        return False
    return low.endswith(".bib") or (not folder and low.startswith(("_config.", "_quarto.", "hugo.", "config.")))


def _inside(path: str, real_root: str) -> bool:
    """Whether a link leads to a file of the repository."""
    return within(path, real_root) and os.path.isfile(path)
