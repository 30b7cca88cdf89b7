"""Where the text that a nested block is parsed from is in the page.

kramdown takes the indent (or the `>`) off the lines of an item (a quote) and parses what is left. The lines keep their
order and their ends, so a place in what is left is found again by counting from the end of its line.
"""

from __future__ import annotations

from bisect import bisect_right


class Excerpt:
    r"""A text to parse, and its place in the page; this one is the page itself.

    Attributes:
        text: What is parsed. It ends in `\n`.
        limit: Where the page's text ends; spans go no further.
    """

    __slots__ = ("limit", "text")

    def __init__(self, text: str, limit: int) -> None:
        self.text = text
        self.limit = limit

    def at(self, offset: int) -> int:
        """The offset in the page of the character at `offset`."""
        return min(offset, self.limit)

    def line_start(self, offset: int) -> int:
        """Where a block that starts at `offset` starts in the page: with the whole line, if `offset` starts a line."""
        return min(offset, self.limit)

    def line_end(self, offset: int) -> int:
        """Where a block that ends before `offset` ends in the page."""
        return min(offset, self.limit)


class Cut(Excerpt):
    """A text made of pieces of another excerpt's lines.

    Attributes:
        places: For each line, where it starts in `text`.
        starts: For each line, where the page's line starts (or, for the first line of an item, the item's content).
        ends: For each line, where it ends in the page, line end included.
    """

    __slots__ = ("ends", "places", "starts")

    def __init__(self, text: str, limit: int, places: list[int], starts: list[int], ends: list[int]) -> None:
        super().__init__(text, limit)
        self.places = places
        self.starts = starts
        self.ends = ends

    def at(self, offset: int) -> int:
        """The offset in the page of the character at `offset`, as near as the page has it."""
        return min(self._at(offset), self.limit)

    def _at(self, offset: int) -> int:
        line = max(bisect_right(self.places, offset) - 1, 0)
        if line >= len(self.ends):
            return self.limit
        end = self.places[line + 1] if line + 1 < len(self.places) else len(self.text)
        return max(self.starts[line], self.ends[line] - max(end - offset, 0))

    def line_start(self, offset: int) -> int:
        """Where a block that starts at `offset` starts in the page."""
        line = bisect_right(self.places, offset) - 1
        if line >= 0 and self.places[line] == offset:
            return min(self.starts[line], self.limit)
        return self.at(offset)

    def line_end(self, offset: int) -> int:
        """Where a block that ends before `offset` ends in the page."""
        line = bisect_right(self.places, offset - 1) - 1
        end = self.places[line + 1] if line + 1 < len(self.places) else len(self.text)
        return min(self.ends[line], self.limit) if line >= 0 and offset == end else self.at(offset)


class CutBuilder:
    """Gathers the lines of a `Cut`."""

    def __init__(self, excerpt: Excerpt) -> None:
        self._excerpt = excerpt
        self._lines: list[str] = []
        self._places: list[int] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._size = 0

    def add(self, line: str, start: int, end: int) -> None:
        """Adds `line`, made of the excerpt's characters from `start` to `end` (the place after its line end)."""
        self._lines.append(line)
        self._places.append(self._size)
        self._starts.append(self._excerpt.line_start(start))
        self._ends.append(self._excerpt.at(end - 1) + 1)
        self._size += len(line)

    def built(self) -> Cut:
        """The lines as an excerpt."""
        return Cut("".join(self._lines), self._excerpt.limit, self._places, self._starts, self._ends)
