"""The columns that the keys and values of a block map are padded to."""

from __future__ import annotations

from collections import Counter

from profile_tui.markup.yaml.nodes import Node, YamlTree
from profile_tui.markup.yaml.refs import column, line_start
from profile_tui.text.named_tuple import NamedTuple


class Columns(NamedTuple):
    """How a map is padded.

    Attributes:
        colon: How far after the beginning of a key its colon is; 0 where colons follow their keys.
        value: How far after the beginning of a key its value is; 0 where values are not lined up.
    """

    colon: int = 0
    value: int = 0

    def before(self, key: str) -> str:
        """The blanks between a key and its colon."""
        return " " * max(1, self.colon - len(key)) if self.colon else ""

    def gap(self, key: str) -> str:
        """The blanks between a key's colon and its value."""
        return " " * max(1, self.value - len(key) - len(self.before(key)) - 1) if self.value else " "


def columns_of(tree: YamlTree, node: Node) -> Columns:
    """The columns that most keys of a block map keep to."""
    colons: list[int] = []
    values: list[int] = []
    widths: dict[int, set[int]] = {}
    padded = 0
    for key, value in node.pairs:
        start = column(tree, key.start)
        colon = tree.text.find(":", key.end, value.start + 1)
        if colon < 0 or tree.text[key.end : colon].strip(" "):
            continue
        colons.append(column(tree, colon) - start)
        padded += colon > key.end
        if value.end > value.start and line_start(tree, value.start) == line_start(tree, key.start):
            values.append(column(tree, value.start) - start)
            widths.setdefault(values[-1], set()).add(column(tree, colon) - start)
    lined_up = _usual(values) if len(values) > 1 else 0
    if padded:
        return Columns(_usual(colons), lined_up)
    # values that begin one blank after colons of one width stand in a column by chance
    return Columns(0, lined_up if len(widths.get(lined_up, ())) > 1 else 0)


def _usual(columns: list[int]) -> int:
    """The number that more than half of them are; 0 where there is none."""
    number, times = Counter(columns).most_common(1)[0] if columns else (0, 0)
    return number if times * 2 > len(columns) else 0
