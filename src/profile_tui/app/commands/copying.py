"""An entry copied into the terminal's clipboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from profile_tui.app.keys.command import Command, Group
from profile_tui.app.keys.registry import register
from profile_tui.text.catalogue import _

if TYPE_CHECKING:
    from profile_tui.app.screens.main import MainScreen


class _Copy(Command["MainScreen"]):
    """Copies the highlighted publication."""

    def disabled_reason(self, screen: MainScreen) -> str | None:
        """It must be a publication."""
        entry = screen.view.entry_of(screen.row) if screen.row is not None else None
        return None if entry and entry.kind == "publications" else _("Go to a publication first.")


@register
class CopyBibtex(_Copy):
    """Copy the highlighted publication as BibTeX."""

    id = "publications.copy_bibtex"
    keys = "y"
    title = _("Copy the publication as BibTeX")
    group = Group.REVIEW

    def run(self, screen: MainScreen) -> None:
        """Copy it."""
        screen.copy_bibtex()


@register
class CopyCitation(_Copy):
    """Copy the highlighted publication as a citation in plain text."""

    id = "publications.copy_citation"
    keys = "Y"
    title = _("Copy the publication as a citation")
    group = Group.REVIEW

    def run(self, screen: MainScreen) -> None:
        """Copy it."""
        screen.copy_citation()
