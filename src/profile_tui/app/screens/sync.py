"""An author's papers at ORCID or DBLP beside those of the site; the one that is chosen fills a form."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.worker import get_current_worker

from profile_tui.app.keys.registry import bindings
from profile_tui.app.screens.pick_screen import PickScreen
from profile_tui.app.widgets.rows import ListRow
from profile_tui.app.widgets.terminal_text import one_line
from profile_tui.text.catalogue import _
from profile_tui.text.errors import AppError
from profile_tui.workspace.lookup.client import Client
from profile_tui.workspace.lookup.sync import MISSING, PUBLISHED, Listed, beside, kind_of, works_of

if TYPE_CHECKING:
    from profile_tui.workspace.lookup.service import Work
    from profile_tui.workspace.workspace import Workspace

_RIGHT = {MISSING: "missing", PUBLISHED: _("preprint here")}


class SyncScreen(PickScreen[Listed | None]):
    """Asks for an author, and lists the papers that the site lacks or has as a preprint only."""

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

    def on_mount(self) -> None:
        """Wait for an author."""
        super().on_mount()
        self.rows.show([], 0, _("Press enter to ask for the list."))

    def choose(self) -> None:
        """Ask for the author's list; once it is there, take the highlighted paper."""
        person = self.line.value.strip()
        row = self.rows.row
        if person and person != self._asked:
            self.rows.show([], 0, _("Asking…"))
            self.run_worker(partial(self._ask, person), thread=True, exclusive=True, group="lookup")
        elif row is not None:
            self.dismiss(row.key if isinstance(row.key, Listed) else None)

    def _ask(self, person: str) -> None:
        """Ask, in a thread that touches nothing of the session."""
        worker = get_current_worker()
        found: list[Work] | AppError
        try:
            found = works_of(kind_of(person), person, Client(stopped=lambda: worker.is_cancelled))
        except AppError as error:
            found = error
        if self.is_running and not worker.is_cancelled:
            self.app.call_from_thread(self._answered, person, found)

    def _answered(self, person: str, found: list[Work] | AppError) -> None:
        """List what the site lacks, or say why that is not known."""
        if isinstance(found, AppError):
            self.rows.show([], 0, one_line(found.message))
            return
        self._asked = person
        papers = beside(self._workspace, found)
        rows = [
            ListRow(one_line(str(values["title"])), str(values["year"] or ""), _RIGHT[work.state], key=work)
            for work in papers
            if work.state in _RIGHT and (values := work.paper.given.values)
        ]
        self.rows.show(rows, 0, _("All of them are here."))
        self.tell(_("{count} of {count2} to take").format(count=len(rows), count2=len(papers)))


def _known(workspace: Workspace) -> str:
    """Return what the site says of its owner at ORCID or DBLP; empty where it says nothing."""
    values = {field.name.casefold(): field.value for field in workspace.profile.fields()}
    told = (values.get(name) for name in ("orcid", "orcid_id", "dblp", "dblp_url"))
    return next((one for one in told if isinstance(one, str) and one), "")
