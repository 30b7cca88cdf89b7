"""What a save would change, line by line."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from profile_tui.app.commands import bindings
from profile_tui.app.screens.base import CommandScreen, title
from profile_tui.app.shown import one_line, plural
from profile_tui.app.widgets.bars import Footer, Header
from profile_tui.app.widgets.source import SourceLine, SourceView
from profile_tui.text.errors import ProfileError

_STYLES = {"+": "added", "-": "removed", "@": "heading", "\\": "dim"}


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
        """The diff of the session's document."""
        super().__init__()
        self.refused = False

    def compose(self) -> ComposeResult:
        """Header, what went wrong, the diff, footer."""
        yield Header(self.session)
        yield Static(id="complaint", markup=False)
        yield SourceView()
        yield Footer(self)

    def on_mount(self) -> None:
        """Shows the diff."""
        view = self.query_one(SourceView)
        lines = self.session.document.diff().split("\n")
        body = lines[2:-1] if lines[-1] == "" else lines[2:]
        view.show([SourceLine(line, None, _STYLES.get(line[:1], "")) for line in body])
        added = sum(line.startswith("+") for line in body)
        removed = sum(line.startswith("-") for line in body)
        view.border_title = title(
            f"{self.session.place.name} · {plural(added, 'line')} in, {plural(removed, 'line')} out"
        )
        steps = self.session.document.steps
        view.border_subtitle = title("; ".join(one_line(step) for step in steps[-4:]))
        self.set_focus(view)

    def save(self) -> None:
        """Writes the file; where that is refused, says why and what can be done."""
        try:
            self.session.document.save()
        except ProfileError as error:
            on_disk = self.session.document.changed_on_disk()
            remedy = " Press x to set your changes aside and read the file again." if on_disk else ""
            self.refused = on_disk
            self.query_one("#complaint", Static).update(f"{one_line(error.message)}.{remedy}")
            self.add_class("-refused")
            self.refresh_footer()
            return
        self.dismiss(True)
