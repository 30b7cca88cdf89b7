"""The state of the branch, as git tells it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from profile_tui.workspace import git
from profile_tui.workspace.git import GitState

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
    assert git.state(page) == GitState("main", clean=True)
    page.write_text("other\n")
    assert git.state(page) == GitState("main", clean=False)


def test_commits_that_are_not_pushed_are_counted(repository: Path) -> None:
    call(repository.parent, "clone", "--bare", "site", "remote")
    call(repository, "remote", "add", "origin", "../remote")
    call(repository, "fetch", "origin")
    call(repository, "branch", "--set-upstream-to=origin/main")
    call(repository, "commit", "--allow-empty", "--message=second")
    assert git.state(repository) == GitState("main", clean=True, ahead=1)


def test_a_detached_head_has_no_branch(repository: Path) -> None:
    call(repository, "checkout", "--detach")
    assert git.state(repository) == GitState("", clean=True)


def test_outside_a_repository_or_without_git_there_is_no_state(
    tmp_path: Path, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert git.state(tmp_path) is None
    monkeypatch.setenv("PATH", "")
    assert git.state(repository) is None
