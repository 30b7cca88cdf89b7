"""The one screen of all forms: fields above, and below them the exact lines that will be written."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Grid
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, Label, TextArea
from textual.worker import get_current_worker

from profile_tui.app.forms.base import Form, FormField, WrongField
from profile_tui.app.forms.preview import among, preview
from profile_tui.app.forms.values import day_later, month_later
from profile_tui.app.keys.registry import bindings
from profile_tui.app.screens.command_screen import title
from profile_tui.app.screens.fields_screen import FieldsScreen
from profile_tui.app.widgets.bars import Footer
from profile_tui.app.widgets.fields import AreaField, DateField, LineField, ProseField, joined
from profile_tui.app.widgets.source import SourceLine, SourceView
from profile_tui.app.widgets.terminal_text import one_line
from profile_tui.content.change.edit import ProvenEdit
from profile_tui.text.catalogue import _
from profile_tui.text.errors import AppError

if TYPE_CHECKING:
    from profile_tui.workspace.lookup.find import FoundPaper

_PAUSE = 0.05
"""Seconds without a key after which a pasted text that came as keys is whole."""
_SHORT = 8
"""Characters up to which a text is not taken for a paste that came as keys."""
_PER_KEY = 0.015
"""Seconds that a key of such a paste takes at most; nobody types that fast."""
_FIELDS = {"area": AreaField, "prose": ProseField}
_SLOW = 0.02
"""Seconds that a preview may take before it waits for a pause in typing."""


class FormScreen(FieldsScreen[ProvenEdit | None]):
    """Asks for the fields of a form. Only keeping can be refused; one can always move on or leave.

    Attributes:
        form: The form.
        waiting: Whether the lines do not show yet what was typed last.
    """

    CONTEXT = "form"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("form"),
        # Before the field hears of them: what is typed right after the key is for the next field.
        Binding("tab", "app.focus_next", _("Next field"), show=False, priority=True),
        Binding("shift+tab", "app.focus_previous", _("Previous field"), show=False, priority=True),
        Binding("enter,ctrl+j", "next_line", _("Next field"), show=False, priority=True),
    ]
    DEFAULT_CSS = """
    FormScreen {
        #fields {
            grid-size: 2; grid-columns: 11 1fr; grid-rows: auto; height: auto; max-height: 70%;
            border: round $border; overflow-y: auto;
        }
        Label { padding: 0 1; color: $text-muted; &.-wrong { color: $text-error; text-style: bold; } }
        .complaint { color: $text-error; display: none; &.-shown { display: block; } }
        #complaint { width: 1fr; }
        SourceView {
            border: round $foreground 30%; min-height: 4;
            border-title-color: $text-muted; border-subtitle-color: $text-muted;
        }
    }
    """

    def __init__(self, form: Form) -> None:
        """Make the screen of a form."""
        super().__init__()
        self.form = form
        self._initial = form.initial()
        self.waiting = False
        self._took = 0.0
        self._complained = ""
        self._edited: ProvenEdit | None = None
        self._pasting: Timer | None = None
        self._began = 0.0  # when the text in the first field began to come

    @property
    def key(self) -> str:
        """The form's."""
        return self.form.key

    @property
    def origin(self) -> str:
        """The form's."""
        return self.form.origin

    @property
    def named(self) -> str:
        """The form's title."""
        return self.form.title

    def others(self) -> Sequence[str]:
        """Return the form's."""
        return self.form.others()

    @property
    def initial(self) -> dict[str, str]:
        """What stood in the fields at first."""
        return self._initial

    def compose(self) -> ComposeResult:
        """Labels and fields, the lines, the footer."""
        texts = self.kept() or self._initial
        with Grid(id="fields") as box:
            box.border_title = title(self.form.title + self.remark)
            for field in self.form.fields:
                yield Label(field.label, id=f"label-{field.name}", markup=False)
                yield self._field(field, texts.get(field.name, ""))
            yield Label("", classes="complaint")  # what keeps the column of the labels
            yield Label("", id="complaint", classes="complaint", markup=False)
        yield SourceView(id="lines")
        yield Footer(self.offered, self.run_command)

    def _field(self, field: FormField, text: str) -> Widget:
        """Return the widget of a field."""
        if field.widget == "date":
            return DateField(text, self._later, name=field.name, take_paste=self._take)
        kind = _FIELDS.get(field.widget) or (AreaField if "\n" in text else LineField)
        widget = kind(text, name=field.name, take_paste=self._take)
        if isinstance(widget, LineField) and self.form.span is not None:
            widget.goes_on = field.name == (self.form.first or self.form.fields[0].name)
        return widget

    def _later(self, typed: str, by: int, unit: str) -> str:
        """Return a date some months or days later."""
        return (month_later if unit == "month" else day_later)(typed, by, self.session.today())

    def _take(self, pasted: str) -> bool:
        """Fill the fields from a pasted text that says what goes into all of them; whether it is such a text."""
        try:
            found = self.form.from_paste(pasted)
        except AppError as error:
            self.say(error.message, wrong=True)
            return False
        if found is not None:
            self.fill({**self.texts(), **found})
            self.say(self.form.filled)
        elif self._is_empty_but(pasted) and self.form.identifies(pasted):
            self._seek(pasted)
        return found is not None

    def _is_empty_but(self, text: str) -> bool:
        """Whether nothing stands in the form but what stood there at first, and a text in its first field."""
        first = self.form.first
        at_first = {**self.texts(), first: self._initial.get(first, "")} == dict(self._initial)
        return at_first and self.texts().get(first, "") in ("", text) and getattr(self.focused, "name", "") == first

    # Looking up

    @property
    def looks_up(self) -> bool:
        """Whether the form is that of a new paper."""
        return bool(self.form.sought("x"))

    def look_up(self) -> None:
        """Ask public services for what stands in the first field, whatever else does."""
        if sought := self.form.sought(self.texts().get(self.form.first, "")):
            self._seek(sought, self.texts())
        else:
            self.say(
                _("Type a DOI, an arXiv number, a link or a title as {first} first.").format(first=self.form.first),
                wrong=True,
            )

    def _seek(self, sought: str, asked: dict[str, str] | None = None) -> None:
        """Ask for a text beside the keys.

        Args:
            sought: The text.
            asked: What stands in the fields; None where the text was pasted into an empty form.
        """
        self.say(_("Looking it up…"))
        self.run_worker(partial(self._asked, sought, asked), thread=True, exclusive=True, group="lookup")

    def _asked(self, sought: str, asked: dict[str, str] | None) -> None:
        """What `_seek` does in its thread."""
        worker = get_current_worker()
        found: FoundPaper | AppError
        try:
            found = self.form.look_up(sought, lambda: worker.is_cancelled)
        except AppError as error:
            found = error
        if self.is_running and not worker.is_cancelled:
            self.app.call_from_thread(self._answered, sought, asked, found)

    def _answered(self, sought: str, asked: dict[str, str] | None, found: FoundPaper | AppError) -> None:
        """Fill the fields with what was found, unless the user has typed something else meanwhile."""
        if isinstance(found, AppError):
            self.say(_("Nothing is filled in: {message}").format(message=found.message), wrong=True)
            return
        if not (self._is_empty_but(joined(sought)) if asked is None else asked == self.texts()):
            self.say(_("It was found, but you typed meanwhile; F3 fills the form with it."))
            return
        texts = self.form.from_found(found)
        if texts is not None:
            self.fill({**self.texts(), **texts})
            self.say(self.form.filled)

    def on_mount(self) -> None:
        """The cursor goes to the field that is to be filled in."""
        view = self.query_one(SourceView)
        view.can_focus = False
        first = self.field(self.form.first or self.form.fields[0].name)
        for widget in self._fields():
            if isinstance(widget, LineField) and widget is not first:
                widget.cursor_position = 0  # so that a long text shows its beginning
        self.set_focus(first)
        self._preview()
        if self.form.seek:
            self._seek(self.form.seek, self.texts())

    def field(self, name: str) -> Widget:
        """Return a field's widget."""
        return next(widget for widget in self._fields() if widget.name == name)

    def _fields(self) -> list[LineField | AreaField]:
        """Return the fields in order."""
        return [widget for widget in self.query("#fields > *") if isinstance(widget, (LineField, AreaField))]

    def texts(self) -> dict[str, str]:
        """Return what stands in the fields."""
        return {
            widget.name or "": widget.text if isinstance(widget, AreaField) else widget.value
            for widget in self._fields()
        }

    def fill(self, texts: dict[str, str]) -> None:
        """Put texts into the fields."""
        for widget in self._fields():
            text = texts.get(widget.name or "", "")
            if isinstance(widget, AreaField):
                widget.put(text)
            else:
                widget.value = text

    def on_descendant_focus(self) -> None:
        """Say what the field takes."""
        self._show_hint()

    def _show_hint(self, note: str = "") -> None:
        """A remark on the form, or what the field with the cursor takes."""
        name = self.focused.name if self.focused else ""
        hint = next((field.hint for field in self.form.fields if field.name == name), "")
        self.query_one("#fields").border_subtitle = title(note or hint) if note or hint else None

    # Typing

    def on_input_changed(self, message: Input.Changed) -> None:
        """Show the lines anew; text that comes key by key is taken for a paste once it is whole."""
        self._changed()
        if self._pasting is not None:
            self._pasting.stop()
            self._pasting = None
        if len(message.value) <= 1:
            self._began = perf_counter()
        is_bibtex = message.value.lstrip().startswith("@") and message.value.count("{") == message.value.count("}") > 0
        if is_bibtex or self._came_at_once(message.value):
            self._pasting = self.set_timer(_PAUSE, partial(self._take, message.value))

    def _came_at_once(self, value: str) -> bool:
        """Whether a text came faster than anybody types: a terminal that does not mark a paste sends it as keys."""
        return len(value) > _SHORT and perf_counter() - self._began < _PER_KEY * len(value)

    def on_text_area_changed(self, message: TextArea.Changed) -> None:
        """Show the lines anew."""
        self._changed()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave Enter to a field of several lines, which makes a line of it, and to the last field, which keeps."""
        if action == "next_line":
            return isinstance(self.focused, LineField) and self.focused is not self._fields()[-1]
        return super().check_action(action, parameters)

    def action_next_line(self) -> None:
        """Go to the next field."""
        if isinstance(self.focused, LineField):
            self._go_on(self.focused)

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Enter goes to the next field; in the last one it keeps."""
        if isinstance(message.input, LineField):
            self._go_on(message.input)

    def _go_on(self, field: LineField) -> None:
        """Go to the field after one, or keep where it is the last."""
        fields = self._fields()
        at = fields.index(field)
        if at + 1 < len(fields):
            self.set_focus(fields[at + 1])
        else:
            self.keep()

    def _changed(self) -> None:
        """After the key is on the screen, the lines follow; where they take long, they wait for a pause."""
        self.typed()
        if self.waiting:
            return
        self.waiting = True
        if self._took > _SLOW:
            self.set_timer(min(1.0, 3 * self._took), self._preview)
        else:
            self.call_after_refresh(self._preview)

    def _preview(self) -> None:
        """Show the lines that will be written, or why none will."""
        self.waiting = False
        view = self.query_one(SourceView)
        begin = perf_counter()
        wrong = complaint = order = ""
        try:
            self._edited = self.form.change(self.texts())
            where, lines = preview(self._edited, self.form)
            order = among(self._edited, self.form)
        except AppError as error:
            self._edited = None
            wrong = error.field if isinstance(error, WrongField) else ""
            untouched = self.texts() == self._initial
            where = _("still needed") if untouched else _("can't be written yet")
            lines = [SourceLine(error.message, None, "dim" if untouched else "error")]
            wrong = "" if untouched else wrong
            complaint = error.message
        self._took = perf_counter() - begin
        self._complain(wrong, complaint)
        view.border_title, view.border_subtitle = title(where), title(order)
        view.show(lines, top=False)
        view.reveal()
        self._show_hint("" if wrong else self.form.note(self.texts()))

    def _complain(self, wrong: str, complaint: str) -> None:
        """Say what is wrong with a field right below it; nothing where none is wrong."""
        for field in self.form.fields:
            self.query_one(f"#label-{field.name}").set_class(field.name == wrong, "-wrong")
        row = self.query(".complaint").set_class(bool(wrong), "-shown")
        if wrong:
            self.query_one("#complaint", Label).update(one_line(complaint))
        if wrong and wrong != self._complained:
            self._complained = wrong
            for widget in reversed(list(row)):
                self.query_one("#fields").move_child(widget, after=self.field(wrong))

    def keep(self) -> None:
        """Make the change, as one step that can be undone; before that, ask what only the user knows."""
        if not self.is_active:  # a second Enter of one burst
            return
        try:
            edited = self.form.change(self.texts())
            if people := self.form.asks(self.texts()):
                self._ask(people)
                return
            edited = self.form.perform(edited)
        except AppError as error:
            self.say(error.message, wrong=True)
            if isinstance(error, WrongField):
                self.set_focus(self.field(error.field))
            self._preview()
            return
        self.forget()
        self.result = edited
        if (texts := self.form.following()) is None:
            self.dismiss(edited)
            return
        self.fill({**self._initial, **texts})
        self.set_focus(self.field(self.form.first or self.form.fields[0].name))
        self.say(self.form.filled)

    def _ask(self, people: tuple[str, ...]) -> None:
        """Ask which of the authors the user is, and keep then."""
        from profile_tui.app.screens.self_author import SelfAuthorScreen

        def answered(name: str | None) -> None:
            owner = self.session.workspace.owner
            owner.asked = True
            if name:
                try:
                    owner.learn(name)
                except AppError as error:
                    self.say(str(error), wrong=True)
            self.keep()

        self.app.push_screen(SelfAuthorScreen(people), answered)
