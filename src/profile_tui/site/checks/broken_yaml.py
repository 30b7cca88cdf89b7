"""`yaml-error`: Jekyll cannot read the front matter and drops all of it, so the page leaves its URL."""

from __future__ import annotations

from collections.abc import Iterator

from profile_tui.content.page.page import Page
from profile_tui.site.checks import Check, register
from profile_tui.site.problem import Problem
from profile_tui.site.repository import page_header
from profile_tui.site.repository.locate import Target
from profile_tui.text.catalogue import _
from profile_tui.text.errors import AppError


def _find(page: Page, target: Target) -> Iterator[Problem]:
    document = page_header.read(page)
    if isinstance(document, AppError):
        yield Problem("error", "yaml-error", target.name, document.line, document.message)
    elif document is not None and not isinstance(document.data, dict):
        message = _("The front matter isn't a list of `key: value` lines: the site does not build. Edit it as text.")
        yield Problem("error", "yaml-error", target.name, 2, message)


register(Check("broken-yaml", 20, _find, any_generator=True, everywhere=True))
