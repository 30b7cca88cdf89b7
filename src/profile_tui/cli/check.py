"""`check`: the problems of a page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from profile_tui.cli.arguments import add_path, parser
from profile_tui.cli.output import say_json
from profile_tui.site.page_problems import problems
from profile_tui.site.repository.locate import locate
from profile_tui.workspace.documents.document import Document


def check(words: Sequence[str]) -> int:
    """Prints what is wrong with a page; returns 1 if something is an error, else 0."""
    command = parser("check", "Lists the problems found. Writes nothing; exits with 1 if one is an error.")
    add_path(command)
    given = command.parse_args(list(words))
    place = locate(Path(given.path))
    document = Document.open(place.page, name=place.name, language=place.language)
    found = problems(document.page, place)
    if place.whole:
        from profile_tui.workspace.problems import beyond

        found += beyond(place)
    if given.json:
        say_json({"path": place.name, "problems": [problem.as_data() for problem in found]})
    else:
        from profile_tui.cli.plain import print_problems

        print_problems(found)
    return 1 if any(problem.severity == "error" for problem in found) else 0
