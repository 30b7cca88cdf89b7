"""What other programs did meanwhile to the files of stores that were read and not changed here."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from profile_tui.workspace.disk import files

if TYPE_CHECKING:
    from profile_tui.workspace.documents.document import Document
    from profile_tui.workspace.workspace import Workspace

_SLACK = 2_000_000_000
"""Nanoseconds by which the clock of a file system may be coarser than the system's."""


def outdated(workspace: Workspace) -> list[Path]:
    """The files of stores that are not what was read: changed, created or removed.

    Of thousands of files, only those are read whose size differs, or that were written since the workspace was opened.
    """
    mine = {document.path for document in workspace.documents}
    paths = [
        path
        for path, document in list(workspace.cache.kept.items())
        if path not in mine and _stale(document, workspace)
    ]
    for store in workspace.stores:
        known = {path for path in store.paths if (kept := workspace.cache.kept.get(path)) is None or kept.saved}
        paths += known.symmetric_difference(store.files()) - {*paths, *mine}
    return paths


def _stale(document: Document, workspace: Workspace) -> bool:
    """Whether a file is not what was read."""
    try:
        status = os.stat(document.path)
    except OSError:
        return True
    if status.st_size != len(document.saved):
        return True
    return status.st_mtime_ns > workspace.cache.opened_at - _SLACK and files.differs(document.path, document.saved)


def forget(workspace: Workspace, paths: Iterable[Path]) -> None:
    """Forgets what was read of files, so that they are read again when they are next asked for."""
    gone = set(paths)
    for path in gone:
        workspace.cache.kept.pop(path, None)
    for store in workspace.stores:
        store.refresh(gone)
