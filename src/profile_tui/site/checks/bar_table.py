"""`bar-table`: a bar in a list item or a sentence makes a table of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from profile_tui.content.page.page import Page
from profile_tui.markup.blocks import Block, walk
from profile_tui.markup.liquid.tokens import TOKEN
from profile_tui.site.checks import Check, register
from profile_tui.site.problem import Problem
from profile_tui.site.repository.locate import Target
from profile_tui.text.catalogue import _
from profile_tui.text.pattern import lazily

_BAR = lazily(r"(?<!\\)\|")
_MEANT = lazily(r"^[ \t>]*(?:\||[-:+=][-:|+= \t]*\|[-:|+= \t]*$)", re.M)


def tables(page: Page) -> Iterator[Block]:
    """Yield the tables that are none: lines in which a bar is punctuation."""
    return (
        block for _unused, block in walk(page.blocks) if block.kind == "table" and _accident(block.span.of(page.text))
    )


def _find(page: Page, target: Target) -> Iterator[Problem]:
    inside = {id(child) for _unused, block in walk(page.blocks) if block.kind == "item" for child in block.children}
    for block in tables(page):
        what = _("this list item") if id(block) in inside else _("this line")
        message = _("The bar `|` makes a table of {what}; write it as `\\|`.").format(what=what)
        yield Problem("warning", "bar-table", target.name, page.source.line_number(block.span.start), message)


def _accident(source: str) -> bool:
    """Whether bars were not meant for a table: no line begins with one, and there is no rule below a head.

    Bars of Liquid's filters do not count, as Liquid is gone before kramdown reads.
    """
    return _BAR.search(TOKEN.sub("", source)) is not None and not _MEANT.search(source)


register(Check("bar-table", 90, _find))
