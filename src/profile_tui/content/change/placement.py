"""Where no entry may be put: Liquid that repeats, hides or quotes what is in it, and what follows the end of a page."""

from __future__ import annotations

from collections.abc import Iterable

from profile_tui.content.entries.section import Section
from profile_tui.content.page.page import Page
from profile_tui.markup.liquid import expressions
from profile_tui.markup.liquid.template import Block
from profile_tui.text.errors import Refused
from profile_tui.text.pattern import lazily

_BARRED = {
    "for": "a loop, which would repeat it",
    "tablerow": "a loop, which would repeat it",
    "comment": "a comment, which nobody sees",
    "raw": "a raw block",
    "highlight": "a block of code",
}
_LOOPS = ("for", "tablerow")
_END = lazily(r"</(?:body|html)\s*>", 2)


def check_places(page: Page, offsets: Iterable[int]) -> None:
    """Raise Refused where something would be put into Liquid that spoils it, or after the end of the page."""
    end = _END.search(page.text, page.body_start)
    for offset in offsets:
        block = next((block for block in page.liquid.enclosing(offset) if block.name in _BARRED), None)
        if block is not None:
            raise Refused(
                f"it would stand in {_BARRED[block.name]}; nothing was written. Add it by hand where it belongs",
                line=page.source.line_number(block.span.start),
            )
        if end is not None and offset > end.start():
            raise Refused("it would stand after the end of the page; nothing was written. Add it by hand")


def check_not_made(page: Page, section: Section) -> None:
    """Raise Refused where a section without entries of its own is filled by a loop: a new one belongs to its source."""
    made = (block for block in page.liquid.blocks if block.name in _LOOPS)
    loop = next((block for block in made if section.body.start <= block.span.start < section.body.end), None)
    if loop is not None:
        raise Refused(
            f"a loop makes this list; add the entry to {_kept_in(page, loop)}",
            line=page.source.line_number(loop.span.start),
        )


def _kept_in(page: Page, block: Block) -> str:
    """Return where the entries are kept that a loop shows, as far as its tag tells."""
    loop = expressions.loop(block.open.content.of(page.text))
    source = loop.source if loop else None
    if isinstance(source, expressions.Path):
        for token in page.liquid.tags("assign"):
            given = expressions.assignment(token.content.of(page.text))
            if given and token.span.start < block.span.start and given.variable == source.dotted:
                source = given.expression.value
                break
    steps = source.dotted.split(".") if isinstance(source, expressions.Path) else [""]
    if steps[:2] == ["site", "data"] and len(steps) > 2:
        return "_data/" + "/".join(steps[2:])
    if steps[0] == "site" and len(steps) == 2:
        return f"_{steps[1]}"
    if steps[0] == "page" and len(steps) == 2:
        return f"`{steps[1]}` in the front matter"
    return f"what it shows, `{'.'.join(steps)}`" if steps[0] else "what it shows"


def check_liquid(old: Page, new: Page) -> None:
    """Raise Refused where a change would leave a block of Liquid open, or a tag that ends none."""
    if _loose_ends(new) > _loose_ends(old):
        raise Refused("the change would break a Liquid tag around it; nothing was written. Edit the source instead")


def _loose_ends(page: Page) -> int:
    """Return how many tags of Liquid have no partner."""
    return len(page.liquid.stray) + sum(block.close is None for block in page.liquid.blocks)
