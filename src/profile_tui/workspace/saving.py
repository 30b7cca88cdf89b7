"""Saves the files of one workspace: all of them, or none."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from profile_tui.text.errors import AppError, Refused

if TYPE_CHECKING:
    from profile_tui.workspace.document import Document


def save_all(documents: Iterable[Document], root: Path | None) -> None:
    """Writes the files that changed; where one cannot be written, those before it are put back.

    Args:
        documents: The files.
        root: The repository that no link is followed out of; None where there is none.

    Raises:
        Refused: A file changed on disk, is read-only, or is reached by a link out of the repository.
        AppError: The system could not write one.
    """
    waiting = [document for document in documents if document.dirty]
    for document in waiting:
        if root and not _within(document.path, root):
            raise Refused("a symbolic link leads out of the repository; it is not followed", path=document.name)
        if document.changed_on_disk():
            raise Refused("the file changed on disk since it was read; read it again first", path=document.name)
    # files are removed last: a removal that went well never has to be taken back
    waiting.sort(key=lambda document: document.own_file and not document.data)
    written: list[tuple[Document, bytes]] = []
    for document in waiting:
        before = document.saved
        try:
            document.save()
        except AppError:
            for other, old in reversed(written):
                other.put_back(old)
            raise
        written.append((document, before))


def _within(path: Path, root: Path) -> bool:
    """Whether a file, all links followed, lies in a folder."""
    return os.path.realpath(path).startswith(os.path.realpath(root).rstrip(os.sep) + os.sep)
