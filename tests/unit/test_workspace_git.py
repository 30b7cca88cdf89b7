"""The state of the branch, as git tells it, and that asking for it runs nothing of the repository."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from profile_tui.workspace.git.state import GitState, state

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")


def call(folder: Path, *words: str) -> None:
    identity = ["-c", "user.name=Ada Sample", "-c", "user.email=ada@example.org"]
    subprocess.run(["git", *identity, *words], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    call(folder, "init", "--initial-branch=main")
    (folder / "index.md").write_text("hello\n")
    call(folder, "add", ".")
    call(folder, "commit", "--message=first")
    return folder


def test_branch_and_cleanliness(repository: Path) -> None:
    page = repository / "index.md"
    assert state(page) == GitState("main", clean=True)
    page.write_text("other\n")
    assert state(page) == GitState("main", clean=False)


def test_commits_that_are_not_pushed_are_counted(repository: Path) -> None:
    call(repository.parent, "clone", "--bare", "site", "remote")
    call(repository, "remote", "add", "origin", "../remote")
    call(repository, "fetch", "origin")
    call(repository, "branch", "--set-upstream-to=origin/main")
    call(repository, "commit", "--allow-empty", "--message=second")
    assert state(repository) == GitState("main", clean=True, ahead=1)


def test_a_detached_head_has_no_branch(repository: Path) -> None:
    call(repository, "checkout", "--detach")
    assert state(repository) == GitState("", clean=True)


def test_a_linked_work_tree_has_its_own_branch(repository: Path) -> None:
    call(repository, "worktree", "add", "-b", "draft", "../draft")
    assert state(repository.parent / "draft" / "index.md") == GitState("draft", clean=True)


def test_outside_a_repository_or_without_git_there_is_no_state(
    tmp_path: Path, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert state(tmp_path) is None
    monkeypatch.setenv("PATH", "")
    assert state(repository) is None


class Trap:
    """A program that leaves a marker file if anything runs it."""

    def __init__(self, folder: Path) -> None:
        self.marker = folder / "marker"
        self.program = folder / "trap"
        self.program.write_text(f"#!/bin/sh\necho ran >> {self.marker}\ncat\n")
        self.program.chmod(0o755)

    def ran(self) -> bool:
        return self.marker.exists()


@pytest.fixture
def trap(tmp_path: Path) -> Trap:
    return Trap(tmp_path)


def touched(repository: Path) -> None:
    """Makes git look into every file: same content, other times."""
    for path in repository.glob("*.md"):
        os.utime(path, (1, 1))


@pytest.mark.parametrize("key", ["filter.evil.clean", "filter.evil.process", "filter.a.b.clean"])
def test_a_filter_that_the_configuration_names_is_not_run(repository: Path, trap: Trap, key: str) -> None:
    name = key.removeprefix("filter.").rpartition(".")[0]
    (repository / ".gitattributes").write_text(f"*.md filter={name}\n")
    call(repository, "add", ".")
    call(repository, "commit", "--message=attributes")
    call(repository, "config", key, str(trap.program))
    call(repository, "config", f"filter.{name}.required", "true")
    touched(repository)
    assert state(repository) == GitState("main", clean=True)
    assert not trap.ran()


def test_the_trap_works(repository: Path, trap: Trap) -> None:
    (repository / ".gitattributes").write_text("*.md filter=evil\n")
    call(repository, "config", "filter.evil.clean", str(trap.program))
    touched(repository)
    call(repository, "status")
    assert trap.ran()


def test_a_filter_from_an_included_file_is_not_run(repository: Path, trap: Trap) -> None:
    (repository / ".gitattributes").write_text("*.md filter=evil\n")
    (repository / "more").write_text(f'[filter "evil"]\n\tclean = {trap.program}\n')
    call(repository, "config", "include.path", "../more")
    touched(repository)
    assert state(repository) == GitState("main", clean=False)
    assert not trap.ran()


def test_a_filter_whose_name_cannot_be_given_makes_the_state_unknown(repository: Path, trap: Trap) -> None:
    (repository / ".gitattributes").write_text("*.md filter=a=b\n")
    (repository / ".git" / "config").open("a").write(f'[filter "a=b"]\n\tclean = {trap.program}\n')
    touched(repository)
    assert state(repository) is None
    assert not trap.ran()


@pytest.mark.parametrize(
    "key",
    ["core.fsmonitor", "core.pager", "pager.status", "core.sshCommand", "core.askPass", "core.editor", "diff.external"],
)
def test_a_program_that_the_configuration_names_is_not_run(repository: Path, trap: Trap, key: str) -> None:
    call(repository, "config", key, str(trap.program))
    touched(repository)
    assert state(repository) == GitState("main", clean=True)
    assert not trap.ran()


def test_hooks_are_not_run(repository: Path, trap: Trap) -> None:
    names = [path.name.removesuffix(".sample") for path in (repository / ".git" / "hooks").iterdir()]
    for name in {*names, "post-index-change", "reference-transaction"}:
        shutil.copy(trap.program, repository / ".git" / "hooks" / name)
    touched(repository)
    assert state(repository) == GitState("main", clean=True)
    assert not trap.ran()


def test_missing_objects_of_a_partial_clone_are_not_fetched(repository: Path, trap: Trap) -> None:
    call(repository, "config", "remote.origin.url", "ssh://example.org/site")
    call(repository, "config", "remote.origin.promisor", "true")
    call(repository, "config", "remote.origin.partialclonefilter", "blob:none")
    call(repository, "config", "core.repositoryformatversion", "1")
    call(repository, "config", "extensions.partialClone", "origin")
    call(repository, "config", "core.sshCommand", str(trap.program))
    for path in (repository / ".git" / "objects").glob("??/*"):
        path.unlink()
    state(repository)
    assert not trap.ran()


def bare(folder: Path, trap: Trap) -> None:
    """Makes a folder that looks like a bare repository, as anyone can commit one."""
    call(folder.parent, "init", "--bare", folder.name)
    (folder / "index.md").write_text("hello\n")
    (folder / ".gitattributes").write_text("*.md filter=evil\n")
    for key, value in (("core.bare", "false"), ("core.worktree", "."), ("filter.evil.clean", str(trap.program))):
        call(folder, f"--git-dir={folder}", "config", key, value)
    whole = ["-c", "filter.evil.clean=", f"--git-dir={folder}", f"--work-tree={folder}"]
    call(folder, *whole, "add", "index.md", ".gitattributes")
    os.utime(folder / "index.md", (1, 1))


def test_a_folder_that_is_committed_as_a_bare_repository_is_none(tmp_path: Path, trap: Trap) -> None:
    (tmp_path / "outer").mkdir()
    bare(tmp_path / "outer", trap)
    assert state(tmp_path / "outer" / "index.md") is None
    assert not trap.ran()


def test_a_bare_repository_within_a_work_tree_is_a_folder_of_that(repository: Path, trap: Trap) -> None:
    bare(repository / "docs", trap)
    call(repository, "-c", "safe.bareRepository=all", "add", "docs/index.md", "docs/config", "docs/HEAD")
    assert state(repository / "docs" / "index.md") == GitState("main", clean=False)
    assert not trap.ran()


def test_a_broken_git_folder_does_not_make_git_take_the_folder_itself(tmp_path: Path, trap: Trap) -> None:
    (tmp_path / "outer").mkdir()
    bare(tmp_path / "outer", trap)
    (tmp_path / "outer" / ".git").mkdir()
    (tmp_path / "outer" / ".git" / "HEAD").write_text("ref: refs/heads/main\n")
    assert state(tmp_path / "outer") is None
    assert not trap.ran()


def test_a_submodule_is_not_looked_into(repository: Path, trap: Trap) -> None:
    call(repository.parent, "init", "--initial-branch=main", "inner")
    inner = repository.parent / "inner"
    (inner / "note.md").write_text("hello\n")
    (inner / ".gitattributes").write_text("*.md filter=evil\n")
    call(inner, "add", ".")
    call(inner, "commit", "--message=first")
    call(repository, "-c", "protocol.file.allow=always", "submodule", "add", str(inner), "inner")
    call(repository, "commit", "--message=submodule")
    call(repository / "inner", "config", "filter.evil.clean", str(trap.program))
    touched(repository / "inner")
    assert state(repository) == GitState("main", clean=True)
    assert not trap.ran()


def test_a_program_called_git_in_the_repository_is_not_run(
    repository: Path, trap: Trap, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(trap.program, repository / "git")
    monkeypatch.chdir(repository)
    monkeypatch.setenv("PATH", f".:{os.environ['PATH']}")
    assert state(repository) == GitState("main", clean=False)
    assert not trap.ran()


def test_the_variables_of_a_surrounding_git_lead_nowhere_else(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    call(tmp_path, "init", "--initial-branch=other", "elsewhere")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere" / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "elsewhere" / ".git" / "index"))
    assert state(repository) == GitState("main", clean=True)


def test_a_configuration_that_leads_elsewhere_is_not_followed(repository: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    call(repository, "config", "core.worktree", str(tmp_path / "elsewhere"))
    assert state(repository) == GitState("main", clean=True)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
def test_a_pipe_in_the_place_of_a_file_of_git_is_not_waited_for(repository: Path) -> None:
    (repository / ".git" / "HEAD").unlink()
    os.mkfifo(repository / ".git" / "HEAD")
    assert state(repository) is None
