"""The journal of a save: what the next start needs to finish it, or to take it back, where the program is killed.

One file for each save under way, in `$XDG_STATE_HOME/profile-tui/saves`, locked by the process that saves and removed
when it is done. Its first line names what may be left lying about. The second, which is on the disk before anything
the user knows is touched, has what the files held and what they are to hold. A line that is cut short counts for
nothing: what it announces has not begun.
"""

from __future__ import annotations

import binascii
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from profile_tui.text.named_tuple import NamedTuple
from profile_tui.workspace.disk import files
from profile_tui.workspace.disk.state import saves_folder


class Entry(NamedTuple):
    """One file of a save.

    Attributes:
        path: The file, links followed.
        name: How the user knows it.
        old: What it held; None where there was no file.
        new: What it is to hold; None where it is to be removed.
        in_place: Whether it is written in place, and may be found half written.
        mode: Its permissions.
        temporary: The name that new content may have before it takes its place.
    """

    path: Path
    name: str
    old: bytes | None
    new: bytes | None
    in_place: bool
    mode: int
    temporary: Path


class Journal:
    """The journal of one save, locked as long as it is open."""

    def __init__(self, path: Path, descriptor: int) -> None:
        """Made by `begin` and `take`."""
        self._path = path
        self._descriptor = descriptor

    @classmethod
    def begin(cls, token: str, temporaries: Sequence[Path], folders: Sequence[Path]) -> Journal:
        """Begin a journal.

        Args:
            token: A name that no other save has.
            temporaries: Files that may be left lying about.
            folders: Folders that will be made, outermost first.

        Raises:
            OSError: It cannot be written.
        """
        files.make_folders(saves_folder(), 0o700)
        path = saves_folder() / f"{token}.journal"
        journal = cls(path, files.locked(path))
        try:
            journal._append({"temporaries": list(map(str, temporaries)), "folders": list(map(str, folders))})
        except BaseException:
            journal.drop()
            raise
        return journal

    @classmethod
    def take(cls, path: Path) -> Journal | None:
        """Take over the journal of a process that is gone; None where it is still at work, or done."""
        try:
            descriptor = os.open(path, os.O_RDWR)
        except OSError:
            return None
        with suppress(OSError):
            if files.lock(descriptor) and os.fstat(descriptor).st_nlink:
                return cls(path, descriptor)
        files.close(descriptor)
        return None

    def record(self, entries: Sequence[Entry]) -> None:
        """Put on the disk what the files hold and are to hold.

        Raises:
            OSError: That cannot be done.
        """
        self._append({"files": [_as_data(entry) for entry in entries]})
        os.fsync(self._descriptor)
        files.sync_folder(self._path.parent)

    def settle(self) -> None:
        """Note that the files are as they are to be, whatever becomes of them from now on."""
        with suppress(OSError):
            self._append({"settled": True})

    def _append(self, line: dict[str, Any]) -> None:
        """Write a line at the end."""
        import json

        files.write_all(self._descriptor, json.dumps(line).encode() + b"\n")

    def read(self) -> tuple[list[Path], list[Path], list[Entry]]:
        """Return temporary files, new folders, and the files of the save; no files where none is to be put in order.

        Raises:
            OSError: It cannot be read.
        """
        import json

        lines = files.read_all(self._descriptor).split(b"\n")[:-1]
        temporaries: list[Path] = []
        folders: list[Path] = []
        entries: list[Entry] = []
        with suppress(ValueError, KeyError, TypeError, AttributeError, RecursionError):
            for line in map(json.loads, lines):
                temporaries += map(Path, line.get("temporaries", ()))
                folders += map(Path, line.get("folders", ()))
                entries += map(_entry, line.get("files", ()))
                if line.get("settled"):
                    entries.clear()
        return temporaries, folders, entries

    def drop(self) -> None:
        """Remove it: the save is done, or taken back."""
        files.unlink(self._path)
        self.close()

    def close(self) -> None:
        """Leave it to the next start."""
        files.close(self._descriptor)


def _as_data(entry: Entry) -> dict[str, Any]:
    """Return a file of the save as JSON can hold it."""
    texts = {
        "path": str(entry.path),
        "temporary": str(entry.temporary),
        "old": _text(entry.old),
        "new": _text(entry.new),
    }
    return entry._asdict() | texts


def _entry(data: dict[str, Any]) -> Entry:
    """Return the file of a save that `_as_data` wrote."""
    path, temporary = Path(data["path"]), Path(data["temporary"])
    old, new = _bytes(data["old"]), _bytes(data["new"])
    return Entry(path, str(data["name"]), old, new, bool(data["in_place"]), int(data["mode"]), temporary)


def _text(data: bytes | None) -> str | None:
    """Return bytes as JSON can hold them."""
    return None if data is None else binascii.b2a_base64(data, newline=False).decode("ascii")


def _bytes(text: str | None) -> bytes | None:
    """Return the bytes of `_text`."""
    return None if text is None else binascii.a2b_base64(text, strict_mode=True)
