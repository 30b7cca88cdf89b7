"""What every writing call says once it is done: what it did, where, and which other files it wrote."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from profile_tui.cli.command import Namespace
from profile_tui.cli.output import complain, one_line, say, say_diff, say_json
from profile_tui.content.entries.entry import text_in
from profile_tui.text.catalogue import _, led

if TYPE_CHECKING:
    from profile_tui.workspace.additions import Placed
    from profile_tui.workspace.disk.files import FileChange
    from profile_tui.workspace.performed import Performed
    from profile_tui.workspace.workspace import Workspace

_DONE = {
    "added": _("added {what}"),
    "changed": _("changed {what}"),
    "removed": _("removed {what}"),
    "moved": _("moved {what}"),
    "cleared": _("cleared {what}"),
}
"""What is said of a change, by its word in `--json`."""
_LONGEST = 72
"""Characters of an entry that are said of it at most."""


def finish(
    workspace: Workspace,
    given: Namespace,
    data: dict[str, object],
    message: str,
    *,
    also: Iterable[FileChange] = (),
    reported: Iterable[str] = (),
) -> None:
    """Save what was done and say so; of a dry run, print the diff.

    Args:
        workspace: The files.
        given: The call's arguments: `dry_run` and `json`.
        data: What was done, as `--json` gives it; `files` is added.
        message: The same in lines for people, which a diff takes the place of.
        also: What is to be written, or not, together with the files of the site.
        reported: The files that the lines name, besides the `path` of the data.
    """
    files = [document.name for document in workspace.documents if document.dirty]
    diff = workspace.diff() if given.dry_run else ""
    if files and not given.dry_run:
        workspace.save(also)
    if given.json:
        say_json({**data, "files": files, **({"diff": diff} if given.dry_run else {})})
    elif diff:
        say_diff(diff)
    elif message:
        say(message)
        if more := [name for name in files if name not in {data.get("path"), *reported}]:
            say(_("also written: {more}").format(more=one_line(", ".join(more))))


def entry(workspace: Workspace, given: Namespace, done: Performed, *, also: Iterable[FileChange] = ()) -> None:
    """Save a change of an entry and say so; see `finish`."""
    message = "\n".join([line(done), *map(placed_line, done.also), *map(line, done.followed)])
    reported = [*(more.path for more in done.also), *(more.path for more in done.followed)]
    finish(workspace, given, as_data(done), message, also=also, reported=reported)
    if done.note:
        complain(_("note: {note}").format(note=done.note))
    elsewhere(done.elsewhere)
    if done.copies:
        complain(_("note: it is in {said}, too; --everywhere takes those along").format(said=_joined(done.copies)))


def _joined(names: Sequence[str]) -> str:
    """Return names in a sentence."""
    shown = [one_line(name) for name in names]
    return _(" and ").join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)


def elsewhere(files: Iterable[str]) -> None:
    """Say which other lists of the site are kept in step, and have not got what was added."""
    if names := list(files):
        complain(
            _("note: this site lists its publications in {said}, too; --everywhere adds to all of them").format(
                said=_joined(names)
            )
        )


def placed_line(placed: Placed) -> str:
    """Return what was added beside a paper as a line for people."""
    from profile_tui.content.kinds import kinds

    number = "" if placed.number is None else f" {placed.number}"
    message = _("{at}: added {one}{number}").format(
        at=at(placed.path, placed.lines[0]), one=kinds()[placed.kind].one, number=number
    )
    if placed.left_out:
        return _("{said} (no place there for its {left_out})").format(said=message, left_out=", ".join(placed.left_out))
    return (
        led(message, _shortened(one_line(text_in(placed.entry.values, "text"))))
        if "text" in placed.entry.values
        else message
    )


def placed_data(placed: Placed) -> dict[str, object]:
    """Return what was added beside a paper as `--json` gives it."""
    first, last = placed.lines
    return {
        "action": "added",
        "path": placed.path,
        "first_line": first,
        "last_line": last,
        "kind": placed.kind,
        "number": placed.number,
    }


def as_data(done: Performed) -> dict[str, object]:
    """Return a change of an entry as `--json` gives it."""
    first, last = done.lines
    return {
        "action": "unchanged" if done.is_nothing else done.action,
        "path": done.path,
        "first_line": first,
        "last_line": last,
        "kind": done.kind,
        "number": done.number,
        **({"also": also} if (also := [*map(placed_data, done.also), *map(as_data, done.followed)]) else {}),
    }


def at(path: str, line: int | None) -> str:
    """Return a place as `PATH:LINE`, on one line."""
    return one_line(path) if line is None else f"{one_line(path)}:{line}"


def line(done: Performed) -> str:
    """Return a change of an entry as a line for people."""
    from profile_tui.content.kinds import kinds

    number = "" if done.number is None else f" {done.number}"
    what = f"{kinds()[done.kind].one}{number}"
    nothing = (
        _("already there as {what}").format(what=what)
        if done.action == "added"
        else _("nothing to change in {what}").format(what=what)
    )
    message = nothing if done.is_nothing else action_line(done.action, what)
    if done.entry is not None:
        from profile_tui.cli.plain import summary

        message = led(message, _shortened(one_line(summary(done.entry))))
    return f"{at(done.path, done.lines[0])}: {message}"


def action_line(action: str, what: str) -> str:
    """Return what was done to something, in words."""
    return _DONE[action].format(what=what)


def _shortened(text: str) -> str:
    """Return the beginning of a text, where all of it would be too long for a line."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 3].rstrip()}..."
