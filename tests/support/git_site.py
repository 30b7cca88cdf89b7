"""A small site in a real git repository, edited and published by the command line."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from profile_tui.cli.main import run

PAGE = """---
permalink: /
title: About
---

I measure ice on small lakes.

# News

- *2026.03*: The FROST data set is out.
- *2025.11*: One paper accepted by ICE.

# Contact

Write to ada@example.org.
"""


class GitSite:
    """A repository with one page, and what its owner types and sees.

    Attributes:
        root: Its folder.
        page: The page.
    """

    def __init__(self, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """Make the repository, with one commit."""
        self.root = root
        self.page = root / "index.md"
        self._capsys = capsys
        root.mkdir()
        self.git("init", "--quiet", "--initial-branch=main")
        (root / "_config.yml").write_text("title: Ada Example\n")
        self.page.write_text(PAGE)
        self.commit_all("First")

    def git(self, *words: str, check: bool = True) -> str:
        """Run git as the owner would; return what it printed."""
        done = subprocess.run(["git", *words], cwd=self.root, capture_output=True, check=False, text=True)
        assert not check or done.returncode == 0, done.stderr
        return done.stdout.strip()

    def commit_all(self, message: str) -> None:
        """Commit everything by hand."""
        self.git("add", ".")
        self.git("commit", "--quiet", f"--message={message}")

    def call(self, *words: str) -> tuple[int, str, str]:
        """Call the program; return exit code, output and complaints."""
        self._capsys.readouterr()
        code = run(words, lambda _: 99)
        return code, *self._capsys.readouterr()

    def add_news(self, text: str = "The lab opens.", date: str = "2026-05") -> None:
        """Add a news item to the page, and save."""
        code, _, complaints = self.call("news", "add", "--in", str(self.page), "--date", date, text)
        assert code == 0, complaints

    def publish(self, *words: str) -> tuple[int, str, str]:
        """Call `publish`."""
        return self.call("publish", str(self.root), *words)

    def refused(self, *words: str) -> str:
        """Call `publish`, which refuses and changes neither commits, index nor files; return the complaint."""
        before = self.state
        code, out, complaint = self.publish(*words)
        assert (code, out) == (4, "")
        assert self.state == before
        return complaint

    @property
    def state(self) -> tuple[str, str, dict[str, bytes]]:
        """The last commit, the index and all files."""
        index = self.git("ls-files", "--stage", check=False)
        paths = (path for path in self.root.rglob("*") if path.is_file() and ".git" not in path.parts)
        head = self.git("rev-parse", "HEAD", check=False)
        return head, index, {str(path): path.read_bytes() for path in paths}

    @property
    def subject(self) -> str:
        """The first line of the last commit."""
        return self.git("log", "-1", "--format=%s")

    @property
    def status(self) -> list[str]:
        """What is not committed, as `git status --short` has it."""
        done = subprocess.run(["git", "status", "--short"], cwd=self.root, capture_output=True, check=True, text=True)
        return done.stdout.splitlines()

    @property
    def committed(self) -> list[str]:
        """The lines that the last commit added and removed."""
        lines = self.git("show", "--format=", "--unified=0", "HEAD").splitlines()
        return [line for line in lines if line[:1] in "+-" and not line.startswith(("+++", "---"))]

    def hook(self, name: str, script: str) -> None:
        """Put a hook into the repository."""
        path = self.root / ".git" / "hooks" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)

    def with_remote(self) -> GitSite:
        """Give it a bare remote that has what is committed; return another clone of that remote's owner."""
        remote = self.root.parent / "remote.git"
        self.git("clone", "--quiet", "--bare", ".", str(remote))
        self.git("remote", "add", "origin", str(remote))
        self.git("fetch", "--quiet")
        self.git("branch", "--quiet", "--set-upstream-to=origin/main")
        other = GitSite.__new__(GitSite)
        other.root, other._capsys = self.root.parent / "other", self._capsys
        other.page = other.root / "index.md"
        self.git("clone", "--quiet", str(remote), str(other.root))
        return other


def own_identity(folder: Path, monkeypatch: pytest.MonkeyPatch, *, known: bool = True) -> None:
    """Make git's settings of whoever runs the tests decide nothing."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    settings = folder / "gitconfig"
    who = "[user]\n\tname = Ada Example\n\temail = ada@example.org\n"
    settings.write_text(
        (who if known else "[user]\n\tuseConfigOnly = true\n") + '[protocol "file"]\n\tallow = always\n'
    )
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
