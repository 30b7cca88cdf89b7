"""The keys of a new item of a list: those that most of its neighbours have, and what the page asks for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from profile_tui.content.entries.entry import Values
from profile_tui.content.publications import sorts
from profile_tui.site.bindings.roles import Shown
from profile_tui.site.records import fields
from profile_tui.site.records.key_names import KeyNames, key_names
from profile_tui.site.records.keyed import of_another_sort, typical, with_required

_NEAR = 6
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
    is_source = any(":" in str(one.get("id") or "") for one in near[:_NEAR])
    more = [_SOURCES] if kind == "publications" and is_source else []
    model = typical(near[:_NEAR]) if near else _schema(kind, given, shown)
    plan = fields.plan(kind, model, given, [*near, *more], new=True, names=names)
    sort = sorts.sort_of(given, bibtex) if kind == "publications" else ""
    keep = fields.constant(near[:_NEAR], names)
    keep -= of_another_sort(model, keep, sort)
    item = {key: model[key] for key in model if key in keep and not isinstance(model[key], (dict, list))}
    item |= {key: value for key, value in _blank(model, near[:_NEAR]).items() if key not in plan.set}
    return with_required(item | plan.set, near, names, sort)


def _blank(model: dict[str, Any], near: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """What all have a key for, though some leave it empty, so that a new one has it, too."""
    blank: dict[str, Any] = {}
    for key in model:
        values = [one.get(key, ...) for one in near]
        if ... not in values and any(value in (None, "", []) for value in values):
            blank[key] = [] if [] in values else None
    return blank


def _schema(kind: str, given: Values, shown: Shown | None) -> dict[str, Any]:
    """The keys of the first item of a list: those that the page prints, else the commonest."""
    found = shown.keys if shown else None
    if found is None or not (found.title or found.text):
        if kind == "news":
            return {"date": str(given.get("date") or ""), "headline": "-"}
        return {"title": "-", "authors": "-", "conference": "-", "pdf": "-", "code": "-", "page": "-", "year": 2000}
    order = [
        *found.title,
        *found.authors,
        *found.venue[:1],
        *found.date[:1],
        *found.text[:1],
        *found.year,
        *found.links,
    ]
    day = str(given.get("date") or "2000-01-01")
    return {key: day if key in found.date else 2000 if key in found.year else "-" for key in dict.fromkeys(order)}
