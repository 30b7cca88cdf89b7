"""The fixes: for some codes of problems, what mends them. Each module here is a fix that registers itself.

They are apart from the checks, which every `show` and every screen runs, so that only who asks for a fix loads them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from profile_tui.content.page.page import Page
from profile_tui.markup.blocks import walk
from profile_tui.registry import Registry
from profile_tui.site.checking.fix import Fix
from profile_tui.site.checks import checks
from profile_tui.site.problem import Problem
from profile_tui.site.repository.locate import Target
from profile_tui.site.repository.page_header import is_yaml, read_yaml

__all__ = ["Fix", "apply", "fixes", "found", "register"]

_fixes = Registry[Fix](__name__, "fixes", name=lambda fix: fix.code, order=lambda fix: (not fix.of_header, fix.code))

register = _fixes.register
"""Add a fix; called by its own module."""


def fixes() -> dict[str, Fix]:
    """Return all fixes by the codes that they mend; those that make Jekyll see the page first."""
    return {fix.code: fix for fix in _fixes.all()}


def apply(fix: Fix, page: Page, target: Target) -> Page:
    """Return a page with its problems of one code mended; the page itself where nothing can be mended safely.

    The result is read again: there must be fewer problems of that code and no more of any other, and the body must have
    the same blocks, unless the fix is about just that.
    """
    mended = page.of(fix.mend(page, target))
    if mended.source.data == page.source.data:
        return page
    before, after = _codes(page, target), _codes(mended, target)
    if after[fix.code] >= before[fix.code]:
        return page
    if fix.of_header:
        return mended
    if any(after[code] > before[code] for code in after):
        return page
    return mended if fix.of_blocks or is_yaml(target.name) or _blocks(mended) == _blocks(page) else page


def found(code: str, page: Page, target: Target) -> list[Problem]:
    """Return the problems of one code that a page has."""
    return [problem for problem in _problems(page, target) if problem.code == code]


def _codes(page: Page, target: Target) -> Counter[str]:
    """Return how many problems of each code a page has."""
    return Counter(problem.code for problem in _problems(page, target))


def _problems(page: Page, target: Target) -> Iterator[Problem]:
    """Yield what is wrong with a page, or in a file that is YAML as a whole."""
    if is_yaml(target.name):
        for line, code, message in getattr(read_yaml(page, target.name), "problems", ()):
            yield Problem("warning", code, target.name, line, message)
        return
    for check in checks():
        yield from check.find(page, target)


def _blocks(page: Page) -> list[tuple[int, str, str]]:
    """Return the blocks of a body without what they say."""
    return [(depth, block.kind, block.tag) for depth, block in walk(page.blocks)]
