"""Writing files: all of a set, or none. Nothing else in the program writes a file that is not its own.

Everything that can be found wrong is found first: every file is checked, and all new content is on the disk, before
anything the user knows is touched. New content then takes the places of the old, one rename a file. Where a rename
would break something (another hard link to the file, an owner that cannot be kept, a folder that may not be written),
the file is written in place.

A rename happens or does not; so one file needs no more than that. What can be left half done, a set or a file written
in place, is in the journal before it begins. It is taken back when anything goes wrong, and where the program itself is
killed, by its next start (`recovery`).
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from profile_tui.text.catalogue import _
from profile_tui.text.errors import AppError, Refused
from profile_tui.text.reading import reason
from profile_tui.workspace.disk import files
from profile_tui.workspace.disk.files import FileChange, NewFile
from profile_tui.workspace.disk.journal import Entry, Journal
from profile_tui.workspace.disk.state import saves_folder
from profile_tui.workspace.disk.taking_turns import turn, wait


def commit(changes: Iterable[FileChange]) -> None:
    """Make all of these changes, or none.

    Raises:
        Refused: A file changed since it was read, is read-only, or is there although it should be new.
        AppError: The system could not write one. All is as it was, unless the message says otherwise.
    """
    token = os.urandom(6).hex()
    steps = [_Step(change, f".profile-tui-{token}-{number}~") for number, change in enumerate(changes)]
    with turn(step.target.parent for step in steps):
        _commit(token, steps)


def _commit(token: str, steps: list[_Step]) -> None:
    """Make the changes, while no other save is in their folders."""
    for step in steps:
        with step.complaining():
            step.check()
    _check_apart(steps)
    if not steps:
        return
    journal = _journal(token, steps)
    begun = False
    try:
        for step in steps:
            with step.complaining():
                step.prepare()
        entries = [step.entry for step in steps]
        _record(journal, entries)
        for step in steps:
            with step.complaining():
                step.check_again()
        begun = True
        failure = _failure(steps, entries)
        begun = False
        if isinstance(journal, Journal):
            journal.settle()
        if failure is not None:
            raise failure
    finally:
        tidy = _tidy(steps)
        if isinstance(journal, Journal):
            # what could not be put in order here is left to the next start
            journal.drop() if tidy and not begun else journal.close()


class _Step:
    """The change of one file, from the first look to the last rename.

    Attributes:
        change: The change.
        target: The file, links followed.
        in_place: Whether it is written in place.
        folders: The folders that are made for it, outermost first.
    """

    def __init__(self, change: FileChange, temporary: str) -> None:
        """A change, and the name that new content may have before it takes its place."""
        self.change = change
        self.target = Path(os.path.realpath(change.path))
        self.temporary = self.target.parent / temporary
        self.in_place = False
        self.folders: list[Path] = []
        self._status: os.stat_result | None = None
        self._new: NewFile | None = None

    @property
    def entry(self) -> Entry:
        """Return what the journal says of it."""
        mode = 0o666 & ~_umask() if self._status is None else stat.S_IMODE(self._status.st_mode)
        change = self.change
        return Entry(self.target, change.name, change.old, change.new, self.in_place, mode, self.temporary)

    @contextmanager
    def complaining(self) -> Iterator[None]:
        """Tell what the system complains about in one line."""
        try:
            yield
        except FileExistsError as error:
            message = _("a file of that name exists now; nothing was written")
            raise Refused(message, path=self.change.name) from error
        except OSError as error:
            raise AppError(self._complaint(reason(error)), path=self.change.name) from error

    def _complaint(self, reason: str) -> str:
        """Return what could not be done."""
        if self.change.old is None:
            return _("could not create the file: {reason}").format(reason=reason)
        if self.change.new is None:
            return _("could not remove the file: {reason}").format(reason=reason)
        return _("could not save: {reason}; the file is as it was").format(reason=reason)

    def check(self) -> None:
        """See whether it can be done, as far as that shows without writing."""
        if self.change.old is None:
            if os.path.lexists(self.target):
                raise FileExistsError
            self.folders = files.missing_folders(self.target.parent)
            return
        self._status = unchanged(self.target, self.change.old, self.change.name)
        # the superuser may write what nobody may, but was not asked to
        if not os.access(self.target, os.W_OK):
            if os.statvfs(self.target).f_flag & os.ST_RDONLY:
                raise OSError(errno.EROFS, "")
            raise Refused(
                _("the file is read-only; make it writable (chmod u+w) and save again"), path=self.change.name
            )
        self.in_place = self.change.new is not None and self._status.st_nlink > 1

    @property
    def same(self) -> object:
        """Return what two changes of one file share, whatever names they use."""
        return str(self.target) if self._status is None else (self._status.st_dev, self._status.st_ino)

    def prepare(self) -> None:
        """Bring the new content onto the disk, without touching what is there."""
        if self.change.new is None or self.in_place:
            return
        if self.change.old is None:
            files.make_folders(self.target.parent)
        try:
            self._new = NewFile(self.temporary)
        except PermissionError:
            if self._status is None:
                raise
            self.in_place = True
            return
        files.write_all(self._new.descriptor, self.change.new)
        if self._status is None:
            os.fchmod(self._new.descriptor, self.entry.mode)
        elif not files.copy_attributes(self._new.descriptor, self.target, self._status):
            self.close()
            self.in_place = True
            return
        os.fsync(self._new.descriptor)

    def check_again(self) -> None:
        """See whether another program was faster."""
        if self._status is None or self.change.old is None:
            return
        try:
            same = files.identity(os.stat(self.target)) == files.identity(self._status)
        except FileNotFoundError:
            same = False
        if not same:
            unchanged(self.target, self.change.old, self.change.name)

    def apply(self) -> None:
        """Let the new content take the place of the old."""
        if self.change.new is None:
            self.target.unlink()
        elif self._new is None:
            self._overwrite(self.change.new)
        elif self.change.old is None:
            self._new.appear(self.target)
        else:
            self._new.take(self.target)

    def _overwrite(self, data: bytes) -> None:
        """Write into the file itself, so that its links, owner and folder stay as they are."""
        descriptor = os.open(self.target, os.O_RDWR)
        with files.closing(descriptor):
            wait(descriptor, self.target)  # it may have names in folders that other saves have their turn in
            if files.read_all(descriptor) != self.change.old:
                raise Refused(_CHANGED, path=self.change.name)
            files.reserve(descriptor, len(data))
            files.rewrite(descriptor, data)

    def close(self) -> bool:
        """Close the new content, so that what has not taken its place is gone; return whether that is so."""
        new, self._new = self._new, None
        return new is None or new.close()


_CHANGED = _("the file changed on disk since it was read; nothing was written")


def unchanged(target: Path, expected: bytes, name: str) -> os.stat_result:
    """Return a file's status, once its content is found to be the one that was read.

    Raises:
        Refused: It is another.
        OSError: It cannot be read.
    """
    try:
        descriptor = os.open(target, os.O_RDONLY | os.O_NONBLOCK)
    except FileNotFoundError as error:
        raise Refused(_("the file was deleted or renamed since it was read; nothing was written"), path=name) from error
    with files.closing(descriptor):
        status = os.fstat(descriptor)
        same = stat.S_ISREG(status.st_mode) and status.st_size == len(expected)
        if not same or files.read_all(descriptor) != expected:
            raise Refused(_CHANGED, path=name)
        return status


def _check_apart(steps: list[_Step]) -> None:
    """Raise Refused where two changes are of one file: the second would undo the first."""
    seen: dict[object, str] = {}
    for step in steps:
        if (other := seen.setdefault(step.same, step.change.name)) != step.change.name:
            message = _("this is the same file as {other}, and both were changed; undo one of the two changes").format(
                other=other
            )
            raise Refused(_("{message}; nothing was written").format(message=message), path=step.change.name)


def _umask() -> int:
    """Return the permissions that the user wants no new file to have."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _journal(token: str, steps: list[_Step]) -> Journal | OSError:
    """Begin the journal; return why that cannot be done, which matters only where it is needed."""
    folders = list(dict.fromkeys(path for step in steps for path in step.folders))
    try:
        return Journal.begin(token, [step.temporary for step in steps], folders)
    except OSError as error:
        return error


def _record(journal: Journal | OSError, entries: list[Entry]) -> None:
    """Note what the files hold, where a kill could leave them half done.

    Raises:
        AppError: There is nowhere to note it.
    """
    if len(entries) == 1 and not entries[0].in_place:
        return
    try:
        if isinstance(journal, OSError):
            raise journal
        journal.record(entries)
    except OSError as error:
        message = _("could not save: no copy could be kept in {saves_folder} first: {reason}").format(
            saves_folder=saves_folder(), reason=reason(error)
        )
        raise AppError(_("{message}; nothing was written").format(message=message), path=entries[0].name) from error


def _failure(steps: list[_Step], entries: list[Entry]) -> BaseException | None:
    """Let all new content take its place; return what went wrong, once all is taken back.

    Raises:
        AppError: Something went wrong, and not all could be taken back.
    """
    try:
        for step in steps:
            with step.complaining():
                step.apply()
    except BaseException as error:
        from profile_tui.workspace.disk.recovery import take_back

        left = take_back(entries)
        if not left:
            return error
        if not isinstance(error, AppError):
            raise
        stuck = ", ".join(entry.name for entry in left)
        message = _("{split}; {stuck} could not be restored: start profile-tui again to do it").format(
            split=error.message.split(";")[0], stuck=stuck
        )
        raise AppError(message, path=error.path) from error
    for parent in dict.fromkeys(step.target.parent for step in steps):
        files.sync_folder(parent)
    return None


def _tidy(steps: list[_Step]) -> bool:
    """Close what is open, and take away folders that were made for nothing; return whether nothing is left over."""
    gone = [step.close() for step in steps]
    for path in dict.fromkeys(path for step in steps for path in reversed(step.folders)):
        with suppress(OSError):  # it is needed: there is a file in it
            path.rmdir()
    return all(gone)
