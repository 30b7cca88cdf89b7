"""`unpublished`: `published: false` hides the page."""

from __future__ import annotations

from collections.abc import Iterator

from profile_tui.content.page.page import Page
from profile_tui.site.checks import Check, register
from profile_tui.site.problem import Problem
from profile_tui.site.repository import page_header
from profile_tui.site.repository.locate import Target
from profile_tui.text.catalogue import _


def _find(page: Page, target: Target) -> Iterator[Problem]:
    if page_header.values(page).get("published") is False:
        line = page_header.line_of(page, "published")
        yield Problem(
            "warning", "unpublished", target.name, line, _("`published: false` keeps this page off the site.")
        )


register(Check("unpublished", 130, _find, everywhere=True))
