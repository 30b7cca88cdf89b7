"""`two-homes`: several files are written to `/`, and one silently replaces the others."""

from __future__ import annotations

import os
from collections.abc import Iterator

from profile_tui.content.page.page import Page
from profile_tui.site.checks import Check, register
from profile_tui.site.problem import Problem
from profile_tui.site.repository.locate import Target
from profile_tui.site.repository.pages import PageFile
from profile_tui.text.catalogue import _


def _find(page: Page, target: Target) -> Iterator[Problem]:
    if target.site is None:
        return
    homes = target.site.homes
    live = homes.page
    if live is None:
        return
    if _same(live, target):
        if homes.shadow:
            message = _("Visitors see {name} instead of this page: both are written to `/`. Remove one.").format(
                name=homes.shadow.name
            )
            yield Problem("error", "two-homes", target.name, 1, message)
        for rival in homes.rivals:
            message = _(
                "{name} has the URL `/` too; Jekyll shows this page. Give the other one another permalink."
            ).format(name=rival.name)
            yield Problem("warning", "two-homes", target.name, 1, message)
    elif any(_same(rival, target) for rival in homes.rivals):
        message = _(
            "Visitors see {name} instead of this page: both have the URL `/`. Give one another permalink."
        ).format(name=live.name)
        yield Problem("error", "two-homes", target.name, 1, message)


def _same(page: PageFile, target: Target) -> bool:
    """Whether a file of the site is the page that is checked."""
    return page.path == target.page or os.path.abspath(target.page) == os.path.abspath(page.path)


register(Check("two-homes", 60, _find))
