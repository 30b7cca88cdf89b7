"""The steps that writing a file is made of, on systems that cannot do all of them."""

from __future__ import annotations

import errno
import fcntl
import io
import os
import re
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from profile_tui.cli.main import run
from profile_tui.text.errors import AppError, Unreadable
from profile_tui.workspace.disk import files
from profile_tui.workspace.disk.files import NewFile


@pytest.fixture(params=["without a name", "with a name"])
def new(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> NewFile:
    """A new file with content, on a system that has files without names and on one that has not."""
    if request.param == "with a name":
        monkeypatch.delattr(os, "O_TMPFILE", raising=False)
    new_file = NewFile(tmp_path / ".new~")
    files.write_all(new_file.descriptor, b"new")
    assert (tmp_path / ".new~").exists() == (request.param == "with a name")
    return new_file


def failing(monkeypatch: pytest.MonkeyPatch, call: str, code: int) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, call, fail)


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_new_file_is_its_users_own_until_it_is_told_otherwise(new: NewFile, tmp_path: Path) -> None:
    assert os.fstat(new.descriptor).st_mode & 0o777 == 0o600
    assert new.close()
    assert names(tmp_path) == set()


def test_a_new_file_takes_the_place_of_another(new: NewFile, tmp_path: Path) -> None:
    (tmp_path / "page.md").write_bytes(b"old")
    new.take(tmp_path / "page.md")
    assert new.close()
    assert (tmp_path / "page.md").read_bytes() == b"new"
    assert names(tmp_path) == {"page.md"}


def test_a_new_file_appears_only_where_there_is_none(new: NewFile, tmp_path: Path) -> None:
    (tmp_path / "page.md").write_bytes(b"old")
    with pytest.raises(FileExistsError):
        new.appear(tmp_path / "page.md")
    new.appear(tmp_path / "other.md")
    assert new.close()
    assert (tmp_path / "page.md").read_bytes() == b"old"
    assert (tmp_path / "other.md").read_bytes() == b"new"
    assert names(tmp_path) == {"page.md", "other.md"}


def test_a_new_file_appears_where_the_file_system_has_no_hard_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "O_TMPFILE", raising=False)
    failing(monkeypatch, "link", errno.EPERM)
    new = NewFile(tmp_path / ".new~")
    files.write_all(new.descriptor, b"new")
    (tmp_path / "page.md").write_bytes(b"old")
    with pytest.raises(FileExistsError) as caught:
        new.appear(tmp_path / "page.md")
    assert (caught.value.errno, caught.value.strerror) == (errno.EEXIST, os.strerror(errno.EEXIST))
    new.appear(tmp_path / "other.md")
    assert new.close()
    assert (tmp_path / "other.md").read_bytes() == b"new"
    assert names(tmp_path) == {"page.md", "other.md"}


@pytest.mark.skipif(not hasattr(os, "O_TMPFILE"), reason="the system has no files without names")
def test_a_file_without_a_name_that_cannot_get_one_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    new = NewFile(tmp_path / ".new~")
    failing(monkeypatch, "link", errno.EPERM)
    with pytest.raises(PermissionError):
        new.appear(tmp_path / "page.md")
    assert new.close()
    assert names(tmp_path) == set()


def test_another_owner_is_kept_or_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "page.md"
    page.write_bytes(b"old")
    page.chmod(0o640)
    status = os.stat_result((*page.stat()[:4], 1234, 5678, *page.stat()[6:]))
    asked: list[tuple[int, int, int]] = []
    monkeypatch.setattr(os, "fchown", lambda *to: asked.append(to))
    with (tmp_path / "new.md").open("wb") as new:
        assert files.copy_attributes(new.fileno(), page, status)
        assert asked == [(new.fileno(), 1234, 5678)]
        assert os.fstat(new.fileno()).st_mode & 0o777 == 0o640
        failing(monkeypatch, "fchown", errno.EPERM)
        assert not files.copy_attributes(new.fileno(), page, status)


@pytest.mark.skipif(not hasattr(os, "listxattr"), reason="the system has no extended attributes")
@pytest.mark.parametrize("call", ["listxattr", "getxattr", "setxattr"])
def test_attributes_that_cannot_be_kept_stop_nothing(
    call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "page.md"
    page.write_bytes(b"old")
    page.chmod(0o604)
    monkeypatch.setattr(os, "listxattr", lambda _: ["user.note"])
    failing(monkeypatch, call, errno.EOPNOTSUPP)
    with (tmp_path / "new.md").open("wb") as new:
        assert files.copy_attributes(new.fileno(), page, page.stat())
        assert os.fstat(new.fileno()).st_mode & 0o777 == 0o604


@pytest.mark.skipif(not hasattr(os, "posix_fallocate"), reason="the system cannot reserve room")
def test_a_full_disk_is_noticed_and_a_file_system_that_cannot_reserve_is_no_obstacle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (tmp_path / "new.md").open("wb") as new:
        files.reserve(new.fileno(), 100)
        assert os.fstat(new.fileno()).st_size == 100
        for code in (errno.EOPNOTSUPP, errno.EINVAL, errno.ENOSYS):
            failing(monkeypatch, "posix_fallocate", code)
            files.reserve(new.fileno(), 200)
        failing(monkeypatch, "posix_fallocate", errno.ENOSPC)
        with pytest.raises(OSError, match="No space left"):
            files.reserve(new.fileno(), 200)
    with (tmp_path / "empty.md").open("wb") as new:
        monkeypatch.undo()
        files.reserve(new.fileno(), 0)
        assert os.fstat(new.fileno()).st_size == 1


def test_a_file_of_the_programs_own_is_readable_by_its_user_alone(tmp_path: Path) -> None:
    path = tmp_path / "state/drafts/one.json"
    files.write_private(path, b"{}")
    files.write_private(path, b"[]")
    assert path.read_bytes() == b"[]"
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert path.parent.parent.stat().st_mode & 0o777 == 0o700
    assert names(path.parent) == {"one.json"}


def test_whether_a_file_differs(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_bytes(b"one")
    assert not files.differs(path, b"one")
    assert files.differs(path, b"two")
    assert files.differs(path, b"one more")
    path.unlink()
    assert files.differs(path, b"one")
    assert files.differs(path, b"")


@pytest.mark.parametrize(
    ("data", "message", "line"),
    [
        (b"\xff\xfea\0", "the file is UTF-16; profile-tui check --fix not-utf8 converts it", None),
        (b"\xfe\xff\0a", "the file is UTF-16; profile-tui check --fix not-utf8 converts it", None),
        (b"\0", "the file is binary: it holds a zero byte", 1),
        (b"one\ntwo\0\nthree\0\n", "the file is binary: it holds a zero byte", 2),
        (b"\n\n\n\0", "the file is binary: it holds a zero byte", 4),
        (
            b"version https://git-lfs.github.com/spec/v1\noid sha256:1\n",
            "this is a Git LFS pointer, not the file itself: git lfs pull brings it",
            None,
        ),
    ],
)
def test_what_is_no_text_is_named(data: bytes, message: str, line: int | None, tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_bytes(data)
    for name, known in (("", str(path)), ("_pages/page.md", "_pages/page.md")):
        with pytest.raises(Unreadable) as caught:
            files.read(path, name)
        assert (caught.value.message, caught.value.path, caught.value.line) == (message, known, line)


def test_a_file_is_read_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_bytes(b"\xef\xbb\xbfone\r\ntwo\xff")
    assert files.read(path) == b"\xef\xbb\xbfone\r\ntwo\xff"


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda path: path.mkdir(), "this is a folder, not a page"),
        (lambda path: None, "there is no such file"),
        (lambda path: path.symlink_to(path), "its symbolic links lead in a circle"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_name(
    make: Callable[[Path], object], message: str, tmp_path: Path
) -> None:
    make(tmp_path / "page.md")
    with pytest.raises(Unreadable) as caught:
        files.read(tmp_path / "page.md", "page.md")
    assert (caught.value.message, caught.value.path) == (message, "page.md")


@pytest.mark.skipif(not hasattr(os, "O_TMPFILE"), reason="the system has no files without names")
@pytest.mark.parametrize(
    ("code", "is_named"),
    [
        (errno.EOPNOTSUPP, True),
        (errno.EISDIR, True),
        (errno.EINVAL, True),
        (errno.ENOENT, True),
        (errno.EACCES, False),
        (errno.ENOSPC, False),
    ],
)
def test_a_file_has_a_name_only_where_the_file_system_has_none_without(
    code: int, is_named: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.open

    def opened(path: str | Path, flags: int, mode: int = 0o777) -> int:
        if flags & os.O_TMPFILE == os.O_TMPFILE:
            raise OSError(code, os.strerror(code))
        return real(path, flags, mode)

    monkeypatch.setattr(os, "open", opened)
    if not is_named:
        with pytest.raises(OSError, match=re.escape(os.strerror(code))):
            NewFile(tmp_path / ".new~")
        assert names(tmp_path) == set()
        return
    new = NewFile(tmp_path / ".new~")
    assert names(tmp_path) == {".new~"}
    new.take(tmp_path / "page.md")
    assert new.close()
    assert names(tmp_path) == {"page.md"}


def test_a_long_file_is_read_and_written_whole(tmp_path: Path) -> None:
    data = bytes(range(256)) * 10_000
    with (tmp_path / "long").open("w+b") as file:
        files.rewrite(file.fileno(), data)
        assert files.read_all(file.fileno()) == data
        files.rewrite(file.fileno(), b"short")
        assert files.read_all(file.fileno()) == b"short"


def test_a_file_is_locked_for_one_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "lock"
    with path.open("wb") as one, path.open("wb") as other:
        assert files.lock(one.fileno())
        assert not files.lock(other.fileno())
    with path.open("wb") as one:
        assert files.lock(one.fileno())
        for code, held in (
            (errno.EWOULDBLOCK, False),
            (errno.EACCES, False),
            (errno.ENOLCK, True),
            (errno.EINVAL, True),
        ):

            def fail(*_: object, code: int = code) -> None:
                raise OSError(code, os.strerror(code))

            monkeypatch.setattr(fcntl, "flock", fail)
            assert files.lock(one.fileno()) is held


def test_whether_a_temporary_file_is_gone(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    assert files.unlink(tmp_path / "a")
    assert files.unlink(tmp_path / "a")
    (tmp_path / "folder").mkdir()
    assert not files.unlink(tmp_path / "folder")


def test_the_folders_that_are_missing_are_named_from_the_outside(tmp_path: Path) -> None:
    assert files.missing_folders(tmp_path / "a" / "b") == [tmp_path / "a", tmp_path / "a" / "b"]
    assert files.missing_folders(tmp_path) == []


def test_what_killed_runs_were_about_to_write_goes_after_an_hour(tmp_path: Path) -> None:
    old, new = tmp_path / ".one.json.1~", tmp_path / ".two.json.2~"
    for path in (old, new):
        path.write_bytes(b"{")
    os.utime(old, (0, 0))
    files.write_private(tmp_path / "three.json", b"{}")
    assert names(tmp_path) == {new.name, "three.json"}


def test_a_lock_that_another_program_clears_away_meanwhile_is_taken_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "one.lock"
    real = files.lock

    def late(descriptor: int) -> bool:
        monkeypatch.undo()
        path.unlink()
        return real(descriptor)

    monkeypatch.setattr(files, "lock", late)
    descriptor = files.locked(path)
    with path.open() as other:
        assert not real(other.fileno())
    files.close(descriptor)


@pytest.mark.parametrize("call", ["mkdtemp", "write_bytes"])
def test_where_no_temporary_file_can_be_written_that_is_told(
    call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with files.temporary_folder("page.md", b"text") as folder:
        assert Path(folder, "page.md").read_bytes() == b"text"
    monkeypatch.setattr(tempfile if call == "mkdtemp" else Path, call, full)
    with pytest.raises(AppError, match="no temporary file can be written: the disk is full"):
        files.temporary_folder("page.md", b"text")
    assert list(tmp_path.iterdir()) == []


def test_a_page_on_standard_input_without_a_place_for_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"# News\n")))
    monkeypatch.setattr(tempfile, "mkdtemp", full)
    assert run(["show", "-"], lambda _: 0) == 3
    assert capsys.readouterr().err == "profile-tui: no temporary file can be written: the disk is full\n"
