"""Cuts a page body into blocks with exact spans, the way kramdown's GFM parser does, which is what Jekyll renders.

    for block in blocks(text, start=front_matter.end):
        ...

kramdown differs from CommonMark in what ends a paragraph, in lists and in HTML; see `claims` for the order in which
syntax is tried, `lists` for the rules of items, `html` for elements. Liquid is not run: its tags are text.
The top level is cut in one pass; what is in a list or a quote is cut when it is asked for.
"""

from __future__ import annotations

from profile_tui.markup.blocks.before import Before
from profile_tui.markup.blocks.claims import KRAMDOWN
from profile_tui.markup.blocks.cutter import Cutter
from profile_tui.markup.blocks.excerpts import Excerpt
from profile_tui.markup.blocks.model import Block, walk
from profile_tui.markup.blocks.tree import BlockTree

__all__ = ["Before", "Block", "blocks", "html_block", "walk"]


def blocks(text: str, start: int = 0, end: int | None = None, *, before: Before | None = None) -> list[Block]:
    r"""The top-level blocks of a page body.

    Args:
        text: The page's text, whose lines end in `\n`.
        start: Where the body starts: after the front matter.
        end: Where it ends; None for the end of the text.
        before: What a text was cut into that differs in one place, so that a long list need not be gone through again.

    Returns:
        The blocks in order; their spans are offsets in `text`.
    """
    end = len(text) if end is None else end
    if start >= end:
        return []
    whole = text if text[end - 1] == "\n" else text[:end] + "\n"
    tree = BlockTree()
    cutter = Cutter(Excerpt(whole, end), end if whole is text else end + 1, KRAMDOWN)
    cutter.before = before
    cutter.run(start, tree)
    cutter.before = None
    return tree.blocks


def html_block(text: str, start: int = 0) -> list[Block]:
    """Return a body that is HTML as one block, which kramdown never sees; nothing where it is empty."""
    if start >= len(text):
        return []
    return [Block("html", Excerpt(text, len(text)), start, len(text), tag="html")]
