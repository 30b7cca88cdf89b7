"""`unread`: lines of a known section that are read as no entry."""

from __future__ import annotations

from collections.abc import Iterator

from profile_tui.profile.page import Page
from profile_tui.site.checks import Check, register
from profile_tui.site.problems import Problem
from profile_tui.site.repository import Place


def _find(page: Page, place: Place) -> Iterator[Problem]:
    for section in page.sections:
        for first, last in page.unread(section):
            which = "This line is" if first == last else f"Lines {first} to {last} are"
            message = f"{which} under {section.label or section.kind} but read as no entry; edit it as text."
            yield Problem("warning", "unread", place.name, first, message)


register(Check(200, _find))
