"""Timelines in data files: education, experience, awards and the like, in a file of their own or within a whole CV."""

from __future__ import annotations

from collections.abc import Iterator

from profile_tui.content.kinds import kinds
from profile_tui.site.problem import Problem
from profile_tui.site.records import timeline
from profile_tui.site.records.cv_list import CvList, cv_files, is_whole, kind_of, lists
from profile_tui.site.records.store import Read, Store, StoreType
from profile_tui.site.repository.site import Site
from profile_tui.site.stores import register


def _find(site: Site, read: Read) -> Iterator[Store]:
    """The lists of the files that are named as a kind is, and those of CVs whose keys or titles are."""
    for path, stem in cv_files(site):
        kind = _timeline(kind_of(stem))
        if not (kind or is_whole(stem)):
            continue
        document = CvList(site, kind or "education", path, read, ()).document()
        if isinstance(document, Problem):
            continue
        for kind_found, where, title, items in lists(document.data, kind, (), stem):
            if _timeline(kind_found) and any(map(_is_entry, items)):
                yield CvList(site, kind_found, path, read, where, title)


def _timeline(kind: str) -> str:
    """A kind, where it is a timeline; empty where it is none."""
    return kind if kind and kinds()[kind].record == "timeline" else ""


def _is_entry(item: object) -> bool:
    """Whether an item says something of its own."""
    return isinstance(item, dict) and bool(timeline.read(item)["text"])


register(StoreType("timelines", 40, _find))
