"""The editor in plain lines: shows the page, and does one command after the other, until there are no more."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from profile_tui.cli import tree
from profile_tui.cli.command import Command
from profile_tui.cli.output import complain, finish, say
from profile_tui.cli.parsing import HELP
from profile_tui.text.catalogue import _

_HINT = _("Type a command: news add, news edit 2, publications remove 1, show, check, help, or quit.")
_QUIT = ("q", "quit", "exit")


def dialogue(path: Path, call: Callable[[Sequence[str]], int]) -> int:
    """Do what the user types, line by line; return the exit code.

    Args:
        path: The page or site that all commands are about.
        call: Does a call of the command line and complains where it cannot.
    """
    os.environ["NO_COLOR"] = "1"  # what is printed may be read aloud
    code = call(["show", "--", str(path)])
    if code:
        return code
    say(_HINT)
    while (line := _line()) not in _QUIT:
        try:
            words = shlex.split(line)
        except ValueError:
            complain(_("a quotation mark is not closed"))
            continue
        if words and words[0] not in (*tree.names(), "help", *HELP):
            from profile_tui.cli.help import known_commands

            message = _("there is no command {words!r}; {known_commands}")
            complain(message.format(words=words[0], known_commands=known_commands(words[0])))
        elif words:
            call(_with_path(words, path))
    return 0


def _line() -> str:
    """Ask for a command; at the end of the input, that is to quit."""
    say("> ", end="")
    finish()
    line = sys.stdin.readline() if sys.stdin is not None else ""
    return line.strip() if line else _QUIT[0]


def _with_path(words: Sequence[str], path: Path) -> list[str]:
    """Return a call about the path, which asks for what it leaves out."""
    command = _command(words)
    if command is None or any(word in ("-h", "--help") for word in words):
        return list(words)
    size = len(command.words)
    more = ["--plain"] if any(argument.name == "--plain" for argument in command.options) else []
    if any(argument.name in ("--in", "PATH") for argument in command.arguments):
        more += ["--in", str(path)]
    return [*words[:size], *more, *words[size:]]


def _command(words: Sequence[str]) -> Command | None:
    """Return the command that some words call; None where they call none."""
    if group := tree.group(words[0]):
        return tree.member(group, words[1]) if len(words) > 1 and words[1] in group.actions else None
    return tree.single(words[0])
