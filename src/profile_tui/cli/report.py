"""The line that says what a call did to which entry, and where."""

from __future__ import annotations

from profile_tui.cli.output import one_line
from profile_tui.cli.plain import summary
from profile_tui.content.change.edit import ProvenEdit
from profile_tui.content.entries.entry import Entry
from profile_tui.content.kinds import kinds
from profile_tui.workspace.refs import EntryRef
from profile_tui.workspace.workspace import Workspace

_WIDTH = 60


def of_new(workspace: Workspace, kind: str, edited: ProvenEdit) -> str:
    """Return the line about an entry that was added."""
    added = (ref for ref in workspace.on_pages(kind) if ref.document.page is edited.page)
    ref = next((ref for ref in added if ref.entry.number == edited.number), None)
    if ref is not None:
        return _line(workspace, kind, edited, "added", ref.number, ref.entry, ref.entry.span.start)
    return _line(workspace, kind, edited, "added", edited.number, None, edited.splices[0].span.start)


def of_known(workspace: Workspace, kind: str, edited: ProvenEdit, done: str, was: EntryRef, number: int) -> str:
    """Return the line about an entry that there was before.

    Args:
        workspace: The files.
        kind: The kind of the entry.
        edited: The change.
        done: What was done: `changed`, `removed` or `moved`.
        was: The entry before.
        number: The number to tell.
    """
    start = edited.splices[0].span.start
    if was.holder is None:
        entry = was.entry if edited.number is None else edited.page.entries(kind)[edited.number - 1]
        start = entry.span.start
    return _line(workspace, kind, edited, done, number, was.entry, start)


def _line(
    workspace: Workspace, kind: str, edited: ProvenEdit, done: str, number: int | None, entry: Entry | None, start: int
) -> str:
    """Return the line, with as much of the entry as there is room for."""
    document = next(one for one in workspace.documents if one.page is edited.page)
    page = edited.before if done == "removed" else edited.page
    said = f"{document.name}:{page.source.line_number(start)}: {done} {kinds()[kind].one}"
    said += f" {number}" if number is not None else ""
    shown = one_line(summary(entry)) if entry else ""
    return f"{said}: {shown if len(shown) <= _WIDTH else shown[: _WIDTH - 1].rstrip() + '…'}" if shown else said
