"""The publications of a CV: `cv.yml` of al-folio or RenderCV, `cv.json`, `resume.json` of JSON Resume."""

from __future__ import annotations

from collections.abc import Iterator

from profile_tui.site.bindings.lists import lists_of
from profile_tui.site.problem import Problem
from profile_tui.site.records.cv_list import CvList, cv_files, is_cv, lists
from profile_tui.site.records.store import Read, Store, StoreType
from profile_tui.site.repository.site import Site
from profile_tui.site.stores import register

_KIND = "publications"


def _find(site: Site, read: Read) -> Iterator[Store]:
    """The lists of publications in CVs, but those that came with the template."""
    for path, stem in cv_files(site):
        if not is_cv(stem):
            continue
        document = CvList(site, _KIND, path, read, ()).document()
        if isinstance(document, Problem):
            continue
        for kind, where, title, _ in lists(document.data, "", (), stem):
            if kind != _KIND:
                continue
            store = CvList(site, _KIND, path, read, where, title)
            store.is_announced = False  # a CV repeats what has a page of its own
            # what a loop names by its keys is a list of the site's own
            if store.listing().records and not store.sample and lists_of(site).of(*store.source) is None:
                yield store


register(StoreType("cv_publications", 60, _find))
