"""Which command was called, and how every one of them ends."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from profile_tui.cli import progress
from profile_tui.cli.output import Unprintable, abandon, complain, finish, say
from profile_tui.text.catalogue import _
from profile_tui.text.errors import AppError, UsageError

if TYPE_CHECKING:
    from profile_tui.cli.command import Namespace

_SOME = 20_000
"""How many objects are made before some are collected: a short command makes few that could be."""
_HELP = ("-h", "--help", "help")
_NO_COLOR = "--no-color"


def run(words: Sequence[str], open_editor: Callable[[Path], int]) -> int:
    """Do what the words ask for.

    Args:
        words: The call without the program's name.
        open_editor: Opens the editor on a path and returns its exit code.

    Returns:
        The exit code, as `profile-tui --help` lists them.
    """
    try:
        code = _dispatch(words, open_editor)
        finish()
        return code
    except AppError as error:
        if isinstance(error, Unprintable):
            abandon()
        complain(str(error))
        return error.exit_code
    except BrokenPipeError:
        abandon()
        return 0
    except KeyboardInterrupt:
        return 130


def _dispatch(words: Sequence[str], open_editor: Callable[[Path], int]) -> int:
    """Call the command that the first word names; the editor where it names none."""
    if _NO_COLOR in words:
        words = _without_colour(words)
    first = words[0] if words else ""
    if first in _HELP:
        return _help(words[1:])
    if first == "--version":
        from profile_tui import __version__

        say(f"profile-tui {__version__}")
        return 0
    if not first or os.sep in first or first == ".":  # a path, for which no command need be looked up
        return _open(words, open_editor)
    return _command(first, words[1:], open_editor)


def _without_colour(words: Sequence[str]) -> list[str]:
    """Turn colours off where that is asked for, anywhere before `--`; return the other words."""
    options = _options(words)
    if _NO_COLOR in options:
        os.environ["NO_COLOR"] = "1"
    return [*(word for word in options if word != _NO_COLOR), *words[len(options) :]]


def _options(words: Sequence[str]) -> Sequence[str]:
    """Return the words before `--`."""
    return words[: words.index("--")] if "--" in words else words


def _asks_for_help(words: Sequence[str]) -> bool:
    """Return whether a call asks for help beside what it says."""
    return any(word in ("-h", "--help") for word in _options(words))


def _command(first: str, rest: Sequence[str], open_editor: Callable[[Path], int]) -> int:
    """Do what a command does; open the editor where the word names none."""
    from profile_tui.cli import tree

    group = tree.group(first)
    if group is not None:
        action = rest[0] if rest else ""
        if action in _HELP:
            return _help([first, *rest[1:]])
        if action not in group.actions:
            if _asks_for_help(rest):
                return _help([first])
            from profile_tui.cli.parsing import unknown_action

            raise unknown_action(first, action, group.actions)
        command, rest = tree.member(group, action), rest[1:]
    elif (single := tree.single(first)) is not None:
        command = single
    else:
        return _open([first, *rest], open_editor)
    if command.module != "demo":  # which opens the editor, where a collection must not take long
        gc.set_threshold(_SOME)
    from profile_tui.cli.parsing import parse

    given = parse(command, rest)
    if given is None:
        return _help(command.words)
    _recover()
    given.command, given.open_editor = command, open_editor
    handler: Callable[[Namespace], int] = import_module(f"profile_tui.cli.{command.module}").run
    if command.module == "demo":  # the terminal is the editor's
        return handler(given)
    with progress.shown(command.name, plain=_is_plain(given)):
        return handler(given)


def _is_plain(given: Namespace) -> bool:
    """Return whether what a call shows beside its answer is to be plain lines."""
    asked = ("json", "plain", "format")
    return (os.environ.get("TERM") or "dumb") == "dumb" or any(getattr(given, name, None) for name in asked)


def _help(words: Sequence[str]) -> int:
    """Print what a command does; without one, which commands there are."""
    if list(words) == ["--man"]:
        from profile_tui.cli.manual import manual

        say("\n".join(manual()))
        return 0
    from profile_tui.cli.help import show

    show(words)
    return 0


def _open(words: Sequence[str], open_editor: Callable[[Path], int]) -> int:
    """Open the editor; the one in plain lines where that is asked for, or the terminal can show no screen."""
    if _asks_for_help(words):
        return _help([])
    is_plain = list(words[:1]) == ["--plain"]
    path = _editor_path(words[1:] if is_plain else words)
    if not is_plain and (os.environ.get("TERM") != "dumb" or sys.stdin is None or not sys.stdin.isatty()):
        return open_editor(path)
    from profile_tui.cli.dialogue import dialogue

    return dialogue(path, lambda call: run(call, open_editor))


def _editor_path(words: Sequence[str]) -> Path:
    """Return the path that the editor is to open.

    Raises:
        UsageError: The words are not one path, or name neither a file nor a command.
    """
    given = list(words)
    if given[:1] == ["--"]:
        del given[0]
    elif given and given[0] and (given[0].startswith("-") or not os.path.lexists(given[0])):
        _check_word(given[0], given[1:])
    if len(given) > 1:
        raise UsageError(_("the editor opens one path, not {count}; see profile-tui --help").format(count=len(given)))
    if given == [""]:
        raise UsageError(_("{name} is empty; name a page or a folder").format(name="PATH"))
    return Path(given[0] if given else ".")


def _check_word(word: str, rest: Sequence[str]) -> None:
    """Raise UsageError for a word that is neither a path nor a command, but likely meant as one."""
    from profile_tui.cli import tree
    from profile_tui.text.similar import suggestion

    if word.startswith("-"):
        if name := _named(rest):
            raise UsageError(
                _("{word} comes after the command: profile-tui {name} {word}").format(word=word, name=name)
            )
        near = suggestion(word, ("--help", "--version")) or _("see profile-tui --help")
        raise UsageError(_("there is no option {word}; {near}").format(word=word, near=near))
    if rest or suggestion(word, tree.names()):
        from profile_tui.cli.help import known_commands

        raise UsageError(
            _("there is neither a command nor a file {word!r}; {known_commands}").format(
                word=word, known_commands=known_commands(word)
            )
        )


def _named(words: Sequence[str]) -> str:
    """Return the command that is called after an option; empty where none is."""
    from profile_tui.cli import tree

    for at, word in enumerate(words):
        if group := tree.group(word):
            return f"{word} {words[at + 1]}" if words[at + 1 : at + 2] and words[at + 1] in group.actions else word
        if tree.single(word):
            return word
    return ""


def _recover() -> None:
    """Put in order what an earlier run was interrupted in."""
    from profile_tui.workspace.disk.state import interrupted

    if interrupted():
        from profile_tui.workspace.disk.recovery import recover

        for message in recover():
            complain(message)
