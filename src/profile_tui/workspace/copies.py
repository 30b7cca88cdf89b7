"""The same publication in the other lists of a site, which may be changed or removed with it, as one action."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from profile_tui.content.entries.entry import Value, Values, authors_in
from profile_tui.content.kinds import kinds
from profile_tui.content.publications.duplicates import clues, same_paper
from profile_tui.text.catalogue import _
from profile_tui.text.dataclass import dataclass
from profile_tui.workspace.everywhere import KIND, Everywhere, perform
from profile_tui.workspace.refs import EntryNumber, EntryRef

if TYPE_CHECKING:
    from profile_tui.content.change.edit import ProvenEdit
    from profile_tui.workspace.workspace import Proposal, Workspace


@dataclass(frozen=True)
class Followed:
    """A copy of a publication that is changed as that one is.

    Attributes:
        ref: The copy.
        changes: What it is to say.
    """

    ref: EntryRef
    changes: Values

    def propose(self, workspace: Workspace, after: Sequence[Proposal] = ()) -> Proposal:
        """Propose it."""
        return workspace.propose_change(self.ref, self.changes)


@dataclass(frozen=True)
class Left:
    """A copy of a publication that is removed with it.

    Attributes:
        ref: The copy.
    """

    ref: EntryRef

    def propose(self, workspace: Workspace, after: Sequence[Proposal] = ()) -> Proposal:
        """Propose it."""
        return workspace.propose_remove(self.ref)


def copies(workspace: Workspace, *refs: EntryRef) -> list[EntryRef]:
    """Return the same papers in the other files of the site; none where there would be much to read for that.

    Those of one file come from the last to the first, so that each stays where it is when those before it are removed.

    Args:
        workspace: The site.
        refs: The papers; none of them is a copy of another.
    """
    if workspace.target.site is None or not all(store.at_hand for store in workspace.stores if store.kind == KIND):
        return []
    known = workspace.entries(KIND)
    paths = {store.path for store in workspace.stores}
    for paper_list in Everywhere(workspace, workspace.destination(KIND)).lists:
        store = paper_list.where.store
        if store is not None and store.path not in paths:
            document = workspace.cache.document(store.path)
            known += [EntryRef(document, record.entry, 0, store, record) for record in store.listing().records]
    own = {(ref.document.path, ref.entry.span) for ref in refs}
    others = [other for other in known if (other.document.path, other.entry.span) not in own]
    copied = _among(others, refs)
    files = list(dict.fromkeys(other.document.path for other in copied))
    return sorted(copied, key=lambda other: (files.index(other.document.path), -other.entry.span.start))


def _among(others: Sequence[EntryRef], refs: Sequence[EntryRef]) -> list[EntryRef]:
    """Return those of the others that are a copy of one of the papers; only what shares a clue is compared."""
    if len(refs) == 1:
        return [other for other in others if _is_copy(other, refs[0])]
    by_clue: dict[str, list[EntryRef]] = {}
    for ref in refs:
        for clue in clues(ref.entry.values):
            by_clue.setdefault(clue, []).append(ref)
    copied = []
    for other in others:
        near = {id(ref): ref for clue in clues(other.entry.values) for ref in by_clue.get(clue, ())}
        if any(_is_copy(other, ref) for ref in near.values()):
            copied.append(other)
    return copied


def _is_copy(other: EntryRef, ref: EntryRef) -> bool:
    """Whether an entry of another file is the same paper."""
    return other.document is not ref.document and same_paper(ref.entry.values, other.entry.values)


def copies_of_some(workspace: Workspace, entries: Sequence[EntryNumber]) -> list[EntryRef]:
    """Return the copies of the publications among some entries."""
    numbers = {one.number for one in entries if one.kind == KIND}
    return copies(workspace, *(ref for ref in workspace.entries(KIND) if ref.number in numbers)) if numbers else []


def following(ref: EntryRef, changes: Values, others: Sequence[EntryRef]) -> list[Followed]:
    """Return how copies are changed as their publication is: where they said the same as it did.

    Args:
        ref: The publication as it was.
        changes: What it is to say.
        others: Its copies.
    """
    followed = ((other, _changes(ref.entry.values, changes, other.entry.values)) for other in others)
    return [Followed(other, changes) for other, changes in followed if changes]


def remove_all(workspace: Workspace, ref: EntryRef, others: Sequence[EntryRef]) -> ProvenEdit:
    """Remove a publication with its copies, as one action.

    Raises:
        AppError: One of them cannot be removed; nothing is done.
    """
    edited = perform(workspace, workspace.propose_remove(ref), [Left(other) for other in others])
    assert edited is not None
    return edited


def remove_some(workspace: Workspace, entries: Sequence[EntryNumber], others: Sequence[EntryRef]) -> None:
    """Remove entries with copies of them, as one action.

    Raises:
        AppError: One of them cannot be removed; nothing is done.
    """
    from profile_tui.workspace import many

    listed = [EntryNumber(KIND, other.number) for other in others if other.number]
    with workspace.together(_("Remove {counted}").format(counted=many.counted(entries))):
        many.remove(workspace, [*entries, *listed])
        for other in others:
            if not other.number:
                workspace.perform(workspace.propose_remove(other))


def _changes(before: Values, changes: Values, theirs: Values) -> dict[str, Value]:
    """Return what changes of a copy."""
    kind = kinds()[KIND]
    new_values = {
        name: value
        for name, value in changes.items()
        if before.get(name) and kind.same(name, before[name], theirs.get(name)) and value != theirs.get(name)
    }
    if new_values.get("authors") and not any(author.is_self for author in authors_in(theirs)):
        new_values["authors"] = tuple(author._replace(is_self=False) for author in authors_in(new_values))
    return new_values
