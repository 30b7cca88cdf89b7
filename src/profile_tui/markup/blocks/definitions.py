"""Definition lists: lines after a colon make the paragraph before them a list of terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from profile_tui.markup.blocks import patterns
from profile_tui.markup.blocks.lists import ItemList, Lines
from profile_tui.markup.blocks.model import Block, NoItem
from profile_tui.markup.blocks.tree import BlockTree

if TYPE_CHECKING:
    from profile_tui.markup.blocks.cutter import Cutter


def cut_definitions(cutter: Cutter, at: int, tree: BlockTree) -> int:
    """Cuts the definitions at `at`, which make the paragraph before them a list of terms; -1 if there are none."""
    text, end = cutter.text, cutter.end
    if not patterns.DL_START.match(text, at, end) or (index := _terms(text, at, tree)) < 0:
        return -1
    lines = Lines(cutter, "dl", at)
    for _ in lines.items(apart=False):
        pass
    inner = ItemList(cutter, "dl", at, lines.at, marked=False)
    if tree.kinds[-1] == "blank":
        tree.kinds.pop()
    tree.kinds.pop()
    terms = tree.blocks[index]
    del tree.blocks[index:]  # attribute lists between the terms and the definitions are lines of the list, too
    if tree.kinds[-2:] == ["dl", "blank"]:
        tree.kinds.pop()
    before = tree.blocks[-1].inner if tree.kinds[-1] == "dl" else None
    if isinstance(before, Definitions):
        before.parts.append(inner)
        tree.blocks[-1].stop = lines.end_of_text
        tree.pending = False
    else:
        tree.add(Block("dl", cutter.excerpt, terms.start, lines.end_of_text, Definitions([inner])))
    tree.asked = inner
    return lines.at


def _terms(text: str, at: int, tree: BlockTree) -> int:
    """Which block is the paragraph that is before `at`, with one empty line between at most; -1 if none does."""
    index = len(tree.blocks) - 1
    if tree.kinds[-1] == "paragraph":
        return index
    if tree.kinds[-2:] != ["paragraph", "blank"]:
        return -1
    gap = ""
    while tree.blocks[index].kind == "ial":  # waits for the next block
        gap += text[tree.blocks[index].stop : at]
        at = tree.blocks[index].start
        index -= 1
    return index if gap + text[tree.blocks[index].stop : at] == "\n" else -1


class Definitions(NoItem):
    """What a definition list holds."""

    def __init__(self, parts: list[ItemList]) -> None:
        self.parts = parts

    def blocks(self) -> list[Block]:
        """The definitions."""
        return [block for part in self.parts for block in part.blocks()]
