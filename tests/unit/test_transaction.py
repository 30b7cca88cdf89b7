"""A set of files written at once: what is made, what is refused, and how that is told."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from types import SimpleNamespace

import pytest

from profile_tui.text.errors import AppError, Refused
from profile_tui.workspace.disk import files, recovery, taking_turns, transaction
from profile_tui.workspace.disk.files import FileChange
from profile_tui.workspace.disk.state import saves_folder
from profile_tui.workspace.disk.transaction import commit


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "site/about.md"
    path.parent.mkdir()
    path.write_bytes(b"old")
    return path


@pytest.fixture
def narrow() -> Iterator[None]:
    """A user who wants no new file to be read by everybody."""
    before = os.umask(0o027)
    yield
    os.umask(before)


def refusal(*changes: FileChange) -> tuple[str, str | None]:
    with pytest.raises(AppError) as caught:
        commit(changes)
    return caught.value.message, caught.value.path


def broken(*_: object, **__: object) -> None:
    raise OSError(errno.EIO, os.strerror(errno.EIO))


@pytest.mark.usefixtures("narrow")
def test_a_new_file_gets_its_folders_and_the_users_permissions(page: Path) -> None:
    new = page.parent / "_news/2026/one.md"
    commit([FileChange(new, "_news/2026/one.md", None, b"new")])
    assert new.read_bytes() == b"new"
    assert new.stat().st_mode & 0o777 == 0o640
    assert new.parent.stat().st_mode & 0o777 == 0o750
    mask = os.umask(0o027)
    assert mask == 0o027


def test_a_set_makes_changes_and_removes(page: Path) -> None:
    gone = page.with_name("gone.md")
    gone.write_bytes(b"gone")
    new = page.with_name("new.md")
    commit(
        [
            FileChange(page, "about.md", b"old", b"changed"),
            FileChange(new, "new.md", None, b"new"),
            FileChange(gone, "gone.md", b"gone", None),
        ]
    )
    assert {path.name: path.read_bytes() for path in page.parent.iterdir()} == {
        "about.md": b"changed",
        "new.md": b"new",
    }
    commit([])


def journals() -> list[Path]:
    """What the next start would look at."""
    return list(saves_folder().glob("*.journal"))


def test_no_journal_is_left_of_what_was_saved_or_refused(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = page.with_name("other.md")
    other.write_bytes(b"old")
    commit([FileChange(page, "about.md", b"old", b"new"), FileChange(other, "other.md", b"old", b"new")])
    assert journals() == []
    monkeypatch.setattr(files, "write_all", lambda *_: page.write_bytes(b"odd"))
    refusal(FileChange(page, "about.md", b"new", b"newer"), FileChange(other, "other.md", b"new", b"newer"))
    assert journals() == []


def test_a_read_only_file_is_refused_by_its_name(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_, **__: False)  # root may write anything
    said = ("the file is read-only; make it writable (chmod u+w) and save again", "about.md")
    assert refusal(FileChange(page, "about.md", b"old", b"new")) == said
    assert page.read_bytes() == b"old"


def test_a_file_that_is_another_one_by_now_is_refused_by_its_name(page: Path) -> None:
    said = ("the file changed on disk since it was read; nothing was written", "about.md")
    assert refusal(FileChange(page, "about.md", b"older", b"new")) == said
    page.unlink()
    said = ("the file was deleted or renamed since it was read; nothing was written", "about.md")
    assert refusal(FileChange(page, "about.md", b"old", b"new")) == said


def test_a_file_that_came_meanwhile_is_left(page: Path) -> None:
    said = ("a file of that name exists now; nothing was written", "about.md")
    assert refusal(FileChange(page, "about.md", None, b"new")) == said
    assert page.read_bytes() == b"old"


def test_a_file_that_goes_while_the_new_one_is_written_is_told(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "write_all", lambda *_: page.unlink(missing_ok=True))
    said = ("the file was deleted or renamed since it was read; nothing was written", "about.md")
    assert refusal(FileChange(page, "about.md", b"old", b"new")) == said
    assert list(page.parent.iterdir()) == []


def test_a_file_that_changes_while_the_new_one_is_written_is_told(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "write_all", lambda *_: page.write_bytes(b"other"))
    said = ("the file changed on disk since it was read; nothing was written", "about.md")
    assert refusal(FileChange(page, "about.md", b"old", b"new")) == said
    assert page.read_bytes() == b"other"


def test_a_linked_file_that_changes_at_the_last_moment_is_told(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.link(page, page.with_name("alias.md"))
    monkeypatch.setattr(transaction._Step, "check_again", lambda _: page.write_bytes(b"odd"))
    monkeypatch.setattr(recovery, "take_back", lambda _: [])
    said = ("the file changed on disk since it was read; nothing was written", "about.md")
    assert refusal(FileChange(page, "about.md", b"old", b"new")) == said
    assert page.read_bytes() == b"odd"


@pytest.mark.parametrize("why", ["the folder", "the owner"])
def test_a_file_that_must_be_written_in_place_goes_to_the_journal_first(
    why: str, page: Path, own_state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(*_: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    if why == "the folder":
        monkeypatch.setattr(transaction, "NewFile", forbidden)
    else:
        monkeypatch.setattr(files, "copy_attributes", lambda *_: False)
    change = FileChange(page, "about.md", b"old", b"new")
    commit([change])
    assert page.read_bytes() == b"new"
    page.write_bytes(b"old")
    own_state.joinpath("profile-tui").rename(own_state / "aside")
    own_state.joinpath("profile-tui").write_bytes(b"no folder")
    message, path = refusal(change)
    assert message.startswith(f"could not save: no copy could be kept in {saves_folder()} first: ")
    assert message.endswith("; nothing was written")
    assert path == "about.md"
    assert page.read_bytes() == b"old"


@pytest.mark.parametrize(
    ("old", "new", "call", "said"),
    [
        (None, b"new", "appear", "could not create the file: the disk reports an error"),
        (b"old", None, "unlink", "could not remove the file: the disk reports an error"),
        (b"old", b"new", "take", "could not save: the disk reports an error; the file is as it was"),
    ],
)
def test_what_the_system_could_not_do_is_told(
    old: bytes | None, new: bytes | None, call: str, said: str, page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path if call == "unlink" else files.NewFile, call, broken)
    path = page if old else page.with_name("new.md")
    message, name = refusal(FileChange(path, "the page", old, new))
    assert (message, name) == (said, "the page")


def test_what_could_not_be_put_back_is_named(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = page.with_name("other.md")
    other.write_bytes(b"old")
    monkeypatch.setattr(files.NewFile, "take", broken)
    monkeypatch.setattr(recovery, "take_back", lambda entries: entries)
    message, path = refusal(FileChange(page, "about.md", b"old", b"new"), FileChange(other, "other.md", b"old", b"new"))
    assert message == (
        "could not save: the disk reports an error; about.md, other.md could not be restored: "
        "start profile-tui again to do it"
    )
    assert path == "about.md"


def test_one_file_under_two_names_is_named(page: Path) -> None:
    alias = page.with_name("alias.md")
    os.link(page, alias)
    with pytest.raises(Refused) as caught:
        commit([FileChange(page, "about.md", b"old", b"new"), FileChange(alias, "alias.md", b"old", b"else")])
    assert caught.value.message == (
        "this is the same file as about.md, and both were changed; undo one of the two changes; nothing was written"
    )
    assert caught.value.path == "alias.md"


def test_of_two_saves_at_a_time_the_second_is_refused_and_the_first_stays(
    page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second comes between the last look of the first and its rename."""
    complaints: list[str] = []
    take = files.NewFile.take

    def second() -> None:
        complaints.append(refusal(FileChange(page, "about.md", b"old", b"second"))[0])

    other = Thread(target=second)

    def slow(new: files.NewFile, target: Path) -> None:
        monkeypatch.undo()
        other.start()
        other.join(0.2)
        take(new, target)

    monkeypatch.setattr(files.NewFile, "take", slow)
    commit([FileChange(page, "about.md", b"old", b"first")])
    other.join()
    assert page.read_bytes() == b"first"
    assert complaints == ["the file changed on disk since it was read; nothing was written"]


def test_a_save_that_does_not_end_keeps_others_out(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taking_turns, "_PAUSES", 2)
    with taking_turns.turn([page.parent]):
        complaint = refusal(FileChange(page, "about.md", b"old", b"new"))
    assert complaint == (
        "another profile-tui is saving here; nothing was written; save again",
        str(page.parent),
    )
    assert page.read_bytes() == b"old"
    commit([FileChange(page, "about.md", b"old", b"new")])
    assert page.read_bytes() == b"new"


def test_where_there_are_no_locks_files_are_saved(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fcntl.flock", broken)
    commit([FileChange(page, "about.md", b"old", b"new")])
    assert page.read_bytes() == b"new"


def test_of_two_saves_of_a_file_by_names_in_two_folders_the_second_is_refused(
    page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alias = page.parent / "aside/alias.md"
    alias.parent.mkdir()
    os.link(page, alias)
    complaints: list[str] = []
    other = Thread(target=lambda: complaints.append(refusal(FileChange(alias, "alias.md", b"old", b"second"))[0]))
    rewrite = files.rewrite

    def slow(descriptor: int, data: bytes) -> None:
        monkeypatch.undo()
        other.start()
        other.join(0.2)
        rewrite(descriptor, data)

    monkeypatch.setattr(files, "rewrite", slow)
    commit([FileChange(page, "about.md", b"old", b"first")])
    other.join()
    assert page.read_bytes() == b"first"
    assert len(complaints) == 1


def test_an_interrupted_save_is_not_taken_back_under_another(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = page.with_name("other.md")
    other.write_bytes(b"old")
    with monkeypatch.context() as patch:
        patch.setattr(files.NewFile, "take", broken)
        patch.setattr(recovery, "take_back", lambda entries: entries)
        refusal(FileChange(page, "about.md", b"old", b"new"), FileChange(other, "other.md", b"old", b"new"))
    page.write_bytes(b"new")
    with monkeypatch.context() as patch, taking_turns.turn([page.parent]):
        patch.setattr(taking_turns, "_PAUSES", 2)
        assert recovery.recover() == ["an interrupted save could not be checked: another profile-tui is saving here"]
    assert page.read_bytes() == b"new"
    assert recovery.recover() == ["a save of about.md, other.md was interrupted; it was undone"]
    assert page.read_bytes() == b"old"


def test_a_folder_that_is_named_in_two_ways_is_waited_for_once(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taking_turns, "_PAUSES", 2)
    alias = page.parent.with_name("alias")
    alias.symlink_to(page.parent)
    with taking_turns.turn([page.parent, alias]), pytest.raises(Refused), taking_turns.turn([alias]):
        pass
    with taking_turns.turn([alias]):
        pass


def test_of_two_new_files_of_one_name_the_second_is_refused_where_there_are_no_links(
    page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = page.with_name("new.md")
    complaints: list[str] = []
    other = Thread(target=lambda: complaints.append(refusal(FileChange(new, "new.md", None, b"second"))[0]))
    rename = os.rename

    def slow(source: Path, target: Path) -> None:
        monkeypatch.setattr(os, "rename", rename)
        other.start()
        other.join(0.2)
        rename(source, target)

    monkeypatch.setattr(files, "_DESCRIPTORS", "/nowhere")
    monkeypatch.setattr(os, "link", broken)
    monkeypatch.setattr(os, "rename", slow)
    commit([FileChange(new, "new.md", None, b"first")])
    other.join()
    assert new.read_bytes() == b"first"
    assert complaints == ["a file of that name exists now; nothing was written"]


def test_a_file_system_that_is_read_only_is_told_from_a_file(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert refusal(FileChange(page, "about.md", b"old", b"new")) == (
        "the file is read-only; make it writable (chmod u+w) and save again",
        "about.md",
    )
    monkeypatch.setattr(os, "statvfs", lambda _: SimpleNamespace(f_flag=os.ST_RDONLY))
    assert refusal(FileChange(page, "about.md", b"old", b"new")) == (
        "could not save: the file system is read-only; the file is as it was",
        "about.md",
    )
    assert page.read_bytes() == b"old"
