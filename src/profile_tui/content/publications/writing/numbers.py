"""Volume, issue and pages: where they are in a source, with the separators that go with them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from profile_tui.content.publications.cutting.separators import IN, LEAD
from profile_tui.content.publications.roles import role_table
from profile_tui.content.publications.roles.citation import Citation, Range
from profile_tui.content.publications.writing.marks import Marks
from profile_tui.text.span import Span

_QUOTES = "”»’\"'"
_STRENGTHS = " ,:;."
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


def numbers(text: str, citation: Citation, marks: Marks) -> Iterator[Span]:
    """Yield the source of each run of volume, issue and pages, with the separator that goes with it."""
    shown, segments, roles = citation.shown, citation.segments, citation.roles
    for run in re.finditer("N+", roles):
        first, last = run.start(), run.end() - 1
        end = _behind(text, shown.place(segments[last].marks_end - 1, end=True), marks)
        start = shown.place(segments[first].start)
        if first == 0:
            yield Span(start, end)
            continue
        before = _behind(text, shown.place(segments[first - 1].marks_end - 1, end=True), marks)
        while segments[first - 1].quoted and before < start and text[before] in _QUOTES:
            before += 1
        opened, closed = (sum(map(text[before:end].count, signs)) for signs in (_OPENED, _CLOSED))
        while closed > opened and before < start and text[before] in ".)]）":  # the year's own bracket
            closed -= text.startswith(_CLOSED, before)
            before += 1
        if opened > closed and text.startswith(_CLOSED, end):  # the brackets are its own
            end += 1
        elif opened > closed and last + 1 < len(segments):  # a bracket that goes on takes the next separator instead
            before, end = start, shown.place(segments[last + 1].start)
        following = segments[last + 1] if last + 1 < len(segments) else None
        if following is not None and opened == closed and segments[first].line == following.line:
            own, after = _separator(text, before, start), _separator(text, end, shown.place(following.start))
            if _strength(text[before:own]) > _strength(text[end:after]):
                before, end = min(own, before + len(text[before:own].rstrip()) + 1), after
        yield Span(before, end)


def _separator(text: str, start: int, end: int) -> int:
    """Return where the separator ends that begins at a place: before the marks and brackets of what follows."""
    at = start
    while at < end and text[at] in " .,;:":
        at += 1
    return at


def _strength(separator: str) -> int:
    """How much a separator parts: a period more than a comma, and that more than a blank."""
    return max((_STRENGTHS.index(sign) for sign in separator if sign in _STRENGTHS), default=-1)


def _behind(text: str, at: int, marks: Marks) -> int:
    """Return the offset after the marks that end at a place, with a stop in them."""
    return marks.behind(at + (text.startswith(".", at) and at + 1 in marks.closing))
