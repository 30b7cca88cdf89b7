"""The files beside a page that were read: of stores, of the profile, or looked at."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

from profile_tui.workspace.documents.document import Document


class DocumentCache:
    """One document for each file, however often it is asked for.

    Attributes:
        kept: The documents by their files.
        opened_at: When the first could be read, in nanoseconds as files' times are.
    """

    def __init__(
        self, root: Path | None, documents: list[Document], opened: Callable[[Document], Document], language: str
    ) -> None:
        """An empty cache.

        Args:
            root: What names are relative to; None where there is no repository.
            documents: The files that are open anyway.
            opened: Called with each new document.
            language: The site's; empty where it is not known.
        """
        self._root = root
        self._documents = documents
        self._opened = opened
        self._language = language
        self.kept: dict[Path, Document] = {}
        self.opened_at = time.time_ns()

    def document(self, path: Path, *, new: bool = False) -> Document:
        """The document of a file; with `new`, of one that is yet to be created.

        Raises:
            Unreadable: It cannot be read.
        """
        if (known := self.kept.get(path)) is not None:
            return known
        known = next((document for document in self._documents if document.path == path), None)
        if known is None:
            name = path.relative_to(self._root).as_posix() if self._root else str(path)
            known = (
                Document(path, name, b"", own_file=True)
                if new
                else Document.open(path, name=name, language=self._language)
            )
            known = self.kept.setdefault(path, self._opened(known))  # another thread may have been faster
        return known

    def is_new(self, path: Path) -> bool:
        """Whether there is no such file, and none that waits to be created."""
        return path not in self.kept and not os.path.lexists(path)

    def open(self, path: Path) -> Document | None:
        """The document of a file that is open, by whatever path; None where it is not."""
        real = os.path.realpath(path)
        return next((document for document in self._documents if os.path.realpath(document.path) == real), None)

    def freshen(self, path: Path) -> None:
        """Forgets a file that was only looked at, where it is another on disk by now."""
        if path in self.kept and self.open(path) is None and self.kept[path].changed_on_disk():
            del self.kept[path]
