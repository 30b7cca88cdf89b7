"""`placeholder`: a section that still says "Coming soon!"."""

from __future__ import annotations

from collections.abc import Iterator

from profile_tui.content.entries.placeholder import placeholder
from profile_tui.content.kinds import kinds
from profile_tui.content.page.page import Page
from profile_tui.site.checks import Check, register
from profile_tui.site.problem import Problem
from profile_tui.site.repository.locate import Target
from profile_tui.text.catalogue import _


def _find(page: Page, target: Target) -> Iterator[Problem]:
    for section in page.sections:
        if section.kind != "text" and (span := placeholder(page.text, section.units)):
            message = _("{label} has only a placeholder; the first entry takes its place.").format(
                label=section.label or kinds()[section.kind].label
            )
            yield Problem("warning", "placeholder", target.name, page.source.line_number(span.start), message)


register(Check("placeholder", 100, _find, any_generator=True))
