"""What is wrong with a repository beyond its home page, as the disk has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from profile_tui.site.survey import survey
from profile_tui.workspace.workspace import Workspace

if TYPE_CHECKING:
    from profile_tui.site.problems import Problem
    from profile_tui.site.repository import Place


def beyond(place: Place) -> list[Problem]:
    """What is wrong with the stores and the other files, each problem once."""
    workspace = Workspace(place)
    found: dict[tuple[str, int | None, str], Problem] = {}
    for problem in [*workspace.store_problems, *survey(place, workspace.stores)]:
        found.setdefault((problem.path, problem.line, problem.code), problem)
    return list(found.values())
