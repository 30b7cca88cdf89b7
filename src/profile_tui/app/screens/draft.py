"""Offers the unsaved work of an earlier run."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType

from profile_tui.app.keys.registry import bindings
from profile_tui.app.screens.menu_screen import MenuScreen
from profile_tui.app.widgets.terminal_text import one_line
from profile_tui.text.catalogue import _, counting
from profile_tui.workspace.documents.document import Document
from profile_tui.workspace.drafts.store import Draft


class DraftScreen(MenuScreen[bool | None]):
    """Restore it or throw it away; leaving keeps it for the next time."""

    CONTEXT = "draft"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("draft")]

    def __init__(self, drafts: Sequence[tuple[Document, Draft]]) -> None:
        """Make the offer of drafts for open files."""
        labels = [step.label for _unused, draft in drafts for step in draft.steps]
        lines = [_left(len(labels))]
        lines += [f"· {one_line(label)}" for label in labels[-5:]]
        if not all(draft.fits(document) for document, draft in drafts):
            lines.append(
                _("The file changed on disk since then: restoring puts your changes on top, and shows the diff.")
            )
        if conflicts := sum(draft.restored(document).conflicts for document, draft in drafts):
            lines.append(
                counting(
                    "In {count} place, the lines on disk have changed too; yours replace them.",
                    "In {count} places, the lines on disk have changed too; yours replace them.",
                    conflicts,
                )
            )
        # a file that the draft itself creates was never there
        gone = [one_line(document.name) for document, draft in drafts if document.missing and not draft.fits(document)]
        if gone:
            lines.append(_("No longer on disk, so written anew: {gone}.").format(gone=", ".join(gone)))
        super().__init__(_("Draft"), "\n".join(lines))


def _left(count: int) -> str:
    """Return how much an earlier run left; the number is 0 where it is not known."""
    if not count:
        return _("An earlier run left changes that were not saved.")
    return counting(
        "An earlier run left {count} change that was not saved.",
        "An earlier run left {count} changes that were not saved.",
        count,
    )
