"""Every list of a site that a new paper belongs in, with the news item that announces it: all is added, or nothing.

A site may keep its publications several times: in a list of the page, in a bibliography, in a CV, on the page in
another language. What two lists share tells whether they are one list twice or lists of different papers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from profile_tui.content.entries.entry import Value, Values, authors_in, text_in, year_in
from profile_tui.content.publications.duplicates import marks, same_paper
from profile_tui.content.publications.fields import called
from profile_tui.text.dataclass import dataclass, replace
from profile_tui.text.errors import AppError, Refused
from profile_tui.text.pattern import lazily
from profile_tui.workspace import destination
from profile_tui.workspace.destination import Destination
from profile_tui.workspace.listed import listed_choices

if TYPE_CHECKING:
    from profile_tui.content.change.edit import ProvenEdit
    from profile_tui.site.records.store import Store
    from profile_tui.workspace.workspace import Proposal, Workspace

KIND, NEWS = "publications", "news"
_SELECTED = lazily(
    r"\b(selected|representative|highlight\w*|featured|recent|favou?rite)\b|代表|精选|ausgewählt|sélection|selecc?ion",
    re.I,
)
"""Words of a list that is a choice of papers, made by hand."""
_MOST = 0.6
"""The share of the papers of one list that another has, to be kept in step with it."""


@dataclass(frozen=True)
class PaperList:
    """A list that holds the site's publications once more.

    Attributes:
        name: How users know it.
        where: Where a new paper goes in it.
        known: The papers in it; empty of what takes long to read.
        language: The language of the page that holds it; empty where it is the site's.
        is_in_step: Whether all that is new has come to it so far.
    """

    name: str
    where: Destination
    known: tuple[Values, ...]
    language: str = ""
    is_in_step: bool = True


class Step(Protocol):
    """One of several changes that are made together."""

    def propose(self, workspace: Workspace, after: Sequence[Proposal] = ()) -> Proposal:
        """Propose it, on what is proposed before it.

        Raises:
            AppError: It cannot be made.
        """


@dataclass(frozen=True)
class Request:
    """An entry that is to be added.

    Attributes:
        kind: Its kind.
        values: Its fields.
        where: Where it goes.
        bibtex: The BibTeX entry that they were taken from.
        left_out: The fields that there is no place for.
    """

    kind: str
    values: Values
    where: Destination
    bibtex: str = ""
    left_out: tuple[str, ...] = ()

    def propose(self, workspace: Workspace, after: Sequence[Proposal] = ()) -> Proposal:
        """Propose it, on what is proposed before it."""
        return workspace.propose_add(self.kind, self.values, self.where, bibtex=self.bibtex, after=after)


class Everywhere:
    """The other lists of a site that a paper belongs in beside the one that it goes to anyway."""

    def __init__(self, workspace: Workspace, main: Destination, values: Values | None = None, bibtex: str = "") -> None:
        """Look at nothing yet.

        Args:
            workspace: The site.
            main: Where the paper goes anyway.
            values: The paper, which decides where a site keeps several lists.
            bibtex: The BibTeX entry that it was taken from.
        """
        self._workspace = workspace
        self._main = main
        self._values = values or {}
        self._bibtex = bibtex

    @cached_property
    def main(self) -> PaperList:
        """The list that the paper goes to anyway."""
        return self._list(self._main)

    @cached_property
    def lists(self) -> list[PaperList]:
        """The lists, those of pages first."""
        main = self.main
        kept: list[PaperList] = []
        for place in self._candidates():
            same = next((at for at, other in enumerate(kept) if _is_alternative(place, other)), None)
            if _is_alternative(place, main):
                continue
            if same is None:
                kept.append(place)
            elif self._is_better(place, kept[same]):
                kept[same] = place
        return [_beside(place, main) for place in kept]

    @cached_property
    def news(self) -> Destination | None:
        """Where the news item goes; None where the site has no news."""
        where = self._workspace.destination(NEWS)
        if where.refusal:
            return None
        if where.store is not None:
            return None if where.store.readonly else where
        there = any(ref.section.kind == NEWS and ref.section.entries for ref in self._workspace.sections)
        return where if there else None

    def _candidates(self) -> Iterator[PaperList]:
        """Every list of papers of the site but the one that the paper goes to anyway."""
        workspace, main = self._workspace, self._main
        own = (ref.document for ref in workspace.sections if ref.section.kind == KIND and ref.section.entries)
        if main.store is not None and (page := next(own, None)) is not None:
            yield self._list(Destination(page))
        paths = {main.store.path if main.store else main.document.path}
        every = [store for store in workspace.stores if store.kind == KIND]
        for path in dict.fromkeys(store.path for store in every):
            best = None if path in paths else self._best([place for place in every if place.path == path])
            if best is not None:
                yield self._list(Destination(workspace.page, store=best))
        for store, language in self._translations(KIND, paths | {store.path for store in every}):
            yield replace(self._list(Destination(workspace.page, store=store)), language=self._foreign(language))

    def _best(self, stores: Sequence[Store]) -> Store | None:
        """The one of the lists of a file that a paper fits best; None where it cannot go to any of them."""
        kept = [store for store in stores if not (store.readonly or store.is_unshown) and store.count()]
        best = destination.choose(kept, self._values, self._bibtex)
        return None if best is None or best.sample else best

    def _translations(self, kind: str, besides: set[Path]) -> Iterator[tuple[Store, str]]:
        """The lists of the home page in other languages, and the language of each."""
        workspace = self._workspace
        if (site := workspace.target.site) is not None and not site.has_other_generator:
            from profile_tui.workspace.translations import translations

            known = {ref.document.path for ref in workspace.sections} | {workspace.page.path} | besides
            yield from translations(site, kind, lambda path: workspace.cache.document(path).page.source, known)

    def _language(self, where: Destination) -> str:
        """The language of a page that holds a list; empty of other stores, and where it is the site's."""
        from profile_tui.site.stores.own_page import OwnPage

        if where.store is not None and not isinstance(where.store, OwnPage):
            return ""
        return self._foreign((where.store or where.document).page.language)

    def _foreign(self, language: str) -> str:
        """A language, where it is another one than the site's; else empty."""
        home = self._workspace.page.page.language or self._workspace.target.language
        return "" if (language[:2] or "en") == (home[:2] or "en") else language

    def _list(self, where: Destination) -> PaperList:
        """A list with the papers in it."""
        store, language = where.store, self._language(where)
        if store is None:
            own = [ref for ref in self._workspace.on_pages(KIND) if ref.document is where.document]
            name = where.document.name
            known = tuple(ref.entry.values for ref in own)
            return PaperList(name, where, known, language)
        same = [each for each in self._workspace.stores if each.kind == KIND and each.path == store.path] or [store]
        at_hand = all(each.at_hand for each in same)
        known = tuple(record.entry.values for each in same for record in each.listing().records) if at_hand else ()
        return PaperList(store.name, where, known, language)

    def _is_better(self, first: PaperList, second: PaperList) -> bool:
        """Whether a paper fits better into one of two lists of different papers than into the other."""
        stores = [second.where.store, first.where.store]
        known = [store for store in stores if store is not None]
        return len(known) > 1 and destination.choose(known, self._values, self._bibtex) is first.where.store

    def announcements(self, values: Values, day: str, chosen: Sequence[PaperList]) -> Iterator[Request]:
        """Yield the news items that announce a paper: the site's, and those of the chosen pages in other languages.

        Args:
            values: The paper.
            day: The day, in ISO form.
            chosen: The lists that the paper goes to.
        """
        if self.news is not None:
            yield self._announcement(values, day, self.news)
        languages = {place.language for place in chosen if place.language}
        for store, language in self._translations(NEWS, set()) if languages else ():
            if self._foreign(language) in languages:
                yield self._announcement(values, day, Destination(self._workspace.page, store=store), language)

    def _announcement(self, values: Values, day: str, where: Destination, language: str = "") -> Request:
        """A news item in the words of the earlier ones of a list."""
        from profile_tui.content.publications.announcement import compose

        if where.store is not None:
            known_news = (
                [record.entry.values for record in where.store.listing().records] if where.store.at_hand else []
            )
        else:
            refs = self._workspace.on_pages(NEWS)
            known_news = [ref.entry.values for ref in refs if ref.document is where.document]
        dates = [date for item in known_news if (date := text_in(item, "date"))]
        if dates == sorted(dates):
            known_news = known_news[::-1]  # the newest are at the end
        known = [*self.main.known, *(paper for other in self.lists for paper in other.known)]
        language = language or where.document.page.language or self._workspace.target.language
        text = compose([text_in(item, "text") for item in known_news], values, known, language)
        news: dict[str, Value] = {"date": day, "text": text} if dates or not known_news else {"text": text}
        return Request(NEWS, news, where)

    def fitting(self, values: Values, bibtex: str, paper_list: PaperList, after: Sequence[Proposal]) -> Request | None:
        """Return a paper as a list has a place for it; None where the list has it already.

        Args:
            values: The paper.
            bibtex: The BibTeX entry that its fields were taken from.
            paper_list: The list.
            after: What is added before it.

        Raises:
            Refused: The list cannot take it, whatever is left out.
        """
        if any(same_paper(values, known) for known in paper_list.known):
            return None
        bare = _without(values, paper_list.known)
        every = listed_choices(paper_list.where, bare, bibtex)
        refusal: AppError | None = None
        for choice, left_out in (*every, ({**bare, "links": (), "note": None}, (called("links"),))):
            request = Request(KIND, choice, paper_list.where, bibtex, left_out)
            try:
                request.propose(self._workspace, after)
            except AppError as error:
                refusal = refusal or error
                continue
            return request
        assert refusal is not None
        raise Refused(refusal.message, path=refusal.path or paper_list.name, line=refusal.line)

    def requests(
        self, values: Values, bibtex: str, chosen: Sequence[PaperList], first: Sequence[Proposal], day: str = ""
    ) -> list[tuple[Request, Proposal]]:
        """Return what is to be added beside the paper itself, with the proposal of each.

        Args:
            values: The paper.
            bibtex: The BibTeX entry that its fields were taken from.
            chosen: The lists.
            first: What is done to the list that it goes to anyway.
            day: The day of the news item in ISO form; empty for no such item.

        Raises:
            AppError: One of them cannot be written.
        """
        made: list[tuple[Request, Proposal]] = []
        done = list(first)
        wanted = (self.fitting(values, bibtex, place, done) for place in chosen)
        news = self.announcements(values, day, chosen) if day else iter(())
        for request in (*wanted, *news):
            if request is not None:
                made.append((request, request.propose(self._workspace, done)))
                done.append(made[-1][1])
        return made


def perform(workspace: Workspace, proposal: Proposal | None, more: Sequence[Step]) -> ProvenEdit | None:
    """Make a change and what belongs to it, as one action: all of it or nothing.

    Args:
        workspace: The site.
        proposal: The change; None where there is only what belongs to it.
        more: What belongs to it.

    Raises:
        AppError: One of them cannot be made; nothing is done.
    """
    with workspace.together():
        edited = workspace.perform(proposal) if proposal else None
        for step in more:
            workspace.perform(step.propose(workspace))
    return edited


def _without(values: Values, known: Sequence[Values]) -> dict[str, Value]:
    """Return a paper without what no paper of a list has: fields, and the look of the owner's name."""
    optional = ("authors", "note", "links", "venue")
    unknown = {name for name in optional if known and not any(paper.get(name) for paper in known)}
    kept = {name: value for name, value in values.items() if name not in unknown}
    if authors_in(kept) and known and not any(author.is_self for paper in known for author in authors_in(paper)):
        kept["authors"] = tuple(author._replace(is_self=False) for author in authors_in(kept))
    return kept


def _nature(paper_list: PaperList) -> str:
    """What sort of place a list is kept in."""
    store = paper_list.where.store
    if store is None:
        return "page"
    return "cv" if _is_cv(store) else store.store


def _is_cv(store: Store) -> bool:
    """Whether a store is a CV, or is in one."""
    return store.is_copy or re.search(r"(?:^|[-_/])(?:cv|resume|vita)\b", store.name, re.I) is not None


def _is_alternative(first: PaperList, second: PaperList) -> bool:
    """Whether two lists are of different papers, so that a paper belongs in one of them."""
    if _nature(first) != _nature(second) or first.language != second.language:
        return False
    return bool(first.known and second.known) and not _shared(first, second)


def _shared(first: PaperList, second: PaperList) -> int:
    """How many papers of a list another one has."""
    marks_known = frozenset[str]().union(*map(marks, second.known))
    return sum(not marks_known.isdisjoint(marks(values)) for values in first.known)


def _beside(paper_list: PaperList, main: PaperList) -> PaperList:
    """Return a list, told whether it is kept in step with the main one."""
    store = paper_list.where.store
    labels = [store.label] if store else [section.label for section in paper_list.where.document.page.of_kind(KIND)]
    if any(map(_SELECTED.search, labels[:1])):
        return PaperList(paper_list.name, paper_list.where, paper_list.known, paper_list.language, is_in_step=False)
    if not paper_list.known or not main.known:
        return paper_list
    newest = max(_year(values) for values in main.known)
    last = [values for values in main.known if _year(values) == newest]
    marks_known = frozenset[str]().union(*map(marks, paper_list.known))
    in_step = any(not marks_known.isdisjoint(marks(values)) for values in last) or _shared(
        main, paper_list
    ) >= _MOST * len(main.known)
    return PaperList(paper_list.name, paper_list.where, paper_list.known, paper_list.language, in_step)


def _year(values: Values) -> int:
    """The year of a paper; 0 where it has none."""
    return year_in(values) or 0
