"""A page's sections: its headings, the kind that each announces, and the units of its body, in page order.

Headings are what readers take for headings: ATX, setext, HTML, a bold line that names a known section; also inside a
`div`, and inside the list item that kramdown lets swallow the heading after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from profile_tui.content.entries.entry import Heading, Node, Unit
from profile_tui.content.entries.lexicon import ONLY_TEXT
from profile_tui.content.entries.section import Section
from profile_tui.content.entries.table import ROW
from profile_tui.content.kinds import classify
from profile_tui.content.page.headed import joined
from profile_tui.content.page.html_units import HtmlReader, trimmed_end
from profile_tui.content.page.labelled import BOLD_LEVEL, YEAR, Labelled, parted
from profile_tui.markup.blocks import Block, blocks
from profile_tui.markup.blocks.cells import Rows, rows
from profile_tui.markup.inline import TEXT, Visible, plain, runs
from profile_tui.markup.liquid.template import Template, scan
from profile_tui.text.dataclass import replace
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span

_LONGEST_YEAR = 40
"""Characters of a year with its marks or its element."""
_SUBHEADING = lazily(r"\W*((19|20)\d\d|in press|under review|earlier|before|selected|first[- ]author|co-author)", re.I)
_MEETINGS = lazily(
    r"\b[ck]onf[eéèê]r[eéê]n[cçzt]|\bcomm?unica(tions|ciones|zioni|ções)|конференц|학회|会议|會議|学会", re.I
)
_SPOKEN = lazily(
    r"\b(talk|pr[eé]sent|apresent|pr[aä]sent|invit|convid|einge|speech|key-?note|plen|pléni|oral|orai|given|donné"
    r"|impartid|dada)|邀请|報告|报告|招待|口頭|口头|초청",
    re.I,
)
"""What tells that those are talks, and not the papers of conferences."""
_INTRODUCES = lazily(
    r"research\s+(interests?|focus|directions?|areas?|topics?)|interested\s+in|研究(方向|兴趣|领域|重点)|interests\s+(include|are|lie)",
    re.I,
)


_INDENTED = 4
"""Characters at the start of a line of which one has to be the `>` of a quote."""
_MAKING = ("for", "tablerow", "capture")
"""Blocks of Liquid whose text is shown several times, or elsewhere."""
_ATTRIBUTES_BEHIND = lazily(r"\{[:#][^}]*\}\s*$")
_LAST_ATTRIBUTES = lazily(r"(?:\n[ \t]*\{:[^}\n]*\}[ \t]*)+\s*\Z")
_TRAILING = lazily(r"\n(?=(?:[ \t]*<!--(?:(?!-->).)*-->[ \t]*\n?|\{%(?:(?!%\}).)*%\}[ \t]*\n?|[ \t]*\n)+\Z)", re.S)
"""Comments after an item, and tags of Liquid at the margin: what they take in is no part of the item above."""


def sections(
    text: str, start: int, top_blocks: list[Block] | None = None, kind: str = "text", liquid: Template | None = None
) -> list[Section]:
    """The sections of the body that begins at `start`; the first has no heading, is of `kind`, and may be empty."""
    top = blocks(text, start) if top_blocks is None else top_blocks
    nodes = joined(text, live(liquid or scan(text, Span(start, len(text))), _nodes(text, top, 0)), kind)
    cut = [Section(kind, None, Span(start, start), Span(start, start))]
    under: list[list[Unit]] = [[]]
    around = [] if kind == "text" else [(0, kind)]  # level and kind of the headings that the place is under
    for node in parted(nodes, cut):
        if isinstance(node, Unit):
            under[-1].append(node)
            continue
        while around and around[-1][0] >= node.level:
            around.pop()
        section = _headed_by(node, around[-1][1] if around else None)
        if plain(text, node.content):  # an anchor without words has nothing below it
            around.append((node.level, section.kind))
        cut.append(section)
        under.append([])
    for section, units, following in zip(cut, under, [*cut[1:], None], strict=True):
        section.units = _without_quotes(text, units)
        end = following.span.start if following else len(text)
        section.span = Span(section.span.start, end)
        section.body = Span(section.body.start, max(end, section.body.start))
    return [part for section in cut for part in _introduced(text, section)]


def _without_quotes(text: str, units: list[Unit]) -> list[Unit]:
    """The units of a section; what is quoted among others is none of the entries."""
    quoted = [text[unit.span.start : unit.span.start + _INDENTED].lstrip(" ").startswith(">") for unit in units]
    if all(quoted) or not any(quoted):
        return units
    return [replace(unit, type="other") if is_quote else unit for unit, is_quote in zip(units, quoted, strict=True)]


def _headed_by(heading: Heading, inherited: str | None) -> Section:
    """The section that a heading begins, under a heading that announces the kind `inherited`; its end is not known."""
    announced = own = classify(heading.text)
    if own == "talks" and inherited == "publications" and _is_of_papers(heading.text):
        announced = own = inherited
    below = own in ("text", "interests") and inherited == "publications" and not ONLY_TEXT.fullmatch(heading.text)
    if own is None or (own == "text" and below and _SUBHEADING.match(heading.text)):
        own = inherited or "text"
    return Section(
        own,
        heading,
        heading.span,
        Span(heading.span.end, heading.span.end),
        label=heading.text,
        open=announced is None or (own == "text" and below),
        below=below,
    )


def _is_of_papers(heading: str) -> bool:
    """Whether a heading among publications that may be one of talks names what papers are for: conferences."""
    return _MEETINGS.search(heading) is not None and not _SPOKEN.search(heading)


def is_made(liquid: Template) -> bool:
    """Whether Liquid makes or hides a part of a page."""
    return any(block.name == "comment" or block.name in _MAKING for block in liquid.blocks)


def live(liquid: Template, nodes: Iterable[Node | Labelled]) -> list[Node | Labelled]:
    """Return the nodes that a reader of the page sees as they are: none of a Liquid comment, no units of a loop."""
    blocks = liquid.blocks
    if not blocks:
        return list(nodes)
    hidden = [block.span for block in blocks if block.name == "comment"]
    made = [*hidden, *(block.span for block in blocks if block.name in _MAKING)]
    return [
        node
        for node in nodes
        if not any(
            span.start <= node.content.start < span.end for span in (hidden if isinstance(node, Heading) else made)
        )
    ]


def _nodes(text: str, siblings: Sequence[Block], depth: int) -> Iterator[Node | Labelled]:
    """Headings and units of some blocks, in page order."""
    for at, block in enumerate(siblings):
        if block.kind == "heading":
            yield _heading(text, block)
        elif block.kind in ("ul", "ol"):
            start = block.span.start
            for item in block.children:
                yield from item_nodes(text, item, start, depth)
        elif block.kind == "html":
            others = [node for node in siblings[max(0, at - 1) : at + 2] if node is not block and node.kind == "html"]
            yield from HtmlReader(text, block, partial(_nodes, text, depth=depth + 1), others).nodes()
        elif block.kind == "paragraph":
            yield from _paragraph(text, block)
        elif block.kind == "table" and (found_rows := rows(text, block.span)):
            yield from _rows(found_rows, block.span.start, text)
        elif block.kind == "quote" and all(child.kind != "heading" for child in block.children):
            yield from _nodes(text, block.children, depth + 1)
        elif block.kind == "dl":
            yield from _by_terms(text, block)
        elif block.kind in ("quote", "table"):
            yield Unit("other", block.span, block.content, Span(block.span.start, block.span.start), block.span.start)


def _by_terms(text: str, block: Block) -> Iterator[Node]:
    """The definitions of a list whose terms are years, each of which is a heading; none of another."""
    at = block.span.start
    found: list[Node] = []
    for item in block.children:
        label = Span(at, item.span.start)
        if words := plain(text, label):
            if not YEAR.fullmatch(words):
                return
            found.append(Heading(words, BOLD_LEVEL, label, "bold", Span(at, trimmed_end(text, *label))))
        found.append(_unit(item, item.span, _without_attributes(text, item.content), block.span.start))
        at = item.span.end
    yield from found


def _rows(table: Rows, start: int, text: str) -> Iterator[Unit]:
    """The rows of a Markdown table, its head as a unit that is none of the entries."""
    if table.head.start < table.head.end:
        yield Unit("head", table.head, table.head, Span(start, start), start)
    for row in table.body:
        content = Span(row.start, trimmed_end(text, *row))
        yield Unit(ROW, row, content, Span(row.start, row.start), start)


def _heading(text: str, block: Block) -> Heading:
    """A Markdown heading."""
    first = text.find("\n", block.span.start)
    atx = text[block.span.start : block.content.start].lstrip().startswith("#")
    words = _ATTRIBUTES_BEHIND.sub("", block.content.of(text))
    return Heading(plain(words), block.level, block.span, "atx" if atx or first < 0 else "setext", block.content)


def item_nodes(text: str, item: Block, container: int, depth: int = 0) -> Iterator[Node | Labelled]:
    """A list item; where it swallowed a heading, the item ends there and what follows is read on."""
    swallowed = None
    if depth < 8 and not item.lone:
        swallowed = next((i for i, child in enumerate(item.children) if child.kind == "heading"), None)
    if swallowed is None:
        span, content = item.span, item.content
        if stop := _own_end(text, content.start, span.end):
            content = Span(content.start, trimmed_end(text, content.start, stop))
            yield _unit(item, Span(span.start, stop), content, container)
            return
        unit = _unit(item, span, _without_attributes(text, content), container)
        yield unit if item.lone else _labelled(text, item, unit) or unit
        return
    stop = item.children[swallowed].span.start
    content = Span(item.content.start, max(item.content.start, trimmed_end(text, item.content.start, stop)))
    if content.of(text).strip():
        end = text.find("\n", content.end, stop)
        yield _unit(item, Span(item.span.start, stop if end < 0 else end + 1), content, container)
    yield from _nodes(text, item.children[swallowed:], depth + 1)


def _own_end(text: str, start: int, end: int) -> int:
    """Return where a block ends that comments or tags of Liquid come after within it; 0 where none do."""
    if text.find("<!--", start, end) < 0 and text.find("\n{%", start, end) < 0:
        return 0
    trailing = _TRAILING.search(text, start, end)
    return trailing.start() + 1 if trailing and text[start : trailing.start()].strip() else 0


def _labelled(text: str, item: Block, unit: Unit) -> Labelled | None:
    """An item that says nothing but a year above a list; None where it says more."""
    label, *below = item.children or (None,)
    if (
        label is None
        or not below
        or label.kind != "paragraph"
        or label.content.end - label.content.start > _LONGEST_YEAR
    ):
        return None
    if any(block.kind not in ("ul", "ol") for block in below):
        return None
    words = plain(text, label.content)
    if not YEAR.fullmatch(words):
        return None
    heading = Heading(words, BOLD_LEVEL, Span(item.span.start, below[0].span.start), "bold", label.content)
    items = [
        _unit(item, item.span, _without_attributes(text, item.content), block.span.start)
        for block in below
        for item in block.children
    ]
    return Labelled(unit, heading, items)


def _without_attributes(text: str, content: Span) -> Span:
    """Return an item's content without a last line that only gives attributes to kramdown."""
    if text.find("{:", *content) < 0:
        return content
    match = _LAST_ATTRIBUTES.search(text, *content)
    return Span(content.start, match.start()) if match else content


def _unit(item: Block, span: Span, content: Span, container: int) -> Unit:
    """The unit that a list item is."""
    return Unit("item", span, content, item.marker, container, loose=item.loose, spaced=item.spaced)


def _paragraph(text: str, block: Block) -> Iterator[Node]:
    """A paragraph, or the heading that a bold line is."""
    content = block.content
    if content.end - content.start < 120 and "\n" not in content.of(text):
        shown = Visible(runs(text, content))
        words = shown.text.strip()
        bold = all(run.style.bold or not run.text.strip(" :：") for run in shown.runs if run.kind == TEXT)
        if words and bold and not any(run.style.href for run in shown.runs):
            kind = classify(words)
            if len(words) < 50 and (kind not in (None, "text") or YEAR.fullmatch(words)):
                yield Heading(words, BOLD_LEVEL, block.span, "bold", content)
                return
    stop = _own_end(text, content.start, content.end)
    content = Span(content.start, trimmed_end(text, content.start, stop) if stop else content.end)
    span = Span(block.span.start, stop or block.span.end)
    yield Unit("paragraph", span, content, Span(content.start, content.start), block.span.start)


def _introduced(text: str, section: Section) -> Iterator[Section]:
    """The section; cut in three where a sentence about research interests introduces a list in it."""
    if section.kind != "text":
        yield section
        return
    for at, unit in enumerate(section.units[1:], 1):
        before = section.units[at - 1]
        if unit.type != "item" or before.type != "paragraph" or text[before.span.end : unit.span.start].strip():
            continue
        last = re.split(r"(?<=[.!?。])\s+", plain(text, before.content).rstrip())[-1]
        if not _INTRODUCES.search(last) or last[-1:] not in ".:：。":
            continue
        own = [other for other in section.units[at:] if other.container == unit.container]
        if last.endswith((".", "。")) and 2 * sum("](" in other.content.of(text) for other in own) > len(own):
            continue  # the sentence stands for itself; what follows is a list of links
        stop = own[-1].span.end
        yield Section(
            "text",
            section.heading,
            Span(section.span.start, unit.span.start),
            Span(section.body.start, unit.span.start),
            section.units[:at],
            label=section.label,
        )
        yield Section("interests", None, Span(unit.span.start, stop), Span(unit.span.start, stop), own)
        yield Section(
            "text", None, Span(stop, section.span.end), Span(stop, section.body.end), section.units[at + len(own) :]
        )
        return
    yield section
