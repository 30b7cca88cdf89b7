"""What was done on the site, newest first, with the diff of each step; any of them can be undone."""

from __future__ import annotations

import time
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from profile_tui.app.keys.registry import bindings
from profile_tui.app.screens.command_screen import CommandScreen, title
from profile_tui.app.screens.diff_lines import diff_lines
from profile_tui.app.widgets.bars import Footer, TitleBar
from profile_tui.app.widgets.row_list import RowList
from profile_tui.app.widgets.rows import ListRow
from profile_tui.app.widgets.source import SourceView
from profile_tui.app.widgets.terminal_text import one_line
from profile_tui.text.catalogue import _, counting
from profile_tui.text.errors import AppError
from profile_tui.workspace.saved_steps import SavedStep
from profile_tui.workspace.undoing import Step


class HistoryScreen(CommandScreen[Step | None]):
    """The steps that wait to be saved, and those that were saved, by this run or an earlier one.

    Attributes:
        obstacle: Why the highlighted step cannot be undone, as a sentence; None where it can.
    """

    CONTEXT = "history"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("history")]
    DEFAULT_CSS = """
    HistoryScreen {
        RowList { height: 1fr; border: round $border; }
        SourceView { height: 2fr; border: round $border; }
    }
    """

    def __init__(self) -> None:
        """Make the screen; what was done is read when it opens."""
        super().__init__()
        self.obstacle: str | None = _("Nothing has been done here yet.")

    def compose(self) -> ComposeResult:
        """Return header, steps, the diff of one of them, and footer."""
        yield TitleBar(self.session)
        yield RowList()
        yield SourceView()
        yield Footer(self.offered, self.run_command)

    def on_mount(self) -> None:
        """List the steps."""
        past = self.session.workspace.past
        waiting = [step for _unused, step in zip(*past.unsaved(), strict=True)]
        steps: list[Step] = [*reversed(waiting), *past.steps()]
        rows = self.query_one(RowList)
        rows.show([_row(step) for step in steps], 0, _("Nothing has been done here yet."))
        rows.border_title = title(counting("History · {count} step", "History · {count} steps", len(steps)))
        self.set_focus(rows)
        self._show()

    def on_row_list_highlighted(self) -> None:
        """Show the diff of another step."""
        self._show()

    async def on_row_list_chosen(self) -> None:
        """A second click undoes."""
        await self.run_command("history.undo")

    def undo(self) -> None:
        """Undo the highlighted step."""
        step = self._step
        if step is None:
            return
        try:
            self.session.workspace.past.revert(step)
        except AppError as error:
            self.say(error.message, wrong=True)
            return
        self.dismiss(step)

    @property
    def _step(self) -> Step | None:
        """The highlighted step; None where there is none."""
        row = self.query_one(RowList).row
        return row.key if row is not None and isinstance(row.key, Step) else None

    def _show(self) -> None:
        """Show what the highlighted step did, and whether it can be undone."""
        step, view = self._step, self.query_one(SourceView)
        if step is not None:
            self.obstacle = self._obstacle(step)
            past = self.session.workspace.past
            names = [one_line(past.name_of(states.path)) for states in step.files]
            lines = past.diff(step).removesuffix("\n").split("\n")
            view.border_title = title(", ".join(dict.fromkeys(names)) or _("not known any more"))
            view.border_subtitle = title(self.obstacle or "")
            view.show(diff_lines(lines[2:] if len(names) == 1 else lines))
        self.refresh_footer()

    def _obstacle(self, step: Step) -> str | None:
        """Return why a step cannot be undone, as a sentence; None where it can."""
        try:
            if self.session.workspace.past.reverted(step):
                return None
        except AppError as error:
            return _("{message}.").format(message=one_line(error.message))
        return _("It is not in the file any more.")


def _row(step: Step) -> ListRow:
    """Return the line of a step."""
    when = "unsaved"
    if isinstance(step, SavedStep):
        when = time.strftime("%Y-%m-%d %H:%M", time.localtime(step.saved_at // 10**9))
    return ListRow(one_line(step.label), when, changed=when == "unsaved", key=step)
