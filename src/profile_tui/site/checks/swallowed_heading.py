"""`swallowed-heading`: kramdown takes a heading without a blank line before it into the list item above."""

from __future__ import annotations

from collections.abc import Iterator

from profile_tui.content.page.page import Page
from profile_tui.markup.blocks import Block, walk
from profile_tui.site.checks import Check, register
from profile_tui.site.problem import Problem
from profile_tui.site.repository.locate import Target
from profile_tui.text.catalogue import _


def places(page: Page) -> Iterator[tuple[int, str]]:
    """Yield where the lines begin that need a blank line before them, and what is wrong there."""
    for _unused, block in walk(page.blocks):
        if block.kind != "item":
            continue
        for child in block.children:
            if child.kind == "heading" and (judged := _judged(page, block, child)):
                yield judged


def _find(page: Page, target: Target) -> Iterator[Problem]:
    for at, message in places(page):
        yield Problem("warning", "swallowed-heading", target.name, page.source.line_number(at), message)


def _judged(page: Page, item: Block, heading: Block) -> tuple[int, str] | None:
    """The line of a heading in an item and what is wrong with it; None where it is indented, so meant to be in it."""
    text, source = page.text, page.source
    if text.startswith("#", heading.span.start) and heading.span.start > item.span.start:
        if source.line_starts[source.line_number(heading.span.start) - 1] != heading.span.start:
            return None
        return heading.span.start, _("This heading is taken into the list item above; put a blank line before it.")
    last = source.line_number(max(heading.span.end - 1, heading.span.start))
    underline = source.line_starts[last - 1]
    if text.startswith(("---", "==="), underline) and underline > item.span.start:
        return underline, _("This line makes the list item above a heading; put a blank line before it.")
    return None


register(Check("swallowed-heading", 70, _find))
