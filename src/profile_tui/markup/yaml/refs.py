"""Where in a text the nodes of a YAML tree and the lines that belong to them are."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from profile_tui.markup.yaml.data import has_custom_tag, is_liquid, key_text
from profile_tui.markup.yaml.nodes import Node, YamlTree
from profile_tui.text.catalogue import _
from profile_tui.text.dataclass import dataclass
from profile_tui.text.errors import Refused
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span

Path = tuple[str | int, ...]
"""Where a value is: keys of maps and indexes of lists, from the outermost inwards."""

Scalar = str | int | float | bool | None
Value: TypeAlias = "Scalar | Sequence[Value] | Mapping[str, Value]"
"""What can be written: a scalar, a list, or a map."""

Plain: TypeAlias = "Scalar | list[Plain] | dict[str, Plain]"
"""The same as data hold it."""

# \s would match Unicode blanks too, which YAML takes for text.
_BLANKS_AND_COMMENTS = lazily(r"(?:[ \t\n]++|#[^\n]*+)*+")
_BLANK = lazily(r"[ \t\n]*+")


@dataclass(frozen=True, slots=True)
class YamlRef:
    """A node and what it is in.

    Attributes:
        path: Where it is.
        node: The node.
        parent: The collection that holds it; None for the outermost.
        index: Which of the parent's items or pairs it is.
        flow: Whether it is within `[ ]` or `{ }`.
    """

    path: Path
    node: Node
    parent: Node | None
    index: int
    flow: bool

    @property
    def key(self) -> Node | None:
        """The key of a value in a map."""
        return self.parent.pairs[self.index][0] if self.parent and self.parent.kind == "map" else None


def name_of(path: Path) -> str:
    """A path in words, as `links[0].url`."""
    words = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return words.removeprefix(".") or _("the header")


def reason_against(node: Node, text: str) -> str:
    """Why a node cannot be edited; empty where it can."""
    if node.kind == "alias":
        return _("it is an alias of the value anchored as {value}").format(value=node.value)
    if node.aliased:
        return _("other places use it through its anchor {anchor}").format(anchor=node.anchor)
    if is_liquid(node, text):
        return _("it is Liquid without quotes")
    if has_custom_tag(node):
        return _("its tag {short_tag} gives it another type").format(short_tag=short_tag(node))
    return ""


def short_tag(node: Node) -> str:
    """A tag as it is usually written."""
    return node.tag.replace("tag:yaml.org,2002:", "!!")


def key_reason(key: Node) -> str:
    """Why the value of a key cannot be edited; empty where it can."""
    if key.kind != "scalar":
        return _("its key is not a plain word")
    if key.value == "<<":
        return _("it is merged in with <<")
    return ""


def locate(tree: YamlTree, path: Path, *, whatever: bool = False) -> YamlRef:
    """Finds the node at `path`.

    Args:
        tree: The tree.
        path: Where it is.
        whatever: Whether the node itself (not those around it) may be one that cannot be edited, as it is to go.

    Raises:
        Refused: There is none, or it or what it is in cannot be edited.
    """
    if tree.documents > 1:
        raise Refused(_("A second YAML document follows this one; edit the file as text."), line=tree.first_line)
    if tree.root is None:
        raise Refused(_("There is no {name_of} here.").format(name_of=name_of(path)), line=tree.first_line)
    ref = YamlRef((), tree.root, None, 0, False)
    for depth, part in enumerate(path, 1):
        _accept(tree, ref)
        ref = _step(tree, ref, part, path[:depth])
    if not whatever:
        _accept(tree, ref)
    return ref


def find_node(tree: YamlTree, path: Path) -> Node | None:
    """Return the node that Jekyll takes the data at `path` from; None where there is none, or it is merged in.

    Aliases are followed, and of a key that is twice the last counts. Nothing says that it can be edited.
    """
    node = tree.root
    for step in path:
        if node is None:
            return None
        holder = node.target or node
        if isinstance(step, int):
            node = holder.items[step] if 0 <= step < len(holder.items) else None
        else:
            node = next((value for key, value in reversed(holder.pairs) if key_text(key, tree.text) == step), None)
    return node.target or node if node else None


def _accept(tree: YamlTree, ref: YamlRef) -> None:
    """Refuses a node that cannot be edited."""
    if reason := reason_against(ref.node, tree.text):
        raise Refused(
            _("{name_of} is left alone: {reason}.").format(name_of=name_of(ref.path), reason=reason),
            line=tree.line(ref.node.start),
        )


def _step(tree: YamlTree, ref: YamlRef, part: str | int, path: Path) -> YamlRef:
    """The place one step further in."""
    node = ref.node
    flow = ref.flow or bool(node.style and node.kind != "scalar")
    if node.kind == "list" and isinstance(part, int) and 0 <= part < len(node.items):
        return YamlRef(path, node.items[part], node, part, flow)
    if node.kind != "map" or not isinstance(part, str):
        raise Refused(_("There is no {name_of} here.").format(name_of=name_of(path)), line=tree.line(node.start))
    indices = [index for index, (key, _unused) in enumerate(node.pairs) if key_text(key, tree.text) == part]
    if not indices:
        merged = (
            _(" of its own; << may merge one in") if any(key.value == "<<" for key, _unused in node.pairs) else " here"
        )
        raise Refused(
            _("There is no {name_of}{merged}.").format(name_of=name_of(path), merged=merged), line=tree.line(node.start)
        )
    key, value = node.pairs[indices[0]]
    reason = key_reason(key) or (_("the key is there twice") if len(indices) > 1 else "")
    if reason:
        raise Refused(
            _("{name_of} is left alone: {reason}.").format(name_of=name_of(path), reason=reason),
            line=tree.line(key.start),
        )
    return YamlRef(path, value, node, indices[0], flow)


def line_start(tree: YamlTree, offset: int) -> int:
    """Where the line of `offset` begins."""
    return tree.text.rfind("\n", tree.span.start, offset) + 1 or tree.span.start


def column(tree: YamlTree, offset: int) -> int:
    """How many characters are before `offset` on its line."""
    return offset - line_start(tree, offset)


def line_after(tree: YamlTree, node: Node) -> int:
    """Where the line after a block node's last one begins; the end of the text if that has no line end."""
    last = node
    while last.kind != "scalar" and not last.style and (last.items or last.pairs):
        last = last.items[-1] if last.items else max(last.pairs[-1], key=lambda child: child.end)
    if last.style in ("|", ">") and last.end > last.inner:
        return _block_scalar_end(tree, last)
    end = tree.text.find("\n", last.end, tree.span.end)
    return tree.span.end if end < 0 else end + 1


def _block_scalar_end(tree: YamlTree, node: Node) -> int:
    """Where the line after a block scalar's last one begins; blank lines after it belong to it only under `+`."""
    text = tree.text
    header_end = text.find("\n", node.inner, node.end)
    if header_end < 0 or "+" in text[node.inner : header_end].split("#")[0]:
        return node.end
    content = text[header_end + 1 : node.end].rstrip(" \t\n")
    if not content:
        return header_end + 1
    end = text.find("\n", header_end + 1 + len(content), node.end)
    return node.end if end < 0 else end + 1


def whole_lines(tree: YamlTree, start: int, end: int) -> Span:
    """The lines between two line starts; where the last has no line end, the one before it goes instead."""
    unended = end == tree.span.end and start > tree.span.start and tree.text[end - 1] != "\n"
    return Span(start - 1, end) if unended else Span(start, end)


def dashes(tree: YamlTree, node: Node) -> list[int]:
    """Where the `-` of each item of a block list is."""
    dashes, at = [], node.inner
    for item in node.items:
        at = after_blanks(tree, at)
        dashes.append(at)
        at = max(item.end, at + 1)
    return dashes


def after_blanks(tree: YamlTree, offset: int) -> int:
    """The first character from `offset` on that is neither blank nor in a comment."""
    match = _BLANKS_AND_COMMENTS.match(tree.text, offset, tree.span.end)
    return match.end() if match else offset


def is_blank(text: str) -> bool:
    """Whether there are only blanks and line ends."""
    return _BLANK.fullmatch(text) is not None


def comments(tree: YamlTree) -> list[str]:
    """All comments of the document, in order."""
    comments: list[str] = []
    at = tree.span.start
    for span in _scalars(tree):
        comments += re.findall(r"#[^\n]*", tree.text[at : span.start])
        if tree.text[span.start] in "|>":
            comments += re.findall(r"#[^\n]*", tree.text[span.start : span.end].partition("\n")[0])
        at = max(at, span.end)
    return comments + re.findall(r"#[^\n]*", tree.text[at : tree.span.end])


def _scalars(tree: YamlTree) -> list[Span]:
    """The spans of all scalars that are not empty, after their anchors and tags, in order."""
    spans, waiting = [], [tree.root] if tree.root else []
    while waiting:
        node = waiting.pop()
        if node.kind == "scalar" and node.end > node.inner:
            spans.append(Span(node.inner, node.end))
        waiting.extend(node.children())
    return sorted(spans)
