"""Forms of the profile: one field, and a field that the template does not know."""

from __future__ import annotations

from profile_tui.app.forms.base import Form, FormField, Texts, WrongField
from profile_tui.app.session.session import Session
from profile_tui.app.widgets.terminal_text import one_line
from profile_tui.content.change.edit import ProvenEdit
from profile_tui.markup.yaml.typed import as_text
from profile_tui.site.owner.store import OwnerStore, ProfileField
from profile_tui.text.catalogue import _
from profile_tui.text.errors import UsageError
from profile_tui.text.span import Span

_NAME, _VALUE = "name", "value"


class FieldForm(Form):
    """One field of the profile."""

    first = _VALUE

    def __init__(self, session: Session, field: ProfileField) -> None:
        """Make the form of a field."""
        super().__init__(session, session.workspace.profile.document(field.store.path))
        self._field = field
        many = field.type in ("area", "list") or "\n" in str(field.value or "").strip("\n")
        hint = _("one item per line") if field.type == "list" else field.hint
        self.fields = (FormField(_VALUE, _("Value"), "area" if many else "line", one_line(hint)),)

    @property
    def key(self) -> str:
        """The field's full name and its file."""
        return f"profile {self._field.full_name} of {self._field.store.name}"

    @property
    def title(self) -> str:
        """The field's full name."""
        return _("Profile · {name}").format(name=one_line(self._field.full_name))

    @property
    def span(self) -> Span | None:
        """The field's lines."""
        return self._field.span

    def initial(self) -> dict[str, str]:
        """Return the value."""
        return {_VALUE: as_text(self._field.value).removesuffix("\n")}

    def change(self, texts: Texts) -> ProvenEdit:
        """Return the value set; without text, cleared."""
        profile, field, text = self.session.workspace.profile, self._field, texts.get(_VALUE, "")
        if text == self.initial()[_VALUE]:
            return ProvenEdit(self.page, self.page, (), _("Set {name}").format(name=field.name))
        if not text.strip():
            return profile.planned(field.store.clear(field) if field.store.blank_hides else field.store.remove(field))
        value, _unused = self._value(text)
        return profile.planned(field.store.set(field, value))

    def _value(self, text: str) -> tuple[str | int | float | bool | list[str] | None, str]:
        """Return what the text means, and what may be wrong with it."""
        lines = [line.strip() for line in text.splitlines() if line.strip()] if self._field.type == "list" else [text]
        try:
            return self.session.workspace.profile.value(self._field, lines)
        except UsageError as error:
            raise WrongField(_VALUE, error.message) from error

    def note(self, texts: Texts) -> str:
        """Return what may be wrong with the value."""
        text = texts.get(_VALUE, "")
        return one_line(self._value(text)[1]) if text.strip() and text != self.initial()[_VALUE] else ""


class NewFieldForm(Form):
    """A field that the template's table does not have."""

    first = _NAME

    def __init__(self, session: Session, store: OwnerStore) -> None:
        """Make the form of a new field of a place."""
        super().__init__(session, session.workspace.profile.document(store.path))
        self._store = store
        self.fields = (
            FormField(_NAME, _("Field"), "line", _("its key, as in the template's own files"), required=True),
            FormField(_VALUE, _("Value"), "line", _("its value"), required=True),
        )

    @property
    def key(self) -> str:
        """The place."""
        return f"profile new field of {self._store.name}"

    @property
    def title(self) -> str:
        """Where the field goes."""
        return _("New field · {value}").format(value=one_line(self._store.prefix.rstrip(".") or self._store.name))

    def initial(self) -> dict[str, str]:
        """Return nothing."""
        return {_NAME: "", _VALUE: ""}

    def change(self, texts: Texts) -> ProvenEdit:
        """Return the field added at the end, or, where there is one of that name, set."""
        name, value = texts.get(_NAME, "").strip(), texts.get(_VALUE, "").strip()
        if not name:
            raise WrongField(_NAME, _("type the key, for example huggingface"))
        if not value:
            raise WrongField(_VALUE, _("type the value"))
        profile, store = self.session.workspace.profile, self._store
        return profile.planned(store.set(store.field(name), value))
