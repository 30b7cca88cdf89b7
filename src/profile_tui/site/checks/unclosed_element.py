"""`unclosed-element`: an element without an end tag, which takes the rest of the page in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from profile_tui.content.page.page import Page
from profile_tui.markup.blocks import Block, walk
from profile_tui.markup.html import VOID
from profile_tui.site.checks import Check, register
from profile_tui.site.problem import Problem
from profile_tui.site.repository.locate import Target
from profile_tui.text.catalogue import _


def _find(page: Page, target: Target) -> Iterator[Problem]:
    for _unused, block in () if page.html else walk(page.blocks):
        if block.kind == "html" and block.tag not in VOID and _open(page.text, block):
            line = page.source.line_number(block.span.start)
            yield Problem("warning", "unclosed-element", target.name, line, _words(page.text, block))


def _open(text: str, block: Block) -> bool:
    """Whether kramdown found no end tag; what follows the element would otherwise begin with it."""
    after = block.content.end
    if re.compile(rf"[ \t]*</{block.tag}\b", re.I).match(text, after):
        return False
    start = text[block.span.start : block.content.start]
    return not start.rstrip().endswith("/>") and bool(block.content.of(text).strip())


def _words(text: str, block: Block) -> str:
    """The message."""
    rest = _("its Markdown") if block.markdown else _("what follows, which is then not read as Markdown")
    line = text[block.span.start :].partition("\n")[0]
    if f"</{block.tag}" in line.lower():
        return _("The end tag of this `<{tag}>` is not seen: it takes in {rest}. Put it on a line of its own.").format(
            tag=block.tag, rest=rest
        )
    return _("This `<{tag}>` is never closed: it takes in {rest}. Add `</{tag}>` on a line of its own.").format(
        tag=block.tag, rest=rest
    )


register(Check("unclosed-element", 80, _find))
