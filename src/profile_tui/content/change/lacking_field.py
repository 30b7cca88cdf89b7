"""What a new entry lacks to be read as one: where all others have a link, a title alone is just a line."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from profile_tui.content.entries.entry import Field, Values
from profile_tui.content.entries.kind import Kind
from profile_tui.content.kinds import kinds
from profile_tui.content.page.page import Page
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused

_ASKED = 20
"""How many entries are asked what they have."""


class Lacking(Refused):
    """A new entry would not be read as one without what all others have.

    Attributes:
        field: The first field that it lacks.
    """

    def __init__(self, kind: Kind, fields: Sequence[Field]) -> None:
        """Make the refusal."""
        names = ", ".join(field.label.lower() for field in fields)
        super().__init__(
            _("each {one} here is known by its {fields}; give this one as well").format(one=kind.one, fields=names)
        )
        self.field = fields[0]


def say(page: Page, kind: str, values: Values, add: Callable[[Values], object], refusal: Refused) -> None:
    """Say what a new entry lacks, where it would be added with what a neighbour has.

    Args:
        page: The page.
        kind: The kind of the entry.
        values: Its fields.
        add: Adds an entry; refuses what cannot be added.
        refusal: Why it was refused as it is.

    Raises:
        Lacking: It lacks something.
    """
    entries = page.entries(kind)[:_ASKED]
    fields = {field.name: field for field in kinds()[kind].fields}
    lacking = {
        name: entries[0].values[name]
        for name in fields
        if not values.get(name) and entries and all(entry.values.get(name) for entry in entries)
    }
    if not lacking or not _takes(add, {**values, **lacking}):
        return
    for name in tuple(lacking):
        fewer = {other: value for other, value in lacking.items() if other != name}
        if _takes(add, {**values, **fewer}):
            lacking = fewer
    raise Lacking(kinds()[kind], [fields[name] for name in lacking]) from refusal


def _takes(add: Callable[[Values], object], values: Values) -> bool:
    """Return whether an entry can be added."""
    try:
        add(values)
    except Refused:
        return False
    return True
