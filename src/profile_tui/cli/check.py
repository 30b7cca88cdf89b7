"""`check`: the problems of a page or a site, listed or fixed."""

from __future__ import annotations

from profile_tui.cli.arguments import read_target
from profile_tui.cli.command import Namespace
from profile_tui.cli.findings import find, print_found
from profile_tui.text.catalogue import _
from profile_tui.text.errors import UsageError


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
    return 1 if any(problem.severity == "error" for problem in problems) else 0
