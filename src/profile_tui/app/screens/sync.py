"""An author's papers at ORCID or DBLP beside those of the site; the one that is chosen fills a form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.worker import get_current_worker

from profile_tui.app.keys.registry import bindings
from profile_tui.app.screens.pick_screen import PickScreen
from profile_tui.app.widgets.rows import ListRow
from profile_tui.app.widgets.terminal_text import one_line
from profile_tui.content.entries.entry import text_in
from profile_tui.text.catalogue import _, counting
from profile_tui.text.errors import AppError
from profile_tui.workspace.lookup.client import Client
from profile_tui.workspace.lookup.sync import MISSING, PUBLISHED, Listed, beside, kind_of, take, wholes, works_of

if TYPE_CHECKING:
    from profile_tui.content.publications.bibtex import Given
    from profile_tui.workspace.lookup.service import Work
    from profile_tui.workspace.workspace import Workspace

_RIGHT = {MISSING: "missing", PUBLISHED: _("preprint here")}


class SyncScreen(PickScreen[Listed | str | None]):
    """Asks for an author, and lists the papers that the site lacks or has as a preprint only.

    It is left with the paper whose form is to be opened, or with what to tell once the ticked ones are taken.
    """

    CONTEXT = "sync"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("sync")]

    def __init__(self, workspace: Workspace) -> None:
        """Make the screen; nobody is asked yet."""
        super().__init__(
            _("Your papers at ORCID or DBLP"),
            _("your ORCID iD, or the address of your page at DBLP"),
            _known(workspace),
        )
        self._workspace = workspace
        self._asked = ""
        self._papers: dict[int, Listed] = {}

    def on_mount(self) -> None:
        """Wait for an author."""
        super().on_mount()
        self.rows.show([], 0, _("Press enter to ask for the list."))

    def choose(self) -> None:
        """Ask for the author's list; once it is there, show what the ticked papers change, or take the highlighted."""
        person = self.line.value.strip()
        listing = self.rows
        if person and person != self._asked:
            listing.mark(set())
            listing.show([], 0, _("Asking…"))
            self.run_worker(partial(self._ask, person), thread=True, exclusive=True, group="lookup")
        elif ticked := [paper for number, paper in self._papers.items() if number in listing.marked]:
            self.say(_("Looking up the papers…"))
            self.run_worker(partial(self._ask_for, ticked), thread=True, exclusive=True, group="lookup")
        elif (paper := self._highlighted) is not None:
            self.dismiss(paper)

    @property
    def has_papers(self) -> bool:
        """Whether there are papers to tick."""
        return bool(self._papers)

    @property
    def _highlighted(self) -> Listed | None:
        """The paper that is highlighted; None where none is."""
        row = self.rows.row
        return self._papers.get(row.key) if row is not None and isinstance(row.key, int) else None

    def tick(self) -> None:
        """Tick the highlighted paper, or do so no longer; go on to the next."""
        listing = self.rows
        if (paper := self._highlighted) is not None:
            listing.mark(listing.marked ^ {paper.number})
            listing.action_step(1)

    def tick_all(self) -> None:
        """Tick all papers; none, where all are."""
        listing = self.rows
        listing.mark(set() if listing.marked >= set(self._papers) else set(self._papers))

    def _ask_for(self, papers: Sequence[Listed]) -> None:
        """Ask for all that is known of some papers, in a thread that touches nothing of the session."""
        worker = get_current_worker()
        papers_found = wholes(papers, lambda: worker.is_cancelled)
        if self.is_running and not worker.is_cancelled:
            self.app.call_from_thread(self._show_changes, papers, papers_found)

    def _show_changes(self, papers: Sequence[Listed], answers: Mapping[int, Given | AppError]) -> None:
        """Show what taking the papers would change; do it where the user agrees."""
        from profile_tui.app.screens.take import TakeScreen

        tried, diff = self._workspace.tried(lambda: take(self._workspace, papers, answers))

        def answered(agreed: bool | None) -> None:
            if agreed:
                count = take(self._workspace, papers, answers).taken
                self.dismiss(counting("{count} paper taken; u undoes it.", "{count} papers taken; u undoes it.", count))

        self.app.push_screen(TakeScreen(diff, tried.left_out), answered)

    def _ask(self, person: str) -> None:
        """Ask, in a thread that touches nothing of the session."""
        worker = get_current_worker()
        works: list[Work] | AppError
        try:
            works = works_of(kind_of(person), person, Client(stopped=lambda: worker.is_cancelled))
        except AppError as error:
            works = error
        if self.is_running and not worker.is_cancelled:
            self.app.call_from_thread(self._answered, person, works)

    def _answered(self, person: str, answer: list[Work] | AppError) -> None:
        """List what the site lacks, or say why that is not known."""
        if isinstance(answer, AppError):
            self.rows.show([], 0, one_line(answer.message))
            return
        self._asked = person
        papers = beside(self._workspace, answer)
        self._papers = {paper.number: paper for paper in papers if paper.state in _RIGHT}
        rows = [
            ListRow(one_line(text_in(values, "title")), text_in(values, "year"), _RIGHT[paper.state], key=number)
            for number, paper in self._papers.items()
            if (values := paper.paper.given.values)
        ]
        self.rows.mark(set())
        self.rows.show(rows, 0, _("All of them are here."))
        if rows:
            self.rows.can_focus = True
            self.set_focus(self.rows)
        self.tell(_("{count} of {count2} to take").format(count=len(rows), count2=len(papers)))


def _known(workspace: Workspace) -> str:
    """Return what the site says of its owner at ORCID or DBLP; empty where it says nothing."""
    values = {field.name.casefold(): field.value for field in workspace.profile.fields()}
    values_held = (values.get(name) for name in ("orcid", "orcid_id", "dblp", "dblp_url"))
    return next((work for work in values_held if isinstance(work, str) and work), "")
