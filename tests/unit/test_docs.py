"""The pages of docs/ and the READMEs: every command in them runs and prints what they say, and links lead to files."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest

from support.pty_screen import PtyScreen

ROOT = Path(__file__).parents[2]
PAGES = [*sorted((ROOT / "docs").rglob("*.md")), ROOT / "README.md", ROOT / "README.zh-CN.md"]
_BLOCK = re.compile(r"(?:<!-- (file|not run): ?(.*?) ?-->\n)?```(\w*)\n(.*?)```", re.DOTALL)
_SAMPLE = re.compile(r"<!-- sample: ([\w-]+) -->")
_LANGUAGE = re.compile(r"<!-- language: ([\w.-]+) -->")
NO_NETWORK = {"http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9"}


class Block(NamedTuple):
    """A block of code on a page."""

    mark: str
    """`file`, `not run`, or nothing."""
    name: str
    language: str
    text: str


def blocks(page: Path) -> list[Block]:
    return [Block(*(part or "" for part in found)) for found in _BLOCK.findall(page.read_text("utf-8"))]


def environment(folder: Path) -> dict[str, str]:
    """Homes of their own, and `profile-tui` as this Python runs it."""
    program = folder / "bin" / "profile-tui"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m profile_tui "$@"\n')
    program.chmod(0o755)
    home = folder / "home"
    home.mkdir()
    (home / ".gitconfig").write_text("[user]\n\tname = Ada Example\n\temail = ada@example.org\n")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "GIT_"))}
    return {**kept, **NO_NETWORK, "HOME": str(home), "PATH": f"{program.parent}:{os.environ['PATH']}"}


def site(name: str, folder: Path, env: dict[str, str]) -> Path:
    """A clone of a sample."""
    copy = Path(shutil.copytree(ROOT / "sample_profiles" / name, folder / "site"))
    for call in (["git", "init", "-q"], ["git", "add", "-A"], ["git", "commit", "-qm", "site"]):
        subprocess.run(call, cwd=copy, env=env, check=True)
    return copy


def run(line: str, cwd: Path, env: dict[str, str]) -> str:
    """What a command prints; one that opens the editor is left with q."""
    words = line.split("#")[0].split()
    if words in (["profile-tui"], ["profile-tui", "demo"]) or (words[:1] == ["profile-tui"] and words[1][0] == "_"):
        with PtyScreen(words, env={**env, "TERM": "xterm-256color"}, cwd=cwd) as screen:
            shown = screen.wait("q 退出" if env["LC_ALL"].startswith("zh") else "q Quit")
            screen.send("q")
            assert screen.exit_code() == 0
            return shown
    done = subprocess.run(["sh", "-ec", line], cwd=cwd, env=env, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, f"{line}: {done.stderr}"
    return done.stdout


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_command_runs_and_prints_what_the_page_says(page: Path, tmp_path: Path) -> None:
    sample = _SAMPLE.search(page.read_text("utf-8"))
    language = _LANGUAGE.search(page.read_text("utf-8"))
    env = {**environment(tmp_path), "LC_ALL": language[1] if language else "C.UTF-8"}
    folder = site(sample[1], tmp_path, env) if sample else None
    printed = ""
    for block in blocks(page):
        if block.mark == "not run":
            assert block.name, "say why it is not run"
        elif block.mark == "file":
            if folder is not None:
                (folder / block.name).write_text(block.text)
        elif block.language == "sh":
            assert folder is not None, "name the sample that the commands run in"
            printed = "".join(run(line, folder, env) for line in block.text.splitlines())
        elif block.language == "text":
            assert [line for line in block.text.splitlines() if line not in printed] == []
        else:
            assert not block.text.startswith("profile-tui"), "commands are blocks of sh"


def test_the_lists_are_as_the_program_is() -> None:
    call = [sys.executable, "scripts/docs.py", "--check"]
    done = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    keys = (ROOT / "docs" / "keys.md").read_text("utf-8")
    assert "| `n` | Add a news item dated today, from anywhere. |" in keys
    assert "| `ctrl+s`, `F8` | Apply what you typed (ctrl+s on the main screen saves). |" in keys
    assert "## publications add\n" in (ROOT / "docs" / "commands.md").read_text("utf-8")
    assert "| `author.github` |" not in (ROOT / "docs" / "templates" / "al-folio.md").read_text("utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_to_files(page: Path) -> None:
    targets = re.findall(r"\]\((?!https?://|#)([^)#\s]+)", page.read_text("utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_every_page_is_in_the_menu_and_every_command_in_the_reference() -> None:
    menu = (ROOT / "mkdocs.yml").read_text("utf-8")
    pages = {path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md")}
    assert {page for page in pages if f": {page}\n" not in menu} == set()


def test_the_example_package_is_a_plug_in(tmp_path: Path) -> None:
    """The two files of the page on extending, installed beside the program, make a kind with its commands."""
    files = {block.name: block.text for block in blocks(ROOT / "docs" / "extending.md") if block.mark == "file"}
    (tmp_path / "profile_tui_patents.py").write_text(files["profile_tui_patents.py"])
    point = re.search(r'\[project\.entry-points\."([\w.]+)"\]\n(\w+) = "(\w+)"', files["pyproject.toml"])
    assert point is not None
    folder = tmp_path / "profile_tui_patents-1.0.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text("Metadata-Version: 2.1\nName: profile-tui-patents\nVersion: 1.0\n")
    (folder / "entry_points.txt").write_text(f"[{point[1]}]\n{point[2]} = {point[3]}\n")
    page = tmp_path / "about.md"
    page.write_text("---\npermalink: /\n---\n\n# Patents\n\n- *2024*, An oar that counts.\n")
    env = {**os.environ, "PYTHONPATH": str(tmp_path)}
    call = [sys.executable, "-m", "profile_tui", "patents", "add", "--in", str(page), "--date", "2025", "A lamp."]
    subprocess.run(call, env=env, check=True, capture_output=True)
    assert page.read_text().endswith("\n- *2025*, A lamp.\n- *2024*, An oar that counts.\n")


def source_address() -> str:
    return str(tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["urls"]["Source"])


def test_the_address_of_the_repository_stands_in_one_place() -> None:
    done = subprocess.run(
        ["git", "grep", "-lF", source_address().removeprefix("https://")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode > 1:
        pytest.skip("this is no git repository, which would tell what belongs to it")
    assert done.stdout.split() == ["pyproject.toml"]


def test_the_site_builds(tmp_path: Path) -> None:
    pytest.importorskip("mkdocs", reason="mkdocs is installed with the packages for development")
    call = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", str(tmp_path / "site")]
    done = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    for name in ("index.html", "tutorial/index.html", "templates/al-folio/index.html", "screenshot.svg"):
        assert (tmp_path / "site" / name).is_file()
    assert f'href="{source_address()}/blob/main/CONTRIBUTING.md"' in (
        tmp_path / "site" / "extending" / "index.html"
    ).read_text("utf-8")
    text = (tmp_path / "site" / "index.html").read_text("utf-8")
    assert f'href="{source_address()}"' in text
    hosts = set(re.findall(r'(?:src|href)="https?://([\w.-]+)', text))
    assert hosts <= {"github.com", "profile-tui.github.io", "www.mkdocs.org"}
