"""Fix for `markdown-in-html`: say it in HTML."""

from __future__ import annotations

from profile_tui.content.page.page import Page
from profile_tui.site.checks.markdown_in_html import mended
from profile_tui.site.fixes import Fix, register
from profile_tui.site.repository.locate import Target
from profile_tui.text.catalogue import _
from profile_tui.text.source import Source


def _mend(page: Page, target: Target) -> Source:
    return page.source.splice(mended(page, target))


register(Fix("markdown-in-html", _("Write Markdown within HTML as HTML"), _mend))
