"""The front matter, a row a value."""

from __future__ import annotations

from collections.abc import Awaitable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from profile_tui.app.views.base import Raw, View, ViewHost
from profile_tui.app.views.unfinished import note
from profile_tui.app.widgets.rows import ListRow, state
from profile_tui.app.widgets.terminal_text import harmless, one_line
from profile_tui.markup.frontmatter import HeaderProblem
from profile_tui.text.catalogue import _
from profile_tui.text.span import Span

if TYPE_CHECKING:
    from profile_tui.markup.yaml.document import Path, YamlDocument, YamlField


class HeaderView(View):
    """The values of the front matter; without one, why Jekyll would not render the page."""

    renders = False

    @property
    def key(self) -> str:
        """There is one such view."""
        return "front matter"

    @property
    def title(self) -> str:
        """Its name."""
        return _("Front matter")

    @property
    def changed(self) -> bool:
        """Whether it differs from the disk."""
        header = self.session.page.front_matter
        return header is not None and self.session.changes.differs_or_lost(self.session.document, header.span)

    @property
    def empty(self) -> str:
        """Why there is nothing to list, and the next key."""
        header = self.session.page.header
        if isinstance(header, HeaderProblem):
            if not self.session.lacks_header:
                return _INCLUDE if self.session.target.store == "include" else _without(header)
            return f"{header.message}\n\n{_REMEDIES.get(header.code, '')}"
        return harmless(self.complaint) or _("The front matter is empty. Press a to add a key.")

    @cached_property
    def _read(self) -> tuple[YamlDocument | None, str, int]:
        """The front matter as YAML, or what is wrong with it, and in which line of the file."""
        header = self.session.page.front_matter
        if header is None:
            return None, "", 0
        from profile_tui.markup.yaml.document import YamlDocument, YamlError

        try:
            return YamlDocument.read(self.session.page.text, header.yaml, first_line=2), "", 0
        except YamlError as error:
            reason = error.message.rstrip(".")
            message = _("Jekyll cannot read the front matter, line {line}: {reason}. Press e to edit it as text.")
            return None, message.format(line=error.line or 2, reason=reason), error.line or 2

    @property
    def yaml(self) -> YamlDocument | None:
        """The front matter; None where there is none that can be read."""
        return self._read[0]

    @property
    def complaint(self) -> str:
        """Why it cannot be read; empty where it can."""
        return self._read[1]

    @cached_property
    def fields(self) -> dict[Path, YamlField]:
        """Its values by their paths."""
        return {field.path: field for field in self.yaml.fields()} if self.yaml else {}

    def rows(self) -> Sequence[ListRow]:
        """Return a row a value, in file order."""
        return [self._row(field) for field in self.fields.values()]

    def _row(self, field: YamlField) -> ListRow:
        """Return a value's row, with the lines that it is on."""
        from profile_tui.app.forms.frontmatter import line_span

        span = line_span(self.session.page.text, field.span)
        document = self.session.document
        changed, name = self.session.changes.differs(document, span), path_name(field.path)
        right = state(changed, f"{self.forms}{name}" in self.session.kept_forms.keys)
        role = "fixed" if field.editable else "field"
        return ListRow(_value_text(field), name, right, role, changed, span, document, field.path)

    def notes(self, row: ListRow) -> Sequence[str]:
        """Return that its form was left unfinished, where it was."""
        return (note(), "") if row.unfinished else ()

    @property
    def forms(self) -> str:
        """The front matter's."""
        return "front matter "

    def raw(self, row: ListRow | None) -> Raw | None:
        """Return the lines between the fences; the whole page where Jekyll sees no front matter."""
        document, header = self.session.document, self.session.page.front_matter
        if header is None:
            return Raw(document, Span(0, len(document.page.text)), _("the whole page"))
        at = row.span.start if row is not None and row.span is not None else 0
        if self.complaint:
            at = document.page.source.line_starts[self._read[2] - 1]
        return Raw(document, header.yaml, self.title, ".yml", at)

    def disabled_reason(self, action: str, row: ListRow | None) -> str | None:
        """Return what cannot be read cannot be edited as values."""
        header = self.session.page.header
        if isinstance(header, HeaderProblem):
            if not self.session.lacks_header:
                return _INCLUDE if self.session.target.store == "include" else _without(header)
            return None if action == "add" else _("There is no front matter; press a to add one.")
        if self.complaint:
            return _("Jekyll cannot read the front matter; press e to edit it as text.")
        if action == "add":
            return None
        if row is None:
            return _("The front matter is empty; press a to add a key.")
        if action == "move":
            return _("Keys can't be moved here; press e to edit the front matter as text.")
        field = self.field_of(row)
        if field is not None and field.editable:
            return _("This value can't be edited here: {editable}. Press e to edit the front matter as text.").format(
                editable=field.editable
            )
        return None

    def field_of(self, row: ListRow | None) -> YamlField | None:
        """Return the value that a row shows."""
        return self.fields.get(row.key) if row is not None and isinstance(row.key, tuple) else None

    def add(self, screen: ViewHost, row: ListRow | None) -> Awaitable[object] | None:
        """Open what adds a key; without a header, what adds one."""
        from profile_tui.app.views import frontmatter

        if isinstance(self.session.page.header, HeaderProblem):
            return frontmatter.add_header(screen)
        return frontmatter.add_key(screen)

    def edit(self, screen: ViewHost, row: ListRow) -> Awaitable[object] | None:
        """Open the value."""
        from profile_tui.app.views import frontmatter

        field = self.field_of(row)
        return frontmatter.edit_value(screen, field, path_name(field.path)) if field else None

    def remove(self, screen: ViewHost, row: ListRow) -> None:
        """Take the key away, or the item where it is one of a list."""
        from profile_tui.app.views import frontmatter

        if field := self.field_of(row):
            frontmatter.remove(screen, field, path_name(field.path))


_INCLUDE = _("This file is included by a page, which has the front matter.")
_REMEDIES = {
    "no-front-matter": _("Press a to add front matter."),
    "bom": _("Press a to remove the mark."),
    "blank-first-line": _("Press a to remove the blank lines."),
    "cr-line-ends": _("Press a to convert the line endings."),
    "unclosed-front-matter": _("Press e to edit the page as text."),
}


def _without(header: HeaderProblem) -> str:
    """Return what is said of a page of another generator that has no front matter in YAML."""
    return header.message if header.code == "toml-front-matter" else _("This page has no front matter.")


def path_name(path: Path) -> str:
    """Return a path as people write it: `author.links[0].url`."""
    name = ""
    for step in path:
        name += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if name else step
    return harmless(name)


def _value_text(field: YamlField) -> str:
    """Return a value on one line."""
    value = field.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return one_line(", ".join(str(item) for item in value))
    return one_line(str(value))
