"""`publications add --from` and `publications sync`: what a call asks public services for."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from profile_tui.cli import bibtex, progress, report
from profile_tui.cli.command import Namespace
from profile_tui.cli.output import complain, one_line, say, say_json
from profile_tui.content.entries.entry import Value, text_in
from profile_tui.content.publications.bibtex import Given
from profile_tui.content.publications.sorts import is_preprint
from profile_tui.site.repository.locate import locate
from profile_tui.text.catalogue import _, led
from profile_tui.text.dataclass import replace
from profile_tui.text.errors import AppError, Refused, UsageError
from profile_tui.workspace.additions import Wish
from profile_tui.workspace.bibtex import Completed, Outcome, add_all
from profile_tui.workspace.disk.files import FileChange
from profile_tui.workspace.lookup import sync
from profile_tui.workspace.lookup.client import Client
from profile_tui.workspace.lookup.find import FoundPaper, look_up
from profile_tui.workspace.lookup.sync import Listed
from profile_tui.workspace.workspace import Workspace


def add(
    workspace: Workspace,
    given: Namespace,
    *,
    named: dict[str, Value],
    completed: Completed,
    wish: Wish,
    also: Iterable[FileChange],
) -> int:
    """Add the papers that identifiers lead to; return the exit code.

    Args:
        workspace: The site.
        given: The call's arguments.
        named: Fields that the call gives beside an identifier, which count more.
        completed: Adds what else is known of a paper.
        wish: What is to be done with each beside adding it to one list.
        also: What is to be written together with the site's files.

    Raises:
        UsageError: Fields are named for several papers, or a BibTeX file is named, too.
        AppError: The only paper is not found.
    """
    wanted = list(dict.fromkeys(given.identifiers))
    if given.bibtex:
        raise UsageError(_("give --from or --bibtex, not both"))
    if named and len(wanted) > 1:
        raise UsageError(
            _("{count} papers are to be looked up; give --{next} for one alone").format(
                count=len(wanted), next=next(iter(named))
            )
        )
    paper_of: dict[str, FoundPaper] = {}
    failed: dict[str, Outcome] = {}
    for identifier in wanted:
        try:
            paper_of[identifier] = _look_up(identifier)
        except AppError as error:
            if len(wanted) == 1:
                raise
            failed[identifier] = Outcome(1, "", refusal=error.message)
    papers = [answer.given for answer in paper_of.values()]
    added = add_all(
        workspace, papers, section=given.section, completed=lambda values: completed({**values, **named}), wish=wish
    )
    outcomes = dict(zip(paper_of, added, strict=True)) | failed
    for name, paper in paper_of.items():
        notes = [paper.note if outcomes[name].added else _of_preprint(outcomes[name], paper), outcomes[name].note]
        outcomes[name] = replace(outcomes[name], note="; ".join(filter(None, notes)))
    return bibtex.report(workspace, given, [outcomes[identifier] for identifier in wanted], wanted, also)


def _look_up(identifier: str) -> FoundPaper:
    """Return the paper that an identifier leads to."""
    _asking(identifier)
    return look_up(identifier, Client())


def _asking(what: str) -> None:
    """Let the terminal show what services are asked for."""
    progress.asking(_("looking up {name}").format(name=one_line(what)))


def _of_preprint(outcome: Outcome, answer: FoundPaper) -> str:
    """Return what to do where the site has the preprint of a paper that is published; else empty."""
    values = answer.given.values
    if (
        outcome.entry is None
        or not values["venue"]
        or not is_preprint(outcome.entry.entry.values)
        or is_preprint(values)
    ):
        return ""
    number, venue = outcome.entry.number, values["venue"]
    year = f" --year {values['year']}" if values["year"] else ""
    edit = f'profile-tui publications edit {number} --venue "{venue}"{year}'
    return _("publication {number} is the preprint of a paper that is published now: {edit}").format(
        number=number, edit=edit
    )


def run(given: Namespace) -> int:
    """Show an author's list beside what the site has, or take papers of it; return the exit code.

    Raises:
        AppError: There is no such author or paper, or the service does not tell.
    """
    if (given.orcid is None) == (given.dblp is None):
        raise UsageError(_("say whose papers: --orcid ID or --dblp PID"))
    kind, person = ("orcid", given.orcid) if given.orcid else ("dblp", given.dblp)
    workspace = Workspace(locate(Path(given.path)))
    _asking(person)
    works = sync.beside(workspace, sync.works_of(kind, person, Client()))
    if not given.numbers:
        _show(given, works)
        return 0
    wanted = []
    for number in dict.fromkeys(given.numbers):
        if not 0 < number <= len(works):
            raise UsageError(
                _("there is no paper {number} in that list, which has {count}").format(number=number, count=len(works))
            )
        wanted.append(works[number - 1])
    return _take(workspace, given, wanted)


def _show(given: Namespace, works: list[Listed]) -> None:
    """Print what the site lacks, or has as a preprint only."""
    new = [work for work in works if work.state != sync.THERE]
    if given.json:
        say_json({"works": [_as_data(work) for work in works]})
        return
    for work in new:
        paper = work.paper.given.values
        where = f" ({paper['venue']})" if paper["venue"] else ""
        what = (
            _("publication {number} is its preprint").format(number=work.there.number) if work.there else _("missing")
        )
        listed = led(f"{one_line(text_in(paper, 'title'))}{one_line(where)}", what)
        say(f"{work.number:3}  {paper['year'] or '    '}  {listed}")
    missing = sum(work.state == sync.MISSING for work in new)
    message = _("{count} papers listed, {missing} missing here, {count2} here as a preprint only").format(
        count=len(works), missing=missing, count2=len(new) - missing
    )
    say(_("{said}; take them with --add N").format(said=message) if new else message)


def _take(workspace: Workspace, given: Namespace, wanted: list[Listed]) -> int:
    """Add papers of a list, and give preprints their published version; return the exit code."""
    lines: list[str] = []
    entries: list[dict[str, object]] = []
    complaints: list[str] = []

    def complain_of(work: Listed, reason: str) -> None:
        complaints.append(f"{work.number}: {led(text_in(work.paper.given.values, 'title'), reason)}")

    papers: dict[int, Given] = {}
    for work in (listed for listed in wanted if listed.state != sync.PUBLISHED):
        _asking(text_in(work.paper.given.values, "title"))
        try:
            papers[work.number] = sync.whole(work, Client()) if work.state == sync.MISSING else work.paper.given
        except AppError as error:
            complain_of(work, error.message)
    known = {work.number: work for work in wanted}
    wish = Wish(everywhere=given.everywhere)
    for number, outcome in zip(papers, add_all(workspace, list(papers.values()), wish=wish), strict=True):
        if outcome.refusal:
            complain_of(known[number], outcome.refusal)
        else:
            lines += [bibtex.line_of(outcome), *map(report.placed_line, outcome.also)]
            entries.append(bibtex.as_data(outcome))
    for work in wanted:
        if work.state == sync.PUBLISHED:
            try:
                done = sync.publish_listed(workspace, work, everywhere=given.everywhere)
            except AppError as error:
                complain_of(work, str(error))
            else:
                lines += map(report.line, (done, *done.followed))
                entries.append(report.as_data(done))
    report.finish(workspace, given, {**(entries[0] if entries else {}), "entries": entries}, "\n".join(lines))
    for message in complaints:
        complain(message)
    return Refused.exit_code if complaints else 0


def _as_data(work: Listed) -> dict[str, object]:
    """Return a paper of a list as `--json` gives it."""
    values = work.paper.given.values
    return {
        "number": work.number,
        "state": work.state,
        "title": values["title"],
        "venue": values["venue"],
        "year": values["year"],
        "doi": work.paper.doi or None,
        "arxiv": work.paper.arxiv or None,
        "publication": work.there.number if work.there else None,
    }
