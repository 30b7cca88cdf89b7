"""Read files, and the steps that writing one is made of. `transaction` puts them together; nothing else writes."""

from __future__ import annotations

import errno
import fcntl
import os
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from profile_tui.text.catalogue import _
from profile_tui.text.errors import AppError, Unreadable
from profile_tui.text.named_tuple import NamedTuple
from profile_tui.text.reading import read_bounded, reason

if TYPE_CHECKING:
    from tempfile import TemporaryDirectory

_LFS = b"version https://git-lfs.github.com/spec/"
_DESCRIPTORS = "/proc/self/fd"
"""Where a file without a name can be reached."""
_ACL_AND_ATTRIBUTES = 1 << 0 | 1 << 2
"""COPYFILE_ACL and COPYFILE_XATTR of macOS."""
_HOUR = 3600


def read(path: Path, name: str = "", *, any_bytes: bool = False) -> bytes:
    """The bytes of a file that can be edited.

    Args:
        path: The file.
        name: How the user knows it.
        any_bytes: Whether it may hold anything, as a picture does; it is not edited then.

    Raises:
        Unreadable: It is missing, no ordinary file, too large, or binary.
    """
    name = name or str(path)
    try:
        data = read_bounded(path)
    except IsADirectoryError as error:
        raise Unreadable(_("this is a folder, not a page"), path=name) from error
    except OSError as error:
        raise Unreadable(reason(error), path=name) from error
    if any_bytes:
        return data
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Unreadable(_("the file is UTF-16; profile-tui check --fix not-utf8 converts it"), path=name)
    if data.startswith(_LFS):
        raise Unreadable(_("this is a Git LFS pointer, not the file itself: git lfs pull brings it"), path=name)
    if (at := data.find(b"\0")) >= 0:
        raise Unreadable(_("the file is binary: it holds a zero byte"), path=name, line=data.count(b"\n", 0, at) + 1)
    return data


def differs(path: Path, expected: bytes) -> bool:
    """Whether the file no longer holds exactly these bytes."""
    try:
        return os.stat(path).st_size != len(expected) or read_bounded(path) != expected
    except OSError:
        return True


class FileChange(NamedTuple):
    """What is to become of a file.

    Attributes:
        path: The file; where it is a symbolic link, the file it leads to is written.
        name: How the user knows it.
        old: The content it must still have; None where there must be no such file.
        new: Its new content; None where it is to be removed.
    """

    path: Path
    name: str
    old: bytes | None
    new: bytes | None


class NewFile:
    """Content that has no name yet, or a temporary one, until it takes its place.

    Without a name it cannot be committed by a `git add .` that runs meanwhile, and is gone when the program is killed.

    Attributes:
        descriptor: The open file.
    """

    def __init__(self, temporary: Path, mode: int = 0o600) -> None:
        """Open a file in the folder of `temporary`, under that name where the system has none without.

        Raises:
            OSError: It could not be opened; a PermissionError where the folder may not be written.
        """
        self._temporary = temporary
        self._named = False
        self.descriptor = self._unnamed(mode)
        if self.descriptor < 0:
            self.descriptor = os.open(temporary, os.O_RDWR | os.O_CREAT | os.O_EXCL, mode)
            self._named = True

    def _unnamed(self, mode: int) -> int:
        """Open a file without a name; -1 where the system or the file system cannot."""
        if not hasattr(os, "O_TMPFILE") or not os.path.isdir(_DESCRIPTORS):
            return -1
        try:
            return os.open(self._temporary.parent, os.O_RDWR | os.O_TMPFILE, mode)
        except OSError as error:
            if error.errno in (errno.EOPNOTSUPP, errno.EISDIR, errno.EINVAL, errno.ENOENT):
                return -1
            raise

    def _link(self, name: Path) -> None:
        """Give the file a name that no other has."""
        if self._named:
            os.link(self._temporary, name)
        else:  # only with a folder does Python follow the link, which the system needs
            os.link(f"{_DESCRIPTORS}/{self.descriptor}", name, src_dir_fd=self.descriptor)

    def take(self, target: Path) -> None:
        """Take the place of the file that is there."""
        if not self._named:
            self._link(self._temporary)
            self._named = True
        os.replace(self._temporary, target)

    def appear(self, target: Path) -> None:
        """Take a name that no file has.

        Raises:
            FileExistsError: There is a file of that name.
            OSError: The system cannot do it.
        """
        try:
            self._link(target)
        except FileExistsError:
            raise
        except OSError:  # a file system without hard links
            if os.path.lexists(target):
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST)) from None
            if not self._named:
                raise
            os.rename(self._temporary, target)

    def close(self) -> bool:
        """Close it, so that what has not taken its place is gone; return whether that is so."""
        close(self.descriptor)
        return unlink(self._temporary)


def copy_attributes(descriptor: int, target: Path, status: os.stat_result) -> bool:
    """Give a new file the owner, mode and attributes of another; return False where the owner cannot be kept."""
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
    elif _is_macos():
        _copy_as_macos_does(descriptor, target)
    os.fchmod(descriptor, stat.S_IMODE(status.st_mode))
    return True


def _is_macos() -> bool:
    """Return whether this is macOS, whose attributes Python has no calls for."""
    return sys.platform == "darwin"


def _copy_as_macos_does(descriptor: int, target: Path) -> None:
    """Give a new file the attributes and access lists of another; those that it cannot have stop nothing."""
    from ctypes import CDLL, c_int

    with suppress(OSError, AttributeError):
        source = os.open(target, os.O_RDONLY)
        try:
            CDLL(None).fcopyfile(c_int(source), c_int(descriptor), None, c_int(_ACL_AND_ATTRIBUTES))
        finally:
            close(source)


def reserve(descriptor: int, size: int) -> None:
    """Ask for the room first, so that a full disk is noticed before a byte is overwritten."""
    if not hasattr(os, "posix_fallocate"):
        return
    try:
        os.posix_fallocate(descriptor, 0, max(size, 1))
    except OSError as error:
        if error.errno not in (errno.EOPNOTSUPP, errno.EINVAL, errno.ENOSYS):
            raise


def rewrite(descriptor: int, data: bytes) -> None:
    """Make these bytes the file's whole content."""
    os.lseek(descriptor, 0, os.SEEK_SET)
    write_all(descriptor, data)
    os.ftruncate(descriptor, len(data))
    os.fsync(descriptor)


def write_all(descriptor: int, data: bytes) -> None:
    """Write all bytes, however many calls it takes."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def read_all(descriptor: int) -> bytes:
    """Return what an open file holds, from the start to the end."""
    os.lseek(descriptor, 0, os.SEEK_SET)
    pieces = []
    while piece := os.read(descriptor, 1 << 20):
        pieces.append(piece)
    return b"".join(pieces)


def identity(status: os.stat_result) -> tuple[int, int, int, int]:
    """Return what distinguishes one state of a file from another without reading it."""
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns


@contextmanager
def closing(descriptor: int) -> Iterator[None]:
    """Close a descriptor at the end of a `with`."""
    try:
        yield
    finally:
        close(descriptor)


def close(descriptor: int) -> None:
    """Close a file; what it was to hold is known to be there before that, or known not to be."""
    with suppress(OSError):
        os.close(descriptor)


def lock(descriptor: int) -> bool:
    """Lock a file for as long as it is open; return False where another process has locked it."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        # where the file system has no locks, nothing can be held
        return error.errno not in (errno.EWOULDBLOCK, errno.EACCES)
    return True


def locked(path: Path) -> int:
    """Open a file that says by its lock that this process runs.

    Raises:
        OSError: It cannot be written.
    """
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        # before it was locked, another process may have taken it for what a killed one left
        if lock(descriptor) and os.fstat(descriptor).st_nlink:
            return descriptor
        close(descriptor)


def unlink(path: Path) -> bool:
    """Remove a temporary file; return whether it is gone."""
    try:
        path.unlink()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return True


def missing_folders(folder: Path) -> list[Path]:
    """Return the folders that would have to be made for this one to be there, outermost first."""
    paths = []
    while not os.path.lexists(folder):
        paths.append(folder)
        folder = folder.parent
    return paths[::-1]


def make_folders(folder: Path, mode: int = 0o777) -> None:
    """Make a folder and those that it needs, so that they last through a power cut.

    Raises:
        OSError: One could not be made.
    """
    for missing in missing_folders(folder):
        with suppress(FileExistsError):
            missing.mkdir(mode)
        sync_folder(missing.parent)


def sync_folder(folder: Path) -> None:
    """Make what happened to names in a folder last through a power cut, where the system can."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        with closing(descriptor):
            os.fsync(descriptor)


def temporary_folder(name: str = "", data: bytes = b"") -> TemporaryDirectory[str]:
    """Make a folder that is gone after a `with`, with a file in it where one is named.

    Raises:
        AppError: That cannot be done.
    """
    from tempfile import TemporaryDirectory

    try:
        folder = TemporaryDirectory(prefix="profile-tui-", ignore_cleanup_errors=True)
        try:
            if name:
                Path(folder.name, name).write_bytes(data)
        except OSError:
            folder.cleanup()
            raise
    except OSError as error:
        raise AppError(_("no temporary file can be written: {reason}").format(reason=reason(error))) from error
    return folder


def write_private(path: Path, data: bytes, *, synced: bool = True) -> None:
    """Write a file of the program's own, readable by its user only, all of it or nothing.

    Args:
        path: The file.
        data: What it is to hold.
        synced: Whether it must last through a power cut, which takes a while.

    Raises:
        OSError: It could not be written; an older one is intact.
    """
    make_folders(path.parent, 0o700)
    temporary = path.with_name(f".{path.name}.{os.getpid()}~")  # another process may write the same file
    unlink(temporary)
    new = NewFile(temporary)
    try:
        write_all(new.descriptor, data)
        if synced:
            os.fsync(new.descriptor)
        new.take(path)
    finally:
        new.close()
    if synced:
        sync_folder(path.parent)
    with suppress(OSError):
        for begun in os.scandir(path.parent):  # what a run that was killed was about to write
            name = begun.name
            if name[0] == "." and name[-1] == "~" and begun.stat().st_mtime < time.time() - _HOUR:
                unlink(Path(begun))
