"""Timelines in data files: education, experience, awards and the like, in a file of their own or within a whole CV."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import Any

from profile_tui.content.kinds import classify, kinds
from profile_tui.markup.csv import SEPARATORS
from profile_tui.site.problem import Problem
from profile_tui.site.records import timeline
from profile_tui.site.records.data_list import DataList, folder_of
from profile_tui.site.records.list_refs import Where
from profile_tui.site.records.store import Read, Store, StoreType
from profile_tui.site.repository.site import Site
from profile_tui.site.repository.tree import YAML, file_names, within
from profile_tui.site.stores import register
from profile_tui.text.pattern import lazily

_WHOLE = lazily(r"(^|[-_])(cv|resume|profile|data)([-_]|$)")
_DEPTH = 3


def _find(site: Site, read: Read) -> Iterator[Store]:
    """The lists of the files that are named as a kind is, and those of CVs whose keys or titles are."""
    folder = folder_of(site)
    root = os.path.realpath(site.root)
    for name in file_names(folder):
        stem, suffix = os.path.splitext(name)
        kind = _kind(stem)
        if (
            suffix.lower() not in (*YAML, *SEPARATORS)
            or not (kind or _WHOLE.search(stem.lower()))
            or not within(folder / name, root)
        ):
            continue
        document = DataList(site, kind or "education", folder / name, read, ()).document()
        if not isinstance(document, Problem):
            for found, where, title in _lists(document.data, kind, (), stem):
                yield DataList(site, found, folder / name, read, where, title)


def _kind(words: str) -> str:
    """The timeline that some words announce; empty where they announce none."""
    found = classify(re.sub(r"[-_]+", " ", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", words)))
    return found if found in kinds() and kinds()[found].record == "timeline" else ""


def _lists(data: Any, kind: str, where: Where, title: str) -> Iterator[tuple[str, Where, str]]:  # noqa: ANN401
    """The lists of maps in a file, each with its kind, where it is, and how it is called."""
    if isinstance(data, list) and kind and any(map(_is_entry, data)):
        yield kind, where, "" if len(where) < 2 and not (where and isinstance(where[0], int)) else title
        return
    if len(where) >= _DEPTH:
        return
    if isinstance(data, dict):
        for key, value in data.items():
            if isinstance(value, (list, dict)):
                yield from _lists(value, _kind(key) or kind, (*where, key), key)
    elif isinstance(data, list) and not where:
        # a CV as a list of sections, each with its title and what it holds
        for index, section in enumerate(data):
            if isinstance(section, dict) and isinstance(section.get("title"), str):
                named = section["title"]
                for key, value in section.items():
                    if isinstance(value, list):
                        yield from _lists(value, _kind(named), (index, key), named)


def _is_entry(item: object) -> bool:
    """Whether an item says something of its own."""
    return isinstance(item, dict) and bool(timeline.read(item)["text"])


register(StoreType("timelines", 40, _find))
