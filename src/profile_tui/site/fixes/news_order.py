"""Fix for `news-order`: move the item to where its date belongs."""

from __future__ import annotations

from profile_tui.content.change import edit
from profile_tui.content.page.page import Page
from profile_tui.site.checks.entries import misplaced
from profile_tui.site.fixes import Fix, register
from profile_tui.site.repository.locate import Target
from profile_tui.text.catalogue import _
from profile_tui.text.errors import AppError
from profile_tui.text.source import Source


def _mend(page: Page, target: Target) -> Source:
    for entry, number in list(misplaced(page)):
        try:
            page = edit.move(page, entry.kind, entry.number, number).page
        except AppError:
            continue  # it cannot be moved without touching something else
    return page.source


register(Fix("news-order", _("Move the news item to where its date belongs"), _mend, of_blocks=True))
