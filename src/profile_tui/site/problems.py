"""Problems of a page and its site, as `check` lists them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from profile_tui.content.page.page import Page
    from profile_tui.site.repository.locate import Place

Severity = Literal["error", "warning"]
"""An error keeps the page, or the whole site, from showing what was written; a warning is likely not meant."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong.

    Attributes:
        severity: `error` or `warning`.
        code: What kind of problem it is, for scripts.
        path: The file, as the user knows it.
        line: Its 1-based line; None where it is about the file or the site.
        message: What is wrong and what to do, in one line.
    """

    severity: Severity
    code: str
    path: str
    line: int | None
    message: str

    def as_data(self) -> dict[str, object]:
        """The problem as `show --json` gives it."""
        return asdict(self)


def distinct(found: Iterable[Problem]) -> list[Problem]:
    """Each problem once, where several looked at one file."""
    first: dict[tuple[str, int | None, str], Problem] = {}
    for problem in found:
        first.setdefault((problem.path, problem.line, problem.code), problem)
    return list(first.values())


def problems(page: Page, place: Place) -> list[Problem]:
    """What is wrong with a page and with the configuration around it: errors first, each group by place.

    Args:
        page: The page as it is now.
        place: Where it belongs.
    """
    from profile_tui.site.checks import checks

    found = list(place.site.problems) if place.site else []
    foreign = place.site is not None and place.site.foreign
    for check in checks():
        if check.any_generator or not foreign:
            found += check.find(page, place)
    return sorted(found, key=lambda problem: (problem.severity != "error", problem.path, problem.line or 0))
