"""Entries that are maps of keys and values, as in front matter and data files: what the keys mean."""

from __future__ import annotations

from collections.abc import Sequence

from profile_tui.content.entries import dates
from profile_tui.content.entries.entry import Value, Values, text_in
from profile_tui.content.entries.kind import Kind
from profile_tui.content.kinds import kinds
from profile_tui.markup import escape
from profile_tui.site.records import languages, publication_map, timeline
from profile_tui.site.records.key_names import FOR_LAYOUTS, USUAL, KeyNames
from profile_tui.site.records.keyed import Data, first, key_for
from profile_tui.site.records.lookups import as_keys, spelled_out
from profile_tui.site.records.plan import Plan
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused

_SINGLED = {"selected", "published", "pinned", "featured", "highlight", "award"}


def read(kind: str, data: Data, names: KeyNames = USUAL) -> dict[str, Value]:
    """An entry's fields from its keys."""
    data = languages.one(data)
    for key, (_unused, table) in (names.lookups or {}).items():
        data = {**data, key: spelled_out(data[key], table)} if key in data else data
    record = kinds()[kind].record
    if record == "publication":
        return publication_map.read(data, names)
    if record == "timeline":
        return timeline.read(data)
    name, day = first(data, names.texts), first(data, names.dates)
    return {"date": _iso(data[day]) if day else None, "text": str(data[name]).strip() if name else ""}


def _iso(value: object) -> str | None:
    """The date that a value begins with, or holds."""
    date = dates.search(str(value))
    return date.iso if date else None


def plan(kind: str, data: Data, values: Values, like: Sequence[Data], *, new: bool, names: KeyNames = USUAL) -> Plan:
    """What to write to have an entry say some fields.

    Args:
        kind: Its kind.
        data: The entry's own keys; for a new one, those of the model.
        values: The fields.
        like: Its neighbours, for the names of keys that it has not.
        new: Whether it is a new one, which takes no value over.
        names: What the keys mean.

    Raises:
        Refused: Neither it nor a neighbour has a key for a field.
    """
    record = kinds()[kind].record
    own, others = languages.one(data), [languages.one(other) for other in like]
    if record == "timeline":
        made = Plan(set=timeline.plan(own, values, others, new=new))
    elif record == "publication":
        made = publication_map.plan(own, values, others, names, new=new)
    else:
        made = Plan()
        _plan_dated(made, kinds()[kind], own, values, others, names)
    for key, value in made.set.items():
        if not isinstance(value, dict) and any(isinstance(item.get(key), dict) for item in (own, *others)):
            raise Refused(_("{key} holds more than one value here; edit the file's source instead").format(key=key))
    for key, (name, table) in (names.lookups or {}).items():
        if key in made.set:
            made.set[key] = as_keys(made.set[key], name, table)
    made.set = languages.all_of(made.set, (data, *like))
    return made


def _plan_dated(made: Plan, kind: Kind, data: Data, values: Values, like: Sequence[Data], names: KeyNames) -> None:
    """A dated text's keys."""
    if values.get("text") is not None:
        key = key_for(kind.called("text"), names.texts, data, like, names.printed)
        made.set[key] = escape.one_line(text_in(values, "text"))
    if values.get("date"):
        key = key_for(kind.called("date"), names.dates, data, like, names.printed)
        written = [str(item[key]) for item in (data, *like) if item.get(key)]
        shapes = [dates.DateFormat.of(date) for text in written if (date := dates.at(text, 0))]
        found_date = dates.at(written[0], 0) if written else None
        iso = text_in(values, "date")
        made.set[key] = shapes[0].write(iso, shapes) + written[0][found_date.end :] if found_date else iso
    elif "date" in values and (day := first(data, names.dates)):
        made.drop.append(day)


def constant(models: Sequence[Data], names: KeyNames = USUAL) -> set[str]:
    """The keys that say the same in all of some neighbours, and so are likely to in the next."""
    if not models:
        return set()
    own = {*names.own, *USUAL.own, "permalink", "citation", "excerpt", "links"}
    keys = {key for key in models[0] if all(key in item and item[key] == models[0][key] for item in models)}
    # a switch is set for the site's layout to heed; what singles an entry out is not
    flags = {key: value for key, value in models[0].items() if isinstance(value, bool) and key not in _SINGLED}
    switches = {key for key, value in flags.items() if 2 * sum(item.get(key) is value for item in models) > len(models)}
    switches |= {key for key, value in models[0].items() if key in FOR_LAYOUTS and isinstance(value, bool)}
    return {key for key in keys - own if len(models) > 2 or key in FOR_LAYOUTS} | switches
