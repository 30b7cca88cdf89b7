"""Git as the user would call it, with the hooks, filters and transports that the repository names.

Only for what the user asks for by publishing. All else asks through `guarded`.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused
from profile_tui.text.named_tuple import NamedTuple
from profile_tui.workspace.git.guarded import git_program

_SETTINGS = ("--no-pager", "-c", "safe.bareRepository=explicit", "-c", "core.quotePath=false")
_LEAD_ELSEWHERE = frozenset(
    "GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE GIT_COMMON_DIR GIT_OBJECT_DIRECTORY GIT_NAMESPACE GIT_PREFIX "
    "GIT_ALTERNATE_OBJECT_DIRECTORIES GIT_GLOB_PATHSPECS GIT_NOGLOB_PATHSPECS "
    "GIT_ICASE_PATHSPECS GIT_LITERAL_PATHSPECS".split()
)
"""The variables that would make git work on another repository, or read names otherwise."""


_LINES = 3
"""Lines of a complaint that are said."""


class Answer(NamedTuple):
    """What a git command did.

    Attributes:
        code: Its exit code.
        out: What it printed.
        err: What it complained about.
    """

    code: int
    out: bytes
    err: bytes

    @property
    def text(self) -> str:
        """All that it printed, complaints last."""
        return (self.out + self.err).decode("utf-8", "replace").strip()


def call(top: Path, *words: str, given: bytes = b"", index: Path | None = None, interactive: bool = False) -> Answer:
    """Run a git command, however long it takes.

    Args:
        top: The top of a work tree.
        words: The command.
        given: What it reads from standard input.
        index: The index that it works on, in the place of the repository's.
        interactive: Whether it may ask on the terminal, as for a password.

    Raises:
        Refused: Git is not installed, or cannot be started.
    """
    import subprocess

    program, path = git_program()
    if program is None:
        raise Refused(_("git is not installed"))
    environment = {name: value for name, value in os.environ.items() if name not in _LEAD_ELSEWHERE}
    # English, in which its complaints are known here; the locale, which hooks see, stays the user's
    environment |= {"PATH": path, "LANGUAGE": "en", "GIT_EDITOR": ":", "GIT_SEQUENCE_EDITOR": ":"}
    environment["GIT_CEILING_DIRECTORIES"] = str(
        top.parent
    )  # a repository that is broken does not become the one around
    if index is not None:
        environment["GIT_INDEX_FILE"] = str(index)
    if not interactive:
        environment["GIT_TERMINAL_PROMPT"] = "0"
    try:
        done = subprocess.run(
            [program, *_SETTINGS, *words],
            cwd=top,
            env=environment,
            input=given,
            capture_output=True,
            start_new_session=not interactive,
            check=False,
        )
    except (OSError, ValueError) as error:
        raise Refused(_("git cannot be started: {error}").format(error=error)) from error
    return Answer(done.returncode, done.stdout, done.stderr)


def output(top: Path, *words: str, given: bytes = b"", index: Path | None = None) -> bytes:
    """Return what a git command prints.

    Raises:
        Refused: It failed.
    """
    answer = call(top, *words, given=given, index=index)
    if answer.code:
        raise Refused(_("git {words} failed: {text}").format(words=words[0], text=brief(answer.text)))
    return answer.out


def line(top: Path, *words: str) -> str:
    """Return the one line that a git command prints; empty where it fails."""
    answer = call(top, *words)
    return "" if answer.code else os.fsdecode(answer.out).rstrip("\n")


def names(data: Iterable[bytes]) -> list[str]:
    """Return the names of files in what git prints with `-z`."""
    return [os.fsdecode(name) for name in data if name]


def brief(text: str) -> str:
    """Return the gist of a complaint on one line: from where git calls it fatal, or its last lines."""
    lines = [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("hint:")]
    at = next((at for at, line in enumerate(lines) if line.startswith(("fatal:", "error:"))), -_LINES)
    return " / ".join(lines[at:][:_LINES]) or _("it gave no reason")
