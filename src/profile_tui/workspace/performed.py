"""Changes of entries with what people and scripts want to know of them: what was done, to which entry, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from profile_tui.content.entries.entry import Entry, Values
from profile_tui.text.dataclass import dataclass, replace
from profile_tui.workspace.refs import NO_KEYS, Keys

if TYPE_CHECKING:
    from collections.abc import Sequence

    from profile_tui.content.change.edit import ProvenEdit
    from profile_tui.workspace.additions import Placed, Wish
    from profile_tui.workspace.refs import EntryRef
    from profile_tui.workspace.workspace import Proposal, Workspace


@dataclass(frozen=True)
class Performed:
    """A change of an entry that was made, and is yet to be saved.

    Attributes:
        action: `added`, `changed`, `removed` or `moved`.
        kind: The entry's kind.
        number: Its number now, or before it was removed; None in a store that was too large to be read for that.
        path: Its file, as the user knows it.
        lines: Its first and last line in that file now, or before it was removed.
        entry: The entry as it was before; None where it is new.
        note: What stays as it was though the user may not expect that; empty where nothing does.
        is_nothing: Whether there was nothing to do.
        also: What was added beside it: to other lists of the site, and the news item.
        elsewhere: The files of other lists of the site that have not got it.
        followed: What was done to the same paper in other lists.
        copies: The files that have the same paper, where nothing was done to it there.
    """

    action: str
    kind: str
    number: int | None
    path: str
    lines: tuple[int, int]
    entry: Entry | None = None
    note: str = ""
    is_nothing: bool = False
    also: tuple[Placed, ...] = ()
    elsewhere: tuple[str, ...] = ()
    followed: tuple[Performed, ...] = ()
    copies: tuple[str, ...] = ()


def add(workspace: Workspace, kind: str, values: Values, section: str | None = None, keys: Keys = NO_KEYS) -> Performed:
    """Add an entry; see `Workspace.propose_add`."""
    proposal = workspace.propose_add(kind, values, workspace.destination(kind, section, values), keys=keys)
    return _of_addition(workspace, kind, proposal, workspace.perform(proposal))


def add_paper(workspace: Workspace, values: Values, section: str | None, wish: Wish) -> Performed:
    """Add a publication, and what is wished beside it; see `additions.add`."""
    from profile_tui.workspace import additions
    from profile_tui.workspace.everywhere import KIND, Request

    there = workspace.destination(KIND, section, values)
    made = additions.add(workspace, values, there, wish)
    if made.proposal is None or made.edited is None:
        own = next(additions.placed(workspace, [Request(KIND, values, there)]), None)
        path, lines = (own.path, own.lines) if own else (there.document.name, (1, 1))
        done = Performed("added", KIND, own.number if own else None, path, lines, is_nothing=True)
    else:
        done = _of_addition(workspace, KIND, made.proposal, made.edited)
    also = tuple(additions.placed(workspace, made.more))
    return replace(done, also=also, elsewhere=tuple(change.name for change in made.elsewhere))


def _of_addition(workspace: Workspace, kind: str, proposal: Proposal, edited: ProvenEdit) -> Performed:
    """Return an addition that was performed."""
    ref = _added(workspace, kind, proposal, edited)
    if ref is None:
        return _unread(kind, proposal, edited)
    return Performed("added", kind, ref.number, *where(ref), note=edited.note)


def _unread(kind: str, proposal: Proposal, edited: ProvenEdit) -> Performed:
    """Return an addition to a store that is too large to be read for its number."""
    page = edited.page
    line = page.source.line_number(edited.splices[0].span.start)
    last = page.text.count("\n") if proposal.change and proposal.change.own_file else line
    lines = (line, max(line, last))
    return Performed("added", kind, None, proposal.document.name, lines, note=edited.note)


def change(workspace: Workspace, kind: str, number: int, values: Values, keys: Keys = NO_KEYS) -> Performed:
    """Set some fields of an entry; see `Workspace.propose_change`."""
    before = workspace.held(kind, number)
    return of_change(workspace, before, workspace.propose_change(before, values, keys))


def of_change(workspace: Workspace, before: EntryRef, proposal: Proposal) -> Performed:
    """Make a proposed change of an entry."""
    kind, number = before.entry.kind, before.number
    edited = workspace.perform(proposal)
    if before.record is None:
        after: EntryRef | None = workspace.held(kind, number)
    else:
        # a store may show the entry elsewhere now, as its date says
        after = next((ref for ref in workspace.entries(kind) if _is_same(ref, before)), None)
    path, lines = where(after or before)
    new_number = after.number if after else None
    return Performed("changed", kind, new_number, path, lines, before.entry, edited.note, not edited.splices)


def remove(workspace: Workspace, kind: str, number: int) -> Performed:
    """Take an entry away; see `Workspace.remove`."""
    before = workspace.held(kind, number)
    path, lines = where(before)
    edited = workspace.perform(workspace.propose_remove(before))
    return Performed("removed", kind, number, path, lines, before.entry, edited.note, not edited.splices)


def change_paper(
    workspace: Workspace, number: int, values: Values, *, everywhere: bool, keys: Keys = NO_KEYS
) -> Performed:
    """Set some fields of a publication, and of the same paper in other lists where that is wanted.

    Raises:
        AppError: One of them cannot be written; nothing is done.
    """
    from profile_tui.workspace.copies import copies, following
    from profile_tui.workspace.everywhere import KIND

    ref = workspace.held(KIND, number)
    steps = following(ref, values, copies(workspace, ref))
    with workspace.together():
        done = change(workspace, KIND, number, values, keys)
        for step in steps if everywhere else ():
            workspace.perform(step.propose(workspace))
    return with_copies(done, [step.ref for step in steps], everywhere=everywhere)


def remove_paper(workspace: Workspace, number: int, *, everywhere: bool) -> Performed:
    """Take a publication away, and the same paper out of other lists where that is wanted.

    Raises:
        AppError: One of them cannot be removed; nothing is done.
    """
    from profile_tui.workspace.copies import Left, copies
    from profile_tui.workspace.everywhere import KIND

    others = copies(workspace, workspace.held(KIND, number))
    with workspace.together():
        done = remove(workspace, KIND, number)
        for ref in others if everywhere else ():
            workspace.perform(Left(ref).propose(workspace))
    return with_copies(done, others, everywhere=everywhere)


def with_copies(done: Performed, others: Sequence[EntryRef], *, everywhere: bool) -> Performed:
    """Return what was done to a paper, with its copies."""
    if not everywhere:
        return replace(done, copies=tuple(dict.fromkeys(where(ref)[0] for ref in others)))
    followed = (Performed(done.action, done.kind, ref.number or None, *where(ref), ref.entry) for ref in others)
    return replace(done, followed=tuple(followed))


def move(workspace: Workspace, kind: str, number: int, to: int) -> Performed:
    """Make an entry number `to`; see `Workspace.move`."""
    before = workspace.held(kind, number)
    edited = workspace.perform(workspace.propose_move(before, workspace.held(kind, to)))
    path, lines = where(workspace.held(kind, to))
    return Performed("moved", kind, to, path, lines, before.entry, edited.note, not edited.splices)


def where(ref: EntryRef) -> tuple[str, tuple[int, int]]:
    """Return the file of an entry, as the user knows it, and its first and last line."""
    if ref.record is not None:
        return ref.record.name, ref.record.lines
    return ref.document.name, ref.document.page.lines(ref.entry.span)


def _added(workspace: Workspace, kind: str, proposal: Proposal, edited: ProvenEdit) -> EntryRef | None:
    """Return a new entry; None in a store that was too large to be read for its number."""
    if edited.number is None:
        return None
    if proposal.store is not None:
        return workspace.held(kind, edited.number)
    own = (ref for ref in workspace.on_pages(kind) if ref.document is proposal.document)
    return next((ref for ref in own if ref.entry.number == edited.number), None)


def _is_same(ref: EntryRef, other: EntryRef) -> bool:
    """Whether two are the same entry of a store, at the same place of its file."""
    if ref.record is None or other.record is None:
        return False
    return (ref.record.path, ref.record.index) == (other.record.path, other.record.index)
