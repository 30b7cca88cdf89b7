"""Saving several files as one: all of them or none."""

from __future__ import annotations

from collections.abc import Sequence

from profile_tui.text.errors import ProfileError, Refused
from profile_tui.workspace.document import Document


def save_all(waiting: Sequence[Document]) -> None:
    """Writes files; where one cannot be written, those before it are put back.

    Raises:
        Refused: A file changed on disk, or is read-only.
        ProfileError: The system could not write one.
    """
    for document in waiting:
        if document.changed_on_disk():
            raise Refused("the file changed on disk since it was read; read it again first", path=document.name)
    # files are removed last: a removal that went well never has to be taken back
    ordered = sorted(waiting, key=lambda document: document.own_file and not document.data)
    written: list[tuple[Document, bytes]] = []
    for document in ordered:
        before = document.saved
        try:
            document.save()
        except ProfileError:
            for other, old in reversed(written):
                other.put_back(old)
            raise
        written.append((document, before))
