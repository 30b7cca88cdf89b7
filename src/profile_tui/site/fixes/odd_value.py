"""Fix for `odd-value`: put it into quotes, so that it is read as it is written."""

from __future__ import annotations

from profile_tui.content.page.page import Page
from profile_tui.site.fixes import Fix, register
from profile_tui.site.repository import page_header
from profile_tui.site.repository.locate import Target
from profile_tui.text.catalogue import _
from profile_tui.text.source import Source


def _mend(page: Page, target: Target) -> Source:
    return page_header.quoted(page, target.name, "odd-value")


register(Fix("odd-value", _("Put values into quotes that are read as something else"), _mend))
