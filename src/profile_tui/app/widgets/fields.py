"""Fields to type in: nothing typed or pasted into them is lost."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widget import Widget
from textual.widgets import Input, TextArea

Takes = Callable[[str], bool]
"""Takes a pasted text for the whole form; says whether it did."""
_REMEMBERED = 200


async def _in_turn(field: Widget, event: events.Key) -> None:
    """Does what a key of the field's own does, in the order in which the keys come.

    Textual asks for a key's binding after the key has gone up to the application; letters that came behind a backspace
    in the same moment, as over a slow line, would be there before it.
    """
    action = _own_keys(type(field)).get(event.key)
    if action is not None:
        event.stop()
        event.prevent_default()
        await field.run_action(action)


@cache
def _own_keys(field: type[Widget]) -> dict[str, str]:
    """The keys of a field and its base classes, and the actions that they are bound to."""
    return {
        key: binding.action
        for base in reversed(field.__mro__)
        for binding in base.__dict__.get("BINDINGS", ())
        if isinstance(binding, Binding)
        for key in binding.key.split(",")
    }


class LineField(Input):
    """One line. It can undo, takes a paste of several lines whole, and does not select itself when it is entered."""

    DEFAULT_CSS = """
    LineField, LineField:focus {
        height: 1; border: none; padding: 0 1;
        background: $surface;
        &:focus { background: $boost; }
        &.-wrong { background: $error-muted; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+z", "undo", "Undo typing", show=False),
        Binding("ctrl+y", "redo", "Redo typing", show=False),
    ]
    # The field stays as wide as it is, whatever it holds: a key need not lay out the whole form anew.
    virtual_size = Reactive(Size(0, 0), layout=False)

    def __init__(self, value: str = "", *, name: str | None = None, takes: Takes | None = None) -> None:
        """A field with a value; `takes` is asked first what to do with a paste."""
        self._takes = takes
        # The value is watched from the moment it is set, which is while the base class is made.
        self._undo: list[str] = []
        self._redo: list[str] = []
        self._stepping = True
        super().__init__(value, name=name, select_on_focus=False)
        self._stepping = False

    async def on_key(self, event: events.Key) -> None:
        """Does the field's own keys in turn."""
        await _in_turn(self, event)

    def on_resize(self) -> None:
        """Keeps the cursor in sight."""
        if self.has_focus:
            self.mutate_reactive(Input.selection)

    def on_paste(self, event: events.Paste) -> None:
        """Takes all lines, joined by blanks."""
        event.prevent_default()
        event.stop()
        if self._takes is not None and self._takes(event.text):
            return
        line = joined(event.text)
        selection = self.selection
        if selection.is_empty:
            self.insert_text_at_cursor(line)
        else:
            self.replace(line, *sorted(selection))

    def on_focus(self) -> None:
        """One goes on where the text ends."""
        self.cursor_position = len(self.value)

    def on_blur(self) -> None:
        """A text that is too long shows its beginning."""
        self.cursor_position = 0

    def watch_value(self, old: str, new: str) -> None:
        """Remembers what stood there before, a word at a time."""
        if self._stepping or old == new:
            return
        typing = abs(len(new) - len(old)) == 1 and not new[self.cursor_position - 1 : self.cursor_position].isspace()
        if not (typing and self._undo):
            self._undo = [*self._undo[-_REMEMBERED:], old]
        self._redo = []

    def action_undo(self) -> None:
        """Takes typing back."""
        self._step(self._undo, self._redo)

    def action_redo(self) -> None:
        """Does it again."""
        self._step(self._redo, self._undo)

    def _step(self, source: list[str], target: list[str]) -> None:
        """Goes to a remembered value."""
        if source:
            self._stepping = True
            target.append(self.value)
            self.value = source.pop()
            self.cursor_position = len(self.value)
            self._stepping = False


class DateField(LineField):
    """A date: the arrows step it by months."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "month(1)", "A month later", show=False),
        Binding("down", "month(-1)", "A month earlier", show=False),
    ]

    def __init__(
        self, value: str, step: Callable[[str, int], str], *, name: str | None = None, takes: Takes | None = None
    ) -> None:
        """A field with a date.

        Args:
            value: The date as it stands there.
            step: Gives the date some months later.
            name: The field's name.
            takes: What is asked first what to do with a paste.
        """
        super().__init__(value, name=name, takes=takes)
        self._step_by = step

    def action_month(self, by: int) -> None:
        """A month later or earlier."""
        self.value = self._step_by(self.value, by)
        self.cursor_position = len(self.value)


class AreaField(TextArea):
    """Several lines; tab leaves it."""

    DEFAULT_CSS = """
    AreaField, AreaField:focus {
        height: auto; min-height: 1; max-height: 5; border: none; padding: 0 1;
        background: $surface;
        &:focus { background: $boost; }
        &.-wrong { background: $error-muted; }
    }
    """

    def __init__(self, text: str = "", *, name: str | None = None, takes: Takes | None = None) -> None:
        """A field with a text; `takes` is asked first what to do with a paste."""
        self._takes = takes
        super().__init__(text, name=name, soft_wrap=True, compact=True, highlight_cursor_line=False)

    async def on_key(self, event: events.Key) -> None:
        """Does the field's own keys in turn."""
        await _in_turn(self, event)

    def on_paste(self, event: events.Paste) -> None:
        """Takes the text, unless the form does."""
        if self._takes is not None and self._takes(event.text):
            event.prevent_default()
            event.stop()


def joined(text: str) -> str:
    """Lines joined by blanks; a text of one line as it is."""
    lines = text.splitlines()
    return (
        text if len(lines) < 2 and text == "".join(lines) else " ".join(line.strip() for line in lines if line.strip())
    )
