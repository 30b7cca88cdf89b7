"""Writing drafts beside the keys: a disk that is busy must not hold up who types."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from profile_tui.text.catalogue import _
from profile_tui.text.reading import reason
from profile_tui.workspace.disk import files

Make = Callable[[], Mapping[str, Any]]
"""Gives a draft, as JSON can hold it."""


_PATIENCE = 10.0
"""Seconds after which a disk that does not answer is no longer waited for."""


class DraftWriter:
    """Writes and removes drafts in their order, each as it was last; in a thread once `start` was called.

    Attributes:
        complaint: Why the last draft could not be written, in one line; empty where it was.
    """

    def __init__(self) -> None:
        """Begin with nothing to do."""
        self.complaint = ""
        self._waiting: dict[Path, Make | None] = {}
        self._changed = threading.Condition()
        self._busy = False
        self._started = False

    def start(self) -> None:
        """Write in a thread from now on."""
        self._started = True
        threading.Thread(target=self._run, name="drafts", daemon=True).start()

    def put(self, kept: Path, make: Make | None) -> None:
        """Write a draft, or with None remove it."""
        if not self._started:
            self._do(kept, make)
            return
        with self._changed:
            self._waiting.pop(kept, None)
            self._waiting[kept] = make
            self._changed.notify_all()

    def flush(self) -> None:
        """Wait until all is done."""
        with self._changed:
            if not self._changed.wait_for(lambda: not self._waiting and not self._busy, _PATIENCE):
                self.complaint = _("No draft could be kept: the disk does not answer.")

    def _run(self) -> None:
        """Do what is to be done, in the thread."""
        while True:
            with self._changed:
                self._changed.wait_for(lambda: bool(self._waiting))
                kept = next(iter(self._waiting))
                make = self._waiting.pop(kept)
                self._busy = True
            try:
                self._do(kept, make)
            finally:
                with self._changed:
                    self._busy = False
                    self._changed.notify_all()

    def _do(self, kept: Path, make: Make | None) -> None:
        """Write a draft, or remove it."""
        if make is None:
            files.unlink(kept)
            return
        try:
            files.write_private(kept, json.dumps(make()).encode())
            self.complaint = ""
        except OSError as error:
            self.complaint = _("No draft could be kept: {reason}.").format(reason=reason(error))
