"""Which files were saved since they were last published, with what they held before and after.

Each save is a file of its own in the state folder, so that editors and calls beside one another never lose one. A save
that is not made yet has another name, see `disk.notes`.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from profile_tui.text.named_tuple import NamedTuple
from profile_tui.text.reading import listed, read_bounded
from profile_tui.workspace.disk import files, notes
from profile_tui.workspace.git.guarded import work_tree

_VERSION = 1
_MOST = 200
"""How many saves are remembered of a repository that is never published from here."""
_LARGEST = 64 * 2**20


class SavedFile(NamedTuple):
    """What a save did to a file.

    Attributes:
        name: The file, relative to the top of its work tree.
        old: What it held; None where there was no such file.
        new: What it held then; None where it was removed.
        labels: What the user did to it.
    """

    name: str
    old: bytes | None
    new: bytes | None
    labels: tuple[str, ...] = ()


class Save(NamedTuple):
    """A save, and the file that remembers it."""

    kept: Path
    saved: tuple[SavedFile, ...]


def note(changes: Iterable[tuple[Path, bytes | None, bytes | None, Sequence[str]]]) -> list[Path]:
    """Remember a save, before it is made; it counts once `notes.made` is called.

    Args:
        changes: The files, what they hold, what they will hold, and what the user did to each.

    Returns:
        What to `forget` where the save is not made. Nothing is remembered where that cannot be written: a save is
        worth more than what publishing knows of it.
    """
    by_top: dict[Path, list[SavedFile]] = {}
    for path, old, new, labels in changes:
        real = Path(os.path.realpath(path))
        top = work_tree(real.parent)
        if top is not None:
            name = real.relative_to(top).as_posix()
            by_top.setdefault(top, []).append(SavedFile(name, old, new, tuple(labels)))
    noted = []
    for top, saved in by_top.items():
        _settle(top)
        kept = notes.begun(_folder(top))
        with suppress(OSError):
            _write(kept, top, saved)
            noted.append(kept)
            for name in sorted(name for name in os.listdir(kept.parent) if name.endswith(".json"))[:-_MOST]:
                files.unlink(kept.parent / name)
    return noted


def forget(noted: Iterable[Path]) -> None:
    """Forget saves that were not made."""
    for kept in noted:
        files.unlink(kept)


def saves(top: Path) -> list[Save]:
    """Return the saves in a work tree, oldest first; those that cannot be read are passed over."""
    saves = []
    _settle(top)
    for kept in listed(_folder(top), "*.json"):
        with suppress(OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError, zlib.error):
            saves.append(Save(kept, _read(kept)))
    return saves


def _settle(top: Path) -> None:
    """Have saves count that were made by programs that were killed before they could tell."""
    notes.settle(_folder(top), lambda noted: ((top / file.name, file.new) for file in _read(noted)))


def inner_tops(top: Path) -> list[Path]:
    """Return the other work trees within this one, submodules among them, in which something was saved."""
    paths = []
    for folder in listed(_folder(top).parent, "*"):
        with suppress(OSError):
            other = Path(os.fsdecode(read_bounded(folder / "top", _LARGEST)))
            if top in other.parents and listed(folder, "*.json"):
                paths.append(other)
    return paths


def published(known: Iterable[Save], names: Collection[str], top: Path) -> None:
    """Forget what was saved of some files: it is in a commit."""
    for save in known:
        left = [file for file in save.saved if file.name not in names]
        if not left:
            files.unlink(save.kept)
        elif len(left) < len(save.saved):
            with suppress(OSError):
                _write(save.kept, top, left)


def _folder(top: Path) -> Path:
    """Return the folder for a repository."""
    return notes.folder_of("unpublished", top)


def _write(kept: Path, top: Path, saved: Iterable[SavedFile]) -> None:
    """Write a save."""
    import json

    head = kept.parent / "top"
    if not os.path.exists(head):
        files.write_private(head, os.fsencode(top))
    content = {
        "version": _VERSION,
        "files": [[file.name, _text(file.old), _text(file.new), list(file.labels)] for file in saved],
    }
    files.write_private(kept, json.dumps(content).encode())


def _read(kept: Path) -> tuple[SavedFile, ...]:
    """Return what a save did.

    Raises:
        OSError: It cannot be read.
        ValueError, KeyError, TypeError, AttributeError, RecursionError, zlib.error: It is damaged.
    """
    import json

    content = json.loads(read_bounded(kept, _LARGEST))
    if content["version"] != _VERSION:
        raise ValueError(content["version"])
    return tuple(
        SavedFile(str(name), _bytes(old), _bytes(new), tuple(map(str, labels)))
        for name, old, new, labels in content["files"]
    )


def _text(data: bytes | None) -> str | None:
    """Return what a file held as JSON can hold it."""
    return None if data is None else notes.packed(data)


def _bytes(text: str | None) -> bytes | None:
    """Return the bytes of `_text`."""
    return None if text is None else notes.unpacked(text)
