"""`publications add --bibtex`: each entry of a file is added, told to be there already, or refused with its line."""

from __future__ import annotations

from profile_tui.cli.arguments import file_or_input
from profile_tui.cli.output import complain, one_line, say
from profile_tui.content.entries.entry import Value
from profile_tui.text.errors import Refused, UsageError
from profile_tui.workspace import bibtex
from profile_tui.workspace.bibtex import Completed, Outcome
from profile_tui.workspace.workspace import Workspace


def add(
    workspace: Workspace,
    name: str,
    *,
    section: str | None,
    named: dict[str, Value],
    completed: Completed,
) -> list[Outcome]:
    """Adds the entries of a file; nothing is saved.

    Args:
        workspace: The site.
        name: The file; `-` for standard input.
        section: Where they go.
        named: Fields that the call gives beside the file, which count more.
        completed: Adds what else is known of an entry.

    Raises:
        UsageError: There is nothing to read, or fields are named for several entries.
    """
    given = bibtex.entries(workspace, _text(name))
    if named and len(given) > 1:
        raise UsageError(f"{name} holds {len(given)} entries; give --{next(iter(named))} for one alone")
    return bibtex.add_all(workspace, given, section=section, completed=lambda values: completed({**values, **named}))


def report(outcomes: list[Outcome], name: str, *, dry: bool) -> int:
    """Prints a line for each entry, those that were refused to standard error; returns the exit code.

    Args:
        outcomes: What became of the entries.
        name: The file that they came from.
        dry: Whether nothing was written, so that there are no lines to tell of.
    """
    shown = "standard input" if name == "-" else name
    for one in outcomes:
        if one.refusal:
            said = f"{one.title}: {one.refusal}" if one.title else one.refusal
            complain(f"{shown}:{one.line}: {said}")
        elif one.entry is not None and not (dry and one.added):
            document = one.entry.document
            line = document.page.source.line_number(one.entry.entry.span.start)
            what = "added publication" if one.added else "already there as publication"
            less = f" (no place there for its {', '.join(one.left_out)})" if one.left_out else ""
            say(f"{document.name}:{line}: {what} {one.entry.number}: {one_line(one.title)}{less}")
    for said in dict.fromkeys(one.note for one in outcomes if one.note):
        complain(f"note: {said}")
    return Refused.exit_code if any(one.refusal for one in outcomes) else 0


def _text(name: str) -> str:
    """The BibTeX text in a file: UTF-8, or what Windows and older programs write."""
    data = file_or_input(name)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")
