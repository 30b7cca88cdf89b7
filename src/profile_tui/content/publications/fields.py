"""The fields of a publication, for their kind, and for the refusals of what reads and writes them below it."""

from __future__ import annotations

from profile_tui.content.entries.entry import Field
from profile_tui.text.catalogue import _

FIELDS = (
    Field("title", _("Title"), "text", required=True, hint=_("plain text")),
    Field("authors", _("Authors"), "authors", hint="A. Example, B. Sample"),
    Field("venue", _("Venue"), "text", hint=_("journal or conference, without the year")),
    Field("year", _("Year"), "year", hint=_("four digits")),
    Field("links", _("Links"), "links", hint=_("PDF=https://…")),
    Field("note", _("Note"), "text", hint=_("a remark, such as Best Paper")),
)
"""In the order of the form."""


def called(name: str) -> str:
    """Return what a reader calls a field, within a sentence.

    Raises:
        StopIteration: A publication has no such field.
    """
    return next(field.label.lower() for field in FIELDS if field.name == name)
