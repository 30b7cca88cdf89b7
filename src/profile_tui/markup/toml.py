"""TOML, read as data that JSON could hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from profile_tui.text.catalogue import _
from profile_tui.text.errors import AppError

MAX_DEPTH = 100
"""How deep tables and arrays may nest; what goes through the data would exhaust the stack far beyond it."""
_MOST_BITS = 1024
"""Larger numbers become text: Python refuses to write out those of thousands of digits."""


class TomlError(AppError):
    """What is there is not TOML that can be read."""


def read_toml(text: str) -> dict[str, Any]:
    """Return the data of a text, dates and times as their text.

    Raises:
        TomlError: It is not TOML, or nests too deep; the message is a clause without its full stop.
    """
    import tomllib

    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise TomlError(str(error)) from error
    except ValueError as error:  # a number of thousands of digits
        raise TomlError(_("a number is too long")) from error
    except RecursionError:
        raise TomlError(_DEEP) from None
    if _depth(data) > MAX_DEPTH:
        raise TomlError(_DEEP)
    return {key: _plain(value) for key, value in data.items()}


_DEEP = _("tables and arrays nest more than {max_depth} deep").format(max_depth=MAX_DEPTH)


def _depth(data: object) -> int:
    """Return how deep data nests, up to one more than is allowed."""
    depth, level = 0, [data]
    while depth <= MAX_DEPTH and (level := [inner for value in level for inner in _collections(value)]):
        depth += 1
    return depth


def _collections(value: object) -> Iterator[object]:
    """Yield the collections that a collection holds."""
    held = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return (inner for inner in held if isinstance(inner, (dict, list)))


def _plain(value: Any) -> Any:  # noqa: ANN401 - TOML holds anything
    """Return a value with dates, times and endless numbers as text."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, int) and value.bit_length() > _MOST_BITS:
        return hex(value)
    return value if isinstance(value, (str, int, float, bool)) else str(value)
