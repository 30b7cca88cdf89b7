"""What is to be committed: the files, what a commit makes of each, and its message. Working it out changes nothing."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from shlex import quote

from profile_tui.text.catalogue import _
from profile_tui.text.dataclass import dataclass
from profile_tui.text.errors import Refused
from profile_tui.text.source import Source
from profile_tui.workspace.disk import files
from profile_tui.workspace.documents.diff import unified
from profile_tui.workspace.drafts.merge import merged
from profile_tui.workspace.git import trusted
from profile_tui.workspace.git.guarded import git_program, work_tree
from profile_tui.workspace.git.trouble import checked_branch
from profile_tui.workspace.publishing import record
from profile_tui.workspace.publishing.message import message_of
from profile_tui.workspace.publishing.own_lines import since, with_own_lines
from profile_tui.workspace.publishing.record import SavedFile

_FILE = "100644"
_PROGRAM = "100755"


@dataclass(frozen=True)
class FileCommit:
    """What a commit makes of a file.

    Attributes:
        name: The file, relative to the top of the work tree.
        mode: Its mode, as git writes it.
        old: What the last commit has; None where it has no such file.
        new: What this one will have; None where the file goes.
        index: Mode and object in the index; None where it has no such file.
        staged: What the index will have: the same as the commit, unless the user staged changes of this file.
    """

    name: str
    mode: str
    old: bytes | None
    new: bytes | None
    index: tuple[str, str] | None
    staged: bytes | None


@dataclass(frozen=True)
class Publication:
    """What is to be committed.

    Attributes:
        top: The top of the work tree.
        branch: The branch that the commit goes to; empty where nothing is to be committed.
        head: The last commit.
        files: The files.
        message: The commit's message.
        notes: What is left out, and why.
    """

    top: Path
    branch: str = ""
    head: str = ""
    files: tuple[FileCommit, ...] = ()
    message: str = ""
    notes: tuple[str, ...] = ()

    @property
    def diff(self) -> str:
        """What the commit changes, as a unified diff."""
        return "".join(
            unified(
                Source(file.old or b"").raw,
                Source(file.new or b"").raw,
                file.name,
                created=file.old is None,
                removed=file.new is None,
            )
            for file in self.files
        )


def top_of(path: Path) -> Path:
    """Return the top of the work tree around a path.

    Raises:
        Refused: There is none, or no git.
    """
    top = work_tree(path)
    if top is None:
        raise Refused(
            _("this isn't in a git repository: make it one (git init && git add . && git commit), then publish"),
            path=str(path),
        )
    if git_program()[0] is None:
        raise Refused(_("git is not installed: install it, then publish again"))
    return top


def plan(path: Path) -> Publication:
    """Return what would be committed of the repository around a path.

    Raises:
        Refused: No commit can be made now, or what this program changed cannot be told from other changes.
    """
    top = top_of(path)
    by_name: dict[str, list[SavedFile]] = defaultdict(list)
    for save in record.saves(top):
        for saved_file in save.saved:
            by_name[saved_file.name].append(saved_file)
    notes = [
        _(
            "{relative_to} is a repository of its own (a submodule): publish it first, with profile-tui "
            "publish {relative_to2}"
        ).format(relative_to=inner.relative_to(top), relative_to2=quote(str(inner.relative_to(top))))
        for inner in record.inner_tops(top)
    ]
    if not by_name:
        return Publication(top, notes=tuple(notes))
    branch = checked_branch(top)
    head = trusted.line(top, "rev-parse", "--verify", "HEAD")
    tree, index = _tree(top, head, by_name), _index(top, by_name)
    commits = []
    labels: list[str] = []
    for name, saved in sorted(by_name.items()):
        if name not in tree and not os.path.lexists(top / name):
            continue  # it came and went
        left_out = _left_out(top, name, saved[0], in_head=name in tree, in_index=name in index)
        if left_out:
            notes.append(left_out)
            continue
        file = _file(top, name, saved, tree.get(name), index.get(name))
        if file is not None:
            commits.append(file)
            labels += _labels(saved, file)
    if not commits:
        return Publication(top, notes=tuple(notes))
    return Publication(
        top, branch, head, tuple(commits), message_of(labels, [commit.name for commit in commits]), tuple(notes)
    )


def _left_out(top: Path, name: str, first: SavedFile, *, in_head: bool, in_index: bool) -> str:
    """Return why a file is not published; empty where it is."""
    if in_head:
        return ""
    if first.old is not None:
        return _(
            "{name} isn't in git yet: commit all of it yourself (git add {name2} && git commit), then publish"
        ).format(name=name, name2=quote(name))
    if not in_index and trusted.call(top, "check-ignore", "--quiet", "--", f"./{name}").code == 0:
        return _(
            "{name} isn't published: .gitignore excludes it (to have it all the same: git add --force {name2})"
        ).format(name=name, name2=quote(name))
    return ""


def _file(
    top: Path,
    name: str,
    saved: Sequence[SavedFile],
    head: tuple[str, str] | None,
    index: tuple[str, str] | None,
) -> FileCommit | None:
    """Return what a commit makes of a file; None where there is nothing to commit."""
    disk = _on_disk(top, name)
    old = None if head is None else _content(top, name, head[1], disk or b"")
    new = _committed(name, saved, old, disk)
    if new == old or (old is None and not new):
        return None
    staged = None if index is None else _content(top, name, index[1], disk or b"") if index != head else old
    mode = head[0] if head else index[0] if index else _mode(top / name)
    return FileCommit(name, mode, old, new, index, _staged(name, old, new, staged))


def _committed(name: str, saved: Sequence[SavedFile], old: bytes | None, disk: bytes | None) -> bytes | None:
    """Return what a commit makes of a file; None where the file goes.

    Raises:
        Refused: Others deleted it, or what this program changed cannot be told from other changes.
    """
    if disk is None and saved[-1].new is None:
        return None
    if disk is None:
        raise Refused(
            _("it was saved here, and is deleted now: put it back (git restore {name}) or commit that").format(
                name=quote(name)
            ),
            path=name,
        )
    new = with_own_lines(old or b"", [(file.old or b"", file.new or b"") for file in saved], disk)
    if new is None:
        raise Refused(
            _(
                "other changes are in the same lines as yours, so they can't be told apart: commit the "
                "file yourself (git commit {name})"
            ).format(name=quote(name)),
            path=name,
        )
    return new


def _staged(name: str, old: bytes | None, new: bytes | None, staged: bytes | None) -> bytes | None:
    """Return what the index is to have after the commit: what the user staged stays staged.

    Raises:
        Refused: The user staged something else in the same lines.
    """
    if staged in (old, new) or (old is None and staged is None):
        return new
    together = None
    if staged is not None and new is not None:
        together = merged(old or b"", new, staged)
    if together is None:
        raise Refused(
            _(
                "you staged other changes in the same lines: commit them, or unstage them (git restore --staged {name})"
            ).format(name=quote(name)),
            path=name,
        )
    return together


def _labels(saved: Sequence[SavedFile], file: FileCommit) -> list[str]:
    """Return what the user did to a file, without what was taken back."""
    pairs = [(saved_step.old or b"", saved_step.new or b"") for saved_step in saved]
    kept: list[SavedFile] = []
    for saved_step in saved[len(pairs) - len(since(file.old or b"", pairs)) :]:
        back = next((at for at, earlier in enumerate(kept) if earlier.old == saved_step.new), None)
        if back is None:
            kept.append(saved_step)
        else:
            del kept[back:]
    return [label for saved_step in kept for label in saved_step.labels]


def _on_disk(top: Path, name: str) -> bytes | None:
    """Return what a file holds; None where there is none."""
    path = top / name
    return files.read(path, name, any_bytes=True) if os.path.lexists(path) else None


def _mode(path: Path) -> str:
    """Return the mode that git would give a new file."""
    return _PROGRAM if os.access(path, os.X_OK) else _FILE


def _content(top: Path, name: str, blob: str, disk: bytes) -> bytes:
    """Return what git has of a file, as it would write it into the work tree.

    Where git converts line ends, they are those of the file on the disk, which may have others than git would write.
    """
    held = trusted.output(top, "cat-file", "--filters", f"--path={name}", blob)
    if held.count(b"\r\n") == disk.count(b"\r\n") or b"\n" not in held:
        return held
    other = held.replace(b"\r\n", b"\n")
    if b"\r\n" in disk:
        other = other.replace(b"\n", b"\r\n")
    made = trusted.output(top, "hash-object", "--stdin", f"--path={name}", given=other)
    return other if made.decode("ascii").strip() == blob else held


def _tree(top: Path, head: str, names: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Return mode and object of files in a commit."""
    tree = {}
    for line in trusted.output(top, "ls-tree", "-z", "--full-tree", head, "--", *_literal(names)).split(b"\0"):
        facts, _unused, name = line.partition(b"\t")
        if name:
            mode, kind, blob = os.fsdecode(facts).split()
            if kind == "blob":
                tree[os.fsdecode(name)] = mode, blob
    return tree


def _index(top: Path, names: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Return mode and object of files in the index."""
    index = {}
    for line in trusted.output(top, "ls-files", "--stage", "-z", "--", *_literal(names)).split(b"\0"):
        facts, _unused, name = line.partition(b"\t")
        if name:
            mode, blob, _stage = os.fsdecode(facts).split()
            index[os.fsdecode(name)] = mode, blob
    return index


def _literal(names: Iterable[str]) -> list[str]:
    """Return names of files as git takes them at their word, whatever signs are in them."""
    return [f":(literal){name}" for name in names]
