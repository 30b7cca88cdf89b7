"""Data files: lists of news or publications in `_data`, or wherever a loop of the site's pages takes them from."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from profile_tui.content.kinds import kind_of_file
from profile_tui.markup.csv import SEPARATORS
from profile_tui.site.bindings.lists import lists_of
from profile_tui.site.bindings.model import EACH, Step
from profile_tui.site.bindings.roles import Shown
from profile_tui.site.bindings.structure import looks_like_news
from profile_tui.site.problem import Problem
from profile_tui.site.records.cv_list import is_cv
from profile_tui.site.records.data_list import DataList, folder_of
from profile_tui.site.records.list_refs import (
    Where,
    at,
    data_paths,
    is_generated,
    list_refs,
    value_at,
    year_of_file,
)
from profile_tui.site.records.store import Read, Store, StoreType
from profile_tui.site.repository import config
from profile_tui.site.repository.site import Site
from profile_tui.site.repository.tree import YAML, file_names, within
from profile_tui.site.stores import register

_WHOLE = {"data": ("publications", ("publications", "papers"))}
"""Files that hold all of a page, and where in them the lists of entries are."""


def _lists(data: object) -> list[Where]:
    """Where in a file the lists of maps are: the file itself, or its keys."""
    if isinstance(data, list):
        return [()]
    if not isinstance(data, dict):
        return []
    lists: list[Where] = [(key,) for key, value in data.items() if isinstance(value, list) and any(map(_is_map, value))]
    return lists or [(key,) for key in data if key == "main"]


def _is_map(value: object) -> bool:
    """Whether an item can be an entry."""
    return isinstance(value, dict)


def _find(site: Site, read: Read) -> Iterator[Store]:
    """The lists that the site's loops show, and those of data files whose names tell their kind."""
    folder = folder_of(site)
    root = os.path.realpath(site.root)
    bound: set[Path] = set()
    for shown in lists_of(site).shown:
        if shown.kind not in ("news", "publications"):
            continue
        for path, steps in _files(site, folder, shown):
            if (
                within(path, root)
                and not is_generated(path)
                and (stores := list(_bound(site, read, shown, path, steps)))
            ):
                bound.add(path)
                yield from stores
    for name in file_names(folder):
        if folder / name not in bound and within(folder / name, root):
            yield from _named(site, read, folder / name)


def _files(site: Site, folder: Path, shown: Shown) -> Iterator[tuple[Path, tuple[Step, ...]]]:
    """The files that hold a list, and where in each it is."""
    if shown.origin == "data":
        yield from data_paths(folder, shown.steps)
    elif shown.origin == "page":
        yield site.root / shown.name, shown.steps
    elif shown.origin == "config" and (path := config.find(site.root)) is not None and path.suffix != ".toml":
        yield path, shown.steps


def _bound(site: Site, read: Read, shown: Shown, path: Path, steps: tuple[Step, ...]) -> Iterator[Store]:
    """The lists that loops show at some steps in a file: one, or one for each group.

    What each entry has several of, as its authors, and a loop within goes through, is none.
    """
    document = DataList(site, shown.kind, path, read, ()).document()
    if isinstance(document, Problem):
        yield DataList(site, shown.kind, path, read, (), shown=shown)
        return
    for ref in list_refs(document.data, steps, shown.group):
        year = ref.year or year_of_file(path)
        store = DataList(site, shown.kind, path, read, ref.where, ref.title, year, shown)
        if is_cv(path.stem):
            store.is_copy, store.is_announced = True, False
        if EACH in steps and (
            _holds_none(store, document.data, ref.where) or value_at(document.data, ref.where) is None
        ):
            continue
        if not shown.by_structure or looks_like_news([record.entry.values for record in store.listing().records]):
            yield store


def _holds_none(store: Store, data: object, where: Where) -> bool:
    """Whether a list has items, and none of them is an entry."""
    return bool(at(data, where)) and not store.listing().records


def _named(site: Site, read: Read, path: Path) -> Iterator[Store]:
    """The lists of a data file whose name tells their kind."""
    stem, suffix = os.path.splitext(path.name.lower())
    named = kind_of_file(stem, whole=False)
    kind = named.name if named and named.record != "timeline" else None
    if suffix not in (*YAML, *SEPARATORS) or not (kind or stem in _WHOLE):
        return
    where = _WHOLE[stem][1] if stem in _WHOLE else None
    kind = kind or _WHOLE[stem][0]
    document = DataList(site, kind, path, read, where or ()).document()
    if isinstance(document, Problem):
        yield DataList(site, kind, path, read, where or ())
    elif where is None:
        for keys in _lists(document.data):
            yield DataList(site, kind, path, read, keys)
    elif at(document.data, where):
        yield DataList(site, kind, path, read, where)


register(StoreType("data", 30, _find))
