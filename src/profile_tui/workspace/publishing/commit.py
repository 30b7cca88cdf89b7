"""Commits what was planned, pushes, and brings in what others pushed."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused
from profile_tui.text.named_tuple import NamedTuple
from profile_tui.text.reading import listed, reason
from profile_tui.workspace.disk.taking_turns import turn
from profile_tui.workspace.git import trusted
from profile_tui.workspace.git.trouble import check_locked, checked_branch, git_folder
from profile_tui.workspace.publishing import record
from profile_tui.workspace.publishing.publication import FileCommit, Publication, plan

_FOLDER = "profile-tui-"
_HOOKS = ("pre-commit", "prepare-commit-msg", "commit-msg")


class Pushed(NamedTuple):
    """What came of a push.

    Attributes:
        done: Whether the remote has the commits now.
        output: What git and the remote said.
        reason: Why the remote does not have them, on one line.
        is_behind: Whether it was rejected because the remote has commits that are not here.
    """

    done: bool
    output: str
    reason: str = ""
    is_behind: bool = False


def commit(publication: Publication, message: str, *, interactive: bool = False) -> str:
    """Commit exactly what was planned; what else is staged or changed stays as it is.

    Args:
        publication: What was shown to the user.
        message: The commit's message.
        interactive: Whether hooks may ask on the terminal.

    Returns:
        The commit's short name.

    Raises:
        Refused: Something changed since it was shown, or git refused; nothing was committed.
    """
    if not message.strip():
        raise Refused(_("a commit needs a message; nothing was committed"))
    folder = git_folder(publication.top)
    with turn([folder]):  # while another publishes, the index has what may yet be taken back
        for left in listed(folder, f"{_FOLDER}*"):  # by a run that was killed
            shutil.rmtree(left, ignore_errors=True)
        return _made(publication, message, folder, interactive=interactive)


def _made(publication: Publication, message: str, own: Path, *, interactive: bool) -> str:
    """Commit what was planned, while no other does; see `commit`."""
    top = publication.top
    known = record.saves(top)
    now = plan(top)
    if (now.head, now.branch, now.files) != (publication.head, publication.branch, publication.files):
        raise Refused(_("files or the branch changed since the diff was made: look at it again; nothing was committed"))
    with _own_index(top, own) as index:
        trusted.output(top, "read-tree", "-i", "-m", publication.head, index=index)
        _stage(top, [_line(publication, file, _blob(top, file.name, file.new)) for file in publication.files], index)
        # staged first: whatever happens from here on, the real index never has less than the commit
        _stage(top, [_line(publication, file, _blob(top, file.name, file.staged)) for file in publication.files])
        try:
            _commit(publication, message, index, interactive=interactive)
        except BaseException:
            if trusted.line(top, "rev-parse", "HEAD") == publication.head:  # or another commit would be staged back
                before = [_line(publication, file, *(file.index or ("",))[::-1]) for file in publication.files]
                _stage(top, before)
            raise
    record.published(known, {file.name for file in publication.files}, top)
    return trusted.line(top, "rev-parse", "--short", "HEAD")


@contextmanager
def _own_index(top: Path, own: Path) -> Iterator[Path]:
    """Give a copy of the index, which knows of the files' times, in a folder that is gone afterwards.

    Raises:
        Refused: It cannot be written.
    """
    try:
        with tempfile.TemporaryDirectory(prefix=_FOLDER, dir=own, ignore_cleanup_errors=True) as folder:
            index = Path(folder, "index")
            with suppress(FileNotFoundError):
                shutil.copyfile(top / trusted.line(top, "rev-parse", "--git-path", "index"), index)
            yield index
    except OSError as error:
        message = _("git can't write in this repository: {reason}; nothing was committed")
        raise Refused(message.format(reason=reason(error))) from error


def _commit(publication: Publication, message: str, index: Path, *, interactive: bool) -> None:
    """Commit an index.

    Raises:
        Refused: Git or a hook refused, or another commit came between.
    """
    top = publication.top
    words = ("commit", "--quiet", "--cleanup=whitespace", "--file=-")
    given = message.encode("utf-8", "surrogateescape")
    answer = trusted.call(top, *words, given=given, index=index, interactive=interactive)
    if answer.code:
        check_locked(answer.text)
        who = "a hook" if _has_hooks(top) and "fatal:" not in answer.text else "git"
        raise Refused(
            _("{who} refused the commit: {text}; nothing was committed").format(
                who=who, text=trusted.brief(answer.text)
            )
        )
    if trusted.line(top, "rev-parse", "HEAD^") != publication.head:
        # made on top of a commit that it does not know, it would take that one's changes back
        trusted.call(top, "update-ref", "-m", "profile-tui: take back", "HEAD", "HEAD^", "HEAD")
        raise Refused(_("another commit was made meanwhile: look at the diff again; nothing was committed"))


def _has_hooks(top: Path) -> bool:
    """Return whether hooks of the repository have a say in a commit."""
    folder = top / trusted.line(top, "rev-parse", "--git-path", "hooks")
    return any(os.access(folder / name, os.X_OK) for name in _HOOKS)


def _stage(top: Path, lines: Iterable[bytes], index: Path | None = None) -> None:
    """Give files the content that lines of `update-index --index-info` name, in the real index or another."""
    trusted.output(top, "update-index", "-z", "--index-info", given=b"".join(lines), index=index)


def _line(publication: Publication, file: FileCommit, blob: str, mode: str = "") -> bytes:
    """Return the line that gives a file this object; an empty one takes it out."""
    if not blob:
        mode, blob = "0", "0" * len(publication.head)
    return os.fsencode(f"{mode or file.mode} {blob}\t{file.name}") + b"\0"


def _blob(top: Path, name: str, content: bytes | None) -> str:
    """Return the object of a file's content, as git's filters make it; empty for no file."""
    if content is None:
        return ""
    made = trusted.output(top, "hash-object", "-w", "--stdin", f"--path={name}", given=content)
    return made.decode("ascii").strip()


def unpushed(top: Path) -> int:
    """Return how many commits of the branch its remote does not have, as far as is known here.

    Of a branch that was never pushed, or is gone there, those that no branch of a remote has.
    """
    count = trusted.line(top, "rev-list", "--count", "@{upstream}..HEAD")
    if not count and trusted.line(top, "remote"):
        count = trusted.line(top, "rev-list", "--count", "HEAD", "--not", "--remotes")
    return int(count) if count.isdecimal() else 0


def check_remote(top: Path) -> None:
    """Raise Refused where there is nowhere to push to."""
    _target(top)


def push(top: Path, *, interactive: bool = False) -> Pushed:
    """Push the branch to where it is pushed to; to the only remote, where that was never said.

    Args:
        top: The top of the work tree.
        interactive: Whether git may ask on the terminal, as for a password.

    Raises:
        Refused: There is nowhere to push to.
    """
    answer = trusted.call(top, "push", "--porcelain", *_target(top), interactive=interactive)
    is_behind = any(word in answer.text for word in ("(fetch first)", "(non-fast-forward)"))
    lines = [line.removeprefix("!").strip() for line in answer.text.splitlines() if line.startswith(("!", "remote:"))]
    reason = " / ".join(" ".join(line.split()) for line in lines) or trusted.brief(answer.text)
    return Pushed(answer.code == 0, answer.text, reason, is_behind)


def _target(top: Path) -> tuple[str, ...]:
    """Return the words that say where to push to; none where git knows.

    Raises:
        Refused: There is no remote, or there are several.
    """
    branch = trusted.line(top, "symbolic-ref", "--quiet", "--short", "HEAD")
    if not branch:
        raise Refused(_("no branch is checked out (detached HEAD): switch to one (git switch main), then push"))
    if trusted.line(top, "rev-parse", "--abbrev-ref", "@{upstream}"):
        return ()
    remotes = trusted.line(top, "remote").split("\n")
    if remotes == [""]:
        raise Refused(_("there is no remote to push to: add one (git remote add origin URL), then push"))
    if len(remotes) > 1 and "origin" not in remotes:
        raise Refused(
            _("there are several remotes: say which one (git push --set-upstream {remotes} {branch})").format(
                remotes=remotes[0], branch=branch
            )
        )
    remote = "origin" if "origin" in remotes else remotes[0]
    return "--set-upstream", remote, branch


def pull_rebase(top: Path, *, interactive: bool = False) -> str:
    """Put the commits that were not pushed on top of the remote's; return what git said.

    Changes that are not committed stay as they are.

    Raises:
        Refused: It cannot be done without touching them, or two commits changed the same lines. All is as it was.
    """
    checked_branch(top)
    fetched = trusted.call(top, "fetch", interactive=interactive)
    if fetched.code:
        raise Refused(_("git fetch failed: {text}").format(text=trusted.brief(fetched.text)))
    own = set(trusted.names(trusted.output(top, "diff", "--name-only", "-z", "HEAD").split(b"\0")))
    theirs = set(trusted.names(trusted.output(top, "diff", "--name-only", "-z", "HEAD...@{upstream}").split(b"\0")))
    if own & theirs:
        name = min(own & theirs)
        raise Refused(
            _("the remote changed it too, and you have uncommitted changes in it: commit them first"), path=name
        )
    answer = trusted.call(top, "-c", "rebase.autoStash=true", "rebase", "@{upstream}")
    if answer.code:
        trusted.call(top, "rebase", "--abort")
        raise Refused(
            _(
                "your commits and the remote's changed the same lines, so all was left as it was: run "
                "git pull --rebase yourself and resolve the conflicts"
            )
        )
    return answer.text
