"""A paper that is looked up by what identifies it, or by its title."""

from __future__ import annotations

from collections.abc import Sequence

from profile_tui.content.publications.bibtex import Given
from profile_tui.content.publications.duplicates import near_title, same_paper
from profile_tui.text.catalogue import _, counting
from profile_tui.text.errors import UsageError
from profile_tui.text.named_tuple import NamedTuple
from profile_tui.workspace.lookup import identifiers
from profile_tui.workspace.lookup.client import Client
from profile_tui.workspace.lookup.data import WrongShape
from profile_tui.workspace.lookup.errors import NoAnswer, NotFound, OutOfTime, Unreached
from profile_tui.workspace.lookup.paper import Paper
from profile_tui.workspace.services import services

_INSTEAD = _("paste the paper's BibTeX instead")
_MOST_UNREACHED = 2
_NEAREST = 3
"""Papers that are told of at most where none has the title."""


class FoundPaper(NamedTuple):
    """A paper that was looked up.

    Attributes:
        given: The paper.
        source: Who told of it.
        note: What the user should know of it; empty where there is nothing.
    """

    given: Given
    source: str
    note: str = ""


def is_identifier(text: str) -> bool:
    """Whether a text identifies a paper, alone or within an address, so that it isn't a title of one."""
    return any(service.recognise(text) for service in services())


def look_up(text: str, client: Client) -> FoundPaper:
    """Return the paper that an identifier, an address or a title is that of.

    Raises:
        UsageError: It is none of these.
        NoAnswer: No service tells of it; one line says why.
    """
    if answer := _asked(text, client):
        return answer
    if number := identifiers.isbn(text):
        raise UsageError(
            _("{number} is an ISBN, which names a book; give the DOI, or {instead}").format(
                number=number, instead=_INSTEAD
            )
        )
    if (host := identifiers.address(text)[0]) and not identifiers.is_title(text):
        raise UsageError(
            _("the address at {host} does not tell which paper it is; give the DOI, or {instead}").format(
                host=host, instead=_INSTEAD
            )
        )
    if not identifiers.is_title(text):
        raise UsageError(
            _(
                "{text!r} isn't a DOI, an arXiv number, another identifier or address of a paper that is "
                "known, or a title"
            ).format(text=text)
        )
    return _by_title(text, client)


def _asked(text: str, client: Client, *, sparse: bool = True) -> FoundPaper | None:
    """Return the paper of an identifier; None where no service recognises it.

    Args:
        text: The identifier.
        client: Asks.
        sparse: Whether services that do not tell all are asked, too.
    """
    failures: list[NoAnswer] = []
    for service in services():
        identifier = service.recognise(text) if sparse or not service.sparse else ""
        if not identifier:
            continue
        try:
            paper = service.look_up(client, identifier)
            if service.sparse:
                return _whole(paper, text, client, service.label)
            return _published(paper, client, service.label)
        except OutOfTime:
            raise
        except NoAnswer as error:
            failures.append(error)
        if service.knows_all and isinstance(failures[-1], NotFound):
            break
        if sum(isinstance(failure, Unreached) for failure in failures) >= _MOST_UNREACHED:
            break
    if failures:
        raise _failure(text, failures)
    return None


def _whole(paper: Paper, asked: str, client: Client, source: str) -> FoundPaper:
    """Return a paper as whoever gave it its number tells of it; as it is where they do not, or were asked before."""
    number = paper.doi or paper.arxiv
    if number and number.casefold() not in asked.casefold():
        try:
            if answer := _asked(number, client, sparse=False):
                return answer
        except OutOfTime:
            raise
        except NoAnswer:
            pass
    return FoundPaper(paper.given, source)


def _published(paper: Paper, client: Client, source: str) -> FoundPaper:
    """Return a paper; of a preprint that names its published version, that."""
    if not paper.also:
        return FoundPaper(paper.given, source)
    for service in services():
        if service.sparse or not (doi := service.recognise(paper.also)):
            continue
        try:
            published = service.look_up(client, doi)
        except OutOfTime:
            raise
        except NoAnswer:
            continue
        whole = published | Paper(
            title=paper.title, authors=paper.authors, arxiv=paper.arxiv, arxiv_class=paper.arxiv_class
        )
        return FoundPaper(
            whole.given,
            _("{source} and {label}").format(source=source, label=service.label),
            _("{number} is published; this is that version").format(number=_number(paper)),
        )
    note = _("it is published as {also}, which could not be looked up; this is the preprint").format(also=paper.also)
    return FoundPaper(paper.given, source, note)


def _number(paper: Paper) -> str:
    """Return what a preprint is known by."""
    return f"arXiv:{paper.arxiv}" if paper.arxiv else paper.doi


def _by_title(title: str, client: Client) -> FoundPaper:
    """Return the paper with a title.

    Raises:
        NoAnswer: There is none, or several.
    """
    failures: list[NoAnswer] = []
    near: list[Paper] = []
    for service in sorted(services(), key=lambda each: each.pause):  # who is to be spared is asked last
        if not service.searches:
            continue
        try:
            papers = service.search(client, title)
        except OutOfTime:
            raise
        except NoAnswer as error:
            failures.append(error)
            continue
        same = _distinct([paper for paper in papers if near_title(title, paper.title)])
        if len(same) == 1:
            if service.sparse:
                return _whole(same[0], title, client, service.label)
            return _published(same[0], client, service.label)
        if same:
            raise NoAnswer(_("several papers have this title: {told}; give the DOI of one").format(told=_told(same)))
        near += papers
    if near:
        raise NoAnswer(
            _("no paper has this title; similar ones are {told}; give the DOI of one").format(
                told=_told(_distinct(near)[:_NEAREST])
            )
        )
    raise _failure(title, failures or [NotFound("")])


def _distinct(papers: Sequence[Paper]) -> list[Paper]:
    """Return papers, each once: what is published before the preprint of it."""
    kept: list[Paper] = []
    for paper in sorted(papers, key=lambda paper: paper.preprint):
        values = paper.given.values
        if not any(same_paper(values, other.given.values) for other in kept):
            kept.append(paper)
    return kept


def _told(papers: Sequence[Paper]) -> str:
    """Return papers as a user tells them apart."""
    return ", ".join(_described(paper) for paper in papers[:_NEAREST])


def _described(paper: Paper) -> str:
    """Return a paper's title, year and address."""
    year = f" {paper.year}" if paper.year else ""
    return f"“{paper.given.values['title']}”{year} ({paper.doi or paper.arxiv or paper.url})"


def _failure(text: str, failures: Sequence[NoAnswer]) -> NoAnswer:
    """Return why nothing was found, in one line."""
    if all(isinstance(failure, Unreached) for failure in failures):
        return Unreached(
            _("{message}; check that you are online, or {instead}").format(
                message=failures[0].message, instead=_INSTEAD
            )
        )
    if isinstance(failures[0], NotFound):
        return NotFound(_("no service knows {text}; check it, or {instead}").format(text=text, instead=_INSTEAD))
    message = failures[0].message
    if others := len(failures) - 1:
        message += counting(", nor did another service help", ", nor did {count} other services help", others)
    if all(isinstance(failure, WrongShape) for failure in failures):
        return NoAnswer(f"{message}; {_INSTEAD}")
    return NoAnswer(_("{said}; try again later, or {instead}").format(said=message, instead=_INSTEAD))
