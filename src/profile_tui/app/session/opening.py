"""Which page is opened for a file that is none: an entry of a collection is opened beside the home page."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath

from profile_tui.site.repository import config
from profile_tui.site.repository.locate import Target
from profile_tui.site.repository.tree import folder_names

_OF_PAGES = ("", "_pages", "_includes", "_layouts", "_data")
"""Folders of no collection, or of one that is pages."""
_DEEPEST = 2
"""How many folders deep sites are looked for."""
_MOST_SITES = 8
_MOST_FOLDERS = 500


def in_collection(target: Target) -> bool:
    """Return whether a file is an entry of a collection, as a talk or a post, and no page."""
    if target.site is None or target.site.has_other_generator:
        return False
    folder = next((part for part in PurePosixPath(target.name).parts[:-1] if part.startswith("_")), "")
    if folder in _OF_PAGES:  # without reading the configuration, which the first frame does not wait for
        return False
    return folder.removeprefix("_") in {"posts", "drafts", *target.site.collections}


def home_of(target: Target) -> Target:
    """Return the home page's place for an entry of a collection; any other place, and one without home, as it is."""
    if not in_collection(target) or target.site is None or target.root is None or target.site.home is None:
        return target
    home = target.site.home
    if os.path.realpath(home) == os.path.realpath(target.page):
        return target
    return Target(home, home.relative_to(target.root).as_posix(), target.root, target.site, whole=True)


def sites_below(path: Path) -> list[Path]:
    """Return the Jekyll sites in a folder and some way below it; of a path that isn't a folder, around it."""
    top = Path(os.path.abspath(path))
    while not top.is_dir() and top != top.parent:
        top = top.parent
    paths: list[Path] = []
    waiting = [(top, 0)]
    for folder, depth in waiting:  # grows while it is gone through
        if config.find(folder):
            paths.append(folder)
        elif depth < _DEEPEST:
            waiting += [(folder / name, depth + 1) for name in folder_names(folder) if not name.startswith((".", "_"))]
        if len(paths) >= _MOST_SITES or len(waiting) > _MOST_FOLDERS:
            break
    return paths
