"""An author's list at a service beside what the site has: what is missing, and what is there as a preprint only."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from profile_tui.content.entries.entry import Value, text_in
from profile_tui.content.publications.bibtex import Given
from profile_tui.content.publications.duplicates import same_paper
from profile_tui.content.publications.sorts import is_preprint
from profile_tui.text.catalogue import _, led
from profile_tui.text.dataclass import dataclass, replace
from profile_tui.text.errors import AppError
from profile_tui.text.named_tuple import NamedTuple
from profile_tui.workspace import accepting, bibtex, everywhere, performed
from profile_tui.workspace.additions import Wish
from profile_tui.workspace.lookup.client import Client
from profile_tui.workspace.lookup.errors import NoAnswer
from profile_tui.workspace.lookup.find import look_up
from profile_tui.workspace.lookup.paper import Paper
from profile_tui.workspace.lookup.service import Work
from profile_tui.workspace.performed import Performed
from profile_tui.workspace.refs import EntryRef
from profile_tui.workspace.services import services
from profile_tui.workspace.workspace import Proposal, Workspace

_KIND = "publications"
MISSING, PUBLISHED, THERE = "missing", "published", "there"


@dataclass(frozen=True, slots=True)
class Listed:
    """A paper of an author's list.

    Attributes:
        number: Its number in the list, which stays when the site changes.
        work: What the list says of it.
        there: The same paper as the site has it; None where it has none.
        state: `missing`; `published` where the site has the preprint; `there`.
    """

    number: int
    work: Work
    there: EntryRef | None
    state: str

    @property
    def paper(self) -> Paper:
        """What the list says of the paper."""
        return self.work.paper


def kind_of(person: str) -> str:
    """Return which service calls an author so: `orcid` or `dblp`."""
    return "orcid" if "orcid" in person.casefold() or person.count("-") > 2 else "dblp"


def works_of(kind: str, person: str, client: Client) -> list[Work]:
    """Return an author's list, the newest first, each paper once.

    Args:
        kind: What sort of author it is: `orcid` or `dblp`.
        person: The author, as the service calls that person.
        client: Asks.

    Raises:
        UsageError: There is no such author.
        NoAnswer: The service does not tell.
    """
    service = next(each for each in services() if each.people == kind)
    return _distinct(service.works(client, person))


def beside(workspace: Workspace, works: Sequence[Work]) -> list[Listed]:
    """Return an author's list beside what the site has."""
    refs = workspace.entries(_KIND)
    matches = []
    for at, work in enumerate(works, 1):
        there = _among(refs, work)
        state = MISSING if there is None else THERE
        if there is not None and not work.paper.preprint and work.paper.venue and is_preprint(there.entry.values):
            state = PUBLISHED
        matches.append(Listed(at, work, there, state))
    return matches


def whole(work: Listed, client: Client) -> Given:
    """Return a paper of a list with all that is known of it.

    Args:
        work: The paper.
        client: Asks.

    Raises:
        NoAnswer: No service tells more of it than the list, which is not enough.
    """
    try:
        return look_up(work.work.identifier, client).given if work.work.identifier else work.paper.given
    except NoAnswer:
        if work.paper.authors:  # the list is enough
            return work.paper.given
        raise


def publish_listed(workspace: Workspace, work: Listed, *, everywhere: bool) -> Performed:
    """Make a preprint that the site has its published version: venue, year, and the link to it.

    Args:
        workspace: The site.
        work: The paper as the author's list has it.
        everywhere: Whether other lists that have the preprint change, too.

    Raises:
        AppError: It is not known, or cannot be written.
    """
    paper = whole(work, Client())
    there, proposal = _published(workspace, work, paper)
    others = accepting.elsewhere(workspace, accepting.copies(workspace, there) if everywhere else [], paper.values)
    with workspace.together():
        done = performed.of_change(workspace, there, proposal)
        for other in others:
            workspace.perform(other.propose(workspace))
    return performed.with_copies(done, [other.ref for other in others], everywhere=everywhere)


def _published(workspace: Workspace, work: Listed, paper: Given) -> tuple[EntryRef, Proposal]:
    """What makes a preprint of the site the published version that is known."""
    there = _among(workspace.entries(_KIND), work.work)
    assert there is not None
    changes = accepting.published_values(there.entry.values, accepting.neighbours(workspace, there), paper.values)
    return there, accepting.propose(workspace, there, changes)


def wholes(works: Sequence[Listed], stopped: Callable[[], bool]) -> dict[int, Given | AppError]:
    """Return papers of a list with all that is known of each, or why it is not known, by their numbers.

    Args:
        works: The papers; each is a question of its own, with a deadline of its own.
        stopped: Whether the user does not want them any more.
    """
    papers_by_index: dict[int, Given | AppError] = {}
    for work in works:
        try:
            papers_by_index[work.number] = whole(work, Client(stopped=stopped))
        except AppError as error:
            papers_by_index[work.number] = error
    return papers_by_index


class Taken(NamedTuple):
    """What became of papers that were to be taken.

    Attributes:
        taken: How many were.
        left_out: Why others were not, or not everywhere, a line for each.
    """

    taken: int
    left_out: list[str]


def take(workspace: Workspace, works: Sequence[Listed], papers: Mapping[int, Given | AppError]) -> Taken:
    """Add the missing papers of a list, and make preprints their published versions, as one action.

    They go to every list that the site keeps in step; where one of those cannot take a paper, to the main one alone.

    Args:
        workspace: The site.
        works: The papers of the list that are taken.
        papers: What is known of each.
    """
    refused = {work.number: error.message for work in works if isinstance(error := papers[work.number], AppError)}
    known = {work.number: paper for work in works if isinstance(paper := papers[work.number], Given)}
    new = [work.number for work in works if work.number in known and work.state != PUBLISHED]
    with workspace.together():
        missed = _add(workspace, {number: known[number] for number in new}, Wish(everywhere=True, in_step=True))
        refused |= _add(workspace, {number: known[number] for number in missed}, Wish())
        for work in works:
            if work.state == PUBLISHED and work.number in known:
                try:
                    publish(workspace, work, known[work.number])
                except AppError as error:
                    refused[work.number] = str(error)
    partly = {number: _("in the main list only: {why}").format(why=why) for number, why in missed.items()}
    lines = [led(_title(work), outcome) for work in works if (outcome := (partly | refused).get(work.number))]
    return Taken(len(works) - len(refused), lines)


def _add(workspace: Workspace, papers: Mapping[int, Given], wish: Wish) -> dict[int, str]:
    """Add papers; return why some were refused, by their numbers."""
    outcomes = zip(papers, bibtex.add_all(workspace, list(papers.values()), wish=wish), strict=True)
    return {number: outcome.refusal for number, outcome in outcomes if outcome.refusal}


def publish(workspace: Workspace, work: Listed, paper: Given) -> None:
    """Make a preprint of the site its published version, in every list that has it.

    Raises:
        AppError: It cannot be written.
    """
    there, proposal = _published(workspace, work, paper)
    others = accepting.elsewhere(workspace, accepting.copies(workspace, there), paper.values)
    everywhere.perform(workspace, proposal, others)


def _title(work: Listed) -> str:
    """The title of a paper of a list."""
    return text_in(work.paper.given.values, "title")


def _among(refs: Sequence[EntryRef], work: Work) -> EntryRef | None:
    """The paper among those of the site; None where it is not there."""
    values = _values(work.paper)
    return next((ref for ref in refs if same_paper(values, ref.entry.values)), None)


def _distinct(works: list[Work]) -> list[Work]:
    """Return works, the newest first, each once: of a preprint and its publication, the publication."""
    kept: list[Work] = []
    for work in sorted(works, key=lambda each: (each.paper.preprint, -each.paper.year, each.paper.title.casefold())):
        values = _values(work.paper)
        at = next((at for at, other in enumerate(kept) if same_paper(values, _values(other.paper))), None)
        if at is None:
            kept.append(work)
        elif not kept[at].paper.arxiv and not kept[at].paper.source:  # by which a site's preprint is known
            kept[at] = kept[at]._replace(paper=replace(kept[at].paper, arxiv=work.paper.arxiv))
    return sorted(kept, key=lambda each: (-each.paper.year, each.paper.title.casefold()))


def _values(paper: Paper) -> dict[str, Value]:
    """A paper with all the addresses by which it is known again."""
    return bibtex.with_numbers(paper.given)
