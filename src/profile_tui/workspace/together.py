"""Several files are saved as one."""

from __future__ import annotations

from collections.abc import Sequence

from profile_tui.text.errors import ProfileError, Refused
from profile_tui.workspace.document import Document


def save_all(documents: Sequence[Document]) -> None:
    """Writes all files, or none: where one cannot be written, those before it are put back.

    Raises:
        Refused: A file changed on disk, or is read-only.
        ProfileError: The system could not write one.
    """
    for document in documents:
        if document.changed_on_disk():
            raise Refused("the file changed on disk since it was read; read it again first", path=document.name)
    written: list[tuple[Document, bytes]] = []
    # files are removed last: a removal that went well never has to be taken back
    for document in sorted(documents, key=lambda one: one.own_file and not one.data):
        before = document.saved
        try:
            document.save()
        except ProfileError:
            for other, old in reversed(written):
                other.put_back(old)
            raise
        written.append((document, before))
