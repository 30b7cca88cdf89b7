"""YAML as a tree of nodes with exact spans, built from libyaml's events.

Events rather than PyYAML's nodes: they tell an alias from the node it names, keep explicit tags, and are read one at a
time, so that nesting can be capped before anything recurses over it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Literal

from profile_tui.markup.yaml.types import FORBIDDEN
from profile_tui.text.catalogue import _
from profile_tui.text.dataclass import dataclass, field
from profile_tui.text.errors import AppError
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span

if TYPE_CHECKING:
    import yaml

MAX_DEPTH = 100
"""How deep collections may nest; libyaml's users overflow their stacks far beyond it."""

MAX_SIZE = 1_000_000
"""How many nodes a document may have once its aliases are followed."""

_PROPERTIES = lazily(r"(?:[&!][^\s]*(?:[ \t]+|\n(?:[ \t]*(?:#[^\n]*)?\n)*[ \t]*|$))*")


class YamlError(AppError):
    """What is there is not YAML that Jekyll can read; `line` is the file's."""


@dataclass(slots=True, eq=False)
class Node:
    """A scalar, list, map or alias, and where it is.

    Attributes:
        kind: What it is.
        start: Where it begins, its anchor and tag included.
        end: Where it ends; a block list or map ends with its last item, before comments that follow.
        inner: Where it begins after anchor and tag.
        value: The text of a scalar, the name of an alias.
        style: The first character of a scalar that is not plain (`'`, `"`, `|`, `>`); `{` or `[` of a flow collection.
        tag: The tag as written out in full; empty where none is.
        anchor: The name of the anchor; empty where none is.
        aliased: Whether an alias names it.
        target: The node that an alias names.
        items: The items of a list.
        pairs: The keys and values of a map.
        size: How many nodes it is made of, aliases followed.
    """

    kind: Literal["scalar", "list", "map", "alias"]
    start: int
    end: int
    inner: int = 0
    value: str = ""
    style: str = ""
    tag: str = ""
    anchor: str = ""
    aliased: bool = False
    target: Node | None = None
    items: list[Node] = field(default_factory=list)
    pairs: list[tuple[Node, Node]] = field(default_factory=list)
    size: int = 1

    @property
    def span(self) -> Span:
        """Its characters, anchor and tag included."""
        return Span(self.start, self.end)

    @property
    def plain(self) -> bool:
        """Whether it is a scalar without quotes."""
        return self.kind == "scalar" and not self.style

    def children(self) -> Iterator[Node]:
        """What it holds, in the order of the text."""
        yield from self.items
        for key, value in self.pairs:
            yield key
            yield value


@dataclass(slots=True)
class YamlTree:
    """A parsed text.

    Attributes:
        text: The text that all offsets refer to.
        span: The part of it that was parsed.
        first_line: The file's 1-based number of the line that `span` begins on.
        root: The outermost node; None where there are only blanks and comments.
        documents: How many YAML documents there are, one without content at the end left out. Jekyll reads the first.
        end: Where the first document ends: before the line that begins the next, or with `span`.
    """

    text: str
    span: Span
    first_line: int
    root: Node | None
    documents: int
    end: int
    _line_starts: list[int]

    def line(self, offset: int) -> int:
        """The file's 1-based number of the line that holds `offset`."""
        return self.first_line - 1 + bisect_right(self._line_starts, offset)


def parse(text: str, span: Span, first_line: int = 1) -> YamlTree:
    """Reads `text[span]` as YAML.

    Raises:
        YamlError: It is not YAML, or nests too deep.
    """
    starts = [span.start]
    starts += [match.end() for match in re.compile("\n").finditer(text, span.start, span.end)]
    tree = YamlTree(text, span, first_line, None, 0, span.end, starts)
    if forbidden := FORBIDDEN.search(text, span.start, span.end):
        raise YamlError(_forbidden(forbidden[0]), line=tree.line(forbidden.start()))
    import yaml

    # In a page Jekyll hands the opening fence to YAML too, so that no `%` line can pass for a directive.
    fence = "---\n" if span.start else ""
    builder = _Builder(tree, span.start - len(fence))
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        for event in yaml.parse(fence + span.of(text), Loader=loader):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        if builder.begun > 1:  # Jekyll does not read so far
            tree.documents = builder.begun
            return tree
        raise _plain(error, tree, span.start - len(fence)) from error
    except yaml.YAMLError as error:
        raise YamlError(_("This is not YAML: {error}").format(error=error), line=first_line) from error
    return tree


class _Builder:
    """Makes nodes of events."""

    def __init__(self, tree: YamlTree, shift: int) -> None:
        self.tree = tree
        self.shift = shift
        self.open: list[Node] = []
        self.keys: list[Node | None] = []
        self.anchors: dict[str, Node] = {}
        self.begun = 0

    def take(self, event: Any) -> None:  # noqa: ANN401 - the events have no common typed base with marks
        """Takes one event."""
        name = type(event).__name__
        if name == "DocumentStartEvent":
            self._begin(event)
        elif self.begun > 1:
            self._note_content(event)
        elif name == "ScalarEvent":
            node = self._node("scalar", event, event.style or "")
            node.value = event.value
            self._add(node)
        elif name == "AliasEvent":
            self._add(self._alias(event))
        elif name == "SequenceStartEvent":
            self._push(self._node("list", event, "[" if event.flow_style else ""))
        elif name == "MappingStartEvent":
            self._push(self._node("map", event, "{" if event.flow_style else ""))
        elif name in ("SequenceEndEvent", "MappingEndEvent"):
            self._pop(event)

    def _begin(self, event: Any) -> None:  # noqa: ANN401
        """Begins a document; where it is the second, the first ends."""
        self.begun += 1
        if self.begun == 1:
            self.tree.documents = 1
        elif self.begun == 2:
            start = event.start_mark.index + self.shift
            self.tree.end = min(self.tree.end, self.tree.text.rfind("\n", self.tree.span.start, start) + 1 or start)

    def _note_content(self, event: Any) -> None:  # noqa: ANN401
        """Counts a further document that holds something: a marker alone at the end begins none that matters."""
        name = type(event).__name__
        empty = name == "ScalarEvent" and not (event.value or event.style or event.tag or event.anchor)
        if not empty and name not in ("DocumentEndEvent", "StreamEndEvent"):
            self.tree.documents = self.begun

    def _node(self, kind: Literal["scalar", "list", "map"], event: Any, style: str) -> Node:  # noqa: ANN401
        """A node of the event, its anchor registered."""
        start, end = event.start_mark.index + self.shift, event.end_mark.index + self.shift
        style = "" if style == ":" else style
        node = Node(kind, start, end, start, style=style, tag=event.tag or "", anchor=event.anchor or "")
        if node.tag or node.anchor:
            match = _PROPERTIES.match(self.tree.text, start, self.tree.span.end)
            node.inner = match.end() if match else start
            if kind == "scalar":
                node.inner = min(node.inner, end)
        if node.anchor:
            self.anchors[node.anchor] = node
        return node

    def _alias(self, event: Any) -> Node:  # noqa: ANN401
        """An alias, which must name an anchor that is complete."""
        start, end = event.start_mark.index + self.shift, event.end_mark.index + self.shift
        target = self.anchors.get(event.anchor)
        if target is None or any(target is node for node in self.open):
            what = _("contains itself") if target else _("names no anchor")
            raise YamlError(
                _("The alias *{anchor} {what}.").format(anchor=event.anchor, what=what), line=self.tree.line(start)
            )
        target.aliased = True
        return Node("alias", start, end, start, value=event.anchor, target=target, size=target.size)

    def _push(self, node: Node) -> None:
        """Opens a collection."""
        if len(self.open) >= MAX_DEPTH:
            raise YamlError(
                _("Lists and maps nest more than {max_depth} deep.").format(max_depth=MAX_DEPTH),
                line=self.tree.line(node.start),
            )
        self.open.append(node)
        self.keys.append(None)

    def _pop(self, event: Any) -> None:  # noqa: ANN401
        """Closes a collection; libyaml lets a block collection run on to the next token, this does not."""
        node = self.open.pop()
        self.keys.pop()
        if node.style:
            node.end = event.end_mark.index + self.shift
        else:
            last = node.items[-1] if node.items else node.pairs[-1][1]
            node.end = max(last.end, node.pairs[-1][0].end if node.pairs else 0)
        self._add(node)

    def _add(self, node: Node) -> None:
        """Puts a complete node where it belongs."""
        if not self.open:
            empty = node.plain and node.start == node.end and not node.tag and not node.anchor
            self.tree.root = None if empty else node
            return
        parent = self.open[-1]
        parent.size += node.size
        if parent.size > MAX_SIZE:
            raise YamlError(_("The aliases here expand to too much."), line=self.tree.line(node.start))
        if parent.kind == "list":
            parent.items.append(node)
        elif (key := self.keys[-1]) is None:
            self.keys[-1] = node
        else:
            parent.pairs.append((key, node))
            self.keys[-1] = None


def _forbidden(character: str) -> str:
    """The message for a character that YAML does not allow."""
    if "\udc80" <= character <= "\udcff":
        return _("A byte here is not UTF-8, which Jekyll cannot read; convert the file to UTF-8.")
    return _("The control character U+{ord:04X} is here, which YAML does not allow; remove it.").format(
        ord=ord(character)
    )


def _plain(error: yaml.MarkedYAMLError, tree: YamlTree, shift: int) -> YamlError:
    """The parser's complaint in plain words."""
    problem, context = error.problem or "", error.context or ""
    begun = any(what in context for what in ("quoted scalar", "flow", "simple key"))
    mark = error.context_mark if begun and error.context_mark else error.problem_mark
    offset = mark.index + shift if mark else tree.span.start
    problem_offset = error.problem_mark.index + shift if error.problem_mark else offset
    return YamlError(_words(problem, context, tree.text[problem_offset : problem_offset + 2]), line=tree.line(offset))


def _words(problem: str, context: str, at: str) -> str:
    """What a complaint of libyaml's means for the person who wrote the line."""
    if "mapping values are not allowed" in problem:
        return _("A value without quotes holds a colon and a space; put the value in double quotes.")
    if "cannot start any token" in problem:
        if at.startswith("\t"):
            return _("A tab is where YAML wants spaces; replace it.")
        if at.startswith("{%") or at.startswith("%"):
            return _("Liquid or `%` begins a value without quotes; put the value in double quotes.")
        return _("A value cannot begin with {at} unless it is in quotes; put it in double quotes.").format(at=at[:1])
    if "quoted scalar" in context:
        return _(
            "A text in quotes that begins here is wrong: {problem}; close the quotes, and double any within."
        ).format(problem=problem)
    if "flow" in context:
        return _("A list in [ ] or a map in { } that begins here is not closed, or lacks a comma.")
    if "expected ':'" in problem:
        return _("This line isn't a `key: value`; add a colon and a space, or indent it as text of the line above.")
    if "expected key" in problem or "block" in problem:
        return _("This line does not fit the one above: its indentation differs, or something follows a closing quote.")
    return _("This is not YAML: {problem}.").format(problem=problem)
