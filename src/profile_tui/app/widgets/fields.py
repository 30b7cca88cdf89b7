"""Fields to type in: nothing typed or pasted into them is lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.containers import ScrollableContainer
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.suggester import SuggestionReady
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input
from textual.widgets.input import Selection

from profile_tui.app.widgets.terminal_text import in_place
from profile_tui.app.widgets.wrapping import Rewritten
from profile_tui.text.catalogue import _
from profile_tui.text.pattern import lazily

TakePaste = Callable[[str], bool]
"""Takes a pasted text for the whole form; says whether it did."""
_REMEMBERED = 200
_SHORT = 24
"""The longest text, in characters, that is selected when its field is entered; a longer one is gone on with."""
PASTE_PAUSE = 0.03
"""Seconds after Enter in which text that follows was not typed."""
_JOINERS = lazily("[\u200c-\u200f\U000e0020-\U000e007f]")
"""What joins letters or parts them, says in which direction they run, and what flags are made of."""


async def in_turn(field: Widget, event: events.Key) -> None:
    """Do what a key of the field's own does, in the order in which the keys come.

    Textual asks for a key's binding after the key has gone up to the application; letters that came after a backspace
    in the same moment, as over a slow line, would be there before it.
    """
    action = _own_keys(type(field)).get(event.key)
    if action is not None:
        event.stop()
        event.prevent_default()
        await field.run_action(action)
    elif event.key.startswith("alt+") and event.is_printable:
        event.stop()
        event.prevent_default()  # Textual would type the letter
        field.app.simulate_key(event.key)


def joiner(event: events.Key) -> str:
    """Take a key that types what is not seen but belongs to words: it joins or parts letters, or says where they run.

    Persian and many languages of India need it, and emoji of several signs; Textual takes it for no character.
    """
    if event.character is None or not _JOINERS.fullmatch(event.character):
        return ""
    event.stop()
    event.prevent_default()
    return event.character


@cache
def _own_keys(field: type[Widget]) -> dict[str, str]:
    """Return the keys of a field and its base classes, and the actions that they are bound to.

    Those that scroll what has a bar are none: a field leaves them to its screen.
    """
    return {
        key: binding.action
        for base in reversed(field.__mro__)
        if base is not ScrollableContainer
        for binding in base.__dict__.get("BINDINGS", ())
        if isinstance(binding, Binding)
        for key in binding.key.split(",")
    }


class Offered(Message):
    """Another completion is offered first."""


class LineField(Input):
    """One line. It can undo, takes a paste of several lines whole, and selects a short text when it is entered."""

    DEFAULT_CSS = """
    LineField, LineField:focus {
        height: 1; border: none; padding: 0 1;
        background: $surface;
        &:focus { background: $panel; background-tint: transparent; }
        &.-wrong { background: $error-muted; }
        & > .input--placeholder, & > .input--suggestion { color: $text-quiet; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "another_offer(1)", _("Another"), show=False),
        Binding("up", "another_offer(-1)", _("Another"), show=False),
        Binding("ctrl+j", "submit", _("Submit"), show=False),  # how some terminals send the line ends of a paste
        Binding("ctrl+z", "undo", _("Undo typing"), show=False),
        Binding("ctrl+y", "redo", _("Redo typing"), show=False),
    ]
    # The field stays as wide as it is, whatever it holds: a key need not lay out the whole form anew.
    virtual_size = Reactive(Size(0, 0), layout=False)

    def __init__(self, value: str = "", *, name: str | None = None, take_paste: TakePaste | None = None) -> None:
        """Make a field with a value; `take_paste` is asked first what to do with a paste."""
        self._take_paste = take_paste
        # The value is watched from the moment it is set, which is while the base class is made.
        self._undo: list[str] = []
        self._redo: list[str] = []
        self._submitting: Timer | None = None
        self._left_at = Selection.cursor(0)
        self.offers: tuple[str, ...] = ()  # what the whole value may go on as, for the right arrow
        self.goes_on = False  # whether the text is not selected when the field is first entered, but gone on with
        self._stepping = True
        super().__init__(value, name=name, select_on_focus=False)
        self._stepping = False

    @property
    def submitting(self) -> bool:
        """Whether Enter was pressed and does not count yet."""
        return self._submitting is not None

    async def action_submit(self) -> None:
        """Submit, unless text comes at once: a terminal that does not mark a paste sends its line ends as Enter."""
        if self._submitting is None:
            self._submitting = self.set_timer(PASTE_PAUSE, self._submit)

    async def _submit(self) -> None:
        """Submit, now that no text came."""
        self._submitting = None
        await super().action_submit()

    @property
    def _value(self) -> Text:
        """What Textual draws: the value, with nothing in it that a terminal would obey."""
        return Text(in_place(self.value), no_wrap=True, overflow="ignore", end="")

    async def on_key(self, event: events.Key) -> None:
        """Do the field's own keys in turn; a line end within a paste becomes a blank."""
        if self._submitting is not None and event.is_printable:
            self._submitting.stop()
            self._submitting = None
            if self.value[: self.cursor_position].strip() and not self.value[self.cursor_position - 1].isspace():
                self.insert_text_at_cursor(" ")
        if sign := joiner(event):
            self.replace(sign, *sorted(self.selection))
        await in_turn(self, event)

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        if self.has_focus:
            self.mutate_reactive(Input.selection)

    def on_paste(self, event: events.Paste) -> None:
        """Take all lines, joined by blanks."""
        event.prevent_default()
        event.stop()
        if self._take_paste is not None and self._take_paste(event.text):
            return
        line = joined(event.text)
        start, end = sorted(self.selection)
        if start == end:
            self.insert_text_at_cursor(line)
        else:
            self.replace(line, start, end)

    def rewrite(self, change: Rewritten) -> None:
        """Make a change of the text that is undone by itself, however short, and select what it says."""
        before, self._stepping = self.value, True
        self.value = before[: change.start] + change.text + before[change.end :]
        self._stepping = False
        if self.value != before:
            self._remember(before)
        self.selection = Selection(*change.selection)

    def on_focus(self, event: events.Focus) -> None:
        """Typing replaces a short text, and goes on where a long one ends; as it was, when the terminal is back."""
        if event.from_app_focus:
            self.selection = self._left_at
        elif self.goes_on:
            self.goes_on = False
            self.cursor_position = len(self.value)
        else:
            self.select_short()

    def select_short(self) -> None:
        """Select a text that is typed anew rather than gone on with."""
        end = len(self.value)
        self.selection = Selection(0 if end <= _SHORT else end, end)

    def on_blur(self) -> None:
        """A text that is too long shows its beginning."""
        self._left_at = self.selection
        self.cursor_position = 0

    def watch_value(self, old: str, new: str) -> None:
        """Remember what stood there before, a word at a time."""
        self.offers = ()
        if self._stepping or old == new:
            return
        typing = abs(len(new) - len(old)) == 1 and not new[self.cursor_position - 1 : self.cursor_position].isspace()
        if not (typing and self._undo):
            self._remember(old)
        self._redo = []

    def _remember(self, value: str) -> None:
        """Remember a value to go back to."""
        self._undo = [*self._undo[-_REMEMBERED:], value]
        self._redo = []

    @property
    def before_cursor(self) -> str:
        """What is before the cursor, where nothing is after it."""
        return self.value if self.cursor_at_end else ""

    def offer(self, completions: Sequence[str]) -> None:
        """Offer what the value may go on as; the first is shown after the cursor, where it begins with the value."""
        self.offers = tuple(completions) if self.cursor_at_end else ()
        if self.offers and self.offers[0].casefold().startswith(self.value.casefold()):
            self.post_message(SuggestionReady(self.value, self.offers[0]))

    def action_another_offer(self, by: int) -> None:
        """Offer another of them first."""
        if self.offers:
            at = by % len(self.offers)
            self.offer(self.offers[at:] + self.offers[:at])
            self.post_message(Offered())

    def action_cursor_right(self, select: bool = False) -> None:
        """Go right; at the end, take what is offered."""
        if self.offers and self.cursor_at_end and not select:
            self.value = self.offers[0]
            self.cursor_position = len(self.value)
        else:
            super().action_cursor_right(select)

    def action_undo(self) -> None:
        """Take typing back."""
        self._step(self._undo, self._redo)

    def action_redo(self) -> None:
        """Do it again."""
        self._step(self._redo, self._undo)

    def _step(self, source: list[str], target: list[str]) -> None:
        """Go to a remembered value."""
        if source:
            self._stepping = True
            target.append(self.value)
            self.value = source.pop()
            self.cursor_position = len(self.value)
            self._stepping = False


class DateField(LineField):
    """A date: the arrows step it by months, with shift by days."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "later(1, 'month')", _("A month later"), show=False),
        Binding("down", "later(-1, 'month')", _("A month earlier"), show=False),
        Binding("shift+up", "later(1, 'day')", _("A day later"), show=False),
        Binding("shift+down", "later(-1, 'day')", _("A day earlier"), show=False),
    ]

    def __init__(
        self,
        value: str,
        step: Callable[[str, int, str, int], str],
        *,
        name: str | None = None,
        take_paste: TakePaste | None = None,
    ) -> None:
        """Make a field with a date.

        Args:
            value: The date as it stands there.
            step: Gives the date some months or days later; of a range, the one at or before the cursor.
            name: The field's name.
            take_paste: What is asked first what to do with a paste.
        """
        super().__init__(value, name=name, take_paste=take_paste)
        self._step_by = step

    def action_later(self, by: int, unit: str) -> None:
        """A month or a day later or earlier."""
        at, is_within = self.cursor_position, self.cursor_position < len(self.value)
        self.value = self._step_by(self.value, by, unit, at)
        if is_within:
            self.cursor_position = at  # at the same date of a range
        else:
            self.select_short()


def joined(text: str) -> str:
    """Return lines joined by blanks; a text of one line as it is."""
    lines = text.splitlines()
    return (
        text if len(lines) < 2 and text == "".join(lines) else " ".join(line.strip() for line in lines if line.strip())
    )
