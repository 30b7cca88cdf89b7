"""Notes of saves in the state folder: each is written before its save, and counts only once that is made.

Else a program that is killed in between would leave a note of what never was, and one of two programs would take what
the other is about to save for saved.
"""

from __future__ import annotations

import binascii
import os
import time
import zlib
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from profile_tui.text.reading import listed
from profile_tui.workspace.disk import files
from profile_tui.workspace.disk.state import state_folder

_BEGUN = ".begun"
_HOUR = 3600 * 10**9
_LARGEST = 64 * 2**20


def folder_of(sort: str, home: str | Path) -> Path:
    """Return the folder for the notes of a sort about a site or a repository."""
    path = os.fsencode(home)  # hashlib would take longer to import than a save takes
    return state_folder() / sort / f"{zlib.crc32(path):08x}{zlib.adler32(path):08x}{len(path):04x}"


def packed(data: bytes) -> str:
    """Return bytes as JSON can hold them."""
    return binascii.b2a_base64(zlib.compress(data, 1), newline=False).decode("ascii")


def unpacked(text: str) -> bytes:
    """Return the bytes of `packed`.

    Raises:
        ValueError, zlib.error: The text is damaged.
    """
    expand = zlib.decompressobj()
    data = expand.decompress(binascii.a2b_base64(text), _LARGEST)
    if not expand.eof:
        raise ValueError(text[:8])
    return data


def begun(folder: Path) -> Path:
    """Return where a note is to be written; it is named for the moment."""
    return folder / f"{time.time_ns():020}-{os.urandom(4).hex()}{_BEGUN}"


def made(noted: Path) -> None:
    """Have a note count: its save is made."""
    with suppress(OSError):
        noted.rename(noted.with_suffix(".json"))


def settle(folder: Path, states: Callable[[Path], Iterable[tuple[Path, bytes | None]]]) -> None:
    """Have the notes count whose saves were made by programs that were killed before they could tell.

    Args:
        folder: Where the notes are.
        states: Gives the files of a note's save, and what each holds since; nothing where there is no such file.
    """
    newest = "".join(path.name for path in listed(folder, "*.json")[-1:])
    for noted in listed(folder, f"*{_BEGUN}"):
        with suppress(OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError, zlib.error):
            # after a later save, the files may be so because the same was done again
            if noted.name > newest and all(_holds(path, data) for path, data in states(noted)):
                made(noted)
        if noted.name < f"{time.time_ns() - _HOUR:020}":
            files.unlink(noted)


def _holds(path: Path, data: bytes | None) -> bool:
    """Return whether a file is as a save left it."""
    return not files.differs(path, data) if data else not os.path.lexists(path) or not files.differs(path, b"")
