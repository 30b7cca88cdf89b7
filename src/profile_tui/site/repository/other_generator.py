"""Sites of other generators than Jekyll, Quarto and Hugo: how they are told, their home page, their front matter."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from profile_tui.markup.frontmatter import TOML
from profile_tui.site.repository.pages import PageFile, read

_MARKS = ("_quarto.yml", "_quarto.yaml", "hugo.toml", "hugo.yaml", "hugo.yml", "config/_default")
_HOMES = (
    "index.qmd", "content/_index.md", "content/en/_index.md", "content/home/about.md", "content/home/index.md",
    "content/authors/admin/_index.md", "content/index.md", "about.qmd", "index.md",
)  # fmt: skip


def is_foreign(root: Path) -> bool:
    """Whether the folder is a site of another generator."""
    if any((root / mark).exists() for mark in _MARKS):
        return True
    return (root / "config.toml").is_file() and (root / "content").is_dir()


def home(root: Path) -> PageFile | None:
    """The home page: the first that exists of where the generators and their templates have it."""
    found = (read(root, path) for name in _HOMES if (path := root / name).is_file())
    return next((page for page in found if page is not None), None)


def toml(text: str) -> dict[str, Any] | None:
    """The data of front matter in TOML, dates as their text; None where there is none that can be read."""
    found = TOML.match(text)
    if found is None:
        return None
    import tomllib

    try:
        data: dict[str, Any] = _plain(tomllib.loads(found[1]))
    except tomllib.TOMLDecodeError:
        return None
    return data


def _plain(value: Any) -> Any:  # noqa: ANN401 - TOML holds anything
    """A value with its dates and times as text."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value if isinstance(value, (str, int, float, bool)) else str(value)
