"""Fields of the profile set and removed on a copy of a site, each change judged by git's difference and by Ruby."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from typing import Any

from benchmarks.sites.copies import Copy, psych
from benchmarks.sites.edits import TOKEN, Tallies, Tally, left, told

Field = dict[str, Any]
_TRIED = (("absent", "add"), ("blank", "edit"), ("filled", "edit"), ("filled", "remove"))
"""The fields that are tried, by their state, and what is done to them."""
_MANY = 3


def measure(copy: Copy) -> Tallies:
    """Sets and removes some fields of each state; nothing where the program has no `profile`."""
    ran = copy.run("profile", "show", "--json")
    if not ran.output.startswith("{"):
        return {}
    found: list[Field] = json.loads(ran.output)["fields"]
    fields = [one for one in found if one["editable"] and not isinstance(one["value"], (list, dict, bool))]
    tallies = {f"profile {action}": Tally() for action in ("add", "add, remove", "edit", "remove")}
    for state, action in _TRIED:
        some = [one for one in fields if one["state"] == state and one["shape"] not in ("list", "choice", "switch")]
        for one in some[:: max(1, len(some) // _MANY)][:_MANY]:
            words = ["remove", one["name"]] if action == "remove" else ["set", "--as-is", one["name"], _value(one)]
            before = _read(copy, one)
            ran = copy.run("profile", *words)
            good = tallies[f"profile {action}"].note(ran, partial(_wrong, copy, one, action, before))
            if good and action == "add":
                ran = copy.run("profile", "remove", one["name"])
                tallies["profile add, remove"].note(ran, partial(left, copy))
            copy.restore()
    return tallies


def _value(one: Field) -> str:
    """A value for a field."""
    return f"https://example.org/{TOKEN}" if "url" in one["shape"] else TOKEN


def _wrong(copy: Copy, one: Field, action: str, before: dict[str, object]) -> str:
    """What is wrong with the change of a field."""
    files = copy.changes()
    if [file.name for file in files] != [one["path"]] or files[0].new or len(files[0].hunks) != 1:
        return f"not one place of its file: {told(files)}"
    own = set(range(one["first_line"], one["last_line"] + 1)) if one["first_line"] else set()
    if not files[0].removed <= own:
        return f"other lines changed: {told(files)}"
    again = json.loads(copy.run("profile", "show", "--json").output)["fields"]
    value = next((field["value"] for field in again if field["name"] == one["name"]), None)
    wanted = None if action == "remove" else _value(one)
    if (value.strip() if isinstance(value, str) else value) != wanted:  # a folded text ends with a newline
        return f"it reads {value!r}"
    after = _read(copy, one)
    differ = [key for key in before.keys() | after.keys() if before.get(key) != after.get(key)]
    return "" if len(differ) == 1 or not after else f"Ruby reads {len(differ)} values otherwise: {sorted(differ)[:4]}"


def _read(copy: Copy, one: Field) -> dict[str, object]:
    """The values of a field's file by their place, as Ruby reads them; nothing where the file is no YAML file."""
    path = copy.folder / one["path"]
    if path.suffix not in (".yml", ".yaml"):
        return {}
    return {key: value for data in psych([path]).values() for key, value in _leaves(data, "") if value is not None}


def _leaves(data: object, at: str) -> Iterator[tuple[str, object]]:
    """The scalars of some data, each with its place."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _leaves(value, f"{at}/{key}")
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _leaves(value, f"{at}/{index}")
    else:
        yield at, data
