"""New keys and items, written as their neighbours are."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Mapping, Sequence
from typing import TypeVar

from profile_tui.markup.yaml.block_scalars import can_hold, new_block
from profile_tui.markup.yaml.columns import Columns
from profile_tui.markup.yaml.nodes import Node, YamlTree
from profile_tui.markup.yaml.quote import is_date, quote, write_scalar
from profile_tui.markup.yaml.refs import Plain, Scalar, Value, column, dashes
from profile_tui.markup.yaml.types import FORBIDDEN
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused
from profile_tui.text.span import Splice

_S = TypeVar("_S", bound=Scalar)


def plain_value(value: Value) -> Plain:
    """The value as data hold it.

    Raises:
        Refused: A text in it holds a control character.
    """
    if isinstance(value, Mapping):
        return {checked(key): plain_value(item) for key, item in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [plain_value(item) for item in value]
    return checked(value)


def checked(value: _S) -> _S:
    """The scalar, if it holds no control character.

    Raises:
        Refused: It does.
    """
    if isinstance(value, str) and (match := FORBIDDEN.search(value) or re.search("\r", value)):
        raise Refused(_("The text holds the control character U+{ord:04X}; remove it.").format(ord=ord(match[0])))
    return value


def scalar_like(value: Scalar, like: Node | None, *, flow: bool) -> str:
    """A scalar in the quotes of another."""
    if like is None or like.kind != "scalar":
        return write_scalar(value, flow=flow)
    dated = like.plain and is_date(like.value)
    return write_scalar(value, style=like.style, flow=flow, dated=dated)


def after_key(tree: YamlTree, value: Plain, like: Node | None, owner: int, gap: str) -> str:
    """What follows the colon of a key of a block map.

    Args:
        tree: The tree.
        value: The value.
        like: A value to write it like.
        owner: The column of the key.
        gap: The blanks after the colon.
    """
    if value is None:
        return ""
    if isinstance(value, list):
        return _list_after_key(tree, value, like, owner)
    if isinstance(value, dict):
        if not value or (like is not None and like.style == "{"):
            return gap + flow_value(value, like)
        pad = "\n" + " " * (owner + 2)
        return "".join(pad + line for line in pairs_like(tree, value, like, owner + 2))
    if isinstance(value, str) and like is not None and _as_block(value, like):
        return gap + new_block(value, like.style, owner)
    if isinstance(value, str) and "\n" in value.strip("\n") and (like is None or like.plain) and can_hold(value):
        return gap + new_block(value, "|", owner)
    return gap + scalar_like(value, like, flow=False)


def pairs_like(tree: YamlTree, value: dict[str, Plain], like: Node | None, owner: int) -> list[str]:
    """The pairs of a block map, the keys in another map's order; each a text that may run over lines."""
    style = "" if like is None or not like.pairs else like.pairs[0][0].style
    return [pair(tree, key, value[key], model, owner, key_style=style) for key, model in _ordered(value, like)]


def pair(
    tree: YamlTree, key: str, value: Plain, like: Node | None, owner: int, *,
    key_style: str = "", columns: Columns | None = None,
) -> str:  # fmt: skip
    """A key and its value in a block map, padded to its columns."""
    columns = columns or Columns()
    name = write_key(key, style=key_style, flow=False)
    after = after_key(tree, value, like, owner, columns.gap(name))
    return f"{name}{columns.before(name)}:{after}"


def item_like(tree: YamlTree, value: Plain, like: Node | None, dash: int, gap: str) -> str:
    """A block list's item, from its dash on, for a dash in column `dash`; may run over lines."""
    if isinstance(value, dict) and value and not (like is not None and like.style == "{"):
        owner = dash + 1 + len(gap)
        return f"-{gap}" + ("\n" + " " * owner).join(pairs_like(tree, value, like, owner))
    if isinstance(value, str) and like is not None and _as_block(value, like):
        return f"-{gap}{new_block(value, like.style, dash)}"
    if isinstance(value, (dict, list)):
        return f"-{gap}{flow_value(value, like)}"
    return f"-{gap}{scalar_like(value, like, flow=False)}"


def flow_value(value: Plain, like: Node | None) -> str:
    """A value on one line, a map in braces, a list in brackets."""
    if isinstance(value, dict):
        parts = [
            f"{write_key(key, flow=True)}: {flow_value(value[key], model)}" for key, model in _ordered(value, like)
        ]
        return "{" + ", ".join(parts) + "}"
    if isinstance(value, list):
        first = like.items[0] if like is not None and like.items else None
        return "[" + ", ".join(flow_value(item, first) for item in value) + "]"
    return scalar_like(value, like, flow=True)


def write_key(key: str, *, style: str = "", flow: bool) -> str:
    """A key, in quotes where it must be."""
    if key == "<<" or "\n" in key or len(key) > 200:
        raise Refused(_("{key!r} cannot be a key.").format(key=key[:40]))
    return quote(key, style=style if style in ("'", '"') else "", flow=flow)


def insert_lines(tree: YamlTree, at: int, lines: str) -> Splice:
    """Puts whole lines (the last without its line end) before the line that begins at `at`."""
    if at > tree.span.start and tree.text[at - 1] != "\n":
        return Splice.insert(at, f"\n{lines}")
    return Splice.insert(at, f"{lines}\n")


def list_offset(tree: YamlTree) -> int:
    """How far this document indents the dashes of a list under a key."""
    waiting = deque([tree.root] if tree.root is not None else [])
    while waiting:
        node = waiting.popleft()
        for key, value in node.pairs:
            if value.kind == "list" and not value.style and value.items:
                return column(tree, dashes(tree, value)[0]) - column(tree, key.start)
        waiting.extend(child for child in node.children() if child.kind != "scalar")
    return 2


def common_style(values: list[Node]) -> Node | None:
    """One of the text scalars in the quotes that most of them are in; None where most are in none."""
    texts = [node for node in values if node.kind == "scalar" and node.style not in ("|", ">")]
    texts = [node for node in texts if node.style or re.match(r"[^\W\d]", node.value)]
    counts = Counter(node.style for node in texts)
    style, times = counts.most_common(1)[0] if counts else ("", 0)
    return next(node for node in texts if node.style == style) if style and 2 * times > len(texts) else None


def _as_block(value: str, like: Node) -> bool:
    """Whether a text is to be a block scalar as another is."""
    return like.style in ("|", ">") and bool(value) and can_hold(value)


def _ordered(value: dict[str, Plain], like: Node | None) -> list[tuple[str, Node | None]]:
    """The keys of a new map in the order of another's, each with the value there to write it like."""
    model_of = {key.value: model for key, model in (like.pairs if like is not None else []) if key.kind == "scalar"}
    ordered = [key for key in model_of if key in value] + [key for key in value if key not in model_of]
    return [(key, model_of.get(key)) for key in ordered]


def _list_after_key(tree: YamlTree, value: list[Plain], like: Node | None, owner: int) -> str:
    """A list after a key of a block map."""
    if like is None or like.kind != "list":
        like = None if any(isinstance(item, (list, dict)) for item in value) else _first_list(tree)
    if not value or (like is not None and like.style):
        return " " + flow_value(value, like)
    first = like.items[0] if like is not None and like.items else None
    dash = owner + list_offset(tree)
    return "".join(f"\n{' ' * dash}{item_like(tree, item, first, dash, ' ')}" for item in value)


def _first_list(tree: YamlTree) -> Node | None:
    """The first list of scalars of the document."""
    waiting = deque([tree.root] if tree.root is not None else [])
    while waiting:
        node = waiting.popleft()
        if node.kind == "list" and node.items and all(item.kind == "scalar" for item in node.items):
            return node
        waiting.extend(child for child in node.children() if child.kind in ("list", "map"))
    return None
