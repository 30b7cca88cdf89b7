"""`empty-excerpt`: `excerpt: ""`, which stops the build of some templates."""

from __future__ import annotations

from collections.abc import Iterator

from profile_tui.content.page.page import Page
from profile_tui.site.checks import Check, register
from profile_tui.site.problem import Problem
from profile_tui.site.repository import page_header
from profile_tui.site.repository.locate import Place


def _find(page: Page, place: Place) -> Iterator[Problem]:
    if page_header.values(page).get("excerpt") == "":
        message = (
            "The excerpt is an empty text, which stops the build with some versions of the theme; remove the line."
        )
        yield Problem("warning", "empty-excerpt", place.name, page_header.line_of(page, "excerpt"), message)


register(Check("empty-excerpt", 120, _find, everywhere=True))
