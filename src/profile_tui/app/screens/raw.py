"""A section's text as it stands in the file."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import TextArea

from profile_tui.app.keys.registry import bindings
from profile_tui.app.screens.command_screen import title
from profile_tui.app.screens.fields_screen import FieldsScreen
from profile_tui.app.views.base import Raw
from profile_tui.app.widgets.areas import TextField
from profile_tui.app.widgets.bars import Footer
from profile_tui.app.widgets.syntax import language
from profile_tui.text.catalogue import _
from profile_tui.text.errors import AppError

_TEXT = "text"


class RawScreen(FieldsScreen[bool | None]):
    """Edits a range of the page as text; keeping it is one step that can be undone."""

    CONTEXT = "form"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("form")]
    DEFAULT_CSS = """
    RawScreen TextArea, RawScreen TextArea:focus { border: round $border; padding: 0; background: $background; }
    """

    def __init__(self, raw: Raw) -> None:
        """Make the text of a range."""
        super().__init__()
        self._raw = raw

    @property
    def key(self) -> str:
        """The heading's."""
        return f"text of {self._raw.name}"

    @property
    def origin(self) -> str:
        """The text as it is."""
        return self._raw.text

    @property
    def named(self) -> str:
        """The heading."""
        return _("Text of {name}").format(name=self._raw.name)

    @property
    def initial(self) -> dict[str, str]:
        """The text as it is."""
        return {_TEXT: self.origin}

    def compose(self) -> ComposeResult:
        """Return the text and the footer."""
        kept = self.kept()
        text = (kept or self.initial).get(_TEXT, "")
        first = self._raw.document.page.source.line_number(self._raw.span.start)
        area = TextField(text, first_line=first)
        area.written_in = language(self._raw.suffix)
        self.entitle(area, self._raw.name)
        area.border_subtitle = title(_("text of {name}").format(name=self._raw.document.name))
        yield area
        yield Footer(self.offered, self.run_command)

    def on_mount(self) -> None:
        """The cursor goes to the text, to the line of the row that was highlighted."""
        area, raw = self.query_one(TextField), self._raw
        self.set_focus(area)
        if self._kept is None and raw.span.start < raw.at < raw.span.end:
            area.move_cursor((raw.text.count("\n", 0, raw.at - raw.span.start), 0), center=True)

    def texts(self) -> dict[str, str]:
        """Return what is there."""
        return {_TEXT: self.query_one(TextField).text}

    def fill(self, texts: dict[str, str]) -> None:
        """Put a text there; it can be taken back."""
        self.query_one(TextField).put(texts.get(_TEXT, ""))

    def on_text_area_changed(self, message: TextArea.Changed) -> None:
        """Keep a draft after a pause."""
        self.typed()

    def keep(self) -> None:
        """Put the text into the page."""
        try:
            changed = self._raw.put(self.texts()[_TEXT])
        except AppError as error:
            self.say(error.message, wrong=True)
            return
        self.forget()
        self.dismiss(changed)
