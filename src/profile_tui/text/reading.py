"""Read files that others may have put there: never without a bound, and never waiting for a pipe or a device."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from profile_tui.text.catalogue import _

MAX_BYTES = 32 * 1024 * 1024
"""The largest file that is opened."""
_PIECE = 1 << 20

_WORDS = {
    errno.ENOSPC: _("the disk is full"),
    errno.EDQUOT: _("your disk quota is used up"),
    errno.EFBIG: _("the file would be larger than the system allows"),
    errno.EROFS: _("the file system is read-only"),
    errno.EACCES: _("permission denied"),
    errno.EPERM: _("the system does not permit it"),
    errno.EIO: _("the disk reports an error"),
    errno.ENOENT: _("there is no such file"),
    errno.ENOTDIR: _("there is no such file"),
    errno.ELOOP: _("its symbolic links lead in a circle"),
    errno.ENAMETOOLONG: _("its name is too long"),
    errno.EISDIR: _("it is a folder"),
    errno.ECONNREFUSED: _("connection refused"),
    errno.ENETUNREACH: _("there is no network"),
    errno.EHOSTUNREACH: _("there is no way to it"),
}


def reason(error: OSError) -> str:
    """Return what the system complained about, in plain words."""
    if error.errno is None:  # of this module
        return str(error)
    return _WORDS.get(error.errno) or (error.strerror or str(error)).lower()


def listed(folder: Path, pattern: str) -> list[Path]:
    """Return what a folder has of a pattern, sorted; nothing where the folder cannot be read."""
    try:
        return sorted(folder.glob(pattern))
    except OSError:
        return []


def read_bounded(path: Path, most: int = MAX_BYTES) -> bytes:
    """Return what an ordinary file holds.

    Args:
        path: The file.
        most: How many bytes it may have.

    Raises:
        OSError: It is missing, not an ordinary file, too large, or cannot be read; `reason` gives the words.
    """
    data = read_start(path, most + 1)
    if len(data) > most:
        size = max(os.stat(path).st_size, len(data))
        raise OSError(
            _("the file has {size:.0f} MB, more than the {most} MB that can be read").format(
                size=size / 2**20, most=most // 2**20
            )
        )
    return data


def read_start(path: Path, most: int) -> bytes:
    """Return the first `most` bytes of an ordinary file.

    Raises:
        OSError: It is missing, not an ordinary file, or cannot be read.
    """
    try:
        _require_ordinary(os.stat(path))
        # without waiting, should a pipe have taken the file's place by now
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    except ValueError:
        raise OSError(_("this isn't a file name")) from None
    try:
        status = os.fstat(descriptor)
        _require_ordinary(status)
        data = os.read(descriptor, min(status.st_size + 1, most))
        while len(data) < most and (more := os.read(descriptor, min(_PIECE, most - len(data)))):
            data += more  # it came in pieces
        return data
    finally:
        os.close(descriptor)


def entry_is_file(entry: os.DirEntry[str]) -> bool:
    """Return whether an entry of a folder is a file that can be looked at: a link may lead to where one may not."""
    try:
        return entry.is_file()
    except OSError:
        return False


def _require_ordinary(status: os.stat_result) -> None:
    """Raise OSError for anything but an ordinary file."""
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, _("this is a folder"))
    if not stat.S_ISREG(status.st_mode):
        raise OSError(_("this is not an ordinary file"))
