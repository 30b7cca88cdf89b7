"""The problems of one page."""

from __future__ import annotations

from profile_tui.content.page.page import Page
from profile_tui.site.checks import checks
from profile_tui.site.problem import Problem
from profile_tui.site.repository.locate import Place


def problems(page: Page, place: Place) -> list[Problem]:
    """What is wrong with a page and with the configuration around it: errors first, each group by place.

    Args:
        page: The page as it is now.
        place: Where it belongs.
    """
    found = list(place.site.problems) if place.site else []
    foreign = place.site is not None and place.site.foreign
    for check in checks():
        if check.any_generator or not foreign:
            found += check.find(page, place)
    return sorted(found, key=lambda problem: (problem.severity != "error", problem.path, problem.line or 0))
