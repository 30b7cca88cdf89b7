"""What the README says of targets is so, and its pictures stand alone; tests/unit/test_docs.py runs its commands."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")


def test_named_make_targets_are_there() -> None:
    targets = set(re.findall(r"`make (\w+)", README))
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert targets
    assert {target for target in targets if not re.search(rf"^{target}:.*## ", makefile, re.MULTILINE)} == set()


def test_the_pictures_name_no_other_machine() -> None:
    for picture in (ROOT / "docs").glob("*.svg"):
        hosts = set(re.findall(r"https?://([\w.-]+)", picture.read_text("utf-8")))
        assert hosts <= {"www.w3.org", "example.org"}
