"""Offers the unsaved work of an earlier run."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from profile_tui.app.commands import bindings
from profile_tui.app.screens.menu import MenuScreen
from profile_tui.app.shown import one_line, plural
from profile_tui.workspace.document import Document
from profile_tui.workspace.drafts import Draft


class DraftScreen(MenuScreen[Draft | None]):
    """Restore it or throw it away; leaving keeps it for the next time."""

    CONTEXT = "draft"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("draft")]

    def __init__(self, draft: Draft, document: Document) -> None:
        """The offer of a draft for an open file."""
        self.draft = draft
        count = plural(len(draft.steps), "change") if draft.steps else "changes"
        message = f"An earlier run left {count} that were not saved."
        if draft.steps:
            message += "\n" + "\n".join(f"· {one_line(step.label)}" for step in draft.steps[-5:])
        if not draft.fits(document):
            message += "\nThe file changed on disk since then: restoring puts the draft in its place. "
            message += "Look at the diff before you save."
        super().__init__("Draft", message)
