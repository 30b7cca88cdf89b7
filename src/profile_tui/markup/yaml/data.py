"""The data that Jekyll gets out of YAML, and what in it is likely to surprise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from profile_tui.markup.yaml.nodes import Node, YamlTree
from profile_tui.markup.yaml.types import Reading, read_plain
from profile_tui.text.catalogue import _
from profile_tui.text.named_tuple import NamedTuple
from profile_tui.text.pattern import lazily

_TEXT_TAG = lazily(r"tag:yaml\.org,2002:str|!(?:str|ruby/string)(?::.*)?")
_HARMLESS_TAG = lazily(r"tag:yaml\.org,2002:(?:str|seq|map)|!str")
_MOST_SHOWN = 60
_NUMBER_AS_WRITTEN = lazily(r"[-+]?(?:[1-9][0-9]*|0)?(?:\.(?:0|[0-9]*[1-9]))?")
_DECIMAL = lazily(r"[-+]?[0-9]*\.[0-9]*")
_NAMES_SOMETHING = lazily(
    r"(?:^|[-_ ])(?:v|ver|version|release|doi|arxiv|eprint|id|isbn|issn|phone|tel|fax|zip|code|number|section)$", re.I
)
"""Keys of numbers that are names: their zeros at the end count, as in `version: 1.10`."""
_LANGUAGE = lazily(r"[a-z]{2}(?:-[A-Za-z]{2,4})?")
_MANY = 5
_CODE = lazily(r"country|nation|lang|locale|code|state|province|region|abbr|iso", re.I)
"""Keys of two letters that may be `NO` or `ON`."""


Pair = tuple[Node | None, Node]
"""A key and its value; no key where the value alone is meant."""


class YamlProblem(NamedTuple):
    """Something in a header that Jekyll reads otherwise than its author is likely to mean.

    Attributes:
        line: The file's 1-based line.
        code: `duplicate-key`, `liquid`, `second-document`, `odd-key`, `odd-value` (read as another type), or
            `fatal-value` (Jekyll drops the whole front matter).
        message: What is wrong and what to do, in one line.
    """

    line: int
    code: str
    message: str


def read_scalar(node: Node) -> Reading:
    """A scalar node as Ruby reads it."""
    if not node.tag:
        return Reading("str", node.value) if node.style else read_plain(node.value)
    if _TEXT_TAG.fullmatch(node.tag):
        return Reading("str", node.value)
    if node.tag.startswith("!ruby/"):
        return Reading("error", node.value)
    return read_plain(node.value)


def is_liquid(node: Node, text: str) -> bool:
    """Whether this map is unquoted Liquid, as in `key: {{ page.title }}`."""
    return node.kind == "map" and node.style == "{" and text.startswith("{{", node.inner)


def has_custom_tag(node: Node) -> bool:
    """Whether a tag gives the node another type than it has by its looks."""
    return bool(node.tag) and not _HARMLESS_TAG.fullmatch(node.tag)


def key_text(node: Node, text: str) -> str:
    """A key as paths name it; a key that isn't a scalar goes by its source."""
    return node.value if node.kind == "scalar" else text[node.start : node.end]


def construct(tree: YamlTree) -> Any:  # noqa: ANN401 - YAML holds anything
    """The document as JSON could hold it: dates, times and symbols as their text, all keys as text.

    A document without any content is an empty map.
    """
    return {} if tree.root is None else _value(tree.root, tree.text, {})


def value_of(node: Node, text: str) -> Any:  # noqa: ANN401
    """The data of one node."""
    return _value(node, text, {})


def _value(node: Node, text: str, value_of: dict[int, Any]) -> Any:  # noqa: ANN401
    """The data of a node; what is anchored is made once."""
    if node.target is not None:
        target = id(node.target)
        return value_of[target] if target in value_of else _value(node.target, text, value_of)
    value: Any
    if node.kind == "scalar":
        value = read_scalar(node).value
    elif node.kind == "list":
        value = [_value(item, text, value_of) for item in node.items]
    elif is_liquid(node, text):
        value = text[node.inner : node.end]
    else:
        value = {}
        for key, item in node.pairs:
            if key.kind == "scalar" and key.value == "<<" and not key.tag and _merge(value, item, text, value_of):
                continue
            value[key_text(key, text)] = _value(item, text, value_of)
    if node.aliased:
        value_of[id(node)] = value
    return value


def _merge(into: dict[str, Any], node: Node, text: str, value_of: dict[int, Any]) -> bool:
    """Merges a `<<` value in, as Ruby does: over keys that are before it. Tells whether there was one to merge."""
    if node.kind == "scalar":
        return False
    value = _value(node, text, value_of)
    if isinstance(value, dict):
        into.update(value)
        return True
    if node.kind == "list" and all(isinstance(item, dict) for item in value):
        for item in reversed(value):
            into.update(item)
        return True
    return False


def problems(tree: YamlTree) -> list[YamlProblem]:
    """What Jekyll is likely to read otherwise than meant, in file order."""
    problems: list[YamlProblem] = []
    if tree.documents > 1:
        message = _("A second YAML document begins within the header; Jekyll reads only the first.")
        problems.append(YamlProblem(tree.first_line, "second-document", message))
    return sorted([*problems, *(problem for problem, _unused in located(tree))])


def located(tree: YamlTree) -> Iterator[tuple[YamlProblem, Pair]]:
    """Yield the problems of nodes: the key and value that one is about; of a duplicate key, those that do not count."""
    if tree.root is not None:
        yield from _node_problems(tree.root, tree, "")


def _node_problems(
    node: Node, tree: YamlTree, key: str, beside: Sequence[Node] = ()
) -> Iterator[tuple[YamlProblem, Pair]]:
    """The problems of a node, which has a key or is one of a list, and of what it holds."""
    if node.kind == "scalar":
        if message := _odd(node, key, beside):
            fatal = read_scalar(node).kind == "error"
            yield YamlProblem(tree.line(node.start), "fatal-value" if fatal else "odd-value", message), (None, node)
    elif node.kind == "list":
        for item in node.items:
            yield from _node_problems(item, tree, key, node.items)
    elif is_liquid(node, tree.text):
        message = _("Liquid does not run in front matter, and without quotes it isn't text; put it in quotes.")
        yield YamlProblem(tree.line(node.start), "liquid", message), (None, node)
    elif node.kind == "map":
        yield from _map_problems(node, tree)


def _map_problems(node: Node, tree: YamlTree) -> Iterator[tuple[YamlProblem, Pair]]:
    """The problems of a map's keys and values."""
    seen: dict[str, tuple[int, Node, Node]] = {}
    for key, value in node.pairs:
        line, name = tree.line(key.start), key_text(key, tree.text)
        if name in seen and name != "<<" and not _same(seen[name][2], value):
            message = _("The key {name} is on line {seen} already; Jekyll takes the last.").format(
                name=name, seen=seen[name][0]
            )
            yield YamlProblem(line, "duplicate-key", message), (seen[name][1], seen[name][2])
        seen[name] = line, key, value
        kind = read_scalar(key).kind if key.kind == "scalar" else "str"
        if kind == "error":
            yield YamlProblem(line, "fatal-value", _fatal(key.value)), (None, key)
        elif kind not in ("str", "int", "symbol") and not (kind == "bool" and _are_codes(node)):
            message = _("Jekyll does not read the key {name} as text; put it in quotes.").format(name=name)
            yield YamlProblem(line, "odd-key", message), (None, key)
        yield from _node_problems(value, tree, name)


def _same(node: Node, other: Node) -> bool:
    """Return whether two values are one text or number, so that it does not matter which of them counts."""
    return node.kind == other.kind == "scalar" and bool(node.value) and read_scalar(node) == read_scalar(other)


def _are_codes(node: Node) -> bool:
    """Return whether a map's keys are codes of languages, among which `no` is Norwegian, as themes have them."""
    return (
        sum(_LANGUAGE.fullmatch(key.value) is not None for key, _unused in node.pairs if key.kind == "scalar") >= _MANY
    )


def _odd(node: Node, key: str, beside: Sequence[Node]) -> str:
    """What is odd about a scalar; empty where nothing is.

    A symbol, as `:x`, is text to the Jekyll that people have; Debian's alone fails on it.
    """
    reading = read_scalar(node)
    text = node.value
    if reading.kind == "error":
        return _fatal(text)
    if not node.plain or node.tag:
        return ""
    if reading.kind == "bool":
        # `comments: Yes` is meant as it is read; `country: NO` and `[en, no]` are not.
        code = text in ("NO", "ON", "no", "on") and _CODE.search(key) is not None
        among_texts = any(read_scalar(neighbour).kind == "str" for neighbour in beside if neighbour.kind == "scalar")
        meant = text.lower() in ("true", "false") or not (code or among_texts)
        read = str(reading.value).lower()
        return (
            ""
            if meant
            else _("Jekyll reads {text} as {read}; put it in quotes if it is a text.").format(text=text, read=read)
        )
    if reading.kind == "float" and _DECIMAL.fullmatch(text) and not _NAMES_SOMETHING.search(key):
        return ""  # 0.50 and 0.5 say the same
    if reading.kind in ("int", "float") and not _NUMBER_AS_WRITTEN.fullmatch(text):
        number = "a number" if reading.value == text else _("the number {value}").format(value=reading.value)
        return _("Jekyll reads {text} as {number}; put it in quotes if it is a text.").format(
            text=_short(text), number=number
        )
    if reading.kind == "str" and re.fullmatch(r"\d{4}-\d{1,2}-\d{1,2}", text):
        return _("The calendar has no day {text}.").format(text=text)
    return ""


def _fatal(text: str) -> str:
    """The message for a value that Ruby refuses to load."""
    return _("Jekyll drops the whole front matter because of {text}; put it in double quotes.").format(
        text=_short(text)
    )


def _short(text: str) -> str:
    """A value as a message can hold it."""
    return text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]}…"
