"""A paper added to all lists that it belongs in, with its news item: what scripts ask for, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from profile_tui.content.entries.entry import Entry, Values
from profile_tui.content.publications.duplicates import same_paper
from profile_tui.text.catalogue import _
from profile_tui.text.dataclass import dataclass, field
from profile_tui.text.errors import UsageError
from profile_tui.workspace import everywhere
from profile_tui.workspace.everywhere import KIND, NEWS, Everywhere, PaperList, Request
from profile_tui.workspace.refs import Keys

if TYPE_CHECKING:
    from profile_tui.content.change.edit import ProvenEdit
    from profile_tui.workspace.destination import Destination
    from profile_tui.workspace.workspace import Proposal, Workspace


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be done beside adding a paper to one list.

    Attributes:
        everywhere: Whether it goes to the other lists of the site, too.
        in_step: Whether of those only the ones count that have got all new papers so far.
        news: Whether a news item announces it.
        day: The day of that item, in ISO form.
        keys: Keys of the store that it goes to, with what was typed for them.
    """

    everywhere: bool = False
    in_step: bool = False
    news: bool = False
    day: str = ""
    keys: Keys = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry that was added beside another one.

    Attributes:
        kind: Its kind.
        path: Its file, as the user knows it.
        lines: Its first and last line there.
        number: Its number in `show`; None where that does not list it.
        entry: What it says.
        left_out: What there is no place for where it went.
    """

    kind: str
    path: str
    lines: tuple[int, int]
    number: int | None
    entry: Entry
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True)
class Added:
    """What became of a paper.

    Attributes:
        proposal: The change of the list that it went to; None where that has it already.
        edited: The same, performed.
        more: What was added beside it.
        elsewhere: The lists that are kept in step and have not got it.
    """

    proposal: Proposal | None
    edited: ProvenEdit | None
    more: tuple[Request, ...] = ()
    elsewhere: tuple[PaperList, ...] = ()


def add(
    workspace: Workspace,
    values: Values,
    where: Destination,
    wish: Wish,
    *,
    bibtex: str = "",
    paper: Values | None = None,
) -> Added:
    """Add a paper to the list where it goes, and to what else is wished: all of it or nothing.

    Args:
        workspace: The site.
        values: The paper as that list has a place for it.
        where: That list.
        wish: What else is to be done.
        bibtex: The BibTeX entry that the fields were taken from.
        paper: All that is known of the paper.

    Raises:
        AppError: It cannot be written somewhere.
    """
    paper = paper or values
    known = Everywhere(workspace, where, values, bibtex)
    if wish.news and known.news is None:
        raise UsageError(_("this site shows no news, so there is no place for the news item; leave out --news"))
    is_given = where.store is not None or workspace.target.whole
    there = any(same_paper(paper, held) for held in known.main.known) if wish.everywhere else False
    proposal = None if there else workspace.propose_add(KIND, values, where, bibtex=bibtex, keys=wish.keys)
    first = [proposal] if proposal else []
    chosen = _chosen(known, wish)
    requests = known.requests(paper, bibtex, chosen, first, wish.day if wish.news else "")
    more = tuple(request for request, _unused in requests)
    others = known.lists if is_given and not wish.everywhere else []  # as they are before
    edited = everywhere.perform(workspace, proposal, more)
    lacking = (
        place for place in others if place.is_in_step and not any(same_paper(paper, other) for other in place.known)
    )
    return Added(proposal, edited, more, tuple(lacking))


def _chosen(known: Everywhere, wish: Wish) -> list[PaperList]:
    """The other lists that a paper is to go to."""
    if not wish.everywhere:
        return []
    return [paper_list for paper_list in known.lists if paper_list.is_in_step or not wish.in_step]


def placed(workspace: Workspace, more: Sequence[Request]) -> Iterator[Placed]:
    """Yield what was added beside a paper as the site has it now."""
    for request in more:
        ref = _found(workspace, request)
        if ref is not None:
            yield ref


def _found(workspace: Workspace, request: Request) -> Placed | None:
    """Where an entry that was added is now; None where it is too much to read."""
    store, kind, values = request.where.store, request.kind, request.values
    if store is not None and not all(each.at_hand for each in workspace.stores if each.kind == kind):
        return None
    for ref in workspace.entries(kind):
        inside = ref.document is request.where.document if store is None else ref.holder is not None
        within = ref.document.path == store.path or store.path in ref.document.path.parents if store else True
        if inside and within and _is_same(kind, values, ref.entry.values):
            lines = ref.record.lines if ref.record else ref.document.page.lines(ref.entry.span)
            return Placed(kind, ref.document.name, lines, ref.number, ref.entry, request.left_out)
    for record in store.listing().records if store else ():
        if _is_same(kind, values, record.entry.values):
            return Placed(kind, record.name, record.lines, None, record.entry, request.left_out)
    return None


def _is_same(kind: str, values: Values, entry: Values) -> bool:
    """Whether an entry is the one that was added."""
    return values["text"] == entry.get("text") if kind == NEWS else same_paper(values, entry)
