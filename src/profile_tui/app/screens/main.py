"""The main screen: what is done with what its panes show."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from profile_tui.app.keys.registry import bindings
from profile_tui.app.screens.left_forms import LeftFormsScreen
from profile_tui.app.widgets.bars import TitleBar
from profile_tui.app.widgets.row_list import RowList
from profile_tui.content.kinds import kinds
from profile_tui.text.catalogue import _
from profile_tui.text.errors import AppError

if TYPE_CHECKING:
    from profile_tui.app.forms.base import Form
    from profile_tui.app.screens.row_search import Before
    from profile_tui.app.widgets.find import FindLine
    from profile_tui.app.widgets.rows import ListRow
    from profile_tui.content.change.edit import ProvenEdit
    from profile_tui.content.entries.kind import Kind
    from profile_tui.workspace.lookup.sync import Listed
    from profile_tui.workspace.refs import EntryNumber, EntryRef


class MainScreen(LeftFormsScreen):
    """Finds, opens forms and takes changes over; commands say what keys do."""

    CONTEXT = "main"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("main"),
        *(Binding(str(digit), f"section({digit})", show=False) for digit in range(1, 10)),
    ]

    async def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        """A second click is the same as enter."""
        await self.run_command("entry.edit")

    # Finding

    def open_find(self) -> Awaitable[object] | None:
        """Open the line to type the words in, or go back to it."""
        from profile_tui.app.widgets.find import FindLine

        self.pane = "entries"
        self._arrange()
        line = self.query_one_optional(FindLine)
        if line is None:
            bar = self.query_one(TitleBar)
            bar.display = False  # the line takes its place, and the panes keep theirs
            return self.mount(FindLine(), before=bar)
        self.set_focus(line)
        return None

    def find(self, words: str) -> None:
        """Show only the rows that hold the words; without words, all again, at the row that was found."""
        row, match = self.entries.row, self.found
        if words:
            self.find_words(words.strip())
            self.show_view(row.key if row else None)
            return
        self.stop_finding()
        if match is not None and row is not None:
            view, own = match.origin(row)
            self.show_kind(view.key, own.key)
        else:
            self.show_view(row.key if row else None)
            self.focus_pane("entries")

    def on_find_line_typed(self, message: FindLine.Typed) -> None:
        """Filter at every key."""
        if message.words.strip():
            self.find_words(message.words.strip())
            self.show_view()
        elif self.found is not None:
            self.found = None
            self.show_view()

    async def on_find_line_left(self, message: FindLine.Left) -> None:
        """Go to what was found; without words, the line goes away."""
        if not self.is_active:
            return
        if self.finding and self.entries.rows:
            self.focus_pane("entries")
            if message.opens:
                await self.run_command("entry.edit")
        elif not self.finding:
            self.find("")

    def on_find_line_cleared(self) -> None:
        """Show all again."""
        self.find("")

    def show_letters(self) -> Awaitable[object]:
        """Show a letter before each line in sight, and go to the one whose letter is typed."""
        from profile_tui.app.screens.labels import LabelsScreen

        def chosen(place: tuple[RowList, int] | None) -> None:
            if place is not None:
                listing, index = place
                listing.go_to(index)
                self.focus_pane(listing.id or "entries")

        return self.app.push_screen(LabelsScreen([self.entries, self.sections]), chosen)

    def action_section(self, number: int) -> None:
        """Go to a line of the left pane by its digit."""
        self.go_to_section(number - 1)

    # What is marked

    @property
    def marked_entries(self) -> list[EntryNumber]:
        """The entries that are marked."""
        entries = (self.view.entry_of(row) for row in self.entries.marked_rows)
        return [entry for entry in entries if entry is not None]

    def disabled_reason(self, action: str) -> str | None:
        """Return why the marked entries, or the highlighted one, cannot be removed or moved; None where they can."""
        rows: Sequence[ListRow | None] = self.entries.marked_rows or [self.row]
        return next((reason for row in rows if (reason := self.view.disabled_reason(action, row))), None)

    def remove_marked(self) -> None:
        """Take the marked entries away, as one step; where other lists have their papers, too, ask where."""
        from profile_tui.workspace import copies, many

        workspace, entries = self.session.workspace, self.marked_entries

        def remove(others: Sequence[EntryRef]) -> None:
            if self._attempt_many(lambda: copies.remove_some(workspace, entries, others)):
                self.say(_("{counted} removed; u brings them back.").format(counted=many.counted(entries)))

        held_elsewhere = copies.copies_of_some(workspace, entries)
        self._ask_where(held_elsewhere, remove, lambda: copies.remove_some(workspace, entries, held_elsewhere))

    def move_marked(self, by: int) -> None:
        """Move the marked entries by a place, as one step; they stay marked."""
        from profile_tui.workspace import many

        entries = self.marked_entries
        places: list[EntryNumber] = []
        kept = self.row.key if self.row is not None else None

        def move() -> None:
            places.extend(many.move(self.session.workspace, entries, by))

        if self._attempt_many(move):
            moved = {old.number: new.number for old, new in zip(sorted(entries), sorted(places), strict=True)}
            self.show_view(moved.get(kept, kept) if isinstance(kept, int) else kept)
            self.mark({index.number for index in places})

    def _attempt_many(self, change: Callable[[], object]) -> bool:
        """Change several entries and go there; tell why where that is refused; return whether it was done."""
        before = self.remember()
        try:
            change()
        except AppError as error:
            self.say(error.message, wrong=True)
            return False
        self.after_change(before=before)
        return True

    # Changing

    def attempt(self, change: Callable[[], ProvenEdit], key: object = None) -> bool:
        """Make a change and show it; tell why where it is refused.

        Args:
            change: Makes the change.
            key: The row to highlight; where left out, what is changed.

        Returns:
            Whether something was changed.
        """
        before = self.remember()
        try:
            edited = change()
            if not edited.splices:
                self.say(_("Nothing changed."))
                return False
        except AppError as error:
            self.say(error.message, wrong=True)
            return False
        self.after_change(key, before if key is None else None)
        if edited.note:
            self.say(_("{message}.").format(message=edited.note[0].upper() + edited.note[1:]))
        return True

    def remove_paper(self, number: int) -> None:
        """Remove a publication; where other lists have it, too, show what would change there and ask where."""
        from profile_tui.workspace import copies
        from profile_tui.workspace.everywhere import KIND

        workspace = self.session.workspace
        ref = workspace.held(KIND, number)

        def remove(others: Sequence[EntryRef]) -> None:
            self.attempt(lambda: copies.remove_all(workspace, ref, others), number)

        held_elsewhere = copies.copies(workspace, ref)
        self._ask_where(held_elsewhere, remove, lambda: copies.remove_all(workspace, ref, held_elsewhere))

    def _ask_where(
        self,
        held_elsewhere: Sequence[EntryRef],
        remove: Callable[[Sequence[EntryRef]], None],
        everywhere: Callable[[], object],
    ) -> None:
        """Remove something; where there are copies, show what their removal would change and ask whether they go, too.

        Args:
            held_elsewhere: The copies.
            remove: Removes it, with the copies that it is given.
            everywhere: Does so with all of them, as a trial that says nothing to the user.
        """
        from profile_tui.app.screens.removal import Answer, RemovalScreen
        from profile_tui.workspace.performed import where

        if not held_elsewhere:
            remove(())
            return
        diff = refusal = ""
        try:
            _unused, diff = self.session.workspace.tried(everywhere)
        except AppError as error:
            refusal = str(error)

        def answered(chosen: Answer | None) -> None:
            if chosen == "everywhere":
                remove(held_elsewhere)
            elif chosen == "here":
                remove(())

        files = list(dict.fromkeys(where(other)[0] for other in held_elsewhere))
        self.app.push_screen(RemovalScreen(files, diff, refusal), answered)

    def after_change(self, key: object = None, before: Before | None = None) -> None:
        """Show the files as they are now, and keep the draft.

        Args:
            key: The row to highlight; where left out, the one that is.
            before: What was listed before the change, where the highlight is to go to what that changed.
        """
        self.show_page(key)
        if before is not None and not self.finding:  # what was found stays in sight
            self.show_changed(before)
        self.editor.changed()

    def open_form(self, form: Form) -> Awaitable[object]:
        """Open a form, and go to what it changed."""
        from profile_tui.app.screens.form import FormScreen

        before, screen = self.remember(), FormScreen(form)

        def kept(edited: ProvenEdit | None) -> None:
            if edited is not None and edited.splices:
                self.after_change()
                if self.finding:
                    self.find("")
                if not form.show(self, edited):
                    self.show_changed(before)
            elif screen.wants_text and form.span is not None:
                self.go_to(form.document, form.span.start)
                self.edit_raw()

        return self.app.push_screen(screen, kept)

    def open_new(self, kind: Kind) -> Awaitable[object]:
        """Open the form of a new entry where the kind lives."""
        from profile_tui.app.forms.stored import new

        return self.open_form(new(self.session, kind))

    def adopt(self) -> Awaitable[object] | None:
        """Show what would make a page of a plain text, or say why nothing can."""
        from profile_tui.app.screens.adopt import AdoptScreen
        from profile_tui.workspace.adopting import propose

        try:
            proposed = propose(self.session.workspace)
        except AppError as error:
            self.say(error.message, wrong=True)
            return None

        def left(done: bool | None) -> None:
            if done:
                self.after_change()
                self.say(_("It is a page now. D shows what was written, u undoes it."))

        return self.app.push_screen(AdoptScreen(proposed), left)

    # Copying

    def copy_bibtex(self) -> None:
        """Put the highlighted publication into the terminal's clipboard, as BibTeX."""
        from profile_tui.workspace.export import as_bibtex

        if (ref := self._publication) is not None:
            written = next(as_bibtex([ref]))
            if isinstance(written, AppError):
                self.say(written.message, wrong=True)
                return
            self.app.copy_to_clipboard(f"{written[1]}\n")
            self.say(_("Copied as BibTeX: {key}").format(key=written[0]))

    def copy_citation(self) -> None:
        """Put the highlighted publication into the terminal's clipboard, as plain text."""
        from profile_tui.workspace.export import citation

        if (ref := self._publication) is not None:
            self.app.copy_to_clipboard(citation(ref.entry.values))
            self.say(_("Copied as a citation."))

    @property
    def _publication(self) -> EntryRef | None:
        """The publication that is highlighted; None where something else is."""
        entry = self.view.entry_of(self.row) if self.row is not None else None
        if entry is None or entry.kind != "publications":
            return None
        return self.session.workspace.held(entry.kind, entry.number)

    @property
    def preprint(self) -> EntryRef | None:
        """The preprint that is highlighted; None where something else is."""
        from profile_tui.content.publications.sorts import is_preprint

        ref = self._publication
        return ref if ref is not None and is_preprint(ref.entry.values) else None

    def accept(self) -> Awaitable[object] | None:
        """Open the form of the highlighted preprint, to be filled with its published version."""
        from profile_tui.app.forms.stored import opened

        if (ref := self.preprint) is None:
            return None
        form = opened(self.session, kinds()["publications"], ref)
        form.accept()
        return self.open_form(form)

    def sync(self) -> Awaitable[object]:
        """List an author's papers beside those of the site; the one that is chosen fills a form."""
        from profile_tui.app.screens.sync import SyncScreen

        workspace, before = self.session.workspace, self.remember()

        def chosen(taken: Listed | str | None) -> None:
            if isinstance(taken, str):
                self.after_change(before=before)
                self.say(taken)
            elif taken is not None:
                self._open_listed(taken)

        return self.app.push_screen(SyncScreen(workspace), chosen)

    def _open_listed(self, work: Listed) -> None:
        """Open the form of a paper of an author's list: a new one, or the preprint that is here."""
        from profile_tui.app.forms.stored import new, opened

        kind = kinds()["publications"]
        form = new(self.session, kind) if work.there is None else opened(self.session, kind, work.there)
        form.listed = work
        form.seek = work.work.identifier
        self.open_form(form)

    def open_file(self, name: str) -> None:
        """Show another file, by its path in the repository."""
        self.editor.open_file(name)

    def edit_raw(self) -> Awaitable[object] | None:
        """Open the text around the highlighted row."""
        from profile_tui.app.screens.raw import RawScreen

        raw = self.view.raw(self.row)
        if raw is None:
            return None
        before = self.remember()
        return self.app.push_screen(RawScreen(raw), lambda kept: self.after_change(before=before) if kept else None)

    def edit_raw_outside(self) -> None:
        """Edit the text around the highlighted row in the user's own editor."""
        raw = self.view.raw(self.row)
        text = self.edit_outside(raw.text, raw.suffix) if raw else None
        if raw is None or text is None:
            return
        before = self.remember()
        try:
            changed = raw.put(text)
        except AppError as error:
            self.say(error.message, wrong=True)
            return
        if changed:
            self.after_change(before=before)
        else:
            self.say(_("Nothing changed."))
