"""`publications accept`: a preprint becomes its published version, with the news item if wanted."""

from __future__ import annotations

from pathlib import Path

from profile_tui.cli import progress, report
from profile_tui.cli.command import Namespace
from profile_tui.cli.output import complain
from profile_tui.cli.values import field_value, links
from profile_tui.content.entries import dates
from profile_tui.content.entries.entry import Value
from profile_tui.content.kinds import kinds
from profile_tui.content.publications.bibtex import Given
from profile_tui.content.publications.duplicates import same_paper
from profile_tui.site.repository.locate import locate
from profile_tui.text.catalogue import _
from profile_tui.text.errors import UsageError
from profile_tui.workspace import accepting, additions, bibtex, everywhere
from profile_tui.workspace.lookup.client import Client
from profile_tui.workspace.performed import Performed, where
from profile_tui.workspace.refs import EntryRef
from profile_tui.workspace.workspace import Workspace

_KIND = "publications"


def run(given: Namespace) -> int:
    """Make a preprint its published version; return the exit code.

    Raises:
        AppError: It isn't a preprint, no published version is known, or it cannot be written; nothing was written.
    """
    workspace = Workspace(locate(Path(given.path)))
    ref = workspace.held(_KIND, given.number)
    accepting.check_preprint(ref)
    paper = _paper(given, workspace, ref)
    changes = accepting.published_values(ref.entry.values, accepting.neighbours(workspace, ref), paper)
    if "venue" not in changes:
        raise UsageError(_("say where it is published: --venue, --bibtex or --from"))
    proposal = accepting.propose(workspace, ref, changes)
    same = accepting.copies(workspace, ref)
    others = accepting.elsewhere(workspace, same if given.everywhere else [], paper)
    day = dates.parse("today") if given.news else ""
    news = list(accepting.announcements(workspace, ref, changes, day)) if day else []
    edited = everywhere.perform(workspace, proposal, [*others, *news]) or proposal.edited
    done = [_now(workspace, ref, edited.note), *(_now(workspace, other.ref, "") for other in others)]
    placed = list(additions.placed(workspace, news))
    lines = [*map(report.line, done), *map(report.placed_line, placed)]
    data = report.as_data(done[0]) | {"also": [*map(report.as_data, done[1:]), *map(report.placed_data, placed)]}
    reported = [*(change.path for change in done), *(change.path for change in placed)]
    report.finish(workspace, given, data, "\n".join(lines), reported=reported)
    if edited.note:
        complain(_("note: {note}").format(note=edited.note))
    if same and not given.everywhere:
        files = ", ".join(dict.fromkeys(where(other)[0] for other in same))
        complain(_("note: {files} has it as a preprint, too; --everywhere changes all of them").format(files=files))
    return 0


def _paper(given: Namespace, workspace: Workspace, ref: EntryRef) -> dict[str, Value]:
    """Return what is known of the published version: what the call says, and what is looked up."""
    named: dict[str, Value] = {}
    if given.venue:
        named["venue"] = given.venue
    if given.year:
        named["year"] = field_value(kinds()[_KIND].field("year"), given.year)
    if given.link:
        named["links"] = links(given.link)
    if given.bibtex:
        from profile_tui.cli.bibtex import text_of

        entries = bibtex.entries(workspace, text_of(given.bibtex))
        given_entry = next((entry for entry in entries if isinstance(entry, Given)), None)
        if given_entry is None or len(entries) != 1:
            raise UsageError(_("{name} must hold the one entry of the published version").format(name=given.bibtex))
        return {**given_entry.values, **named}
    if given.venue:
        return named
    progress.asking(_("looking it up"))
    if given.identifier:
        from profile_tui.workspace.lookup.find import look_up

        return {**look_up(given.identifier, Client()).given.values, **named}
    return {**accepting.look_up(ref.entry.values, Client()).given.values, **named}


def _now(workspace: Workspace, ref: EntryRef, note: str) -> Performed:
    """Return what was done to a paper, where it is now."""
    here = [entry for entry in workspace.entries(_KIND) if entry.document is ref.document]
    same = next((entry for entry in here if same_paper(entry.entry.values, ref.entry.values)), None)
    path, lines = where(same or ref)
    return Performed("changed", _KIND, same.number if same else None, path, lines, ref.entry, note)
