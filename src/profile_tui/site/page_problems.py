"""The problems of one page."""

from __future__ import annotations

from collections.abc import Callable

from profile_tui.content.page.page import Page
from profile_tui.site.checks import checks
from profile_tui.site.problem import Problem
from profile_tui.site.repository.locate import Target


def problems(page: Page, target: Target, stopped: Callable[[], bool] | None = None) -> list[Problem]:
    """What is wrong with a page and with the configuration around it: errors first, each group by place.

    Args:
        page: The page as it is now.
        target: Where it belongs.
        stopped: Asked before each check, whether to end at once; nothing is told then.
    """
    problems = list(target.site.problems) if target.site else []
    other_generator = target.site is not None and target.site.has_other_generator
    for check in checks():
        if stopped is not None and stopped():
            return []
        if check.any_generator or not other_generator:
            problems += check.find(page, target)
    return sorted(problems, key=lambda problem: (problem.severity != "error", problem.path, problem.line or 0))
