"""What git says of the repository around a file. Only asked, never changed."""

from __future__ import annotations

from pathlib import Path

from profile_tui.text.dataclass import dataclass
from profile_tui.workspace.git.guarded import ask, work_tree


@dataclass(frozen=True, slots=True)
class GitState:
    """The state of a work tree.

    Attributes:
        branch: The branch; empty on a detached head.
        clean: Whether nothing is uncommitted.
        ahead: How many commits are not pushed yet.
        behind: How many commits of the remote are not here yet.
    """

    branch: str
    clean: bool
    ahead: int = 0
    behind: int = 0


def state(path: Path) -> GitState | None:
    """Return the state of the work tree that holds a file or folder, without running anything of the repository.

    Filters do not run either, those of the user included: a file under one (Git LFS) that was touched since git last
    looked counts as changed.

    Returns:
        The state; None without git, a repository, or an answer in time.
    """
    top = work_tree(path)
    if top is None:
        return None
    words = ("--porcelain=v2", "--branch", "--ahead-behind", "--untracked-files=normal", "--ignore-submodules=all")
    printed = ask(top, "status", *words)
    return None if printed is None else _read(printed.decode("utf-8", "replace"))


def _read(status: str) -> GitState:
    """The state that the lines of `git status --porcelain=v2 --branch` tell."""
    branch, clean, ahead, behind = "", True, 0, 0
    for line in status.splitlines():
        if line.startswith("# branch.head "):
            branch = line.removeprefix("# branch.head ")
        elif line.startswith("# branch.ab "):
            ahead, behind = (abs(int(word)) for word in line.split()[2:4])
        elif not line.startswith("#"):
            clean = False
    return GitState("" if branch == "(detached)" else branch, clean, ahead, behind)
