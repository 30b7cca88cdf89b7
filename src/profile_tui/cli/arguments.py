"""The words of a call, read by argparse; anything off is a UsageError, one line."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import IO, NoReturn

from profile_tui.cli.output import finish, say
from profile_tui.text.errors import UsageError
from profile_tui.text.reading import MAX_BYTES, reason


class Parser(argparse.ArgumentParser):
    """A parser that raises instead of printing its usage."""

    def error(self, message: str) -> NoReturn:
        """Raises the complaint."""
        raise UsageError(f"{message}; see {self.prog} --help")

    def _print_message(self, message: str, file: object = None) -> None:
        """Print help as all else is printed."""
        say(message, end="")

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        """End after help was printed."""
        finish()
        super().exit(status, message)


def parser(prog: str, description: str) -> Parser:
    """A parser of one command."""
    # a width of its own spares argparse the import of shutil
    layout = partial(argparse.HelpFormatter, width=100)
    return Parser(prog=f"profile-tui {prog}", description=description, allow_abbrev=False, formatter_class=layout)


def add_path(command: Parser) -> None:
    """The PATH of a reading command, and --json."""
    command.add_argument(
        "path", nargs="?", default=".", metavar="PATH", help="a page, an include or a repository; here where left out"
    )
    command.add_argument("--json", action="store_true", help="print one JSON object")


def unknown_action(command: str, action: str, known: Sequence[str]) -> UsageError:
    """Return the complaint about what a command is to do."""
    if not action:
        return UsageError(f"{command} needs a command; there are {', '.join(known)}")
    from profile_tui.text.similar import suggestion

    near = suggestion(action, known)
    there = f"{near} There" if near else "there"
    return UsageError(f"{action!r} is no command of {command}; {there} are {', '.join(known)}")


def editor_path(words: Sequence[str]) -> Path:
    """The path that the editor is to open."""
    command = Parser(prog="profile-tui", allow_abbrev=False)
    command.add_argument("path", nargs="?", default=".")
    found = command.parse_args(list(words))
    return Path(found.path)


def number(text: str) -> int:
    """A whole number from 1."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no entry's number")
    return int(text)


def standard_input() -> bytes:
    """Return all of standard input.

    Raises:
        UsageError: It is closed, cannot be read, or has no end in sight.
    """
    if sys.stdin is None:
        raise UsageError("standard input is closed; there is nothing to read")
    return _read(sys.stdin.buffer, "standard input")


def input_text() -> str:
    """Return the text on standard input, without the line ends after it.

    Raises:
        UsageError: There is none, or it is not UTF-8.
    """
    try:
        return standard_input().decode().rstrip("\r\n")
    except UnicodeDecodeError:
        raise UsageError("standard input is not UTF-8 text") from None


def file_or_input(name: str) -> bytes:
    """Return what a file holds that a call names, which may be a pipe; of standard input for `-`.

    Raises:
        UsageError: It cannot be read, or has no end in sight.
    """
    if name == "-":
        return standard_input()
    try:
        with open(name, "rb") as file:
            return _read(file, name)
    except (OSError, ValueError) as error:
        raise UsageError(f"{name}: cannot be read: {_words(error)}") from error


def _read(stream: IO[bytes], name: str) -> bytes:
    """Return all of a stream."""
    try:
        data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise UsageError(f"{name}: cannot be read: {_words(error)}") from error
    if len(data) > MAX_BYTES:
        raise UsageError(f"{name}: there is more than the {MAX_BYTES // 2**20} MB that can be read")
    return data


def _words(error: OSError | ValueError) -> str:
    """Return why something cannot be opened."""
    return reason(error) if isinstance(error, OSError) else "this is no file name"
