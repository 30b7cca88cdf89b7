"""Read files that others may have put there: never without a bound, and never waiting for a pipe or a device."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

MAX_BYTES = 32 * 1024 * 1024
"""The largest file that is opened."""
_PIECE = 1 << 20

_WORDS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your disk quota is used up",
    errno.EFBIG: "the file would be larger than the system allows",
    errno.EROFS: "the file system is read-only",
    errno.EACCES: "permission denied",
    errno.EPERM: "the system does not permit it",
    errno.EIO: "the disk reports an error",
    errno.ENOENT: "there is no such file",
    errno.ENOTDIR: "there is no such file",
    errno.ELOOP: "its symbolic links lead in a circle",
    errno.ENAMETOOLONG: "its name is too long",
}


def reason(error: OSError) -> str:
    """Return what the system complained about, in plain words."""
    if error.errno is None:  # of this module
        return str(error)
    return _WORDS.get(error.errno) or (error.strerror or str(error)).lower()


def read_bounded(path: Path, most: int = MAX_BYTES) -> bytes:
    """Return what an ordinary file holds.

    Args:
        path: The file.
        most: How many bytes it may have.

    Raises:
        OSError: It is missing, not an ordinary file, too large, or cannot be read; `reason` gives the words.
    """
    try:
        _check(os.stat(path), most)
        # without waiting, should a pipe have taken the file's place by now
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    except ValueError:
        raise OSError("this is no file name") from None
    try:
        size = _check(os.fstat(descriptor), most)
        data = os.read(descriptor, size + 1)
        while len(data) <= most and (more := os.read(descriptor, _PIECE)):  # it grew, or comes in pieces
            data += more
        if len(data) > most:
            raise OSError(_too_large(len(data), most))
        return data
    finally:
        os.close(descriptor)


def _check(status: os.stat_result, most: int) -> int:
    """Return the size of an ordinary file that is not too large; raise OSError for anything else."""
    if stat.S_ISDIR(status.st_mode):
        raise OSError(errno.EISDIR, "this is a folder")
    if not stat.S_ISREG(status.st_mode):
        raise OSError("this is not an ordinary file")
    if status.st_size > most:
        raise OSError(_too_large(status.st_size, most))
    return status.st_size


def _too_large(size: int, most: int) -> str:
    """Return the complaint about a size."""
    return f"the file has {size / 2**20:.0f} MB, more than the {most // 2**20} MB that can be read"
