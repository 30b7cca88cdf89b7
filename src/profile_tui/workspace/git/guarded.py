"""The one place that starts git, in a way that runs no program the repository names.

A repository comes from elsewhere. Its configuration may name filters, hooks, monitors, pagers and transports, its
attributes may apply the filters to any file, and a folder of it may itself be laid out as a bare repository with a
configuration of its own. Plain `git status` runs what these say as soon as a folder is looked at.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from profile_tui.text.pattern import lazily
from profile_tui.text.reading import read_start

_SECONDS = 2.0
"""How long git may take; on a huge repository or a slow disk its answer is then just not shown."""
_GUARD = (
    "--no-pager",
    "--no-optional-locks",
    "-c", "safe.bareRepository=explicit",
    "-c", "core.fsmonitor=false",
    "-c", f"core.hooksPath={os.devnull}",
)  # fmt: skip
_ENVIRONMENT = {
    "LC_ALL": "C",
    # Objects missing from a partial clone are not fetched: that would run what the repository names as transport.
    "GIT_ALLOW_PROTOCOL": "",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_TERMINAL_PROMPT": "0",
}
_USERS_OWN = frozenset({"GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM", "GIT_EXEC_PATH"})
"""The variables that say where git and the user's configuration are; all others would lead to another repository."""
_HEAD = lazily(r"ref:[ \t]*refs/\S+\s*|[0-9a-f]{40,64}\s*")


def work_tree(path: Path) -> Path | None:
    """Return the top of the work tree that holds a file or folder; None where there is none.

    Only a folder with a `.git` of its own counts. Git would also take a folder that looks like a bare repository,
    which anyone can commit.
    """
    folder = Path(os.path.realpath(path))
    for top in (folder, *folder.parents):
        if _is_git_folder(top / ".git"):
            return top
    return None


def ask(top: Path, *words: str) -> bytes | None:
    """Return what a git command that only reads prints.

    Args:
        top: The top of a work tree, as `work_tree` finds it.
        words: The command.

    Returns:
        Its output; None where git is missing, fails, or takes too long.
    """
    listed = _run(top, "config", "--null", "--name-only", "--get-regexp", r"^filter\.", none_is_fine=True)
    if listed is None:
        return None
    drivers = {name.rpartition(".")[0] for name in os.fsdecode(listed).split("\0") if name}
    if any("=" in driver for driver in drivers):  # such a name cannot be given on the command line
        return None
    # An empty `process` also keeps git from running `clean`; both are emptied for the versions that look at `clean`.
    emptied = (f"{driver}.{key}" for driver in sorted(drivers) for key in ("process=", "clean=", "required=false"))
    return _run(top, *(word for setting in emptied for word in ("-c", setting)), *words)


def _is_git_folder(path: Path) -> bool:
    """Return whether a `.git` is, or leads to, a repository."""
    if os.path.isfile(path):  # of a linked work tree or a submodule
        lead = _start_of(path).removeprefix(b"gitdir:").strip()
        return bool(lead) and _has_head(path.parent / os.fsdecode(lead))
    return _has_head(path) and os.path.isdir(path / "objects") and os.path.isdir(path / "refs")


def _has_head(folder: Path) -> bool:
    """Return whether a folder has a HEAD as git writes it."""
    return _HEAD.fullmatch(os.fsdecode(_start_of(folder / "HEAD"))) is not None


def _start_of(path: Path) -> bytes:
    """Return the first bytes of an ordinary file; nothing where there is none."""
    try:
        return read_start(path, 4096)
    except OSError:
        return b""


def _run(top: Path, *words: str, none_is_fine: bool = False) -> bytes | None:
    """Run git with all its own settings guarded; `none_is_fine` where exit code 1 says that nothing was found."""
    import subprocess

    program, path = git_program()
    if program is None:
        return None
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= {name: os.environ[name] for name in _USERS_OWN & os.environ.keys()}
    environment |= {**_ENVIRONMENT, "PATH": path}
    # The repository is this one, whatever its configuration or the folders above say.
    environment |= {"GIT_CEILING_DIRECTORIES": str(top.parent), "GIT_WORK_TREE": str(top)}
    try:
        process = subprocess.Popen(
            [program, *_GUARD, *words],
            cwd=top,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except (OSError, ValueError):
        return None
    with process:
        try:
            printed, _ = process.communicate(timeout=_SECONDS)
        except subprocess.TimeoutExpired:
            import signal

            with suppress(OSError):
                os.killpg(process.pid, signal.SIGKILL)  # what git started ends with it
            return None
    return printed if process.returncode == 0 or (none_is_fine and process.returncode == 1) else None


def git_program() -> tuple[str | None, str]:
    """Return git's path and the PATH to run it with: relative folders would be looked up in the repository."""
    import shutil

    folders = os.environ.get("PATH", "").split(os.pathsep)
    path = os.pathsep.join(folder for folder in folders if os.path.isabs(folder))
    return shutil.which("git", path=path), path
