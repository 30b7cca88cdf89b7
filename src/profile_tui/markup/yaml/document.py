"""YAML that is read for its spans, and edited by splices that touch only the value meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any, Self

from profile_tui.markup.yaml import lists, maps
from profile_tui.markup.yaml.data import YamlProblem, construct, is_liquid, key_text, problems, value_of
from profile_tui.markup.yaml.nodes import Node, YamlError, YamlTree, parse
from profile_tui.markup.yaml.refs import (
    Path,
    Plain,
    Scalar,
    Value,
    comments,
    key_reason,
    line_after,
    line_start,
    locate,
    reason_against,
)
from profile_tui.markup.yaml.write import checked, plain_value
from profile_tui.text.catalogue import _
from profile_tui.text.dataclass import dataclass
from profile_tui.text.errors import Refused
from profile_tui.text.span import Span, Splice, spliced

__all__ = ["Path", "Scalar", "Value", "YamlDocument", "YamlError", "YamlField", "YamlProblem"]


@dataclass(frozen=True, slots=True)
class YamlField:
    """A value at the end of a path: a scalar, a list of scalars, or something that cannot be edited.

    Attributes:
        path: Where it is.
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

    Its editing methods return splices of the whole text. Each has read the result again before it returns: the data
    are those intended and no comment is gone, or the edit is refused.

    Attributes:
        text: The whole text; all spans are offsets in it.
        span: The piece.
    """

    def __init__(self, tree: YamlTree) -> None:
        """Made by `read`."""
        self.text = tree.text
        self.span = tree.span
        self._tree = tree

    @classmethod
    def read(cls, text: str, span: Span, *, first_line: int = 1) -> Self:
        """Reads `text[span]`.

        Args:
            text: The whole text.
            span: The part that is YAML; a page's lines between the fences, or all of a data file.
            first_line: The file's 1-based number of the line that `span` begins on.

        Raises:
            YamlError: Jekyll cannot read it.
        """
        return cls(parse(text, span, first_line))

    @cached_property
    def data(self) -> Any:  # noqa: ANN401 - YAML holds anything
        """The data as Jekyll reads them; dates, times and keys as their text, nothing at all as an empty map."""
        return construct(self._tree)

    @cached_property
    def problems(self) -> list[YamlProblem]:
        """What Jekyll is likely to read otherwise than meant, in file order."""
        return problems(self._tree)

    def fields(self) -> list[YamlField]:
        """Every scalar, list of scalars and value that cannot be edited, in file order."""
        root = self._tree.root
        if root is None:
            return []
        reason = _("a second YAML document follows this one") if self._tree.documents > 1 else ""
        return list(self._fields(root, (), reason))

    def spliced(self, splices: list[Splice]) -> Self:
        """The document after splices within it.

        Raises:
            YamlError: It is YAML no more.
        """
        text = spliced(self.text, splices)
        span = Span(self.span.start, self.span.end + len(text) - len(self.text))
        return type(self)(parse(text, span, self._tree.first_line))

    def key_lines(self, path: Path) -> Span:
        """The whole lines of a key and its value.

        Raises:
            Refused: There is no such key, or it is twice.
        """
        ref = locate(self._tree, tuple(path), whatever=True)
        start = ref.key.start if ref.key else ref.node.start
        return Span(line_start(self._tree, start), line_after(self._tree, ref.node))

    def item_lines(self, path_of_list: Path) -> list[Span]:
        """The whole lines of each item of a block list, from its dash on; of a list in brackets, each item's span.

        Raises:
            Refused: There is no such list, or it cannot be edited.
        """
        return lists.item_lines(self._tree, tuple(path_of_list))

    def quoting(self, code: str) -> list[Splice]:
        """The splices that quote what problems of a code are about; see `mend.quoting`."""
        from profile_tui.markup.yaml.mend import quoting

        return quoting(self._tree, code)

    def without_doubles(self) -> list[Splice]:
        """The splices that take away keys that do not count; see `mend.without_doubles`."""
        from profile_tui.markup.yaml.mend import without_doubles

        return without_doubles(self._tree)

    def set(self, path: Path, value: Scalar) -> list[Splice]:
        """Puts another scalar in the place of one.

        Its quotes stay where they hold the new value, as do its anchor and its comment; a block text stays one. A date
        without quotes stays without where the new value is one too.

        Returns:
            The splices; none where the value is what is there.

        Raises:
            Refused: There is no such scalar, or it cannot be edited without touching something else.
        """
        path, value = tuple(path), checked(value)
        return self._checked(
            self._to_set(path, value),
            lambda: _changed(self.data, path, lambda holder, at: _put(holder, at, value)) if path else value,
        )

    def add_key(
        self, path_of_map: Path, key: str, value: Value, after: str | None = None, *, at: int | None = None
    ) -> list[Splice]:
        """Adds a key, written as its neighbours are: in their quotes, and padded to their columns.

        Args:
            path_of_map: The map; `()` for the outermost.
            key: The key.
            value: A scalar, a list of scalars, or a map of both.
            after: The key to be after; None for the end of the map.
            at: Where a line of the map begins, for the key to be before it; no matter after which key that is.

        Raises:
            Refused: There is no such map, it has the key, or it cannot be edited.
        """
        path, plain = (*path_of_map, checked(key)), plain_value(value)
        return self._checked(
            self._to_add(path[:-1], key, plain, after, at),
            lambda: _changed(self.data, path, lambda holder, at: _put(holder, at, plain)),
        )

    def remove_key(self, path: Path, *, nothing: bool = False) -> list[Splice]:
        """Removes a key with its lines; comments on lines of their own around it stay.

        Args:
            path: Where it is.
            nothing: Whether a map that was left without keys becomes nothing, rather than `{}`.

        Raises:
            Refused: There is no such key, or it cannot go without touching something else.
        """
        path = tuple(path)
        return self._checked(
            self._to_drop(path, nothing=nothing),
            lambda: _removed(self.data, path, nothing=nothing),
            removing=True,
        )

    def insert_item(self, path_of_list: Path, index: int, value: Value) -> list[Splice]:
        """Inserts an item into a list, written as its neighbour is.

        Args:
            path_of_list: The list; `()` for an outermost one.
            index: Where it is to be; the length of the list puts it last.
            value: A scalar or a map, whose keys take the neighbour's order.

        Raises:
            Refused: There is no such list or place, or it cannot be edited.
        """
        path = (*path_of_list, index)
        plain = self._as_beside(path, plain_value(value))
        return self._checked(
            self._to_insert(path[:-1], index, plain),
            lambda: _changed(self.data, path, lambda holder, at: holder.insert(at, plain), empty=list),
        )

    def remove_item(self, path: Path) -> list[Splice]:
        """Removes an item of a list.

        Raises:
            Refused: There is no such item, or it cannot go without touching something else.
        """
        path = tuple(path)
        return self._checked(
            self._to_remove(path),
            lambda: _changed(self.data, path, lambda holder, at: holder.pop(at)),
            removing=True,
        )

    def move_item(self, path: Path, to: int) -> list[Splice]:
        """Moves an item of a list to the place `to`, byte for byte.

        Raises:
            Refused: There is no such item or place, or it cannot be moved.
        """
        path = tuple(path)
        return self._checked(
            lists.move_item(self._tree, path, to),
            lambda: _changed(self.data, path, lambda holder, at: holder.insert(to, holder.pop(at))),
        )

    def _to_set(self, path: Path, value: Scalar) -> list[Splice]:
        """What puts another scalar in the place of one."""
        return maps.set_scalar(self._tree, path, value)

    def _to_add(self, path_of_map: Path, key: str, value: Plain, after: str | None, at: int | None) -> list[Splice]:
        """What adds a key."""
        return maps.add_key(self._tree, path_of_map, key, value, after, at)

    def _to_drop(self, path: Path, *, nothing: bool) -> list[Splice]:
        """What removes a key."""
        return maps.remove_key(self._tree, path, nothing=nothing)

    def _as_beside(self, path: Path, value: Plain) -> Plain:
        """The value of a new item, with what is empty in it as its neighbour has that."""
        return value

    def _to_insert(self, path_of_list: Path, index: int, value: Plain) -> list[Splice]:
        """What inserts an item."""
        return lists.insert_item(self._tree, path_of_list, index, value)

    def _to_remove(self, path: Path) -> list[Splice]:
        """What removes an item."""
        return lists.remove_item(self._tree, path)

    def _checked(self, splices: list[Splice], intended: Callable[[], Any], *, removing: bool = False) -> list[Splice]:
        """The splices, once the text they make has been read again and found to be what was intended."""
        if not splices:
            return []
        try:
            tree = self.spliced(splices)._tree
        except YamlError as error:
            raise Refused(
                _("The change would break the YAML: {message}").format(message=error.message), line=error.line
            ) from error
        if not _same(construct(tree), intended()):
            raise Refused(_("The change would alter more than this value; edit it as text."))
        before, after = Counter(comments(self._tree)), Counter(comments(tree))
        if after - before or (before - after and not removing):
            raise Refused(_("The change would lose a comment or make one; edit it as text."))
        return splices

    def _fields(self, node: Node, path: Path, reason: str) -> Iterator[YamlField]:
        """The fields of a node."""
        reason = reason or reason_against(node, self.text)
        leaf = node.kind in ("scalar", "alias") or not (node.items or node.pairs) or is_liquid(node, self.text)
        if leaf or (node.kind == "list" and all(item.kind == "scalar" for item in node.items)):
            value = value_of(node, self.text)
            inner = (why for item in node.items if (why := reason_against(item, self.text)))
            line = self._tree.line(node.inner)
            yield YamlField(path, value, _kind(node, value), node.span, line, reason or next(inner, ""))
            return
        for index, item in enumerate(node.items):
            yield from self._fields(item, (*path, index), reason)
        names = [key_text(key, self.text) for key, _unused in node.pairs]
        times = Counter(names)
        for name, (key, value_node) in zip(names, node.pairs, strict=True):
            why = (
                reason
                or key_reason(key)
                or (_("the key {name} is there twice").format(name=name) if times[name] > 1 else "")
            )
            yield from self._fields(value_node, (*path, name), why)


def _kind(node: Node, value: object) -> str:
    """What a form calls the value."""
    if node.kind == "map":
        return "map"
    kinds: dict[type, str] = {bool: "bool", int: "number", float: "number", list: "list", dict: "map", str: "text"}
    return kinds.get(type(value), "null")


def _changed(data: Any, path: Path, change: Callable[[Any, Any], object], empty: type = dict) -> Any:  # noqa: ANN401
    """The data with the collection that holds the end of `path` changed; only what lies on the path is copied."""
    root: Any = data
    holder: Any = None
    at: str | int = ""
    for depth, step in enumerate(path, 1):
        inner = root if holder is None else holder[at]
        # Nothing becomes the collection that the change makes of it.
        copy = inner.copy() if inner else empty() if depth == len(path) else {}
        if holder is None:
            root = copy
        else:
            holder[at] = copy
        holder, at = copy, step
    change(holder, at)
    return root


def _removed(data: Any, path: Path, *, nothing: bool) -> Any:  # noqa: ANN401
    """The data without a key; with `nothing`, a map that held only that is nothing then."""
    if nothing and len(path) > 1:
        holder = data
        for step in path[:-1]:
            holder = holder[step]
        if len(holder) == 1:
            return _changed(data, path[:-1], lambda outer, at: _put(outer, at, None))
    return _changed(data, path, lambda holder, at: holder.pop(at))


def _put(holder: Any, at: str | int, value: object) -> None:  # noqa: ANN401
    """Sets an entry; `lambda` cannot."""
    holder[at] = value


def _same(first: object, second: object) -> bool:
    """Whether two data are equal in their types too: to Python 1, 1.0 and True are the same."""
    if type(first) is not type(second):
        return False
    if isinstance(first, dict) and isinstance(second, dict):
        return first.keys() == second.keys() and all(_same(value, second[key]) for key, value in first.items())
    if isinstance(first, list) and isinstance(second, list):
        return len(first) == len(second) and all(map(_same, first, second))
    return first == second or (isinstance(first, float) and repr(first) == repr(second))
