"""Where in a data file the lists of entries are: the file itself, a key, or the groups that a loop goes through."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from profile_tui.markup.csv import SEPARATORS
from profile_tui.site.bindings.model import EACH, Step
from profile_tui.site.records.text_items import are_texts
from profile_tui.site.repository.tree import file_names
from profile_tui.text.named_tuple import NamedTuple
from profile_tui.text.pattern import lazily
from profile_tui.text.reading import read_start

Where = tuple[str | int, ...]
"""The keys and indices that lead to a list."""
_SUFFIXES = (".yml", ".yaml", ".json", *SEPARATORS)
_GENERATED = lazily(r"do not edit|auto\w*[- ]generated|generated (automatically|by)", re.I)
_YEAR_IN_NAME = lazily(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_YEAR = lazily(r"(?:19|20)\d\d")


class ListRef(NamedTuple):
    """A list, or a group of one.

    Attributes:
        where: Where it is in its file.
        title: The words of the group; empty where the list is none of several.
        year: The year that the group is of.
    """

    where: Where
    title: str = ""
    year: int | None = None


def at(data: Any, where: Where) -> list[Any]:  # noqa: ANN401 - YAML holds anything
    """The list at a place; an empty one where there is none."""
    value = value_at(data, where)
    return value if isinstance(value, list) else []


def value_at(data: Any, where: Where) -> Any:  # noqa: ANN401 - YAML holds anything
    """What data hold at a place; None where there is nothing."""
    for step in where:
        if isinstance(step, int):
            data = data[step] if isinstance(data, list) and step < len(data) else None
        else:
            data = data.get(step) if isinstance(data, dict) else None
    return data


def data_paths(folder: Path, steps: tuple[Step, ...]) -> Iterator[tuple[Path, tuple[Step, ...]]]:
    """Yield the files that the first steps below `site.data` lead to, and the steps within each."""
    for count, step in enumerate(steps, 1):
        if step is EACH and steps[count : count + 1] == (1,):
            for name in sorted(file_names(folder), reverse=True):
                if name.endswith(_SUFFIXES):
                    yield folder / name, steps[count + 1 :]
            return
        if not isinstance(step, str) or "/" in step or step in ("", ".", ".."):
            return
        for suffix in _SUFFIXES:
            path = folder / f"{step}{suffix}"
            if os.path.isfile(path):
                yield path, steps[count:]
                return
        folder = folder / step


def is_generated(path: Path) -> bool:
    """Return whether a file says of itself that a script writes it, so that what one adds is lost."""
    try:
        head = read_start(path, 400).decode("utf-8", "replace")
    except OSError:
        return False
    comments = "\n".join(line for line in head.split("\n") if line.startswith("#"))
    return _GENERATED.search(comments) is not None


def year_in(words: str) -> int | None:
    """Return the year that some words are; None where they are more, or none."""
    return int(words) if _YEAR.fullmatch(words.strip()) else None


def year_of_file(path: Path) -> int | None:
    """Return the year that a file is of: its name is one, or differs from a file beside it in nothing but the year."""
    years = _YEAR_IN_NAME.findall(path.stem)
    if len(years) != 1:
        return None
    alike = re.compile(_YEAR_IN_NAME.sub(r"(?:19|20)\\d\\d", re.escape(path.stem)))
    beside = (os.path.splitext(name)[0] for name in file_names(path.parent))
    if path.stem == years[0] or any(stem != path.stem and alike.fullmatch(stem) for stem in beside):
        return int(years[0])
    return None


def of_year(path: Path, year: int) -> Path:
    """Return the file of another year beside the file of a year."""
    return path.with_name(_YEAR_IN_NAME.sub(str(year), path.stem) + path.suffix)


def list_refs(data: Any, steps: tuple[Step, ...], group: str) -> Iterator[ListRef]:  # noqa: ANN401
    """Yield the lists of entries at some steps: where these go through groups, one for each of them.

    Args:
        data: The data of the file.
        steps: The steps.
        group: The key that holds the words of a group; `0` where the groups are the keys of a map.
    """
    for where, title in _expanded(data, steps, group, (), ""):
        value = value_at(data, where)
        empty = value in (None, [], {})
        if empty or (isinstance(value, list) and (any(isinstance(item, dict) for item in value) or are_texts(value))):
            yield ListRef(where, title, year_in(title))


def _expanded(data: Any, steps: tuple[Step, ...], group: str, where: Where, title: str) -> Iterator[tuple[Where, str]]:  # noqa: ANN401
    """The places that some steps lead to, with the words of the group that each is in."""
    if not steps:
        yield where, title
    elif steps[0] is not EACH:
        step = steps[0]
        inner = value_at(data, (step,))
        yield from _expanded(inner, steps[1:], group, (*where, step), title)
    elif isinstance(data, list):
        for index, item in enumerate(data):
            words = str(item.get(group) or "") if isinstance(item, dict) else ""
            yield from _expanded(item, steps[1:], group, (*where, index), words or title)
    elif isinstance(data, dict) and steps[1:2] == (1,):
        for key, item in data.items():
            yield from _expanded(item, steps[2:], group, (*where, key), str(key))
