"""Saves the files of one workspace: all of them, or none."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from profile_tui.site.repository.tree import inside
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused
from profile_tui.workspace import saved_steps
from profile_tui.workspace.disk import notes
from profile_tui.workspace.disk.files import FileChange

if TYPE_CHECKING:
    from profile_tui.workspace.documents.document import Document
    from profile_tui.workspace.undoing import Past


def save_noted(documents: Sequence[Document], root: Path | None, past: Past, also: Iterable[FileChange] = ()) -> None:
    """Save like `save_all`, and remember the steps, so that they can be undone after a restart."""
    if not any(document.dirty for document in documents):
        save_all(documents, root, also)
        return
    noted, actions, keys = past.note(
        {Path(os.path.realpath(document.path)): document.data for document in documents if document.dirty}
    )
    try:
        save_all(documents, root, also)
    except BaseException:
        saved_steps.forget(noted)
        raise
    if noted is not None:
        notes.made(noted)
    past.mark_saved(actions, keys)


def save_all(documents: Iterable[Document], root: Path | None, also: Iterable[FileChange] = ()) -> None:
    """Write the files that changed, all of them or none.

    Args:
        documents: The files.
        root: The repository that no link is followed out of; None where there is none.
        also: What is to be done to files outside of it, or nothing.

    Raises:
        Refused: A file changed on disk, is read-only, or is reached by a link out of the repository.
        AppError: The system could not write one.
    """
    waiting = [document for document in documents if document.dirty]
    for document in waiting:
        if root and not inside(document.path, root):
            raise Refused(_("a symbolic link leads out of the repository; it is not followed"), path=document.name)
        if document.changed_on_disk():
            raise Refused(_("the file changed on disk since it was read; read it again first"), path=document.name)
    from profile_tui.workspace.disk.transaction import commit  # reading needs none of it
    from profile_tui.workspace.publishing import record

    pending = [document.pending() for document in waiting]
    noted = record.note(
        (change.path, change.old, change.new, document.steps) for change, document in zip(pending, waiting, strict=True)
    )
    try:
        commit([*pending, *also])
    except BaseException:
        record.forget(noted)
        raise
    for kept in noted:
        notes.made(kept)
    for document in waiting:
        document.saved_now()
