"""`--help` and `help`: what there is, what one command does, how it is called. Made of the command tree."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence

from profile_tui.cli import tree
from profile_tui.cli.command import Argument, Command
from profile_tui.cli.output import BOLD, say
from profile_tui.cli.parsing import HELP, unknown_action
from profile_tui.text.catalogue import _
from profile_tui.text.errors import UsageError
from profile_tui.text.similar import suggestion
from profile_tui.text.width import cells, wrapped
from profile_tui.workspace.web_addresses import web_address

PROGRAM = "profile-tui"
INTRODUCTION = _(
    "Edit a researcher's Jekyll homepage. Every change writes the lines of one entry, like its "
    "neighbours, and nothing else."
)
NOTES = (
    _("PATH, also after --in, is a page, an include or a repository; the current folder if left out."),
    _("N is the number that `show` prints. FIELD is a name that `profile show` prints."),
    _('DATE is 2026-11-21, 2026-11, 2026, "Nov 2026" or today.'),
    _("`-` in place of a text or a file reads standard input. `--` ends the options."),
)
EXIT_CODES = (
    ("0", _("done")),
    ("1", _("check found an error")),
    ("2", _("wrong usage")),
    ("3", _("the file can't be read, or isn't something that profile-tui can edit")),
    ("4", _("refused: the change would touch something else, or the file changed meanwhile; nothing was written")),
    ("74", _("standard output could not be written; a change that you asked for was made all the same")),
)
OPTIONS = (
    ("-h, --help", _("show this")),
    ("--plain", _("edit in plain lines instead of on a full screen, for screen readers and dumb terminals")),
    ("--no-color", _("show no colours, with any command; NO_COLOR in the environment does the same")),
    ("--version", _("show the version")),
)
_WIDEST = 100
_NARROWEST = 40
_COLUMN = 26
"""How far the left column of a table goes at most."""


class _Heading(str):
    """A line above others, which a terminal shows in bold."""


def show(words: Sequence[str]) -> None:
    """Print what a command does; without words, which commands there are.

    Raises:
        UsageError: There is no such command.
    """
    for line in _lines([word for word in words if word not in (*HELP, "help")], _width()):
        say(line, style=BOLD if isinstance(line, _Heading) else "")


def _lines(words: Sequence[str], width: int) -> Iterator[str]:
    """Return the help for a command's words."""
    if not words:
        return _overview(width)
    if command := tree.single(words[0]):
        return _about(command, width)
    group = tree.group(words[0])
    if group is None:
        raise UsageError(
            _("there is no command {words!r}; {known_commands}").format(
                words=words[0], known_commands=known_commands(words[0])
            )
        )
    if len(words) == 1:
        return _about_group(group.name, group.summary, [tree.member(group, action) for action in group.actions], width)
    if words[1] not in group.actions:
        raise unknown_action(group.name, words[1], group.actions)
    return _about(tree.member(group, words[1]), width)


def known_commands(word: str) -> str:
    """Return which command was likely meant by a word, or which there are."""
    return suggestion(word, tree.names()) or _("the commands are {names}").format(names=", ".join(sorted(tree.names())))


def _width() -> int:
    """Return how wide lines may be: as the terminal, but neither too long to read nor too short for a word."""
    try:
        columns = int(os.environ.get("COLUMNS") or 0) or os.get_terminal_size(sys.stdout.fileno()).columns
    except (ValueError, OSError, AttributeError):
        columns = 80
    return min(max(columns or 80, _NARROWEST), _WIDEST)


def _overview(width: int) -> Iterator[str]:
    """Yield which commands there are."""
    first = _("usage: {program} [--plain] [PATH]").format(program=PROGRAM)
    yield first
    yield f"{' ' * cells(first.partition(PROGRAM)[0])}{PROGRAM} COMMAND ..."
    yield ""
    yield from wrapped(INTRODUCTION, width)
    yield from _examples(OVERVIEW_EXAMPLES)
    yield ""
    yield _Heading(_("commands:"))
    rows = [("[PATH]", _("Open the editor on a page, an include or a Jekyll repository."))]
    for name in tree.names():
        if group := tree.group(name):
            rows.append((name, group.summary))
        elif command := tree.single(name):
            rows.append((name, command.summary))
    yield from _table(rows, width)
    yield ""
    for note in NOTES:
        yield from wrapped(note, width)
    yield ""
    yield _Heading(_("options:"))
    yield from _table(OPTIONS, width)
    yield ""
    yield _Heading(_("exit codes:"))
    yield from _table(EXIT_CODES, width)
    yield ""
    yield from wrapped(
        _("`{program} help COMMAND` shows more of a command, `help --man` a manual page.").format(program=PROGRAM),
        width,
    )
    for label, address in web_addresses():
        yield from (label, f"  {address}")


def web_addresses() -> Iterator[tuple[str, str]]:
    """Yield what is on the web about the program, each with its address."""
    for label, name in ((_("Documentation:"), "Documentation"), (_("Questions and bugs:"), "Issues")):
        if address := web_address(name):
            yield label, address


OVERVIEW_EXAMPLES = (
    'news add "One paper accepted by SOUNDFIELD 2026."',
    "publications add --bibtex paper.bib --dry-run",
    "check --format github",
)


def _about_group(name: str, summary: str, members: Sequence[Command], width: int) -> Iterator[str]:
    """Yield what the commands are that begin with a word."""
    yield _("usage: {program} {name} {names} ...").format(
        program=PROGRAM, name=name, names="|".join(command.words[1] for command in members)
    )
    yield ""
    yield from wrapped(summary, width)
    yield from _examples([call for command in members for call in command.examples[:1]])
    yield ""
    yield _Heading(_("commands:"))
    yield from _table([(command.name, command.summary) for command in members], width)
    yield ""
    yield from wrapped(
        _("`{program} help {name} {words}` shows more of a command.").format(
            program=PROGRAM, name=name, words=members[0].words[1]
        ),
        width,
    )


def _about(command: Command, width: int) -> Iterator[str]:
    """Yield what a command does."""
    yield from usage(command, width)
    yield ""
    yield from wrapped(command.summary, width)
    if command.details:
        yield ""
        yield from wrapped(command.details, width)
    yield from _examples(command.examples)
    for title, rows in (
        (_("arguments:"), [(argument.name, argument.help) for argument in command.positionals]),
        (
            _("options:"),
            [*((option(argument), argument.help) for argument in command.options), ("-h, --help", _("show this"))],
        ),
    ):
        if rows:
            yield ""
            yield _Heading(title)
            yield from _table(rows, width)


def usage(command: Command, width: int) -> list[str]:
    """Return how a command is called, in lines."""
    start = _("usage: {program} {name} ").format(program=PROGRAM, name=command.name)
    words = [_called(argument) for argument in sorted(command.arguments, key=lambda argument: argument.is_option)]
    lines, line = [], start
    for word in words:
        if len(line) + len(word) > width and line.strip():
            lines.append(line.rstrip())
            line = " " * min(len(start), width // 3)
        line += f"{word} "
    return [*lines, line.rstrip()]


def _called(argument: Argument) -> str:
    """Return how an argument is in a call."""
    word = option(argument) if argument.is_option else argument.name
    if not argument.required:
        word = f"[{word}]"
    return f"{word}..." if argument.many else word


def option(argument: Argument) -> str:
    """Return an option with its value."""
    value = "|".join(argument.choices) or (f"[{argument.value}]..." if argument.is_list else argument.value)
    return f"{argument.name} {value}" if value else argument.name


def _examples(calls: Iterable[str]) -> Iterator[str]:
    """Yield calls as examples."""
    shown = [f"  {PROGRAM} {call}" for call in calls]
    if shown:
        yield from ["", _Heading(_("examples:")), *shown]


def _table(rows: Sequence[tuple[str, str]], width: int) -> Iterator[str]:
    """Yield rows of two columns; what is too long for the left one is on a line of its own."""
    column = min(max(len(left) for left, _unused in rows), _COLUMN, width // 2)
    for left, right in rows:
        indent = " " * (column + 4)
        lines = wrapped(right, width, indent) or [indent]
        if len(left) > column:
            yield f"  {left}"
        else:
            lines[0] = f"  {left:{column}}  {lines[0].lstrip()}"
        yield from (line.rstrip() for line in lines)
