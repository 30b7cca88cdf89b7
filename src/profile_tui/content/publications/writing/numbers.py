"""Volume, issue and pages, and what leads in the venue that they are of: where they are in visible text."""

from __future__ import annotations

from collections.abc import Iterator

from profile_tui.content.publications.cutting.separators import DATE_REST, IN, LEAD
from profile_tui.content.publications.roles import role_table
from profile_tui.content.publications.roles.citation import Citation, Range

_OPENED, _CLOSED = tuple("([（"), tuple(")]）")


def venue_name(citation: Citation) -> Range | None:
    """Return where the venue's own name is, without the volume, pages or year that its range may hold."""
    if citation.venue is None:
        return None
    own = [
        segment
        for segment, role in zip(citation.segments, citation.roles, strict=True)
        if role == "V" and citation.venue[0] <= segment.start < citation.venue[1]
    ]
    others = [
        segment.start
        for segment, role in zip(citation.segments, citation.roles, strict=True)
        if role in role_table.within("V") and citation.venue[0] <= segment.start < citation.venue[1]
    ]
    if not own or not others or own[-1].start > others[0]:
        return None
    name = citation.shown.text[own[0].start : own[-1].end]
    if any(name.count(opening) > name.count(closing) for opening, closing in zip(_OPENED, _CLOSED, strict=True)):
        return None  # the year is in a bracket of the name's
    return own[0].start, own[-1].end


def leads(citation: Citation) -> Iterator[Range]:
    """Yield where words are that lead in the venue, as `In`: they stay when it goes elsewhere."""
    for segment, role, following in zip(citation.segments, citation.roles, citation.roles[1:], strict=False):
        if role == "O" and following == "V" and (segment.text.lower() in IN or LEAD.fullmatch(segment.text)):
            yield segment.start, segment.end


def numbers(citation: Citation) -> list[Range]:
    """Return where volume, issue and pages are, those as one that no bracket is between."""
    found: list[Range] = []
    for at, (segment, role) in enumerate(zip(citation.segments, citation.roles, strict=True)):
        if role != "N":
            continue
        end = segment.marks_end
        if segment.year and (rest := DATE_REST.match(citation.shown.text, end)):
            end = rest.end()  # `Working Paper 2014-12`
        if citation.roles[at + 1 : at + 2] == "Y" and citation.shown.text.startswith(". (", end):
            end += 1  # the stop of a short form
        between = citation.shown.text[found[-1][1] : segment.start] if found else ""
        if found and citation.roles[at - 1] == "N" and not any(sign in _OPENED + _CLOSED for sign in between):
            found[-1] = found[-1][0], end
        else:
            found.append((segment.start - 2 * citation.shown.text.endswith("# ", 0, segment.start), end))
    return found
