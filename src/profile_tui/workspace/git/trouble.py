"""What stands in the way of a commit, each in a sentence that says what to do."""

from __future__ import annotations

import os
from pathlib import Path
from shlex import quote

from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused
from profile_tui.text.pattern import lazily
from profile_tui.workspace.git import trusted

_LOCK = lazily(r"Unable to create '([^'\n]+\.lock)': File exists")
_UNDER_WAY = (
    ("rebase-merge", _("a rebase"), "git rebase --continue", "git rebase --abort"),
    ("rebase-apply", _("a rebase"), "git rebase --continue", "git rebase --abort"),
    ("MERGE_HEAD", _("a merge"), "git merge --continue", "git merge --abort"),
    ("CHERRY_PICK_HEAD", _("a cherry-pick"), "git cherry-pick --continue", "git cherry-pick --abort"),
    ("REVERT_HEAD", _("a revert"), "git revert --continue", "git revert --abort"),
    ("BISECT_LOG", _("a bisect"), "git bisect reset", ""),
)


def git_folder(top: Path) -> Path:
    """Return the folder where git keeps what belongs to this work tree alone.

    Raises:
        Refused: This is not a repository that git reads.
    """
    answer = trusted.call(top, "rev-parse", "--absolute-git-dir")
    if "dubious ownership" in answer.text:
        raise Refused(
            _(
                "this repository belongs to another user, so git does not work in it: if you trust that "
                "user, git config --global --add safe.directory {top}, then publish again"
            ).format(top=quote(str(top)))
        )
    if answer.code:
        raise Refused(_("git cannot read this repository: {text}").format(text=trusted.brief(answer.text)))
    return Path(os.fsdecode(answer.out.rstrip(b"\n")))


def checked_branch(top: Path) -> str:
    """Return the branch that a commit would go to.

    Raises:
        Refused: No commit can be made now; the message says what to do.
    """
    folder = git_folder(top)
    for name, what, finish, abort in _UNDER_WAY:
        if os.path.lexists(folder / name):
            instead = _(", or give it up ({abort})").format(abort=abort) if abort else ""
            raise Refused(
                _("{what} is under way in this repository: finish it ({finish}){instead}, then publish again").format(
                    what=what, finish=finish, instead=instead
                )
            )
    branch = trusted.line(top, "symbolic-ref", "--quiet", "--short", "HEAD")
    if not branch:
        raise Refused(
            _("no branch is checked out (detached HEAD): switch to one (git switch main), then publish again")
        )
    if not trusted.line(top, "rev-parse", "--quiet", "--verify", "HEAD^{commit}"):
        raise Refused(
            _("this repository has no commit yet: make the first one (git add . && git commit), then publish")
        )
    unmerged = sorted(set(_unmerged(top)))
    if unmerged:
        raise Refused(
            _("{unmerged} has conflicts: resolve them and `git add` the file, then publish again").format(
                unmerged=unmerged[0]
            )
        )
    check_lock(folder)
    who = trusted.call(top, "var", "GIT_COMMITTER_IDENT")
    if who.code or trusted.call(top, "var", "GIT_AUTHOR_IDENT").code:
        raise Refused(
            _(
                "git does not know who you are: git config --global user.name 'Your Name' && git config "
                "--global user.email you@example.org, then publish again"
            )
        )
    return branch


def check_lock(folder: Path) -> None:
    """Raise Refused where another git command is at work, or left its lock."""
    if os.path.lexists(folder / "index.lock"):
        raise _locked(folder / "index.lock")


def check_locked(complaint: str) -> None:
    """Raise Refused where git complained that another git command is at work, or left its lock."""
    if match := _LOCK.search(complaint):
        raise _locked(match[1])


def _locked(lock: Path | str) -> Refused:
    """Return that a lock stands in the way."""
    return Refused(
        _("another git command is running, or was killed: wait for it, or if none runs delete {lock}").format(lock=lock)
    )


def _unmerged(top: Path) -> list[str]:
    """Return the files with conflicts that are not solved."""
    lines = trusted.output(top, "ls-files", "--unmerged", "-z").split(b"\0")
    return [os.fsdecode(line.partition(b"\t")[2]) for line in lines if line]
