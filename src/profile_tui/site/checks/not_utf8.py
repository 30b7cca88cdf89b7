"""`not-utf8`: bytes that stop the build."""

from __future__ import annotations

from collections.abc import Iterator

from profile_tui.content.page.page import Page
from profile_tui.site.checks import Check, register
from profile_tui.site.problem import Problem
from profile_tui.site.repository.locate import Target
from profile_tui.text.catalogue import _


def _find(page: Page, target: Target) -> Iterator[Problem]:
    at = page.source.first_undecodable_byte
    if at is not None:
        message = _("A byte here is not UTF-8: the site does not build. Convert the file to UTF-8.")
        yield Problem("error", "not-utf8", target.name, page.source.line_number(at), message)


register(Check("not-utf8", 50, _find, any_generator=True, everywhere=True))
