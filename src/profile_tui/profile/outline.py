"""A page's sections: its headings, the kind that each announces, and the units of its body, in page order.

Headings are what readers take for headings: ATX, setext, HTML, a bold line that names a known section; also inside a
`div`, and inside the list item that kramdown lets swallow the heading behind it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from profile_tui.markup.blocks import Block, blocks
from profile_tui.markup.html import Element, elements
from profile_tui.markup.inline import TEXT, Visible, plain, runs
from profile_tui.profile.entry import Entry, Unit
from profile_tui.profile.kinds import classify
from profile_tui.text.span import Span

_BOLD_LEVEL = 7
_SUBHEADING = re.compile(
    r"\W*((19|20)\d\d|in press|under review|earlier|before|selected|first[- ]author|co-author)", re.I
)
_INTRODUCES = re.compile(
    r"research\s+(interests?|focus|directions?|areas?|topics?)|interested\s+in|研究(方向|兴趣|领域|重点)|interests\s+(include|are|lie)",
    re.I,
)
_HEADING_CLASS = re.compile(r"(^|[-_ ])h[1-6]( |$)|heading|section-?title|header", re.I)
_BOX = re.compile(r"paper|pub|card|entry|item|box|row", re.I)


_TRAILING_COMMENT = re.compile(r"\n(?=(?:[ \t]*<!--(?:(?!-->).)*-->[ \t]*\n?|[ \t]*\n)+\Z)", re.S)


@dataclass(slots=True)
class Heading:
    """A heading as readers see it."""

    text: str
    level: int
    span: Span
    """Its whole lines."""
    source: str = "atx"
    """`atx`, `setext`, `html` or `bold`."""
    content: Span = Span(0, 0)
    """Its text, without marks."""


@dataclass(slots=True)
class Section:
    """A heading and what stands under it, up to the next heading."""

    kind: str
    heading: Heading | None
    span: Span
    """Heading and body; the front matter's end where it has no heading."""
    body: Span
    units: list[Unit] = field(default_factory=list)
    label: str = ""
    """The words of the heading."""
    open: bool = False
    """Whether its heading's words say nothing of its kind, so that its entries may."""
    read: Callable[[], None] | None = None
    """Reads the entries of all sections of its kind; set by the page, called once."""
    found: list[Entry] = field(default_factory=list)
    """The entries, once they are read."""

    @property
    def entries(self) -> list[Entry]:
        """The entries, in page order; read when first asked for."""
        if self.read is not None:
            self.read()
        return self.found


Node = Heading | Unit


def sections(text: str, start: int, found: list[Block] | None = None, kind: str = "text") -> list[Section]:
    """The sections of the body that begins at `start`; the first has no heading, is of `kind`, and may be empty."""
    top = blocks(text, start) if found is None else found
    nodes = list(_nodes(text, top, 0))
    cut = [Section(kind, None, Span(start, start), Span(start, start))]
    around: list[tuple[int, str]] = (
        [] if kind == "text" else [(0, kind)]
    )  # level and kind of the headings that the place is under
    for node in nodes:
        if isinstance(node, Unit):
            cut[-1].units.append(node)
            continue
        announced = own = classify(node.text)
        while around and around[-1][0] >= node.level:
            around.pop()
        inherited = around[-1][1] if around else None
        if own is None or (own == "text" and inherited == "publications" and _SUBHEADING.match(node.text)):
            own = inherited or "text"
        around.append((node.level, own))
        cut.append(
            Section(own, node, node.span, Span(node.span.end, node.span.end), label=node.text, open=announced is None)
        )
    for section, following in zip(cut, [*cut[1:], None], strict=True):
        end = following.span.start if following else len(text)
        section.span = Span(section.span.start, end)
        section.body = Span(section.body.start, max(end, section.body.start))
    return [part for section in cut for part in _introduced(text, section)]


def _nodes(text: str, found: list[Block], depth: int) -> Iterator[Node]:
    """Headings and units of some blocks, in page order."""
    for block in found:
        if block.kind == "heading":
            yield _heading(text, block)
        elif block.kind in ("ul", "ol"):
            for item in block.children:
                yield from _item(text, item, block.span.start, depth)
        elif block.kind == "html":
            yield from _html_block(text, block, depth)
        elif block.kind == "paragraph":
            yield from _paragraph(text, block)
        elif block.kind in ("quote", "table"):
            yield Unit("other", block.span, block.content, Span(block.span.start, block.span.start), block.span.start)


def _heading(text: str, block: Block) -> Heading:
    """A Markdown heading."""
    first = text.find("\n", block.span.start)
    atx = text[block.span.start : block.content.start].lstrip().startswith("#")
    words = re.sub(r"\{[:#][^}]*\}\s*$", "", block.content.of(text))
    return Heading(plain(words), block.level, block.span, "atx" if atx or first < 0 else "setext", block.content)


def _item(text: str, item: Block, container: int, depth: int) -> Iterator[Node]:
    """A list item; where it swallowed a heading, the item ends there and what follows is read on."""
    swallowed = (
        next((i for i, child in enumerate(item.children) if child.kind == "heading"), None) if depth < 8 else None
    )
    marker = item.marker
    if swallowed is None:
        comment = _TRAILING_COMMENT.search(text, item.content.start, item.span.end)
        if comment and text[item.content.start : comment.start()].strip():
            end = comment.start() + 1
            content = Span(item.content.start, _trimmed_end(text, item.content.start, end))
            yield Unit("item", Span(item.span.start, end), content, marker, container, loose=item.loose)
            return
        yield Unit("item", item.span, item.content, marker, container, loose=item.loose)
        return
    stop = item.children[swallowed].span.start
    content = Span(item.content.start, max(item.content.start, _trimmed_end(text, item.content.start, stop)))
    if content.of(text).strip():
        end = text.find("\n", content.end, stop)
        yield Unit(
            "item", Span(item.span.start, stop if end < 0 else end + 1), content, marker, container, loose=item.loose
        )
    yield from _nodes(text, item.children[swallowed:], depth + 1)


def _trimmed_end(text: str, start: int, end: int) -> int:
    """`end` moved back over white space."""
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _paragraph(text: str, block: Block) -> Iterator[Node]:
    """A paragraph, or the heading that a bold line is."""
    content = block.content
    if content.end - content.start < 120 and "\n" not in content.of(text):
        shown = Visible(runs(text, content))
        words = shown.text.strip()
        bold = all(run.style.bold or not run.text.strip(" :：") for run in shown.runs if run.kind == TEXT)
        if words and bold and not any(run.style.href for run in shown.runs):
            kind = classify(words)
            if len(words) < 50 and (kind not in (None, "text") or re.fullmatch(r"\W*(19|20)\d\d\W*", words)):
                yield Heading(words, _BOLD_LEVEL, block.span, "bold", content)
                return
    yield Unit("paragraph", block.span, content, Span(content.start, content.start), block.span.start)


def _html_block(text: str, block: Block, depth: int) -> Iterator[Node]:
    """What a reader sees of an HTML block."""
    if (
        block.markdown
        and block.children
        and not re.search(r"paper-box|card", text[block.span.start : block.content.start])
    ):
        yield from _nodes(text, block.children, depth + 1)
        return
    roots = elements(text, block.span)
    markdown = any("markdown" in element.attributes for root in roots for element in root.walk())
    for root in roots:
        yield from _element(text, root, block.markdown or markdown, block.span.start)


def _lines(text: str, span: Span) -> Span:
    """A range widened to whole lines, if only blanks stand beside it; with the line end behind it."""
    start = text.rfind("\n", 0, span.start) + 1
    if text[start : span.start].strip():
        start = span.start
    end = text.find("\n", span.end)
    end = len(text) if end < 0 else end + 1
    if text[span.end : end].strip():
        end = span.end
    return Span(start, end)


def _element(text: str, element: Element, markdown: bool, container: int) -> Iterator[Node]:
    """Headings, items, rows and boxes in an HTML element."""
    if re.fullmatch("h[1-6]", element.tag):
        words = plain(text, element.content) or plain(element.attributes.get("id", ""))
        yield Heading(words, int(element.tag[1]), _lines(text, element.span), "html", element.content)
    elif element.tag in ("ul", "ol"):
        for child in element.children:
            names = [" ".join(box.classes) for box in child.children if box.tag == "div" and box.classes]
            if child.tag == "li" and len(names) > len(set(names)):
                for box in child.children:
                    yield from _element(text, box, markdown, child.span.start)
            elif child.tag == "li":
                start = Span(child.span.start, child.content.start)
                content = Span(child.content.start, _trimmed_end(text, child.content.start, child.content.end))
                span = child.span if child.closed else Span(child.span.start, content.end)
                yield Unit("li", _lines(text, span), content, start, element.span.start, markdown)
            else:
                yield from _element(text, child, markdown, container)
    elif element.tag == "table":
        for row in element.find("tr"):
            yield Unit(
                "row",
                _lines(text, row.span),
                row.content,
                Span(row.span.start, row.content.start),
                element.span.start,
                markdown,
            )
    elif element.tag in ("div", "section", "article", "details", "center", "main", "p", "span", "blockquote"):
        yield from _division(text, element, markdown, container)


def _division(text: str, element: Element, markdown: bool, container: int) -> Iterator[Node]:
    """A division: a wrapper around others, or a box that is one unit."""
    words = plain(text, element.content)
    if (
        not element.children
        and len(words) < 60
        and _HEADING_CLASS.search(" ".join(element.classes))
        and classify(words)
    ):
        yield Heading(words, 2, _lines(text, element.span), "html", element.content)
        return
    inner = [child for child in element.children if child.tag not in ("br", "hr", "img", "script", "style", "link")]
    names = [" ".join(child.classes) for child in inner if child.tag in ("div", "article", "section") and child.classes]
    repeated = len(names) > len(set(names))
    holds = any(True for _ in element.find("ul", "ol", "table", "h1", "h2", "h3", "h4"))
    boxy = any(_BOX.search(name) for name in element.classes)
    lone = len(inner) == 1 and (inner[0].tag in ("ul", "ol", "table") or (inner[0].tag == "div" and not boxy))
    wraps = repeated or lone or (holds and not boxy)
    if wraps:
        for child in inner:
            yield from _element(text, child, markdown, element.span.start)
        return
    if words:
        yield Unit(
            "box",
            _lines(text, element.span),
            element.content,
            Span(element.span.start, element.content.start),
            container,
            markdown,
        )


def _introduced(text: str, section: Section) -> Iterator[Section]:
    """The section; cut in three where a sentence about research interests introduces a list in it."""
    if section.kind != "text":
        yield section
        return
    for at, unit in enumerate(section.units[1:], 1):
        before = section.units[at - 1]
        if unit.shape != "item" or before.shape != "paragraph" or text[before.span.end : unit.span.start].strip():
            continue
        last = re.split(r"(?<=[.!?。])\s+", plain(text, before.content).rstrip())[-1]
        if not _INTRODUCES.search(last) or last[-1:] not in ".:：。":
            continue
        own = [other for other in section.units[at:] if other.container == unit.container]
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
