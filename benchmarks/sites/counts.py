"""How many entries a store holds, counted without the editor: by files, by Ruby's YAML, by a BibTeX parser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import bibtexparser

from benchmarks.sites.copies import Copy, psych

_HEADER = re.compile(rb"\A---[ \t]*\r?\n(?:.*?\n)?(?:---|\.\.\.)[ \t\r]*(?:\n|\Z)", re.S)
_PAGES = (".md", ".markdown", ".html", ".mkd", ".mkdn", ".mkdown", ".htm")


@dataclass(frozen=True)
class Counted:
    """A store's number of entries, as the editor says and as counted otherwise.

    Attributes:
        name: The store.
        shown: As in `show --json`.
        counted: As counted; None where that cannot be done.
    """

    name: str
    shown: int
    counted: int | None


@dataclass(frozen=True)
class Looked:
    """What looking at a site gave.

    Attributes:
        template: As the editor names it.
        stores: Its stores.
        problems: The problems that it tells of stores, which explain differences.
        untouched: Whether looking wrote nothing.
        complaint: Why it could not be read; empty where it could.
    """

    template: str
    stores: list[Counted]
    problems: list[str]
    untouched: bool
    complaint: str = ""


def look(copy: Copy) -> Looked:
    """Calls `show` and `check`, and counts what the stores hold."""
    first = copy.run("show")
    copy.run("check", "--json")
    shown = copy.show()
    if not shown:
        return Looked("", [], [], copy.clean(), first.complaint)
    sections = [one for one in shown["sections"] if one["store"] in ("collection", "data", "bibliography")]
    data = psych([copy.folder / one["path"] for one in sections if one["store"] == "data"])
    stores = [
        Counted(f"{one['kind']} {one['heading']}", len(one["entries"]), _count(copy.folder, one, data))
        for one in sections
    ]
    names = tuple(one["path"] for one in sections)
    told = [f"{one['path']}:{one['line']} {one['code']}" for one in shown["problems"] if one["path"].startswith(names)]
    return Looked(shown["template"], stores, told, copy.clean())


def _count(root: Path, section: dict[str, Any], data: dict[Path, Any]) -> int | None:
    """The entries of one store."""
    path = root / section["path"]
    if section["store"] == "collection":
        return sum(1 for file in files(path) if _HEADER.match(file.read_bytes()))
    if section["store"] == "bibliography":
        return len(entries(path))
    value, name = data.get(path), section["heading"].partition(".")[2]
    lists = list(_named(value, name)) if name else [value.get("main") if isinstance(value, dict) else value]
    sizes = [len(one) for one in lists if isinstance(one, list)]
    # where several lists are called so, the one that is meant
    return min(sizes, key=lambda size: abs(size - len(section["entries"]))) if sizes else None


def _named(data: object, name: str) -> Iterator[list[object]]:
    """The lists in some data that are called so: by their key, or by the title beside them."""
    if isinstance(data, list):
        for one in data:
            yield from _named(one, name)
    elif isinstance(data, dict):
        titled = name in (data.get("title"), data.get("name"))
        for key, value in data.items():
            if isinstance(value, list) and (titled or str(key) == name.rpartition(".")[2]):
                yield value
            yield from _named(value, name)


def files(folder: Path) -> list[Path]:
    """The files of a collection that Jekyll takes."""
    paths = [path for path in folder.rglob("*") if path.is_file() and path.suffix.lower() in _PAGES]
    return [path for path in paths if not any(part[0] in "_.#~" for part in path.relative_to(folder).parts)]


def entries(path: Path) -> dict[str, dict[str, str]]:
    """The entries of a bibliography by their keys; those that share a key are numbered."""
    text = re.sub(r"\A---\s*\n.*?^---\s*$", "", path.read_text("utf-8", "replace"), count=1, flags=re.S | re.M)
    library = bibtexparser.parse_string(text, parse_stack=[])
    blocks = [*library.entries, *(one.ignore_error_block for one in library.failed_blocks)]
    found: dict[str, dict[str, str]] = {}
    for block in blocks:
        if isinstance(block, bibtexparser.model.Entry):
            key = block.key if block.key not in found else f"{block.key} {len(found)}"
            found[key] = {field.key: str(field.value) for field in block.fields}
    return found
