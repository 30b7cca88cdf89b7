"""BibTeX brought to a site: each entry is added where the site keeps its publications, or it is said why not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from profile_tui.content.entries.entry import Link, Value, Values, links_in, text_in, year_in
from profile_tui.content.kinds import kinds
from profile_tui.content.publications.bibtex import Given, Unusable, read, readable, targets
from profile_tui.content.publications.duplicates import marks, same_paper
from profile_tui.content.publications.foreign import complaint
from profile_tui.markup.bibtex.values import Bibliography
from profile_tui.text.catalogue import _
from profile_tui.text.dataclass import dataclass, replace
from profile_tui.text.errors import AppError, Unreadable
from profile_tui.workspace.additions import Placed, Wish, add, placed
from profile_tui.workspace.listed import listed_choices

if TYPE_CHECKING:
    from profile_tui.workspace.everywhere import Request
    from profile_tui.workspace.refs import EntryRef
    from profile_tui.workspace.workspace import Workspace

_KIND = "publications"
Completed = Callable[[dict[str, Value]], dict[str, Value]]
"""Gives the values of an entry with what the caller knows of it; raises AppError where that is against taking it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one entry.

    Attributes:
        line: Where it is in the BibTeX text, 1-based.
        title: Its title; empty where it cannot be read.
        entry: It, or the same paper that was there before, as the site has it now; None where it was refused.
        added: Whether it was added.
        left_out: What there is no place for where it went.
        note: What the user should know of the addition; empty where there is nothing.
        refusal: Why it was not taken, in one line; empty where it was, or was there already.
        also: What was added beside it: to other lists of the site, and the news item.
        elsewhere: The files of other lists that have not got it.
    """

    line: int
    title: str
    entry: EntryRef | None = None
    added: bool = False
    left_out: tuple[str, ...] = ()
    note: str = ""
    refusal: str = ""
    also: tuple[Placed, ...] = ()
    elsewhere: tuple[str, ...] = ()


def entries(workspace: Workspace, text: str) -> list[Given | Unusable]:
    """The publications in a BibTeX text, which may use the abbreviations of the site's own bibliographies.

    Raises:
        UsageError: It holds no entry.
    """
    around: Bibliography | None = None
    for store in workspace.stores:
        if store.store == "bibliography":
            try:
                around = Bibliography(store.read(store.path).text, around)
            except Unreadable:
                continue
    read_entries = list(read(Bibliography(readable(text), around)))
    if not read_entries:
        raise complaint(text)
    return read_entries


def add_all(
    workspace: Workspace,
    given: Sequence[Given | Unusable],
    *,
    section: str | None = None,
    completed: Completed = dict,
    wish: Wish | None = None,
) -> list[Outcome]:
    """Adds what is not there yet, as one step, those of a year in their sequence; nothing is saved.

    Args:
        workspace: The site.
        given: The entries.
        section: Where they go; see `Workspace.add`.
        completed: Adds what the caller knows of an entry.
        wish: What is to be done with each beside adding it to one list; nothing where left out.
    """
    wish = wish or Wish()
    more: dict[int, tuple[Request, ...]] = {}
    there = [ref.entry for ref in workspace.entries(_KIND)]
    known = [entry.values for entry in there]
    done: dict[int, Outcome] = {}
    # what is added later is further up, but where the oldest are on top: so the newest last, those of a year in order
    upward = -1 if kinds()[_KIND].newest_first(there) else 1
    with workspace.together() as action:
        for at in sorted(range(len(given)), key=lambda at: (_year(given[at]), upward * at)):
            parsed = given[at]
            if isinstance(parsed, Unusable):
                done[at] = Outcome(parsed.line, "", refusal=parsed.reason)
            elif not wish.everywhere and any(same_paper(with_numbers(parsed), values) for values in known):
                done[at] = Outcome(parsed.line, text_in(parsed.values, "title"))
            else:
                done[at], more[at] = _add(workspace, parsed, completed, section, wish)
                known += [with_numbers(parsed)] if done[at].added else []
        added = sum(outcome.added for outcome in done.values())
        action.call(_("Add {one}").format(one=kinds()[_KIND].counted(added)) if added > 1 else "")
    now = workspace.entries(_KIND)
    also = {at: tuple(placed(workspace, requests)) for at, requests in more.items()}
    return [replace(done[at], entry=_found(parsed, now), also=also.get(at, ())) for at, parsed in enumerate(given)]


def with_numbers(given: Given) -> dict[str, Value]:
    """A publication with the addresses of all its fields, by which it is known again."""
    more = [Link(name, url) for name, url in targets(given.raw).items()]
    return {**given.values, "links": (*links_in(given.values), *more)}


def already_there(workspace: Workspace, values: Values, besides: int | None = None) -> EntryRef | None:
    """Return the publication that is the same paper, as far as that is known without reading many files.

    Args:
        workspace: The site.
        values: The paper.
        besides: The number of an entry that does not count.
    """
    if not all(store.at_hand for store in workspace.stores if store.kind == _KIND):
        return None
    same = (ref for ref in workspace.entries(_KIND) if ref.number != besides)
    return next((ref for ref in same if same_paper(values, ref.entry.values)), None)


def _add(
    workspace: Workspace, given: Given, completed: Completed, section: str | None, wish: Wish
) -> tuple[Outcome, tuple[Request, ...]]:
    """Adds an entry, with as many of its links and notes as there is a place for, and what is wished beside it."""
    outcome = Outcome(given.line, text_in(given.values, "title"))
    refusal = ""
    try:
        values = completed(given.values)
    except AppError as error:
        return replace(outcome, refusal=str(error)), ()
    for choice, left_out in listed_choices(
        workspace.destination(_KIND, section, values, given.source), values, given.source
    ):
        try:
            where = workspace.destination(_KIND, section, choice, given.source)
            made = add(workspace, choice, where, wish, bibtex=given.source, paper=values)
        except AppError as error:
            refusal = refusal or str(error)
            continue
        elsewhere = tuple(paper_list.name for paper_list in made.elsewhere)
        if made.edited is None:
            return replace(outcome, elsewhere=elsewhere), made.more
        note = made.edited.note
        return replace(outcome, added=True, left_out=left_out, note=note, elsewhere=elsewhere), made.more
    return replace(outcome, refusal=refusal), ()


def _year(parsed: Given | Unusable) -> int:
    """The year of an entry; 0 where there is none."""
    return (year_in(parsed.values) or 0) if isinstance(parsed, Given) else 0


def _found(parsed: Given | Unusable, now: Sequence[EntryRef]) -> EntryRef | None:
    """An entry as the site has it."""
    values = with_numbers(parsed) if isinstance(parsed, Given) else {}
    same = next((ref for ref in now if same_paper(values, ref.entry.values)), None)
    # its authors may be read otherwise there than they were given
    return same or next((ref for ref in now if marks(values) & marks(ref.entry.values)), None)
