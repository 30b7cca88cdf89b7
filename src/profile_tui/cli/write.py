"""The commands that change entries: add, edit, remove and move, of every kind."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from profile_tui.cli.arguments import Parser, input_text, number, parser, unknown_action
from profile_tui.cli.output import complain, say
from profile_tui.content.change.edit import ProvenEdit
from profile_tui.content.entries import dates
from profile_tui.content.entries.entry import Author, Field, Link, Value
from profile_tui.content.entries.kind import Kind
from profile_tui.content.kinds import kinds
from profile_tui.site.repository.locate import locate
from profile_tui.text.errors import UsageError
from profile_tui.workspace import settings
from profile_tui.workspace.workspace import Workspace

ACTIONS = ("add", "edit", "remove", "move")
_MAIN = "text"
"""The field that `add` takes as its argument, where a kind has it."""


def write(kind: str, words: Sequence[str]) -> int:
    """Does what a call of one kind's commands asks for; returns 0.

    Raises:
        AppError: It cannot be done; nothing was written.
    """
    what = kinds()[kind]
    action = words[0] if words else ""
    if action in ("-h", "--help"):
        say(f"usage: profile-tui {kind} {{{','.join(ACTIONS)}}} …")
        say(f"\n`profile-tui {kind} add --help` and so on tell more.")
        return 0
    if action not in ACTIONS:
        raise unknown_action(kind, action, ACTIONS)
    command = parser(f"{kind} {action}", _DESCRIPTIONS[action].format(what=what))
    command.add_argument(
        "--in", dest="path", default=".", metavar="PATH", help="a page, an include or a repository; here where left out"
    )
    command.add_argument("--dry-run", action="store_true", help="print the unified diff, write nothing")
    _ARGUMENTS[action](command, what)
    given = command.parse_args(_joined(words[1:], what))
    workspace = Workspace(locate(Path(given.path)))
    own = str(getattr(given, "self", None) or "")
    kept = settings.name_change(own) if own else []
    told: Callable[[], int] = int
    if getattr(given, "bibtex", None) and action == "add":
        told = _with_bibtex(what, given, workspace)
    elif note := _edited(action, what, given, workspace).note:
        complain(f"note: {note}")
    if workspace.owner.problem:
        complain(workspace.owner.problem)
    if not workspace.dirty:
        return told()
    if given.dry_run:
        say(workspace.diff(), end="")
    else:
        workspace.save(kept)
    return told()


def _with_bibtex(what: Kind, given: argparse.Namespace, workspace: Workspace) -> Callable[[], int]:
    """Adds the entries of a BibTeX file; gives what tells of them once they are saved, and the exit code."""
    from profile_tui.cli import bibtex

    def completed(values: dict[str, Value]) -> dict[str, Value]:
        return _dated(what, _with_self(values, given.self), workspace)

    outcomes = bibtex.add(
        workspace, given.bibtex, section=given.section, named=_values(what, given), completed=completed
    )
    return partial(bibtex.report, outcomes, given.bibtex, dry=given.dry_run)


def _edited(action: str, what: Kind, given: argparse.Namespace, workspace: Workspace) -> ProvenEdit:
    """Makes the change that a call asks for."""
    if action == "remove":
        return workspace.remove(what.name, given.number)
    if action == "move":
        return workspace.move(what.name, given.number, given.to)
    values = _with_self(_values(what, given), getattr(given, "self", None))
    if action == "edit":
        if not values:
            raise UsageError(f"nothing to change is named; see profile-tui {what.name} edit --help")
        return workspace.change(what.name, given.number, values)
    return workspace.add(what.name, _dated(what, values, workspace), section=given.section)


def _with_self(values: dict[str, Value], name: str | None) -> dict[str, Value]:
    """The values, with the user told from the other authors by name."""
    people = values.get("authors")
    if name is None or not isinstance(people, tuple):
        return values
    from profile_tui.content.publications.self_author import marked

    found = marked([one for one in people if isinstance(one, Author)], [name])
    if not any(one.me for one in found):
        raise UsageError(f"{name!r} is none of the authors; --self takes one of them")
    return {**values, "authors": found}


def _dated(what: Kind, values: dict[str, Value], workspace: Workspace) -> dict[str, Value]:
    """The values; an addition that names no date is of today, unless the page's own entries have no dates.

    Stores give a day themselves where one is needed, and are not read for that.
    """
    field = next((field.name for field in what.fields if field.type == "date"), None)
    if field is None or field in values:
        return values
    found = workspace.on_pages(what.name)
    if found and not any(held.entry.values.get(field) for held in found):
        return values
    return {**values, field: dates.parse("today")}


_DESCRIPTIONS = {
    "add": "Adds a {what.one} where the page keeps its newest, in the shape of its neighbours.",
    "edit": "Changes one {what.one}, only what is named.",
    "remove": "Removes one {what.one}.",
    "move": "Makes {what.one} N number TO.",
}


def _joined(words: Sequence[str], what: Kind) -> list[str]:
    """Return the words, with option values that start with a dash joined to their options, as argparse wants them."""
    valued = {
        "--in",
        "--author",
        "--link",
        "--self",
        "--section",
        "--bibtex",
        *(f"--{one.name}" for one in what.fields),
    }
    joined: list[str] = []
    waiting = list(words)
    while waiting:
        word = waiting.pop(0)
        if word == "--":
            return [*joined, word, *waiting]
        if word in valued and waiting:
            joined.append(f"{word}={waiting.pop(0)}")
        else:
            joined.append(word)
    return joined


def _add_number(command: Parser, _: Kind) -> None:
    """The N of remove and of edit."""
    command.add_argument("number", type=number, metavar="N", help="the entry's number in `show`")


def _move_arguments(command: Parser, what: Kind) -> None:
    """N and TO."""
    _add_number(command, what)
    command.add_argument("to", type=number, metavar="TO", help="the number it is to have")


def _edit_arguments(command: Parser, what: Kind) -> None:
    """N, and an option for each field."""
    _add_number(command, what)
    for field in what.fields:
        _field_option(command, field)
        if field.type == "authors":
            command.add_argument(f"--{field.name}", metavar='"A, B, C"', help="the whole list of authors")
            _self_option(command)


def _add_arguments(command: Parser, what: Kind) -> None:
    """The text, and an option for each other field."""
    for field in what.fields:
        if field.name == _MAIN:
            command.add_argument(_MAIN, metavar="TEXT", help=field.hint)
        else:
            _field_option(command, field)
    if any(field.type == "authors" for field in what.fields):
        _self_option(command)
        command.add_argument("--bibtex", metavar="FILE", help="a file with BibTeX entries; - for standard input")
    command.add_argument("--section", metavar="HEADING", help="where a page has several such sections")


def _self_option(command: Parser) -> None:
    """The option that says who of the authors the user is."""
    text = "the name that you publish under, where the page does not tell; kept in your settings"
    command.add_argument("--self", metavar="NAME", help=text)


def _field_option(command: Parser, field: Field) -> None:
    """The option of one field."""
    if field.type == "authors":
        command.add_argument("--author", action="append", metavar="A", help="once for each author")
    elif field.type == "links":
        command.add_argument("--link", action="append", metavar="LABEL=URL", help="once for each link")
    else:
        command.add_argument(f"--{field.name}", metavar=field.name[:1].upper(), help=field.hint or field.label)


_ARGUMENTS: dict[str, Callable[[Parser, Kind], None]] = {
    "add": _add_arguments,
    "edit": _edit_arguments,
    "remove": _add_number,
    "move": _move_arguments,
}


def _values(what: Kind, given: argparse.Namespace) -> dict[str, Value]:
    """The fields that a call names."""
    values: dict[str, Value] = {}
    for field in what.fields:
        if field.type == "authors":
            names = _authors(given)
            if names is not None:
                values[field.name] = names
        elif field.type == "links":
            if given.link is not None:
                values[field.name] = _links(given.link)
        elif (typed := getattr(given, field.name, None)) is not None:
            values[field.name] = _typed(field, typed)
    return values


def _typed(field: Field, typed: str) -> Value:
    """A field's value from its word."""
    if field.type == "date":
        return dates.parse(typed)
    if field.type == "year":
        if not typed.isdecimal() or len(typed) != 4:
            raise UsageError(f"{typed!r} is no year; write four digits")
        return int(typed)
    return input_text() if typed == "-" and field.name == _MAIN else typed


def _authors(given: argparse.Namespace) -> tuple[Author, ...] | None:
    """The authors that a call names; None where it names none."""
    from profile_tui.content.publications import typed

    if getattr(given, "authors", None) is not None:
        return typed.authors(given.authors)
    if given.author is None:
        return None
    return tuple(author for name in given.author for author in typed.authors(name))


def _links(words: Sequence[str]) -> tuple[Link, ...]:
    """The links that a call names."""
    from profile_tui.content.publications import typed

    return tuple(typed.link(word) for word in words)
