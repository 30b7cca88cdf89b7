"""`liquid-in-maths`: `{{…}}` in a formula, which Liquid takes for its own and replaces by nothing."""

from __future__ import annotations

from collections.abc import Iterator

from profile_tui.content.page.page import Page
from profile_tui.markup.liquid.tokens import HALF, OUTPUT, tokens
from profile_tui.markup.maths import formulas
from profile_tui.site.checks import Check, register
from profile_tui.site.problem import Problem
from profile_tui.site.repository import page_header
from profile_tui.site.repository.locate import Target
from profile_tui.text.catalogue import _
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span

_MEANT = lazily(r"(?:site|page|include|layout|post|content)\b|.*\|")


def braces(page: Page, *, closed: bool = True) -> Iterator[Span]:
    """Yield the outputs of Liquid in formulas, but those that are meant; without `closed`, those closed by half."""
    text = page.text
    if "{{" not in text:
        return
    if page.front_matter is None or page_header.values(page).get("render_with_liquid") is False:
        return
    within = list(formulas(text, Span(page.body_start, len(text))))
    for token in tokens(text, Span(page.body_start, len(text))):
        is_ours = token.type == (OUTPUT if closed else HALF) and not _MEANT.match(token.content.of(text))
        if is_ours and any(formula.start < token.span.start and token.span.end <= formula.end for formula in within):
            yield token.span


def _find(page: Page, target: Target) -> Iterator[Problem]:
    for span in braces(page):
        message = _("Liquid takes `{of}` in this formula for its own: it vanishes. Write `{{ {{` instead.").format(
            of=span.of(page.text)
        )
        yield Problem("warning", "liquid-in-maths", target.name, page.source.line_number(span.start), message)


register(Check("liquid-in-maths", 41, _find, everywhere=True))
