"""What goes with a piece that is taken out of an entry: marks and brackets that held it, its separator, its line."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby, pairwise, starmap

from profile_tui.content.publications.writing.marks import Marks
from profile_tui.markup.brackets import brackets
from profile_tui.markup.html import BLOCK
from profile_tui.markup.inline import BLOCK_BREAK, BREAKS, BULLET, HARD, IMAGE, LIQUID, SOFT, TEXT, Mark
from profile_tui.text.dataclass import dataclass
from profile_tui.text.span import Span, Splice

_NEW = "new"
"""The kind of cells that are put in."""
_BLANKS = " \t\u00a0\u202f\u3000"
_SEPARATORS = _BLANKS + "/-–‒,，、،:：;；؛|·•—.。"
"""What parts fields, what parts them more after what parts them less."""
_STOPS = ".。"
_EACH_BLANK, _EACH_STOP = tuple(_BLANKS), tuple(_STOPS)
_COLON = _SEPARATORS.index(":")
_STOP = _SEPARATORS.index(_STOPS[0])
_SPACED = (" – ", " — ", " - ", " // ")
_BARE = _SEPARATORS + "*_†‡#^\\!?！？>`\n"
"""What is nothing by itself, where the words beside it are gone."""
_CELLS = frozenset("table tbody td tfoot th thead tr".split())
"""Elements that stay when they are emptied."""
_QUOTES = tuple("”»’\"'」』》¨")
_LIGHT = tuple(",;")
_OPENING, _CLOSING = tuple("([{（"), tuple(")]}）")


@dataclass(slots=True)
class _Cell:
    """A character that an entry shows, or a text that is put in."""

    sign: str
    span: Span
    kind: str
    gone: bool = False

    @property
    def stays(self) -> bool:
        """Whether it says something, and stays."""
        return not self.gone and (self.kind == _NEW or self.sign not in _BARE)

    @property
    def parts(self) -> bool:
        """Whether it is of a separator."""
        return self.kind == TEXT and self.sign in _SEPARATORS


def settled(
    marks: Marks, splices: Sequence[Splice], apart: Collection[Span] = (), short: Collection[Span] = ()
) -> list[Splice]:
    """Return splices, those that take something out with all that would be left around nothing.

    Args:
        marks: Those of the entry.
        splices: What is put in and taken out.
        apart: What stands apart from the fields before it, as links do: no comma leads to it, and no stop goes with it.
        short: Where a short form begins that is put in, as `Fen Sci.`: a comma is still needed after its stop.
    """
    has_holes = any(not splice.text for splice in splices)
    return _Entry(marks, splices, apart, short).splices() if has_holes else list(splices)


class _Entry:
    """An entry as cells, some of which are gone."""

    def __init__(
        self, marks: Marks, splices: Sequence[Splice], apart: Collection[Span], short: Collection[Span]
    ) -> None:
        """Take the splices."""
        self.marks = marks
        self.apart = apart
        self.short = {span.start for span in short}
        self.new = [splice for splice in splices if splice.text]
        self.holes = [splice.span for splice in splices if not splice.text]
        self.cells = self._cells()
        self.starts = [cell.span.start for cell in self.cells]

    def splices(self) -> list[Splice]:
        """Return what is put in, and what is taken out."""
        marks = [*self.marks.marks, *brackets(self.marks.shown)]
        for mark in sorted(marks, key=lambda mark: mark.span.end - mark.span.start):
            if mark.name not in _CELLS:
                self._empty(mark)
        self._empty_lines()
        for start, end in self._lines(were=True):
            self._part(start, end)
        return sorted([*self.new, *(Splice(span, "") for span in self._gone())], key=lambda splice: splice.span)

    def _cells(self) -> list[_Cell]:
        """What the entry shows, with what is put in."""
        shown = self.marks.shown
        signs = (
            _Cell(sign, shown.span(start + at, start + at + 1), run.kind)
            for run, start in zip(shown.runs, shown.starts, strict=True)
            for at, sign in enumerate(shown.text[start : start + (len(run.text) if run.kind == TEXT else 1)])
        )
        cells = [cell for cell in signs if not any(splice.span.covers(cell.span) for splice in self.new)]
        for cell in cells:
            cell.gone = any(hole.covers(cell.span) for hole in self.holes)
        whole = (hole for hole in self.holes if any(hole.covers(mark.span) for mark in self.marks.marks))
        hidden = (_Cell("", hole, TEXT, gone=True) for hole in whole)
        new = (_Cell(str(splice.text), splice.span, _NEW) for splice in self.new)
        return sorted([*cells, *hidden, *new], key=lambda cell: cell.span)

    def _within(self, span: Span) -> list[_Cell]:
        """The cells in a span."""
        at = bisect_left(self.starts, span.start)
        cells = []
        while at < len(self.cells) and self.starts[at] <= span.end:
            if self.cells[at].span.end <= span.end and (self.starts[at] < span.end or self.cells[at].kind == _NEW):
                cells.append(self.cells[at])
            at += 1
        return cells

    def _empty(self, mark: Mark) -> None:
        """Takes a mark away that nothing is left in."""
        cells = self._within(mark.inner)
        if not any(cell.gone for cell in cells) or any(cell.stays for cell in cells):
            return
        if mark.name in BLOCK and any(cell.kind in (IMAGE, LIQUID) for cell in cells):
            return  # the place of a picture
        if not any(new.span.start < mark.span.end and mark.span.start < new.span.end for new in self.new):
            self.holes.append(mark.span)
            for cell in self._within(mark.span):
                cell.gone = True

    def _lines(self, *, were: bool = False) -> Iterator[tuple[int, int]]:
        """Yield where each line begins and ends that something is gone from; with `were`, as the lines were before."""
        start = 0
        for at in range(len(self.cells) + 1):
            if at == len(self.cells) or (self.cells[at].kind in BREAKS and (were or not self.cells[at].gone)):
                if any(cell.gone for cell in self.cells[start:at]):
                    yield start, at
                start = at + 1

    def _empty_lines(self) -> None:
        """Takes away the lines that say nothing any more, those beside each other as one, with a break."""
        lines = [line for line in self._lines() if not any(cell.stays for cell in self.cells[slice(*line)])]
        for start, end in lines:
            bullet = bool(start) and self.cells[start - 1].kind == BULLET
            for cell in self.cells[start - bullet : end]:
                cell.gone = True
        while lines:
            start, end = lines.pop(0)
            after, stop = self._breaks(end, 1)
            while lines and lines[0][0] <= stop:
                following, last = lines.pop(0)
                _take(self.cells[end:following])
                end = last
                after, stop = self._breaks(end, 1)
            before, _ = self._breaks(start - 1, -1)
            ends = stop == len(self.cells) or self.cells[stop].kind == BLOCK_BREAK or _is_paragraph(after)
            more = not after or _is_paragraph(after) or not _is_paragraph(before)
            _take(before if before and ends and more else after)

    def _breaks(self, at: int, step: int) -> tuple[list[_Cell], int]:
        """The breaks and blanks beside a line, on one of its sides, and where they end."""
        found = []
        while 0 <= at < len(self.cells) and (self.cells[at].gone or self._is_break(self.cells[at])):
            found += [] if self.cells[at].gone else [self.cells[at]]
            at += step
        while step > 0 and found and found[-1].kind == TEXT:
            found.pop()  # the indentation of what follows
        return found, at

    def _is_break(self, cell: _Cell) -> bool:
        """Whether a cell is a break that may go, or a blank."""
        if cell.kind in (SOFT, HARD, TEXT):
            return cell.kind != TEXT or cell.sign in _BLANKS
        return cell.kind == BLOCK_BREAK and not cell.span.of(self.marks.text).strip()

    def _part(self, start: int, end: int) -> None:
        """Leaves one separator where something is gone from a line."""
        at = start
        while at < end:
            first = at
            while at < end and (self.cells[at].gone or self.cells[at].parts):
                at += 1
            if any(cell.gone and cell.sign for cell in self.cells[first:at]):
                self._part_once(start, first, at, end)
            at += 1

    def _part_once(self, begin: int, first: int, last: int, end: int) -> None:
        """Leaves one of the separators in a range that holds nothing else: the one that parts most."""
        before = self.cells[first - 1] if first > begin else None
        after = self.cells[last] if last < end else None
        while after is None and end < len(self.cells) and self.cells[last - 1].sign in _EACH_BLANK:
            last -= 1  # blanks before a break are of its own
        groups, apart = self._groups(first, last)
        if before is None:
            groups[0] = []  # the indentation
        elif groups[0] and self._is_own(first):
            before = groups[0].pop(0)
        while after is None and apart and apart[-1] and _rank(groups[-2]) >= _STOP:
            apart.pop()
            _take(groups.pop())
        self._keep(groups, self._kept(groups, before, after), is_last=after is None or after.sign[0] in _BLANKS)

    def _keep(self, groups: Sequence[Sequence[_Cell]], kept: list[_Cell], *, is_last: bool) -> None:
        """Takes separators away but for what is kept of them: without blanks before a break, else with one."""
        cells = [cell for group in groups for cell in group]
        _take([cell for cell in cells if not any(cell is each for each in kept)])
        while kept and is_last and kept[-1].sign in _BLANKS:
            kept.pop().gone = True
        if kept and not is_last and kept[-1].sign not in _BLANKS:
            for cell in [cell for cell in cells if cell.sign in _BLANKS][-1:]:
                cell.gone = cell.span < kept[-1].span

    def _groups(self, first: int, last: int) -> tuple[list[list[_Cell]], list[bool]]:
        """The separators in a range: what is before, between and after the holes; and which of these stand apart."""
        groups: list[list[_Cell]] = [[]]
        apart: list[bool] = []
        for is_gone, group in groupby(self.cells[first:last], lambda cell: cell.gone):
            if is_gone:
                groups.append([])
                apart.append(any(span.covers(cell.span) for cell in group for span in self.apart))
            else:
                groups[-1] += group
        return groups, apart

    def _is_own(self, at: int) -> bool:
        """Whether a stop is not the list's but an initial's, or within marks that close, or before a bracket."""
        cell = self.cells[at]
        if cell.sign != _STOPS[0]:
            return False
        hole = next((other.sign for other in self.cells[at:] if other.gone and other.sign), "")
        before = [other.sign.isalpha() for other in self.cells[max(0, at - 2) : at] if other.kind != _NEW]
        closes = self.marks.depth(cell.span) > self.marks.depth(self.cells[at + 1].span)
        return closes or hole[:1] in _OPENING or before == [False, True]

    def _kept(self, groups: list[list[_Cell]], before: _Cell | None, after: _Cell | None) -> list[_Cell]:
        """What stays between two cells: at the end of a line what ended it, before a text that is put in a stop."""
        if before is None or before.sign in _OPENING or (after is not None and after.sign in _CLOSING):
            return []
        if after is None:
            return self._unless_said(groups[-1], before)
        best = max(_without_colons(groups), key=self._strength)
        stops = _rank(best) >= _STOP
        if after.kind == _NEW and after.sign[0] in _SEPARATORS:
            return self._before_new(groups, best, before, after)
        if self._begins_apart(after):
            best = best if stops else groups[-1]
        elif after.sign[0] in _OPENING:  # a stop before a bracket is the list's, one after what is gone may be its own
            own = _rank(groups[0]) >= _STOP and not before.sign[-1].isdigit()
            best = groups[0] if own else [] if stops else groups[-1]
        return self._unless_said(best, before) or _blank(groups)

    def _begins_apart(self, cell: _Cell) -> bool:
        """Whether a cell begins what stands apart, as `[DOI]` in a link does, or is the bracket before it."""
        return any(
            span.start - cell.span.start in (0, 1)
            or (span.covers(cell.span) and self._within(Span(span.start, cell.span.end)) == [cell])
            for span in self.apart
        )

    def _before_new(self, groups: Sequence[list[_Cell]], best: list[_Cell], before: _Cell, after: _Cell) -> list[_Cell]:
        """What stays before a text that is put in and brings a separator: a stop, as what ended the entry before it."""
        stops = _rank(best) >= _STOP
        if groups[-1] and groups[-1][-1].sign in _EACH_STOP and after.sign[0] in _EACH_BLANK:
            best, stops = groups[-1], True
        following = next((cell.sign for cell in self.cells[self.cells.index(after) + 1 :] if not cell.gone), "")
        return self._unless_said(best, before) if stops and following not in _EACH_STOP else []

    def _strength(self, group: list[_Cell]) -> tuple[int, int, int]:
        """How much a separator parts: a stop more than others, one that is in marks less than others of its sort."""
        rank = _rank(group)
        if rank >= _STOP and group[-1].sign == ".":
            rank = 0  # `2026.04`
        classes = (rank >= 0) + (rank >= len(_BLANKS)) + (rank >= _STOP)
        return classes, -self.marks.depth(group[0].span) if group else 0, rank

    def _unless_said(self, group: list[_Cell], before: _Cell) -> list[_Cell]:
        """A separator without what it only repeats, as after `“Title.”`; the comma of `“Title,”` becomes a stop."""
        at = self.cells.index(before)
        while at and self.cells[at].sign in _QUOTES:
            at -= 1
        last, quoted = self.cells[at], before.sign in _QUOTES
        own, rank = last.sign[-1:], _rank(group)
        if own in _LIGHT and quoted and rank >= len(_BLANKS):
            if rank >= _STOP:
                self.new.append(Splice(last.span, _STOPS[0]))
                last.kind = _NEW
            return []
        if own not in _EACH_STOP:
            return group
        word = "".join(cell.sign for cell in self.cells[max(0, at - 2) : at + 1])[-3:-1]
        ends = quoted or (len(word) == 2 and word.islower() and not self._is_short(last))
        rest = [cell for cell in group if cell.sign not in _STOPS and not (ends and cell.sign in _LIGHT)]
        return rest if _rank(rest) >= len(_BLANKS) else []

    def _is_short(self, cell: _Cell) -> bool:
        """Whether a text is put in that ends in a short form."""
        return cell.kind == _NEW and cell.span.start in self.short

    def _gone(self) -> Iterator[Span]:
        """What is taken out, in order, what touches each other as one; what is put in may be between."""
        gone: list[Span] = []
        for start, end in sorted([*self.holes, *(cell.span for cell in self.cells if cell.gone)]):
            if gone and start <= gone[-1].end:
                gone[-1] = Span(gone[-1].start, max(end, gone[-1].end))
            else:
                gone.append(Span(start, end))
        places = sorted(new.span.start for new in self.new)
        for start, end in gone:
            yield from starmap(Span, pairwise([start, *(at for at in places if start < at < end), end]))


def _without_colons(groups: Sequence[list[_Cell]]) -> list[list[_Cell]]:
    """Separators without the colons between what is gone, as before pages, where others are around it."""
    ends = [group for group in (groups[0], groups[-1]) if _rank(group) >= len(_BLANKS)]
    return [group for group in groups if not ends or group in ends or _rank(group) != _COLON]


def _take(cells: Sequence[_Cell]) -> None:
    """Has cells be gone."""
    for cell in cells:
        cell.gone = True


def _blank(groups: Sequence[Sequence[_Cell]]) -> list[_Cell]:
    """One of the blanks that end separators, where one does."""
    return [group[-1] for group in groups if group and group[-1].sign in _BLANKS][:1]


def _is_paragraph(breaks: Sequence[_Cell]) -> bool:
    """Whether one of some breaks ends a paragraph."""
    return any(cell.kind == BLOCK_BREAK for cell in breaks)


def _rank(signs: Collection[_Cell] | str) -> int:
    """How much a separator parts; -1 where there is none."""
    each = signs if isinstance(signs, str) else "".join(cell.sign for cell in signs)
    if each in _SPACED:
        return _SEPARATORS.index("|")  # a dash between blanks parts fields
    return max((_SEPARATORS.index(sign) for sign in each if sign in _SEPARATORS), default=-1)
