"""Put a save that was interrupted in order: take it back, unless all of it is on the disk."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from itertools import zip_longest
from pathlib import Path

from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused
from profile_tui.text.reading import MAX_BYTES, read_bounded, reason
from profile_tui.workspace.disk import files
from profile_tui.workspace.disk.files import NewFile
from profile_tui.workspace.disk.journal import Entry, Journal
from profile_tui.workspace.disk.state import saves_folder, state_folder
from profile_tui.workspace.disk.taking_turns import turn

_BLOCK = 4096


def recover() -> list[str]:
    """Finish or take back the saves of programs that were killed, and clean up after them.

    Returns:
        What the user should know of it, one line each; nothing where a save had not begun, or was done.
    """
    messages: list[str] = []
    try:
        names = sorted(os.listdir(saves_folder()))
    except OSError:
        return messages
    for name in names:
        if name.endswith(".journal") and (journal := Journal.take(saves_folder() / name)) is not None:
            try:
                content = journal.read()
                with turn(entry.path.parent for entry in content[2]):
                    messages += _recovered(journal, *content)
            except (OSError, Refused) as error:
                journal.close()
                why = error.message.split(";")[0] if isinstance(error, Refused) else reason(error)
                messages.append(_("an interrupted save could not be checked: {reason}").format(reason=why))
    return messages


def _recovered(journal: Journal, temporaries: list[Path], folders: list[Path], entries: list[Entry]) -> list[str]:
    """Put one save in order, while no other is in its folders; return what the user should know of it.

    Raises:
        OSError: A file cannot be read.
    """
    states = [_state(entry) for entry in entries]
    if any(entry.old is not None and not os.path.exists(entry.path.parent) for entry in entries):
        journal.close()  # moved, or on a disk that is not there now: it may come back
        return []
    names = ", ".join(entry.name for entry in entries)
    messages = []
    if set(states) - {"old"} and set(states) != {"new"}:
        if left := take_back(entries):
            journal.close()
            stuck = ", ".join(entry.name for entry in left)
            return [
                _(
                    "a save of {names} was interrupted, and {stuck} could not be restored; check that it can be "
                    "written, then start again"
                ).format(names=names, stuck=stuck)
            ]
        messages.append(_("a save of {names} was interrupted; it was undone").format(names=names))
        messages += [_set_aside(entry) for entry, state in zip(entries, states, strict=True) if state == "other"]
    gone = [files.unlink(path) for path in temporaries]
    for path in reversed(folders):
        with suppress(OSError):  # there are files in it
            path.rmdir()
    journal.drop() if all(gone) else journal.close()
    return messages


def take_back(entries: Iterable[Entry]) -> list[Entry]:
    """Give files what they held before a save; what another program wrote since is left.

    Returns:
        The files with which that could not be done.
    """
    left = []
    for entry in reversed(list(entries)):
        try:
            if _state(entry) in ("new", "torn"):
                _restore(entry)
        except OSError:
            left.append(entry)
    return left[::-1]


def _state(entry: Entry) -> str:
    """Return whether a file is `old`, `new`, `torn` between the two, or `other` than all that.

    Raises:
        OSError: It cannot be read.
    """
    try:
        data = read_bounded(entry.path, 2 * MAX_BYTES)
    except (FileNotFoundError, NotADirectoryError):
        data = None
    except OSError as error:
        if error.errno is None or isinstance(error, IsADirectoryError):  # a pipe, a folder, or too large
            return "other"
        raise
    if data == entry.old:
        return "old"
    if data == entry.new:
        return "new"
    if data is None or entry.old is None or entry.new is None or not entry.in_place:
        return "other"
    return "torn" if _torn(data, entry.old, entry.new) else "other"


def _torn(data: bytes, old: bytes, new: bytes) -> bool:
    """Return whether a write in place was cut short: each byte is of the old content, of the new, or zero."""
    if not min(len(old), len(new)) <= len(data) <= max(len(old), len(new)):
        return False
    for at in range(0, len(data), _BLOCK):
        piece, before, after = (content[at : at + _BLOCK] for content in (data, old, new))
        if piece in (before, after):
            continue
        mixed = zip_longest(piece, before[: len(piece)], after[: len(piece)], fillvalue=0)
        if any(byte not in (own, other, 0) for byte, own, other in mixed):
            return False
    return True


def _restore(entry: Entry) -> None:
    """Give a file what it held.

    Raises:
        OSError: That cannot be done.
    """
    if entry.old is None:
        entry.path.unlink()
        files.sync_folder(entry.path.parent)
        return
    if entry.in_place:
        descriptor = os.open(entry.path, os.O_RDWR)
        with files.closing(descriptor):
            files.rewrite(descriptor, entry.old)
        return
    files.unlink(entry.temporary)
    new = NewFile(entry.temporary)
    try:
        files.write_all(new.descriptor, entry.old)
        os.fchmod(new.descriptor, entry.mode)
        if entry.new is not None:
            files.copy_attributes(new.descriptor, entry.path, os.stat(entry.path))
        os.fsync(new.descriptor)
        new.take(entry.path)
    finally:
        new.close()
    files.sync_folder(entry.path.parent)


def _set_aside(entry: Entry) -> str:
    """Keep what a file held that another program changed since; return what the user should know of it."""
    message = _("{name} was changed by another program since, and was left as it is").format(name=entry.name)
    if not entry.in_place or entry.old is None:
        return message
    kept = state_folder() / "kept" / f"{os.urandom(3).hex()}-{entry.path.name}"
    try:
        files.write_private(kept, entry.old)
    except OSError as error:
        return f"{message} ({reason(error)})"
    return _("{message}; what it held before is in {kept}").format(message=message, kept=kept)
