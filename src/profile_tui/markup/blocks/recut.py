"""Cuts some items of a list again, where the others are known from before a change.

What decides where an item starts is the line itself and the item before it, so a list that is cut from one item on
comes to the same items again as soon as it comes to one that it had.
"""

from __future__ import annotations

from collections.abc import Callable

from profile_tui.markup.blocks.lists import ItemList, Lines, ListItem
from profile_tui.markup.blocks.model import Block


def recut(
    block: Block,
    at: int,
    *,
    before: int | None,
    is_known: Callable[[int], bool],
    others_spaced: Callable[[], bool] | None,
) -> tuple[list[Block], int | None]:
    """The items of a list from one on, up to the first that is known; and where that starts, if there is one.

    Args:
        block: The list, cut from the text as it is now; no list of definitions.
        at: Where the first of them starts.
        before: Where the item before that starts; None where it is the list's first.
        is_known: Whether the item that starts at a place is known, and so those after it.
        others_spaced: Whether all items of the list before these are `spaced`; None where there are none.

    Raises:
        TypeError: The block isn't a list.
    """
    if not isinstance(block.inner, ItemList):
        raise TypeError(f"{block} is no list")
    blocks = _Some(block.inner, at, before, is_known, others_spaced)
    return blocks.blocks(), blocks.known_from


class _Some(ItemList):
    """Some items that follow each other, of a list whose other items are known."""

    def __init__(
        self,
        whole: ItemList,
        at: int,
        before: int | None,
        is_known: Callable[[int], bool],
        others_spaced: Callable[[], bool] | None,
    ) -> None:
        super().__init__(whole.cutter, whole.kind, at, whole.stop, whole.marked)
        self._others_spaced = others_spaced
        self._found: list[ListItem] = []
        self.known_from: int | None = None
        for first in Lines(self.cutter, self.kind, at, before).items(apart=True):
            if self._found:
                self._found[-1].stop = first.start
            if is_known(first.start):
                self.known_from = first.start
                return
            self._found.append(ListItem(self, first, self.stop))

    def items(self) -> list[ListItem]:
        """The items."""
        return self._found

    def is_last(self, item: ListItem) -> bool:
        """Whether an item is the last of the whole list."""
        return self.known_from is None and super().is_last(item)

    def are_others_spaced(self) -> bool:
        """Whether there are items before the last of the list, and all of them are spaced."""
        mine = self._found[:-1]
        if not all(other.is_spaced() for other in mine):
            return False
        return bool(mine) if self._others_spaced is None else self._others_spaced()
