"""Where a new entry goes in a list that is there, which of its neighbours it takes its shape from, and its splice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from profile_tui.content.change import joined
from profile_tui.content.change.typed_numbers import is_counted_by_kramdown, step_of_ends, typed_label
from profile_tui.content.entries import chronology
from profile_tui.content.entries.entry import HEADED, Entry, Values
from profile_tui.content.entries.kind import Kind
from profile_tui.content.entries.rope import pairs, part
from profile_tui.text.dataclass import dataclass
from profile_tui.text.span import Splice

MANY = 64
"""How many entries are asked for a habit of all of them: where dates run, whose name is set off."""
_NEAR = 12
"""How many neighbours are looked at for models."""
_MODELS = 6
"""How many of them are tried before an addition is refused."""


@dataclass(frozen=True)
class InsertionPoint:
    """Where a new entry may go.

    Attributes:
        run: Neighbours of one shape, with nothing but blanks between them; of a long run, those near the place.
        index: How many of them are before the place.
    """

    run: Sequence[Entry]
    index: int

    @property
    def number(self) -> int:
        """The number that the new entry gets."""
        return self.run[0].number + self.index

    def models(self, what: Kind, text: str, values: Values) -> list[Entry]:
        """Return the entries that may serve as models: those that fit best, of these the nearest."""
        after, before = self.run[self.index :][:_NEAR], self.run[: self.index][-_NEAR:][::-1]
        near = [entry for both in zip_longest(after, before) for entry in both if entry is not None][:_NEAR]
        return what.models(text, near, values)[:_MODELS]

    def splice(self, text: str, source: str) -> Splice:
        """Return the splice that puts a source into the place, with the run's own gap."""
        run, at = self.run, self.index
        if joined.is_joined(run[0]):
            return joined.added(text, run, at, source)
        if at < len(run):
            gap = _gap(text, run, max(at, 1)) if len(run) > 1 else _own_gap(run[0])
            if not source.endswith("\n") and text[: run[at].span.start].endswith("\n"):
                source += "\n"
            return Splice.insert(run[at].span.start, source + gap)
        if mark := _lacking_break(text, run):
            return Splice.insert(run[-1].unit.content.end, mark + "\n" + source.rstrip("\n").removesuffix(mark))
        gap = _gap(text, run, at - 1) if len(run) > 1 else _own_gap(run[-1])
        end = run[-1].span.end
        if end == len(text) and not text.endswith("\n"):
            return Splice.insert(end, "\n" + gap + source.rstrip("\n"))
        if text[:end].endswith("\n") and not source.endswith("\n"):
            source += "\n"
        return Splice.insert(end, gap + source)


def insertion_points(what: Kind, text: str, entries: Sequence[Entry], values: Values) -> Iterator[InsertionPoint]:
    """Yield the places of a section that a new entry may go to, the best first.

    In a list sorted by date that is where its date belongs; else where the section keeps its newest.
    """
    on_top = what.newest_first(_ends(entries)) and not _is_counted_on(what, text, entries)
    point = _by_date(what, text, entries, values, on_top=on_top)
    if point is not None:
        yield point
    runs = _runs(text, entries, on_top=on_top)
    ascends = not on_top and any(chronology.when(what.fields, entry.values) for entry in _ends(entries))
    for run in reversed(list(runs)) if ascends else runs:  # the newest are in the last run of a list that ascends
        yield InsertionPoint(run, 0 if on_top else len(run))


def _is_counted_on(what: Kind, text: str, entries: Sequence[Entry]) -> bool:
    """Whether numbers that are typed go up from the top, and no dates run down: the next one is at the end."""
    ends = _ends(entries)
    if typed_label(text, ends[0]) is None or step_of_ends(text, ends) != 1:
        return False
    dates = [chronology.when(what.fields, entry.values) for entry in ends]
    steps = {(first > second) - (first < second) for first, second in pairwise(filter(None, dates))}
    return 1 not in steps or -1 in steps


def _by_date(what: Kind, text: str, entries: Sequence[Entry], values: Values, *, on_top: bool) -> InsertionPoint | None:
    """Return the place where an entry's date belongs; None where that is where the newest are, or is not known."""
    new = chronology.when(what.fields, values)
    outer = entries[0] if on_top else entries[-1]
    newest = chronology.when(what.fields, outer.values)
    if not new or (newest and new >= newest):
        return None  # as nearly all additions; a long list is not read for that
    dated = part(entries, 0, len(entries)).unmoved()  # where they are says nothing of when they were
    index = chronology.index_of([chronology.when(what.fields, entry.values) for entry in dated], new)
    return None if index is None else _around(text, entries, index)


def _around(text: str, entries: Sequence[Entry], index: int) -> InsertionPoint | None:
    """Return the place before an entry, among its neighbours of one shape; None where their text counts them."""
    inner = index if index < len(entries) else index - 1
    start, end = inner, inner + 1
    while start > max(0, inner - MANY // 2) and _alike(text, entries[start - 1], entries[start]):
        start -= 1
    while end < min(len(entries), inner + MANY // 2) and _alike(text, entries[end - 1], entries[end]):
        end += 1
    run = entries[start:end]
    counts_itself = not is_counted_by_kramdown(text, run[0]) and start < index < end and step_of_ends(text, run)
    return None if counts_itself else InsertionPoint(run, index - start)


def _runs(text: str, entries: Sequence[Entry], *, on_top: bool) -> Iterator[Sequence[Entry]]:
    """A section's entries, cut where the shape changes or something else is between.

    Of a long run, the part that a new entry joins.
    """
    start, is_yielded = 0, False
    for at, (entry, other, by) in enumerate(pairs(entries), 1):
        if _alike(text, entry, other, by):
            if on_top and not is_yielded and at - start == MANY:
                is_yielded = True
                yield entries[start:at]
            continue
        if not is_yielded:
            yield entries[start if on_top else max(start, at - MANY) : at]
        start, is_yielded = at, False
    if not is_yielded:
        yield entries[start if on_top else max(start, len(entries) - MANY) :]


def _alike(text: str, entry: Entry, other: Entry, by: int = 0) -> bool:
    """Whether two entries are of one shape, with nothing but blanks between them; `by` moves their places."""
    alike = entry.unit.type == other.unit.type and entry.unit.markdown == other.unit.markdown
    if joined.is_joined(entry):
        return alike and joined.together(entry, other)
    return alike and not text[entry.span.end + by : other.span.start + by].strip()


def _ends(entries: Sequence[Entry]) -> Sequence[Entry]:
    """The first and the last of many entries, in their order; asked for what they say, and not for where they are."""
    if len(entries) <= MANY:
        return entries
    first, last = part(entries, 0, MANY // 2), part(entries, len(entries) - MANY // 2, len(entries))
    return [*first.unmoved(), *last.unmoved()]


def _gap(text: str, run: Sequence[Entry], index: int) -> str:
    """What is between an entry of a run and the one before it."""
    return text[run[index - 1].span.end : run[index].span.start]


def _lacking_break(text: str, run: Sequence[Entry]) -> str:
    """What breaks the lines of a paragraph, where its last one has nothing of it."""
    if run[-1].unit.type != "line" or text[run[-1].unit.content.end : run[-1].span.end].strip("\n"):
        return ""
    first = run[0].unit.content.end
    return text[first : text.index("\n", first)] if run[0] is not run[-1] else ""


def _own_gap(only: Entry) -> str:
    """What parts an entry from a new neighbour where it has none to show."""
    return "\n" if only.unit.type in ("paragraph", "box", HEADED) else ""
