"""How memory is looked after while many objects are made."""

from __future__ import annotations

import gc
from types import TracebackType


class Uncollected:
    """Holds off the search for garbage while it is entered.

    What reading makes is kept, and refers to nothing in circles; each search walks through all of it for nothing.
    """

    def __enter__(self) -> None:
        """Turn the search off."""
        self.was_on = gc.isenabled()
        gc.disable()

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Turn the search on again, if it was."""
        if self.was_on:
            gc.enable()
