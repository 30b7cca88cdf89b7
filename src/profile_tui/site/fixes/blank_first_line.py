"""Fix for `blank-first-line`: take away the blank lines before the front matter."""

from __future__ import annotations

from profile_tui.content.page.page import Page
from profile_tui.site.fixes import Fix, register
from profile_tui.site.repository.locate import Target
from profile_tui.text.catalogue import _
from profile_tui.text.source import Source
from profile_tui.text.span import Span, Splice


def _mend(page: Page, target: Target) -> Source:
    start = page.text.find("---")
    if start < 1 or page.text[:start].strip():
        return page.source
    return page.source.splice([Splice.delete(Span(0, start))])


register(Fix("blank-first-line", _("Remove the blank lines before the front matter"), _mend, of_header=True))
