"""`no-front-matter`, `unclosed-front-matter`, `bom`, `blank-first-line`, `cr-line-ends`: to Jekyll it is no page."""

from __future__ import annotations

from collections.abc import Iterator

from profile_tui.markup.frontmatter import HeaderProblem
from profile_tui.profile.page import Page
from profile_tui.site.checks import Check, register
from profile_tui.site.problems import Problem
from profile_tui.site.repository import Place


def _find(page: Page, place: Place) -> Iterator[Problem]:
    header = page.header
    if isinstance(header, HeaderProblem) and place.store == "page":
        yield Problem("error", header.code, place.name, header.line, header.message)


register(Check(10, _find))
