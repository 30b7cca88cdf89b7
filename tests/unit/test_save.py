"""Saving: all of it or nothing, whatever fails, and everything around the text as it was."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from profile_tui.cli.main import run
from profile_tui.markup import frontmatter
from profile_tui.text.errors import AppError, Refused
from profile_tui.text.span import Splice
from profile_tui.workspace.disk.files import FileChange
from profile_tui.workspace.disk.journal import Journal
from profile_tui.workspace.disk.recovery import recover
from profile_tui.workspace.disk.transaction import commit
from profile_tui.workspace.documents.document import Document
from profile_tui.workspace.saving import save_all

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


@pytest.mark.parametrize("tagged", ["!!bool maybe", "!!timestamp soon", "!!int many", "!!float much", "!!binary ü"])
def test_a_value_that_other_readers_stop_at_does_not_tear_a_set(page: Path, tagged: str) -> None:
    papers = page.with_name("papers.md")
    papers.write_text(f"---\nnav: {tagged}\ntitle: Ada\n---\n")
    first, second = changed(page), Document.open(papers)
    second.replace(papers.read_bytes().replace(b"Ada", b"Bo"), "Edit")
    save_all([first, second], None)
    assert page.read_bytes() == NEW
    assert papers.read_text() == f"---\nnav: {tagged}\ntitle: Bo\n---\n", "Jekyll reads it, and it is as it was"


def test_a_second_opinion_on_the_second_file_comes_before_anything_is_written(
    page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(frontmatter, "second_opinion", lambda source: "It differs." if b"Bo" in source.data else None)
    papers = page.with_name("papers.md")
    papers.write_bytes(OLD)
    first, second = changed(page), Document.open(papers)
    second.replace(OLD.replace(b"Ada", b"Bo"), "Edit")
    with pytest.raises(Refused, match="It differs; nothing was written"):
        save_all([first, second], None)
    assert (page.read_bytes(), papers.read_bytes()) == (OLD, OLD)
    assert (first.steps, second.steps) == (["Add"], ["Edit"])


def test_the_steps_of_the_first_file_outlive_a_save_that_fails_in_the_second(
    page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    papers = page.with_name("papers.md")
    papers.write_bytes(OLD)
    first, second = changed(page), changed(papers)
    real = os.replace

    def fails(source: Path, target: Path) -> None:
        if target == papers:
            raise OSError(errno.EIO, "Input/output error")
        real(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", fails)
        with pytest.raises(AppError, match="the disk reports an error"):
            save_all([first, second], None)
    assert (page.read_bytes(), papers.read_bytes()) == (OLD, OLD)
    assert first.steps == second.steps == ["Add"]
    assert first.undo() == "Add"
    assert not first.dirty
    first.redo()
    save_all([first, second], None)
    assert (page.read_bytes(), papers.read_bytes()) == (NEW, NEW)


def test_a_disk_that_turns_read_only_after_the_first_file_is_told_as_it_is(
    page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    papers = page.with_name("papers.md")
    papers.write_bytes(OLD)
    first, second = changed(page), changed(papers)
    real = os.replace
    renamed: list[Path] = []

    def once(source: Path, target: Path) -> None:
        if renamed:
            raise OSError(errno.EROFS, "Read-only file system")
        renamed.append(target)
        real(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", once)
        with pytest.raises(AppError) as caught:
            save_all([first, second], None)
    assert "the file system is read-only" in str(caught.value)
    assert f"{page} could not be restored" in str(caught.value)
    assert page.read_bytes() == NEW
    assert recover() == [f"a save of {page}, {papers} was interrupted; it was undone"]
    assert (page.read_bytes(), papers.read_bytes()) == (OLD, OLD)


@pytest.mark.parametrize("words", [["show"], ["check"], ["news", "add", "Now.", "--in"]], ids=lambda words: words[0])
def test_any_command_takes_an_interrupted_save_back_before_it_reads(
    page: Path, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    page.write_text("---\ntitle: Ada\n---\n\n# News\n\n- *2026.03*: Before.\n")
    (page.parent / "other.md").hardlink_to(page)
    old, new = page.read_text(), "---\ntitle: Bo\n---\n"
    call = [sys.executable, "-c", KILLED, str(page), str(WRITTEN), old, new, "ftruncate"]
    assert subprocess.run(call, check=False).returncode == -signal.SIGKILL
    assert page.read_text() not in (old, new)
    assert run([*words, str(page)], lambda _: 0) in (0, 1)
    assert "a save of about.md was interrupted; it was undone\n" in capsys.readouterr().err
    assert page.read_text().endswith("- *2026.03*: Before.\n")
    assert run([*words, str(page)], lambda _: 0) in (0, 1)
    assert "interrupted" not in capsys.readouterr().err


def test_a_file_that_another_program_changed_after_a_kill_is_left(page: Path, state: Path) -> None:
    (page.parent / "other.md").hardlink_to(page)
    call = [sys.executable, "-c", KILLED, str(page), str(WRITTEN), OLD.decode(), NEW.decode(), "ftruncate"]
    assert subprocess.run(call, check=False).returncode == -signal.SIGKILL
    page.write_bytes(b"theirs\n")
    said = recover()
    assert page.read_bytes() == b"theirs\n"
    (kept,) = (state / "profile-tui/kept").iterdir()
    assert kept.read_bytes() == OLD
    assert str(kept) in said[-1]


def test_what_no_journal_can_be_written_for_is_refused(page: Path, state: Path) -> None:
    (page.parent / "other.md").hardlink_to(page)
    (state / "profile-tui").parent.mkdir()
    (state / "profile-tui").write_text("a file where the folder should be")
    with pytest.raises(AppError, match="no copy could be kept in"):
        changed(page).save()
    assert page.read_bytes() == OLD


@pytest.mark.parametrize("alias", ["symlink_to", "hardlink_to"])
def test_one_file_changed_under_two_names_is_refused(page: Path, alias: str) -> None:
    getattr(page.with_name("alias.md"), alias)(page)
    first, second = changed(page), Document.open(page.with_name("alias.md"))
    second.replace(b"other\n", "Edit")
    with pytest.raises(Refused, match="the same file"):
        save_all([first, second], None)
    assert page.read_bytes() == OLD


def test_a_set_that_was_done_is_not_taken_back_though_a_file_changed_later(page: Path, state: Path) -> None:
    papers = page.with_name("papers.md")
    papers.write_bytes(OLD)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Journal, "drop", Journal.close)
        save_all([changed(page), changed(papers)], None)
    page.write_bytes(b"edited since\n")
    assert recover() == []
    assert (page.read_bytes(), papers.read_bytes()) == (b"edited since\n", NEW)
    assert list((state / "profile-tui/saves").iterdir()) == []


def test_a_save_is_taken_back_when_its_disk_is_there_again(page: Path, state: Path) -> None:
    (page.parent / "other.md").hardlink_to(page)
    call = [sys.executable, "-c", KILLED, str(page), str(WRITTEN), OLD.decode(), "shorter\n", "ftruncate"]
    assert subprocess.run(call, check=False).returncode == -signal.SIGKILL
    away = page.parent.rename(page.parent.with_name("away"))
    assert recover() == []
    away.rename(page.parent)
    recover()
    assert page.read_bytes() == OLD
    assert list((state / "profile-tui/saves").iterdir()) == []


def test_a_single_file_needs_no_journal(page: Path, state: Path) -> None:
    state.mkdir()
    (state / "profile-tui").write_text("a file where the folder should be")
    changed(page).save()
    assert page.read_bytes() == NEW


def test_nothing_of_a_save_under_way_is_committed_by_git(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: set[str] = set()
    real = os.fsync

    def look(descriptor: int) -> None:
        seen.update(names(page.parent))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", look)
    changed(page).save()
    with suppress(AttributeError, OSError):  # not every system, and not every file system, has files without a name
        os.close(os.open(page.parent, os.O_RDWR | os.O_TMPFILE))
        assert seen == {"about.md"}
    assert all(name == "about.md" or (name.startswith(".") and name.endswith("~")) for name in seen)


# --- failing calls ---------------------------------------------------------------------------------------------------

WRITTEN = 1
"""The only time that a file written in place is cut to its length."""
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
from profile_tui.workspace.disk.files import FileChange
from profile_tui.workspace.disk.transaction import commit

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
