"""What git says of the repository around a file. Only asked, never changed."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

_SECONDS = 2.0
"""How long git may take; on a huge repository or a slow disk the state is then just not shown."""


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
    """The state of the work tree that holds a file or folder; None without git, a repository, or an answer in time."""
    import subprocess

    folder = path if path.is_dir() else path.parent
    # Without locks, so that a look never gets in the way of a commit; without the monitor, which runs a program
    # that the repository names.
    call = ["git", "--no-optional-locks", "-c", "core.fsmonitor=false", "status", "--porcelain=v2", "--branch"]
    try:
        done = subprocess.run(
            call,
            cwd=folder,
            env={**os.environ, "LC_ALL": "C"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return _read(done.stdout.decode("utf-8", "replace"))


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
