"""`check`: the problems of a page."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from profile_tui.cli.arguments import add_path, parser
from profile_tui.site.problems import Problem, problems
from profile_tui.site.repository import Place, locate
from profile_tui.workspace.document import Document


def check(words: Sequence[str]) -> int:
    """Prints what is wrong with a page; returns 1 if something is an error, else 0."""
    command = parser("check", "Lists the problems found. Writes nothing; exits with 1 if one is an error.")
    add_path(command)
    given = command.parse_args(list(words))
    place = locate(Path(given.path))
    document = Document.open(place.page, name=place.name)
    found = problems(document.page, place)
    if place.whole:
        found += _through_repository(place)
    if given.json:
        import json

        json.dump({"path": place.name, "problems": [problem.as_data() for problem in found]}, sys.stdout, indent=1)
        print()
    else:
        from profile_tui.cli.plain import print_problems

        print_problems(found)
    return 1 if any(problem.severity == "error" for problem in found) else 0


def _through_repository(place: Place) -> list[Problem]:
    """What is wrong with the stores and the other files of a repository, each problem once."""
    from profile_tui.site.survey import survey
    from profile_tui.workspace.workspace import Workspace

    workspace = Workspace(place)
    found: dict[tuple[str, int | None, str], Problem] = {}
    for problem in [*workspace.store_problems, *survey(place, workspace.stores)]:
        found.setdefault((problem.path, problem.line, problem.code), problem)
    return list(found.values())
