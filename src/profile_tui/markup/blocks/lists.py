"""Lists: where they end, their items, and which items are loose.

Where a list ends depends on its lines alone; what is in an item is only looked at when somebody asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from profile_tui.markup.blocks import patterns
from profile_tui.markup.blocks.excerpts import CutBuilder
from profile_tui.markup.blocks.model import Block, NoItem
from profile_tui.markup.blocks.tree import BlockTree
from profile_tui.text.pattern import lazily

if TYPE_CHECKING:
    from profile_tui.markup.blocks.cutter import Cutter

SHORT = 4000
"""Characters in which lists are cut line by line, which takes less time than compiling a pattern for many lines."""
_TABS = lazily(r"\t+")


class _First:
    """An item's first line, read.

    Attributes:
        start: Where the line starts.
        marker_end: Where its bullet or number ends.
        text: Where its text starts, after blanks.
        columns: How far lines must be indented to belong to the item.
        end: Where the line ends.
    """

    __slots__ = ("columns", "end", "marker_end", "start", "text")

    def __init__(self, start: int, marker_end: int, text: int, columns: int, end: int) -> None:
        self.start = start
        self.marker_end = marker_end
        self.text = text
        self.columns = columns
        self.end = end


def _read_first(text: str, match: re.Match[str]) -> _First:
    start, marker_end = match.span(1)
    end = match.end()
    at, columns = marker_end, marker_end - start
    while text[at] in " \t":
        columns += 4 - columns % 4 if text[at] == "\t" else 1
        at += 1
    while at < end and text[at] in patterns.BLANKS:
        at += 1
    ial = patterns.ITEM_IAL.match(text, at, end)
    if at == end or (ial and ial.end() == end):
        columns = 4
    return _First(start, marker_end, min(at, end), columns, end)


class Lines:
    """Goes through the lines of a list.

    Attributes:
        at: The place that is reached.
        end_of_text: Where the last line that is not blank ends.
        marked: Whether an end-of-block marker at `at` has ended the list.
    """

    def __init__(self, cutter: Cutter, kind: str, at: int, before: int | None = None) -> None:
        """Begins at `at`: at the first item, or at a later one, with the place of the item before it."""
        self._cutter = cutter
        self._kind = kind
        self._start = {"ul": patterns.UL_START, "ol": patterns.OL_START, "dl": patterns.DL_START}[kind]
        if before is not None:
            line = patterns.item_start(kind, 3).match(cutter.text, before, cutter.end)
            assert line is not None  # an item of the list
            self._start = patterns.item_start(kind, min(_read_first(cutter.text, line).columns - 1, 3))
        self.at = at
        self.end_of_text = at
        self.marked = False

    def items(self, apart: bool) -> Iterator[_First]:
        """The items' first lines; in the end, `at` is after the list and the blank lines after it.

        Args:
            apart: False to pass over items of one shape as a whole, when only the end of the list is wanted.
        """
        text, end = self._cutter.text, self._cutter.end
        blank = False
        while self.at < end:
            if blank and self._kind != "dl" and patterns.RULE.match(text, self.at, end):
                return
            if patterns.END_OF_BLOCK.match(text, self.at, end):
                self.marked = True
                return
            if match := self._start.match(text, self.at, end):
                first = _read_first(text, match)
                self._start = patterns.item_start(self._kind, min(first.columns - 1, 3))
                self.at = self.end_of_text = first.end
                self._take_lines(first, apart)
                yield first
            elif not self._take_line(first.columns, blank):
                return
            else:
                self._take_lines(first, apart)
            blank = self._take_gap()

    def _take_lines(self, first: _First, apart: bool) -> None:
        """Takes all lines that need no closer look."""
        if first.columns > patterns.WIDEST_RUN or self._cutter.end - self.at < SHORT:
            return
        text, marker = self._cutter.text, None
        if not apart:
            lead = len(text[first.start : first.marker_end]) - len(text[first.start : first.marker_end].lstrip(" "))
            sign = first.marker_end - first.start - lead
            blanks = text[first.marker_end : first.text]
            if blanks and blanks == " " * (first.columns - lead - sign):
                pattern = ":" if self._kind == "dl" else "[+*-]" if self._kind == "ul" else rf"[0-9]{{{sign - 1}}}\."
                marker = rf" {{{lead}}}{pattern} {{{len(blanks)}}}"
        match = patterns.item_lines(self._kind, first.columns, marker).match(text, self.at, self._cutter.end)
        if match and match.end() > self.at:
            self.at = self.end_of_text = match.end()

    def _take_line(self, columns: int, blank: bool) -> bool:
        """Takes one line of the item, if the line at `at` is one."""
        text, end = self._cutter.text, self._cutter.end
        line = patterns.LINE.match(text, self.at, end)
        if not line or patterns.GAP.match(text, self.at, end):
            return False
        if not _is_indented(text, self.at, columns) and (blank or self._ends_lazily(columns)):
            return False
        self.at = self.end_of_text = line.end()
        return True

    def _ends_lazily(self, columns: int) -> bool:
        text, at = self._cutter.text, self.at
        lead = 0
        while text[at + lead] == " ":
            lead += 1
        if lead > min(columns, 3):
            return False
        return bool(patterns.HTML_LAZY_END.match(text, at, self._cutter.end)) or self._cutter.ial_end(at) >= 0

    def _take_gap(self) -> bool:
        match = patterns.GAP.match(self._cutter.text, self.at, self._cutter.end)
        if match:
            self.at = match.end()
        return bool(match)


def _is_indented(text: str, at: int, columns: int) -> bool:
    """Whether the line at `at` is indented by `columns`, where a tab counts as four wherever it is."""
    for _ in range(columns // 4):
        if text[at] == "\t":
            at += 1
        elif text.startswith("    ", at):
            at += 4
        else:
            return False
    return text.startswith((" " * (columns % 4), "\t", "    "), at)


def cut_list(cutter: Cutter, at: int, tree: BlockTree) -> int:
    """Cuts the list at `at`; gives the place after it, -1 if there is none."""
    text, end = cutter.text, cutter.end
    if not patterns.LIST_START.match(text, at, end):
        return -1
    kind = "ul" if patterns.UL_START.match(text, at, end) else "ol"
    if plain := _plain_list(cutter, at, kind):
        stop, then = plain
        inner = ItemList(cutter, kind, at, then, marked=False)
        inner.is_plain = True
        tree.add(Block(kind, cutter.excerpt, at, stop, inner))
        tree.asked = inner
        return then
    lines = Lines(cutter, kind, at)
    for _ in lines.items(apart=False):
        pass
    inner = ItemList(cutter, kind, at, lines.at, lines.marked)
    tree.add(Block(kind, cutter.excerpt, at, lines.end_of_text, inner))
    if not lines.marked:
        tree.asked = inner
        return lines.at
    marker = patterns.LINE.match(text, lines.at, end)
    assert marker is not None  # a text ends in a line end
    tree.blocks.append(Block("ial", cutter.excerpt, lines.at, marker.end()))
    return marker.end()


def _plain_list(cutter: Cutter, at: int, kind: str) -> tuple[int, int] | None:
    """Where the list at `at` and the blank lines after it end, if it is so plain that one pattern takes it whole."""
    text, end = cutter.text, cutter.end
    first = patterns.PLAIN_ITEM.match(text, at, end) if end - at >= SHORT else None
    if not first:
        return None
    columns = first.end() - at
    sign = len(first[0].rstrip(" "))
    pattern = "[+*-]" if kind == "ul" else rf"[0-9]{{{sign - 1}}}\."
    takes = patterns.item_lines(kind, columns, pattern + " " * (columns - sign))
    was = cutter.before.block_at(at) if cutter.before else None
    is_known = was is not None and was.kind == kind and isinstance(was.inner, ItemList) and was.inner.is_plain
    stop = cutter.before.end_of(was, text, takes) if cutter.before and was and is_known else 0
    if not stop:
        lines = takes.match(text, at, end)
        stop = lines.end() if lines else at
    gap = patterns.LIST_GAP.match(text, stop, end)
    return (stop, gap.end()) if gap and stop > at else None


class ListItem:
    """What an item holds; it goes from its `first` line to `stop`, blank lines at its end included."""

    def __init__(self, owner: ItemList, first: _First, stop: int) -> None:
        self._owner = owner
        self.first = first
        self.stop = stop
        self._tree: BlockTree | None = None
        self._kinds: list[str] | None = None

    def blocks(self) -> list[Block]:
        """The item's blocks."""
        return self.tree().blocks

    def is_lone(self) -> bool:
        """Whether it is one line of text, so that nothing has to be cut."""
        return self._usual is not None

    def is_loose(self) -> bool:
        """Whether kramdown renders the item's own text as a paragraph."""
        return self._owner.is_item_loose(self)

    def is_spaced(self) -> bool:
        """Whether it begins with a paragraph and a blank line."""
        return self.kinds()[:2] == ["paragraph", "blank"]

    def kinds(self) -> list[str]:
        """What kramdown calls the children of the item, as far as they decide whether it is loose."""
        if self._kinds is None:
            if self._usual:
                self._kinds = ["paragraph", "blank"] if self._usual[1] < self.stop else ["paragraph"]
            else:
                self._kinds = self.tree().kinds[1:]
                if self._kinds[:2] == ["paragraph", "ial"]:
                    del self._kinds[1]  # an attribute list for the paragraph changes nothing
        return self._kinds

    @cached_property
    def _usual(self) -> tuple[int, int] | None:
        """Where the text of an item is that has one line; None of others, and of what is nested too deep."""
        cutter, first = self._owner.cutter, self.first
        if cutter.depth >= cutter.deepest:
            return None
        ial = patterns.ITEM_IAL.match(cutter.text, first.text, first.end)
        start = ial.end() if ial else first.text
        match = patterns.PLAIN.match(cutter.text, start, self.stop) if start < first.end else None
        if match is None or match[1]:
            return None
        stop, then = match.span(3)
        return (start, stop) if stop == first.end and then == self.stop else None

    def tree(self) -> BlockTree:
        """The item, cut."""
        if self._tree is None:
            self._tree = self._cut()
            self._tree.settle()
        return self._tree

    def _cut(self) -> BlockTree:
        tree, cutter, first = BlockTree(), self._owner.cutter, self.first
        if cutter.depth >= cutter.deepest:
            return tree
        text = cutter.text
        start = first.text
        if ial := patterns.ITEM_IAL.match(text, start, first.end):
            start = ial.end()
        if self._usual:
            tree.add(Block("paragraph", cutter.excerpt, *self._usual))
            tree.kinds += ["blank"] * (self._usual[1] < self.stop)
            return tree
        if not text[first.end : self.stop].strip(patterns.BLANKS):
            if start < self.stop:
                cutter.inner(cutter.excerpt, self.stop).run(start, tree)
            return tree
        for part in self._parts(start):
            excerpt = part.built()
            cutter.inner(excerpt, len(excerpt.text)).run(0, tree)
        return tree

    def _parts(self, start: int) -> list[CutBuilder]:
        """The item's lines without their indent; kramdown parses the part from its first nested list on by itself."""
        cutter, first, text = self._owner.cutter, self.first, self._owner.cutter.text
        definition = self._owner.kind == "dl"
        parts = [CutBuilder(cutter.excerpt)]
        if start < first.end:
            parts[-1].add(text[start : first.end], first.text, first.end)
        nested = definition or bool(patterns.LIST_START.match(text, start, first.end))
        indent = " " * first.columns
        for line in patterns.LINE.finditer(text, first.end, self.stop):
            shown = line[0]
            if not shown.strip(patterns.BLANKS):
                nested = True
            else:
                shown = _TABS.sub(lambda tabs: "    " * len(tabs[0]), shown, count=1) if shown[0] == "\t" else shown
                indented = shown.startswith(indent)
                shown = shown[first.columns :] if indented else shown
                if not definition and (indented != nested) and patterns.LIST_START.match(shown):
                    if indented:
                        parts.append(CutBuilder(cutter.excerpt))
                        nested = True
                    else:
                        shown = indent + "    " + shown
            parts[-1].add(shown, line.start(), line.end())
        return parts


class ItemList(NoItem):
    """What a list holds: its items.

    Attributes:
        cutter: Cuts the text that it is in.
        kind: `ul`, `ol`, or `dl` for the definitions of one term.
        start: Where it starts.
        stop: Where it stops, the blank lines after it included.
        marked: Whether an end-of-block marker ended it.
        is_plain: Whether one pattern took it whole.
    """

    def __init__(self, cutter: Cutter, kind: str, start: int, stop: int, marked: bool) -> None:
        self.cutter = cutter
        self.kind = kind
        self.start = start
        self.stop = stop
        self.marked = marked
        self.is_plain = False
        self._items: list[ListItem] | None = None
        self._tight: list[bool] | None = None

    def items(self) -> list[ListItem]:
        """The items."""
        if self._items is None:
            lines = Lines(self.cutter, self.kind, self.start)
            self._items = []
            for first in lines.items(apart=True):
                if self._items:
                    self._items[-1].stop = first.start
                self._items.append(ListItem(self, first, self.stop))
        return self._items

    def blocks(self) -> list[Block]:
        """The items as blocks."""
        excerpt, text, blocks = self.cutter.excerpt, self.cutter.text, []
        kind = "dd" if self.kind == "dl" else "item"
        for item in self.items():
            first = item.first
            stop = max(_end_of_text(text, first.end, item.stop), first.end)
            start = min(first.text, first.end - 1)
            sign = (first.marker_end - _sign_width(text, first), start)
            blocks.append(Block(kind, excerpt, first.start, stop, item, (start, stop - 1), sign=sign))
        return blocks

    def ends_blank(self) -> bool:
        """Whether kramdown finds a blank line at the end of the last item that holds anything."""
        for item in reversed(self.items()):
            kinds = item.kinds()
            if kinds:
                return kinds[-1] == "blank"
        return False

    def is_item_loose(self, item: ListItem) -> bool:
        """Whether kramdown renders the item's own text as a paragraph."""
        kinds = item.kinds()
        if kinds[:1] != ["paragraph"]:
            shown = [block.kind for block in item.blocks() if block.kind not in ("ial", "definition")]
            return shown[:1] == ["paragraph"] and kinds[:1] != ["text"]
        if not self.is_last(item):
            return item.is_spaced()
        alone = len(kinds) < 2 or kinds[1] != "blank" or (len(kinds) == 2 and not self.marked)
        return not alone or self.are_others_spaced()

    def is_last(self, item: ListItem) -> bool:
        """Whether an item is the last of the list."""
        return item is self.items()[-1]

    def are_others_spaced(self) -> bool:
        """Whether there are items before the last, and all of them are spaced."""
        items = self.items()
        return len(items) > 1 and all(other.is_spaced() for other in items[:-1])


def _sign_width(text: str, first: _First) -> int:
    return len(text[first.start : first.marker_end].lstrip(" "))


def _end_of_text(text: str, start: int, stop: int) -> int:
    """Where the last line before `stop` that is not blank ends."""
    length = len(text[start:stop].rstrip(patterns.BLANKS))
    return text.index("\n", start + length) + 1 if length else start
