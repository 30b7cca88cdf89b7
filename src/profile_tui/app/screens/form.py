"""The one screen of all forms: fields above, and below them the exact lines that will be written."""

from __future__ import annotations

from collections.abc import Sequence
from time import perf_counter
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Grid
from textual.widget import Widget
from textual.widgets import Input, Label, TextArea

from profile_tui.app.forms.base import Form, FormField, WrongField
from profile_tui.app.forms.preview import preview, refused, written
from profile_tui.app.forms.values import day_later, month_later, period_later
from profile_tui.app.keys.registry import bindings
from profile_tui.app.screens.beside import show_to_reader
from profile_tui.app.screens.command_screen import title
from profile_tui.app.screens.filling import FillingScreen
from profile_tui.app.widgets.areas import AreaField, Entered, ProseField
from profile_tui.app.widgets.bars import Footer
from profile_tui.app.widgets.choices import ChoiceField
from profile_tui.app.widgets.fields import DateField, LineField
from profile_tui.app.widgets.source import SourceView
from profile_tui.app.widgets.terminal_text import one_line
from profile_tui.content.change.edit import ProvenEdit
from profile_tui.text.catalogue import _
from profile_tui.text.errors import AppError

_FIELDS = {"area": AreaField, "prose": ProseField}
_ROOM_FOR_BOTH = 160
"""The columns from which on the lines are beside the fields."""
_SLOW = 0.02
"""Seconds that a preview may take before it waits for a pause in typing."""


class FormScreen(FillingScreen[ProvenEdit | None]):
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
        #body { height: 1fr; }
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
        &.-side #body { layout: grid; grid-size: 2; }
        &.-side #fields { height: 1fr; max-height: 100%; }
        &.-side.-reader #fields { row-span: 2; }
    }
    """

    def __init__(self, form: Form) -> None:
        """Make the screen of a form."""
        super().__init__(form)
        self._initial = form.initial()
        self.waiting = False
        self._took = 0.0
        self._complained = ""
        self._order = ""  # where a new entry is
        self._note = ""  # a remark on what is there
        self._edited: ProvenEdit | None = None
        self._visited: set[str] = set()  # the fields that had the cursor

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
        with Container(id="body"):
            with Grid(id="fields") as box:
                self.entitle(box, self.form.title)
                for field in self.form.fields:
                    label = field.marked_label + (" ?" if field.name in self.form.guesses else "")
                    yield Label(label, id=f"label-{field.name}", markup=False)
                    yield self._field(field, texts.get(field.name, ""))
                yield Label("", classes="complaint")  # what keeps the column of the labels
                yield Label("", id="complaint", classes="complaint", markup=False)
            yield SourceView(id="lines")
        yield Footer(self.offered, self.run_command)

    def _field(self, field: FormField, text: str) -> Widget:
        """Return the widget of a field."""
        if field.widget in ("date", "period"):
            later = self._later if field.widget == "date" else self._period_later
            return DateField(text, later, name=field.name, take_paste=self.take)
        if field.widget == "choices":
            return ChoiceField(field.choices, text, name=field.name)
        kind = _FIELDS.get(field.widget) or (AreaField if "\n" in text else LineField)
        widget = kind(text, name=field.name, take_paste=self.take)
        if isinstance(widget, ProseField):
            widget.written_in = self.form.written_in
        if isinstance(widget, LineField) and self.form.span is not None:
            is_first = field.name == (self.form.first or self.form.fields[0].name)
            widget.goes_on = is_first and (self.form.kind_name != "" or " " in text)  # a name or address is replaced
        return widget

    def _later(self, typed: str, by: int, unit: str, at: int) -> str:
        """Return a date some months or days later."""
        return (month_later if unit == "month" else day_later)(typed, by, self.session.today())

    def _period_later(self, typed: str, by: int, unit: str, at: int) -> str:
        """Return a range with the date at or before a place some months or days later."""
        return period_later(typed, at, lambda part: self._later(part, by, unit, at))

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
            self.seek(self.form.seek, self.texts())

    def on_resize(self) -> None:
        """Put the lines beside the fields where there is room for that."""
        self.set_class(self.app.size.width >= _ROOM_FOR_BOTH, "-side")
        self._show_to_reader()

    def _show_to_reader(self) -> None:
        """Show what a reader will see, where there is room and the page has readers."""
        edited, form = self._edited, self.form
        span = (form.about(edited) or written(edited)) if edited is not None and edited.splices else None
        page = edited.page if edited is not None and span is not None and form.written_in else None
        if page is not None and not self.session.is_text(form.document):
            page = None
        show_to_reader(self, self.query_one("#body"), page, span)

    def scroll_lines(self, by: int) -> None:
        """Show other lines of what will be written."""
        view = self.query_one(SourceView)
        view.scroll_to(y=view.scroll_y + by * max(1, view.size.height - 1), animate=False)

    def field(self, name: str) -> Widget:
        """Return a field's widget."""
        return next(widget for widget in self._fields() if widget.name == name)

    def _fields(self) -> list[LineField | AreaField | ChoiceField]:
        """Return the fields in order."""
        kinds = (LineField, AreaField, ChoiceField)
        return [widget for widget in self.query("#fields > *") if isinstance(widget, kinds)]

    def _typed_fields(self) -> list[LineField | AreaField]:
        """Return the fields to type in, in order."""
        return [field for field in self._fields() if not isinstance(field, ChoiceField)]

    def texts(self) -> dict[str, str]:
        """Return what is in the fields."""
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
        if self.focused is not None and self.focused.name:
            self._visited.add(self.focused.name)
        self.show_hint()

    def completions(self, name: str, typed: str) -> Sequence[str]:
        """Return the form's."""
        return self.form.completions(name, typed)

    def on_offered(self) -> None:
        """Another completion is offered first."""
        self.show_hint()

    def show_hint(self) -> None:
        """What is offered, a remark on the form, or what the field with the cursor takes."""
        name = self.focused.name if self.focused else ""
        hints = filter(None, (self.form.hint(name or ""), self._how_applied))
        footer = self.offered_now or self._note or " · ".join(hints)
        self.query_one("#fields").border_subtitle = title(footer) if footer else None

    @property
    def _how_applied(self) -> str:
        """The key that applies from the last field; empty in the others, from which one goes on."""
        if self.focused is not next(reversed(self._typed_fields()), None):
            return ""
        is_line = isinstance(self.focused, LineField | ProseField)
        return _("enter applies") if is_line else _("ctrl+s applies")

    # Typing

    def on_input_changed(self, message: Input.Changed) -> None:
        """Show the lines anew; text that comes key by key is taken for a paste once it is whole."""
        self._changed()
        self.look_for_paste(message.value)

    def on_text_area_changed(self, message: TextArea.Changed) -> None:
        """Show the lines anew."""
        self._changed()

    def on_choice_field_ticked(self) -> None:
        """Show the lines anew."""
        self._changed()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave Enter to a field of several lines, which makes a line of it, and to the last field, which keeps."""
        if action == "next_line":
            return isinstance(self.focused, LineField) and self.focused is not self._typed_fields()[-1]
        return super().check_action(action, parameters)

    def action_next_line(self) -> None:
        """Go to the next field."""
        if isinstance(self.focused, LineField):
            self._go_on(self.focused)

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Enter goes to the next field; in the last one it keeps."""
        if isinstance(message.input, LineField):
            self._go_on(message.input)

    def on_entered(self, message: Entered) -> None:
        """Enter goes to the next field; in the last one it keeps."""
        self._go_on(message.field)

    def _go_on(self, field: LineField | AreaField) -> None:
        """Go to the field after one, or keep where it is the last."""
        fields = self._typed_fields()
        at = fields.index(field)
        if at + 1 < len(fields):
            self.set_focus(fields[at + 1])
        else:
            self.keep()

    def _changed(self) -> None:
        """After the key is on the screen, the lines follow; where they take long, they wait for a pause."""
        self.typed()
        self.offer_soon()
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
        wrong = complaint = self._order = ""
        try:
            self._edited = self.form.change(self.texts())
            where, lines = preview(self._edited, self.form)
            self._order = self.form.order(self._edited)
        except AppError as error:
            self._edited = None
            wrong = error.field if isinstance(error, WrongField) else ""
            is_ahead = self.texts() == self._initial or self._is_ahead(wrong)
            where = _("still needed") if is_ahead else _("can't be written yet")
            lines = refused(error, self.form, is_ahead=is_ahead)
            wrong = "" if is_ahead else wrong
            complaint = error.message
        self._took = perf_counter() - begin
        self._complain(wrong, complaint)
        choice = "" if self.form.fixed_place or not self._order else " · alt+↑ ↓"
        view.border_title, view.border_subtitle = title(where), title(self._order + choice)
        view.show(lines, top=False)
        view.reveal()
        self._show_to_reader()
        self._note = "" if wrong else self.form.note(self.texts())
        self.show_hint()

    def _is_ahead(self, wrong: str) -> bool:
        """Whether a field that is wrong is only still to be filled in: it is empty, and the cursor was never in it."""
        return bool(wrong) and wrong not in self._visited and not self.texts().get(wrong, "").strip()

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

    @property
    def fixed_place(self) -> str:
        """The form's."""
        return self.form.fixed_place

    def shift_place(self, by: int) -> None:
        """Put the new entry to another place."""
        before, order = self._edited, self._order
        self.form.by += by
        self._preview()
        after = self._edited
        if before is None:
            return
        if after is None:  # it cannot be there
            self.say(self.query_one(SourceView).text, wrong=True)
        if after is None or (order == self._order and after.page.text == before.page.text):
            self.form.by -= by
            self._preview()

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
                self._visited.add(error.field)
                self.set_focus(self.field(error.field))
            self._preview()
            return
        self.forget()
        self.result = edited
        if (texts := self.form.following()) is None:
            self.dismiss(edited)
            return
        self.form.by = 0
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
