"""Saving: all of it or nothing, whatever fails, and everything around the text as it was."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from profile_tui.markup import frontmatter
from profile_tui.text.errors import AppError, Refused
from profile_tui.text.span import Splice
from profile_tui.workspace.document import Document
from profile_tui.workspace.recovery import recover
from profile_tui.workspace.transaction import FileChange, commit

OLD = b"---\ntitle: Ada\n---\n\n- one\r\n- two\n"
NEW = OLD + b"- three\n"


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "site/about.md"
    path.parent.mkdir()
    path.write_bytes(OLD)
    return path


def changed(path: Path) -> Document:
    document = Document.open(path)
    document.perform_splices([Splice.insert(len(document.page.text), "- three\n")], "Add")
    return document


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_the_bytes_are_written_and_nothing_is_left_beside(page: Path) -> None:
    document = changed(page)
    document.save()
    assert page.read_bytes() == NEW
    assert names(page.parent) == {"about.md"}
    assert not document.dirty


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o755])
def test_the_mode_is_kept(page: Path, mode: int) -> None:
    page.chmod(mode)
    changed(page).save()
    assert page.stat().st_mode & 0o7777 == mode


def test_extended_attributes_are_kept(page: Path) -> None:
    if not hasattr(os, "setxattr"):
        pytest.skip("the system has no extended attributes")
    try:
        os.setxattr(page, "user.note", b"kept")
    except OSError:
        pytest.skip("the file system has no extended attributes")
    changed(page).save()
    assert os.getxattr(page, "user.note") == b"kept"


def test_symbolic_links_stay_links(page: Path) -> None:
    (page.parent / "deep").mkdir()
    chain = page.parent / "deep" / "chain.md"
    chain.symlink_to("../link.md")
    (page.parent / "link.md").symlink_to("about.md")
    changed(chain).save()
    assert page.read_bytes() == NEW
    assert chain.is_symlink()
    assert (page.parent / "link.md").is_symlink()
    assert names(page.parent) == {"about.md", "link.md", "deep"}


def test_hard_links_stay_linked(page: Path) -> None:
    other = page.parent / "other.md"
    other.hardlink_to(page)
    changed(page).save()
    assert other.read_bytes() == NEW
    assert other.stat().st_ino == page.stat().st_ino
    assert names(page.parent) == {"about.md", "other.md"}


def test_a_shorter_text_leaves_no_tail_in_a_hard_link(page: Path) -> None:
    (page.parent / "other.md").hardlink_to(page)
    commit([FileChange(page, "about.md", OLD, b"x")])
    assert page.read_bytes() == b"x"


@pytest.mark.parametrize("change", ["edited", "same size and time", "deleted", "folder", "replaced"])
def test_a_file_that_changed_meanwhile_is_never_overwritten(page: Path, change: str) -> None:
    document = changed(page)
    before = page.stat()
    theirs = OLD.replace(b"one", b"ONE")
    if change in ("deleted", "folder"):
        page.unlink()
    if change == "folder":
        page.mkdir()
    elif change == "replaced":
        (page.parent / "theirs.md").write_bytes(theirs)
        os.replace(page.parent / "theirs.md", page)
    elif change != "deleted":
        page.write_bytes(theirs)
        if change != "edited":
            os.utime(page, ns=(before.st_atime_ns, before.st_mtime_ns))
    with pytest.raises(Refused) as caught:
        document.save()
    assert caught.value.exit_code == 4
    assert document.steps == ["Add"]
    if page.is_file():
        assert page.read_bytes() == theirs
    assert names(page.parent) <= {"about.md"}


def test_a_change_while_the_new_file_is_written_is_noticed(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    document = changed(page)
    real = os.fsync

    def meddle(descriptor: int) -> None:
        real(descriptor)
        page.write_bytes(b"theirs\n")

    monkeypatch.setattr(os, "fsync", meddle)
    with pytest.raises(Refused):
        document.save()
    assert page.read_bytes() == b"theirs\n"
    assert names(page.parent) == {"about.md"}


def test_a_touched_file_with_the_same_bytes_is_saved(page: Path) -> None:
    document = changed(page)
    os.utime(page, ns=(1, 1))
    document.save()
    assert page.read_bytes() == NEW


def test_a_read_only_file_is_refused(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    document = changed(page)
    page.chmod(0o444)
    monkeypatch.setattr(os, "access", lambda *_, **__: False)  # root may write anything
    with pytest.raises(Refused, match="read-only"):
        document.save()
    assert page.read_bytes() == OLD
    assert names(page.parent) == {"about.md"}


def test_a_header_that_another_parser_reads_otherwise_is_not_saved(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frontmatter, "second_opinion", lambda source: "It differs." if b"Bo" in source.data else None)
    document = Document.open(page)
    document.replace(OLD.replace(b"Ada", b"Bo"), "Edit")
    with pytest.raises(Refused, match="It differs; nothing was written"):
        document.save()
    assert page.read_bytes() == OLD


def test_what_was_odd_before_is_no_reason_to_refuse(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frontmatter, "second_opinion", lambda source: "It differs.")
    document = Document.open(page)
    document.replace(OLD.replace(b"Ada", b"Bo"), "Edit")
    document.save()
    assert b"title: Bo" in page.read_bytes()


# --- failing calls ---------------------------------------------------------------------------------------------------

CALLS = (
    "open write fsync fchmod link rename replace unlink mkdir rmdir ftruncate lseek posix_fallocate stat fstat listdir "
    "read close"
).split()


class Faults:
    """Lets the n-th of some system calls fail, or does something else at it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, at: int, act: Callable[[], None]) -> None:
        self.count = 0
        self.at = at
        self.act = act
        for name in CALLS:
            if hasattr(os, name):
                monkeypatch.setattr(os, name, self.wrapped(getattr(os, name)))

    def wrapped(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*words: Any, **named: Any) -> Any:  # noqa: ANN401 - stands for any call
            self.count += 1
            if self.count == self.at:
                self.act()
            return real(*words, **named)

        return call


def full() -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def complaint(document: Document) -> str:
    try:
        document.save()
    except AppError as error:
        return str(error)
    return ""


@pytest.mark.parametrize("linked", [False, True], ids=["replaced", "in place"])
def test_whatever_call_fails_the_old_text_is_intact(tmp_path: Path, linked: bool) -> None:
    saved = 0
    for at in range(1, 60):
        folder = tmp_path / str(at)
        folder.mkdir()
        page = folder / "about.md"
        page.write_bytes(OLD)
        if linked:
            (folder / "other.md").hardlink_to(page)
        document = changed(page)
        with pytest.MonkeyPatch.context() as patch:
            faults = Faults(patch, at, full)
            said = complaint(document)
            reached = faults.count >= at
        if said:
            assert "the disk is full" in said
            assert "\n" not in said
            assert page.read_bytes() == OLD
            assert document.steps == ["Add"]
        else:
            assert page.read_bytes() == NEW
            saved += 1
        recover()
        assert names(folder) == ({"about.md", "other.md"} if linked else {"about.md"})
        document.save()
        assert page.read_bytes() == NEW
        if not reached:
            assert saved
            return
    pytest.fail("the save makes more calls than were tried")


# Imports next to nothing, since it runs once for each call of a save.
KILLED = """
import os, sys
from pathlib import Path
from profile_tui.workspace.transaction import FileChange, commit

page, at, old, new = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3].encode(), sys.argv[4].encode()
count = 0

def wrapped(real):
    def call(*words, **named):
        global count
        count += 1
        if count == at:
            os.kill(os.getpid(), 9)
        return real(*words, **named)
    return call

for name in sys.argv[5:]:
    if hasattr(os, name):
        setattr(os, name, wrapped(getattr(os, name)))
commit([FileChange(page, page.name, old, new)])
"""


@pytest.mark.parametrize("linked", [False, True], ids=["replaced", "in place"])
def test_killed_at_any_call_old_or_new_is_there_at_the_next_start(tmp_path: Path, state: Path, linked: bool) -> None:
    for at in range(1, 60):
        folder = tmp_path / str(at)
        folder.mkdir()
        page = folder / "about.md"
        page.write_bytes(OLD)
        if linked:
            (folder / "other.md").hardlink_to(page)
        call = [sys.executable, "-c", KILLED, str(page), str(at), OLD.decode(), NEW.decode(), *CALLS]
        done = subprocess.run(call, check=False)
        # only a file written in place may be half written until then
        assert linked or page.read_bytes() in (OLD, NEW)
        recover()
        assert page.read_bytes() in (OLD, NEW)
        assert names(folder) == ({"about.md", "other.md"} if linked else {"about.md"})
        assert not list((state / "profile-tui/saves").glob("*"))
        if done.returncode == 0:
            assert page.read_bytes() == NEW
            return
        assert done.returncode == -signal.SIGKILL
    pytest.fail("the save makes more calls than were tried")


def test_a_folder_that_may_not_be_written_is_no_obstacle(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.open

    def guarded(path: Any, flags: int, *rest: Any) -> int:  # noqa: ANN401 - stands for os.open
        if Path(path) == page.parent or (flags & os.O_CREAT and Path(path).parent == page.parent):
            raise PermissionError(errno.EACCES, "Permission denied")
        return real(path, flags, *rest)

    monkeypatch.setattr(os, "open", guarded)
    changed(page).save()
    assert page.read_bytes() == NEW
    assert names(page.parent) == {"about.md"}


def test_an_owner_that_cannot_be_kept_means_writing_in_place(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inode = page.stat().st_ino
    real = os.fstat

    def foreign(descriptor: int) -> os.stat_result:
        status = real(descriptor)
        return os.stat_result((*status[:4], status.st_uid + 1, *status[5:])) if status.st_ino != inode else status

    def refuse(*_: int) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    document = changed(page)
    monkeypatch.setattr(os, "fstat", foreign)
    monkeypatch.setattr(os, "fchown", refuse)
    document.save()
    assert page.read_bytes() == NEW
    assert page.stat().st_ino == inode
    assert names(page.parent) == {"about.md"}


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="the system has no /dev/full")
def test_a_really_full_device_is_one_clear_line(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    document = changed(page)
    real = os.open

    def diverted(path: Any, flags: int, *rest: Any) -> int:  # noqa: ANN401 - stands for os.open
        descriptor = real(path, flags, *rest)
        if flags & os.O_RDWR and str(path).startswith(str(page.parent)):
            os.dup2(real("/dev/full", os.O_WRONLY), descriptor)
        return descriptor

    monkeypatch.setattr(os, "open", diverted)
    with pytest.raises(AppError, match="the disk is full; the file is as it was"):
        document.save()
    assert page.read_bytes() == OLD
