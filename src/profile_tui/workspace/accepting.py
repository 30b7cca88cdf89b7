"""A preprint that is published now: venue, year and its new link, wherever the site lists it, and the news item."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from profile_tui.content.entries.entry import Value, Values, links_in, text_in
from profile_tui.content.publications.sorts import is_preprint, is_preprint_address
from profile_tui.text.catalogue import _
from profile_tui.text.dataclass import dataclass
from profile_tui.text.errors import AppError, Refused, UsageError
from profile_tui.workspace.copies import copies as same
from profile_tui.workspace.everywhere import KIND, Everywhere, Request
from profile_tui.workspace.refs import EntryRef

if TYPE_CHECKING:
    from profile_tui.workspace.lookup.client import Client
    from profile_tui.workspace.lookup.find import FoundPaper
    from profile_tui.workspace.workspace import Proposal, Workspace


_TELLING = 3
"""How many published papers with links show that preprints are not linked; fewer may have had none."""


@dataclass(frozen=True)
class Changed:
    """A preprint that is to become its published version.

    Attributes:
        ref: The preprint.
        changes: What it is to say.
    """

    ref: EntryRef
    changes: Values

    def propose(self, workspace: Workspace, after: Sequence[Proposal] = ()) -> Proposal:
        """Propose it."""
        return propose(workspace, self.ref, self.changes)


def identifier(values: Values) -> str:
    """Return what a preprint is looked up by: its address where preprints are, else another link, else its title."""
    links = links_in(values)
    own = next((link.url for link in links if is_preprint_address(link.url)), "")
    return own or next((link.url for link in links if "doi.org/" in link.url), "") or text_in(values, "title")


def look_up(values: Values, client: Client) -> FoundPaper:
    """Return the published version of a preprint.

    Args:
        values: The preprint.
        client: Asks.

    Raises:
        AppError: No service knows of one, or none answers.
    """
    from profile_tui.workspace.lookup.errors import NoAnswer, NotFound
    from profile_tui.workspace.lookup.find import look_up as ask

    failure: AppError | None = None
    for text in dict.fromkeys((identifier(values), text_in(values, "title"))):
        try:
            answer = ask(text, client)
        except (NoAnswer, UsageError) as error:
            failure = failure or error
            continue
        if answer.given.values["venue"] and not is_preprint(answer.given.values):
            return answer
    if failure is not None and not isinstance(failure, NotFound):
        raise failure
    raise NotFound(_("no service knows of a published version; type venue and year yourself"))


def published_values(here: Values, neighbours: Sequence[Values], paper: Values) -> dict[str, Value]:
    """Return what makes a preprint its published version: venue, year, and its links.

    The new link goes before the others. That to the preprint stays, unless the published neighbours link none.

    Args:
        here: The preprint.
        neighbours: The other papers of its list.
        paper: What is known of the published version.
    """
    changes: dict[str, Value] = {name: paper[name] for name in ("venue", "year") if paper.get(name)}
    links = links_in(here)
    known = {link.url for link in links}
    new = next((link for link in links_in(paper) if link.url not in known and not is_preprint_address(link.url)), None)
    if new is None:
        return changes
    kept = [link for link in links if not (is_preprint_address(link.url) and _replaces(neighbours))]
    return {**changes, "links": (new, *kept)}


def _replaces(neighbours: Sequence[Values]) -> bool:
    """Whether published papers of a list link to no preprint, though they have links."""
    published = [links_in(values) for values in neighbours if not is_preprint(values)]
    linked = [links for links in published if links]
    return len(linked) >= _TELLING and not any(is_preprint_address(link.url) for links in linked for link in links)


def neighbours(workspace: Workspace, ref: EntryRef) -> list[Values]:
    """Return the other papers of the list that an entry is in."""
    others = workspace.entries(KIND) if ref.holder is None else _listed(ref)
    same = (other for other in others if (other.holder, other.document) == (ref.holder, ref.document))
    return [other.entry.values for other in same if other.entry.span != ref.entry.span]


def _listed(ref: EntryRef) -> list[EntryRef]:
    """The entries of an entry's store."""
    assert ref.holder is not None
    records = ref.holder.listing().records
    return [EntryRef(ref.document, record.entry, at, ref.holder, record) for at, record in enumerate(records, 1)]


def elsewhere(workspace: Workspace, refs: Sequence[EntryRef], paper: Values) -> list[Changed]:
    """Return what makes a paper its published version in other lists that have the preprint."""
    changed = ((ref, published_values(ref.entry.values, neighbours(workspace, ref), paper)) for ref in refs)
    return [Changed(ref, changes) for ref, changes in changed]


def propose(workspace: Workspace, ref: EntryRef, changes: Values) -> Proposal:
    """Propose a change of a preprint, its new link under a label that the list has a place for.

    Raises:
        AppError: It cannot be written.
    """
    links = links_in(changes)
    choices: list[dict[str, Value]] = [dict(changes)]
    if links:
        choices.append({**changes, "links": (links[0]._replace(label="Paper"), *links[1:])})
        choices.append({name: value for name, value in changes.items() if name != "links"})
    refusal: AppError | None = None
    for choice in choices:
        try:
            return workspace.propose_change(ref, choice)
        except AppError as error:
            refusal = refusal or error
    assert refusal is not None
    raise refusal


def copies(workspace: Workspace, ref: EntryRef) -> list[EntryRef]:
    """Return the same paper where other lists of the site have it as a preprint, too."""
    return [other for other in same(workspace, ref) if is_preprint(other.entry.values)]


def announcements(workspace: Workspace, ref: EntryRef, changes: Values, day: str) -> Iterator[Request]:
    """Yield the news items that announce that a preprint is published.

    Raises:
        UsageError: The site shows no news.
    """
    paper = {**ref.entry.values, **changes}
    known = Everywhere(workspace, workspace.destination(KIND))
    if known.news is None:
        raise UsageError(_("this site shows no news, so there is no place for the news item; leave out --news"))
    yield from known.announcements(paper, day, known.lists)


def check_preprint(ref: EntryRef) -> None:
    """Raise Refused where a publication isn't a preprint."""
    if not is_preprint(ref.entry.values):
        raise Refused(
            _("publication {number} isn't a preprint: it appeared in {venue}; change it with publications edit").format(
                number=ref.number, venue=ref.entry.values.get("venue") or _("a venue without a name")
            )
        )
