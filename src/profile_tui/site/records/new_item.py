"""The keys of a new item of a list: those that most of its neighbours have, and what the page asks for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from profile_tui.content.entries.entry import Values, text_in
from profile_tui.content.publications import sorts
from profile_tui.site.bindings.roles import Shown
from profile_tui.site.records import fields
from profile_tui.site.records.key_names import KeyNames, key_names
from profile_tui.site.records.keyed import of_another_sort, typical, with_required
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused
from profile_tui.text.pattern import lazily

_NEAR = 6
_FEW = 3
_DIGITS = 4
"""Fewer digits than this has a number that counts entries; with more, it may be a year."""
_SORTING = lazily(
    r"(type|kind|categor(y|ies)|sort|class|group|section|status|venue_?type|pub_?type|entry_?type)$", re.I
)
_SOURCES = {"id": "", "title": "-", "authors": ["-"], "publisher": "-", "date": "2000-01-01", "link": "-"}
"""What an entry of `sources.yaml` may say besides its identifier."""


def keys(
    kind: str,
    given: Values,
    near: Sequence[dict[str, Any]],
    shown: Shown | None,
    bibtex: str = "",
    names: KeyNames | None = None,
) -> dict[str, Any]:
    """Return the keys of a new item with their values.

    Args:
        kind: Its kind.
        given: Its fields.
        near: Its neighbours, the nearest first.
        shown: How the site's loops show the list; None where none is known to.
        bibtex: The BibTeX entry that the fields were taken from.
        names: What the keys mean; as the loops print them where left out.

    Raises:
        Refused: There is no key for a field, or the page asks for one that the item cannot have.
    """
    names = names or key_names(shown.keys if shown else None)
    is_source = any(":" in str(record.get("id") or "") for record in near[:_NEAR])
    more = [_SOURCES] if kind == "publications" and is_source else []
    model = typical(near[:_NEAR]) if near else _schema(kind, given, shown)
    plan = fields.plan(kind, model, given, [*near, *more], new=True, names=names)
    sort = sorts.sort_of(given, bibtex) if kind == "publications" else ""
    keep = fields.constant(near[:_NEAR], names)
    keep -= of_another_sort(model, keep, sort)
    item = {key: model[key] for key in model if key in keep and not isinstance(model[key], (dict, list))}
    item |= {key: value for key, value in _blank(model, near[:_NEAR]).items() if key not in plan.set}
    made = _counted(item | plan.set, near)
    return with_required(_sorted(made, near, shown, sort), near, names, sort)


def _counted(item: dict[str, Any], near: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """An item with the next number, where its neighbours have one each, one more than the next's."""
    for key in near[0] if len(near) > _FEW else ():
        numbers = [str(record.get(key)) for record in near[:_NEAR]]
        if not all(number.isdecimal() and len(number) < _DIGITS for number in numbers):
            continue
        if all(int(number) == int(older) + 1 for number, older in pairwise(numbers)):
            number = int(numbers[0]) + 1
            return {**item, key: str(number) if isinstance(near[0][key], str) else number}
    return item


def _sorted(item: dict[str, Any], near: Sequence[dict[str, Any]], shown: Shown | None, sort: str) -> dict[str, Any]:
    """An item with its sort, where the others each have one, by which the pages may pick or sort them.

    Raises:
        Refused: No other is of its sort, and the pages pick entries by what cannot be followed.
    """
    if len(near) <= _FEW:
        return item
    loops = shown.loops if shown else []
    unknown = [
        loop for loop in loops if any(step.name.startswith("where") and not step.key for step in loop.ref.applied)
    ]
    for key in near[0]:
        values = Counter(record.get(key) for record in near if not isinstance(record.get(key), (dict, list)))
        if key in item or not _SORTING.match(key) or None in values or len(values) * 2 > len(near):
            continue
        fits = [value for value, _count in values.most_common() if sort and sorts.named(str(value)) == sort]
        if fits:
            return {**item, key: fits[0]}
        if loops and len(unknown) == len(loops):
            raise Refused(
                _("the pages show an entry by its {key}, which a new one lacks; add it in the file").format(key=key)
            )
    return item


def _blank(model: dict[str, Any], near: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """What all have a key for, though some leave it empty, so that a new one has it, too."""
    blank: dict[str, Any] = {}
    for key in model:
        values = [record.get(key, ...) for record in near]
        if ... not in values and any(value in (None, "", []) for value in values):
            blank[key] = [] if [] in values else None
    return blank


def _schema(kind: str, given: Values, shown: Shown | None) -> dict[str, Any]:
    """The keys of the first item of a list: those that the page prints, else the commonest."""
    keys = shown.keys if shown else None
    if keys is None or not (keys.title or keys.text):
        if kind == "news":
            return {"date": text_in(given, "date"), "headline": "-"}
        return {"title": "-", "authors": "-", "conference": "-", "pdf": "-", "code": "-", "page": "-", "year": 2000}
    order = [
        *keys.title,
        *keys.authors,
        *(keys.venue or keys.left)[:1],
        *keys.date[:1],
        *keys.text[:1],
        *keys.year,
        *keys.links,
    ]
    day = text_in(given, "date") or "2000-01-01"
    return {key: day if key in keys.date else 2000 if key in keys.year else "-" for key in dict.fromkeys(order)}
