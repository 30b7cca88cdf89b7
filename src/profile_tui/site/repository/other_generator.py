"""Sites of other generators than Jekyll, Quarto and Hugo: how they are told, their home page, their front matter."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from profile_tui.markup.frontmatter import TOML
from profile_tui.site.repository.pages import PageFile, read

_MARKS = ("_quarto.yml", "_quarto.yaml", "hugo.toml", "hugo.yaml", "hugo.yml", "config/_default")
_HOMES = (
    "index.qmd", "content/_index.md", "content/en/_index.md", "content/home/about.md", "content/home/index.md",
    "content/authors/admin/_index.md", "content/index.md", "about.qmd", "index.md",
)  # fmt: skip


def is_other_generator(root: Path) -> bool:
    """Whether the folder is a site of another generator."""
    if any(os.path.exists(root / mark) for mark in _MARKS):
        return True
    return os.path.isfile(root / "config.toml") and os.path.isdir(root / "content")


def home(root: Path) -> PageFile | None:
    """The home page: the first that exists of where the generators and their templates have it."""
    pages = (read(root, path) for name in _HOMES if os.path.isfile(path := root / name))
    return next((page for page in pages if page is not None), None)


def toml(text: str) -> dict[str, Any] | None:
    """The data of front matter in TOML, dates as their text; None where there is none that can be read."""
    match = TOML.match(text)
    if match is None:
        return None
    from profile_tui.markup.toml import TomlError, read_toml

    try:
        return read_toml(match[1])
    except TomlError:
        return None
