"""One level of blocks while it is being cut."""

from __future__ import annotations

from typing import Protocol

from profile_tui.markup.blocks.model import Block


class EndsBlank(Protocol):
    """A list's inside, which knows whether blank lines are at its end."""

    def ends_blank(self) -> bool:
        """Whether kramdown finds a blank line at the end of the last item that holds anything."""
        ...


class BlockTree:
    """The blocks found so far on one level, and what kramdown's rules ask about the last one.

    Attributes:
        tag: The element whose end tag ends the level; empty outside of elements.
        blocks: The blocks.
        kinds: kramdown's children of the level, after an empty one: blocks, and also `blank`, `end` (an end-of-block
            marker), `mark` (what else leaves only a mark) and `text`.
        pending: Whether an attribute list waits for the next block.
        closed: Whether the end tag was found.
        asked: The list that was cut last, while nobody has asked whether it ends in a blank line.
    """

    __slots__ = ("asked", "blocks", "closed", "kinds", "pending", "tag")

    def __init__(self, tag: str = "") -> None:
        self.tag = tag
        self.blocks: list[Block] = []
        self.kinds = [""]
        self.pending = False
        self.closed = False
        self.asked: EndsBlank | None = None

    def add(self, block: Block, kind: str = "") -> None:
        """Adds a block; `kind` is what kramdown calls it, where that differs."""
        self.blocks.append(block)
        self.kinds.append(kind or block.kind)
        self.pending = False
        self.asked = None

    def add_text(self, view_block: Block) -> None:
        """Adds a paragraph, or lengthens the one that is directly before it."""
        if self.kinds[-1] == "paragraph":
            self.blocks[-1].stop = view_block.stop
        else:
            self.add(view_block)

    def add_blank(self) -> None:
        """Notes blank lines."""
        if self.kinds[-1] != "blank":
            self.kinds.append("blank")
            self.pending = False
        self.asked = None

    def settle(self) -> str:
        """The kind of the last child, after a list has given up the blank lines at its end."""
        if self.asked is not None:
            if self.asked.ends_blank():
                self.kinds.append("blank")
            self.asked = None
        return self.kinds[-1]

    def at_boundary(self) -> bool:
        """Whether a block may start here that needs a blank line before it."""
        return self.pending or self.settle() in ("", "blank", "end")
