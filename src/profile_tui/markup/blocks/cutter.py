"""The block loop: which syntax claims the text at a place, in the order in which kramdown asks."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from profile_tui.markup.blocks import patterns, tables
from profile_tui.markup.blocks.before import Before
from profile_tui.markup.blocks.excerpts import Excerpt
from profile_tui.markup.blocks.fences import Fences
from profile_tui.markup.blocks.model import Block
from profile_tui.markup.blocks.tree import BlockTree
from profile_tui.text.named_tuple import NamedTuple


class Claims(NamedTuple):
    """Which syntax may claim a line, by its first character, in the order in which kramdown asks.

    Attributes:
        before: What is asked before the syntax that needs a blank line above it.
        after: What is asked after that.
    """

    before: Mapping[str, tuple[Claim, ...]]
    after: Mapping[str, tuple[Claim, ...]]


class Cutter:
    """Cuts one text.

    Attributes:
        claims: The syntax of blocks beyond plain paragraphs.
        excerpt: The text and its place in the page.
        text: The text.
        end: Where to stop; a line end is before it.
        depth: How deep the text is nested.
        nesting: The same, with the elements that are being cut.
        deepest: What is nested deeper stays uncut.
    """

    deepest = 50

    def __init__(self, excerpt: Excerpt, end: int, claims: Claims, depth: int = 0) -> None:
        self.claims = claims
        self.excerpt = excerpt
        self.text = excerpt.text
        self.end = end
        self.depth = self.nesting = depth
        self._found: dict[str, tuple[int, int]] = {}
        self.fences: Fences | None = None
        self.unclosed: set[str] = set()
        self.before: Before | None = None

    def inner(self, excerpt: Excerpt, end: int) -> Cutter:
        """A cutter for what a block of this text holds."""
        return Cutter(excerpt, end, self.claims, self.depth + 1)

    def find(self, what: str, at: int) -> int:
        """Where `what` stands next; each part of the text is searched once only."""
        since, index = self._found.get(what, (at + 1, 0))
        if since <= at and (index < 0 or at <= index):
            return index
        index = self.text.find(what, at, self.end)
        self._found[what] = at, index
        return index

    def run(self, at: int, tree: BlockTree) -> int:
        """Cuts from `at` to the end or, in an element, to its end tag; gives the place after that."""
        text, end, excerpt = self.text, self.end, self.excerpt
        plain, gap = patterns.PLAIN.match, patterns.GAP.match
        while at < end and not tree.closed:
            if match := plain(text, at, end):
                stop, then = match.span(3)
                if match[1]:
                    title = match.span(2)
                    tree.add(Block("heading", excerpt, at, stop, None, title, match.end(1) - at))
                else:
                    if then == stop and then < end and text[then] in " {":
                        then, stop = self._paragraph_rest(then, stop)
                    tree.add_text(Block("paragraph", excerpt, at, stop))
                if then > stop:
                    tree.kinds.append("blank")
                at = then
            elif match := gap(text, at, end):
                tree.add_blank()
                at = match.end()
            else:
                at = self._block(at, tree)
        return at

    def _block(self, at: int, tree: BlockTree) -> int:
        """Cuts one block that isn't a plain paragraph, and gives the place after it."""
        text = self.text
        if text.startswith(("    ", "\t"), at):
            block = self._code(at, tree)
            return block if block > at else self._stray_line(at, tree)
        first = at
        while text[first] == " ":
            first += 1
        for claim in self.claims.before.get(text[first], ()):
            if (block := claim(self, at, tree)) >= 0:
                return block
        if (block := self._at_boundary(at, tree)) >= 0:
            return block
        for claim in self.claims.after.get(text[first], ()):
            if (block := claim(self, at, tree)) >= 0:
                return block
        return self._paragraph(at, tree) if text[first] != "\t" else self._stray_line(at, tree)

    # --- paragraphs
    def _paragraph(self, at: int, tree: BlockTree) -> int:
        match = patterns.PARAGRAPH.match(self.text, at, self.end)
        assert match is not None  # a text ends in a line end
        stop, then = match.span(1)
        if then == stop and then < self.end:
            then, stop = self._paragraph_rest(then, stop)
        tree.add_text(Block("paragraph", self.excerpt, at, stop))
        if then > stop:
            tree.add_blank()
        return then

    def _paragraph_rest(self, then: int, stop: int) -> tuple[int, int]:
        """Goes on over lines that look like the end of a paragraph and are not; gives what follows, and the end."""
        text, end = self.text, self.end
        while then == stop and then < end and self._is_paragraph_text(then):
            match = patterns.PARAGRAPH.match(text, then, end)
            assert match is not None  # a text ends in a line end
            stop, then = match.span(1)
        return then, stop

    def _is_paragraph_text(self, at: int) -> bool:
        """Whether a line that starts like an attribute list is none."""
        lead = patterns.LEAD.match(self.text, at, self.end)
        return lead is not None and self.text.startswith("{", lead.end()) and self.ial_end(at) < 0

    def _stray_line(self, at: int, tree: BlockTree) -> int:
        """A line that no syntax of kramdown's claims: text without a paragraph around it."""
        match = patterns.LINE.match(self.text, at, self.end)
        assert match is not None  # a text ends in a line end
        if tree.kinds[-1] == "text":
            tree.blocks[-1].stop = match.end()
        else:
            pending = tree.pending
            tree.add(Block("paragraph", self.excerpt, at, match.end()), "text")
            tree.pending = pending
        return match.end()

    def _code(self, at: int, tree: BlockTree) -> int:
        stop = self.code_end(at)
        if stop > at:
            tree.add(Block("code", self.excerpt, at, stop))
        return stop

    def code_end(self, at: int) -> int:
        """Where indented code that starts at `at` stops; at `at`, if there is none."""
        text, end = self.text, self.end
        while True:
            gap = patterns.GAP.match(text, at, end)
            match = patterns.CODE_LINES.match(text, gap.end() if gap else at, end)
            if not match:
                return at
            at = match.end()
            while at < end and not patterns.GAP.match(text, at, end) and not self._ends_code(at):
                line = patterns.LINE.match(text, at, end)
                assert line is not None  # a text ends in a line end
                at = line.end()

    def _ends_code(self, at: int) -> bool:
        text, end = self.text, self.end
        if not text.startswith(("^", "<", "{", " "), at):
            return False
        return (
            bool(patterns.END_OF_BLOCK.match(text, at, end) or patterns.HTML_LAZY_END.match(text, at, end))
            or self.ial_end(at) >= 0
        )

    def ends_lazily(self, at: int) -> bool:
        """Whether even a quote, which takes on any text, ends before the line at `at`."""
        text, end = self.text, self.end
        return at >= end or bool(patterns.GAP.match(text, at, end)) or self._ends_code(at)

    # --- what needs a blank line before it
    def _at_boundary(self, at: int, tree: BlockTree) -> int:
        text, end = self.text, self.end
        if not patterns.NEEDS_BOUNDARY.match(text, at, end):
            return -1
        if (match := patterns.SETEXT.match(text, at, end)) and tree.at_boundary():
            start = match.start(1)
            title = patterns.without_id(match[1].rstrip(patterns.RUBY_BLANKS))
            if title:
                level = 2 if match[2] == "-" else 1
                tree.add(Block("heading", self.excerpt, at, match.end(), None, (start, start + len(title)), level))
                return match.end()
        if (match := patterns.MATH.match(text, at, end)) and not match[1] and tree.at_boundary():
            close = self.find("$$", match.end())
            if close >= 0:
                gap = patterns.BLANK_REST.match(text, close + 2, end)
                stop = gap.end() if gap else close + 2
                if self.before_boundary(stop):
                    tree.add(Block("math", self.excerpt, at, stop))
                    return stop
        if patterns.TABLE_START.match(text, at, end) and tree.at_boundary():
            tree.pending = False  # kramdown hands the list to a table before it knows whether there is one
            stop = tables.table_end(text, at, end)
            if stop >= 0 and self.before_boundary(stop) and tables.has_pipes(text[at : stop - 1]):
                tree.add(Block("table", self.excerpt, at, stop))
                return stop
        return -1

    def before_boundary(self, at: int) -> bool:
        """Whether a blank line, an end-of-block marker, an attribute list or the end is at `at`."""
        text, end = self.text, self.end
        return (
            at >= end
            or bool(patterns.GAP.match(text, at, end) or patterns.END_OF_BLOCK.match(text, at, end))
            or self.ial_end(at) >= 0
        )

    def ial_end(self, at: int) -> int:
        """Where the attribute list line at `at` ends; -1 where there is none."""
        near = min(self.end, at + patterns.LONGEST_ATTRIBUTES)
        if not -1 < self.find("}", at) < near:
            return -1
        match = patterns.IAL.match(self.text, at, near)
        return match.end() if match else -1


Claim = Callable[[Cutter, int, BlockTree], int]
"""Cuts the block at an offset into the tree, and returns the offset after it; -1 where its syntax is not there."""
