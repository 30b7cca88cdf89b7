"""Lists in files that hold a whole CV: al-folio's and RenderCV's `cv.yml`, `cv.json`, JSON Resume's `resume.json`."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from profile_tui.content.kinds import classify, kinds
from profile_tui.markup.csv import SEPARATORS
from profile_tui.site.bindings.model import Step
from profile_tui.site.records.data_list import DataList, folder_of
from profile_tui.site.records.key_names import KeyNames
from profile_tui.site.records.list_refs import Where
from profile_tui.site.records.store import Record
from profile_tui.site.repository.site import Site
from profile_tui.site.repository.tree import YAML, file_names, within
from profile_tui.text.dataclass import replace
from profile_tui.text.pattern import lazily

_WHOLE = lazily(r"(^|[-_])(cv|resume|profile|data)([-_]|$)")
_ELSEWHERE = ("assets/json/resume.json", "assets/json/cv.json")
"""CVs that themes read from outside the folder of data files."""
_KEYS = {"work": "experience", "volunteer": "service"}
"""Keys of JSON Resume that say otherwise than in a heading what they hold."""
_SAMPLE = lazily(r"GitHub University|Red Brick University|Paper Title Number \d|on Relevant Topic in Your Field")
_EINSTEIN = "Albert Einstein"
"""Whose CV comes with al-folio."""
_DEPTH = 3


class CvList(DataList):
    """A list in a CV, which repeats what has a place of its own on most sites."""

    is_copy = True

    @property
    def source(self) -> tuple[str, str, tuple[Step, ...]]:
        """The keys that lead to it: those of `site.data`, where themes put a CV from elsewhere, too."""
        if folder_of(self.site) in self.path.parents:
            return super().source
        return "data", "", (self.path.stem, *self.where)

    @property
    def names(self) -> KeyNames:
        """What the keys of its entries mean; al-folio's sections call all places institutions."""
        usual = super().names
        return replace(usual, venues=(*usual.venues, "institution")) if self.kind == "publications" else usual

    def is_sample(self, record: Record) -> bool:
        """Whether an item came with the template."""
        text = self.read(self.path).text
        own = _SAMPLE.search(record.entry.span.of(text)) is not None
        return own or super().is_sample(record) or (self.kind == "publications" and _EINSTEIN in text)


def cv_files(site: Site) -> Iterator[tuple[Path, str]]:
    """Yield the files of data whose name says that they hold a CV, or one kind of its entries; each with its stem."""
    folder, root = folder_of(site), os.path.realpath(site.root)
    for name in file_names(folder):
        stem, suffix = os.path.splitext(name)
        if suffix.lower() in (*YAML, *SEPARATORS, ".json") and within(folder / name, root):
            yield folder / name, stem
    named = site.config.get("jekyll_get_json")
    given = [item.get("json") for item in named if isinstance(item, dict)] if isinstance(named, list) else []
    for name in dict.fromkeys([*_ELSEWHERE, *(name.lstrip("/") for name in given if isinstance(name, str))]):
        path = site.root / name
        if name.endswith(".json") and os.path.isfile(path) and within(path, root):
            yield path, path.stem


def is_whole(stem: str) -> bool:
    """Return whether a file's name says that it holds more than one kind of entries."""
    return _WHOLE.search(stem.lower()) is not None


def is_cv(stem: str) -> bool:
    """Return whether a file's name says that it holds a CV, which repeats what has a place of its own elsewhere."""
    return is_whole(stem) and stem.lower() != "data"


def kind_of(words: str) -> str:
    """Return the kind that a key or a title announces; empty where it announces none."""
    if words in _KEYS:
        return _KEYS[words]
    kind = classify(re.sub(r"[-_]+", " ", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", words)))
    return kind if kind in kinds() else ""


def lists(data: Any, kind: str, where: Where, title: str) -> Iterator[tuple[str, Where, str, list[Any]]]:  # noqa: ANN401
    """Yield the lists in a CV, each with its kind, where it is, how it is called, and what it holds.

    Args:
        data: The CV, or what it holds at a place.
        kind: The kind that the words above announce; empty where they announce none.
        where: The keys and indices that lead there.
        title: The words above.
    """
    if isinstance(data, list) and kind and any(isinstance(item, (dict, str)) for item in data):
        yield kind, where, "" if len(where) < 2 and not (where and isinstance(where[0], int)) else title, data
        return
    if len(where) >= _DEPTH:
        return
    if isinstance(data, dict):
        for key, value in data.items():
            if isinstance(value, (list, dict)):
                yield from lists(value, kind_of(key) or kind, (*where, key), key)
    elif isinstance(data, list) and not where:
        # a CV as a list of sections, each with its title and what it holds
        for index, section in enumerate(data):
            if isinstance(section, dict) and isinstance(section.get("title"), str):
                named = section["title"]
                for key, value in section.items():
                    if isinstance(value, list):
                        yield from lists(value, kind_of(named), (index, key), named)
