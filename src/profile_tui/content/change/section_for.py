"""Which section of a page a new entry goes to: the one that is named, the one of its year or sort, or the first."""

from __future__ import annotations

from collections.abc import Sequence

from profile_tui.content.change.year_sections import filing_year, holds, of_one_group
from profile_tui.content.entries.entry import Values
from profile_tui.content.entries.kind import Kind
from profile_tui.content.entries.section import Section
from profile_tui.content.kinds import kinds
from profile_tui.content.page.page import Page
from profile_tui.content.publications import sorts
from profile_tui.text.catalogue import _
from profile_tui.text.errors import UsageError

_OF_ITS_OWN = {sorts.PREPRINT, sorts.BOOK, sorts.THESIS}
"""Sorts whose sections hold nothing that has a venue and is of another sort."""


def section_for(page: Page, kind: str, heading: str | None, values: Values) -> Section | None:
    """Return the section that an addition goes to; None where the page has none of its kind.

    Args:
        page: The page.
        kind: The name of the kind.
        heading: Words of its heading, where the user named it.
        values: The fields, whose year or sort may tell.

    Raises:
        UsageError: No section of the kind is headed so.
    """
    own = page.of_kind(kind)
    if heading is not None:
        return _headed(own, kind, heading)
    filled = [section for section in own if section.entries]
    year, sort = filing_year(kinds()[kind], values), sort_of(kinds()[kind], values)
    dated = [section for section in of_one_group(page, filled, sort) if year and holds(section, year, own)]
    of_sort = [section for section in filled if sort and sorts.named(section.label) == sort]
    chosen = kinds()[kind].chosen
    named = [section for section in filled if chosen and chosen.search(section.label)]
    return next(iter(dated or of_sort or named or _fitting(filled, values, sort) or filled or own), None)


def _fitting(sections: Sequence[Section], values: Values, sort: str) -> list[Section]:
    """The sections of other sorts left out, which hold nothing with a venue."""
    others = _OF_ITS_OWN - {sort} if values.get("venue") else set()
    return [section for section in sections if sorts.named(section.label) not in others]


def sort_of(what: Kind, values: Values) -> str:
    """Return the sort of a publication; empty for other kinds."""
    return sorts.sort_of(values) if what.record == "publication" else ""


def _headed(sections: Sequence[Section], kind: str, heading: str) -> Section:
    """The section with a heading, or else one whose heading has these words in it."""
    wanted = heading.strip().casefold()
    named = [section for section in sections if wanted in section.label.casefold()]
    exact = [section for section in named if section.label.strip().casefold() == wanted]
    if not named:
        known = ", ".join(repr(section.label) for section in sections if section.label)
        message = (
            _("no {kind} section is headed {heading!r}; there are: {known}")
            if known
            else _("no {kind} section is headed {heading!r}, and none here has a heading")
        )
        raise UsageError(message.format(kind=kinds()[kind].label.lower(), heading=heading, known=known))
    return (exact or named)[0]
