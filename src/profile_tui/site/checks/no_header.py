"""`no-front-matter`, `unclosed-front-matter`, `bom`, `blank-first-line`, `cr-line-ends`: to Jekyll it isn't a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from profile_tui.content.page.page import Page
from profile_tui.markup.frontmatter import HeaderProblem
from profile_tui.site.checks import Check, register
from profile_tui.site.problem import Problem
from profile_tui.site.repository.locate import Target
from profile_tui.site.repository.tree import ABOUT_REPOSITORY
from profile_tui.text.catalogue import _
from profile_tui.text.pattern import lazily

_WHOLE = lazily(r"(?:\s|<!--.*?-->)*<(?:!doctype|html|head|meta)\b", re.I | re.S)
"""How a file begins that a browser shows as it is: a page of its own, or one that only leads to another."""


def _find(page: Page, target: Target) -> Iterator[Problem]:
    header = page.header
    if not isinstance(header, HeaderProblem) or target.store != "page":
        return
    if _needs_none(page, target, header.code):
        return
    # of other files, only an entry needs front matter to be seen; a page without may be there to be taken in by others
    if target.files is None or header.code != "no-front-matter" or _is_entry(target):
        adopt = "" if page.html or header.code != "no-front-matter" else _(" `profile-tui adopt` makes a page of it.")
        yield Problem("error", header.code, target.name, header.line, f"{header.message}{adopt}")


def _needs_none(page: Page, target: Target, code: str) -> bool:
    """Whether a file is shown, or as good as it is meant to be, without front matter."""
    # of posts, and of nothing else, Jekyll drops the mark, and asks for no front matter
    if code in ("bom", "no-front-matter") and "_posts" in target.name.split("/"):
        return True
    if code != "no-front-matter":
        return False
    if PurePosixPath(target.name).stem.lower() in ABOUT_REPOSITORY:
        return True  # GitHub shows it as it is, or a tool reads it
    if target.name.lower().endswith((".html", ".htm")):
        # what is among entries and no whole page is a part that others take in; what has Liquid is to be made
        is_ready = _is_entry(target) or _WHOLE.match(page.text) is not None
        return is_ready and "{{" not in page.text and "{%" not in page.text
    # a plugin makes pages of Markdown files without front matter; GitHub's own gem has it
    optional = ("jekyll-optional-front-matter", "github-pages")
    return target.site is not None and not _is_entry(target) and target.site.has_plugin(*optional)


def _is_entry(target: Target) -> bool:
    """Whether a file is in the folder of a collection."""
    first = next((part for part in target.name.split("/") if part.startswith("_")), "")
    return target.site is not None and first.removeprefix("_") in target.site.collections


register(Check("no-header", 10, _find, everywhere=True))
