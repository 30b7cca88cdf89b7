r"""What a reader sees of a piece of Markdown or HTML, character by character, and where each is in the source.

`runs` follows kramdown where pages rely on it and common sense where authors do (`Name*, Other*` is two marked names,
not emphasis). It is for reading fields; whether a splice was right is always judged by reading the blocks again.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from profile_tui.markup import emphasis, targets
from profile_tui.markup.html import BLOCK, TAG, attributes, elements, is_opaque, unescaped
from profile_tui.markup.liquid.tokens import TOKEN as LIQUID_TOKEN
from profile_tui.text.named_tuple import NamedTuple
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span

TEXT, SOFT, HARD, BLOCK_BREAK, BULLET, IMAGE, LIQUID = "text", "soft", "hard", "block", "bullet", "image", "liquid"
"""Kinds of runs: text; a line end; a line break; the border of a block; a bullet or number; an image; a Liquid tag."""
BREAKS = frozenset((SOFT, HARD, BLOCK_BREAK, BULLET))


class Style(NamedTuple):
    """How a run looks."""

    bold: bool = False
    italic: bool = False
    underline: bool = False
    code: bool = False
    sup: bool = False
    font: bool = False
    href: str | None = None
    """Target of the link that the run is in."""
    link: int = 0
    """Offset of that link's first character; tells neighbouring links apart."""
    link_end: int = 0
    """Offset after that link."""
    classes: tuple[str, ...] = ()
    """Classes of all HTML elements around."""


class Run(NamedTuple):
    """A piece of text in one style, or a break, image or Liquid tag.

    Where `len(text) == len(span)`, they are the same characters; else the run stands for all of its span.
    """

    kind: str
    text: str
    span: Span
    style: Style


class Mark(NamedTuple):
    """Emphasis, code, a link, an HTML element or a comment: where it opens and closes."""

    name: str
    """Its marks, as `**`; `[` of a link; the name of an element; `!--` of a comment."""
    span: Span
    """With what opens and what closes it."""
    inner: Span
    """What is between."""


_new = tuple.__new__  # what is made most often is made without its constructor
PLAIN = Style()
"""The look of what nothing sets off; equal ones may be other objects."""
_SPECIAL = lazily(r"[\\`*_<&\[!\n{$~]")
_ESCAPED = lazily(r"\\([\\.*_+`<>()\[\]{}#!:|\"'$=&~^/@-])")
_ENTITY = lazily(r"&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z]\w*);")
_CODE = lazily(r"(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.S)
_IAL = lazily(r"\{:[^}\n]*\}")
_BRACKETS = lazily(r"\\.|`[^`\n]*`|[\[\]]", re.S)
_MARKER = lazily(r"[ \t]*(?:[-*+]|\d{1,4}\.)[ \t]+")
QUOTE = lazily(r" {0,3}>[> ]*")
_BLANK_LINE = lazily(r"[ \t]*\n")
_SIZES = {1: (1,), 2: (2,), 3: (3, 2, 1)}  # of so many marks in a row, how many may be one
_DEEPEST = 20
"""How deep emphasis and links within each other are followed."""
_REACH = 2000
"""How far a link's or an emphasis's end is looked for, so that unbalanced marks stay cheap."""

_TAG_STYLE = {
    "b": Style(bold=True), "strong": Style(bold=True), "em": Style(italic=True), "i": Style(italic=True),
    "cite": Style(italic=True), "u": Style(underline=True), "ins": Style(underline=True), "code": Style(code=True),
    "kbd": Style(code=True), "sup": Style(sup=True), "font": Style(font=True),
}  # fmt: skip


def _merged(style: Style, other: Style) -> Style:
    """Both styles at once; the first one's link and classes, where it has any."""
    return Style(
        style.bold or other.bold,
        style.italic or other.italic,
        style.underline or other.underline,
        style.code or other.code,
        style.sup or other.sup,
        style.font or other.font,
        *(style if style.href is not None else other)[6:9],
        style.classes or other.classes,
    )


def runs(text: str, span: Span, *, markdown: bool = True, opaque: bool = False) -> list[Run]:
    """The runs of a range of `text`, in order. With `markdown` off, only HTML counts.

    With `opaque`, elements that are hidden or fold something away are one run each, as images are.
    """
    return visible(text, span, markdown=markdown, opaque=opaque).runs


def visible(text: str, span: Span, *, markdown: bool = True, opaque: bool = False) -> Visible:
    """What a reader sees of a range of `text`, with the marks that set some of it off; else as `runs`."""
    scanner = _Scanner(text, markdown)
    scanner.opaque = opaque
    scanner.scan(span.start, span.end, PLAIN)
    return Visible(scanner.out, scanner.marks)


class _Scanner:
    """The state of one call of `runs`."""

    def __init__(self, text: str, markdown: bool) -> None:
        self.text = text
        self.markdown = markdown
        self.opaque = False
        self.out: list[Run] = []
        self.marks: list[Mark] = []
        self.depth = 0
        self.open: list[tuple[str, Style, Span]] = []  # HTML elements around: their style and their start tag

    def emit(self, kind: str, text: str, start: int, end: int, style: Style) -> None:
        """Adds a run, in the style of the Markdown around it and of the HTML elements that are open."""
        if text or kind != TEXT:
            look = _merged(style, self.open[-1][1]) if self.open else style
            self.out.append(_new(Run, (kind, text, _new(Span, (start, end)), look)))

    def scan(self, at: int, end: int, style: Style) -> None:
        """Emits the runs of a range."""
        text = self.text
        while at < end:
            match = _SPECIAL.search(text, at, end)
            if match is None:
                self.emit(TEXT, text[at:end], at, end, style)
                return
            if match.start() > at:
                self.emit(TEXT, text[at : match.start()], at, match.start(), style)
            at = match.start()
            mark = text[at]
            after = self.markdown_mark(mark, at, end, style) if self.markdown else None
            if after is None:
                after = self.common_mark(mark, at, end, style)
            if after is None:
                self.emit(TEXT, mark, at, at + 1, style)
                after = at + 1
            at = after

    def common_mark(self, mark: str, at: int, end: int, style: Style) -> int | None:
        """What HTML and Liquid make of a mark; the offset after it, or None where it is plain text."""
        text = self.text
        if mark == "<":
            if text.startswith("http", at + 1) and (link := targets.autolink(text, at, end)):
                self.emit(TEXT, link[0], at + 1, link[1] - 1, style._replace(href=link[0], link=at, link_end=link[1]))
                return link[1]
            return self.tag(at, end, style)
        if mark == "&" and (entity := _ENTITY.match(text, at, end)):
            self.emit(TEXT, unescaped(entity[0]), at, entity.end(), style)
            return entity.end()
        if mark == "{":
            if liquid := LIQUID_TOKEN.match(text, at, end):
                self.emit(LIQUID, liquid[0], at, liquid.end(), style)
                return liquid.end()
            if self.markdown and (ial := _IAL.match(text, at, end)):
                ended = next((number for number, mark in enumerate(self.marks) if mark.span.end == at), None)
                if ended is not None:  # the outermost mark that ends there has these attributes
                    name, span, inner = self.marks[ended]
                    self.marks[ended] = Mark(name, Span(span.start, ial.end()), inner)
                return ial.end()
        if mark == "\n":
            self.emit(SOFT, "\n", at, at + 1, style)
            return self.line_start(at + 1, end, style)
        return None

    def markdown_mark(self, mark: str, at: int, end: int, style: Style) -> int | None:
        """What Markdown makes of a mark; the offset after it, or None where Markdown makes nothing of it."""
        text = self.text
        if mark in "*_":
            return self.emphasis(mark, at, end, style)
        if mark in "[!":
            return self.link(at, end, style)
        if mark == "\\":
            if text.startswith(("\\\n", "\\\\\n"), at):
                stop = text.index("\n", at) + 1
                self.emit(HARD, "\n", at, stop, style)
                return self.line_start(stop, end, style)
            if escaped := _ESCAPED.match(text, at, end):
                self.emit(TEXT, escaped[1], at, escaped.end(), style)
                return escaped.end()
        elif mark == "`":
            if code := _CODE.match(text, at, end):
                is_block = self.opaque and len(code[1]) > 2 and "\n" in code[2]  # between fences
                span = Span(*code.span(0 if is_block else 2))
                self.emit(LIQUID if is_block else TEXT, span.of(text), *span, style._replace(code=True))
                self.marks.append(Mark(code[1], Span(*code.span()), Span(*code.span(2))))
                return code.end()
            stop = next((place for place in range(at, end) if text[place] != "`"), end)
            self.emit(TEXT, text[at:stop], at, stop, style)  # what nothing closes is text, all signs of it
            return stop
        elif mark == "\n" and text.endswith("  ", max(0, at - 2), at):
            self.emit(HARD, "\n", at, at + 1, style)
            return self.line_start(at + 1, end, style)
        return None

    def line_start(self, at: int, end: int, style: Style) -> int:
        """Emits what the start of a line means: a blank line, a bullet. Returns where its text starts."""
        if not self.markdown:
            return at
        text = self.text
        while at < end and (blank := _BLANK_LINE.match(text, at, end)):
            self.emit(BLOCK_BREAK, "", at, blank.end(), style)
            at = blank.end()
        if ">" in text[at : at + 4] and (quote := QUOTE.match(text, at, end)):  # as all lines of a quote
            return self.line_start(quote.end(), end, style)
        if marker := _MARKER.match(text, at, end):
            self.emit(BULLET, "", at, marker.end(), style)
            at = marker.end()
        return at

    def emphasis(self, mark: str, at: int, end: int, style: Style) -> int | None:
        """Emits emphasised text."""
        text = self.text
        length = next((index for index in range(1, end - at) if text[at + index] != mark), end - at)
        before = text[at - 1] if at else " "
        alone = before == ">" and text.startswith("<", at + length)  # a mark in a tag of its own, as <sup>*</sup>
        if alone or (mark == "_" and before.isalnum()):
            self.emit(TEXT, text[at : at + length], at, at + length, style)
            return at + length
        for size in _SIZES.get(length, ()):
            start = at + size
            if start >= end or text[start].isspace() or self.depth > _DEEPEST:
                continue
            if (before.isalnum() or before == ">") and mark == "*" and text[start] in ",;. )":
                continue  # a mark after a name, which may be in a tag
            if (close := emphasis.closing(text, mark, size, start, end, reach=_REACH)) is not None:
                around, within = _new(Span, (at, close + size)), _new(Span, (start, close))
                self.marks.append(Mark(mark * size, around, within))
                inner = Style(style.bold or size > 1, style.italic or size != 2, *style[2:])
                self.depth += 1
                self.scan(start, close, inner)
                self.depth -= 1
                return close + size
        self.emit(TEXT, text[at : at + length], at, at + length, style)
        return at + length

    def link(self, at: int, end: int, style: Style) -> int | None:
        """Emits a link's label or an image."""
        text = self.text
        image = text[at] == "!"
        if (image and not text.startswith("![", at)) or self.depth > _DEEPEST:
            return None
        label = at + (2 if image else 1)
        depth, stop = 1, None
        for match in _BRACKETS.finditer(text, label, min(end, label + _REACH)):
            depth += (match[0] == "[") - (match[0] == "]")
            if depth > _DEEPEST:  # a row of brackets would be counted through for each of them
                return None
            if depth == 0:
                stop = match.start()
                break
        if stop is None:
            return None
        if (target := targets.after_label(text, stop + 1, end, "" if image else text[label:stop])) is None:
            return None
        url, after = target
        if image:
            self.emit(IMAGE, text[label:stop], at, after, style)
        else:
            if label == stop:
                self.emit(TEXT, "", label, stop, style)
            self.marks.append(Mark("[", _new(Span, (at, after)), _new(Span, (label, stop))))
            self.depth += 1
            self.scan(label, stop, Style(*style[:6], url, at, after, style.classes))
            self.depth -= 1
        return after

    def tag(self, at: int, end: int, style: Style) -> int | None:
        """Takes a tag or a comment: opens or closes a style, or emits a break or an image."""
        if (match := TAG.match(self.text, at, end)) is None:
            return None
        if match["name"] is None:
            self.marks.append(Mark("!--", Span(at, match.end()), Span(at + 4, max(at + 4, match.end() - 3))))
            return match.end()
        name, after = match["name"].lower(), match.end()
        if name == "br":
            stop = after + 1 if self.text.startswith("\n", after) and after < end else after
            self.emit(HARD, "\n", at, stop, style)
            return self.line_start(stop, end, style) if stop > after else after
        given = attributes(match["rest"])
        if name == "img":
            self.emit(IMAGE, given.get("alt", ""), at, after, style)
            return after
        if name in BLOCK:
            self.emit(BLOCK_BREAK, "", at, after, style)
        has_content = not match["end"] and not self.text.startswith(f"</{name}>", after)  # as an icon has not
        if self.opaque and has_content and is_opaque(name, given):
            start, stop = elements(self.text, Span(at, end))[0].span
            self.emit(LIQUID, self.text[start:stop], start, stop, style)
            return stop
        if match["end"]:
            depth = next((i for i in range(len(self.open) - 1, -1, -1) if self.open[i][0] == name), None)
            if depth is not None:
                begun = self.open[depth][2]
                self.marks.append(Mark(name, Span(begun.start, after), Span(begun.end, at)))
                del self.open[depth:]
        elif not match["rest"].endswith("/") and len(self.open) < 200:
            around = self.open[-1][1] if self.open else PLAIN
            self.open.append((name, self.styled(around, name, given, at, end), Span(at, after)))
        return after

    def styled(self, around: Style, name: str, given: dict[str, str], at: int, end: int) -> Style:
        """The style inside an element."""
        style = _merged(around, _TAG_STYLE.get(name, PLAIN))
        css = given.get("style", "").replace(" ", "").lower()
        if "font-weight:bold" in css or re.search(r"font-weight:[6-9]00", css):
            style = style._replace(bold=True)
        if "font-style:italic" in css:
            style = style._replace(italic=True)
        if name == "a" and "href" in given:
            close = lazily(r"</a\s*>", re.I).search(self.text, at, min(end, at + _REACH))
            style = style._replace(href=unescaped(given["href"]), link=at, link_end=close.end() if close else end)
        if given.get("class"):
            style = style._replace(classes=(*style.classes, *given["class"].split()))
        return style


class Visible:
    r"""The visible characters of some runs, each with its place in the source.

    Breaks are `\n`, images and Liquid tags `\ufffc` (one character each), so that searches do not run over them.
    """

    def __init__(self, pieces: list[Run], marks: Sequence[Mark] = ()) -> None:
        """Lays the runs end to end."""
        self.runs = pieces
        self.marks = marks
        """What sets some of it off, where that was asked for."""
        self.starts: list[int] = []
        """Offset in `text` of each run's first character."""
        parts: list[str] = []
        at = 0
        for run in pieces:
            shown = run.text if run.kind == TEXT else "\n" if run.kind in BREAKS else "\ufffc"
            self.starts.append(at)
            parts.append(shown)
            at += len(shown)
        self.text = "".join(parts)

    def run_at(self, index: int) -> Run:
        """The run that shows character `index`."""
        number = bisect_right(self.starts, index) - 1
        while number > 0 and not self.runs[number].text and self.starts[number] == index:
            number -= 1
        return self.runs[number]

    def styles(self, start: int, end: int) -> Iterator[Style]:
        """The styles in which something is shown that is not blank between two characters."""
        index = bisect_right(self.starts, start) - 1
        while index < len(self.runs) and self.starts[index] < end:
            at = self.starts[index]
            index += 1
            until = self.starts[index] if index < len(self.runs) else end
            if not self.text[max(at, start) : min(until, end)].isspace() and until > start:
                yield self.runs[index - 1].style

    def place(self, index: int, *, end: bool = False) -> int:
        """Where character `index` starts in the source; with `end`, where it ends."""
        number = bisect_right(self.starts, index) - 1
        run = self.runs[number]
        if run.kind == TEXT and len(run.text) == run.span.end - run.span.start:
            return run.span.start + index - self.starts[number] + (1 if end else 0)
        return run.span.end if end else run.span.start

    def span(self, start: int, end: int) -> Span:
        """The source of characters `start` to `end`; an empty range is the place before `start`."""
        if end <= start:
            here = self.place(start) if start < len(self.text) else (self.runs[-1].span.end if self.runs else 0)
            return Span(here, here)
        first, last = bisect_right(self.starts, start) - 1, bisect_right(self.starts, end - 1) - 1
        run, begins = self.runs[first], self.starts[first]
        if first == last and run.kind == TEXT and len(run.text) == run.span.end - run.span.start:
            at = run.span.start - begins
            return Span(at + start, at + end)
        return Span(self.place(start), self.place(end - 1, end=True))


def plain(text: str, span: Span | None = None) -> str:
    """What a reader sees of some Markdown, white space folded."""
    return " ".join(Visible(runs(text, span or Span(0, len(text)))).text.replace("\ufffc", "").split())
