"""Items that hold a year and a list below it, as `- **2024**` above the papers of that year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from profile_tui.content.entries.entry import Heading, Node, Unit
from profile_tui.content.entries.section import Section
from profile_tui.text.named_tuple import NamedTuple
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span

YEAR = lazily(r"\W*(?:19|20)\d\d\W*")
BOLD_LEVEL = 7
"""The level of headings that are words in bold, below that of all others."""


class Labelled(NamedTuple):
    """Such an item: one unit, or the heading of the units in its list."""

    unit: Unit
    heading: Heading
    items: Sequence[Unit]

    @property
    def content(self) -> Span:
        """What a reader sees of it."""
        return self.unit.content


def parted(nodes: Iterable[Node | Labelled], cut: Sequence[Section]) -> Iterator[Node]:
    """Yield the nodes of a page; a year is a heading among publications and news, and elsewhere part of its item.

    Args:
        nodes: The nodes, in page order.
        cut: The sections that began until the node that is asked for; it grows meanwhile.
    """
    for node in nodes:
        if not isinstance(node, Labelled):
            yield node
        elif cut[-1].kind in ("publications", "news"):
            yield node.heading
            yield from node.items
        else:
            yield node.unit
