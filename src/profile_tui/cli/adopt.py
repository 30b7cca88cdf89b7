"""`adopt`: makes a page of a plain text, by insertions alone."""

from __future__ import annotations

from pathlib import Path

from profile_tui.cli import report
from profile_tui.cli.command import Namespace
from profile_tui.cli.output import complain
from profile_tui.content.change.adoption import counted
from profile_tui.site.repository.locate import locate
from profile_tui.site.repository.tree import PAGES
from profile_tui.text.catalogue import _, counting
from profile_tui.workspace.adopting import adopt
from profile_tui.workspace.workspace import Workspace


def run(given: Namespace) -> int:
    """Adopt a file; return 0.

    Raises:
        AppError: It is a page already, or cannot be understood; nothing was written.
    """
    workspace = Workspace(locate(Path(given.path)))
    page = adopt(workspace).page
    name = workspace.page.name
    headings = sum(section.heading is not None for section in page.sections)
    counts = [counting("{count} heading", "{count} headings", headings), *counted(page)]
    data = {
        "action": "adopted",
        "path": name,
        "first_line": 1,
        "last_line": max(1, page.text.count("\n")),
        "kind": None,
        "number": None,
    }
    report.finish(
        workspace, given, data, _("{at}: adopted: {counts}").format(at=report.at(name, 1), counts=", ".join(counts))
    )
    if not name.lower().endswith(PAGES):
        message = _("note: Jekyll renders no {suffix} file: rename it to {name}.md")
        complain(message.format(suffix=Path(name).suffix or _("such"), name=Path(name).stem))
    return 0
