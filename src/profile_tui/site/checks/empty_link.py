"""`empty-link`: `[text]()`, which leads to the page itself."""

from __future__ import annotations

from collections.abc import Iterator

from profile_tui.content.page.page import Page
from profile_tui.site.checks import Check, register
from profile_tui.site.checks.broken_link import without_target
from profile_tui.site.problem import Problem
from profile_tui.site.repository.locate import Target
from profile_tui.text.catalogue import _


def _find(page: Page, target: Target) -> Iterator[Problem]:
    for span, is_image in without_target(page):
        what = "image" if is_image else "link"
        message = _("This {what} has no address: write it between the parentheses, or take the brackets away.").format(
            what=what
        )
        yield Problem("warning", "empty-link", target.name, page.source.line_number(span.start), message)


register(Check("empty-link", 113, _find, everywhere=True))
