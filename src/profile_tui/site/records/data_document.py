"""Data files and headers as documents: read, with what is wrong with them, and changed by keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from profile_tui.markup.csv import SEPARATORS, CsvDocument, CsvError
from profile_tui.markup.frontmatter import FrontMatter, find
from profile_tui.markup.json_text import JsonDocument
from profile_tui.markup.yaml.document import YamlDocument, YamlError
from profile_tui.site.problem import Problem
from profile_tui.site.records.list_refs import Where
from profile_tui.site.records.plan import Plan
from profile_tui.site.records.yaml_map import Header
from profile_tui.text.catalogue import _
from profile_tui.text.source import Source
from profile_tui.text.span import Span

DataDocument = YamlDocument | CsvDocument
TEXTS = (".md", ".markdown", ".html", ".htm")
"""How the names of pages end, whose front matter may hold a list."""


def changed(document: DataDocument, item: Where, plan: Plan, order: Sequence[str] = ()) -> str:
    """The text of a data file with keys of an item set or dropped; those that are added in the order of its like."""
    if isinstance(document, CsvDocument):
        return document.changed(int(item[-1]), {**dict.fromkeys(plan.drop), **plan.set})
    header = Header(document.text, document.span, item, kind=type(document))
    header.apply(plan, order)
    return header.text


@lru_cache(maxsize=8)
def parsed(source: Source, path: Path, name: str) -> DataDocument | Problem:
    """A data file, read; of a page, its front matter."""
    if path.suffix.lower() in SEPARATORS:
        try:
            return CsvDocument(source.text, SEPARATORS[path.suffix.lower()])
        except CsvError as error:
            return Problem(
                "error",
                "csv-error",
                name,
                error.line,
                _("The whole site does not build: {message}.").format(message=error.message),
            )
    span, first_line = Span(0, len(source.text)), 1
    if path.suffix.lower() in TEXTS:
        header = find(source)
        if not isinstance(header, FrontMatter):
            return Problem("error", header.code, name, header.line, header.message)
        span, first_line = header.yaml, 2
    try:
        kind = JsonDocument if path.suffix.lower() == ".json" else YamlDocument
        return kind.read(source.text, span, first_line=first_line)
    except YamlError as error:
        message = _("The whole site does not build: {message}").format(message=error.message)
        return Problem("error", "yaml-error", name, error.line, message)


def of_one(document: DataDocument, item: Mapping[str, Any]) -> str:
    """Return the text of a file that holds one item alone, written as those of another file are."""
    [splice] = document.insert_item((), 0, item)
    head = document.text[: document.text.find("\n") + 1] if isinstance(document, CsvDocument) else ""
    return head + str(splice.text).strip("\n") + "\n"
