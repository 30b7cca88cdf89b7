"""Saves take turns: of two programs that save in one folder at a time, the second sees what the first has written.

Between the last look at a file and the rename that replaces it, another profile-tui could replace it as well, and what
one of them wrote would be lost without a word. So a save locks the folders of its files before it looks at them.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused
from profile_tui.workspace.disk import files

_PAUSE = 0.01
_PAUSES = 500
"""A save takes milliseconds; who waits longer waits for a program that hangs."""


@contextmanager
def turn(folders: Iterable[Path]) -> Iterator[None]:
    """Keep other saves out of some folders; where the system has no locks for a folder, nothing is kept out.

    Raises:
        Refused: Another save does not end.
    """
    with ExitStack() as held:
        found: dict[tuple[int, int], tuple[int, Path]] = {}  # a folder may be named in two ways
        for folder in set(folders):
            try:
                descriptor = os.open(folder, os.O_RDONLY)
                held.enter_context(files.closing(descriptor))
                status = os.fstat(descriptor)
            except OSError:
                continue
            found[status.st_dev, status.st_ino] = descriptor, folder
        for _which, place in sorted(found.items()):  # in one order everywhere, or two saves would wait for each other
            wait(*place)
        yield


def wait(descriptor: int, path: Path) -> None:
    """Lock a folder, or a file that has names in several, as soon as no other save does.

    Raises:
        Refused: Another save does not end.
    """
    for _number in range(_PAUSES):
        if files.lock(descriptor):
            return
        time.sleep(_PAUSE)
    raise Refused(_("another profile-tui is saving here; nothing was written; save again"), path=str(path))
