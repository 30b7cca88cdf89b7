"""Paragraphs that make one publication together: its title in one, and its people and venue in those below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from profile_tui.content.entries.entry import Unit
from profile_tui.content.publications.cutting.form import may_be_person
from profile_tui.content.publications.cutting.lines import words
from profile_tui.content.publications.reading import steps as reading
from profile_tui.content.publications.roles.citation import Citation
from profile_tui.text.dataclass import replace
from profile_tui.text.span import Span

_Read = tuple[Unit, Citation]
_BARS = 2
"""In a line of title, people and venue."""
_WHEN = frozenset("VY")
"""Roles of what tells when and where something appeared."""


def grouped(text: str, units: Sequence[Unit]) -> list[Unit]:
    """Return the units of a section, with paragraphs that make one publication put together."""
    together: list[Unit] = []
    run: list[_Read] = []
    for each in units:
        unit = _line_with_bars(text, each) or each
        if unit.type == "paragraph":
            if run and text[run[-1][0].span.end : unit.span.start].strip():
                together += _of_run(run)
                run = []
            run.append((unit, reading.read(reading.visible(text, unit))))
            continue
        if run:
            together += _of_run(run)
            run = []
        if unit.type not in ("other", "head"):
            together.append(unit)
    return [*together, *_of_run(run)]


def _line_with_bars(text: str, unit: Unit) -> Unit | None:
    """A lone line with bars between title, people and venue as a paragraph; kramdown takes it for a table."""
    content = unit.content.of(text).strip()
    if unit.type != "other" or content.count(" | ") < _BARS or content[0] in "|>" or "\n" in content:
        return None
    line = replace(unit, type="paragraph", content=Span(unit.content.start, unit.content.start + len(content)))
    citation = reading.read(reading.visible(text, line))
    told = citation.title is not None and citation.names is not None and not _WHEN.isdisjoint(citation.roles)
    return line if told else None


def _of_run(run: Sequence[_Read]) -> Iterator[Unit]:
    """The publications of paragraphs with nothing between them: two each, where most are so, else as each goes on."""
    if _are_pairs(run) or _begin_dated(run):
        return (_both(first, second) for (first, _), (second, _) in zip(run[::2], run[1::2], strict=True))
    return _one_by_one(run)


def _are_pairs(run: Sequence[_Read]) -> bool:
    """Whether three of four paragraphs are titles and people by turns: what a short title is only the others tell."""
    titles = [each for _, each in run[::2] if each.title is not None and each.names is None and each.venue is None]
    people = [each for _, each in run[1::2] if _may_be_people(each)]
    return len(run) > 2 and len(run) % 2 == 0 and (len(titles) + len(people)) * 4 >= len(run) * 3


def _begin_dated(run: Sequence[_Read]) -> bool:
    """Whether each title has its venue or year in the paragraph above it: one is first, and they go by turns."""
    above, titles = ([each for _, each in run[start::2]] for start in (0, 1))
    are_titles = any(each.title for each in titles) and all(_WHEN.isdisjoint(each.roles) for each in titles)
    return len(above) == len(titles) > 1 and are_titles and all(map(_tells_only_when, above))


def _may_be_people(citation: Citation) -> bool:
    """Whether a paragraph begins with people, and what is read as a title in it, if anything, may be one of them."""
    pairs = zip(citation.segments, citation.roles, strict=True)
    return citation.roles[:1] in ("B", "T") and all(may_be_person(segment) for segment, role in pairs if role == "T")


def _one_by_one(run: Sequence[_Read]) -> Iterator[Unit]:
    """The publications of paragraphs, each of which goes on with what is before it or begins another.

    After a title and its people in a paragraph each, one with no more than a venue or a year is of the same, too.
    """
    open_title: Citation | None = None
    lacks_venue = False
    last: Unit | None = None
    for unit, citation in run:
        if last and open_title and _goes_on(open_title, citation):
            last = _both(last, unit)
            open_title = open_title if citation.names is None and not _is_names(citation) else None
            lacks_venue = open_title is None and _WHEN.isdisjoint(citation.roles)
            continue
        if last and lacks_venue and _tells_only_when(citation):
            last, lacks_venue = _both(last, unit), False
            continue
        if last:
            yield last
        last, lacks_venue = unit, False
        open_title = citation if citation.title is not None and citation.names is None else None
    if last:
        yield last


def _tells_only_when(citation: Citation) -> bool:
    """Whether a paragraph has a venue or a year, and neither a title nor people."""
    return not _WHEN.isdisjoint(citation.roles) and not {"T", "B"} & set(citation.roles)


def _both(first: Unit, second: Unit) -> Unit:
    """Two paragraphs as one unit."""
    span, content = Span(first.span.start, second.span.end), Span(first.content.start, second.content.end)
    return Unit("paragraph", span, content, first.marker, first.container)


def _goes_on(title: Citation, citation: Citation) -> bool:
    """Whether a paragraph goes on with the publication whose title is in the one before: with its authors or venue."""
    if _are_two(title, citation) or _is_next(title, citation):
        return False
    linked = citation.title is not None and citation.title_link is not None and citation.names is None
    if linked and citation.title is not None and words(citation.shown.text[slice(*citation.title)]) > 3:
        return False
    return citation.names is None or _is_names(citation)


def _are_two(first: Citation, second: Citation) -> bool:
    """Whether two paragraphs are a publication each: both show a year, or both show a title and a venue."""
    return bool((first.year and "Y" in second.roles) or (first.venue and second.title and second.venue))


def _is_next(first: Citation, second: Citation) -> bool:
    """Whether a paragraph begins in bold with a title, as the one did that is to go on."""
    begin, following = (citation.segments[0] if citation.segments else None for citation in (first, second))
    return bool(begin and following and begin.style.bold and following.style.bold) and second.roles[:1] == "T"


def _is_names(citation: Citation) -> bool:
    """Whether a paragraph begins with a list of authors."""
    return citation.roles.startswith("B") and citation.segments[0].start < 3
