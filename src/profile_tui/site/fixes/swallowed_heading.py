"""Fix for `swallowed-heading`: put a blank line before it."""

from __future__ import annotations

from profile_tui.content.page.page import Page
from profile_tui.site.checks.swallowed_heading import places
from profile_tui.site.fixes import Fix, register
from profile_tui.site.repository.locate import Target
from profile_tui.text.catalogue import _
from profile_tui.text.source import Source
from profile_tui.text.span import Splice


def _mend(page: Page, target: Target) -> Source:
    return page.source.splice(Splice.insert(at, "\n") for at, _unused in places(page))


register(Fix("swallowed-heading", _("Put a blank line before the heading"), _mend, of_blocks=True))
