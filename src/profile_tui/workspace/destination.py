"""Where a new entry goes: the page, a page of its kind, or the store that the site shows such entries from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from profile_tui.content.change.placement import check_not_made
from profile_tui.content.entries import chronology
from profile_tui.content.entries.entry import Values, authors_in
from profile_tui.content.kinds import classify, kinds
from profile_tui.text.catalogue import _
from profile_tui.text.dataclass import dataclass
from profile_tui.text.errors import Refused
from profile_tui.text.pattern import lazily
from profile_tui.workspace.documents.document import Document
from profile_tui.workspace.open_files import OpenFiles
from profile_tui.workspace.refs import SectionRef

if TYPE_CHECKING:
    from profile_tui.site.records.store import Store
    from profile_tui.site.repository.site import Site

_LEADS_ON = lazily(r"<meta\b[^<>]*http-equiv\s*=\s*[\"']?refresh", re.I)
_LISTED = ("news", "publications")
"""Kinds of which a home page often shows the newest only, and a page of their own all."""


_SEVERAL = 3
"""So many entries tell whose list one is."""


@dataclass(frozen=True)
class Destination:
    """Where a new entry goes.

    Attributes:
        document: The file; that of the page where a store has one of its own.
        section: Words of the heading that it goes under; None for the kind's own choice.
        store: The store; None for a page.
        refusal: Why nothing can be added, though there is a place for it; empty where something can.
    """

    document: Document
    section: str | None = None
    store: Store | None = None
    refusal: str = ""


def find(
    files: OpenFiles, kind: str, heading: str | None, values: Values | None = None, bibtex: str = ""
) -> Destination:
    """Return where a new entry goes: the file or store where its kind lives.

    Args:
        files: The page and the site around it.
        kind: Its kind.
        heading: Words of the heading that it is to go under, or of a store's name.
        values: Its fields, which decide where a site keeps several lists.
        bibtex: The BibTeX entry that they were taken from.
    """
    own = [ref for ref in files.sections if ref.section.kind == kind]
    if _stays_on_page(files, own, heading):
        return Destination(_home(files, own, heading), heading)  # the stores need not be looked for
    every = [store for store in files.stores if store.kind == kind]
    store = _store(every, own, heading, values or {}, bibtex)
    if store:
        return Destination(files.page, None, store)
    unshown = "" if own or heading is not None else _why_unshown(every)
    return Destination(_home(files, own, heading), heading, refusal=unshown)


def _stays_on_page(files: OpenFiles, own: Sequence[SectionRef], heading: str | None) -> bool:
    """Whether an addition goes to the page, whatever the site has: by its heading, or as the page alone was named."""
    if heading is not None:
        wanted = heading.strip().casefold()
        return any(wanted in ref.section.label.casefold() for ref in own)
    return not files.target.whole and any(ref.section.entries for ref in own)


def _store(
    every: Sequence[Store], own: Sequence[SectionRef], heading: str | None, values: Values, bibtex: str
) -> Store | None:
    """The store that an addition goes to; None for the page.

    In a repository, the longer list is the one that is kept up; what came with the template, or is shown by no page,
    does not count.
    """
    if heading is not None:
        return _named(every, heading.strip().casefold(), values, bibtex)
    count = sum(len(ref.section.entries) for ref in own)
    stores = _kept(every, values, has_entries=count > 0)
    if count and all(_size(store, stores) <= count for store in stores):
        return None
    real = [store for store in stores if store.count() and not store.sample]
    real = [store for store in real if _size(store, real) > count]
    if count and own[0].kind not in _LISTED:
        real = [store for store in real if store.store != "page"]  # the page's own list is the one that is meant
    if count and not real:
        return None
    return choose(_without_preprints(real, stores, values, bibtex) or real or stores, values, bibtex)


def _without_preprints(real: Sequence[Store], stores: Sequence[Store], values: Values, bibtex: str) -> list[Store]:
    """The stores of real entries, for a published one without those of working papers; where no other is left, any."""
    fit = [store for store in real if not _is_of_preprints(store, values, bibtex)]
    if fit or not real:
        return fit
    return [store for store in stores if not _is_of_preprints(store, values, bibtex)]


def _is_of_preprints(store: Store, values: Values, bibtex: str) -> bool:
    """Whether a store says that it is one of working papers, and an entry is published."""
    if store.kind != "publications":
        return False
    from profile_tui.content.publications import sorts

    return sorts.named(store.label) == sorts.PREPRINT and sorts.sort_of(values, bibtex) not in ("", sorts.PREPRINT)


def _kept(every: Sequence[Store], values: Values, *, has_entries: bool) -> list[Store]:
    """The stores where entries are kept: those that are shown, and a copy of them only where there is nothing else."""
    year = chronology.when(kinds()[every[0].kind].fields, values)[:4] if every else ""
    shown = [store for store in every if not store.is_unshown and not _is_of_other_year(store, year)]
    own = [store for store in shown if not store.is_copy]
    return own if own or has_entries else shown


def _is_of_other_year(store: Store, year: str) -> bool:
    """Whether a store is a page of one year, as `news-2014.md`, and an entry is of another."""
    return store.store == "page" and store.year is not None and bool(year) and str(store.year) != year


def _named(stores: Sequence[Store], wanted: str, values: Values, bibtex: str) -> Store | None:
    """The store of that name, or the one of them that an entry fits best."""
    named = [store for store in stores if wanted in (store.label.casefold(), store.name.casefold())]
    named = named or [store for store in stores if wanted in store.label.casefold() or wanted in store.name.casefold()]
    return choose(named, values, bibtex)


def _size(store: Store, stores: Sequence[Store]) -> int:
    """How many entries a store has, together with the other lists of its file."""
    return sum(other.count() for other in stores if other.path == store.path)


def _why_unshown(stores: Sequence[Store]) -> str:
    """Why nothing is added where a site keeps such entries in a place that none of its pages shows; else empty."""
    store = next((store for store in stores if store.is_unshown and store.count() and not store.sample), None)
    if store is None:
        return ""
    return _(
        "no page of this site shows {name}, so a new {one} would not be seen; to add it there all the "
        "same, name it with --section {label}"
    ).format(name=store.name, one=store.what.one, label=store.label)


def sibling(stores: Sequence[Store], store: Store, values: Values) -> Store:
    """Return the list of an entry's year, where a store is that of one year among others of its file."""
    same = (other for other in stores if other.path == store.path and other.kind == store.kind)
    return next((other for other in same if store.year and other.year == values.get("year")), store)


def _home(files: OpenFiles, own: Sequence[SectionRef], heading: str | None) -> Document:
    """The file that an addition goes to: the first with entries, with a section of the kind, or the page."""
    if heading is not None:
        wanted = heading.strip().casefold()
        own = [ref for ref in own if wanted in ref.section.label.casefold()] or own
    filled = [ref for ref in own if ref.section.entries]
    return next((ref.document for ref in filled or own), files.page)


def check_page(document: Document, kind: str, site: Site | None) -> None:
    """Raise Refused where a page cannot take the first entry of a kind.

    Raises:
        Refused: Liquid makes the list, or no visitor sees the page's text.
    """
    page, name = document.page, kinds()[kind].one
    sections = page.of_kind(kind)
    if any(section.entries for section in sections):
        return
    if _LEADS_ON.search(page.text, page.body_start):
        raise Refused(
            _("this page only leads visitors on to another one; add the {one} there, with --in").format(one=name)
        )
    if site is not None:
        from profile_tui.site.repository.layouts import shows_text

        if not shows_text(site, page):
            raise Refused(
                _("the layout of this page doesn't show its text, so a {one} here would not be seen").format(one=name)
            )
    for section in sections:
        check_not_made(page, section, name)


def choose(stores: Sequence[Store], values: Values, bibtex: str = "") -> Store | None:
    """Return the store that holds entries like a new one; the first where none fits better than the others."""
    if len(stores) < 2 or stores[0].kind != "publications":
        return next(iter(stores), None)
    has_years = any(store.year for store in stores)
    return max(stores, key=lambda store: _fits(store, values, bibtex, has_years=has_years))


def _of_an_author(known: Sequence[Values], values: Values) -> int:
    """What it counts that a list is that of a person, who is among the authors of a new entry; less for one of two."""
    from profile_tui.content.publications.names.self_author import same_person

    listed = [_names(values_known) for values_known in known if values_known.get("authors")]
    if len(listed) < _SEVERAL:
        return 0
    of = {
        name: sum(any(same_person(name, other) for other in names) for names in listed)
        for name in listed[0] + listed[-1]
    }
    own = [name for name, count in of.items() if count * 5 >= len(listed) * 4]
    is_own = any(same_person(own_name, name) for own_name in own for name in _names(values))
    return max(1, 9 - len(own)) if is_own else 0


def _names(values: Values) -> list[str]:
    """The names of an entry's authors."""
    return [author.name for author in authors_in(values)]


def _is_named_so(store: Store) -> bool:
    """Whether the name of a store's file or folder tells its kind, not only what is above it on a page."""
    name = store.name.removesuffix("/_posts").rpartition("/")[2].partition(".")[0]
    return classify(re.sub(r"[-_]+", " ", name).strip()) == store.kind


def _fits(store: Store, values: Values, bibtex: str, *, has_years: bool) -> int:
    """How well an entry fits among those of a store."""
    from profile_tui.content.publications import sorts

    score = 0 if store.is_announced else -10  # a CV repeats what has a page of its own
    score += 3 if _is_named_so(store) else 0
    if has_years:
        score += 8 if store.year == values.get("year") else -8 if store.year else -16
    sort = sorts.sort_of(values, bibtex)
    named = sorts.named(f"{store.label} {store.shown.heading if store.shown else ''} {store.name}")
    score += (4 if named == sort else -4) if named and sort else 0
    if not store.at_hand:
        return score
    known = [record.entry.values for record in store.listing().records]
    venue = sorts.bare(values.get("venue"))
    score += 6 if venue and any(sorts.bare(values_known.get("venue")) == venue for values_known in known) else 0
    score += _of_an_author(known, values)
    held = sorts.held(known)
    return score + ((2 if held == sort else -2) if held and sort else 0)
