"""`publications add --bibtex`: each entry of a file is added, told to be there already, or refused with its line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import count

from profile_tui.cli import progress
from profile_tui.cli.arguments import file_or_input
from profile_tui.cli.command import Namespace
from profile_tui.cli.output import complain, one_line, say
from profile_tui.cli.report import at, elsewhere, finish, placed_data, placed_line
from profile_tui.content.entries.entry import Value
from profile_tui.text.catalogue import _, led
from profile_tui.text.errors import Refused, Unreadable, UsageError
from profile_tui.text.pattern import lazily
from profile_tui.workspace import bibtex
from profile_tui.workspace.additions import Wish
from profile_tui.workspace.bibtex import Completed, Outcome
from profile_tui.workspace.disk.files import FileChange
from profile_tui.workspace.performed import where
from profile_tui.workspace.workspace import Workspace

_LOOKED_AT = 200
"""Bytes of a file in which nothing but every other one is zero where it is UTF-16 without a mark."""
_FOREIGN = lazily(r"[^\x00-\x7f]{4}")
"""What no text of western Europe holds: its letters beyond ASCII, quotes and dashes are among others."""


def add(
    workspace: Workspace,
    name: str,
    *,
    section: str | None,
    named: dict[str, Value],
    completed: Completed,
    wish: Wish,
) -> list[Outcome]:
    """Adds the entries of a file; nothing is saved.

    Args:
        workspace: The site.
        name: The file; `-` for standard input.
        section: Where they go.
        named: Fields that the call gives beside the file, which count more.
        completed: Adds what else is known of an entry.
        wish: What is to be done with each beside adding it to one list.

    Raises:
        UsageError: There is nothing to read, or fields are named for several entries.
    """
    text = text_of(name)
    try:
        given = bibtex.entries(workspace, text)
    except UsageError as error:
        error.path = error.path or name_of(name)
        raise
    if named and len(given) > 1:
        raise UsageError(
            _("{name} holds {count} entries; give --{next} for one alone").format(
                name=name, count=len(given), next=next(iter(named))
            )
        )
    numbers = count(1)

    def whole(values: dict[str, Value]) -> dict[str, Value]:
        progress.doing(_("{number} of {count}").format(number=next(numbers), count=len(given)))
        return completed({**values, **named})

    return bibtex.add_all(workspace, given, section=section, completed=whole, wish=wish)


def places(given: Namespace, outcomes: Sequence[Outcome]) -> list[str]:
    """Return where entries came from, as a complaint names it."""
    return [f"{name_of(given.bibtex)}:{outcome.line}" for outcome in outcomes]


def name_of(name: str) -> str:
    """Return how a file is called; `-` is standard input."""
    return _("standard input") if name == "-" else name


def report(
    workspace: Workspace,
    given: Namespace,
    outcomes: Sequence[Outcome],
    places: Sequence[str],
    also: Iterable[FileChange],
) -> int:
    """Save what was added, and say of each entry what became of it; return the exit code.

    Args:
        workspace: The site.
        given: The call's arguments.
        outcomes: What became of the entries.
        places: Where each came from.
        also: What is to be written together with the site's files.
    """
    lines = _lines(outcomes, dry_run=given.dry_run)
    entries = [as_data(outcome) for outcome in outcomes]
    first = next((entry for entry in entries if entry["number"] is not None), entries[0])
    line = "\n".join(lines)
    reported = [more.path for outcome in outcomes for more in outcome.also]
    finish(workspace, given, {**first, "entries": entries}, line, also=also, reported=reported)
    if line and given.dry_run and not given.json and workspace.dirty:
        say(line)
    for message in dict.fromkeys(outcome.note for outcome in outcomes if outcome.note):
        complain(_("note: {said}").format(said=message))
    elsewhere(dict.fromkeys(name for outcome in outcomes for name in outcome.elsewhere))
    for outcome, source in zip(outcomes, places, strict=True):
        if outcome.refusal:
            complain(f"{source}: {led(outcome.title, outcome.refusal) if outcome.title else outcome.refusal}")
    return Refused.exit_code if any(outcome.refusal for outcome in outcomes) else 0


def _lines(outcomes: Sequence[Outcome], *, dry_run: bool) -> list[str]:
    """Return what became of entries, line by line; a dry run's diff tells of what is added."""
    shown = (
        outcome
        for outcome in outcomes
        if outcome.entry is not None and not (dry_run and (outcome.added or outcome.also))
    )
    return [line for outcome in shown for line in (line_of(outcome), *map(placed_line, outcome.also))]


def line_of(outcome: Outcome) -> str:
    """Return what became of an entry as a line for people."""
    assert outcome.entry is not None
    path, (line, _unused) = where(outcome.entry)
    done = _("added publication") if outcome.added else _("already there as publication")
    less = (
        _(" (no place there for its {left_out})").format(left_out=", ".join(outcome.left_out))
        if outcome.left_out
        else ""
    )
    return f"{at(path, line)}: {led(f'{done} {outcome.entry.number}', one_line(outcome.title))}{less}"


def as_data(outcome: Outcome) -> dict[str, object]:
    """Return what became of an entry as `--json` gives it."""
    path, lines = where(outcome.entry) if outcome.entry is not None else (None, (None, None))
    return {
        "action": "refused" if outcome.refusal else "added" if outcome.added else "unchanged",
        "path": path,
        "first_line": lines[0],
        "last_line": lines[1],
        "kind": "publications",
        "number": outcome.entry.number if outcome.entry is not None else None,
        "title": outcome.title,
        "refusal": outcome.refusal or None,
        "left_out": list(outcome.left_out),
        **({"also": [placed_data(more) for more in outcome.also]} if outcome.also else {}),
    }


def text_of(name: str) -> str:
    """The BibTeX text in a file: UTF-8, or what Windows and older programs of western Europe write.

    Raises:
        Unreadable: It is in an encoding that cannot be told.
    """
    data = file_or_input(name)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    for odd, encoding in (0, "utf-16-be"), (1, "utf-16-le"):
        if len(data) > 1 and not any(data[odd:_LOOKED_AT:2]):
            return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        text = _western(data)
        if (foreign := _FOREIGN.search(text)) is not None:
            raise Unreadable(
                _("its encoding cannot be told; save it as UTF-8"),
                path=name_of(name),
                line=text.count("\n", 0, foreign.start()) + 1,
            ) from error
        return text


def _western(data: bytes) -> str:
    """A text in Windows-1252, or else in Latin-1."""
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")
