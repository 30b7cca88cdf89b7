"""Volume, issue and pages, and what leads in the venue that they are of: where they are in visible text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from profile_tui.content.publications.cutting.segment import Segment
from profile_tui.content.publications.cutting.separators import DATE_REST, IN, LEAD
from profile_tui.content.publications.reading.columns import Row
from profile_tui.content.publications.reading.field_places import ARTICLE
from profile_tui.content.publications.roles import role_table
from profile_tui.content.publications.roles.citation import Citation, Range
from profile_tui.text.pattern import lazily

LEADS_ON = lazily(r"(?<![^\W\d_])(?:par|de|di|da|door|von|vom|am|by|af|av)\W*$", re.I)
"""What leads to something, as `traduit par`, and says nothing by itself."""
_VOLUME = lazily(r"(?<=\w)\s\d{1,4}\.\d{1,3}$")
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
    return own[0].start, _without_volume(own[-1]) if own[-1].end <= others[0] else own[-1].end


def venue_end(citation: Citation) -> int:
    """Return where the name of the venue ends; 0 where there is none."""
    name = venue_name(citation) or citation.venue
    return name[1] if name else 0


def parts_venues(citations: Sequence[Citation], before: str) -> bool:
    """Return whether a period follows all venues; one that ends a cell parts nothing.

    Args:
        citations: The entries of a list.
        before: What is before the venue of their model: after `//` are articles, whatever books have.
    """
    if any(isinstance(citation.shown, Row) for citation in citations):
        return False
    slashed = before.rstrip().endswith("//")
    alike = [
        each for each in citations if each.venue and slashed == each.shown.text[: each.venue[0]].rstrip().endswith("//")
    ]
    stopped = ("." in each.shown.text[venue_end(each) - 1 : venue_end(each) + 1] for each in alike)
    return all(stopped) and not (alike and all(map(_is_short, alike)))


def _is_short(citation: Citation) -> bool:
    """Whether the stop after a venue is that of short words, as in `Fen. Math. J. **12**`: no year is after it."""
    end = venue_end(citation)
    start = citation.venue[0] if citation.venue else end
    text, year = citation.shown.text, citation.year[0] if citation.year else 0
    return ". " in text[start : end - 1] and text.startswith(" ", end) and year != end + 1


def _without_volume(segment: Segment) -> int:
    """Return where a part of a venue ends without the volume and issue that it ends in, as in `Fen Review 69.11`."""
    volume = _VOLUME.search(segment.text)
    return segment.start + volume.start() if volume else segment.end


def leads(citation: Citation) -> Iterator[Range]:
    """Yield where words are that lead in the venue, as `In`: they stay when it goes elsewhere."""
    for segment, role, following in zip(citation.segments, citation.roles, citation.roles[1:], strict=False):
        if role == "O" and following == "V" and (segment.text.lower() in IN or LEAD.fullmatch(segment.text)):
            yield segment.start, segment.end


def numbers(citation: Citation) -> list[Range]:
    """Return where volume, issue and pages are, those as one that no bracket is between, nor a word that leads on."""
    found: list[Range] = []
    goes_on, phrases = False, _leading_on(citation)
    for at, (segment, role) in enumerate(zip(citation.segments, citation.roles, strict=True)):
        went_on, goes_on = goes_on, role == "N" and at not in phrases
        name_end = _without_volume(segment) if role == "V" else segment.end
        if name_end < segment.end and citation.roles[at + 1 : at + 2] in ("N", "Y"):
            found.append((name_end + 1, segment.end))
            goes_on = True
            continue
        if not goes_on:
            continue
        end = segment.marks_end
        if segment.year and (rest := DATE_REST.match(citation.shown.text, end)):
            end = rest.end()  # `Working Paper 2014-12`
        if citation.roles[at + 1 : at + 2] == "Y" and citation.shown.text.startswith(". (", end):
            end += 1  # the stop of a short form
        between = citation.shown.text[found[-1][1] : segment.start] if found else ""
        if found and went_on and not any(sign in _OPENED + _CLOSED for sign in between):
            found[-1] = found[-1][0], end
        else:
            found.append((segment.start - 2 * citation.shown.text.endswith("# ", 0, segment.start), end))
    article = ARTICLE.match(citation.shown.text, found[-1][1]) if found else None
    return [*found, article.span(1)] if article else found


def _leading_on(citation: Citation) -> set[int]:
    """Return the segments that were taken for numbers and are of a phrase that leads on, as `trad. par`."""
    phrases: set[int] = set()
    segments = citation.segments
    for at, (segment, role) in enumerate(zip(segments, citation.roles, strict=True)):
        if role == "N" and LEADS_ON.search(segment.text):
            phrases.add(at)
            while segments[at].before == "." and segments[at - 1].text.isalpha() and citation.roles[at - 1] == "N":
                at -= 1
                phrases.add(at)
    return phrases
