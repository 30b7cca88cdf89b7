"""HTML blocks: an element lasts to its own end tag, over blank lines, and to the end of the text without one."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from profile_tui.markup.blocks import patterns
from profile_tui.markup.blocks.model import Block
from profile_tui.markup.blocks.tree import BlockTree

if TYPE_CHECKING:
    from profile_tui.markup.blocks.cutter import Cutter

_MODELS = {"0": "raw", "1": "default", "span": "span", "block": "block"}


def cut_html(cutter: Cutter, at: int, tree: BlockTree) -> int:
    """Cuts the comment or element at `at`, or ends the level of one; gives the place after it, -1 if none is there."""
    text, end = cutter.text, cutter.end
    if text.startswith(patterns.COMMENT_OPEN, at):
        close = cutter.find(patterns.COMMENT_CLOSE, at + 4)
        if close < 0:
            return -1
        stop = _after_blanks(cutter, close + 3)
        pending = tree.pending
        tree.add(Block("comment", cutter.excerpt, at, stop, None, (at + 4, close)))
        tree.pending = pending
        return stop
    first = text.index("<", at)
    if tag := patterns.TAG.match(text, first, end):
        if tag[1].lower() in patterns.SPAN_ELEMENTS:
            return -1
        block, stop = _element(cutter, tag, at, cutter.nesting, raw_parent=False)
        # kramdown leaves the line end after some elements as a blank line; it still belongs to the element's line.
        block.stop = stop if text[stop - 1] == "\n" else _after_blanks(cutter, stop)
        tree.add(block)
        return stop
    close_tag = patterns.CLOSE_TAG.match(text, first, end)
    if close_tag and tree.tag and close_tag[1].lower() == tree.tag:
        tree.closed = True
        return close_tag.end()
    return -1


def _after_blanks(cutter: Cutter, at: int) -> int:
    """The place after the blanks and the line end at `at`; `at`, if other text follows."""
    match = patterns.BLANK_REST.match(cutter.text, at, cutter.end)
    return match.end() if match else at


def _model(attributes: str, name: str) -> str:
    """How kramdown reads what is in an element: `raw`, `span` or `block`."""
    if not attributes or "markdown" not in attributes.lower():
        return "raw"
    wanted = ""
    for match in patterns.ATTRIBUTE.finditer(attributes):
        attribute = match[1].lower() if name in patterns.ELEMENTS else match[1]
        if attribute == "markdown":
            wanted = match[2] or match[4] or ""
    model = _MODELS.get(wanted, "raw")
    return patterns.CONTENT_MODEL.get(name, "raw") if model == "default" else model


def _element(cutter: Cutter, tag: re.Match[str], start: int, depth: int, raw_parent: bool) -> tuple[Block, int]:
    """The element whose start tag is `tag`, and where kramdown goes on after it."""
    name = _known(tag[1])
    model = _model(tag[2], name)
    if depth > cutter.deepest:
        model = "raw" if model == "block" else model
    at = tag.end()
    block = Block("html", cutter.excerpt, start, at, tag=tag[1].lower(), markdown=model != "raw")
    if name in ("script", "style"):
        block.markdown = False
        block.inside, at = _to_end_tag(cutter, name, at)
        return block, at
    if tag[3] or name in patterns.EMPTY_ELEMENTS:
        return block, _after_blanks(cutter, at) if model == "block" else at
    if model == "block":
        block.inside, at = _markdown(cutter, block, name, at, depth)
    elif model == "span":
        block.inside, at = _to_end_tag(cutter, name, at)
    else:
        block.inside, at = _raw(cutter, block, name, at, depth)
    return block, at if raw_parent else _after_blanks(cutter, at)


def _to_end_tag(cutter: Cutter, name: str, at: int) -> tuple[tuple[int, int], int]:
    match = patterns.element_end(name).search(cutter.text, at, cutter.end)
    if not match:
        return (at, cutter.end), cutter.end
    return (at, match.start()), match.end()


def _markdown(cutter: Cutter, block: Block, name: str, at: int, depth: int) -> tuple[tuple[int, int], int]:
    """Cuts the blocks in an element: its end is only known from them."""
    start, at = at, _after_blanks(cutter, at)
    inner = BlockTree(tag=name)
    outer, cutter.nesting = cutter.nesting, depth + 1
    stop = cutter.run(at, inner)
    cutter.nesting = outer
    block.hold(inner.blocks)
    inside = cutter.text.rindex("<", start, stop) if inner.closed else stop
    return (start, inside), stop


def _raw(cutter: Cutter, block: Block, name: str, at: int, depth: int) -> tuple[tuple[int, int], int]:
    """Passes over raw content; elements in it that are read as Markdown become the block's children."""
    text, end, search = cutter.text, cutter.end, patterns.RAW_HTML.search
    start, open_names = at, [name]
    held: list[Block] = []
    while match := search(text, at, end):
        at = match.end()
        closing, opening, attributes, alone = match.groups()
        if closing is not None:
            if open_names[-1] == _known(closing):
                open_names.pop()
                if not open_names:
                    block.hold(held)
                    return (start, match.start()), at
        elif opening is None:
            sign = "?>" if match[0] == "<?" else patterns.COMMENT_CLOSE
            close = cutter.find(sign, at)
            at = close + len(sign) if close >= 0 else at
        elif (element := _known(opening)) in ("script", "style"):
            at = _to_end_tag(cutter, element, at)[1]
        elif _model(attributes, element) != "raw" and depth <= cutter.deepest:
            tag = patterns.TAG.match(text, match.start(), end)
            assert tag is not None  # the pattern of raw HTML contains it
            inner, at = _element(cutter, tag, tag.start(), depth + 1, raw_parent=True)
            inner.stop = at
            held.append(inner)
        elif not alone and element not in patterns.EMPTY_ELEMENTS:
            open_names.append(element)
    block.hold(held)
    return (start, end), end


@lru_cache(maxsize=512)
def _known(name: str) -> str:
    """An element's name as kramdown compares it: in lower case, if it is an element of HTML."""
    lower = name.lower()
    return lower if lower in patterns.ELEMENTS else name
