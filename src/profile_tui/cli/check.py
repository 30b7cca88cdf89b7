"""`check`: the problems of a page or a site, listed or fixed."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from profile_tui.cli.arguments import read_target
from profile_tui.cli.command import Namespace
from profile_tui.cli.findings import find, print_found
from profile_tui.cli.output import say
from profile_tui.text.catalogue import _
from profile_tui.text.errors import UsageError

if TYPE_CHECKING:
    from profile_tui.site.problem import Problem
    from profile_tui.site.repository.locate import Target


def run(given: Namespace) -> int:
    """Print what is wrong with a page; return 1 if something is an error, else 0."""
    if given.fix is not None:
        from profile_tui.cli.fix import run as fix

        return fix(given)
    if given.dry_run:
        raise UsageError(_("--dry-run goes with --fix: check alone writes nothing"))
    with read_target(given.path) as target:
        problems = find(target)
    print_found(target, problems, "json" if given.json else given.format)
    if given.path != "-" and not given.json and given.format in (None, "text"):
        _suggest(target, problems)
    return 1 if any(problem.severity == "error" for problem in problems) else 0


def _suggest(target: Target, problems: Sequence[Problem]) -> None:
    """Tell a person what to call next, where some of it can be fixed; a script sees none of that."""
    if problems and sys.stdout is not None and sys.stdout.isatty():
        from profile_tui.workspace.fixing import fix
        from profile_tui.workspace.workspace import Workspace

        if count := len(fix(Workspace(target), problems)[0]):
            message = _("{count} of {count2} can be fixed: profile-tui check --fix, first with --dry-run to see how")
            say(message.format(count=count, count2=len(problems)))
