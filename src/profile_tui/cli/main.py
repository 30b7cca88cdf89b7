"""Which command was called, and how every one of them ends."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from profile_tui.cli.output import Unprintable, abandon, complain, finish, say
from profile_tui.text.errors import AppError, UsageError

_COMMANDS = frozenset(("show", "check", "profile", "new"))
"""The commands that are about no kind of entries."""
USAGE = """\
usage: profile-tui [PATH]                  open the editor on a page, an include or a Jekyll repository
       profile-tui show [PATH] [--json]    print what the editor reads; writes nothing
       profile-tui check [PATH] [--json]   list the problems found; exit 1 if one is an error
       profile-tui news add TEXT [--date DATE]
       profile-tui publications add --title TITLE [--author A]… [--venue V] [--year Y] [--link LABEL=URL]…
       profile-tui publications add --bibtex FILE
       profile-tui interests add TEXT [--topic TOPIC]
       profile-tui news|publications|interests edit N …
       profile-tui news|publications|interests remove N
       profile-tui news|publications|interests move N TO
       profile-tui new page|post|talk|teaching|COLLECTION --title TITLE [--date DATE]
       profile-tui profile show [PATH] [--json]
       profile-tui profile set FIELD VALUE…
       profile-tui profile clear|remove FIELD

Every change writes the lines of that entry and nothing else, in the shape of its neighbours.
All changing commands take --in PATH (a page, an include or a repository; here where left out)
and --dry-run (print the diff, write nothing). N is the number that `show` prints, FIELD a name
that `profile show` prints. DATE is 2026-11-21, 2026-11, 2026, "Nov 2026" or today. `--` ends
the options.
`profile-tui COMMAND --help` tells more of a command.

options:
  -h, --help     show this; `profile-tui help COMMAND` shows more
  --version      show the version

exit codes: 0 done; 1 check found an error; 2 the words of the call are off;
3 the file cannot be read or edited; 4 refused, nothing was written;
74 it is done, but the output could not be written
"""


def run(words: Sequence[str], open_editor: Callable[[Path], int]) -> int:
    """Does what the words ask for.

    Args:
        words: The call without the program's name.
        open_editor: Opens the editor on a path and returns its exit code.

    Returns:
        The exit code, as `USAGE` lists them.
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
    """Calls the command that the first word names; the editor where it names none."""
    first = words[0] if words else ""
    if first in ("-h", "--help"):
        say(USAGE, end="")
        return 0
    if first == "--version":
        from profile_tui import __version__

        say(f"profile-tui {__version__}")
        return 0
    if first == "help":
        return _help(words[1:], open_editor)
    is_kind = first not in _COMMANDS and _is_kind(first)
    if first not in _COMMANDS and not is_kind:
        from profile_tui.cli.arguments import editor_path

        _check_path(first, alone=len(words) == 1)
        return open_editor(editor_path(words))
    _recover()
    if first == "show":
        from profile_tui.cli.show import show

        return show(words[1:])
    if first == "check":
        from profile_tui.cli.check import check

        return check(words[1:])
    if first == "profile":
        from profile_tui.cli.profile import profile

        return profile(words[1:])
    if is_kind:
        from profile_tui.cli.write import write

        return write(first, words[1:])
    from profile_tui.cli.new import new

    return new(words[1:])


def _help(words: Sequence[str], open_editor: Callable[[Path], int]) -> int:
    """Print what a command does; without one, what there is."""
    if words and words[0] not in _commands() and not words[0].startswith("-"):
        raise UsageError(f"there is no command {words[0]!r}; {_known_commands(words[0])}")
    return _dispatch([*words[:2], "--help"], open_editor)


def _check_path(word: str, *, alone: bool) -> None:
    """Raise UsageError where a word is neither a path nor a command, but likely meant as one."""
    if word.startswith("-") or not word or os.path.lexists(word):
        return
    from profile_tui.text.similar import suggestion

    if not alone or suggestion(word, _commands()):
        raise UsageError(f"there is neither a command nor a file {word!r}; {_known_commands(word)}")


def _known_commands(word: str) -> str:
    """Return which command was meant, or which there are."""
    from profile_tui.text.similar import suggestion

    return suggestion(word, _commands()) or f"the commands are {', '.join(sorted(_commands()))}"


def _is_kind(word: str) -> bool:
    """Return whether a word names a kind of entries."""
    from profile_tui.content.kinds import kinds

    return word in kinds()


def _commands() -> frozenset[str]:
    """Return the names of all commands; each kind of entries is one."""
    from profile_tui.content.kinds import kinds

    return _COMMANDS.union(kinds())


def _recover() -> None:
    """Put in order what an earlier run was interrupted in."""
    from profile_tui.workspace.disk.state import interrupted

    if interrupted():
        from profile_tui.workspace.disk.recovery import recover

        for said in recover():
            complain(said)
