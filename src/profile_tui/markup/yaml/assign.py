"""A value put in the place of another so that every part which stays the same keeps its lines, quotes and comments."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Any

from profile_tui.markup.yaml.document import Path, YamlDocument
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused


def assign(document: YamlDocument, path: Path, value: Any) -> YamlDocument:  # noqa: ANN401 - YAML holds anything
    """Return the document with a value at a path where there is another.

    Items of lists and keys of maps are set, inserted, removed and moved one by one.

    Raises:
        Refused: It cannot be done without touching something else.
    """
    old: Any = document.data
    for step in path:
        old = old[step]
    return _assigned(document, tuple(path), old, value)


def _assigned(document: YamlDocument, path: Path, old: Any, new: Any) -> YamlDocument:  # noqa: ANN401
    """Return the document with `new` in the place of `old`."""
    if _key(old) == _key(new):
        return document
    if isinstance(old, list) and isinstance(new, list):
        sources = _sources(old, new)
        # a list of scalars of which nothing stays is written anew, in the style of the others
        if (
            not new
            or any(source is not None for source in sources)
            or any(isinstance(item, (list, dict)) for item in new)
        ):
            return _with_items(document, path, old, new, sources)
    elif isinstance(old, dict) and isinstance(new, dict):
        if old.keys() & new.keys():
            return _with_keys(document, path, old, new)
    elif not isinstance(old, (list, dict)) and not isinstance(new, (list, dict)):
        return document.spliced(document.set(path, new))
    return _replaced(document, path, new)


def _with_items(
    document: YamlDocument, path: Path, old: list[Any], new: list[Any], sources: Sequence[int | None]
) -> YamlDocument:
    """Return the document with other items in a list, each made of the old one that `sources` names."""
    order = [at for at in range(len(old)) if at in sources]
    for at in reversed(range(len(old))):
        if at not in sources:
            document = document.spliced(document.remove_item((*path, at)))
    for at, (source, value) in enumerate(zip(sources, new, strict=True)):
        if source is None:
            document = document.spliced(document.insert_item(path, at, value))
            order.insert(at, -1)
            continue
        now = order.index(source)
        document = document.spliced(document.move_item((*path, now), at))
        order.insert(at, order.pop(now))
        document = _assigned(document, (*path, at), old[source], value)
    return document


def _with_keys(document: YamlDocument, path: Path, old: dict[str, Any], new: dict[str, Any]) -> YamlDocument:
    """Return the document with other keys in a map."""
    for key in old:
        if key not in new:
            document = document.spliced(document.remove_key((*path, key)))
    before = None
    for key, value in new.items():
        if key in old:
            document = _assigned(document, (*path, key), old[key], value)
        else:
            document = document.spliced(document.add_key(path, key, value, after=before))
        before = key
    return document


def _replaced(document: YamlDocument, path: Path, value: Any) -> YamlDocument:  # noqa: ANN401
    """Return the document with a value written anew, in the place of one of which nothing stays."""
    if not path:
        raise Refused(_("this would replace all that is here; edit it as text"))
    holder, step = path[:-1], path[-1]
    if isinstance(step, int):
        document = document.spliced(document.insert_item(holder, step, value))
        return document.spliced(document.remove_item((*holder, step + 1)))
    around: Any = document.data
    for outer in holder:
        around = around[outer]
    keys = list(around)
    if at := keys.index(step):
        document = document.spliced(document.remove_key(path))
        return document.spliced(document.add_key(holder, step, value, after=keys[at - 1]))
    start = document.key_lines(path).start
    # beside the dash of an item it cannot be put again; the next key is there then
    first = len(keys) > 1 and not document.text[start:].lstrip(" ").startswith("-")
    document = document.spliced(document.remove_key(path))
    return document.spliced(document.add_key(holder, step, value, at=start if first else None))


def _sources(old: list[Any], new: list[Any]) -> list[int | None]:
    """Return for each new item which old one it is made of: the same, or one that stood in its place."""
    keys, wanted = [*map(_key, old)], [*map(_key, new)]
    sources: list[int | None] = [None] * len(new)
    steps = SequenceMatcher(None, keys, wanted, autojunk=False).get_opcodes()
    for tag, start, end, new_start, new_end in steps:
        if tag == "equal":
            sources[new_start:new_end] = range(start, end)
    for at, key in enumerate(wanted):
        if sources[at] is None:  # it may have moved
            sources[at] = next(
                (index for index, old_key in enumerate(keys) if old_key == key and index not in sources), None
            )
    for tag, start, end, new_start, new_end in steps:
        if tag == "replace":
            free = [index for index in range(start, end) if index not in sources]
            unmade = [at for at in range(new_start, new_end) if sources[at] is None]
            for index, at in zip(free, unmade, strict=False):
                if isinstance(old[index], (list, dict)) == isinstance(new[at], (list, dict)):
                    sources[at] = index
    return sources


def _key(value: Any) -> str:  # noqa: ANN401
    """Return what two values share that are the same, their types included; the order of keys does not count."""
    if isinstance(value, dict):
        return repr(sorted((key, _key(item)) for key, item in value.items()))
    return repr([*map(_key, value)]) if isinstance(value, list) else repr(value)
