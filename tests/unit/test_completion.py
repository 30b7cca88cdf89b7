"""The shells' completions, tried in the shells themselves; a shell that is not installed is skipped, and says so."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from profile_tui.cli import tree
from profile_tui.cli.main import run


def script(shell: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """The shell's completion in a file."""
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    assert run(["completion", shell], lambda path: 99) == 0
    file = tmp_path / f"completion.{shell}"
    file.write_text(capsys.readouterr().out, "utf-8")
    return file


def printed(*words: str, cwd: Path) -> list[str]:
    done = subprocess.run(words, cwd=cwd, capture_output=True, text=True, timeout=60, check=False)
    assert done.stderr == ""
    return done.stdout.split()


BASH = """
source "$1"; shift
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
_profile_tui
printf '%s\\n' "${COMPREPLY[@]}"
"""
COMPLETED: tuple[tuple[list[str], list[str]], ...] = (
    (["ne"], ["news", "new"]),
    (["news", ""], ["add", "edit", "remove", "move"]),
    (["publications", "ex"], ["export"]),
    (["news", "add", "--d"], ["--date", "--dry-run"]),
    (["completion", ""], ["bash", "zsh", "fish", "--help"]),
    (["check", "--format", ""], ["text", "json", "github"]),
    (["help", "exp"], ["experience"]),
    (["news", "add", "--date", ""], []),
    (["show", "abo"], ["about.md"]),
    (["publications", "add", "--bibtex", "pap"], ["papers.bib"]),
)


@pytest.mark.parametrize(("typed", "words"), COMPLETED, ids=lambda value: " ".join(value))
def test_bash_completes(tmp_path: Path, typed: list[str], words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    file = script("bash", tmp_path, capsys)
    for name in ("about.md", "papers.bib"):
        (tmp_path / name).touch()
    found = printed("bash", "-c", BASH, "bash", str(file), "profile-tui", *typed, cwd=tmp_path)
    assert sorted(word for word in found if "completion." not in word) == sorted(words)


FISH = 'source $argv[1]; complete -C "profile-tui $argv[2]"'


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("ne", {"new", "news"}),
        ("news ", {"add", "edit", "remove", "move"}),
        ("publications ex", {"export"}),
        ("news add --d", {"--date", "--dry-run"}),
        ("completion ", {"bash", "zsh", "fish"}),
        ("check --format ", {"text", "json", "github"}),
        ("help exp", {"experience"}),
    ],
)
def test_fish_completes(tmp_path: Path, typed: str, words: set[str], capsys: pytest.CaptureFixture[str]) -> None:
    file = script("fish", tmp_path, capsys)
    done = subprocess.run(
        ["fish", "--no-config", "-c", FISH, str(file), typed],
        cwd=tmp_path,
        env={"HOME": str(tmp_path), "PATH": "/usr/bin:/bin", "TERM": "dumb"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert {line.split("\t")[0] for line in done.stdout.splitlines()} - {file.name} == words


ZSH = """
compdef() { : }
_describe() { print -l -- ${(P)2} }
_arguments() { print -l -- "$@" }
_files() { print FILES }
source "$1"; shift
words=("$@"); CURRENT=$#
_profile_tui
"""


@pytest.mark.parametrize(
    ("typed", "part"),
    [
        (["ne"], "news:Add, edit, remove or move a news item."),
        (["news", ""], "add:Add a news item where it belongs, written like its neighbours."),
        (["news", "add", ""], "--dry-run[print the unified diff, write nothing]"),
        (["check", "--format", ""], "--format[how to print the problems]:FORMAT:(text json github)"),
        (["publications", "add", ""], "--bibtex[a file with BibTeX entries; - reads standard input]:FILE:_files"),
        (["show", ""], "::PATH:_files"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_zsh_completes(tmp_path: Path, typed: list[str], part: str, capsys: pytest.CaptureFixture[str]) -> None:
    file = script("zsh", tmp_path, capsys)
    done = subprocess.run(
        ["zsh", "-f", "-c", ZSH, "zsh", str(file), "profile-tui", *typed], capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    assert part in done.stdout.splitlines()


def test_every_command_has_help_with_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    for command in tree.commands():
        assert run([*command.words, "--help"], lambda path: 99) == 0
        printed = capsys.readouterr().out
        assert printed.startswith(f"usage: profile-tui {command.name}")
        assert "\nexamples:\n  profile-tui " in printed
        assert command.summary[0].isupper()
        assert command.summary.endswith(".")


@pytest.mark.parametrize("columns", ["40", "80", "100", "1000", "0", "x"])
def test_help_fits_the_terminal(
    columns: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert run(["help"], lambda path: 99) == 0
    assert run(["help", "publications", "add"], lambda path: 99) == 0
    lines = [
        line for line in capsys.readouterr().out.splitlines() if not line.startswith(("  profile-tui ", "  https:"))
    ]
    widest = max(map(len, lines))
    assert widest <= {"40": 40, "1000": 100, "100": 100}.get(columns, 80)
    assert widest > {"40": 30}.get(columns, 70)
