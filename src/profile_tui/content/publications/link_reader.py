"""The links of a publication: the title's own, those to its material; not those of people, journals and pictures."""

from __future__ import annotations

from collections.abc import Iterator

from profile_tui.content.entries.entry import Link
from profile_tui.content.publications.citation import Citation, Names
from profile_tui.markup.inline import IMAGE, TEXT, Visible
from profile_tui.text.span import Span


def find(citation: Citation) -> None:
    """Sets the links of a citation whose title, names and venue are known."""
    assert citation.title is not None
    shown = citation.shown
    people: Span | None = None
    style = shown.run_at(_first_letter(shown, *citation.title)).style
    for link, span in _all(shown):
        if style.href is not None and style.link == span.start:
            citation.title_link = (style.href, span)
            continue
        if people is None and citation.names:
            people = source(shown, citation.names)
        if people and people.covers(span):
            continue
        if not _around_picture(shown, span, citation) and not _around_venue(shown, span, citation):
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


def _around_picture(shown: Visible, span: Span, citation: Citation) -> bool:
    """Whether a link holds nothing but a picture, before the title."""
    assert citation.title is not None
    at = next((index for index, run in enumerate(shown.runs) if run.style.link == span.start and run.style.href), 0)
    shown_before = [
        run for run in shown.runs[at:] if run.style.link == span.start and run.kind == TEXT and run.text.strip()
    ]
    return shown.starts[at] < citation.title[0] and not shown_before


def _first_letter(shown: Visible, start: int, end: int) -> int:
    """The first character in a range that is not blank."""
    while start < end - 1 and shown.text[start].isspace():
        start += 1
    return start


def _all(shown: Visible) -> Iterator[tuple[Link, Span]]:
    """All links, in order, each with its label and whole source."""
    at = 0
    while at < len(shown.runs):
        run = shown.runs[at]
        if run.style.href is None:
            at += 1
            continue
        stop = at
        label = []
        while (
            stop < len(shown.runs)
            and shown.runs[stop].style.link == run.style.link
            and shown.runs[stop].style.href is not None
        ):
            label.append(shown.runs[stop].text if shown.runs[stop].kind in (TEXT, IMAGE) else " ")
            stop += 1
        yield (
            Link(" ".join("".join(label).split()).strip("[]"), run.style.href),
            Span(run.style.link, run.style.link_end),
        )
        at = stop
