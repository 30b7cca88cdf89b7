"""JSON that is edited by splices: a new key or item is laid out as its neighbours are, and all else stays as it is.

Jekyll reads JSON files as YAML, and so does this; what is written is JSON for every other reader, too.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from typing import Any

from profile_tui.markup.yaml.document import Path, Scalar, YamlDocument
from profile_tui.markup.yaml.nodes import Node
from profile_tui.markup.yaml.refs import Plain, locate
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused
from profile_tui.text.span import Span, Splice


class JsonDocument(YamlDocument):
    """A text that is JSON."""

    @property
    def is_json(self) -> bool:
        """Whether it is JSON, and not only YAML that looks like it."""
        try:
            json.loads(self.span.of(self.text))
        except ValueError:
            return False
        return True

    def _to_set(self, path: Path, value: Scalar) -> list[Splice]:
        """What puts another scalar in the place of one."""
        node = locate(self._tree, path).node
        if node.kind != "scalar":
            raise Refused(_("This isn't a single value; edit the file as text."), line=self._tree.line(node.start))
        written = self._scalar(value)
        return [] if node.span.of(self.text) == written else [Splice(node.span, written)]

    def _to_add(self, path_of_map: Path, key: str, value: Plain, after: str | None, at: int | None) -> list[Splice]:
        """What adds a key, on a line of its own where the others have one."""
        node = self._holder(path_of_map, "map")
        keys = [name.value for name, _unused in node.pairs]
        if key in keys:
            raise Refused(_("There is a {key} already.").format(key=key), line=self._tree.line(node.start))
        if after in keys:
            index = keys.index(after) + 1
        else:
            index = len(keys) if at is None else sum(name.start < at for name, _unused in node.pairs)
        made = f"{self._scalar(key)}{self._colon(node)}{self._written(value, None, self._lead_inside(node))}"
        return [self._inserted(node, _pairs(node), index, made)]

    def _to_drop(self, path: Path, *, nothing: bool) -> list[Splice]:
        """What removes a key with its line."""
        place = locate(self._tree, path, whatever=True)
        if place.parent is None or place.parent.kind != "map":
            raise Refused(_("There is no such key here."), line=self._tree.line(place.node.start))
        return [self._removed(place.parent, _pairs(place.parent), place.index)]

    def _as_beside(self, path: Path, value: Plain) -> Plain:
        """The value of a new item, with what is empty in it as its neighbour has that: `""`, `[]` or `null`."""
        like = self._beside(self._holder(path[:-1], "list"), path[-1])
        if not isinstance(value, dict) or like is None:
            return value
        model_of = {key.value: inner for key, inner in like.pairs}
        return {key: _empty(model_of.get(key)) if inner is None else inner for key, inner in value.items()}

    def _to_insert(self, path_of_list: Path, index: int, value: Plain) -> list[Splice]:
        """What inserts an item, its keys in its neighbour's order."""
        node = self._holder(path_of_list, "list")
        made = self._written(value, self._beside(node, index), self._lead_inside(node))
        return [self._inserted(node, [item.span for item in node.items], index, made)]

    def _to_remove(self, path: Path) -> list[Splice]:
        """What removes an item with its lines."""
        place = locate(self._tree, path, whatever=True)
        if place.parent is None or place.parent.kind != "list":
            raise Refused(_("There is no such item here."), line=self._tree.line(place.node.start))
        return [self._removed(place.parent, [item.span for item in place.parent.items], place.index)]

    def _checked(self, splices: list[Splice], intended: Callable[[], Any], *, removing: bool = False) -> list[Splice]:
        """The splices, once what they make has been found to be what was meant, and JSON where it was before."""
        made = super()._checked(splices, intended, removing=removing)
        if made and self.is_json and not self.spliced(made).is_json:
            raise Refused(_("The change would not be JSON any more; edit the file as text."))
        return made

    def _holder(self, path: Path, kind: str) -> Node:
        """The list or map at a path."""
        node = locate(self._tree, path).node
        if node.kind != kind or not node.style:
            message = (
                _("This isn't a list in brackets; edit the file as text.")
                if kind == "list"
                else _("This isn't a map in braces; edit the file as text.")
            )
            raise Refused(message, line=self._tree.line(node.start))
        return node

    def _beside(self, node: Node, index: str | int) -> Node | None:
        """The item that one at an index is written like."""
        return node.items[min(int(index), len(node.items) - 1)] if node.items else None

    def _inserted(self, node: Node, parts: Sequence[Span], index: int, made: str) -> Splice:
        """What puts a part before the one at `index` of a list or map, or at its end."""
        text = self.text
        if not parts:
            if not self._is_spread(node):
                return Splice(Span(node.inner + 1, node.end - 1), made)
            lead = self._lead(node.inner)
            return Splice(Span(node.inner + 1, node.end - 1), f"\n{lead}{self._unit}{made}\n{lead}")
        if len(parts) > 1:
            gap = text[parts[0].end : parts[1].start]
        else:
            before = text[node.inner + 1 : parts[0].start]
            gap = f",{before}" if "\n" in before else ", "
        gap = gap if gap.strip() == "," else ", "
        if index < len(parts):
            return Splice.insert(parts[index].start, made + gap)
        return Splice.insert(parts[-1].end, gap + made)

    def _removed(self, node: Node, parts: Sequence[Span], index: int) -> Splice:
        """What takes a part away, with the comma and the line that it had."""
        if len(parts) == 1:
            return Splice.delete(Span(node.inner + 1, node.end - 1))
        if index == 0:
            return Splice.delete(Span(parts[0].start, parts[1].start))
        return Splice.delete(Span(parts[index - 1].end, parts[index].end))

    def _lead_inside(self, node: Node) -> str:
        """The blanks that the parts of a list or map begin with, where they are on lines of their own."""
        return self._lead(node.inner) + (self._unit if self._is_spread(node) else "")

    def _written(self, value: Any, like: Node | None, lead: str) -> str:  # noqa: ANN401
        """A value as JSON on lines that begin with `lead`."""
        if not isinstance(value, (dict, list)):
            return self._scalar(value)
        if not value:
            return json.dumps(value)
        is_map = isinstance(value, dict)
        is_spread = self._is_spread(like) if like is not None and like.kind != "scalar" else is_map
        inner = lead + self._unit if is_spread else lead
        if isinstance(value, dict):
            parts = self._written_keys(value, like, inner)
        else:
            first = like.items[0] if like is not None and like.items else None
            parts = [self._written(item, first, inner) for item in value]
        if is_spread:
            made = f"\n{inner}" + f",\n{inner}".join(parts) + f"\n{lead}"
        else:
            pad = " " if like is not None and self.text[like.inner + 1 : like.inner + 2] == " " else ""
            made = f"{pad}{', '.join(parts)}{pad}"
        return f"{{{made}}}" if is_map else f"[{made}]"

    def _written_keys(self, value: dict[str, Any], like: Node | None, lead: str) -> list[str]:
        """The keys of a map with their values, in the order of another."""
        model_of = {key.value: inner for key, inner in like.pairs} if like is not None else {}
        ordered = [*(key for key in model_of if key in value), *(key for key in value if key not in model_of)]
        colon = self._colon(like) if like is not None else ": "
        return [f"{self._scalar(key)}{colon}{self._written(value[key], model_of.get(key), lead)}" for key in ordered]

    def _scalar(self, value: object) -> str:
        """A scalar as JSON, in characters or in escapes as the file has them."""
        is_escaped = self.text.isascii() and re.search(r"\\u[0-9a-fA-F]{4}", self.text) is not None
        return json.dumps(value, ensure_ascii=is_escaped)

    def _colon(self, node: Node) -> str:
        """What is between a key and its value."""
        for key, value in node.pairs:
            between = self.text[key.end : value.start]
            if between.strip() == ":" and "\n" not in between:
                return between
        return ": "

    def _is_spread(self, node: Node) -> bool:
        """Whether the parts of a list or map are on lines of their own; of an empty one, whether those around do."""
        first = node.items[0].start if node.items else node.pairs[0][0].start if node.pairs else 0
        if first:
            return "\n" in self.text[node.inner : first]
        return "\n" in self.text[: node.inner]

    def _lead(self, at: int) -> str:
        """The blanks that the line at an offset begins with."""
        start = self.text.rfind("\n", 0, at) + 1
        blanks = re.compile(r"[ \t]*").match(self.text, start)
        return blanks[0] if blanks else ""

    @property
    def _unit(self) -> str:
        """What a level is set in by."""
        indented = re.search(r"\n([ \t]+)\S", self.text)
        return indented[1] if indented else "  "


def _empty(like: Node | None) -> Plain:
    """Nothing, as a neighbour has it or would have it."""
    if like is None:
        return None
    return [] if like.kind == "list" else "" if like.kind == "scalar" and like.style else None


def _pairs(node: Node) -> list[Span]:
    """Where the keys of a map are, each with its value."""
    return [Span(key.start, value.end) for key, value in node.pairs]
