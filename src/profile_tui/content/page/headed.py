"""Headings that are titles of publications, with authors and venue in the paragraphs below: units, and no sections."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from profile_tui.content.entries.entry import HEADED, Heading, Node, Unit
from profile_tui.content.kinds import classify
from profile_tui.content.page.labelled import YEAR, Labelled
from profile_tui.text.span import Span

_WORDS = 3
"""Words that a title has at least whose words are known of headings."""
_PARAGRAPHS = 4
"""Paragraphs below a title at most."""


def joined(text: str, nodes: Sequence[Node | Labelled], kind: str) -> Sequence[Node | Labelled]:
    """Return the nodes of a page, each title among publications and the paragraphs below it as one unit.

    That counts where two of them at least follow one another.

    Args:
        text: The page.
        nodes: Its headings and units, in page order.
        kind: Of what is before the first heading.
    """
    stops = {
        at: stop for at, node in enumerate(nodes) if isinstance(node, Heading) and (stop := _stop(text, nodes, at))
    }
    if not any(stop in stops for stop in stops.values()):
        return nodes
    kept, begun = list[Node | Labelled](), 0
    for run in _runs(nodes, stops, kind):
        papers = [(at, unit) for at in run if _is_paper(text, unit := _unit(nodes, at, stops[at], run[0]))]
        for at, unit in papers if len(papers) > 1 else ():
            kept += [*nodes[begun:at], unit]
            begun = stops[at]
    return [*kept, *nodes[begun:]] if kept else nodes


def _runs(nodes: Sequence[Node | Labelled], stops: Mapping[int, int], kind: str) -> Sequence[Sequence[int]]:
    """Return the runs of headings of one level that may be titles, below one that announces publications.

    One with nothing below it announces those of its own level, too, which follow it.
    """
    around = [(0, kind)]
    runs: list[list[int]] = []
    for at, node in enumerate(nodes):
        if not isinstance(node, Heading):
            continue
        while len(around) > 1 and around[-1][0] >= node.level:
            around.pop()
        announced = classify(node.text)
        is_short = node.text.count(" ") < _WORDS - 1
        if at not in stops or around[-1][1] != "publications" or (is_short and announced):
            is_above = announced and at + 1 in stops and _level(nodes, at + 1) == node.level
            around.append((node.level - bool(is_above), announced or around[-1][1]))
        elif runs and stops[runs[-1][-1]] == at and _level(nodes, runs[-1][-1]) == node.level:
            runs[-1].append(at)
        else:
            runs.append([at])
    return runs


def _level(nodes: Sequence[Node | Labelled], at: int) -> int:
    """The level of a heading."""
    node = nodes[at]
    return node.level if isinstance(node, Heading) else 0


def _stop(text: str, nodes: Sequence[Node | Labelled], at: int) -> int:
    """Return where the paragraphs end that are all there is below a heading; 0 where it is no title of them."""
    heading = nodes[at]
    assert isinstance(heading, Heading)
    behind = text[heading.content.end : heading.span.end].partition("\n")
    if heading.source != "atx" or behind[0].strip() or not behind[1] or YEAR.fullmatch(heading.text):
        return 0
    stop = at + 1
    while stop < len(nodes) and isinstance(unit := nodes[stop], Unit) and unit.type == "paragraph":
        stop += 1
    is_last = stop == len(nodes) or 0 < _level(nodes, stop) <= heading.level
    return stop if is_last and 0 < stop - at - 1 <= _PARAGRAPHS else 0


def _unit(nodes: Sequence[Node | Labelled], at: int, stop: int, first: int) -> Unit:
    """Return a title and the paragraphs below it as one unit; `first` is the first title of their run."""
    heading, last, begin = nodes[at], nodes[stop - 1], nodes[first]
    assert isinstance(heading, Heading)
    assert isinstance(last, Unit)
    assert isinstance(begin, Heading)
    return Unit(
        HEADED,
        Span(heading.span.start, last.span.end),
        Span(heading.content.start, last.content.end),
        Span(heading.span.start, heading.content.start),
        begin.span.start,
    )


def _is_paper(text: str, unit: Unit) -> bool:
    """Whether a title has people and what a paper is in below it."""
    from profile_tui.content.publications.reader import is_titled_by_heading

    return is_titled_by_heading(text, unit)
