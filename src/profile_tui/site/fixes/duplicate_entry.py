"""Fix for `duplicate-entry`: remove the later of two that are the same to the letter."""

from __future__ import annotations

from profile_tui.content.change import edit
from profile_tui.content.page.page import Page
from profile_tui.site.checks.entries import doubles
from profile_tui.site.fixes import Fix, register
from profile_tui.site.repository.locate import Target
from profile_tui.text.catalogue import _
from profile_tui.text.errors import AppError
from profile_tui.text.source import Source


def _mend(page: Page, target: Target) -> Source:
    for entry, first in reversed(list(doubles(page))):
        if entry.span.of(page.text).strip() == first.span.of(page.text).strip():
            try:
                page = edit.remove(page, entry.kind, entry.number).page
            except AppError:
                continue  # it cannot be removed alone
    return page.source


register(Fix("duplicate-entry", _("Remove the entry that is there twice"), _mend, of_blocks=True))
