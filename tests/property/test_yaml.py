"""Edits of random YAML headers: the data are those intended and all other lines are the same, or it refuses."""

from __future__ import annotations

import copy
import random
from collections import Counter
from dataclasses import dataclass
from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st

from profile_tui.markup import frontmatter
from profile_tui.markup.frontmatter import FrontMatter
from profile_tui.markup.yaml.document import Path, YamlDocument, YamlError
from profile_tui.text.errors import Refused
from profile_tui.text.source import Source
from profile_tui.text.span import Splice
from support.yaml_headers import Headers
from support.yaml_texts import NASTY

VALUES: list[Any] = [*NASTY, "New title", "2025-01-02", 7, 2.5, True, False, None, "Line one\nLine two\n"]


@dataclass(frozen=True)
class Edit:
    """An edit, and what it should do to the data as PyYAML reads them with every scalar a text."""

    what: str
    path: Path
    value: Any = None
    to: int = 0

    def splices(self, document: YamlDocument) -> list[Splice]:
        """What the document makes of it."""
        match self.what:
            case "set":
                return document.set(self.path, self.value)
            case "add":
                return document.add_key(self.path[:-1], str(self.path[-1]), self.value)
            case "remove":
                return document.remove_key(self.path)
            case "insert":
                return document.insert_item(self.path[:-1], self.to, self.value)
            case "drop":
                return document.remove_item(self.path)
            case _:
                return document.move_item(self.path, self.to)

    def of(self, data: Any) -> Any:  # noqa: ANN401
        """The data intended."""
        changed = {"": copy.deepcopy(data)}
        holder: Any = changed
        at: Any = ""
        for step in self.path:
            if not holder[at]:
                holder[at] = [] if isinstance(step, int) else {}
            holder, at = holder[at], step
        match self.what:
            case "set" | "add":
                holder[at] = self.value
            case "remove" | "drop":
                del holder[at]
            case "insert":
                holder.insert(self.to, self.value)
            case _:
                holder.insert(self.to, holder.pop(at))
        return changed[""]


def page_of(rng: random.Random) -> tuple[Source, FrontMatter, YamlDocument] | None:
    """A random page; None where the random header is no YAML."""
    headers = Headers(rng)
    source = Source(headers.file(headers.header()))
    header = frontmatter.find(source)
    assert isinstance(header, FrontMatter)
    try:
        return source, header, YamlDocument.read(source.text, header.yaml, first_line=2)
    except YamlError:
        return None


def edit_of(rng: random.Random, document: YamlDocument) -> Edit:
    """A random edit of something that is there."""
    places = list(collections(document.data))
    fields = [field for field in document.fields() if field.kind not in ("list", "map")]
    value = rng.choice(VALUES)
    path, holder = rng.choice(places)
    items = isinstance(holder, list)
    match rng.randrange(4):
        case 0 if items and holder:
            return Edit("drop", (*path, rng.randrange(len(holder))))
        case 0 if holder:
            return Edit("remove", (*path, rng.choice(list(holder))))
        case 1 if items:
            to = rng.randint(0, len(holder))
            like = holder[0] if holder else None
            new = {"url": value, "name": "n"} if isinstance(like, dict) else value
            return Edit("insert", (*path, to), new, to)
        case 1:
            return Edit("add", (*path, "new key"), rng.choice([value, ["a", value], {"k": value}]))
        case 2 if items and holder:
            return Edit("move", (*path, rng.randrange(len(holder))), to=rng.randrange(len(holder)))
        case _ if fields:
            return Edit("set", rng.choice(fields).path, value)
        case _:
            return Edit("add", (*path, "new key") if not items else ("new key",), value)


def collections(data: Any, path: Path = ()) -> Any:  # noqa: ANN401
    """All lists and maps of some data, and where they stand."""
    if isinstance(data, (dict, list)):
        yield path, data
        for at, item in data.items() if isinstance(data, dict) else enumerate(data):
            yield from collections(item, (*path, at))


def as_texts(text: str) -> Any:  # noqa: ANN401
    """YAML as PyYAML reads it with every scalar a text: not the reader that is tested."""
    return yaml.load(text, Loader=yaml.CBaseLoader) or {}


def texts(data: Any) -> Any:  # noqa: ANN401
    """Data with every scalar a text, as far as its writing is the only one; numbers and the like become None."""
    if isinstance(data, dict):
        return {key: texts(value) for key, value in data.items()}
    if isinstance(data, list):
        return [texts(item) for item in data]
    return data if isinstance(data, str) else None


def alike(one: Any, other: Any) -> bool:  # noqa: ANN401
    """Whether data agree, where None stands for any scalar that is no text."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(alike(value, other[key]) for key, value in one.items())
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(alike, one, other))
    return one == other or one is None or other is None or (one in ("", {}, []) and other in ("", {}, []))


def lines_of(source: Source) -> list[str]:
    """The lines as the file has them, each with its own end."""
    return source.raw.splitlines(keepends=True) if "\x85" not in source.raw else source.raw.split("\n")


def outcome(seed: int) -> str:
    """Makes one random edit and asserts that nothing else changed; tells what became of it."""
    rng = random.Random(seed)
    page = page_of(rng)
    if page is None:
        return "no YAML"
    source, found, document = page
    edit = edit_of(rng, document)
    try:
        splices = edit.splices(document)
    except Refused:
        return f"refused {edit.what}"
    new = source.splice(splices)
    again = frontmatter.find(new)
    assert isinstance(again, FrontMatter)
    shift = len(new.text) - len(source.text)
    assert again.yaml == found.yaml._replace(end=found.yaml.end + shift)
    assert new.text[again.body_start :] == source.text[found.body_start :]

    before, after = as_texts(found.yaml.of(source.text)), as_texts(again.yaml.of(new.text))
    assert alike(texts(edit.of(before)), after), (edit, new.text)
    reread = YamlDocument.read(new.text, again.yaml, first_line=2)
    assert reread.data == edit.of(document.data), edit
    assert_lines_kept(edit, document, source, new)
    assert frontmatter.second_opinion(new) is None
    return edit.what


def assert_lines_kept(edit: Edit, document: YamlDocument, source: Source, new: Source) -> None:
    """The lines that the edit has nothing to do with are all there, in order, byte for byte."""
    old, now = lines_of(source), lines_of(new)
    head = next(
        (at for at, pair in enumerate(zip(old, now, strict=False)) if pair[0] != pair[1]), min(len(old), len(now))
    )
    limit = min(len(old), len(now)) - head
    tail = next((at for at in range(limit) if old[-1 - at] != now[-1 - at]), limit)
    gone, come = old[head : len(old) - tail], now[head : len(now) - tail]
    match edit.what:
        case "set":
            field = next(field for field in document.fields() if field.path == edit.path)
            first = source.line_number(field.span.start) - 1
            assert not gone or (head >= first and len(gone) <= 1 + field.span.of(source.text).count("\n"))
        case "add" | "insert":
            assert len(gone) <= 1
        case "move":
            # The first item of a list within a list stands after the outer dash.
            moved = [Counter(line.lstrip(" -") for line in lines) for lines in (gone, come)]
            assert moved[0] == moved[1] or len(gone) == len(come) == 1
        case _:
            assert (Counter(come) - Counter(gone)).total() <= 1


@given(st.integers(0, 2**48))
def test_an_edit_does_what_was_meant_and_nothing_else(seed: int) -> None:
    outcome(seed)


def test_most_edits_are_made() -> None:
    outcomes = Counter(outcome(seed) for seed in range(600))
    refused = sum(times for what, times in outcomes.items() if what.startswith("refused"))
    assert outcomes["no YAML"] < 60
    assert refused < 60, outcomes
    assert {"set", "add", "remove", "insert", "drop", "move"} <= outcomes.keys()


@given(st.integers(0, 2**48))
def test_an_item_added_and_removed_again_leaves_the_same_bytes(seed: int) -> None:
    rng = random.Random(seed)
    page = page_of(rng)
    if page is None:
        return
    source, _, document = page
    lists = [(path, items) for path, items in collections(document.data) if isinstance(items, list) and items]
    if not lists:
        return
    path, items = rng.choice(lists)
    at = rng.randint(0, len(items))
    value = dict.fromkeys(items[0], "x") if isinstance(items[0], dict) else "x"
    try:
        added = source.splice(document.insert_item(path, at, value))
        header = frontmatter.find(added)
        assert isinstance(header, FrontMatter)
        removed = added.splice(YamlDocument.read(added.text, header.yaml).remove_item((*path, at)))
    except Refused:
        return
    assert removed.data == source.data
