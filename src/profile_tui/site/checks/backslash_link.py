r"""`backslash-link`: a link such as `\files\paper.pdf`, as Windows writes paths."""

from __future__ import annotations

from collections.abc import Iterator

from profile_tui.content.page.page import Page
from profile_tui.site.checks import Check, register
from profile_tui.site.checks.broken_link import links
from profile_tui.site.problem import Problem
from profile_tui.site.repository.locate import Target
from profile_tui.text.catalogue import _
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span

_BACKSLASH = lazily(r"/?\\(?=[^\W_])")
_ANY = lazily(r"\]\([^)\s]*\\[^\W_]|\]:[ \t]*\S*\\[^\W_]")
_ELSEWHERE = lazily(r"[A-Za-z][A-Za-z0-9+.-]*:|\{")


def targets(page: Page) -> Iterator[tuple[Span, str]]:
    """Yield the targets of links within the site that have backslashes, and what they should be."""
    if not _ANY.search(page.text, page.body_start):
        return
    for link in links(page):
        if link.span is not None and not _ELSEWHERE.match(link.target):
            meant = _BACKSLASH.sub("/", link.target)
            if meant != link.target:
                yield link.span, meant


def _find(page: Page, target: Target) -> Iterator[Problem]:
    for span, meant in targets(page):
        message = _("The link {of} has backslashes, which web addresses do not have; write {meant}.").format(
            of=span.of(page.text), meant=meant
        )
        yield Problem("warning", "backslash-link", target.name, page.source.line_number(span.start), message)


register(Check("backslash-link", 112, _find, everywhere=True))
