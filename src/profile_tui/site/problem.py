"""A problem of a page or a site, as `check` lists it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from profile_tui.text.dataclass import dataclass

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
        return {
            "severity": self.severity,
            "code": self.code,
            "path": self.path,
            "line": self.line,
            "message": self.message,
        }


def distinct(problems: Iterable[Problem]) -> list[Problem]:
    """Each problem once, where several looked at one file."""
    first: dict[tuple[str, int | None, str], Problem] = {}
    for problem in problems:
        first.setdefault((problem.path, problem.line, problem.code), problem)
    return list(first.values())
