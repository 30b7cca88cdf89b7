"""What patterns are compiled to, as data: who has it from an earlier run compiles nothing, a third of a short command.

`re` has no public way for that. What it compiles to is its own affair, so data of another Python is not taken, and
whatever it refuses is compiled as usual.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from importlib import import_module
from typing import Any

from profile_tui.text.named_tuple import NamedTuple

Key = tuple[str, int]
"""An expression and its flags."""
_MOST = 1000
"""How many patterns are kept; the program has fewer, but those of its earlier versions are there, too."""


class Compiled(NamedTuple):
    """A pattern, compiled.

    Attributes:
        flags: Its flags, those that it has in itself among them.
        code: What it is compiled to.
        groups: How many groups it has.
        names: The numbers of those that have names.
    """

    flags: int
    code: bytes
    groups: int
    names: dict[str, int]


_known: dict[Key, tuple[Any, ...]] = {}
_used: dict[Key, tuple[Any, ...]] = {}
_is_kept = False


def python() -> str:
    """Return what the data belongs to."""
    return f"{sys.version} {getattr(import_module('_sre'), 'MAGIC', '')}"


def begin(known: Mapping[Key, tuple[Any, ...]]) -> None:
    """Take what earlier runs compiled, and note what is compiled from now on."""
    global _is_kept
    _known.update(known)
    _is_kept = True


def new() -> dict[Key, tuple[Any, ...]] | None:
    """Return all that is to be kept; None where nothing was compiled that was not known."""
    if not _used.keys() - _known.keys():
        return None
    return {**(_known if len(_known) + len(_used) <= _MOST else {}), **_used}


def pattern(source: str, flags: int) -> re.Pattern[str]:
    """Return a pattern, from what is known or compiled."""
    if not _is_kept:
        return re.compile(source, flags)
    key = (source, flags)
    try:
        code = _known.get(key) or tuple(compiled(source, flags))
        made = restored(source, Compiled(*code))
    except (AttributeError, ImportError, LookupError, OverflowError, RuntimeError, TypeError, ValueError):
        return re.compile(source, flags)
    _used[key] = code
    return made


def compiled(source: str, flags: int) -> Compiled:
    """Return what a pattern is compiled to, as `re.compile` does it.

    Raises:
        AttributeError: This Python does it otherwise; so the other errors that `pattern` knows.
    """
    from array import array

    parser, compiler = import_module("re._parser"), import_module("re._compiler")
    tree = parser.parse(source, flags)
    state = tree.state
    code = array("I", compiler._code(tree, flags))
    return Compiled(flags | state.flags, code.tobytes(), state.groups - 1, dict(state.groupdict))


def restored(source: str, data: Compiled) -> re.Pattern[str]:
    """Return the pattern that something is what it was compiled to; `re` checks that it may be."""
    names: list[str | None] = [None] * (data.groups + 1)
    for name, number in data.names.items():
        names[number] = name
    code = memoryview(data.code).cast("I").tolist()
    made: re.Pattern[str] = import_module("_sre").compile(
        source, data.flags, code, data.groups, data.names, tuple(names)
    )
    return made
