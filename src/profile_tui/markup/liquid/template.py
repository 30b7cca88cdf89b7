"""A text with its Liquid: the tags that run, the blocks, and what encloses an offset."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from profile_tui.markup.liquid.tokens import OUTPUT, TAG, Token, tokens
from profile_tui.text.dataclass import dataclass
from profile_tui.text.span import Span

_HIDING = frozenset(("comment", "raw"))
_KNOWN = frozenset("if unless case for tablerow capture comment raw highlight ifchanged".split())
_PARTS = {"else": ("if", "unless", "case", "for"), "elsif": ("if", "unless"), "when": ("case",)}


@dataclass(frozen=True, slots=True)
class Branch:
    """A part of a block: what follows its opening tag, an `else`, an `elsif` or a `when`.

    Attributes:
        tag: The tag that begins it.
        body: What is in it.
    """

    tag: Token
    body: Span


@dataclass(frozen=True, slots=True)
class LiquidBlock:
    """A tag with its end, and what lies between.

    Attributes:
        open: The tag that begins it.
        close: The tag that ends it; None where there is none, so that the block reaches as far as the one around it.
        branches: Its parts, at least one.
        depth: How many blocks are around it.
    """

    open: Token
    close: Token | None
    branches: tuple[Branch, ...]
    depth: int

    @property
    def name(self) -> str:
        """The name of the opening tag."""
        return self.open.name

    @property
    def body(self) -> Span:
        """All between the opening tag and the closing one, other tags of the block included."""
        return Span(self.open.span.end, self.branches[-1].body.end)

    @property
    def span(self) -> Span:
        """All of it, with its tags."""
        return Span(self.open.span.start, self.close.span.end if self.close else self.body.end)

    def holds(self, offset: int) -> bool:
        """Whether a text that is put in at an offset becomes part of the block, or breaks one of its tags."""
        return self.span.start < offset and (offset < self.span.end or (self.close is None and offset == self.span.end))

    def branch_at(self, offset: int) -> Branch | None:
        """The part that an offset lies in; None within a tag of the block."""
        return next((part for part in self.branches if part.body.start <= offset <= part.body.end), None)


@dataclass(frozen=True)
class Template:
    """A text with its Liquid.

    Attributes:
        text: The text.
        span: The part of it that was read.
        tokens: The tags and outputs that Liquid runs, in their order: none in comments and raw blocks.
        blocks: The blocks in the order in which they begin, comments and raw blocks included.
        stray: Tags that end a block which has not begun, or begin a part of none.
    """

    text: str
    span: Span
    tokens: tuple[Token, ...] = ()
    blocks: tuple[LiquidBlock, ...] = ()
    stray: tuple[Token, ...] = ()

    @cached_property
    def _beginning(self) -> dict[int, LiquidBlock]:
        """The blocks by where they begin."""
        return {block.span.start: block for block in self.blocks}

    def block_of(self, token: Token) -> LiquidBlock | None:
        """Return the block that a tag begins; None where it begins none."""
        return self._beginning.get(token.span.start)

    def tags(self, *names: str) -> Iterator[Token]:
        """Yield the tags that have one of these names; all of them where none is given."""
        return (token for token in self.tokens if token.type == TAG and (not names or token.name in names))

    def outputs(self) -> Iterator[Token]:
        """Yield the outputs."""
        return (token for token in self.tokens if token.type == OUTPUT)

    def enclosing(self, offset: int) -> tuple[LiquidBlock, ...]:
        """Return the blocks that a text put in at an offset would be part of, the outermost first."""
        return tuple(block for block in self.blocks if block.holds(offset))

    def is_hidden(self, offset: int) -> bool:
        """Whether an offset lies in a comment or a raw block, where Liquid runs nothing."""
        return any(block.name in _HIDING and block.holds(offset) for block in self.blocks)


def scan(text: str, span: Span | None = None) -> Template:
    """Find the tags, outputs and blocks of a text; what nothing closes reaches to the end of what is around it.

    Args:
        text: The text.
        span: The part to read; all of it where left out.
    """
    start, end = span or (0, len(text))
    # one sign alone is found much sooner than two
    if text.find("{", start, end) < 0 or (text.find("{%", start, end) < 0 and text.find("{{", start, end) < 0):
        return Template(text, Span(start, end))
    scanned = list(tokens(text, Span(start, end)))
    return _Nesting(text, Span(start, end), scanned).template()


class _Nesting:
    """Makes blocks of tokens."""

    def __init__(self, text: str, span: Span, tokens: list[Token]) -> None:
        """Read nothing yet."""
        self._text = text
        self._span = span
        self._tokens = tokens
        ends = {token.name.removeprefix("end") for token in tokens if token.name.startswith("end")}
        self._begins = _KNOWN | ends
        self._live: list[Token] = []
        self._blocks: list[LiquidBlock] = []
        self._stray: list[Token] = []
        self._open: list[tuple[int, list[Token]]] = []

    def template(self) -> Template:
        """The text with its blocks."""
        for token in self._tokens:
            self._take(token)
        while self._open:
            self._close(None, self._span.end)
        blocks = tuple(sorted(self._blocks, key=lambda block: block.span.start))
        return Template(self._text, self._span, tuple(self._live), blocks, tuple(self._stray))

    def _take(self, token: Token) -> None:
        """One token more."""
        inside = [tags[0].name for _, tags in self._open]
        name = token.name
        if inside and inside[-1] == "comment" and name not in ("comment", "raw", "endcomment", "endraw"):
            return  # newer versions of Liquid read nothing there, older ones ask only that blocks are closed
        if token.type != TAG:
            if token.type == OUTPUT:
                self._live.append(token)
        elif name.startswith("end") and name[3:] in self._begins:
            self._end_of(name[3:], inside, token)
        elif name in _PARTS and inside and inside[-1] in _PARTS[name]:
            self._open[-1][1].append(token)
            self._live.append(token)
        elif name in self._begins:
            if "comment" not in inside:
                self._live.append(token)
            self._open.append((len(self._open), [token]))
        elif name in _PARTS:
            self._stray.append(token)
        else:
            self._live.append(token)

    def _end_of(self, name: str, inside: list[str], token: Token) -> None:
        """A tag that ends a block: the innermost of its name, with those in it that nothing ends."""
        if name not in inside:
            self._stray.append(token)
            return
        while self._open[-1][1][0].name != name:
            self._close(None, token.span.start)
        self._close(token, token.span.start)
        if all(tags[0].name != "comment" for _, tags in self._open):
            self._live.append(token)

    def _close(self, close: Token | None, end: int) -> None:
        """The innermost open block is at its end."""
        depth, tags = self._open.pop()
        stops = [*(tag.span.start for tag in tags[1:]), end]
        branches = tuple(
            Branch(tag, Span(tag.span.end, max(stop, tag.span.end))) for tag, stop in zip(tags, stops, strict=True)
        )
        self._blocks.append(LiquidBlock(tags[0], close, branches, depth))
