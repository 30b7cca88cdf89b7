"""The files of a repository, looked up by their names."""

from __future__ import annotations

import os
from pathlib import Path

_NOT_OURS = frozenset(("_site", "node_modules", "vendor"))
"""Folders of what a build makes, or of what others made."""


class Files:
    """The files of a repository, folders listed when asked for: a listing tells capitals apart on every system."""

    def __init__(self, root: Path) -> None:
        """The files below a folder; lists nothing yet."""
        self._root = root
        self._known: dict[str, frozenset[str]] = {}
        self._ends: dict[str, list[list[str]]] | None = None

    def find(self, names: list[str]) -> str | bool:
        """True where there is such a file; its real path where only capitals differ; else False."""
        real: list[str] = []
        for name in names:
            listed = self._names("/".join(real))
            if name not in listed:
                name = next((other for other in sorted(listed) if other.casefold() == name.casefold()), "")
            if not name:
                return False
            real.append(name)
        return True if real == names else "/".join(real)

    def holds(self, names: list[str]) -> bool:
        """Whether the path of some file ends in these names, in whatever folder."""
        if self._ends is None:
            self._ends = {}
            for folder, folders, files in os.walk(self._root):
                folders[:] = [name for name in folders if name not in _NOT_OURS and not name.startswith(".")]
                above = os.path.relpath(folder, self._root).split(os.sep)
                for name in files:
                    self._ends.setdefault(name, []).append([*above, name])
        return any(path[-len(names) :] == names for path in self._ends.get(names[-1], ()))

    def _names(self, folder: str) -> frozenset[str]:
        """What a folder holds."""
        if folder not in self._known:
            try:
                self._known[folder] = frozenset(os.listdir(self._root / folder))
            except OSError:
                self._known[folder] = frozenset()
        return self._known[folder]
