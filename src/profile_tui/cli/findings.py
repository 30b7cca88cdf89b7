"""What `check` finds, and how it is printed: for people, for scripts, and as annotations of a pull request."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from profile_tui.cli.output import one_line, say, say_json
from profile_tui.site.page_problems import problems
from profile_tui.text.catalogue import _
from profile_tui.workspace.documents.document import Document

if TYPE_CHECKING:
    from profile_tui.site.problem import Problem
    from profile_tui.site.repository.locate import Target


def find(target: Target) -> list[Problem]:
    """Return what is wrong with a page, and with the whole site where that was named."""
    document = Document.open(target.page, name=target.name, language=target.language)
    findings = problems(document.page, target)
    if target.whole:
        from profile_tui.workspace.problems import beyond

        findings += beyond(target)
    return findings


def print_found(target: Target, problems: list[Problem], form: str | None) -> None:
    """Print problems in the form that was asked for."""
    if form == "json":
        say_json({"path": target.name, "problems": [problem.as_data() for problem in problems]})
    elif form == "github":
        for problem in problems:
            say(annotation(problem))
    else:
        from profile_tui.cli.plain import print_problems

        print_problems(problems)
        if not problems and sys.stdout is not None and sys.stdout.isatty():
            say(_("no problems found"))  # to a person; a script sees none


def annotation(problem: Problem) -> str:
    """Return a problem as GitHub's runners take it for an annotation of a pull request."""
    line = f",line={problem.line}" if problem.line else ""
    code, path = _property(problem.code), _property(problem.path)
    return f"::{problem.severity} file={path}{line},title={code}::{_escaped(one_line(problem.message))}"


def _escaped(text: str) -> str:
    """Return text as the data of a runner's command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Return text as a property of a runner's command."""
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
