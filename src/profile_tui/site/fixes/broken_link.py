"""Fix for `broken-link` where only capitals differ: write the file's name as it is."""

from __future__ import annotations

from profile_tui.content.page.page import Page
from profile_tui.site.checks.broken_link import respelt
from profile_tui.site.fixes import Fix, register
from profile_tui.site.repository.locate import Target
from profile_tui.text.catalogue import _
from profile_tui.text.source import Source
from profile_tui.text.span import Splice


def _mend(page: Page, target: Target) -> Source:
    return page.source.splice(Splice(span, target) for span, target in respelt(page, target))


register(Fix("broken-link", _("Write the file's name with its capitals"), _mend))
