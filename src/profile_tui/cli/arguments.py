"""What the arguments of a call stand for: texts and files, standard input, the page that is meant."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from profile_tui.cli import progress
from profile_tui.cli.output import complain
from profile_tui.site.repository.locate import Target, locate
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Unreadable
from profile_tui.text.reading import MAX_BYTES, reason


def typed_text(word: str) -> str:
    """Return a text that a call gives, which for `-` is on standard input.

    Raises:
        Unreadable: It cannot be read.
    """
    return input_text() if word == "-" else word


def standard_input() -> bytes:
    """Return all of standard input.

    Raises:
        Unreadable: It is closed, cannot be read, or has no end in sight.
    """
    if sys.stdin is None:
        raise Unreadable(_("standard input is closed; there is nothing to read"))
    if sys.stdin.isatty():
        complain(_("reading standard input; ctrl+d on a line of its own ends it"))
    return _read(sys.stdin.buffer, _("standard input"))


def input_text() -> str:
    """Return the text on standard input, without the line ends after it.

    Raises:
        Unreadable: There is none, or it is not UTF-8.
    """
    try:
        return standard_input().decode().rstrip("\r\n")
    except UnicodeDecodeError:
        raise Unreadable(_("standard input is not UTF-8 text")) from None


@contextmanager
def read_target(word: str) -> Iterator[Target]:
    """Find the page that a reading command is to look at; for `-`, one that is on standard input.

    Raises:
        Unreadable: Standard input cannot be read.
        Unreadable: There is no such page.
    """
    if word != "-":
        yield locate(Path(word))
        return
    from profile_tui.workspace.disk.files import temporary_folder

    name = "page.md"
    with temporary_folder(name, standard_input()) as folder:
        yield Target(Path(folder, name), "-")


def file_or_input(name: str) -> bytes:
    """Return what a file holds that a call names, which may be a pipe; of standard input for `-`.

    Raises:
        Unreadable: It cannot be read, or has no end in sight.
    """
    if name == "-":
        return standard_input()
    try:
        with open(name, "rb") as file:
            return _read(file, name)
    except (OSError, ValueError) as error:
        raise Unreadable(_("{name}: cannot be read: {why}").format(name=name, why=_why(error))) from error


def _read(stream: IO[bytes], name: str) -> bytes:
    """Return all of a stream."""
    try:
        with progress.paused():  # somebody may be typing
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise Unreadable(_("{name}: cannot be read: {why}").format(name=name, why=_why(error))) from error
    if len(data) > MAX_BYTES:
        raise Unreadable(
            _("{name} has more than the {max_bytes} MB that can be read").format(
                name=name, max_bytes=MAX_BYTES // 2**20
            )
        )
    return data


def _why(error: OSError | ValueError) -> str:
    """Return why something cannot be opened."""
    return reason(error) if isinstance(error, OSError) else _("this isn't a file name")
