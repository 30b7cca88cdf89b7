"""The words of a call, read by argparse; anything off is a UsageError, one line."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import NoReturn

from profile_tui.text.errors import UsageError


class Parser(argparse.ArgumentParser):
    """A parser that raises instead of printing its usage."""

    def error(self, message: str) -> NoReturn:
        """Raises the complaint."""
        raise UsageError(f"{message}; see {self.prog} --help")


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
    """All of standard input, as bytes."""
    return sys.stdin.buffer.read()
