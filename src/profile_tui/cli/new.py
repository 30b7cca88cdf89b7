"""`new`: a page, post, talk, teaching entry or another entry of a collection, as its neighbours are."""

from __future__ import annotations

from pathlib import Path

from profile_tui.cli import report
from profile_tui.cli.command import Namespace
from profile_tui.cli.output import one_line
from profile_tui.content.entries import dates
from profile_tui.site.creation.create import named, new_files
from profile_tui.site.repository.locate import locate
from profile_tui.text.catalogue import _
from profile_tui.workspace.new_files import create, menu_hint, site_of
from profile_tui.workspace.workspace import Workspace


def run(given: Namespace) -> int:
    """Create a file; return 0.

    Raises:
        AppError: It cannot be done; nothing was written.
    """
    workspace = Workspace(locate(Path(given.path)))
    sort = named(given.what, new_files(site_of(workspace)))
    document = create(workspace, sort, given.title, dates.parse(given.date) if given.date is not None else None)
    data = {
        "action": "added",
        "path": document.name,
        "first_line": 1,
        "last_line": max(1, document.page.text.count("\n")),
        "kind": sort.group,
        "number": None,
    }
    hint = menu_hint(workspace, sort)
    line = _("{at}: added {one}").format(at=report.at(document.name, 1), one=one_line(sort.one))
    line += f". {hint}" if hint else ""
    report.finish(workspace, given, data, line)
    return 0
