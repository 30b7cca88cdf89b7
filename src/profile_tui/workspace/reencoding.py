"""Converts a file to UTF-8, which nothing else here can read before that."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from profile_tui.text.catalogue import _
from profile_tui.text.encodings import as_utf_8
from profile_tui.text.reading import read_bounded
from profile_tui.workspace.documents.document import Document
from profile_tui.workspace.documents.undo_log import UndoLog
from profile_tui.workspace.saving import save_noted
from profile_tui.workspace.undoing import Past

if TYPE_CHECKING:
    from profile_tui.site.repository.locate import Target

CODE = "not-utf8"
LABEL = _("Convert the file to UTF-8")


class Reencoding:
    """A file that is to be converted, and saved as a step that can be undone.

    Attributes:
        document: The file; what it holds is UTF-8.
    """

    def __init__(self, target: Target, data: bytes, new: bytes) -> None:
        """Make one that is not saved yet."""
        log = UndoLog()
        self._root = target.root
        self.document = Document(target.page, target.name, data)
        self.document.listener = partial(log.note, self.document)
        self._past = Past(target.root or target.page, log, lambda path: None)
        self.document.replace(new, LABEL)

    def save(self) -> None:
        """Write it.

        Raises:
            AppError: It could not be written.
        """
        save_noted([self.document], self._root, self._past)


def reencoded(target: Target, *, asked: bool) -> Reencoding | None:
    """Return the page in UTF-8; None where it is so already, or its encoding cannot be told; see `as_utf_8`."""
    try:
        data = read_bounded(target.page)
    except OSError:
        return None  # whoever opens it tells why
    new = as_utf_8(data, asked=asked)
    return None if new is None else Reencoding(target, data, new)
