"""A page's front matter as data, read once for all who ask."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from profile_tui.content.page.page import Page
from profile_tui.text.errors import AppError
from profile_tui.text.source import Source

if TYPE_CHECKING:
    from profile_tui.markup.yaml.document import YamlDocument, YamlError


@lru_cache(maxsize=4)
def read(page: Page) -> YamlDocument | YamlError | None:
    """The front matter's YAML, or why it cannot be read; None where the page has none."""
    if page.front_matter is None:
        return None
    from profile_tui.markup.yaml.document import YamlDocument, YamlError

    try:
        return YamlDocument.read(page.text, page.front_matter.yaml, first_line=2)
    except YamlError as error:
        return error


def values(page: Page) -> dict[str, Any]:
    """The front matter's data; empty where there is none or Jekyll cannot read it."""
    data = getattr(read(page), "data", None)
    return data if isinstance(data, dict) else {}


def line_of(page: Page, *path: str) -> int:
    """The line of a key, given with the keys around it; 1 where it is not found."""
    document = read(page)
    if document is None or not hasattr(document, "fields"):
        return 1
    return next((field.line for field in document.fields() if field.path[: len(path)] == path), 1)


def is_yaml(name: str) -> bool:
    """Whether a file is YAML as a whole, as the configuration and data files are."""
    return name.endswith((".yml", ".yaml"))


@lru_cache(maxsize=4)
def read_yaml(page: Page, name: str) -> YamlDocument | YamlError | None:
    """The YAML of a file: all of it, or its front matter; why it cannot be read; None where there is none."""
    if not is_yaml(name):
        return read(page)
    from profile_tui.markup.yaml.document import YamlDocument, YamlError
    from profile_tui.text.span import Span

    try:
        return YamlDocument.read(page.text, Span(0, len(page.text)))
    except YamlError as error:
        return error


def quoted(page: Page, name: str, code: str) -> Source:
    """The file with quotes around what problems of a code in its YAML are about."""
    document = read_yaml(page, name)
    if document is None or isinstance(document, AppError):
        return page.source
    return page.source.splice(document.quoting(code))
