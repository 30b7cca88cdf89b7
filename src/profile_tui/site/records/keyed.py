"""Maps of keys and values that are entries: finding a key, and what a reader sees of a value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from typing import Any

from profile_tui.content.publications import sorts
from profile_tui.markup.inline import Visible, runs
from profile_tui.site.bindings.model import Loop
from profile_tui.site.records.key_names import KeyNames
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused
from profile_tui.text.span import Span

_SORTING = ("type", "category", "categories", "kind", "section", "group", "class", "pubtype", "pub_type", "status")
_SEVERAL = 3
"""So many neighbours tell what all have."""
Data = Mapping[str, Any]
"""An entry's keys and values."""


def first(data: Data, names: Sequence[str]) -> str | None:
    """The first of some keys that a map has with a value."""
    return next((name for name in names if data.get(name) not in (None, "", [], {})), None)


def shown(text: object) -> str:
    """What a reader sees of a value that may hold HTML."""
    source = str(text)
    return " ".join(Visible(runs(source, Span(0, len(source)), markdown=False)).text.replace("\ufffc", "").split())


def key_for(label: str, names: Sequence[str], data: Data, like: Sequence[Data], printed: Set[str] = frozenset()) -> str:
    """Return the key that holds a field here.

    Args:
        label: What a reader calls the field, for the complaint.
        names: The keys that may hold it.
        data: The entry.
        like: Its neighbours.
        printed: The keys that the site prints, whether or not an entry has them.

    Raises:
        Refused: Neither the entry nor a neighbour has one, nor is one printed.
    """
    own = first(data, names) or next((name for name in names if name in data), None)
    key = own or next((name for other in like for name in names if name in other), None)
    key = key or next((name for name in names if name in printed), None)
    if key is None:
        raise Refused(
            _("the entries here have no place for a {field}; edit the file's source instead").format(field=label)
        )
    return key


def typical(near: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Return the entry whose keys are most like those of the others: the first of several."""
    counts = Counter(key for item in near for key in item)
    usual = {key for key, count in counts.items() if 2 * count > len(near)}
    return min(near, key=lambda item: len(usual.symmetric_difference(item)))


def with_required(item: dict[str, Any], near: Sequence[Data], names: KeyNames, sort: str = "") -> dict[str, Any]:
    """Return an entry with the keys that the page asks for: by its sort, or as most of the others have them.

    Args:
        item: The entry.
        near: Its neighbours.
        names: What the keys mean.
        sort: The sort of publication that it is.

    Raises:
        Refused: The page shows only entries with a key that this one cannot have.
    """
    for key, allowed in (names.fixed or {}).items():
        item = {**item, **_allowed(key, item.get(key), allowed, near, sort)}
    for key in sorted(names.required):
        if item.get(key) in (None, False):
            held = [record[key] for record in near if record.get(key) not in (None, False)]
            if len({str(value) for value in held}) != 1:
                raise Refused(
                    _("the page shows an entry only where it has {key}; edit the file's source instead").format(key=key)
                )
            item = {**item, key: held[0]}
    return item


def with_picked(item: dict[str, Any], near: Sequence[Data], loops: Iterable[Loop], sort: str) -> dict[str, Any]:
    """Return an entry with the keys by whose values loops pick entries, where all of the others have them.

    Args:
        item: The entry.
        near: Its neighbours.
        loops: The loops over the list.
        sort: The sort of publication that it is.

    Raises:
        Refused: None of the values that the loops ask for is one of its sort.
    """
    for key, told in _asked(loops).items():
        usual = len(near) >= _SEVERAL and all(record.get(key) for record in near)
        values = told or sorted({str(record[key]) for record in near if usual})  # a loop goes through them
        if key in item or not usual or 2 * sum(record[key] in values for record in near) < len(near):
            continue
        counts = Counter(str(record[key]) for record in near)  # one may have a list of them
        fits = sorted((value for value in values if sorts.named(value) == sort), key=lambda value: -counts[value])
        fits = fits or (list(counts) if len(counts) == 1 else [])  # where all others are of one sort, so is the next
        fits = fits or ([] if told else _of_alike(key, item, near))
        if not fits:
            raise Refused(
                _("the pages show an entry by its {key}, which a new one lacks; add it in the file").format(key=key)
            )
        item = {**item, key: fits[0]}
    return item


def _asked(loops: Iterable[Loop]) -> dict[str, list[str]]:
    """Return the keys by whose values loops pick entries, with the values that they name: none in a loop over them."""
    asked: dict[str, list[str]] = {}
    for applied in (applied for loop in loops for applied in loop.ref.applied):
        if applied.name == "where" and applied.key and isinstance(applied.value, str | None):
            asked.setdefault(applied.key, []).extend([applied.value] if applied.value else [])
    return asked


def _of_alike(key: str, item: Data, near: Sequence[Data]) -> list[str]:
    """Return the value of a key that those entries have whose keys are most like one's; none where they differ."""
    shared = [len(item.keys() & record.keys()) for record in near]
    values = {str(record[key]) for record, count in zip(near, shared, strict=True) if count == max(shared)}
    return list(values) if len(values) == 1 else []


def _allowed(key: str, value: object, allowed: Sequence[Any], near: Sequence[Data], sort: str) -> dict[str, Any]:
    """A key with one of the values that the page shows, the one of the sort before all; nothing where it has one."""
    fits = [name for name in allowed if sort and sorts.named(str(name)) == sort]
    if fits:
        return {} if value in fits else {key: fits[0]}
    if value in allowed or _lists(value, allowed):
        return {}
    others = [name for name in allowed if not sort or sorts.named(str(name)) in ("", sort)]
    used = [item[key] for item in near if item.get(key) in others or _lists(item.get(key), others)]
    return {key: (used or others or allowed)[0]}


def _lists(value: object, allowed: Sequence[object]) -> bool:
    """Whether a value is a list of one that is allowed."""
    return isinstance(value, list) and len(value) == 1 and value[0] in allowed


def of_another_sort(model: Data, keys: Iterable[str], sort: str) -> set[str]:
    """Return the keys whose value puts an entry among those of another sort of publication."""
    sorting = (key for key in keys if key in _SORTING and isinstance(model.get(key), str))
    return {key for key in sorting if sort and sorts.named(model[key]) not in ("", sort)}
