"""`unread`: lines of a known section that readers see and that are read as no entry."""

from __future__ import annotations

import re
from collections.abc import Iterator

from profile_tui.content.entries.placeholder import placeholder
from profile_tui.content.entries.section import Section
from profile_tui.content.kinds import kinds
from profile_tui.content.page.page import Page
from profile_tui.markup.html import TAG
from profile_tui.markup.inline import plain
from profile_tui.site.checks import Check, register
from profile_tui.site.problem import Problem
from profile_tui.site.repository.locate import Place
from profile_tui.text.span import Span

_DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]+\]:.*$", re.M)
_ITEM = re.compile(r"\s*(?:[-*+]|\d+\.|<li\b)")


def _find(page: Page, place: Place) -> Iterator[Problem]:
    for section in page.sections:
        # what others write as prose, a year of study or a job, needs no entries
        if not section.entries and (section.kind == "text" or not kinds()[section.kind].listed):
            continue
        if placeholder(page.text, section.units):
            continue
        for first, last in _shown(page, section):
            which = "This line is" if first == last else f"Lines {first} to {last} are"
            message = f"{which} under {section.label or section.kind} but read as no entry; edit it as text."
            yield Problem("warning", "unread", place.name, first, message)


def _shown(page: Page, section: Section) -> Iterator[tuple[int, int]]:
    """The unread lines that look like more than an introduction: no tags, comments, definitions or rules."""
    ranges = page.unread(section)
    if not ranges:
        return
    body = TAG.sub(_blanked, section.body.of(page.text))
    starts = page.source.line_starts
    entries_from = page.lines(section.entries[0].span)[0] if section.entries else 0
    for first, last in ranges:
        end = starts[last] if last < len(starts) else len(page.text)
        span = Span(starts[first - 1], end).shifted(-section.body.start)
        source = _DEFINITION.sub("", body[max(span.start, 0) : span.end])
        introduces = last < entries_from and not _ITEM.match(source)
        if not introduces and any(map(str.isalnum, plain(source))):
            yield first, last


def _blanked(tag: re.Match[str]) -> str:
    """A comment as blanks of the same length; a tag as it is."""
    return tag[0] if tag["name"] else re.sub(r"[^\n]", " ", tag[0])


register(Check("unread", 200, _find, any_generator=True))
