"""Marks the forms that were left unfinished in the lists, once one is back there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from profile_tui.app.screens.panes import PanesScreen

if TYPE_CHECKING:
    from profile_tui.app.session.kept_forms import KeptForm


class LeftFormsScreen(PanesScreen):
    """Three panes that show which forms were left."""

    _forms: tuple[KeptForm, ...] = ()

    def on_screen_resume(self) -> None:
        """Mark what was left in the screen that was above."""
        self.mark_unfinished()

    def mark_unfinished(self) -> None:
        """Show the lists anew where forms were left, or are done, since they were shown."""
        forms = tuple(self.session.kept_forms)
        if forms != self._forms and self.is_mounted:
            self._forms = forms
            marked = self.entries.marked
            self.show_page()
            self.mark(marked)
