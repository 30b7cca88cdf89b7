"""What tests of the command line begin from, and how they call it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from profile_tui.cli import main
from support.repositories import build

CONFIG = "title: Mira Tallow\nauthor:\n  name: Mira Tallow\n"
LAYOUT = "<!doctype html>\n<html><body>\n{{ content }}\n</body></html>\n"

PAGE = """---
permalink: /
title: About
---

# News

- *2026.03*: The FROST data set is out.
- *2025.11*: One paper accepted by ICE.
- *2025.04*: I joined the lab.

# Publications

- [Reading small lakes](https://example.org/lakes), **Ada Example**, Ben Sample, *ICE*, 2026
- [Ice in early spring](https://example.org/ice), Ben Sample, **Ada Example**, *Journal of Snow*, 2025

# Research Interests

- **Lake ice:** growth and decay.
- **Snow physics:** field methods.
"""


def page_alone(folder: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> Path:
    """Writes `about.md`, which stands alone, into what is the current directory from then on."""
    monkeypatch.chdir(folder)
    (folder / "about.md").write_text(text, "utf-8")
    return folder / "about.md"


def home_page(folder: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> Path:
    """Writes the home page of a repository whose root is the current directory from then on."""
    build(folder, {"_config.yml": "title: x\ninclude: [_pages]\n", "_pages/about.md": text})
    monkeypatch.chdir(folder)
    return folder / "_pages" / "about.md"


def site_with(root: Path, files: dict[str, str]) -> Path:
    """Writes a repository that has a configuration and a layout, and further files."""
    return build(root, {"_config.yml": CONFIG, "_layouts/default.html": LAYOUT, **files})


def page_of(body: str, header: str = "layout: default\n") -> str:
    """Returns a page with a header."""
    return f"---\n{header}---\n\n{body}"


def run(*words: str) -> int:
    """Calls the program and returns its exit code; it opens no editor."""
    return main.run(words, lambda path: 99)


def sections(root: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    """Returns what `show --json` lists, of pages and of stores."""
    capsys.readouterr()
    assert run("show", "--json", str(root)) == 0
    listed: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["sections"]
    return listed
