"""Fix for `backslash-link`: write slashes."""

from __future__ import annotations

from profile_tui.content.page.page import Page
from profile_tui.site.checks.backslash_link import targets
from profile_tui.site.fixes import Fix, register
from profile_tui.site.repository.locate import Target
from profile_tui.text.catalogue import _
from profile_tui.text.source import Source
from profile_tui.text.span import Splice


def _mend(page: Page, target: Target) -> Source:
    return page.source.splice(Splice(span, meant) for span, meant in targets(page))


register(Fix("backslash-link", _("Write links with slashes"), _mend))
