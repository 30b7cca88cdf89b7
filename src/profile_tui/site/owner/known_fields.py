"""What a field is by its name alone, for what a template's own table does not have."""

from __future__ import annotations

from functools import cache

from profile_tui.site.template.owner_fields import KnownField
from profile_tui.site.template.tables import academic, al_folio, others


@cache
def _all() -> dict[str, KnownField]:
    """The fields of all tables by the last part of their names; the first that has one decides."""
    fields: dict[str, KnownField] = {}
    for known in (*others.AUTHOR, *academic.ACADEMICPAGES, *al_folio.SOCIALS):
        fields.setdefault(known.path[-1], known)
    return fields


def known_by_name(name: str) -> KnownField | None:
    """What tables of other places say of a field of that name; None where none has it."""
    return _all().get(name.lower())
