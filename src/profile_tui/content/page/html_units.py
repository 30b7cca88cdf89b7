"""Headings, items, rows and boxes in the HTML of a page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from profile_tui.content.entries.entry import Heading, Node, Unit
from profile_tui.content.kinds import classify
from profile_tui.content.page.labelled import BOLD_LEVEL, YEAR, Labelled
from profile_tui.markup.blocks import Block, walk
from profile_tui.markup.html import Element, elements
from profile_tui.markup.inline import plain
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span

_HEADING_CLASS = lazily(r"(^|[-_ ])h[1-6]( |$)|heading|section-?title|header", re.I)
_BOX = lazily(r"paper|pub|card|entry|item|box|row", re.I)
_PAPER = lazily(r"paper|pub|card|entry|item", re.I)
_FRAME = lazily(r"\b(?:border|padding|box-shadow|background)\b", re.I)
_HEADING = lazily("h[1-6]")
_DIVISIONS = frozenset(("div", "section", "article", "details", "center", "main", "p", "span", "blockquote"))
_IN_HEADING = frozenset("a b em font i img path small span strong svg u".split())
_SETS_OFF = frozenset("a b cite em i strong u".split())
_UNSEEN = frozenset(("br", "hr", "img", "script", "style", "link", "summary"))


def trimmed_end(text: str, start: int, end: int) -> int:
    """`end` moved back over white space."""
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def whole_lines(text: str, span: Span) -> Span:
    """A range widened to whole lines, if only blanks are beside it; with the line end after it."""
    start = text.rfind("\n", 0, span.start) + 1
    if text[start : span.start].strip():
        start = span.start
    end = text.find("\n", span.end)
    end = len(text) if end < 0 else end + 1
    if text[span.end : end].strip():
        end = span.end
    return Span(start, end)


class HtmlReader:
    """Reads one HTML block; what is Markdown in it is read as such, but a box is one unit."""

    def __init__(
        self,
        text: str,
        block: Block,
        nodes: Callable[[Iterable[Block]], Iterator[Node | Labelled]],
        others: Iterable[Block] = (),
    ) -> None:
        """Prepares to read.

        Args:
            text: The page.
            block: The HTML block.
            nodes: Reads Markdown blocks.
            others: The HTML blocks right before and after it.
        """
        self.others = others
        self.beside: Sequence[Element] = ()
        self.wrappers: frozenset[str] = frozenset()
        self.text = text
        self.block = block
        self.read_blocks = nodes
        self.inner = [inner for _, inner in walk(block.children) if inner.kind == "html" and inner.markdown]
        if block.markdown:
            self.inner.insert(0, block)
        self.markdown = bool(self.inner)

    def nodes(self) -> Iterator[Node | Labelled]:
        """The headings and units, in page order."""
        roots = elements(self.text, self.block.span)
        self._begin([*roots, *(element for other in self.others for element in elements(self.text, other.span))])
        for root in roots:
            self.markdown = self.markdown or any("markdown" in element.attributes for element in root.walk())
            yield from self._element(root, self.block.span.start)

    def _begin(self, beside: Sequence[Element]) -> None:
        """Turns to elements that are beside each other, some of which may be around several boxes."""
        self.beside = beside
        self.wrappers = frozenset(
            _make(element) for element in beside if element.classes and _repeats(element.children)
        )

    def _element(self, element: Element, container: int) -> Iterator[Node | Labelled]:
        """The nodes of an element."""
        if _HEADING.fullmatch(element.tag):
            words = plain(self.text, element.content) or plain(element.attributes.get("id", ""))
            yield self._heading(element, words, int(element.tag[1]))
        elif element.tag in ("ul", "ol"):
            for child in element.children:
                yield from self._item(child, element) if child.tag == "li" else self._element(child, container)
        elif element.tag == "table":
            yield from self._table(element)
        elif element.tag == "dl":
            yield from self._by_terms(element)
        elif element.tag in ("html", "body"):
            for child in element.children:
                yield from self._element(child, container)
        elif element.tag in _DIVISIONS:
            yield from self._division(element, container)

    def _by_terms(self, around: Element) -> Iterator[Node | Labelled]:
        """The definitions of a list whose terms are years, each of which is a heading; none of another."""
        terms = [child for child in around.children if child.tag == "dt"]
        if not all(YEAR.fullmatch(plain(self.text, term.content)) for term in terms):
            return
        for child in around.children:
            if child.tag == "dt":
                words = plain(self.text, child.content)
                yield Heading(words, BOLD_LEVEL, whole_lines(self.text, child.span), "bold", child.content)
            elif child.tag == "dd":
                yield from self._item(child, around)

    def _table(self, table: Element) -> Iterator[Node | Labelled]:
        """The rows of a table; where a cell holds several titled paragraphs, each of those in the table is a unit."""
        rows = [(row, [self._several(cell) for cell in row.find("td")]) for row in table.find("tr")]
        is_several = any(len(titled) > 1 for _, cells in rows for titled in cells)
        for row, cells in rows:
            unit = self._unit("row" if cells else "head", row, table.span.start)
            if not is_several or not any(cells):
                yield unit
                continue
            units = [self._unit("box", titled, table.span.start) for cell in cells for titled in cell]
            dated = next((cell for cell in row.find("td") if YEAR.fullmatch(plain(self.text, cell.content))), None)
            if dated is None:
                yield from units
            else:
                words = plain(self.text, dated.content)
                heading = Heading(words, BOLD_LEVEL, Span(unit.span.start, dated.span.end), "bold", dated.content)
                yield Labelled(unit, heading, units)

    def _several(self, cell: Element) -> Sequence[Element]:
        """The paragraphs of a cell that may be entries of their own."""
        return self._titled(cell) or _alike(cell)

    def _titled(self, element: Element) -> list[Element]:
        """The paragraphs in an element that begin with a line of their own that is set off."""
        return [child for child in element.children if child.tag in ("p", "div") and self._has_title_line(child)]

    def _has_title_line(self, element: Element) -> bool:
        """Whether an element begins with a line that is set off, and goes on below it."""
        inner = [child for child in element.children if child.tag != "img"]
        if len(inner) < 2 or inner[0].tag not in _SETS_OFF or inner[1].tag != "br":
            return False
        first, line_end = inner[0], inner[1]
        bare = element.content.start, first.span.start, first.span.end, line_end.span.start
        between = self.text[bare[0] : bare[1]] + self.text[bare[2] : bare[3]]
        alone = not re.search(r"\w", re.sub(r"<[^<>]*>", "", between))
        return alone and bool(plain(self.text, Span(line_end.span.end, element.content.end)))

    def _item(self, item: Element, around: Element) -> Iterator[Node | Labelled]:
        """An item; one that holds several boxes is a wrapper of theirs."""
        if _repeats(item.children):
            for box in item.children:
                yield from self._element(box, item.span.start)
        else:
            unit = self._unit("li", item, around.span.start)
            yield self._labelled(item, unit) or unit

    def _labelled(self, item: Element, unit: Unit) -> Labelled | None:
        """An item that says nothing but a year above a list; None where it says more."""
        lists = [child for child in item.children if child.tag in ("ul", "ol")]
        if not lists:
            return None
        label = Span(item.content.start, lists[0].span.start)
        words = plain(self.text, label)
        if not YEAR.fullmatch(words) or plain(self.text, Span(lists[-1].span.end, item.content.end)):
            return None
        heading = Heading(words, BOLD_LEVEL, Span(unit.span.start, label.end), "bold", label)
        items = ((around, inner) for around in lists for inner in around.children if inner.tag == "li")
        return Labelled(unit, heading, [self._unit("li", inner, around.span.start) for around, inner in items])

    def _division(self, element: Element, container: int) -> Iterator[Node | Labelled]:
        """A heading that only its class tells, a wrapper around others, Markdown, or a box that is one unit."""
        words = plain(self.text, element.content)
        if self._is_heading(element, words):
            yield self._heading(element, words, 2)
            return
        boxy = any(_BOX.search(name) for name in element.classes)
        markdown = next((block for block in self.inner if _is_at(block, element)), None)
        if markdown and markdown.children and (not boxy or _only_lists(markdown)):
            yield from self.read_blocks(markdown.children)
        elif any(child.tag == "li" for child in element.children):  # a part of a list that is folded away
            for child in element.children:
                yield from self._item(child, element) if child.tag == "li" else self._element(child, container)
        elif len(titled := self._titled(element)) > 1:
            yield from self._below_headings(element, titled)
        elif not self._is_headed_box(element) and self._wraps_others(element, boxy):
            around = self.beside, self.wrappers
            self._begin(element.children)
            for child in element.children:
                yield from self._element(child, element.span.start)
            self.beside, self.wrappers = around
        elif words:
            yield self._unit("box", element, container)

    def _below_headings(self, element: Element, titled: Iterable[Element]) -> Iterator[Node | Labelled]:
        """The titled paragraphs of an element, each a unit, and its headings, in page order."""
        headings = (child for child in element.children if _HEADING.fullmatch(child.tag))
        for child in sorted([*titled, *headings], key=lambda child: child.span):
            if _HEADING.fullmatch(child.tag):
                yield from self._element(child, element.span.start)
            else:
                yield self._unit("box", child, element.span.start)

    def _is_heading(self, element: Element, words: str) -> bool:
        """Whether a division is a heading, by its class and its words."""
        plainly = all(child.tag in _IN_HEADING for child in element.walk() if child is not element)
        title = plainly and len(words) < 60 and _HEADING_CLASS.search(" ".join(element.classes))
        return bool(title) and classify(words) is not None

    def _is_headed_box(self, element: Element) -> bool:
        """Whether a division is a box whose title is a heading: one of several of that make, or one with a frame."""
        if not _is_headed(self.text, element):
            return False
        framed = _FRAME.search(element.attributes.get("style", "")) is not None
        return framed or sum(_is_headed(self.text, box) for box in self.beside) > 1

    def _wraps_others(self, element: Element, boxy: bool) -> bool:
        """Whether a division is not one unit, but is around several or around their list."""
        inner = [child for child in element.children if child.tag not in _UNSEEN]
        if len(inner) == 1 and (inner[0].tag in ("ul", "ol", "table") or (inner[0].tag == "div" and not boxy)):
            return True
        headings = (plain(self.text, heading.content) for heading in element.find("h1", "h2"))
        one_paper = any(_PAPER.search(name) for name in element.classes) and not any(map(classify, headings))
        return _repeats(inner) or ((not one_paper or _make(element) in self.wrappers) and self._holds_several(element))

    def _holds_several(self, element: Element) -> bool:
        """Whether lists, tables or headings are in an element, in HTML or in Markdown."""
        if any(True for _ in element.find("ul", "ol", "table", "h1", "h2", "h3", "h4")):
            return True
        within = (block for block in self.inner if element.content.covers(block.content))
        return any(child.kind in ("ul", "ol", "heading") for block in within for child in block.children)

    def _heading(self, element: Element, words: str, level: int) -> Heading:
        """An element as a heading."""
        return Heading(words, level, whole_lines(self.text, element.span), "html", element.content)

    def _unit(self, type_: str, element: Element, container: int) -> Unit:
        """An element as a unit; one whose end tag is left out ends with its text."""
        content, span = element.content, element.span
        if type_ == "li":
            content = Span(content.start, trimmed_end(self.text, *content))
            span = span if element.closed else Span(span.start, content.end)
        start = Span(span.start, content.start)
        return Unit(type_, whole_lines(self.text, span), content, start, container, self.markdown)


def _alike(cell: Element) -> Sequence[Element]:
    """The paragraphs or items of a cell, where these are several that set the same things off in the same order."""
    inner = [child for child in cell.children if child.tag not in _UNSEEN]
    parts = inner[0].children if len(inner) == 1 and inner[0].tag in ("ul", "ol") else inner
    makes = {(part.tag, *(child.tag for child in part.children if child.tag in _SETS_OFF)) for part in parts}
    if len(parts) < 2 or len(makes) > 1:
        return ()
    tag, *set_off = makes.pop()
    return parts if tag in ("p", "div", "li") and len(set(set_off)) > 1 else ()


def _is_headed(text: str, element: Element) -> bool:
    """Whether an element begins with a heading that announces nothing, holds no other and no list."""
    if element.tag not in ("div", "section", "article"):
        return False
    within = list(element.find("h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table"))
    if len(within) != 1 or within[0].tag not in ("h3", "h4", "h5", "h6"):
        return False
    title = within[0]
    leads = not plain(text, Span(element.content.start, title.span.start))
    words = plain(text, title.content)
    return (
        leads
        and bool(words)
        and classify(words) is None
        and bool(plain(text, Span(title.span.end, element.content.end)))
    )


def _make(element: Element) -> str:
    """The classes of an element."""
    return " ".join(element.classes)


def _repeats(boxes: Iterable[Element]) -> bool:
    """Whether two boxes of one class are among some elements: then they are entries of their own."""
    names = [_make(box) for box in boxes if box.tag in ("div", "article", "section") and box.classes]
    return len(names) > len(set(names))


def _only_lists(block: Block) -> bool:
    """Whether a block holds lists of several items and nothing else: then it is a frame around entries."""
    inner = [child for child in block.children if child.kind != "comment"]
    return all(child.kind in ("ul", "ol") for child in inner) and sum(len(child.children) for child in inner) > 1


def _is_at(block: Block, element: Element) -> bool:
    """Whether a block is what kramdown makes of an element."""
    return block.span.start <= element.span.start < block.content.start <= element.content.end
