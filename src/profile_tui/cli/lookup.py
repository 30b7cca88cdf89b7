"""`publications add --from` and `publications sync`: what a call asks public services for."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path

from profile_tui.cli import bibtex, report
from profile_tui.cli.output import complain, one_line, say, say_json
from profile_tui.content.entries.entry import Value
from profile_tui.content.publications.bibtex import Given
from profile_tui.site.repository.locate import locate
from profile_tui.text.dataclass import replace
from profile_tui.text.errors import AppError, Refused, UsageError
from profile_tui.workspace import performed
from profile_tui.workspace.bibtex import Completed, Outcome, add_all
from profile_tui.workspace.disk.files import FileChange
from profile_tui.workspace.lookup import sync
from profile_tui.workspace.lookup.client import Client
from profile_tui.workspace.lookup.find import Found, look_up
from profile_tui.workspace.lookup.sync import Listed
from profile_tui.workspace.workspace import Workspace


def add(
    workspace: Workspace, given: Namespace, *, named: dict[str, Value], completed: Completed, also: Iterable[FileChange]
) -> int:
    """Add the papers that identifiers lead to; return the exit code.

    Args:
        workspace: The site.
        given: The call's arguments.
        named: Fields that the call gives beside an identifier, which count more.
        completed: Adds what else is known of a paper.
        also: What is to be written together with the site's files.

    Raises:
        UsageError: Fields are named for several papers, or a BibTeX file is named, too.
        AppError: The only paper is not found.
    """
    wanted = list(dict.fromkeys(given.identifiers))
    if given.bibtex:
        raise UsageError("give --from or --bibtex, not both")
    if named and len(wanted) > 1:
        raise UsageError(f"{len(wanted)} papers are to be looked up; give --{next(iter(named))} for one alone")
    found: dict[str, Found] = {}
    failed: dict[str, Outcome] = {}
    for one in wanted:
        try:
            found[one] = look_up(one, Client())
        except AppError as error:
            if len(wanted) == 1:
                raise
            failed[one] = Outcome(1, "", refusal=error.message)
    papers = [one.given for one in found.values()]
    added = add_all(workspace, papers, section=given.section, completed=lambda values: completed({**values, **named}))
    outcomes = dict(zip(found, added, strict=True)) | failed
    for name, one in found.items():
        if one.note and not outcomes[name].refusal:
            outcomes[name] = replace(outcomes[name], note="; ".join(filter(None, (one.note, outcomes[name].note))))
    return bibtex.report(workspace, given, [outcomes[one] for one in wanted], wanted, also)


def run(given: Namespace) -> int:
    """Show an author's list beside what the site has, or take papers of it; return the exit code.

    Raises:
        AppError: There is no such author or paper, or the service does not tell.
    """
    if (given.orcid is None) == (given.dblp is None):
        raise UsageError("say whose papers: --orcid ID or --dblp PID")
    kind, person = ("orcid", given.orcid) if given.orcid else ("dblp", given.dblp)
    workspace = Workspace(locate(Path(given.path)))
    found = sync.listed(workspace, kind, person, Client())
    if not given.numbers:
        _show(given, found)
        return 0
    wanted = []
    for number in dict.fromkeys(given.numbers):
        if not 0 < number <= len(found):
            raise UsageError(f"there is no paper {number} in that list, which has {len(found)}")
        wanted.append(found[number - 1])
    return _take(workspace, given, wanted)


def _show(given: Namespace, found: list[Listed]) -> None:
    """Print what the site lacks, or has as a preprint only."""
    new = [one for one in found if one.state != sync.THERE]
    if given.json:
        say_json({"works": [_as_data(one) for one in found]})
        return
    for one in new:
        record = one.record.given.values
        where = f" ({record['venue']})" if record["venue"] else ""
        what = f"publication {one.there.number} is its preprint" if one.there else "missing"
        say(f"{one.number:3}  {record['year'] or '    '}  {one_line(str(record['title']))}{one_line(where)}: {what}")
    missing = sum(one.state == sync.MISSING for one in new)
    said = f"{len(found)} papers listed, {missing} missing here, {len(new) - missing} here as a preprint only"
    say(f"{said}; take them with --add N" if new else said)


def _take(workspace: Workspace, given: Namespace, wanted: list[Listed]) -> int:
    """Add papers of a list, and give preprints their published version; return the exit code."""
    lines: list[str] = []
    entries: list[dict[str, object]] = []
    complaints: list[str] = []
    papers: dict[int, Given] = {}
    for one in wanted:
        try:
            if one.state == sync.PUBLISHED and one.there is not None:
                done = performed.of_change(workspace, one.there, sync.propose_published(workspace, one))
                lines.append(report.line(done))
                entries.append(report.as_data(done))
            elif one.state == sync.MISSING:
                papers[one.number] = sync.whole(one)
            else:
                lines.append(f"{one.number} is there already")
        except AppError as error:
            complaints.append(f"{one.number}: {one.record.title}: {error}")
    for number, outcome in zip(papers, add_all(workspace, list(papers.values())), strict=True):
        entries.append(bibtex.as_data(outcome))
        if outcome.refusal:
            complaints.append(f"{number}: {outcome.title}: {outcome.refusal}")
        else:
            lines.append(bibtex.line_of(outcome))
    report.finish(workspace, given, {"entries": entries}, "\n".join(lines))
    for said in complaints:
        complain(said)
    return Refused.exit_code if complaints else 0


def _as_data(one: Listed) -> dict[str, object]:
    """Return a paper of a list as `--json` gives it."""
    values = one.record.given.values
    return {
        "number": one.number,
        "state": one.state,
        "title": values["title"],
        "venue": values["venue"],
        "year": values["year"],
        "doi": one.record.doi or None,
        "arxiv": one.record.arxiv or None,
        "publication": one.there.number if one.there else None,
    }
