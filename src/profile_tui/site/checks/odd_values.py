"""`duplicate-key`, `odd-value`, `odd-key`, `liquid`, `fatal-value`, `empty-permalink`: a header read otherwise."""

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
    if document is None or isinstance(document, AppError):
        return
    for line, code, message in document.problems:
        yield Problem("error" if code == "fatal-value" else "warning", code, target.name, line, message)
    if page_header.values(page).get("permalink") == "":
        message = _("The permalink is an empty text, which stops the site's build; give it a value or remove the line.")
        yield Problem("error", "empty-permalink", target.name, page_header.line_of(page, "permalink"), message)


register(Check("odd-values", 30, _find, everywhere=True))
