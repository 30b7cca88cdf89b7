"""All that was typed into forms and not applied, also where the form cannot be opened any more."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import TextArea

from profile_tui.app.keys.registry import bindings
from profile_tui.app.screens.command_screen import CommandScreen, title
from profile_tui.app.widgets.bars import Footer
from profile_tui.app.widgets.terminal_text import one_line
from profile_tui.text.catalogue import _


class UnfinishedScreen(CommandScreen[None]):
    """The texts, to be read and copied."""

    CONTEXT = "unfinished"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("unfinished")]
    DEFAULT_CSS = """
    UnfinishedScreen TextArea, UnfinishedScreen TextArea:focus {
        border: round $border; padding: 0; background: $background;
    }
    """

    def __init__(self) -> None:
        """Make the screen of all forms."""
        super().__init__()
        self._asked = False

    def compose(self) -> ComposeResult:
        """Yield the texts and the footer."""
        area = TextArea(self._text(), read_only=True)
        area.border_title = title(_("Unfinished text"))
        area.border_subtitle = title(_("select, then ctrl+c copies"))
        yield area
        yield Footer(self.offered, self.run_command)

    def on_mount(self) -> None:
        """Give the keys to the text."""
        self.set_focus(self.query_one(TextArea))

    def _text(self) -> str:
        """Return what was typed: form by form, field by field, what differs from the page."""
        lines = []
        for path, forms in self.session.forms.items():
            for form in forms:
                lines += [f"{one_line(form.title)} · {one_line(self.session.name_of(path))}", ""]
                typed = {name: text for name, text in form.texts.items() if text != form.initial.get(name)}
                lines += [line for name, text in typed.items() for line in (f"{one_line(name)}:", text, "")]
        return "\n".join(lines)

    def forget(self) -> None:
        """Delete all of it, when asked a second time."""
        if not self._asked:
            self._asked = True
            self.say(_("Press d again to delete all of this text."))
            return
        for forms in self.session.forms.values():
            forms.forms.clear()
        self.editor.keep_draft()
        self.dismiss(None)
