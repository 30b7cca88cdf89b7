"""Read the words of a call; whatever is wrong with them is a UsageError of one line."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import IO, Any, NoReturn

from profile_tui.cli import progress
from profile_tui.cli.command import Argument, Command
from profile_tui.site.repository.locate import Target, locate
from profile_tui.text.catalogue import _
from profile_tui.text.errors import UsageError
from profile_tui.text.reading import MAX_BYTES, reason

HELP = ("-h", "--help")


class _Parser(argparse.ArgumentParser):
    """A parser that raises instead of printing its usage."""

    def error(self, message: str) -> NoReturn:
        """Raise the complaint."""
        raise UsageError(_("{message}; see {prog} --help").format(message=message, prog=self.prog))


def parse(command: Command, words: Sequence[str]) -> argparse.Namespace | None:
    """Read the words after a command's name.

    Returns:
        Its arguments; None where the words ask for help.

    Raises:
        UsageError: They are not what the command takes.
    """
    joined = _joined(command, words)
    if any(word in HELP for word in joined[: joined.index("--") if "--" in joined else None]):
        return None
    given, unexpected = _parser(command).parse_known_args(joined)
    if unexpected:
        raise UsageError(_complaint(command, unexpected[0]))
    return given


def _parser(command: Command) -> _Parser:
    """Return the parser of a command."""
    # argparse makes a formatter for every argument; a width of its own spares it the import of shutil
    layout = partial(argparse.HelpFormatter, width=100)
    parser = _Parser(
        prog=f"profile-tui {command.name}",
        allow_abbrev=False,
        add_help=False,
        formatter_class=layout,
    )
    for argument in command.arguments:
        if argument.is_option and not argument.value:
            parser.add_argument(argument.name, dest=argument.key, action="store_true")
        elif argument.is_list:
            parser.add_argument(argument.name, dest=argument.key, nargs="*", **_common(argument))
        elif argument.is_option:
            parser.add_argument(
                argument.name,
                dest=argument.key,
                required=argument.required,
                action="append" if argument.many else "store",
                **_common(argument),
            )
        else:
            several = "+" if argument.required else "*"
            parser.add_argument(
                argument.key,
                nargs=several if argument.many else None if argument.required else "?",
                **_common(argument),
            )
    return parser


def _common(argument: Argument) -> dict[str, Any]:
    """Return what argparse is told of options and arguments alike."""
    return {
        "default": argument.default,
        "metavar": argument.value or argument.name,
        "choices": argument.choices or None,
        "type": _converter(argument.convert),
    }


def _converter(convert: Callable[[str], object]) -> Callable[[str], object]:
    """Return what makes an argument's value, with its complaint as argparse passes it on."""
    if convert is str:
        return str

    def converted(word: str) -> object:
        try:
            return convert(word)
        except ValueError as error:
            raise argparse.ArgumentTypeError(str(error)) from error

    return converted


def _joined(command: Command, words: Sequence[str]) -> list[str]:
    """Return the words as argparse wants them: values that start with a dash joined to their options.

    A command that takes its PATH by place takes it after --in, too, as all others do.
    """
    by_place = any(argument.name == "PATH" for argument in command.positionals)
    valued = {
        argument.name
        for argument in command.arguments
        if argument.is_option and argument.value and not argument.is_list
    }
    joined: list[str] = []
    waiting = iter(words)
    for word in waiting:
        if word == "--":
            return [*joined, word, *waiting]
        if by_place and word.partition("=")[0] == "--in":
            joined.append(word.partition("=")[2] or next(waiting, "--in"))
            continue
        value = next(waiting, None) if word in valued else None
        joined.append(word if value is None else f"{word}={value}")
    return joined


def _complaint(command: Command, word: str) -> str:
    """Return what is wrong with a word that a command does not take."""
    see = _("see profile-tui {name} --help").format(name=command.name)
    if not word.startswith("-"):
        return _("{word!r} is one word too many; put quotes around a text of several words, and {see}").format(
            word=word, see=see
        )
    name = word.partition("=")[0]
    if any(argument.name == name for argument in command.options):
        return _("{word} comes after --, which ends the options; put it before, and {see}").format(word=word, see=see)
    from profile_tui.text.similar import suggestion

    near = suggestion(name, (argument.name for argument in command.options))
    return _("{name} has no option {word}; {near}").format(name=command.name, word=word, near=near or see)


def unknown_action(group: str, action: str, known: Sequence[str]) -> UsageError:
    """Return the complaint about the second word of a call."""
    if not action:
        return UsageError(_("say what to do: profile-tui {group} {known}").format(group=group, known="|".join(known)))
    from profile_tui.text.similar import suggestion

    near = suggestion(action, known)
    said = (
        _("there is no command {name!r}; {near} There are {known}")
        if near
        else _("there is no command {name!r}; there are {known}")
    )
    return UsageError(said.format(name=f"{group} {action}", near=near, known=", ".join(known)))


def typed_text(word: str) -> str:
    """Return a text that a call gives, which for `-` is on standard input.

    Raises:
        UsageError: It cannot be read.
    """
    return input_text() if word == "-" else word


def standard_input() -> bytes:
    """Return all of standard input.

    Raises:
        UsageError: It is closed, cannot be read, or has no end in sight.
    """
    if sys.stdin is None:
        raise UsageError(_("standard input is closed; there is nothing to read"))
    return _read(sys.stdin.buffer, _("standard input"))


def input_text() -> str:
    """Return the text on standard input, without the line ends after it.

    Raises:
        UsageError: There is none, or it is not UTF-8.
    """
    try:
        return standard_input().decode().rstrip("\r\n")
    except UnicodeDecodeError:
        raise UsageError(_("standard input is not UTF-8 text")) from None


@contextmanager
def read_target(word: str) -> Iterator[Target]:
    """Find the page that a reading command is to look at; for `-`, one that is on standard input.

    Raises:
        UsageError: Standard input cannot be read.
        Unreadable: There is no such page.
    """
    if word != "-":
        yield locate(Path(word))
        return
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="profile-tui-") as folder:
        file = Path(folder, "page.md")
        file.write_bytes(standard_input())
        yield Target(file, "-")


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
        raise UsageError(_("{name}: cannot be read: {why}").format(name=name, why=_why(error))) from error


def _read(stream: IO[bytes], name: str) -> bytes:
    """Return all of a stream."""
    try:
        with progress.paused():  # somebody may be typing
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise UsageError(_("{name}: cannot be read: {why}").format(name=name, why=_why(error))) from error
    if len(data) > MAX_BYTES:
        raise UsageError(
            _("{name}: there is more than the {max_bytes} MB that can be read").format(
                name=name, max_bytes=MAX_BYTES // 2**20
            )
        )
    return data


def _why(error: OSError | ValueError) -> str:
    """Return why something cannot be opened."""
    return reason(error) if isinstance(error, OSError) else _("this isn't a file name")
