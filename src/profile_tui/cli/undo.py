"""`undo`: takes back what was saved here, by this program's editor or its commands."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from profile_tui.cli import report
from profile_tui.cli.command import Namespace
from profile_tui.cli.output import one_line
from profile_tui.site.repository.locate import locate
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused, UsageError
from profile_tui.text.source import Source
from profile_tui.text.span import unlike
from profile_tui.workspace.workspace import Workspace


def run(given: Namespace) -> int:
    """Undo a step; return 0.

    Raises:
        Refused: It is not in the files any more, or the same lines were changed since.
        UsageError: There is no such step.
    """
    workspace = Workspace(locate(Path(given.path)))
    if given.number is None:
        label = workspace.undo()
        if label is None:
            if next(workspace.past.steps(), None) is None:
                raise Refused(_("there is nothing to undo"))
            raise Refused(_("there is nothing to undo: the saved changes are not in the files any more"))
    else:
        label = _undone(workspace, given.number)
    document = next(each for each in workspace.documents if each.dirty)
    start, _unused, _unused = unlike(Source(document.saved).text, document.page.text)
    line = document.page.source.line_number(min(start, len(document.page.text)))
    data = {"action": "undone", "label": label, "path": document.name, "first_line": line}
    report.finish(
        workspace,
        given,
        data,
        _("{at}: undone: {label}").format(at=report.at(document.name, line), label=one_line(label)),
    )
    return 0


def _undone(workspace: Workspace, number: int) -> str:
    """Undo the step with that number, and return its label.

    Raises:
        UsageError: There is none.
    """
    step = next(islice(workspace.past.steps(), number - 1, None), None)
    if step is None:
        raise UsageError(_("there is no step {number}; `history` lists the steps").format(number=number))
    workspace.past.revert(step)
    return step.label
