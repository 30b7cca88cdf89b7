"""What the files around a new one have in common: the keys of their front matter, and what those hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from profile_tui.markup.frontmatter import FrontMatter, find
from profile_tui.markup.yaml.document import YamlDocument, YamlError
from profile_tui.site.repository import jekyll_dates
from profile_tui.site.repository.listing import natural
from profile_tui.text.dataclass import dataclass
from profile_tui.text.errors import AppError
from profile_tui.text.source import Source

_MOST = 200
"""How many files are read, the newest names first; enough to see what is usual."""
_ALIASES = frozenset(("redirect_from", "redirect_to", "aliases"))
"""Keys that only ever speak of their own file."""
_CLASSES = frozenset(
    "layout collection type category author_profile author lang locale inline related_posts comments".split()
)
"""Keys that sort a file in; the usual value is likelier to be right than none."""
_SINGLED = frozenset(("selected", "featured", "pinned", "sticky", "draft"))
"""Switches that single a file out among its neighbours."""

EMPTY = object()
"""Stands for a value that the new file leaves open."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A file beside a new one.

    Attributes:
        name: Its path relative to the root.
        source: Its content.
        header: Its front matter.
        data: That as data.
        day: The day that it is sorted by, in ISO form; empty where it has none.
    """

    name: str
    source: Source
    header: FrontMatter
    data: dict[str, Any]
    day: str

    @property
    def stem(self) -> str:
        """Its name without folder and suffix."""
        return PurePosixPath(self.name).stem


def neighbours(root: Path, names: Iterable[str], read: Callable[[Path], Source]) -> list[Neighbour]:
    """The files of those names whose front matter can be read, the newest first."""
    wanted = sorted(names, key=natural, reverse=True)[:_MOST]
    headers = list(_read(root, wanted, read))
    return sorted(headers, key=lambda neighbour: neighbour.day, reverse=True)


def _read(root: Path, names: Sequence[str], read: Callable[[Path], Source]) -> Iterator[Neighbour]:
    """Each file of those names that can be read."""
    for name in names:
        try:
            source = read(root / name)
            header = find(source)
            if not isinstance(header, FrontMatter):
                continue
            data = YamlDocument.read(source.text, header.yaml, first_line=2).data
        except (AppError, YamlError):
            continue  # `check` tells what is wrong with it
        if isinstance(data, dict):
            day = jekyll_dates.read(str(data.get("date") or ""))
            yield Neighbour(name, source, header, data, day[0] if day else jekyll_dates.in_name(name) or "")


def usual_keys(near: Sequence[Neighbour]) -> set[str]:
    """The keys that more than half of the files have."""
    counted: dict[str, int] = {}
    for neighbour in near:
        for key in neighbour.data:
            counted[key] = counted.get(key, 0) + 1
    return {key for key, count in counted.items() if count * 2 > len(near)} - _ALIASES


def model(near: Sequence[Neighbour]) -> Neighbour:
    """The file that has the most of the usual keys and the fewest others, the first of several."""
    keys = usual_keys(near)
    return max(near, key=lambda neighbour: (len(keys & neighbour.data.keys()), -len(neighbour.data.keys() - keys)))


def usual_value(key: str, near: Sequence[Neighbour]) -> object:
    """What a new file's key is likely to hold; `EMPTY` where each file says something of its own."""
    values = [neighbour.data[key] for neighbour in near if key in neighbour.data]
    most = max(values, key=values.count)
    if all(isinstance(value, bool) for value in values):
        return False if key in _SINGLED else most
    if re.search(r"order|weight", key) and all(type(value) is int for value in values):
        return max(values) + 1
    same = values.count(most) == len(values)
    if isinstance(most, (list, dict)):
        return EMPTY
    return most if key in _CLASSES or (same and len(values) > 2) else EMPTY


def permalink(of: Neighbour, stem: str, day: str) -> str:
    """The permalink of a new file: that of another, with the new name and day in it."""
    old = str(of.data["permalink"])
    changed, count = _named(old, of.stem, stem)
    if count:
        return changed
    year, month, date = day.split("-")
    for form in (f"{year}/{month}/{date}", f"{year}/{month}", f"{year}-{month}-{date}"):
        shape = re.sub(r"\d", r"\\d", form)
        old, count = re.subn(rf"(?<!\d){shape}(?!\d)", form, old, count=1)
        if count:
            break
    changed, count = _named(old, undated(of.stem), undated(stem))
    if count:
        return changed
    folder, _, last = old.rstrip("/").rpartition("/")
    suffix = PurePosixPath(last).suffix
    return f"{folder}/{undated(stem)}{suffix or ('/' if old.endswith('/') else '')}"


def undated(stem: str) -> str:
    """A file's name without the day that it begins with."""
    return re.sub(r"^\d{2,4}-\d{1,2}-\d{1,2}-", "", stem)


def _named(link: str, old: str, new: str) -> tuple[str, int]:
    """A permalink with a name replaced where it is whole, and how often it did."""
    return re.subn(rf"(?<![\w-]){re.escape(old)}(?![\w-])", lambda _: new, link, flags=re.I)
