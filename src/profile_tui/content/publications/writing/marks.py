"""What is around a piece of an entry's source: the marks of the inline tree that it needs whole, or is alone in."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from profile_tui.content.entries.entry import Author, Entry
from profile_tui.content.publications.names.name_forms import are_turned, person
from profile_tui.content.publications.reading.steps import visible
from profile_tui.markup.brackets import brackets
from profile_tui.markup.html import BLOCK, attributes
from profile_tui.markup.inline import Mark, Visible
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span, Splice

_STOP = "."
_SIGNS = "\\*#†‡."
"""What may be after a name before the mark closes that sets it off."""
_LINKS = ("[", "a", "!--")
_ICON = lazily(r"\s*(?:<(?:i|span|em)\b[^<>]*>\s*</(?:i|span|em)>\s*)+")
"""What shows no words, but a sign that a style sheet knows."""
_BRACKETS = (
    ("\\[", "\\]"), ("[", "]"), ("(", ")"), ("{", "}"), ("«", "»"), ("„", "”"), ("„", "“"), ("“", "”"), ("‘", "’"),
    ("「", "」"), ("『", "』"), ("《", "》"),
)  # fmt: skip


class _Places:
    """Which of some spans hold a place, of which those that do not are passed over many at a time."""

    def __init__(self, spans: Sequence[Span]) -> None:
        """Take the spans; they are known by their numbers."""
        self._spans = spans
        self._numbers = sorted(range(len(spans)), key=lambda number: spans[number].start)
        self._starts = [spans[number].start for number in self._numbers]
        self._ends = [spans[number].end for number in self._numbers]
        self._longer: list[int] = []
        """For each span, in their order, the last one before it that ends after it; -1 where none does."""
        for at, end in enumerate(self._ends):
            before = at - 1
            while before >= 0 and self._ends[before] <= end:
                before = self._longer[before]
            self._longer.append(before)

    def around(self, start: int, end: int) -> Iterator[int]:
        """Yield the spans that begin before a place and end after another."""
        at = bisect_left(self._starts, start) - 1
        while at >= 0:
            if self._ends[at] > end:
                yield self._numbers[at]
                at -= 1
            else:
                at = self._longer[at]

    def crossing(self, start: int, end: int) -> list[int]:
        """Return the spans that begin within a range and end after it, or begin before it and end within."""
        begun = [number for number in self.around(end, end) if self._spans[number].start >= start]
        ended = [number for number in self.around(start, start) if self._spans[number].end <= end]
        return sorted(begun + ended)


class Marks:
    """The marks of an entry, asked by spans of its source."""

    def __init__(self, text: str, shown: Visible, limit: Span) -> None:
        """Take the marks of what is within `limit`."""
        self.text = text
        self.shown = shown
        self.limit = limit
        self.marks = sorted(shown.marks, key=lambda mark: mark.span.end - mark.span.start)
        self.opening = {mark.span.start: mark.inner.start for mark in self.marks}
        """Where each mark that begins at a place has its first character within."""
        self.closing = {mark.inner.end: mark.span.end for mark in self.marks}
        """Where each mark that closes at a place ends."""
        self._places = _Places([mark.span for mark in self.marks])

    def only_marks(self, start: int, end: int, also: str = "") -> bool:
        """Return whether nothing is between two places but marks that open or close, and some characters."""
        at = start
        while at < end:
            after = self.opening.get(at) or self.closing.get(at)
            if after is not None and at < after <= end:
                at = after
            elif self.text[at] in also:
                at += 1
            else:
                return False
        return at == end

    def whole(self, span: Span) -> Span:
        """Return a span that opens and closes what it holds: widened over marks beside it, and over a stop in them."""
        for _ in range(2):  # a mark within another may have to come first
            number: int | None = -1
            while number is not None:
                span, number = self._widened(span, number)
        return span

    def _widened(self, span: Span, done: int) -> tuple[Span, int | None]:
        """Return a span widened over the first mark after some number, and that one's number; None where none is."""
        start, end = span
        for number in self._places.crossing(start, end):
            mark = self.marks[number]
            if number <= done:
                continue
            if mark.span.start >= start and self.only_marks(end, mark.inner.end, _STOP):
                return Span(start, mark.span.end), number
            if mark.span.start < start and self.only_marks(mark.inner.start, start):
                return Span(mark.span.start, end), number
        return Span(start, end), None

    def parts(self, span: Span) -> Iterator[Span]:
        """Yield a span without the marks that close within it and began before: what is before, between and after."""
        start = span.start
        for number in self._places.crossing(*span):
            mark = self.marks[number]
            if mark.span.start < span.start and mark.inner.end > start:
                yield Span(start, mark.inner.end)
                start = mark.span.end
        yield Span(start, span.end)

    def at(self, span: Span) -> Mark | None:
        """Return the mark that has a span; None where there is none."""
        return next((mark for mark in self.marks if mark.span == span), None)

    def target(self, link: Span, url: str) -> Span | None:
        """Return where the target of a link is written, which may be empty; None where it is not to be told."""
        mark = self.at(link)
        if mark is None:
            return None
        start, end = (mark.inner.end, link.end) if mark.name == "[" else (link.start, mark.inner.start)
        # `[Title]()` and `href=""` wait for their target
        forms = [(url, 0), (url.replace("&", "&amp;"), 0)] if url else [("()", 1), ('href=""', 6), ("href=''", 6)]
        for written, skipped in forms:
            at = self.text.find(written, start, end)
            if at >= 0:
                return Span(at + skipped, at + (len(written) if url else skipped))
        return None

    def begins_with(self, span: Span) -> Mark | None:
        """Return the mark, but a link, that sets off what a span begins with, and not all of it."""
        for mark in self.marks:
            if mark.span.start == span.start and mark.span.end < span.end and mark.name not in _LINKS:
                return mark
        return None

    def innermost(self, span: Span) -> Span:
        """Return what a mark holds, without the marks and brackets around all of it."""
        inside = {mark.span: mark.inner for mark in (*brackets(self.shown), *self.marks)}
        while span in inside:
            span = inside[span]
        return span

    def hidden(self) -> Iterator[Span]:
        """Yield comments, links of an icon alone, and elements that show nothing and have data or a name.

        They are of this entry alone.
        """
        for mark in self.marks:
            known = attributes(self.text[mark.span.start : mark.inner.start])
            if (
                mark.name == "!--"
                or (mark.name in _LINKS and _ICON.fullmatch(mark.inner.of(self.text)))
                or (not mark.inner.of(self.text).strip() and any(name == "id" or name[:4] == "data" for name in known))
            ):
                yield mark.span

    def without_blanks(self, splices: Sequence[Splice]) -> list[Splice]:
        """Return splices, those that take out what is hidden with the blanks before it, where nothing needs them."""
        ends = {span.end for span in self.hidden()}
        done: list[Splice] = []
        for splice in splices:
            start, end = splice.span
            if not splice.text and end in ends and (end == self.limit.end or self.text[end] in " \t\n"):
                least = max(self.limit.start, done[-1].span.end if done else 0)
                start = least + len(self.text[least:start].rstrip(" \t"))
            done.append(Splice(Span(start, end), splice.text))
        return done

    def within(self, at: int) -> str:
        """Return the first character at a place that opens no mark; empty at the end."""
        while at in self.opening:
            at = self.opening[at]
        return self.text[at : at + 1]

    def depth(self, span: Span) -> int:
        """Return how many marks are around a span."""
        return sum(1 for _ in self._places.around(*span))

    def opens(self, span: Span) -> bool:
        """Return whether a mark opens within a span and closes after it."""
        around = self._places.around(span.end, span.end)
        return any(span.start <= self.marks[number].span.start for number in around)

    def around(
        self,
        span: Span,
        limit: Span | None = None,
        *,
        signs: bool = False,
        brackets: bool = False,
        blocks: bool = False,
    ) -> Span:
        """Return a span with the marks that hold nothing else.

        Args:
            span: The span.
            limit: What the marks have to be within; without, the entry.
            signs: Whether signs and a stop may be after it in the marks.
            brackets: Whether brackets around it count as marks.
            blocks: Whether elements that are blocks count, as paragraphs and cells.
        """
        limit = limit or self.limit
        start, end = span
        marks = [self.marks[number] for number in sorted(self._places.around(start, end))]
        changed = True
        while changed:
            changed = False
            for mark in marks:
                holds = mark.span.start < start and end < mark.span.end and limit.covers(mark.span)
                counts = blocks or mark.name not in BLOCK
                if holds and counts and self._holds_only(mark, Span(start, end), signs=signs):
                    start, end, changed = *mark.span, True
            for opening, closing in _BRACKETS if brackets else ():
                begin, stop = start - len(opening), end + len(closing)
                held = begin >= limit.start and stop <= limit.end
                if held and self.text.startswith(opening, begin) and self.text.startswith(closing, end):
                    start, end, changed = begin, stop, True
        return Span(start, end)

    def _holds_only(self, mark: Mark, span: Span, *, signs: bool) -> bool:
        """Whether a mark holds nothing but a span and other marks around it."""
        before = self.only_marks(mark.inner.start, span.start)
        return before and self.only_marks(span.end, mark.inner.end, _SIGNS if signs else "")

    def closers(self, span: Span) -> Span:
        """Return the marks that close at the end of a span, without the signs before them."""
        start = span.start
        while start < span.end and start not in self.closing:
            start += 1
        return Span(start, span.end)

    def after(self, at: int, also: str = "") -> int:
        """Return the place after the marks that close at a place, those that began before it, and some characters."""
        while at < self.limit.end:
            if self.limit.start < self.closing.get(at, 0) <= self.limit.end:
                at = self.closing[at]
            elif self.text[at] in also:
                at += 1
            elif "]" in also and self.text.startswith("\\]", at):
                at += 2
            else:
                break
        return at

    def after_text(self, at: int) -> int:
        """Return the place after the marks within a line that close at a place: not of a paragraph, a cell, a box."""
        while mark := next((mark for mark in self.marks if mark.inner.end == at and mark.name not in BLOCK), None):
            at = mark.span.end
        return at


def of_parts(names: str, count: int) -> str:
    """Return what sets off each surname and each given name of some people, as in `**Reed**, **A**`; often nothing."""
    parts = names.split("**")
    told = len(parts) > 2 * count + 1 > 1 and not parts[0] and not any("," in part for part in parts[1::2])
    between = "".join(parts[::2])
    return "**" if told and between == between.lower() else ""


def of_surnames(names: str, people: Sequence[Author]) -> tuple[str, str]:
    """Return what sets off the surname alone of each of some people, as small capitals do; often nothing does.

    Args:
        names: The source of their list.
        people: Who is named in it.
    """
    around = set[tuple[str, str]]()
    for author in people:
        family = person(author.name, turned=are_turned([author.name])).family
        found = _SET_OFF.format(re.escape(family)) if family != author.name else ""
        match = re.search(found, names) if found else None
        around.add((match["opens"], (match["tag"] and f"</{match['tag']}>") or match["opens"]) if match else ("", ""))
    return around.pop() if len(around) == 1 else ("", "")


def with_surname(name: str, around: tuple[str, str]) -> str:
    """Return a name with marks around its surname."""
    family = person(name, turned=are_turned([name])).family
    if not around[0] or not family:
        return name
    at = name.find(family) if name.startswith(family) else name.rfind(family)
    return f"{name[:at]}{around[0]}{family}{around[1]}{name[at + len(family) :]}"


_SET_OFF = (
    r"(?P<opens><(?P<tag>span|b|i|em|strong|u|small)\b[^<>]*>|(?<![*_])(?:\*{{1,2}}|_{{1,2}}))"
    r"{}(?(tag)</(?P=tag)>|(?P=opens)(?![*_]))"
)
"""A surname with marks of its own."""


def of(text: str, entry: Entry) -> Marks:
    """Return the marks of an entry."""
    return Marks(text, visible(text, entry.unit), entry.unit.content)
