"""The files of a folder: which Jekyll takes, in which order, and whether they belong to the repository."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from profile_tui.text.reading import entry_is_file

MARKDOWN = (".md", ".markdown", ".mkd", ".mkdn")
"""How the names of files end that Jekyll renders as Markdown."""
PAGES = (*MARKDOWN, ".html")
"""How the names of files end that Jekyll makes pages of."""
YAML = (".yml", ".yaml")
"""How the names of data files end that hold YAML."""
ABOUT_REPOSITORY = frozenset(
    "readme license changelog contributing code_of_conduct security authors claude agents gemini copilot".split()
)
"""How files are called, without their suffix and in small letters, that speak of the repository to people and tools."""
_IGNORED = ("_", ".", "#", "~")


def ignored(name: str) -> bool:
    """Return whether Jekyll passes over a file or folder of that name, unless it is told of it."""
    return name.startswith(_IGNORED)


def file_names(folder: Path) -> list[str]:
    """Return the names of the files in a folder, in order; none where it cannot be listed."""
    return _names(folder, entry_is_file)


def folder_names(folder: Path) -> list[str]:
    """Return the names of the folders in a folder, links to folders included; none where it cannot be listed."""
    return _names(folder, lambda entry: os.path.isdir(entry))


def _names(folder: Path, wanted: Callable[[os.DirEntry[str]], bool]) -> list[str]:
    """Return the names of some entries of a folder, in order."""
    try:
        with os.scandir(folder) as entries:
            return sorted(entry.name for entry in entries if wanted(entry))
    except OSError:
        return []


def below(
    folder: Path,
    suffixes: tuple[str, ...],
    *,
    skipped: Callable[[str], bool] = ignored,
    closed: Callable[[OSError], object] | None = None,
) -> Iterator[Path]:
    """Yield the files of a folder and of the folders in it: those of a folder first, each in order of their names.

    Args:
        folder: The folder.
        suffixes: How the files' names end, in small letters.
        skipped: Tells by its name which file or folder is passed over; what Jekyll passes over where left out.
        closed: Is told of a folder that cannot be listed; such folders are passed over.
    """
    for at, folders, names in os.walk(folder, onerror=closed):
        folders[:] = sorted(name for name in folders if not skipped(name))
        for name in sorted(names):
            if name.lower().endswith(suffixes) and not skipped(name):
                yield Path(at, name)


def inside(path: Path | str, root: Path | str) -> bool:
    """Return whether a path, all links followed, lies in a folder, of which all links are followed too."""
    return os.path.realpath(path).startswith(os.path.realpath(root).rstrip(os.sep) + os.sep)


def within(path: Path | str, real_root: str) -> bool:
    """Return the same as `inside` for a root of which all links were followed; for many paths of one root."""
    return os.path.realpath(path).startswith(real_root.rstrip(os.sep) + os.sep)
