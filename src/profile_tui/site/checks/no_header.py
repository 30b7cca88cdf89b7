"""`no-front-matter`, `unclosed-front-matter`, `bom`, `blank-first-line`, `cr-line-ends`: to Jekyll it is no page."""

from __future__ import annotations

from collections.abc import Iterator

from profile_tui.content.page.page import Page
from profile_tui.markup.frontmatter import HeaderProblem
from profile_tui.site.checks import Check, register
from profile_tui.site.problem import Problem
from profile_tui.site.repository.locate import Place


def _find(page: Page, place: Place) -> Iterator[Problem]:
    header = page.header
    if not isinstance(header, HeaderProblem) or place.store != "page":
        return
    # of other files, only an entry needs front matter to be seen; a page without may be there to be taken in by others
    if place.files is None or header.code != "no-front-matter" or _is_entry(place):
        yield Problem("error", header.code, place.name, header.line, header.message)


def _is_entry(place: Place) -> bool:
    """Whether a file is in the folder of a collection."""
    first = next((part for part in place.name.split("/") if part.startswith("_")), "")
    return place.site is not None and first.removeprefix("_") in place.site.collections


register(Check("no-header", 10, _find, everywhere=True))
