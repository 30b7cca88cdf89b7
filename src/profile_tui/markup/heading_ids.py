"""The ids that kramdown gives to headings, which links to `#…` lead to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from profile_tui.markup.blocks import Block, walk
from profile_tui.markup.inline import Visible, runs
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span

_GIVEN = lazily(r"\{:?[^{}\n]*#([\w:.-]+)[^{}\n]*\}")
_ATTRIBUTE = lazily(r"""<[A-Za-z][^<>]*?\s(?:id|name)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))""")


def ids(text: str, blocks: Iterable[Block]) -> set[str]:
    """The ids of a page: those of its headings, and those that its HTML and its attribute lists give.

    Args:
        text: The page's text.
        blocks: Its blocks.
    """
    made = {group for match in _ATTRIBUTE.finditer(text) for group in match.groups() if group}
    made |= {match[1] for match in _GIVEN.finditer(text)}
    titles = [_shown(block.content.of(text).strip()) for _, block in walk(blocks) if block.kind == "heading"]
    # within an element that is read as Markdown, kramdown goes by its older rule
    for rule in (of_heading, of_heading_in_element):
        times: Counter[str] = Counter()
        for title in titles:
            own = rule(title)
            made.add(f"{own}-{times[own]}" if times[own] else own)
            times[own] += 1
    return made


def _shown(source: str) -> str:
    """What a reader sees of a heading, its leading blanks included."""
    return Visible(runs(source, Span(0, len(source)))).text


def of_heading(shown: str) -> str:
    """The id of a heading of that text."""
    return re.sub(r"[^\w\- \t]", "", shown.lower()).replace(" ", "-").replace("\t", "-")


def of_heading_in_element(shown: str) -> str:
    """The id of a heading within `<div markdown="1">`."""
    bare = re.sub(r"[^a-zA-Z0-9 -]", "", re.sub(r"^[^a-zA-Z]+", "", shown))
    return bare.replace(" ", "-").lower() or "section"
