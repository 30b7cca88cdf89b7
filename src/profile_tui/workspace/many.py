"""Many entries changed at once: all of them or none, and one step to take back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from profile_tui.content.change.edit import ProvenEdit
from profile_tui.content.entries.entry import Values
from profile_tui.content.kinds import kinds
from profile_tui.text.catalogue import _, counting
from profile_tui.text.errors import AppError
from profile_tui.workspace.refs import EntryNumber
from profile_tui.workspace.workspace import Workspace


def remove(workspace: Workspace, entries: Iterable[EntryNumber]) -> ProvenEdit | None:
    """Take entries away.

    Returns:
        The last change; None where there was none.

    Raises:
        AppError: One of them cannot be removed; none was.
    """
    last_first = sorted(entries, reverse=True)  # so that the numbers of the others stay
    edited = None
    with workspace.together(_("Remove {counted}").format(counted=counted(last_first))):
        for entry in last_first:
            with _about(entry):
                edited = workspace.remove(entry.kind, entry.number)
    return edited


def change(workspace: Workspace, entries: Iterable[EntryNumber], values: Values) -> ProvenEdit | None:
    """Set some fields of entries.

    Returns:
        The last change; None where nothing differed.

    Raises:
        AppError: They cannot be set in one of them; none was changed.
    """
    ordered = sorted(entries)
    edited = None
    with workspace.together(_("Change {counted}").format(counted=counted(ordered))):
        for entry in ordered:
            with _about(entry):
                made = workspace.change(entry.kind, entry.number, values)
            edited = made if made.splices else edited
    return edited


def move(workspace: Workspace, entries: Iterable[EntryNumber], by: int) -> list[EntryNumber]:
    """Move entries of one kind by a place up or down; those at the end stay, and all keep their sequence.

    Args:
        workspace: The open files.
        entries: The entries.
        by: -1 or 1.

    Returns:
        The entries by their new numbers.

    Raises:
        AppError: One of them cannot be moved; none was.
    """
    ordered = sorted(entries, reverse=by > 0)
    if not ordered:
        return []
    kind = ordered[0].kind
    blocked = 0 if by < 0 else len(workspace.entries(kind)) + 1
    moves = []
    with workspace.together(_("Move {counted}").format(counted=counted(ordered))):
        for entry in ordered:
            to = entry.number if entry.number + by == blocked else entry.number + by
            if to != entry.number:
                with _about(entry):
                    workspace.move(kind, entry.number, to)
            blocked = to
            moves.append(EntryNumber(kind, to))
    return moves


def counted(entries: Sequence[EntryNumber]) -> str:
    """Return how many entries there are, in words."""
    kinds_counted = {entry.kind for entry in entries}
    if len(kinds_counted) == 1:
        return kinds()[kinds_counted.pop()].counted(len(entries))
    return counting("{count} entry", "{count} entries", len(entries))


@contextmanager
def _about(entry: EntryNumber) -> Iterator[None]:
    """Have a refusal say which entry it is about, and that nothing was done."""
    try:
        yield
    except AppError as error:
        error.message = _("{one} {number}: {message}; nothing was changed").format(
            one=kinds()[entry.kind].one, number=entry.number, message=error.message
        )
        raise
