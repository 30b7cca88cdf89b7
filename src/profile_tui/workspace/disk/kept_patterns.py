"""Keeps what patterns were compiled to in the cache folder, for the next run; see `text.compiled`."""

from __future__ import annotations

import binascii
import marshal
from contextlib import suppress
from pathlib import Path
from typing import Any

from profile_tui.text import compiled
from profile_tui.text.reading import read_bounded
from profile_tui.workspace.disk.state import cache_folder

_MOST_BYTES = 4 * 2**20


def take() -> None:
    """Take what an earlier run kept; where it cannot be read, or belongs to another Python, everything is compiled."""
    known: dict[compiled.Key, tuple[Any, ...]] = {}
    with suppress(OSError, ValueError, EOFError, TypeError):
        data = read_bounded(_path(), _MOST_BYTES)
        if binascii.crc32(data[4:]).to_bytes(4, "big") == data[:4]:  # what is torn would not only be wrong, but crash
            python, kept = marshal.loads(data[4:])
            known = kept if python == compiled.python() else {}
    compiled.begin(known)


def keep() -> None:
    """Keep it for the next run, where there is something new."""
    patterns = compiled.new()
    if patterns is None:
        return
    from profile_tui.workspace.disk.files import write_private

    data = marshal.dumps((compiled.python(), patterns))
    with suppress(OSError):
        write_private(_path(), binascii.crc32(data).to_bytes(4, "big") + data, synced=False)


def _path() -> Path:
    """Return the file."""
    return cache_folder() / "patterns"
