"""Reads the stores of the site beside the keys, so that neither the first frame nor a key waits for many files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import perf_counter, sleep
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from profile_tui.site.records.store import Store

_SLICE = 0.005
"""Seconds of reading in a row."""
_REST = 0.003
"""Seconds between, in which a key gets the whole processor."""
_REPORT_EVERY = 0.1
"""Seconds between two words about how far it is."""


class StoresRead(Message):
    """More of the stores was read, or all."""

    def can_replace(self, message: Message) -> bool:
        """Only the last of several counts."""
        return isinstance(message, StoresRead)


class StoreReader:
    """What is being read.

    Attributes:
        first_kind: The kind whose stores are read first; the one that is shown.
        done: How many entries of each store were read so far.
    """

    def __init__(self, stores: Sequence[Store]) -> None:
        """Make the reading of some stores; nothing is read yet."""
        self.first_kind = ""
        self.done: dict[Store, int] = {}
        self._open = {store: store.read_ahead() for store in stores}

    @property
    def finished(self) -> bool:
        """Whether all was read."""
        return not self._open

    def run(self, stopped: Callable[[], bool], report: Callable[[], object]) -> None:
        """Read in small slices, in a thread of its own. It only fills what the stores know of files.

        Args:
            stopped: Whether to end at once.
            report: Called now and then, whenever a store is done, and at the end.
        """
        reported = perf_counter()
        while self._open and not stopped():
            store = min(self._open, key=lambda each: each.kind != self.first_kind)
            if self._slice(store) or perf_counter() - reported > _REPORT_EVERY:
                report()
                reported = perf_counter()
            sleep(_REST)

    def _slice(self, store: Store) -> bool:
        """Read for a moment; tell whether the store is done."""
        until = perf_counter() + _SLICE
        for done in self._open[store]:
            self.done[store] = done
            if perf_counter() > until:
                return False
        del self._open[store]
        return True
