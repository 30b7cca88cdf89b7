"""Keeping what is unsaved, and offering what an earlier run left."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from rich.text import Text

from profile_tui.app.editor.background import Background
from profile_tui.app.screens.command_screen import CommandScreen
from profile_tui.app.session.kept_forms import KeptForms
from profile_tui.text.catalogue import _, counting

if TYPE_CHECKING:
    from profile_tui.workspace.documents.document import Document
    from profile_tui.workspace.drafts.store import Draft


class DraftKeeper(Background):
    """Keeps drafts while one works, and brings back those of an earlier run."""

    _draft_complaint = ""

    def on_unmount(self) -> None:
        """Leave the drafts to the next editor."""
        self.home.session.drafts.close()

    def keep_all(self) -> None:
        """Keeps what is being typed, too, and waits until it is on the disk."""
        if isinstance(self.screen, CommandScreen):
            self.screen.keep_typed()
        self.session.drafts.flush()

    def _fatal_error(self) -> None:
        """Keep what was typed, and where the fault is, before the program breaks down over one of its own."""
        from profile_tui.workspace.crash import keep

        error = sys.exception()
        try:
            self.keep_all()
        finally:
            if error is None:
                super()._fatal_error()
            else:
                self.panic(Text(keep(error)))

    def changed(self) -> None:
        """Called after every change: keeps the draft and looks for problems anew."""
        self.keep_draft()
        self.check_page()

    def keep_draft(self) -> None:
        """Keep what is unsaved; tell once why that cannot be done."""
        complaint = self.session.keep_draft()
        if complaint and complaint != self._draft_complaint:
            self.main.say(complaint, wrong=True)
        self._draft_complaint = complaint

    def _offer_draft(self) -> None:
        """Offer what an earlier run left unsaved; tell of another editor, and of what was interrupted."""
        elsewhere = self.session.open_drafts()
        drafts, complaints = self.session.left_drafts()
        self._take_forms([(document, draft) for document, draft in drafts if draft.data is None])
        if elsewhere:
            self.tell(
                _(
                    "Another profile-tui has this site open. Each keeps its own draft; save in one before you go on in "
                    "the other."
                )
            )
        for message in (*self.session.notes, *complaints):
            self.tell(message)
        drafts = [(document, draft) for document, draft in drafts if draft.data is not None]
        for document, draft in drafts:
            if draft.restored(document).data == document.data:  # all of it is in the file by now
                draft.discard()
        if drafts := [pair for pair in drafts if pair[1].kept.exists()]:
            from profile_tui.app.screens.draft import DraftScreen

            self.push_screen(DraftScreen(drafts), lambda restore: self._draft_answered(drafts, bool(restore)))

    def _draft_answered(self, drafts: list[tuple[Document, Draft]], restore: bool) -> None:
        """Bring unsaved work back, as steps that can be undone; or throws it away."""
        changed = restore and not all(draft.fits(document) for document, draft in drafts)
        if restore:
            for document, draft in drafts:
                draft.resume(document)
        self._take_forms(drafts)
        if restore:
            self.main.after_change()
        self._discard(drafts)
        if changed and self.session.workspace.dirty:  # what becomes of both is for the user to see
            self.main.editor.save()

    def _discard(self, drafts: list[tuple[Document, Draft]]) -> None:
        """Remove drafts that this editor has taken over, once its own are on the disk."""
        if not self.session.drafts.flush():
            for _unused, draft in drafts:
                draft.discard()

    def _take_forms(self, drafts: list[tuple[Document, Draft]]) -> None:
        """Take over what was typed into forms."""
        forms = self.session.forms
        taken = [
            kept
            for document, draft in drafts
            for kept in forms.setdefault(document.path, KeptForms()).take(draft.forms)
        ]
        self.keep_draft()
        self._discard([pair for pair in drafts if pair[1].data is None])
        self.main.mark_unfinished()
        if taken:
            what = f'"{taken[-1].title}"'
            if more := len(taken) - 1:
                others = counting("{count} other", "{count} others", more)
                what = _("{name} and {others}").format(name=what, others=others)
            message = _("Unfinished form: {what}. Open it to continue; ctrl+p, Show unfinished text.")
            self.main.say(message.format(what=what))
