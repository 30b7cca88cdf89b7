"""Fix for `liquid`: quotes in front matter, and `&#123;` for a brace that opens what is never closed."""

from __future__ import annotations

from collections.abc import Iterator

from profile_tui.content.page.page import Page
from profile_tui.markup.blocks import walk
from profile_tui.markup.liquid.tokens import OPEN, tokens
from profile_tui.markup.maths import formulas
from profile_tui.site.checks.liquid_in_maths import braces
from profile_tui.site.fixes import Fix, register
from profile_tui.site.repository import page_header
from profile_tui.site.repository.locate import Target
from profile_tui.text.catalogue import _
from profile_tui.text.source import Source
from profile_tui.text.span import Span, Splice


def _mend(page: Page, target: Target) -> Source:
    quoted = page.of(page_header.quoted(page, target.name, "liquid"))
    if page_header.is_yaml(target.name):
        return quoted.source  # it has no body
    splices = [Splice.insert(span.start + 1, " ") for span in braces(quoted, closed=False)]
    return quoted.source.splice([*splices, *_opening(quoted)])


def _opening(page: Page) -> Iterator[Splice]:
    """Yield the splices for braces that nothing closes."""
    text, at = page.text, page.body_start
    shown = [block.span for _unused, block in walk(page.blocks) if block.kind in ("paragraph", "heading", "table")]
    while (
        token := next((other for other in tokens(text, Span(at, len(text))) if other.type == OPEN), None)
    ) is not None:
        start, at = token.span
        around = next((span for span in shown if span.start <= start < span.end), None)
        if around is None or _in_code(text, around, start):
            continue  # an entity is shown as it is in code and in HTML of any sort
        if not any(formula.start < start < formula.end for formula in formulas(text, around)):
            yield Splice(Span(start, start + 1), "&#123;")
        elif text[start + 1] == "{":
            yield Splice.insert(start + 1, " ")


def _in_code(text: str, around: Span, at: int) -> bool:
    """Whether a place may be in a code span or a tag: whether one is open before it."""
    before = text[around.start : at]
    return before.count("`") % 2 == 1 or before.rfind("<") > before.rfind(">")


register(Fix("liquid", _("Write braces so that Liquid leaves them alone"), _mend))
