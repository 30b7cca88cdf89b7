"""What a text was cut into before a change, so that a long list need not be gone through again to find its end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from profile_tui.markup.blocks.model import Block
from profile_tui.markup.blocks.patterns import BLANKS
from profile_tui.text.named_tuple import NamedTuple


class Before(NamedTuple):
    """What a text was cut into that differs in one place.

    Attributes:
        blocks: Its top-level blocks.
        start: Where the texts begin to differ.
        end: Where they are alike again, in that text.
        grown: By how much the other text is longer.
    """

    blocks: Sequence[Block]
    start: int
    end: int
    grown: int

    def block_at(self, at: int) -> Block | None:
        """The block that began at a place; None where none did."""
        return next((block for block in self.blocks if block.start == at), None)

    def end_of(self, was: Block, text: str, takes: re.Pattern[str]) -> int:
        """Where a plain list ends now; 0 where it is to be gone through.

        The pattern takes a line that is not blank at a time, with the blank ones before it, and looks no further. So it
        is as far as it was at the end of each such line before the change; and if it comes to the end of one after it,
        goes on as it did.

        Args:
            was: The list as it was.
            text: The text as it is now.
            takes: What took the list as it was from its start, and takes one with the same first line.
        """
        old = was.excerpt.text
        resumed = _line_end_before(text, was.start, self.start)
        then = old.find("\n", self.end, was.stop) + 1
        while then and not old[old.rfind("\n", was.start, then - 1) + 1 : then].strip(BLANKS):
            then = old.find("\n", then, was.stop) + 1
        if not resumed or not then:
            return 0
        match = takes.match(text, resumed, then + self.grown)
        return was.stop + self.grown if match and match.end() == then + self.grown else 0


def _line_end_before(text: str, first: int, at: int) -> int:
    """Where the last line before a place ends that is not blank; 0 where there is none from `first` on."""
    stop = text.rfind("\n", first, at) + 1
    while stop > first:
        start = max(text.rfind("\n", first, stop - 1) + 1, first)
        if text[start:stop].strip(BLANKS):
            return stop
        stop = start
    return 0
