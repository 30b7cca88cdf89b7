"""Values that are keys of a data file: a reader of `authors: [mira]` sees what `_data/people.yml` says of `mira`."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from profile_tui.site.bindings.lists import lists_of
from profile_tui.site.bindings.model import Place, known
from profile_tui.site.problem import Problem
from profile_tui.site.records.data_document import parsed
from profile_tui.site.repository.site import Site
from profile_tui.site.repository.tree import inside
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused, Unreadable
from profile_tui.text.source import Source

Table = Mapping[str, str]
"""What a reader sees for each key."""
_SUFFIXES = (".yml", ".yaml", ".json")


def tables(site: Site, read: Callable[[Path], Source], source: Place) -> dict[str, tuple[str, Table]]:
    """Return the tables that hold what the keys of a list's entries stand for, by the entries' key, with their files.

    Args:
        site: The site.
        read: Gives a file as it is now.
        source: The list.
    """
    table_of = {}
    for key, (steps, field) in lists_of(site).looked_up(source).items():
        names = [str(step) for step in steps]
        folder = site.root / site.folder("data_dir", "_data")
        for depth in range(len(names), 0, -1):
            for suffix in _SUFFIXES:
                path = folder.joinpath(*names[:depth]).with_suffix(suffix)
                is_there = os.path.isfile(path) and inside(path, site.root)
                if is_there and (table := _table(read, path, names[depth:], field)):
                    table_of[key] = (f"{folder.name}/{'/'.join(names[:depth])}{suffix}", table)
    return table_of


def _table(read: Callable[[Path], Source], path: Path, steps: Sequence[str], field: str) -> Table:
    """The table in a data file; empty where it holds none."""
    try:
        document = parsed(read(path), path, path.name)
    except Unreadable:
        return {}
    data = {} if isinstance(document, Problem) else known(document.data, tuple(steps))
    rows = data.items() if isinstance(data, dict) else ()
    texts = ((str(key), row.get(field) if isinstance(row, dict) else row) for key, row in rows)
    return {key: str(text) for key, text in texts if isinstance(text, (str, int))}


def spelled_out(value: object, table: Table) -> object:
    """Return a value, or the values of a list, as a reader sees them."""
    if isinstance(value, list):
        return [table.get(str(item), item) for item in value]
    return table.get(str(value), value)


def as_keys(value: object, name: str, table: Table) -> object:
    """Return a value, or the values of a list, as keys of a table.

    Raises:
        Refused: The table has none for one of them.
    """
    keys = {text.casefold(): key for key, text in table.items()}

    def key_of(item: Any) -> str:  # noqa: ANN401 - data may be anything
        found = str(item) if str(item) in table else keys.get(str(item).casefold())
        if found is None:
            message = _("the site looks {value} up in {name}, which lacks it; add it there first")
            raise Refused(message.format(value=item, name=name))
        return found

    return [key_of(item) for item in value] if isinstance(value, list) else key_of(value)
