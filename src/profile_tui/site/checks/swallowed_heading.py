"""`swallowed-heading`: kramdown takes a heading without a blank line before it into the list item above."""

from __future__ import annotations

from collections.abc import Iterator

from profile_tui.content.page.page import Page
from profile_tui.markup.blocks import Block, walk
from profile_tui.site.checks import Check, register
from profile_tui.site.problem import Problem
from profile_tui.site.repository.locate import Place


def _find(page: Page, place: Place) -> Iterator[Problem]:
    for _, block in walk(page.blocks):
        if block.kind != "item":
            continue
        for child in block.children:
            if child.kind == "heading" and (problem := _judged(page, place, block, child)):
                yield problem


def _judged(page: Page, place: Place, item: Block, heading: Block) -> Problem | None:
    """The problem with a heading in an item; None where it is indented, so meant to be in it."""
    text, source = page.text, page.source
    if text.startswith("#", heading.span.start) and heading.span.start > item.span.start:
        if source.line_starts[source.line_number(heading.span.start) - 1] != heading.span.start:
            return None
        message = "This heading is taken into the list item above; put a blank line before it."
        return Problem("warning", "swallowed-heading", place.name, source.line_number(heading.span.start), message)
    last = source.line_number(max(heading.span.end - 1, heading.span.start))
    underline = source.line_starts[last - 1]
    if text.startswith(("---", "==="), underline) and underline > item.span.start:
        message = "This line makes the list item above a heading; put a blank line before it."
        return Problem("warning", "swallowed-heading", place.name, last, message)
    return None


register(Check("swallowed-heading", 70, _find))
