"""What the tests of clig.dev's points have in common: a sample as the current folder, and calls of the program."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from profile_tui.cli import tree
from profile_tui.cli.main import run

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "sample_profiles"
PROGRAM = [sys.executable, "-m", "profile_tui"]
COMMANDS = list(tree.commands())
WRITING = [command for command in COMMANDS if any(argument.name == "--dry-run" for argument in command.arguments)]


def sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of a sample, which is the current folder."""
    folder = Path(shutil.copytree(SAMPLES / "acad-homepage", tmp_path / "site"))
    monkeypatch.chdir(folder)
    return folder


def call(*words: str) -> int:
    """Call the command line; return its exit code, or 99 where it opens the editor."""
    return run(list(words), lambda path: 99)


def process(*words: str, cwd: Path, stdin: str = "", **variables: str) -> subprocess.CompletedProcess[str]:
    """Call the program in a process of its own."""
    env = {**os.environ, **variables}
    return subprocess.run(
        [*PROGRAM, *words], cwd=cwd, env=env, input=stdin, capture_output=True, encoding="utf-8", check=False
    )
