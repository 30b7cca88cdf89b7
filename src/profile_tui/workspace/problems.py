"""What is wrong with a repository beyond its home page, as the disk has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from profile_tui.site.problem import distinct
from profile_tui.site.survey import survey
from profile_tui.workspace.workspace import Workspace

if TYPE_CHECKING:
    from profile_tui.site.problem import Problem
    from profile_tui.site.repository.locate import Target


def beyond(target: Target) -> list[Problem]:
    """What is wrong with the stores and the other files, each problem once."""
    workspace = Workspace(target)
    return distinct([*workspace.store_problems, *survey(target, workspace.stores)])
