"""The profile: who the owner is, field by field, wherever the site keeps that."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from profile_tui.app.session.session import Session
from profile_tui.app.views.base import ACTIONS, Raw, View, ViewHost
from profile_tui.app.views.unfinished import note
from profile_tui.app.widgets.rows import ListRow, state
from profile_tui.app.widgets.terminal_text import harmless, one_line
from profile_tui.text.catalogue import _
from profile_tui.text.errors import AppError
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span

if TYPE_CHECKING:
    from profile_tui.site.owner.store import OwnerStore, ProfileField

_LIKELY = lazily(r"^(?:author|profile)[ \t]*:", re.MULTILINE)
_AS_TEXT = _("press e to edit the lines as text")


def offered(session: Session) -> bool:
    """Whether there is a profile to show: a site has one, a page alone only where its front matter says something."""
    if session.target.site is not None:
        return True
    header = session.page.front_matter
    # looked for in the text first, so that a page that says nothing opens as fast as without a profile
    likely = header is not None and _LIKELY.search(header.yaml.of(session.page.text)) is not None
    return likely and bool(session.workspace.profile.stores)


class ProfileView(View):
    """The fields of the profile below their groups; those without a value show what they take."""

    renders = False

    @property
    def key(self) -> str:
        """There is one such view."""
        return "profile"

    @property
    def title(self) -> str:
        """Its name."""
        return _("Profile")

    @property
    def forms(self) -> str:
        """The profile's."""
        return "profile "

    @property
    def changed(self) -> bool:
        """Whether one of its files differs from the disk; of the page, its front matter."""
        waiting = [document for document in self.session.workspace.documents if document.dirty]
        page = self.session.document
        header = page.page.front_matter
        return any(
            self.session.workspace.profile.holds(document.path)
            and (document is not page or header is None or self.session.changes.differs_or_lost(document, header.span))
            for document in waiting
        )

    @cached_property
    def fields(self) -> dict[str, ProfileField]:
        """The fields by their full names."""
        return {field.full_name: field for field in self.session.workspace.profile.fields()}

    @cached_property
    def complaints(self) -> list[AppError]:
        """Why files cannot be read."""
        return self.session.workspace.profile.complaints

    @property
    def empty(self) -> str:
        """Why there is nothing."""
        return _("No fields about you found here.")

    def rows(self) -> Sequence[ListRow]:
        """Return what cannot be read, then the fields, each group below its heading."""
        return [*map(self._broken, self.complaints), *self._rows()]

    def _rows(self) -> Iterator[ListRow]:
        """Yield the fields below their groups."""
        several = len({field.store.name for field in self.fields.values()}) > 1
        before = None
        for field in self.fields.values():
            group = (field.store.name, field.store.at, field.group)
            if group != before:
                where = f" · {one_line(field.store.name)}" if several else ""
                yield ListRow(one_line(field.group) + where, role="heading")
                before = group
            yield self._row(field)

    def _row(self, field: ProfileField) -> ListRow:
        """Return a field's row, with the lines that it is on."""
        document = self.session.workspace.profile.document(field.store.path)
        changed = field.span is not None and self.session.changes.differs(document, field.span)
        filled = field.state == "filled"
        role = "fixed" if field.fixed else "field" if filled else "blank"
        text = value_text(field.value) if filled else one_line(field.hint) or "–"
        where = document if field.span else None
        right = state(changed, f"{self.forms}{field.full_name} of {field.store.name}" in self.session.kept_forms.keys)
        return ListRow(text, one_line(field.name), right, role, changed, field.span, where, field.full_name)

    def _broken(self, error: AppError) -> ListRow:
        """Return a row for a file that cannot be read; it can be edited as text."""
        broken = next((store for store in self._stores if store.name == error.path), None)
        if broken is None:
            return ListRow(one_line(str(error)), role="error", key=f"broken {error.path}")
        try:
            document = self.session.workspace.profile.document(broken.path)
        except AppError:
            return ListRow(one_line(str(error)), role="error", key=f"broken {error.path}")
        starts = [*document.page.source.line_starts, len(document.page.text)]
        line = min(error.line or 1, len(starts) - 1)
        span = Span(starts[line - 1], starts[line])
        return ListRow(
            one_line(str(error)),
            "",
            "",
            "error",
            document.dirty,
            span,
            document,
            f"broken {error.path}",
        )

    @property
    def _stores(self) -> list[OwnerStore]:
        """Where the fields live."""
        return self.session.workspace.profile.stores

    def field_of(self, row: ListRow | None) -> ProfileField | None:
        """Return the field that a row shows."""
        return self.fields.get(row.key) if row is not None and isinstance(row.key, str) else None

    def notes(self, row: ListRow) -> Sequence[str]:
        """Return what the field takes, and that it is not in the file yet where that is so."""
        field = self.field_of(row)
        if field is None:
            return (row.text,)
        left = (note(), "") if row.unfinished else ()
        hint = (*left, one_line(field.hint)) if field.hint else left
        if field.state == "absent":
            return (*hint, _("Not in {name} yet; enter adds the line.").format(name=one_line(field.store.name)))
        return (*hint, "") if hint else ()

    def raw(self, row: ListRow | None) -> Raw | None:
        """Return the lines of the map that the field is in; of a file that cannot be read, all."""
        field = self.field_of(row)
        if row is not None and row.role == "error":
            if row.document is None:
                return None
            return Raw(row.document, Span(0, len(row.document.page.text)), one_line(row.document.name), ".yml")
        store = field.store if field else next(iter(self._stores), None)
        if store is None:
            return None
        document = self.session.workspace.profile.document(store.path)
        try:
            span = store.span
        except AppError:
            span = Span(0, len(document.page.text))
        return Raw(document, span, one_line(store.name), ".yml")

    def disabled_reason(self, action: str, row: ListRow | None) -> str | None:
        """Return why a field cannot be changed as a value."""
        if action == "add":
            return (
                None if self._open_store(row) else _("All fields are listed already; press enter on one to fill it in.")
            )
        if action == "move":
            return _("The template decides the order; {as_text}.").format(as_text=_AS_TEXT)
        field = self.field_of(row)
        if row is not None and row.role == "error" and action == "edit":
            return None if row.document else row.text
        if row is None or field is None:
            return _("There is no field to {action}.").format(action=ACTIONS.get(action, action))
        if action == "remove" and field.state == "absent":
            return _("The file has no line for this field.")
        if field.fixed and action == "edit":
            return _("This value can't be edited here: {fixed}; {as_text}.").format(
                fixed=harmless(field.fixed), as_text=_AS_TEXT
            )
        return None

    def _open_store(self, row: ListRow | None) -> OwnerStore | None:
        """Return the place that takes fields of any name: the row's, or the first."""
        field = self.field_of(row)
        if field is not None and field.store.others:
            return field.store
        return next((store for store in self._stores if store.others and store.data), None)

    def add(self, screen: ViewHost, row: ListRow | None) -> Awaitable[object] | None:
        """Open the form of a field that the template does not know."""
        from profile_tui.app.forms.profile import NewFieldForm

        store = self._open_store(row)
        return screen.open_form(NewFieldForm(self.session, store)) if store else None

    def edit(self, screen: ViewHost, row: ListRow) -> Awaitable[object] | None:
        """Open the field's form; a file that cannot be read opens as text."""
        from profile_tui.app.forms.profile import FieldForm

        field = self.field_of(row)
        return screen.open_form(FieldForm(self.session, field)) if field else screen.edit_raw()

    def remove(self, screen: ViewHost, row: ListRow) -> None:
        """Clear a value where the template does not show a key without one; else takes the line away."""
        field = self.field_of(row)
        if field is None:
            return
        profile = self.session.workspace.profile
        clear = field.state == "filled" and field.store.blank_hides and not field.fixed and field.kind != "list"
        if screen.attempt(lambda: profile.clear(field) if clear else profile.remove(field)) and clear:
            screen.say(
                _("{full_name} is empty now; press d again to delete the line.").format(
                    full_name=one_line(field.full_name)
                )
            )


def value_text(value: object) -> str:
    """Return a value on one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return one_line(", ".join(map(value_text, value)))
    return one_line(str(value))
