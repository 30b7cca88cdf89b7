"""ORCID, where researchers keep the list of their works."""

from __future__ import annotations

from profile_tui.text.catalogue import _
from profile_tui.text.dataclass import replace
from profile_tui.text.errors import UsageError
from profile_tui.text.pattern import lazily
from profile_tui.workspace.lookup import identifiers
from profile_tui.workspace.lookup.client import HOUR, Client
from profile_tui.workspace.lookup.data import WrongShape, at, items_at, json_of, text_at
from profile_tui.workspace.lookup.errors import NotFound
from profile_tui.workspace.lookup.paper import Paper, Person, from_bibtex
from profile_tui.workspace.lookup.service import Service, Work
from profile_tui.workspace.services import register

_ID = lazily(r"(?:https?://)?(?:orcid\.org/)?(\d{4}-\d{4}-\d{4}-\d{3}[\dXx])/?")
_WORK = lazily(r"orcid:(\d{4}-\d{4}-\d{4}-\d{3}[\dX])/(\d+)")
"""How works are named that have no number but their place in a list."""
_TYPES = {
    "journal-article": "article", "conference-paper": "inproceedings", "book-chapter": "incollection", "book": "book",
    "dissertation-thesis": "phdthesis", "dissertation": "phdthesis", "report": "techreport",
}  # fmt: skip
_PAPERS = frozenset((
    *_TYPES, "preprint", "working-paper", "edited-book", "magazine-article", "review", "book-review", "software",
    "data-set", "conference-abstract", "conference-poster", "conference-proceedings", "other", "research-tool", "",
))  # fmt: skip
"""The sorts of works that belong to a list of publications; grants, patents and teaching do not."""


class Orcid(Service):
    """The public interface of ORCID."""

    name = "orcid"
    label = "ORCID"
    order = 90
    address = "https://pub.orcid.org"
    people = "orcid"

    def recognise(self, text: str) -> str:
        """Return the place of a work, as `works` gives it."""
        return text if _WORK.fullmatch(text) else ""

    def look_up(self, client: Client, identifier: str) -> Paper:
        """Ask for a work of a person."""
        person, _unused, code = identifier.removeprefix("orcid:").partition("/")
        return client.get(self, f"v3.0/{person}/work/{code}", _whole)

    def works(self, client: Client, person: str) -> list[Work]:
        """Ask for the works of a person."""
        match = _ID.fullmatch(person.strip())
        if match is None or not _is_sound(match[1]):
            raise UsageError(_("{person!r} isn't an ORCID iD; it looks like 0000-0002-1825-0097").format(person=person))
        try:
            works = client.get(self, f"v3.0/{match[1].upper()}/works", _works, keep=HOUR)
        except NotFound:
            raise UsageError(_("ORCID knows nobody as {match}").format(match=match[1])) from None
        return [work._replace(identifier=work.identifier.format(match[1].upper())) for work in works]


def _is_sound(number: str) -> bool:
    """Whether the last digit of an iD is that of the others."""
    total = 0
    for digit in number.replace("-", "")[:-1]:
        total = (total + int(digit)) * 2
    return number[-1].upper() == "0123456789X"[(12 - total % 11) % 11]


def _works(text: str) -> list[Work]:
    """Return the works of an answer: of each group, which is one work told by several, the first."""
    data = json_of(text)
    if not isinstance(data, dict) or "group" not in data:
        raise WrongShape(_("an answer that isn't a list of works"))
    works = []
    for group in items_at(data, "group"):
        summaries = [
            summary for summary in items_at(group, "work-summary") if text_at(summary, "title", "title", "value")
        ]
        kind = text_at(summaries[0], "type").casefold() if summaries else "none"
        if kind in _PAPERS:
            works.append(_work(group, summaries[0], kind))
    return works


def _whole(text: str) -> Paper:
    """Return a work by itself, with its authors."""
    work = json_of(text)
    if not text_at(work, "title", "title", "value"):
        raise WrongShape(_("a paper without a title") if at(work, "put-code") else _("an answer that isn't a work"))
    paper = _work({}, work, text_at(work, "type").casefold()).paper
    people = [contributor for contributor in items_at(work, "contributors", "contributor") if _is_author(contributor)]
    names = tuple(
        Person(whole=name) for contributor in people if (name := text_at(contributor, "credit-name", "value"))
    )
    if not names and text_at(work, "citation", "citation-type").casefold() == "bibtex":
        return from_bibtex(str(at(work, "citation", "citation-value")))
    return replace(paper, authors=names)


def _is_author(contributor: object) -> bool:
    """Whether somebody who had a part in a work is one of its authors."""
    return text_at(contributor, "contributor-attributes", "contributor-role").casefold() in ("author", "")


def _work(group: object, summary: object, kind: str) -> Work:
    """Return a work."""
    numbers = _identifiers(group, summary)
    doi, arxiv = identifiers.doi(numbers["doi"]), identifiers.arxiv(numbers["arxiv"] or numbers["doi"])
    doi = "" if identifiers.arxiv(doi) else doi
    subtitle = text_at(summary, "title", "subtitle", "value")
    title = text_at(summary, "title", "title", "value")
    year, month = (text_at(summary, "publication-date", part, "value") for part in ("year", "month"))
    preprint = kind in ("preprint", "working-paper") or (bool(arxiv) and not doi)
    paper = Paper(
        type=_TYPES.get(kind, "misc"),
        title=f"{title}: {subtitle}" if subtitle and subtitle.casefold() not in title.casefold() else title,
        year=int(year) if year.isdecimal() else 0,
        month=int(month) if month.isdecimal() else 0,
        venue="" if preprint else text_at(summary, "journal-title", "value"),
        doi=doi,
        arxiv=arxiv,
        url="" if doi or arxiv else text_at(summary, "url", "value"),
        preprint=preprint,
    )
    pmid = f"PMID:{numbers['pmid']}" if numbers["pmid"].isdecimal() else ""
    code = text_at(summary, "put-code")
    return Work(paper, doi or arxiv or pmid or f"orcid:{{}}/{code}")


def _identifiers(group: object, summary: object) -> dict[str, str]:
    """Return the identifiers of a work itself, its own before those of its group; empty ones where it has none."""
    numbers = {"doi": "", "arxiv": "", "pmid": ""}
    for identifier in [
        *items_at(summary, "external-ids", "external-id"),
        *items_at(group, "external-ids", "external-id"),
    ]:
        name, value = text_at(identifier, "external-id-type").casefold(), text_at(identifier, "external-id-value")
        if name in numbers and text_at(identifier, "external-id-relationship") in ("self", "version-of", "") and value:
            numbers[name] = numbers[name] or value
    return numbers


register(Orcid())
