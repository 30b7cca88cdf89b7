"""What a save would change, line by line."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from profile_tui.app.keys.registry import bindings
from profile_tui.app.screens.command_screen import CommandScreen, title
from profile_tui.app.screens.diff_lines import diff_lines
from profile_tui.app.widgets.bars import Footer, TitleBar
from profile_tui.app.widgets.source import SourceView
from profile_tui.app.widgets.terminal_text import one_line
from profile_tui.text.catalogue import _, counting
from profile_tui.text.errors import AppError

_DELETED = _("Another program deleted or renamed this file. Press r, then save: it is written anew.")
_CHANGED = _("Another program changed this file. Press r to reload it and put your changes on top.")


class DiffScreen(CommandScreen[bool | None]):
    """The diff of all that waits; enter saves."""

    CONTEXT = "diff"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("diff")]
    DEFAULT_CSS = """
    DiffScreen {
        SourceView { border: round $border; }
        #complaint { height: auto; color: $text-error; padding: 0 1; display: none; }
        &.-refused #complaint { display: block; }
    }
    """

    def __init__(self) -> None:
        """Make the diff of the session's files."""
        super().__init__()
        self.refused = False

    def compose(self) -> ComposeResult:
        """Header, what went wrong, the diff, footer."""
        yield TitleBar(self.session)
        yield Static(id="complaint", markup=False)
        yield SourceView()
        yield Footer(self.offered, self.run_command)

    def on_mount(self) -> None:
        """Show the diff."""
        view = self.query_one(SourceView)
        workspace = self.session.workspace
        body = workspace.diff().removesuffix("\n").split("\n")
        changed = [document.name for document in workspace.documents if document.dirty]
        if len(changed) == 1:
            body = body[2:]  # the border names the file
        lines = diff_lines(body)
        view.show(lines)
        added = sum(line.style == "added" for line in lines)
        removed = sum(line.style == "removed" for line in lines)
        lines_added = counting("{count} line added", "{count} lines added", added)
        counts = _("{lines_added}, {removed} removed").format(lines_added=lines_added, removed=removed)
        what = changed[0] if len(changed) == 1 else counting("{count} file", "{count} files", len(changed))
        view.border_title = title(f"{what} · {counts}")
        steps = dict.fromkeys(one_line(step) for step in workspace.steps[-4:])  # one in several files is named once
        view.border_subtitle = title("; ".join(steps))
        self.set_focus(view)

    def save(self) -> None:
        """Write the file; where that is refused, say why and what can be done."""
        try:
            self.session.workspace.save()
        except AppError as error:
            on_disk = self.session.changed_on_disk()
            self.refused = on_disk
            reason = _CHANGED if on_disk else f"{one_line(error.message)}."
            reason = _DELETED if self.session.deleted() else reason
            self.query_one("#complaint", Static).update(reason)
            self.add_class("-refused")
            self.refresh_footer()
            return
        self.dismiss(True)
