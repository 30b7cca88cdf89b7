"""`duplicate-key`, `odd-value`, `odd-key`, `liquid`, `fatal-value`, `empty-permalink`: a header read otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from profile_tui.profile.page import Page
from profile_tui.site import header
from profile_tui.site.checks import Check, register
from profile_tui.site.problems import Problem
from profile_tui.site.repository import Place
from profile_tui.text.errors import ProfileError


def _find(page: Page, place: Place) -> Iterator[Problem]:
    document = header.read(page)
    if document is None or isinstance(document, ProfileError):
        return
    for line, code, message in document.problems:
        yield Problem("error" if code == "fatal-value" else "warning", code, place.name, line, message)
    if header.values(page).get("permalink") == "":
        message = "The permalink is an empty text, which stops the site's build; give it a value or remove the line."
        yield Problem("error", "empty-permalink", place.name, header.line_of(page, "permalink"), message)


register(Check(30, _find, everywhere=True))
