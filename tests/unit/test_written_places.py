"""Where the program writes: in the repository that it was given, and in the user's folders for state and settings."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from support.repositories import ACADEMIC, FOLIO, LIGHT, build

AUDIT = """
import json, os, sys

def look(event, given):
    writes = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
    if event == "open" and isinstance(given[2], int) and given[2] & writes:
        paths = given[:1]
    elif event in ("os.rename", "os.link"):
        paths = given[1:2]
    elif event in ("os.mkdir", "os.remove", "os.rmdir", "os.symlink", "os.truncate", "os.chmod", "os.chown"):
        paths = given[:1]
    elif event in ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "socket.connect"):
        paths = [event]
    else:
        return
    seen.extend(os.path.realpath(os.fsdecode(path)) for path in paths if not isinstance(path, int))

seen = []
sys.addaudithook(look)
from profile_tui.cli.main import run
found = []
for words in json.loads(sys.argv[1]):
    seen.clear()
    code = run(words, print)
    found.append((code, [*seen]))
print(json.dumps(found), file=sys.stderr)
"""
CALLS = (
    ["show", "."],
    ["check", "."],
    ["profile", "show", "."],
    ["news", "add", "Hail.", "--date", "2026-11-02"],
    ["news", "edit", "1", "--text", "Snow."],
    ["news", "move", "1", "2"],
    ["news", "remove", "1"],
    ["publications", "add", "--title", "On Hail", "--author", "Ada Example", "--self", "Ada Example", "--year", "2026"],
    ["publications", "remove", "1"],
    ["new", "page", "--title", "../../outside"],
    ["new", "page", "--title", "/tmp/outside"],
    ["profile", "set", "site.title", "Ada"],
)
SITES = {"academic": ACADEMIC, "folio": FOLIO, "light": LIGHT}


def written(root: Path, calls: Sequence[list[str]]) -> list[tuple[int, set[str]]]:
    """The exit code of each call, and the files and folders that it wrote to, made, renamed or removed."""
    kept = {f"XDG_{name}_HOME": str(root.parent / "user" / name.lower()) for name in ("STATE", "CONFIG")}
    environment = {**os.environ, **kept, "PYTHONDONTWRITEBYTECODE": "1", "HOME": str(root.parent / "home")}
    call = [sys.executable, "-c", AUDIT, json.dumps(calls)]
    done = subprocess.run(call, cwd=root, env=environment, capture_output=True, check=True)
    return [(code, set(paths)) for code, paths in json.loads(done.stderr.splitlines()[-1])]


@pytest.mark.parametrize("site", SITES)
def test_only_the_repository_and_the_users_folders(tmp_path: Path, site: str) -> None:
    root = build(tmp_path / "site", SITES[site])
    allowed = tuple(f"{tmp_path.resolve()}/{name}" for name in ("site", "user"))
    found = written(root, CALLS)
    for code, paths in found:
        assert code in (0, 1, 2, 3, 4)
        assert {path for path in paths if not path.startswith(allowed)} <= {"/dev/null"}
    assert [paths for _, paths in found[:3]] == [set()] * 3
    assert any(paths for _, paths in found[3:])


@pytest.mark.parametrize("site", SITES)
@pytest.mark.parametrize(
    "name",
    ["_data", "_news", "_publications", "_posts", "_pages", "_bibliography", "_bibliography/papers.bib", "_includes",
     "_data/publications.yml", "_config.yml", "_pages/about.md", "index.md"],
)  # fmt: skip
def test_a_link_out_of_the_repository_is_not_followed(tmp_path: Path, site: str, name: str) -> None:
    root = build(tmp_path / "site", SITES[site])
    outside = tmp_path / "outside"
    (root / name).parent.mkdir(exist_ok=True)
    if (root / name).exists():
        (root / name).rename(outside)
    elif "." in name:
        outside.write_text("---\nlayout: default\n---\n")
    else:
        outside.mkdir()
    (root / name).symlink_to(outside)
    for _, paths in written(root, CALLS[3:]):
        assert not [path for path in paths if path.startswith(str(outside.resolve()))]
