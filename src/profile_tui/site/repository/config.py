"""A site's configuration file, read as Jekyll reads it."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from profile_tui.site.problem import Problem
from profile_tui.text.catalogue import _
from profile_tui.text.reading import read_bounded, reason
from profile_tui.text.source import Source
from profile_tui.text.span import Span

NAMES = ("_config.yml", "_config.yaml", "_config.toml")
"""Where Jekyll looks; the first that exists counts."""
_MOST = 4 * 1024 * 1024
"""The largest configuration or data file that is read as a whole."""


def find(root: Path) -> Path | None:
    """The configuration file of a folder; None where it has none."""
    return next((path for name in NAMES if _is_there(path := root / name)), None)


def _is_there(path: Path) -> bool:
    """Whether there is a file, or a link to where one may not look: that is to be told, not passed over."""
    try:
        return stat.S_ISREG(os.stat(path).st_mode)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return False
    except OSError:
        return os.path.islink(path)


def load(path: Path) -> tuple[dict[str, Any], list[Problem]]:
    """The data of a configuration file, and what is wrong with it. A broken one gives no data."""
    name = path.name
    try:
        source = Source(read_bounded(path, _MOST))
    except OSError as error:
        return {}, [
            Problem("error", "config", name, None, _("It cannot be read: {reason}.").format(reason=reason(error)))
        ]
    return read(path, source)


def read(path: Path, source: Source) -> tuple[dict[str, Any], list[Problem]]:
    """The data of a configuration file that holds this, and what is wrong with it."""
    name = path.name
    return _toml(source.text, name) if path.suffix == ".toml" else _yaml(source.text, name)


def values(path: Path, keys: Iterable[str], source: Source | None = None) -> dict[str, Any] | None:
    """The values of some top-level keys of a configuration file; None where all of it has to be read to tell them.

    Args:
        path: The file.
        keys: The keys.
        source: What it holds, where that is not on the disk yet.
    """
    from profile_tui.markup.yaml import quick

    try:
        held = source or Source(read_bounded(path, _MOST))
    except OSError:
        return None
    return None if path.suffix == ".toml" else quick.values(held.text, keys)


def _yaml(text: str, name: str) -> tuple[dict[str, Any], list[Problem]]:
    """The data of a YAML configuration."""
    from profile_tui.markup.yaml.document import YamlDocument, YamlError

    try:
        document = YamlDocument.read(text, Span(0, len(text)))
    except YamlError as error:
        message = _("The whole site does not build: {message}").format(message=error.message)
        return {}, [Problem("error", "yaml-error", name, error.line, message)]
    if not isinstance(document.data, dict):
        message = _("The whole site does not build: this isn't a list of `key: value` lines.")
        return {}, [Problem("error", "yaml-error", name, 1, message)]
    problems = [
        Problem(
            "error" if problem.code == "fatal-value" else "warning", problem.code, name, problem.line, problem.message
        )
        for problem in document.problems
    ]
    return _without_null(document.data) if "\\" in text else document.data, problems


def _without_null(value: Any) -> Any:  # noqa: ANN401 - YAML holds anything
    """A value without the null character, which quotes can hold and no name of a file."""
    if isinstance(value, dict):
        return {key.replace("\0", "\ufffd"): _without_null(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_without_null(item) for item in value]
    return value.replace("\0", "\ufffd") if isinstance(value, str) else value


def _toml(text: str, name: str) -> tuple[dict[str, Any], list[Problem]]:
    """The data of a TOML configuration."""
    from profile_tui.markup.toml import TomlError, read_toml

    try:
        return read_toml(text), []
    except TomlError as error:
        return {}, [
            Problem("error", "toml-error", name, None, _("The whole site does not build: {error}.").format(error=error))
        ]
