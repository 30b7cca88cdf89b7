"""One pass over the files of a repository, for what no single page can tell: clashes, dates, links, addresses."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from profile_tui.content.page.page import Page, is_html
from profile_tui.site.checking.seen import MOST, Seen, Survey, left_out
from profile_tui.site.checks import checks, surveyors
from profile_tui.site.problem import Problem
from profile_tui.site.records.store import Store
from profile_tui.site.repository import jekyll_dates
from profile_tui.site.repository.files import Files
from profile_tui.site.repository.locate import Target
from profile_tui.site.repository.pages import page_files
from profile_tui.site.repository.tree import PAGES, below
from profile_tui.text.reading import read_bounded
from profile_tui.text.source import Source


def survey(
    target: Target, stores: Sequence[Store], now: datetime | None = None, stopped: Callable[[], bool] | None = None
) -> list[Problem]:
    """What is wrong with a repository beyond its home page: errors first, each group by place.

    Args:
        target: The home page and the site around it.
        stores: The stores of the site.
        now: The moment after which a date is in the future; the clock's where left out.
        stopped: Asked before each file, whether to end at once; nothing is told then.
    """
    if target.site is None or target.site.has_other_generator:
        return []
    given = Survey(target, target.site, stores, Files(target.site.root), now or jekyll_dates.clock())
    running = [make(given) for make in surveyors()]
    problems: list[Problem] = []
    every = [check for check in checks() if check.everywhere]
    for seen in _files(given, problems):
        if stopped is not None and stopped():
            return []
        if seen.target.page != target.page:
            for check in every:
                problems += check.find(seen.page, seen.target)
        for surveyor in running:
            problems += surveyor.look(seen)
    for surveyor in running:
        problems += surveyor.end()
    return sorted(problems, key=lambda problem: (problem.severity != "error", problem.path, problem.line or 0))


def _files(given: Survey, problems: list[Problem]) -> Iterator[Seen]:
    """The files that Jekyll renders, or is meant to: pages, then the collections; adds what is left out to `found`."""
    site = given.site
    excluded = site.config.get("exclude")
    names = {str(name).strip("/") for name in excluded} if isinstance(excluded, list) else set()
    for page in page_files(site.root):
        if page.name not in names and (page.rendered or page.header or page.name.startswith("_")):
            seen = _seen(given, page.path, page.name, "", problems)
            if seen:
                yield seen
    base = site.root / site.folder("collections_dir")
    for collection in dict.fromkeys([*site.collections, "posts"]):
        for path in below(base / f"_{collection}", PAGES):
            name = os.path.relpath(path, site.root).replace(os.sep, "/")
            seen = _seen(given, path, name, collection, problems)
            if seen:
                yield seen


def _seen(given: Survey, path: Path, name: str, collection: str, problems: list[Problem]) -> Seen | None:
    """A file, read; None where it cannot be, or is empty."""
    try:
        data = read_bounded(path, MOST)
    except OSError as error:
        problems.append(left_out(name, error))
        return None
    if not data:
        return None
    page = Page(Source(data), html=is_html(path))
    return Seen(page, Target(path, name, given.site.root, given.site, files=given.files), collection)
