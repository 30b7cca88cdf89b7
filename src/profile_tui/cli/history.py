"""`history`: what was saved here, newest first."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from profile_tui.cli.command import Namespace
from profile_tui.cli.output import one_line, say, say_diff, say_json
from profile_tui.site.repository.locate import locate
from profile_tui.text.catalogue import _
from profile_tui.workspace.workspace import Workspace

if TYPE_CHECKING:
    from profile_tui.workspace.saved_steps import SavedStep


def run(given: Namespace) -> int:
    """List the steps; return 0."""
    target = locate(Path(given.path))
    past = Workspace(target).past
    steps = list(past.steps())
    if given.json:
        listed = [
            {
                "number": number,
                "label": step.label,
                "saved": _time(step, "%Y-%m-%dT%H:%M:%S%z"),
                "files": [past.name_of(states.path) for states in step.files],
                **({"diff": past.diff(step)} if given.diff else {}),
            }
            for number, step in enumerate(steps, 1)
        ]
        say_json({"path": target.name, "steps": listed})
        return 0
    if not steps:
        say(_("nothing has been saved here yet"))
    for number, step in enumerate(steps, 1):
        say(f"{number:5}  {_time(step, '%Y-%m-%d %H:%M')}  {one_line(step.label)}")
        if given.diff:
            say_diff(past.diff(step))
    return 0


def _time(step: SavedStep, form: str) -> str:
    """Return when a step was saved, in the local time."""
    return time.strftime(form, time.localtime(step.saved_at // 10**9))
