"""`unpublished`: `published: false` hides a page, which somebody may have forgotten."""

from __future__ import annotations

from collections.abc import Iterator

from profile_tui.content.page.page import Page
from profile_tui.site.checking.seen import Seen, Survey
from profile_tui.site.checks import Check, Surveyor, register, register_surveyor
from profile_tui.site.problem import Problem
from profile_tui.site.repository import page_header
from profile_tui.site.repository.locate import Target
from profile_tui.text.catalogue import _

_FEW = 2
"""Who hides more pages than this does so on purpose."""


def _find(page: Page, target: Target) -> Iterator[Problem]:
    if page_header.values(page).get("published") is False:
        line = page_header.line_of(page, "published")
        yield Problem(
            "warning", "unpublished", target.name, line, _("`published: false` keeps this page off the site.")
        )


@register_surveyor
class Unpublished(Surveyor):
    """Looks for the pages beside the home page that are hidden."""

    def __init__(self, given: Survey) -> None:
        """No page seen yet."""
        super().__init__(given)
        self._hidden: list[Problem] = []

    def look(self, seen: Seen) -> Iterator[Problem]:
        """Note a hidden page."""
        if seen.target.page != self.given.target.page:
            self._hidden += _find(seen.page, seen.target)
        return iter(())

    def end(self) -> Iterator[Problem]:
        """The hidden pages, where there are few."""
        yield from self._hidden if len(self._hidden) <= _FEW else ()


register(Check("unpublished", 130, _find))
