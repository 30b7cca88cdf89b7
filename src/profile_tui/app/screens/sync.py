"""An author's papers at ORCID or DBLP beside those of the site; the one that is chosen fills a form."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.worker import get_current_worker

from profile_tui.app.keys.registry import bindings
from profile_tui.app.screens.command_screen import CommandScreen, title
from profile_tui.app.screens.jump import JumpLine
from profile_tui.app.widgets.bars import Footer
from profile_tui.app.widgets.row_list import RowList
from profile_tui.app.widgets.rows import ListRow
from profile_tui.app.widgets.terminal_text import one_line
from profile_tui.text.catalogue import _
from profile_tui.text.errors import AppError
from profile_tui.workspace.lookup.client import Client
from profile_tui.workspace.lookup.sync import MISSING, PUBLISHED, Listed, beside, kind_of, works_of

if TYPE_CHECKING:
    from textual.widgets import Input

    from profile_tui.workspace.lookup.service import Work
    from profile_tui.workspace.workspace import Workspace

_RIGHT = {MISSING: "missing", PUBLISHED: _("preprint here")}


class SyncScreen(ModalScreen[Listed | None], CommandScreen[Listed | None]):
    """Asks for an author, and lists the papers that the site lacks or has as a preprint only."""

    CONTEXT = "sync"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("sync")]
    DEFAULT_CSS = """
    SyncScreen {
        align: center middle;
        #box { border-title-color: $foreground; border-subtitle-color: $foreground; }
        #box { width: 96; max-width: 96%; height: 80%; border: round $border; padding: 0 1; background: $surface; }
        JumpLine { width: 1fr; background: $boost; }
        RowList { height: 1fr; margin-top: 1; }
        Footer { dock: none; background: $surface; }
    }
    """

    def __init__(self, workspace: Workspace) -> None:
        """Make the screen; nobody is asked yet."""
        super().__init__()
        self._workspace = workspace
        self._asked = ""

    def compose(self) -> ComposeResult:
        """Return the line to type in, the list, the keys."""
        with Vertical(id="box") as box:
            box.border_title = title(_("Your papers at ORCID or DBLP"))
            line = JumpLine(_known(self._workspace))
            line.placeholder = _("your ORCID iD, or the address of your page at DBLP")
            yield line
            yield RowList(led=True)
            yield Footer(self.offered, self.run_command)

    def on_mount(self) -> None:
        """Wait for an author."""
        self.set_focus(self.query_one(JumpLine))
        self.query_one(RowList).show([], 0, _("Press enter to ask for the list."))

    def on_row_list_chosen(self) -> None:
        """A second click is the same as enter."""
        self.choose()

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Enter asks, or takes what is highlighted."""
        message.stop()
        self.choose()

    def choose(self) -> None:
        """Ask for the author's list; once it is there, take the highlighted paper."""
        person = self.query_one(JumpLine).value.strip()
        row = self.query_one(RowList).row
        if person and person != self._asked:
            self.query_one(RowList).show([], 0, _("Asking…"))
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
            self.query_one(RowList).show([], 0, one_line(found.message))
            return
        self._asked = person
        papers = beside(self._workspace, found)
        rows = [
            ListRow(one_line(str(values["title"])), str(values["year"] or ""), _RIGHT[work.state], key=work)
            for work in papers
            if work.state in _RIGHT and (values := work.paper.given.values)
        ]
        self.query_one(RowList).show(rows, 0, _("All of them are here."))
        self.query_one("#box").border_subtitle = title(
            _("{count} of {count2} to take").format(count=len(rows), count2=len(papers))
        )
        self.refresh_footer()


def _known(workspace: Workspace) -> str:
    """Return what the site says of its owner at ORCID or DBLP; empty where it says nothing."""
    values = {field.name.casefold(): field.value for field in workspace.profile.fields()}
    told = (values.get(name) for name in ("orcid", "orcid_id", "dblp", "dblp_url"))
    return next((one for one in told if isinstance(one, str) and one), "")
