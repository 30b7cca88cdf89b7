"""What the README says of keys, files and targets is so."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")


def test_the_tables_of_keys_are_as_the_commands_are() -> None:
    done = subprocess.run([sys.executable, "scripts/docs.py", "--check"], cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert "| `n` | Add a news item dated today, from anywhere. |" in README
    assert "| `ctrl+s` | Apply what you typed (ctrl+s on the main screen saves). |" in README


def test_linked_files_are_there() -> None:
    targets = re.findall(r"\]\(([^)]+)\)", README)
    assert "docs/screenshot.svg" in targets
    assert [target for target in targets if not (ROOT / target).is_file()] == []


def test_named_make_targets_are_there() -> None:
    targets = set(re.findall(r"`make (\w+)", README))
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert targets
    assert {target for target in targets if not re.search(rf"^{target}:.*## ", makefile, re.MULTILINE)} == set()


def test_the_pictures_name_no_other_machine() -> None:
    for picture in (ROOT / "docs").glob("*.svg"):
        hosts = set(re.findall(r"https?://([\w.-]+)", picture.read_text("utf-8")))
        assert hosts <= {"www.w3.org", "example.org"}
