"""What the variables of a template stand for while nothing is built: known data, data of a store, or something else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from profile_tui.markup.liquid import expressions
from profile_tui.markup.liquid.expressions import Constant, Filter, Path
from profile_tui.site.bindings.model import EACH, Applied, Print, Ref
from profile_tui.text.dataclass import dataclass, replace


@dataclass(frozen=True, slots=True)
class Known:
    """Data that are known: of the configuration, of a front matter, or written in the template.

    Attributes:
        data: The data.
        ref: Where they come from, if they are of the site.
    """

    data: Any
    ref: Ref | None = None


@dataclass(frozen=True, slots=True)
class Mixed:
    """What cannot be followed.

    Attributes:
        refs: The data of the site that are in it.
    """

    refs: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class Captured:
    """Text that a template put aside, with what it prints."""

    parts: tuple[str | Print, ...]


Value = Known | Ref | Mixed | Captured
UNKNOWN = Mixed()
NOTHING = Known(None)

_LISTS = frozenset(("sort", "sort_natural", "reverse", "where", "where_exp", "slice", "uniq", "compact", "limit"))
_MERGING = frozenset(("concat", "push", "unshift", "map"))
_TEXTS: dict[str, Callable[[str], str]] = {
    "downcase": str.lower,
    "upcase": str.upper,
    "capitalize": str.capitalize,
    "strip": str.strip,
    "escape": str,
    "markdownify": str,
    "relative_url": str,
    "absolute_url": str,
    "strip_html": str,
}


def step_into(value: Value, step: str | int) -> Value:
    """Return what a value holds under a key or an index."""
    if isinstance(value, Ref):
        return _into_ref(value, step)
    if not isinstance(value, Known):
        return Mixed(value.refs) if isinstance(value, Mixed) else UNKNOWN
    ref = value.ref.down(step) if value.ref else None
    if step == "size" and isinstance(value.data, (list, str, dict)):
        return Known(len(value.data))
    if isinstance(value.data, list) and step in ("first", "last"):
        step = 0 if step == "first" else -1
    if isinstance(value.data, list) and isinstance(step, int) and -len(value.data) <= step < len(value.data):
        return _value(value.data[step], ref)
    return _value(value.data.get(step), ref) if isinstance(value.data, dict) else NOTHING


def ref_of(value: Value) -> Ref | None:
    """Return the data of the site that a value stands for; None where it is none."""
    return value if isinstance(value, Ref) else value.ref if isinstance(value, Known) else None


def step_anywhere(value: Value) -> Value:
    """Return what a value holds under a key that is not known: that of any of its items."""
    if isinstance(value, Known) and isinstance(value.data, dict) and value.ref:
        return value.ref.down(EACH).down(1)
    if isinstance(value, Ref) and not value.group:
        return value.down(EACH).down(1)
    return Mixed((value,) if isinstance(value, Ref) else ())


def _value(data: object, ref: Ref | None) -> Value:
    """What some data stand for."""
    return data if isinstance(data, (Known, Ref, Mixed, Captured)) else Known(data, ref)


def _into_ref(ref: Ref, step: str | int) -> Value:
    """What data of a store hold."""
    if ref.origin in ("categories", "tags"):
        return Ref("collection", "posts", applied=(Applied("where", ref.origin, step),))
    if ref.group and ref.steps[-1:] != (EACH,):
        return replace(ref, steps=(*ref.steps, EACH)) if step in ("first", "last") else UNKNOWN
    if ref.group:
        # a group of a list: the list is in its `items`
        inside = replace(ref, steps=ref.steps[:-1], group="")
        if step == "items":
            return inside
        return replace(inside, steps=(*inside.steps, EACH, ref.group), applied=()) if step == "name" else UNKNOWN
    if step == "size":
        return UNKNOWN
    if step in ("first", "last"):
        return replace(ref, steps=(*ref.steps, EACH), applied=())
    return ref.down(step)


def items_of(value: Value) -> Value | list[Value]:
    """Return the items of a list: one by one where they are known, else the one that stands for all."""
    if isinstance(value, Ref):
        return replace(value, steps=(*value.steps, EACH), applied=() if not value.group else value.applied)
    if isinstance(value, Known):
        return _known_items(value)
    return UNKNOWN


def _known_items(value: Known) -> list[Value]:
    """The items of known data; those of a map are pairs."""
    data = value.data
    ref = replace(value.ref, steps=(*value.ref.steps, EACH), applied=()) if value.ref else None
    if isinstance(data, dict):
        return [Known([str(key), inner], ref) for key, inner in data.items()]
    if isinstance(data, list):
        return [_value(item, ref) for item in data]
    return [value] if isinstance(data, str) and data else []


def filtered(value: Value, step: Filter, arguments: Sequence[Value]) -> Value:
    """Return what a filter makes of a value.

    Args:
        value: The value.
        step: The filter.
        arguments: What its arguments stand for.
    """
    if step.name == "default":
        empty = isinstance(value, Known) and value.data in (None, False, "", [], {})
        return arguments[0] if empty and arguments else value
    if isinstance(value, Ref):
        return _filtered_ref(value, step, arguments)
    if isinstance(value, Known):
        known_value = _filtered_known(value, step, arguments)
        return value.ref if known_value == UNKNOWN and value.ref else known_value
    if isinstance(value, Mixed):
        return Mixed((*value.refs, *_refs(arguments)))
    return value if step.name in _TEXTS else UNKNOWN


def _refs(values: Sequence[Value]) -> tuple[Ref, ...]:
    """The data of the site among some values."""
    refs: list[Ref] = []
    for value in values:
        if isinstance(value, Ref):
            refs.append(value)
        elif isinstance(value, Mixed):
            refs += value.refs
        elif isinstance(value, Known) and value.ref:
            refs.append(value.ref)
    return tuple(refs)


def _filtered_ref(ref: Ref, step: Filter, arguments: Sequence[Value]) -> Value:
    """What a filter makes of a store's list, or of a value in it."""
    name = step.name
    first = _text(arguments[0]) if arguments else ""
    if name in ("group_by", "group_by_exp"):
        key = first if name == "group_by" else _key_of(first, step)
        return replace(ref, group=key or "?")
    if name in _LISTS:
        return replace(ref, applied=(*ref.applied, _applied(step, first, arguments)))
    if name in ("first", "last", "sample"):
        return replace(ref, steps=(*ref.steps, EACH), applied=())
    if name in _MERGING:
        return Mixed((ref, *_refs(arguments)))
    if name == "size":
        return UNKNOWN
    return ref  # a filter of text prints the same value in another form


def _applied(step: Filter, first: str, arguments: Sequence[Value]) -> Applied:
    """A filter of a list, with the key that it goes by."""
    if step.name == "where":
        second = arguments[1] if len(arguments) > 1 else NOTHING
        return Applied("where", first, second.data if isinstance(second, Known) else None)
    if step.name == "where_exp":
        return _by_expression(step, arguments)
    return Applied(step.name, first)


def _by_expression(step: Filter, arguments: Sequence[Value]) -> Applied:
    """A filter by an expression; without a key where it isn't a single comparison with a text."""
    words = _text(arguments[1]) if len(arguments) > 1 else ""
    parts = expressions.condition(words)
    if len(parts) != 1 or not isinstance(parts[0].left, Path) or parts[0].operator not in ("", "==", "contains"):
        return Applied("where_exp", words)
    key = ".".join(parts[0].left.dotted.split(".")[1:])
    right = parts[0].right
    value = True if right is None else right.value if isinstance(right, Constant) else None
    return Applied("where", key, value)


def _key_of(words: str, step: Filter) -> str:
    """The key that a grouping expression goes by."""
    second = step.arguments[1] if len(step.arguments) > 1 else None
    words = str(second.value) if isinstance(second, Constant) else words
    key = expressions.expression(words).value
    return key.dotted.partition(".")[2] if isinstance(key, Path) else ""


def _text(value: Value) -> str:
    """The text of a value that is known."""
    return str(value.data) if isinstance(value, Known) and isinstance(value.data, (str, int, float)) else ""


def _filtered_known(value: Known, step: Filter, arguments: Sequence[Value]) -> Value:
    """What a filter makes of known data."""
    name, data = step.name, value.data
    if name in _MERGING and _refs(arguments):
        return Mixed(_refs((value, *arguments)))
    if isinstance(data, list):
        return _filtered_list(value, data, name, _text(arguments[0]) if arguments else "", arguments)
    if isinstance(data, str) or name in ("append", "prepend"):
        return _filtered_text("" if data is None else str(data), name, [_text(argument) for argument in arguments])
    if name in _LISTS and isinstance(data, dict):
        return value
    return NOTHING if data is None else UNKNOWN


def _filtered_text(text: str, name: str, arguments: Sequence[str]) -> Value:
    """What a filter makes of a text."""
    first, second = (*arguments, "", "")[:2]
    if name == "split":
        return Known([part for part in text.split(first or None) if part] if text else [])
    if name in ("append", "prepend"):
        return Known(text + first if name == "append" else first + text)
    if name in ("replace", "remove"):
        return Known(text.replace(first, second))
    if name == "slugify":
        return Known("-".join(text.lower().split()))
    return Known(_TEXTS[name](text)) if name in _TEXTS else UNKNOWN


def _filtered_list(value: Known, data: list[Any], name: str, first: str, arguments: Sequence[Value]) -> Value:
    """What a filter makes of a list that is known."""
    ref = value.ref
    if name == "reverse":
        return Known(data[::-1], ref)
    if name in ("sort", "sort_natural", "uniq", "compact"):
        return value
    if name == "where" and ref:
        wanted = arguments[1].data if len(arguments) > 1 and isinstance(arguments[1], Known) else None
        rest = [item for item in data if isinstance(item, dict) and item.get(first) == wanted]
        return Known(rest, replace(ref, applied=(*ref.applied, Applied("where", first, wanted))))
    if name == "join":
        return Known(first.join(map(str, data)))
    if name in ("first", "last"):
        return step_into(value, name)
    if name == "size":
        return Known(len(data))
    if name == "push" and arguments and isinstance(arguments[0], Known):
        return Known([*data, arguments[0].data])
    return Mixed((ref,) if ref else ())
