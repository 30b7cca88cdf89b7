"""`publications add --from` and `publications sync`: what a call asks public services for."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable

from profile_tui.cli import bibtex
from profile_tui.content.entries.entry import Value
from profile_tui.text.dataclass import replace
from profile_tui.text.errors import AppError, UsageError
from profile_tui.workspace.bibtex import Completed, Outcome, add_all
from profile_tui.workspace.disk.files import FileChange
from profile_tui.workspace.lookup.client import Client
from profile_tui.workspace.lookup.find import Found, look_up
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
