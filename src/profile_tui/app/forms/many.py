"""The form that sets fields of several entries at once."""

from __future__ import annotations

from collections.abc import Sequence

from profile_tui.app.forms import values
from profile_tui.app.forms.base import Form, FormField, Texts, WrongField
from profile_tui.app.session.session import Session
from profile_tui.content.change.edit import ProvenEdit
from profile_tui.content.entries.entry import Field, Value
from profile_tui.content.kinds import kinds
from profile_tui.text.catalogue import _
from profile_tui.text.errors import AppError, UsageError
from profile_tui.workspace import many
from profile_tui.workspace.refs import EntryNumber


class ManyForm(Form):
    """The fields of a kind, empty: what is typed is set in all of the entries, what is left empty stays."""

    def __init__(self, session: Session, entries: Sequence[EntryNumber]) -> None:
        """Make the form of some entries of one kind; there is one at least."""
        self._entries = list(entries)
        self._kind = kinds()[entries[0].kind]
        self._ref = session.workspace.held(self._kind.name, entries[0].number)
        super().__init__(session, self._ref.document)
        self.fields = tuple(
            FormField(field.name, field.label, "date" if field.type == "date" else "line", _("empty: stays as it is"))
            for field in self._fields
        )

    @property
    def _fields(self) -> Sequence[Field]:
        """The fields that several entries can have in common; the text of each is its own."""
        return [field for field in self._kind.fields if not field.required and field.type != "links"]

    @property
    def key(self) -> str:
        """The kind; which entries are marked is another matter each time."""
        return f"several {self._kind.name}"

    @property
    def title(self) -> str:
        """How many entries it is about."""
        return _("Set in {counted}").format(counted=many.counted(self._entries))

    def initial(self) -> dict[str, str]:
        """Return nothing."""
        return {field.name: "" for field in self.fields}

    def change(self, texts: Texts) -> ProvenEdit:
        """Return what it makes of the first entry; the others follow once it is kept."""
        typed = self._typed(texts)
        if not typed:
            raise UsageError(_("type into one of the fields; what you leave empty stays as it is"))
        proposal = self.session.workspace.propose_change(self._ref, typed)
        self.document = proposal.document
        return proposal.edited

    def order(self, edited: ProvenEdit) -> str:
        """Return that the lines shown are those of the first entry alone, where there are others."""
        return _("the first of {counted}").format(counted=many.counted(self._entries)) if len(self._entries) > 1 else ""

    def perform(self, edited: ProvenEdit) -> ProvenEdit:
        """Set it in all of them, as one step."""
        made = many.change(self.session.workspace, self._entries, self._set)
        return made or edited

    def _typed(self, texts: Texts) -> dict[str, Value]:
        """Return the values that were typed."""
        self._set = {
            field.name: self._value(field, texts[field.name])
            for field in self._fields
            if texts.get(field.name, "").strip()
        }
        return self._set

    def _value(self, field: Field, text: str) -> Value:
        """Return a field's value."""
        try:
            own = frozenset(values.own_names(self.page.entries(self._kind.name)))
            return values.as_value(field, text, own, self.session.today)
        except AppError as error:
            raise WrongField(field.name, error.message) from error
