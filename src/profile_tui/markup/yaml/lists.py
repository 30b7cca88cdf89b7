"""The splices that insert, remove and move the items of lists."""

from __future__ import annotations

from profile_tui.markup.yaml.data import read_scalar
from profile_tui.markup.yaml.maps import colon_of, flow_part, open_block
from profile_tui.markup.yaml.nodes import Node, YamlTree
from profile_tui.markup.yaml.refs import (
    Path,
    Plain,
    YamlRef,
    column,
    dashes,
    find_node,
    is_blank,
    line_after,
    line_start,
    locate,
    name_of,
    whole_lines,
)
from profile_tui.markup.yaml.write import flow_value, insert_lines, item_like, list_offset
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused
from profile_tui.text.span import Span, Splice


def item_lines(tree: YamlTree, path: Path) -> list[Span]:
    """The lines of each item of a list."""
    node = find_node(tree, path)
    if node is None or node.kind != "list":
        line = tree.line(node.start) if node else tree.first_line
        raise Refused(
            _("{name_of} isn't a list with lines of its own; edit it as text.").format(name_of=name_of(path)), line=line
        )
    if node.style:
        return [item.span for item in node.items]
    marks = dashes(tree, node)
    return [Span(line_start(tree, dash), line_after(tree, item)) for dash, item in zip(marks, node.items, strict=True)]


def insert_item(tree: YamlTree, path: Path, index: int, value: Plain) -> list[Splice]:
    """Puts an item before the one at `index`, or at the end."""
    if tree.root is None and not path and index == 0:
        return [insert_lines(tree, tree.end, item_like(tree, value, None, 0, " "))]
    ref = locate(tree, path)
    node = ref.node
    if node.kind == "scalar" and read_scalar(node).kind == "null" and index == 0:
        owner = (column(tree, ref.key.start) if ref.key else 0) + list_offset(tree)
        return open_block(tree, ref, [item_like(tree, value, None, owner, " ")], owner)
    if node.kind != "list":
        raise Refused(
            _("{name_of} isn't a list; edit it as text.").format(name_of=name_of(path)), line=tree.line(node.start)
        )
    if not 0 <= index <= len(node.items):
        raise Refused(
            _("{name_of} has {count} items; there is no place {index}.").format(
                name_of=name_of(path), count=len(node.items), index=index
            )
        )
    if not node.items and isinstance(value, dict) and not ref.flow and ref.key is not None:
        return _first_of_block(tree, ref, value)
    if node.style:
        return [_insert_in_flow(tree, node, index, value)]
    return [_insert_in_block(tree, node, index, value)]


def remove_item(tree: YamlTree, path: Path) -> list[Splice]:
    """Removes an item, with the blank lines that set it apart."""
    ref = locate(tree, path, whatever=True)
    parent = _list_around(tree, ref)
    if parent.style:
        return [Splice.delete(flow_part(tree, [item.span for item in parent.items], ref.index))]
    marks = dashes(tree, parent)
    dash, end = marks[ref.index], line_after(tree, ref.node)
    start = line_start(tree, dash)
    if not is_blank(tree.text[start:dash]):
        return [Splice.delete(_beside_dash(tree, marks, end))]
    if len(marks) == 1:
        return _remove_only(tree, path, Span(start, end))
    # An insertion puts the distance before the new item, but for the first: what goes is what such an item brought.
    if ref.index == 0:
        following = line_start(tree, marks[1])
        return [Splice.delete(Span(start, following if is_blank(tree.text[end:following]) else end))]
    before = line_after(tree, parent.items[ref.index - 1])
    start = before if is_blank(tree.text[before:start]) else start
    return [Splice.delete(whole_lines(tree, start, end))]


def move_item(tree: YamlTree, path: Path, to: int) -> list[Splice]:
    """Moves an item to the place `to`; what is between items stays."""
    ref = locate(tree, path)
    parent = _list_around(tree, ref)
    if not 0 <= to < len(parent.items):
        raise Refused(
            _("{name_of} has {count} items; there is no place {to}.").format(
                name_of=name_of(path[:-1]), count=len(parent.items), to=to
            )
        )
    if to == ref.index:
        return []
    order = list(range(len(parent.items)))
    order.insert(to, order.pop(ref.index))
    spans = [item.span for item in parent.items] if parent.style else _entries(tree, parent)
    return [Splice(spans[at], spans[source]) for at, source in enumerate(order) if at != source]


def _list_around(tree: YamlTree, ref: YamlRef) -> Node:
    """The list that an item is in."""
    if ref.parent is None or ref.parent.kind != "list":
        raise Refused(
            _("{name_of} isn't an item of a list; edit it as text.").format(name_of=name_of(ref.path)),
            line=tree.line(ref.node.start),
        )
    return ref.parent


def _beside_dash(tree: YamlTree, marks: list[int], end: int) -> Span:
    """The first item of a list that is after a dash, up to the next, which takes its place there."""
    if len(marks) == 1:
        raise Refused(_("The outer list's item holds nothing else; remove that item."), line=tree.line(marks[0]))
    if not is_blank(tree.text[end : marks[1]]):
        raise Refused(_("A comment is between this item and the next; remove it as text."), line=tree.line(marks[0]))
    return Span(marks[0], marks[1])


def _insert_in_block(tree: YamlTree, node: Node, index: int, value: Plain) -> Splice:
    """A line more in a block list."""
    marks = dashes(tree, node)
    beside = min(index, len(marks) - 1)
    like, indent = node.items[beside], column(tree, marks[beside])
    gap = tree.text[marks[beside] + 1 : like.start]
    text = item_like(tree, value, like, indent, gap if gap and not gap.strip(" ") else " ")
    distance = _distance(tree, node, marks, index)
    if index == 0:
        start = line_start(tree, marks[0])
        if is_blank(tree.text[start : marks[0]]):
            return Splice.insert(start, " " * indent + text + "\n" + distance)
        return Splice.insert(marks[0], text + "\n" + distance + " " * indent)
    return insert_lines(tree, line_after(tree, node.items[index - 1]), distance + " " * indent + text)


def _distance(tree: YamlTree, node: Node, marks: list[int], index: int) -> str:
    """The blank lines that this list has between the items around `index`."""
    if len(marks) < 2:
        return ""
    after = min(max(index, 1), len(marks) - 1)
    between = tree.text[line_after(tree, node.items[after - 1]) : line_start(tree, marks[after])]
    return "\n" * between.count("\n") if is_blank(between) else ""


def _insert_in_flow(tree: YamlTree, node: Node, index: int, value: Plain) -> Splice:
    """An item more in brackets."""
    like = node.items[min(index, len(node.items) - 1)] if node.items else None
    text = flow_value(value, like)
    if like is None:
        return Splice.insert(node.inner + 1, text)
    gap = tree.text[node.items[0].end : node.items[1].start] if len(node.items) > 1 else ", "
    gap = gap if gap.strip(" \n") == "," else ", "
    if index == 0:
        return Splice.insert(node.items[0].start, text + gap)
    return Splice.insert(node.items[index - 1].end, gap + text)


def _first_of_block(tree: YamlTree, ref: YamlRef, value: Plain) -> list[Splice]:
    """Makes the `[]` of a key a block list whose first item is a map."""
    owner = column(tree, ref.key.start if ref.key else 0) + list_offset(tree)
    text = " " * owner + item_like(tree, value, None, owner, " ")
    brackets = Span(colon_of(tree, ref) + 1, ref.node.end)
    return [Splice.delete(brackets), insert_lines(tree, line_after(tree, ref.node), text)]


def _remove_only(tree: YamlTree, path: Path, lines: Span) -> list[Splice]:
    """Removes the only item; the list stays, empty."""
    owner = locate(tree, path[:-1])
    if owner.parent is None:
        empty = "[]\n" if tree.text[lines.start : lines.end].endswith("\n") else "[]"
        return [Splice(lines, empty)]
    return [Splice.insert(colon_of(tree, owner) + 1, " []"), Splice.delete(lines)]


def _entries(tree: YamlTree, node: Node) -> list[Span]:
    """What moves with each item of a block list: its lines, and comment lines right above it but for the first."""
    marks = dashes(tree, node)
    spans: list[Span] = []
    for index, (dash, item) in enumerate(zip(marks, node.items, strict=True)):
        indent, start = column(tree, dash), dash
        while index and (above := line_start(tree, line_start(tree, start) - 1)) >= spans[-1].end:
            if not tree.text.startswith("#", above + indent) or not is_blank(tree.text[above : above + indent]):
                break
            start = above + indent
        spans.append(Span(start, line_after(tree, item)))
    if tree.text[spans[-1].end - 1] != "\n":
        # The last line has no end: every item then leaves its own in place.
        spans = [Span(span.start, span.end - (tree.text[span.end - 1] == "\n")) for span in spans]
    return spans
