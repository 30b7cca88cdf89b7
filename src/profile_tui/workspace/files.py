"""Reading and writing files. Nothing else in the program writes one.

A save either happens as a whole or not at all: the new text goes to a temporary file in the same folder, under a name
that Jekyll ignores, which then takes the place of the old one. Where that would break something (another hard link to
the file, an owner that cannot be kept, a folder that may not be written), the file is overwritten in place, with a
copy kept until that is done.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from itertools import count
from pathlib import Path

from profile_tui.text.errors import AppError, Refused, Unreadable
from profile_tui.text.reading import read_bounded, reason

_PREFIX = ".profile-tui-"
"""How temporary files begin: Jekyll ignores names with a leading dot."""


def read(path: Path, name: str = "") -> bytes:
    """The bytes of a file that can be edited.

    Args:
        path: The file.
        name: How the user knows it.

    Raises:
        Unreadable: It is missing, no ordinary file, too large, or binary.
    """
    name = name or str(path)
    try:
        data = read_bounded(path)
    except IsADirectoryError as error:
        raise Unreadable("this is a folder, not a page", path=name) from error
    except OSError as error:
        raise Unreadable(reason(error), path=name) from error
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Unreadable("the file is UTF-16; convert it: iconv -f UTF-16 -t UTF-8", path=name)
    if (at := data.find(b"\0")) >= 0:
        raise Unreadable("the file is binary: it holds a zero byte", path=name, line=data.count(b"\n", 0, at) + 1)
    return data


def differs(path: Path, expected: bytes) -> bool:
    """Whether the file no longer holds exactly these bytes."""
    try:
        return os.stat(path).st_size != len(expected) or read_bounded(path) != expected
    except OSError:
        return True


def save(path: Path, data: bytes, expected: bytes, name: str = "") -> None:
    """Replaces the content of a file, all of it or nothing.

    Args:
        path: The file; where it is a symbolic link, the file it leads to is written.
        data: The new content.
        expected: The content it must still have.
        name: How the user knows it.

    Raises:
        Refused: It changed since it was read, or is read-only. Nothing was written.
        AppError: The system could not write it. The old content is intact.
    """
    name = name or str(path)
    target = Path(os.path.realpath(path))
    try:
        status = _unchanged(target, expected, name)
        # the superuser may write what nobody may, but was not asked to
        if not os.access(target, os.W_OK):
            raise Refused("the file is read-only; make it writable (chmod u+w) and save again", path=name)
        if status.st_nlink > 1 or not _replace(target, data, expected, status, name):
            _overwrite(target, data, expected, name)
    except OSError as error:
        raise AppError(f"could not save: {reason(error)}; the file is as it was", path=name) from error


def create(path: Path, data: bytes, name: str = "") -> None:
    """Writes a file that is not there yet, all of it or nothing, never over another.

    Args:
        path: The file; folders that it needs are made.
        data: Its content.
        name: How the user knows it.

    Raises:
        Refused: There is a file of that name.
        AppError: The system could not write it.
    """
    name = name or str(path)
    temporary: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, temporary = _temporary(path.parent)
        with _closing(descriptor):
            _write_all(descriptor, data)
            os.fchmod(descriptor, 0o666 & ~_umask())
            os.fsync(descriptor)
        try:
            os.link(temporary, path)
        except FileExistsError:
            raise
        except OSError:  # a file system without hard links
            _write_exclusively(path, data)
        _sync_folder(path.parent)
    except FileExistsError as error:
        raise Refused("there is a file of that name by now; nothing was written", path=name) from error
    except OSError as error:
        raise AppError(f"could not create the file: {reason(error)}", path=name) from error
    finally:
        if temporary is not None:
            _unlink(temporary)


def remove(path: Path, expected: bytes, name: str = "") -> None:
    """Removes a file that still has the content it was read with.

    Raises:
        Refused: It changed since it was read, or is read-only.
        AppError: The system could not remove it.
    """
    name = name or str(path)
    try:
        _unchanged(path, expected, name)
        if not os.access(path, os.W_OK):
            raise Refused("the file is read-only; make it writable (chmod u+w) and save again", path=name)
        path.unlink()
        _sync_folder(path.parent)
    except OSError as error:
        raise AppError(f"could not remove the file: {reason(error)}", path=name) from error


def _write_exclusively(path: Path, data: bytes) -> None:
    """Writes a new file under its own name; one that could not be written whole is taken away."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    with _gone_on_failure(path), _closing(descriptor):
        _write_all(descriptor, data)
        os.fsync(descriptor)


@contextmanager
def _gone_on_failure(path: Path) -> Iterator[None]:
    """Takes a file away again if what is done with it fails, for whatever reason."""
    with ExitStack() as stack:
        stack.callback(_unlink, path)
        yield
        stack.pop_all()


def _umask() -> int:
    """The permissions that the user wants no new file to have."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def write_private(path: Path, data: bytes) -> None:
    """Writes a file of the program's own, readable by its user only, all of it or nothing.

    Raises:
        OSError: It could not be written; an older one is intact.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor, temporary = _temporary(path.parent)
    with _gone_on_failure(temporary):
        with _closing(descriptor):
            _write_all(descriptor, data)
            os.fsync(descriptor)
        os.replace(temporary, path)


def _unchanged(target: Path, expected: bytes, name: str) -> os.stat_result:
    """The file's status, once its content is found to be the one that was read."""
    try:
        descriptor = os.open(target, os.O_RDONLY | os.O_NONBLOCK)
    except FileNotFoundError as error:
        raise Refused("the file was deleted or renamed since it was read; nothing was written", path=name) from error
    with _closing(descriptor):
        status = os.fstat(descriptor)
        same = stat.S_ISREG(status.st_mode) and status.st_size == len(expected)
        if not same or _read_all(descriptor) != expected:
            raise Refused("the file changed on disk since it was read; nothing was written", path=name)
        return status


def _replace(target: Path, data: bytes, expected: bytes, status: os.stat_result, name: str) -> bool:
    """Puts a new file in the target's place; False, with nothing done, where that would lose something."""
    try:
        descriptor, temporary = _temporary(target.parent)
    except PermissionError:
        return False
    with _gone_on_failure(temporary):
        with _closing(descriptor):
            _write_all(descriptor, data)
            if not _copy_attributes(descriptor, target, status):
                _unlink(temporary)
                return False
            os.fsync(descriptor)
        if _identity(os.stat(target)) != _identity(status):
            _unchanged(target, expected, name)
        os.replace(temporary, target)
    _sync_folder(target.parent)
    return True


def _copy_attributes(descriptor: int, target: Path, status: os.stat_result) -> bool:
    """Gives a new file the owner, mode and extended attributes of the old one; False where the owner cannot be kept."""
    own = os.fstat(descriptor)
    if (own.st_uid, own.st_gid) != (status.st_uid, status.st_gid):
        try:
            os.fchown(descriptor, status.st_uid, status.st_gid)
        except PermissionError:
            return False
    if hasattr(os, "listxattr"):
        with suppress(OSError):  # not every file system has them, and some are the system's alone
            for attribute in os.listxattr(target):
                with suppress(OSError):
                    os.setxattr(descriptor, attribute, os.getxattr(target, attribute))
    os.fchmod(descriptor, stat.S_IMODE(status.st_mode))
    return True


def _overwrite(target: Path, data: bytes, expected: bytes, name: str) -> None:
    """Writes into the file itself, so that its links, owner and folder stay as they are."""
    backup = _backup(target, expected)
    needed = False
    try:
        descriptor = os.open(target, os.O_RDWR)
        with _closing(descriptor):
            if _read_all(descriptor) != expected:
                raise Refused("the file changed on disk since it was read; nothing was written", path=name)
            try:
                _reserve(descriptor, len(data))
                _rewrite(descriptor, data)
            except BaseException:
                needed = True
                _rewrite(descriptor, expected)
                needed = False
                raise
    except OSError as error:
        if not needed:
            raise
        said = f"could not save: {reason(error)}; what the file held is in {backup}"
        raise AppError(said, path=name) from error
    finally:
        if not needed:
            _unlink(backup)


def _backup(target: Path, data: bytes) -> Path:
    """A copy of the file, beside it or, where the folder may not be written, in the folder for temporary files."""
    try:
        descriptor, path = _temporary(target.parent)
    except PermissionError:
        descriptor, path = _temporary(Path(os.environ.get("TMPDIR", "/tmp")))
    with _gone_on_failure(path), _closing(descriptor):
        _write_all(descriptor, data)
        os.fsync(descriptor)
    return path


def _reserve(descriptor: int, size: int) -> None:
    """Asks for the room first, so that a full disk is noticed before a byte is overwritten."""
    if not hasattr(os, "posix_fallocate"):
        return
    try:
        os.posix_fallocate(descriptor, 0, max(size, 1))
    except OSError as error:
        if error.errno not in (errno.EOPNOTSUPP, errno.EINVAL, errno.ENOSYS):
            raise


def _rewrite(descriptor: int, data: bytes) -> None:
    """Makes these bytes the file's whole content."""
    os.lseek(descriptor, 0, os.SEEK_SET)
    _write_all(descriptor, data)
    os.ftruncate(descriptor, len(data))
    os.fsync(descriptor)


def _temporary(folder: Path) -> tuple[int, Path]:
    """A new file of the program's own in a folder."""
    for number in count():
        path = folder / f"{_PREFIX}{os.getpid()}-{number}"
        with suppress(FileExistsError):
            return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), path
    raise AssertionError


def _write_all(descriptor: int, data: bytes) -> None:
    """Writes all bytes, however many calls it takes."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _read_all(descriptor: int) -> bytes:
    """Reads from the start to the end."""
    os.lseek(descriptor, 0, os.SEEK_SET)
    pieces = []
    while piece := os.read(descriptor, 1 << 20):
        pieces.append(piece)
    return b"".join(pieces)


def _identity(status: os.stat_result) -> tuple[int, int, int, int]:
    """What tells one state of a file from another without reading it."""
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns


@contextmanager
def _closing(descriptor: int) -> Iterator[None]:
    """Closes a descriptor at the end of a `with`."""
    try:
        yield
    finally:
        os.close(descriptor)


def _unlink(path: Path) -> None:
    """Removes a temporary file, if it is there."""
    with suppress(OSError):
        path.unlink()


def _sync_folder(folder: Path) -> None:
    """Makes a replacement last through a power cut, where the system can."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        with _closing(descriptor):
            os.fsync(descriptor)
