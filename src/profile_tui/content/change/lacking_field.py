"""What a new entry lacks to be read as one: where all others have a link, a title alone is just a line."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from profile_tui.content.change.verify import NotRead
from profile_tui.content.entries.entry import Field, Value, Values
from profile_tui.content.entries.kind import Kind
from profile_tui.content.kinds import kinds
from profile_tui.content.page.page import Page
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused
from profile_tui.text.source import Source

_ASKED = 20
"""How many entries are asked what they have."""


class Lacking(Refused):
    """A new entry would not be read as one without what all others have, or, as the first one, with so little.

    Attributes:
        field: The first field that it lacks.
    """

    def __init__(self, kind: Kind, fields: Sequence[Field], *, is_first: bool = False) -> None:
        """Make the refusal.

        Args:
            kind: The kind of the entry.
            fields: What it lacks: all of that, or for the first entry of a page any one of them.
            is_first: Whether it is the first of its page.
        """
        names = [field.label.lower() for field in fields]
        if is_first:
            message = _("the {one} would not be recognised; give one of these as well: {fields}")
            super().__init__(message.format(one=kind.one, fields=", ".join(names)))
        else:
            message = _("each {one} here is known by its {fields}; give this one as well")
            super().__init__(message.format(one=kind.one, fields=_(" and ").join(names)))
        self.field = fields[0]


def say(page: Page, kind: str, values: Values, add: Callable[[Values], object], refusal: Refused) -> None:
    """Say what a new entry lacks, where it would be added with what a neighbour has, or the example of its kind.

    Args:
        page: The page.
        kind: The kind of the entry.
        values: Its fields.
        add: Adds an entry; refuses what cannot be added.
        refusal: Why it was refused as it is.

    Raises:
        Lacking: It lacks something.
        Refused: What is typed into its main field is not read as that.
    """
    what = kinds()[kind]
    entries = page.entries(kind)[:_ASKED]
    if not entries:
        if enough := [field for field, value in _example(what, values) if _takes(add, {**values, field.name: value})]:
            raise Lacking(what, enough, is_first=True) from refusal
        return
    fields = {field.name: field for field in what.fields}
    if (main := _not_read(what, values, entries[0].values, add)) is not None:
        if isinstance(refusal, NotRead):
            message = _("the {name} can't be written here as typed; word it differently, or edit the file's source")
            raise Refused(message.format(name=what.called(main))) from refusal
        return
    lacking = {
        name: entries[0].values[name]
        for name in fields
        if not values.get(name) and all(entry.values.get(name) for entry in entries)
    }
    if not lacking or not _takes(add, {**values, **lacking}):
        return
    for name in reversed(tuple(lacking)):  # those of a form that are first are asked for rather
        fewer = {other: value for other, value in lacking.items() if other != name}
        if _takes(add, {**values, **fewer}):
            lacking = fewer
    raise Lacking(what, [fields[name] for name in lacking]) from refusal


def _not_read(kind: Kind, values: Values, other: Values, add: Callable[[Values], object]) -> str | None:
    """Return the main field of an entry where it would be added with that of another one: what is typed is at fault."""
    main = next((field.name for field in kind.fields if field.required), None)
    return main if main and other[main] and _takes(add, {**values, main: other[main]}) else None


def _example(kind: Kind, values: Values) -> Iterator[tuple[Field, Value]]:
    """Yield the fields that an entry does not have, each with what the first example of its kind says."""
    example = next(iter(Page(Source(f"---\n---\n\n{kind.sample}".encode())).entries(kind.name)), None)
    for field in kind.fields:
        if example is not None and not values.get(field.name) and (value := example.values.get(field.name)):
            yield field, value


def _takes(add: Callable[[Values], object], values: Values) -> bool:
    """Return whether an entry can be added."""
    try:
        add(values)
    except Refused:
        return False
    return True
