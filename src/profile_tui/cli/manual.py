"""`help --man`: the manual page, for `man -l -` or a packager. Made of the command tree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from profile_tui import __version__
from profile_tui.cli import tree
from profile_tui.cli.command import Argument, Command
from profile_tui.cli.help import (
    EXIT_CODES,
    INTRODUCTION,
    NOTES,
    OPTIONS,
    OVERVIEW_EXAMPLES,
    PROGRAM,
    option,
    web_addresses,
)
from profile_tui.text.catalogue import _


def manual() -> Iterator[str]:
    """Yield the lines of the manual page, as troff has them."""
    yield f'.TH PROFILE-TUI 1 "" "profile-tui {__version__}" "User Commands"'
    what = _("edit a researcher's Jekyll homepage, line by line")
    yield from _section("NAME", [f"{PROGRAM} \\- {what}"])
    yield from _section("SYNOPSIS", [f".B {PROGRAM}", "[\\fIPATH\\fR]", ".br", f".B {PROGRAM}", "\\fICOMMAND\\fR ..."])
    yield from _section("DESCRIPTION", [_escaped(INTRODUCTION)])
    for note in NOTES:
        yield from (".PP", _escaped(note))
    yield from _section("OPTIONS", _rows(OPTIONS))
    yield ".SH COMMANDS"
    for command in tree.commands():
        yield from _command(command)
    yield from _section("EXIT STATUS", _rows(EXIT_CODES))
    calls = (line for call in OVERVIEW_EXAMPLES for line in (".PP", f".B {_escaped(f'{PROGRAM} {call}')}"))
    yield from _section("EXAMPLES", calls)
    if addresses := list(web_addresses()):
        yield from _section("SEE ALSO", (line for each in addresses for line in (".PP", _escaped(" ".join(each)))))


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    """Yield a section."""
    yield f'.SH "{title}"'
    yield from lines


def _command(command: Command) -> Iterator[str]:
    """Yield what a command does."""
    yield f'.SS "{command.name}"'
    yield _escaped(command.summary)
    yield from _rows((_shown(argument), argument.help) for argument in command.arguments)


def _rows(rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield words, each with what it means."""
    for word, about in rows:
        yield from (".TP", f".B {_escaped(word)}", _escaped(about))


def _shown(argument: Argument) -> str:
    """Return how an argument is written."""
    return option(argument) if argument.is_option else argument.name


def _escaped(text: str) -> str:
    """Return text as troff takes it."""
    line = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{line}" if line[:1] in (".", "'") else line
