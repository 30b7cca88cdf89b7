"""YAML that is read for its spans, and edited by splices that touch only the value meant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from profile_tui.markup.yamldata import YamlProblem, construct, foreign_tag, is_liquid, key_text, problems, value_of
from profile_tui.markup.yamlnodes import Node, Tree, YamlError, parse
from profile_tui.text.span import Span

__all__ = ["Path", "YamlDocument", "YamlError", "YamlField", "YamlProblem"]

Path = tuple[str | int, ...]
"""Where a value stands: keys of maps and indexes of lists, from the outermost inwards."""


@dataclass(frozen=True, slots=True)
class YamlField:
    """A value at the end of a path: a scalar, a list of scalars, or something that cannot be edited.

    Attributes:
        path: Where it stands.
        value: Its data.
        kind: `text`, `number`, `bool`, `list`, `null` or `map`.
        span: Its characters, anchor and tag included.
        line: The file's 1-based line.
        editable: Why it cannot be edited; empty where it can.
    """

    path: Path
    value: Any
    kind: str
    span: Span
    line: int
    editable: str


class YamlDocument:
    """A piece of a text that is YAML.

    Attributes:
        text: The whole text; all spans are offsets in it.
        span: The piece.
        data: Its data as Jekyll reads it, with dates and times as their text.
        problems: What Jekyll is likely to read otherwise than meant.
    """

    def __init__(self, tree: Tree) -> None:
        """Made by `read`."""
        self.text = tree.text
        self.span = tree.span
        self.data: Any = construct(tree)
        self.problems: list[YamlProblem] = problems(tree)
        self._tree = tree

    @classmethod
    def read(cls, text: str, span: Span, *, first_line: int = 1) -> YamlDocument:
        """Reads `text[span]`.

        Args:
            text: The whole text.
            span: The part that is YAML; a page's lines between the fences, or all of a data file.
            first_line: The file's 1-based number of the line that `span` begins on.

        Raises:
            YamlError: Jekyll cannot read it.
        """
        return cls(parse(text, span, first_line))

    def fields(self) -> list[YamlField]:
        """Every scalar, list of scalars and value that cannot be edited, in file order."""
        root = self._tree.root
        if root is None:
            return []
        reason = "the header holds a second YAML document" if self._tree.documents > 1 else ""
        return list(self._fields(root, (), reason))

    def _fields(self, node: Node, path: Path, reason: str) -> Iterator[YamlField]:
        """The fields of a node."""
        reason = reason or _reason(node, self.text)
        leaves = node.kind in ("scalar", "alias") or not (node.items or node.pairs) or is_liquid(node, self.text)
        if leaves or (node.kind == "list" and all(item.kind == "scalar" for item in node.items)):
            value = value_of(node, self.text)
            line = self._tree.line(node.inner)
            if not reason:
                reason = next((why for item in node.items if (why := _reason(item, self.text))), "")
            yield YamlField(path, value, _kind(node, value), node.span, line, reason)
            return
        for index, item in enumerate(node.items):
            yield from self._fields(item, (*path, index), reason)
        names = [key_text(key, self.text) for key, _ in node.pairs]
        double = {name for name in names if names.count(name) > 1} if len(set(names)) < len(names) else set()
        for name, (key, value_node) in zip(names, node.pairs, strict=True):
            why = reason or _key_reason(key) or (f"the key {name} stands twice" if name in double else "")
            yield from self._fields(value_node, (*path, name), why)


def _kind(node: Node, value: object) -> str:
    """What a form calls the value."""
    if node.kind == "map":
        return "map"
    kinds: dict[type, str] = {bool: "bool", int: "number", float: "number", list: "list", dict: "map", str: "text"}
    return kinds.get(type(value), "null")


def _reason(node: Node, text: str) -> str:
    """Why a node cannot be edited; empty where it can."""
    if node.kind == "alias":
        return f"it is an alias of the value anchored as {node.value}"
    if node.aliased:
        return f"other places repeat it through its anchor {node.anchor}"
    if is_liquid(node, text):
        return "it is Liquid without quotes"
    if foreign_tag(node):
        return f"its tag {node.tag} gives it another type"
    return ""


def _key_reason(key: Node) -> str:
    """Why the value of a key cannot be edited; empty where it can."""
    if key.kind != "scalar":
        return "its key is not a plain word"
    if key.value == "<<":
        return "it is merged in with <<"
    return ""
