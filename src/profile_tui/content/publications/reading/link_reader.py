"""The links of a publication: the title's own, those to its material; not those of people, journals and pictures."""

from __future__ import annotations

from collections.abc import Iterator

from profile_tui.content.entries.entry import Link
from profile_tui.content.publications.roles.citation import Citation, Names
from profile_tui.markup.inline import IMAGE, TEXT, Visible
from profile_tui.text.span import Span


def find(citation: Citation) -> None:
    """Sets the links of a citation whose title, names and venue are known."""
    assert citation.title is not None
    shown = citation.shown
    people: Span | None = None
    style = shown.run_at(_first_letter(shown, *citation.title)).style
    for link, span, start, has_words in _all(shown):
        if style.href is not None and style.link == span.start:
            citation.title_link = (style.href, span)
            continue
        if people is None and citation.names:
            people = source(shown, citation.names)
        if people and people.covers(span):
            continue
        is_picture = not has_words and start < citation.title[0]
        if not is_picture and not _around_venue(shown, span, citation):
            citation.links.append((link, span))


def source(shown: Visible, names: Names) -> Span:
    """Return where a list of authors is in the source, with the links of its first and last name."""
    start, end = shown.span(names.start, names.end)
    first, last = shown.run_at(names.start).style, shown.run_at(names.end - 1).style
    if first.href is not None and (not names.start or shown.run_at(names.start - 1).style.link != first.link):
        start = min(start, first.link)
    return Span(start, max(end, last.link_end) if last.href is not None and last.link >= start else end)


def _around_venue(shown: Visible, span: Span, citation: Citation) -> bool:
    """Whether a link holds the venue, in italics: then it leads to the journal, not to the paper."""
    if citation.venue is None:
        return False
    style = shown.run_at(citation.venue[0]).style
    return style.italic and style.href is not None and style.link == span.start


def _first_letter(shown: Visible, start: int, end: int) -> int:
    """The first character in a range that is not blank."""
    while start < end - 1 and shown.text[start].isspace():
        start += 1
    return start


def _all(shown: Visible) -> Iterator[tuple[Link, Span, int, bool]]:
    """All links, in order, each with its label and whole source, where it is shown, and whether words are in it."""
    at = 0
    while at < len(shown.runs):
        style = shown.runs[at].style
        if style.href is None:
            at += 1
            continue
        stop = at
        while (
            stop < len(shown.runs)
            and shown.runs[stop].style.link == style.link
            and shown.runs[stop].style.href is not None
        ):
            stop += 1
        runs = shown.runs[at:stop]
        label = "".join([run.text if run.kind in (TEXT, IMAGE) else " " for run in runs])
        has_words = any(run.kind == TEXT and run.text.strip() for run in runs)
        link = Link(" ".join(label.split()).strip("[]"), style.href)
        yield link, Span(style.link, style.link_end), shown.starts[at] if style.href else 0, has_words
        at = stop
