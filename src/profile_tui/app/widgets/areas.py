"""Areas to type several lines in: nothing typed or pasted into them is lost."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.timer import Timer
from textual.widgets import TextArea
from textual.widgets.text_area import Selection

from profile_tui.app.widgets import syntax
from profile_tui.app.widgets.fields import PASTE_PAUSE, TakePaste, in_turn, joined, joiner
from profile_tui.app.widgets.looks import styled
from profile_tui.app.widgets.terminal_text import in_place
from profile_tui.app.widgets.wrapping import How, Rewritten, pasted_link, toggled

_HIDDEN = {ord(character): 0xFDD0 + at for at, character in enumerate("\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")}
"""What Python counts as an end of a line, and in its place a code that Unicode leaves to programs."""
_REVEALED = {code: character for character, code in _HIDDEN.items()}


class TextField(TextArea):
    """A text area that takes a line end however the terminal sends it, and shows what a terminal would obey.

    Textual's document ends a line at each of a dozen characters and makes line feeds of them; here only a line feed
    ends one, and the others stay what they are.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+home", "go_to_edge(False,False)", show=False),
        Binding("ctrl+end", "go_to_edge(True,False)", show=False),
        Binding("ctrl+shift+home", "go_to_edge(False,True)", show=False),
        Binding("ctrl+shift+end", "go_to_edge(True,True)", show=False),
    ]
    DEFAULT_CSS = """
    TextField {
        & .text-area--gutter { color: $text-muted; }
        & .text-area--selection { color: $foreground; }
        & .text-area--suggestion { color: $text-quiet; }
        & .text-area--cursor-gutter { color: $foreground; }
        &:light .text-area--cursor { color: $background; background: $foreground; }
    }
    """
    written_in = ""
    """The language by which it is coloured, as `syntax` names it; empty for none."""

    def __init__(self, text: str = "", *, name: str | None = None, compact: bool = False, first_line: int = 0) -> None:
        """Make an area with a text.

        Args:
            text: The text.
            name: The field's name.
            compact: Whether it is one field of several, without a frame.
            first_line: The number of the text's first line; 0 shows no numbers.
        """
        self._coloring = syntax.of_text((), "")
        self._styles: dict[str, Style] = {}
        super().__init__(
            text.translate(_HIDDEN),
            name=name,
            soft_wrap=True,
            compact=compact,
            highlight_cursor_line=not compact,
            show_line_numbers=first_line > 0,
            line_number_start=first_line or 1,
        )

    def action_go_to_edge(self, end: bool, select: bool) -> None:
        """Put the cursor before the whole text or after it, which Textual has no keys for."""
        self.move_cursor(self.document.end if end else (0, 0), select=select)

    @property
    def text(self) -> str:
        """What is in it."""
        return self.document.text.translate(_REVEALED)

    @text.setter
    def text(self, value: str) -> None:
        self.load_text(value)

    def load_text(self, text: str) -> None:
        """Put another text into it, which cannot be undone."""
        super().load_text(text.translate(_HIDDEN))

    def put(self, text: str) -> None:
        """Put another text into it, as typing that can be undone."""
        self.replace(text.translate(_HIDDEN), (0, 0), self.document.end)

    def toggle(self, how: How) -> None:
        """Make what is selected, or the word at the cursor, bold, italic or a link, or plain again."""
        self.rewrite(toggled(self.document.text, *self._selected, how, html=self.written_in == syntax.HTML))

    def rewrite(self, change: Rewritten) -> None:
        """Make a change of the text, which can be undone, and select what it says."""
        self.replace(change.text, self._location(change.start), self._location(change.end))
        self.selection = Selection(*map(self._location, change.selection))

    @property
    def _selected(self) -> tuple[int, int]:
        """The range of the text that is selected."""
        lines = self.document.lines
        start, end = (sum(len(line) + 1 for line in lines[:row]) + column for row, column in sorted(self.selection))
        return start, end

    def _location(self, index: int) -> tuple[int, int]:
        """Return the line and the column of a place in the text."""
        before = self.document.text[:index].split("\n")
        return len(before) - 1, len(before[-1])

    def on_paste(self, event: events.Paste) -> None:
        """Link what is selected to an address that is pasted over it, where the text has links."""
        self._take_link(event)

    def _take_link(self, event: events.Paste) -> bool:
        """Do so; return whether it is such an address."""
        if self.written_in not in (syntax.MARKDOWN, syntax.HTML):
            return False
        is_html = self.written_in == syntax.HTML
        link = pasted_link(self.document.text, *self._selected, event.text, html=is_html)
        if link is not None:
            event.prevent_default()
            event.stop()
            self.rewrite(link)
        return link is not None

    def get_line(self, line_index: int) -> Text:
        """Return a line as it is drawn; tabs are widened later."""
        line = self.document.get_line(line_index).translate(_REVEALED)
        shown = Text("\t".join(map(in_place, line.split("\t"))), end="", no_wrap=True)
        for start, end, name in self._coloring.tokens(line_index):
            shown.stylize(self._style(name), start, end)
        return shown

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return lines as they are drawn, in the colours of the text as it is now."""
        self._coloring = syntax.of_text(self.document.lines, self.written_in)
        return super().render_lines(crop)

    def notify_style_update(self) -> None:
        """Forget the styles, which a theme may have changed."""
        super().notify_style_update()
        self._styles = {}

    def _style(self, name: str) -> Style:
        """Return how a token is set off; its ground is the text's."""
        if name not in self._styles:
            whole = styled(self, syntax.LOOKS[name])
            self._styles[name] = Style(
                color=whole.color, bold=whole.bold, italic=whole.italic, underline=whole.underline
            )
        return self._styles[name]

    async def on_key(self, event: events.Key) -> None:
        """Do the field's own keys in turn."""
        if event.key == "ctrl+j":
            event.stop()
            event.prevent_default()
            self.replace("\n", *self.selection)
        elif sign := joiner(event):
            self.replace(sign, *self.selection)
        await in_turn(self, event)


class AreaField(TextField):
    """Several lines; tab leaves it."""

    DEFAULT_CSS = """
    AreaField, AreaField:focus {
        height: auto; min-height: 1; max-height: 5; border: none; padding: 0 1;
        background: $surface;
        &:focus { background: $panel; background-tint: transparent; }
        &.-wrong { background: $error-muted; }
    }
    """

    def __init__(self, text: str = "", *, name: str | None = None, take_paste: TakePaste | None = None) -> None:
        """Make a field with a text; `take_paste` is asked first what to do with a paste."""
        self._take_paste = take_paste
        self.offers: tuple[str, ...] = ()
        super().__init__(text, name=name, compact=True)

    @property
    def before_cursor(self) -> str:
        """The line before the cursor, where nothing of it stands after that."""
        row, column = self.cursor_location
        line = self.document.get_line(row)
        return line if column == len(line) and self.selection.is_empty else ""

    def offer(self, completions: Sequence[str]) -> None:
        """Offer what the line may go on as: the first that begins with it, after the cursor."""
        line = self.before_cursor
        self.offers = tuple(text for text in completions if line and text.startswith(line))
        self.suggestion = self.offers[0][len(line) :] if self.offers else ""

    def update_suggestion(self) -> None:
        """Offer nothing any more, once something is typed or the cursor goes elsewhere."""
        self.suggestion, self.offers = "", ()

    def on_paste(self, event: events.Paste) -> None:
        """Take the text, unless the form does."""
        if self._take_paste is not None and self._take_paste(event.text):
            event.prevent_default()
            event.stop()
        else:
            self._take_link(event)


class Entered(Message):
    """Enter was pressed in a text that is one line of the file.

    Attributes:
        field: The field.
    """

    def __init__(self, field: ProseField) -> None:
        """Tell so of a field."""
        super().__init__()
        self.field = field


class ProseField(AreaField):
    """A text that is one line of the file, wrapped to the width; line ends in it are blanks once it is written."""

    DEFAULT_CSS = "ProseField, ProseField:focus { max-height: 8; }"
    written_in = syntax.MARKDOWN

    def __init__(self, text: str = "", *, name: str | None = None, take_paste: TakePaste | None = None) -> None:
        """Make a field with a text; `take_paste` is asked first what to do with a paste."""
        super().__init__(text, name=name, take_paste=take_paste)
        self._submitting: Timer | None = None

    def on_mount(self) -> None:
        """One goes on where the text ends."""
        self.move_cursor(self.document.end)

    @property
    def submitting(self) -> bool:
        """Whether Enter was pressed and does not count yet."""
        return self._submitting is not None

    async def on_key(self, event: events.Key) -> None:
        """Leave with Enter, unless text comes at once: line ends of a paste that is not marked come as Enter."""
        if event.key in ("enter", "ctrl+j"):
            event.stop()
            event.prevent_default()
            if self._submitting is None:
                self._submitting = self.set_timer(PASTE_PAUSE, self._submit)
            return
        if self._submitting is not None and event.is_printable:
            self._submitting.stop()
            self._submitting = None
            row, column = self.cursor_location
            before = self.document.get_line(row)[:column]
            if before.strip() and not before[-1].isspace():
                self.insert(" ")
        await super().on_key(event)

    def _submit(self) -> None:
        """Leave, now that no text came."""
        self._submitting = None
        self.post_message(Entered(self))

    def on_paste(self, event: events.Paste) -> None:
        """Take all lines, joined by blanks."""
        event.prevent_default()
        event.stop()
        if self._take_paste is not None and self._take_paste(event.text):
            return
        if not self._take_link(event):
            self.replace(joined(event.text).translate(_HIDDEN), *self.selection)
