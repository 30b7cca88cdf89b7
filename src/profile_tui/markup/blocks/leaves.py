"""Blocks that hold no other blocks, and quotes: fences, headings, rules, definitions, attribute lists."""

from __future__ import annotations

from profile_tui.markup.blocks import patterns, tables
from profile_tui.markup.blocks.cutter import Cutter
from profile_tui.markup.blocks.excerpts import Cut, CutBuilder
from profile_tui.markup.blocks.fences import Fences
from profile_tui.markup.blocks.model import Block, NoItem
from profile_tui.markup.blocks.tree import BlockTree


def cut_fence(cutter: Cutter, at: int, tree: BlockTree) -> int:
    """Cut a fenced code block. Return the offset after it; -1 where there is none."""
    if cutter.fences is None:
        cutter.fences = Fences(cutter.text, at, cutter.end)
    stop = cutter.fences.end_of(at)
    if stop >= 0:
        tree.add(Block("code", cutter.excerpt, at, stop))
    return stop


def cut_quote(cutter: Cutter, at: int, tree: BlockTree) -> int:
    """Cut a quote. Return the offset after it; -1 where there is none."""
    text, end = cutter.text, cutter.end
    stop = at
    while stop == at or not cutter.ends_lazily(stop):
        line = patterns.LINE.match(text, stop, end)
        assert line is not None  # a text ends in a line end
        stop = line.end()
    tree.add(Block("quote", cutter.excerpt, at, stop, Quote(cutter, at, stop)))
    return stop


def cut_heading(cutter: Cutter, at: int, tree: BlockTree) -> int:
    """Cut an ATX heading. Return the offset after it; -1 where there is none."""
    match = patterns.ATX.match(cutter.text, at, cutter.end)
    if not match:
        return -1
    start = match.start(2)
    title = patterns.without_id(match[2].rstrip(patterns.RUBY_BLANKS))
    if closing := patterns.HEADING_CLOSE.search(title):
        title = title[: closing.start()].rstrip(patterns.RUBY_BLANKS)
    if not title:
        return -1
    tree.add(Block("heading", cutter.excerpt, at, match.end(), None, (start, start + len(title)), len(match[1])))
    return match.end()


def cut_rule(cutter: Cutter, at: int, tree: BlockTree) -> int:
    """Cut a thematic break. Return the offset after it; -1 where there is none."""
    match = patterns.RULE.match(cutter.text, at, cutter.end)
    if not match:
        return -1
    tree.add(Block("rule", cutter.excerpt, at, match.end()))
    return match.end()


def cut_footnote(cutter: Cutter, at: int, tree: BlockTree) -> int:
    """Cut the definition of a footnote. Return the offset after it; -1 where there is none."""
    match = patterns.FOOTNOTE.match(cutter.text, at, cutter.end)
    if not match:
        return -1
    stop = cutter.code_end(match.end())
    tree.add(Block("definition", cutter.excerpt, at, stop))
    return stop


def cut_link_definition(cutter: Cutter, at: int, tree: BlockTree) -> int:
    """Cut the definition of a reference link. Return the offset after it; -1 where there is none."""
    match = patterns.LINK_DEFINITION.match(cutter.text, at, cutter.end)
    if not match:
        return -1
    stop = tables.link_definition_end(cutter.text, match.start(1), match.end(), cutter.end)
    if stop >= 0:
        tree.add(Block("definition", cutter.excerpt, at, stop))
    return stop


def cut_abbreviation(cutter: Cutter, at: int, tree: BlockTree) -> int:
    """Cut the definition of an abbreviation. Return the offset after it; -1 where there is none."""
    match = patterns.ABBREVIATION.match(cutter.text, at, cutter.end)
    if not match:
        return -1
    tree.add(Block("definition", cutter.excerpt, at, match.end()))
    return match.end()


def cut_extension(cutter: Cutter, at: int, tree: BlockTree) -> int:
    """Cut an attribute list or an extension `{::name}`. Return the offset after it; -1 where there is none."""
    text, near = cutter.text, min(cutter.end, at + patterns.LONGEST_ATTRIBUTES)
    if match := patterns.ALD.match(text, at, near):
        tree.add(Block("ial", cutter.excerpt, at, match.end()), "mark")
        return match.end()
    if match := patterns.EXTENSION.match(text, at, near):
        alone = text[text.rindex("}", at, match.end()) - 1] == "/"
        return _named_extension(cutter, at, match.end(), match[1], alone, tree)
    stop = cutter.ial_end(at)
    if stop < 0:
        return -1
    block = Block("ial", cutter.excerpt, at, stop)
    tree.blocks.append(block)
    if tree.settle() in ("", "blank", "end", "mark", "ial"):
        tree.pending = True
    elif cutter.ial_end(stop) < 0:
        tree.kinds.append("ial")
        tree.pending = False
    return stop


def _named_extension(cutter: Cutter, at: int, stop: int, name: str, alone: bool, tree: BlockTree) -> int:
    kind = "ial"
    if not alone:
        kind = "extension"
        close = None if name in cutter.unclosed else patterns.extension_end(name).search(cutter.text, stop, cutter.end)
        if not close:
            cutter.unclosed.add(name)
            return -1
        stop = close.end()
    block = Block(kind, cutter.excerpt, at, stop)
    if name == "options":
        tree.add(block, "mark")
    else:
        tree.blocks.append(block)
        if not alone:
            tree.kinds.append("extension")
    return stop


def cut_end_of_block(cutter: Cutter, at: int, tree: BlockTree) -> int:
    """Cut an end-of-block marker `^`. Return the offset after it; -1 where there is none."""
    match = patterns.END_OF_BLOCK.match(cutter.text, at, cutter.end)
    if not match:
        return -1
    tree.add(Block("ial", cutter.excerpt, at, match.end()), "end")
    return match.end()


class Quote(NoItem):
    """What a quote holds."""

    def __init__(self, cutter: Cutter, start: int, stop: int) -> None:
        self._cutter = cutter
        self._start = start
        self._stop = stop

    def blocks(self) -> list[Block]:
        """The quote's blocks."""
        tree = BlockTree()
        if self._cutter.depth < self._cutter.deepest:
            excerpt = self._built()
            self._cutter.inner(excerpt, len(excerpt.text)).run(0, tree)
        return tree.blocks

    def _built(self) -> Cut:
        builder = CutBuilder(self._cutter.excerpt)
        for line in patterns.LINE.finditer(self._cutter.text, self._start, self._stop):
            builder.add(patterns.QUOTE_START.sub("", line[0]), line.start(), line.end())
        return builder.built()
