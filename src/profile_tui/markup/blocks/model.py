"""What a page body is cut into."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from profile_tui.markup.blocks.excerpts import Excerpt
from profile_tui.markup.blocks.patterns import BLANKS
from profile_tui.text.span import Span


class Inner(Protocol):
    """What a block holds, until somebody asks for it."""

    def blocks(self) -> list[Block]:
        """Cuts it."""
        ...

    def is_lone(self) -> bool:
        """Whether it is an item that is one line of text."""
        ...

    def is_loose(self) -> bool:
        """Whether a paragraph that is first in it is rendered as one."""
        ...

    def is_spaced(self) -> bool:
        """Whether a blank line follows a paragraph that is first in it."""
        ...


class NoItem:
    """What is no item: it is neither loose nor spaced, nor a line of text."""

    def is_lone(self) -> bool:
        """Return False."""
        return False

    def is_loose(self) -> bool:
        """Return False."""
        return False

    def is_spaced(self) -> bool:
        """Return False."""
        return False


class Block:
    """A block of a page body, as kramdown takes it.

    All spans are offsets in the text that `blocks` was given. `ial` stands for every line that says something to
    kramdown and shows nothing: attribute lists, options and end-of-block markers. A `dl` has `dd` children.

    Attributes:
        kind: `heading`, `paragraph`, `ul`, `ol`, `item`, `html`, `comment`, `code`, `rule`, `quote`, `table`, `math`,
            `definition`, `ial`, `extension`, `dl` or `dd`.
        level: 1 to 6 for a heading, else 0.
        tag: The element's name in lower case for `html`, else empty.
        markdown: Whether the content of an `html` block is read as Markdown.
        start: Where the block starts in the text it was cut from.
        stop: Where it stops there.
        inside: Where its content starts and stops there; None where that is the whole block.
        sign: Where an item's marker starts and stops there.
        excerpt: The text it was cut from.
        inner: What it holds, if that is cut on demand.
    """

    __slots__ = ("_children", "excerpt", "inner", "inside", "kind", "level", "markdown", "sign", "start", "stop", "tag")

    def __init__(
        self,
        kind: str,
        excerpt: Excerpt,
        start: int,
        stop: int,
        inner: Inner | None = None,
        inside: tuple[int, int] | None = None,
        level: int = 0,
        tag: str = "",
        markdown: bool = False,
        sign: tuple[int, int] | None = None,
    ) -> None:
        self.kind = kind
        self.excerpt = excerpt
        self.start = start
        self.stop = stop
        self.inner = inner
        self.inside = inside
        self.level = level
        self.tag = tag
        self.markdown = markdown
        self.sign = sign
        self._children: list[Block] | None = None

    def __repr__(self) -> str:
        start, end = self.span
        return f"Block({self.kind} {start}:{end})"

    @property
    def span(self) -> Span:
        """The whole source lines of the block, without the blank lines after it.

        A block that starts or ends within a line (the first one of an item, one after an end tag) has that part only.
        """
        return Span(self.excerpt.line_start(self.start), self.excerpt.line_end(self.stop))

    @property
    def content(self) -> Span:
        """What the block says.

        A heading's text, a paragraph from its first to its last character, an item from after its marker to the end
        of its last line, an element's inside; of any other block the span.
        """
        excerpt = self.excerpt
        if self.inside is not None:
            start, stop = excerpt.at(self.inside[0]), excerpt.at(self.inside[1])
            return Span(start, max(start, stop))
        if self.kind != "paragraph":
            return self.span
        text = excerpt.text[self.start : self.stop]
        shift = len(text) - len(text.lstrip(BLANKS))
        return Span(excerpt.at(self.start + shift), excerpt.at(self.start + len(text.rstrip(BLANKS)) - 1) + 1)

    @property
    def marker(self) -> Span:
        """An item's bullet or number and the blanks after it; else empty, at the start of the block."""
        if self.sign is None:
            start = self.span.start
            return Span(start, start)
        return Span(self.excerpt.at(self.sign[0]), self.excerpt.at(self.sign[1]))

    @property
    def children(self) -> list[Block]:
        """The blocks within: a list's items, and what an item, a quote or an element read as Markdown holds.

        An element with raw content has those elements in it that are read as Markdown.
        """
        if self._children is None:
            self._children = self.inner.blocks() if self.inner is not None else []
        return self._children

    def hold(self, children: list[Block]) -> None:
        """Gives the block its children, when they were cut along with it."""
        self._children = children

    @property
    def lone(self) -> bool:
        """Whether it is an item that is one line of text, as most are; it holds no other block."""
        return self.inner is not None and self.inner.is_lone()

    @property
    def loose(self) -> bool:
        """Whether kramdown renders an item's own text as a paragraph of its own."""
        return self.inner is not None and self.inner.is_loose()

    @property
    def spaced(self) -> bool:
        """Whether an item begins with a paragraph and a blank line: whether the last of a list is loose hangs on it."""
        return self.inner is not None and self.inner.is_spaced()


def walk(blocks: Iterable[Block]) -> Iterator[tuple[int, Block]]:
    """All blocks with their depth (0 for `found`), a block before its children."""
    stack = [iter(blocks)]
    while stack:
        block = next(stack[-1], None)
        if block is None:
            stack.pop()
        else:
            yield len(stack) - 1, block
            stack.append(iter(block.children))
