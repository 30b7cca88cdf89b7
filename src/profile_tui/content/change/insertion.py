"""Where a new entry goes in a list that is there, which of its neighbours it takes its shape from, and its splice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from profile_tui.content.change import joined
from profile_tui.content.entries import chronology
from profile_tui.content.entries.entry import HEADED, Entry, Values
from profile_tui.content.entries.kind import Kind
from profile_tui.content.entries.rope import pairs, part
from profile_tui.text.catalogue import _
from profile_tui.text.dataclass import dataclass
from profile_tui.text.errors import Refused
from profile_tui.text.named_tuple import NamedTuple
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Splice

MANY = 64
"""How many entries are asked for a habit of all of them: where dates run, whose name is set off."""
_NEAR = 12
"""How many neighbours are looked at for models."""
_MODELS = 6
"""How many of them are tried before an addition is refused."""
_LABEL = lazily(
    # `- [3]`, `- **J3**`, `- 3. `, `1. 3. `
    r"(\s*(?:[-*+]|1\.)\s+(?:`|\*{1,2}|__?)?[\[(〔［（【]?[A-Z]{0,3}-?)(\d{1,3})(?=[`*_\])〕］）】]|[.)]\s)"
    # `[3]`, `<p>[J3]`, `(3)`, `3.`, `**3**.`, `| 3 |`
    r"|((?:<\w[^<>]*>)?\s*(?:\\?[\[〔［【]\s*[A-Z]{0,3}-?|[(（](?=\d{1,3}[)）]))|\s*(?:[A-Z]{0,2}|\*\*|\|\s*))"
    r"(\d{1,9}(?=\s*\\?[.\])）、〕］】]|\*\*\s*[.\])、])|\d{1,3}(?=\s*\|))"
    # `<tr><td>3</td>` and `<p>3. `
    r"|((?i:<tr\b[^<>]*>\s*<t[dh]\b[^<>]*>|<(?:p|li|div)\b[^<>]*>)\s*(?:<\w+[^<>]*>\s*)?[\[(]?)"
    r"(\d{1,3})(?=[.\])]?\s*</|[.\])]\s)"
)


_BRACKETS = frozenset("[〔［【(（")


class Label(NamedTuple):
    """The number that an entry's source begins with, where a list is counted.

    Attributes:
        before: What is before it: a bullet, a bracket, a letter.
        number: The number.
        end: Where it ends.
        is_within: Whether the marker of an item is before it.
    """

    before: str
    number: int
    end: int
    is_within: bool = False


def counted_label(text: str, at: int = 0) -> Label | None:
    """Return the number that a source begins with, counted or not; None where it has none."""
    match = _LABEL.match(text, at)
    if match is None:
        return None
    before, number = (match[group] or match[group + 2] or match[group + 4] or "" for group in (1, 2))
    return Label(before, int(number), match.end(), is_within=bool(match[1]))


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

    def numbered(self, text: str, source: str, entries: Sequence[Entry]) -> str:
        """Return a source with the number that its place has: one more than its neighbour's where the run counts.

        Args:
            text: The page.
            source: Of the new entry, as its model is.
            entries: All entries of the section.

        Raises:
            Refused: The next entry has that number, and the ones below go on from it, or the entry beside the run has.
        """
        own, step = counted_label(source), _step(text, self.run) or self._step_beside(text, entries)
        if own is None:
            self._check_numberless(text)
            return source
        if own.before.strip(" \n\\")[:1] in _BRACKETS and not step:
            return self._numbered_by_sort(text, source, own)
        if not step:
            self._check_number(text, own)
            return source
        first = _counted(text, self.run[0])
        if 0 < self.index < len(self.run):
            number = _counted(text, self.run[self.index])  # of a Markdown list: kramdown counts anew
        else:
            number = first - step if self.index == 0 else _counted(text, self.run[-1]) + step
        is_typed = own.is_within or not is_counted_by_kramdown(text, self.run[0])
        if is_typed and (number < 1 or number in [_counted(text, entry) for entry in self._beside(entries)]):
            raise numbered_by_hand()
        return own.before + str(number if number > 0 else first) + source[own.end :]

    def _step_beside(self, text: str, entries: Sequence[Entry]) -> int:
        """By how much numbers that are typed go up or down from the only one of a run to the next beside it; else 0."""
        if len(self.run) > 1 or self.index or is_counted_by_kramdown(text, self.run[0]):
            return 0
        own = _counted(text, self.run[0])
        return -1 if own > 1 and any(_counted(text, entry) == own - 1 for entry in self._beside(entries)) else 0

    def _beside(self, entries: Sequence[Entry]) -> Sequence[Entry]:
        """The entries of a section right before and after the run, from which something parts them."""
        start = self.run[0].number - entries[0].number
        return [entries[at] for at in (start - 1, start + len(self.run)) if 0 <= at < len(entries)]

    def _check_number(self, text: str, own: Label) -> None:
        """Raise Refused where another entry has the number of a new one in a list of which not all have numbers."""
        labels = self._labels(text)
        if (own.before, own.number) in labels and len(labels) > 1:
            raise numbered_by_hand()

    def _check_numberless(self, text: str) -> None:
        """Raise Refused where most entries are numbered by hand, by nothing but numbers, and a new one would not be."""
        labels = self._labels(text)
        if 2 * len(labels) > len(self.run) and not any(map(str.isalpha, "".join([before for before, _ in labels]))):
            raise numbered_by_hand()

    def _labels(self, text: str) -> Sequence[tuple[str, int]]:
        """What is before the typed numbers, and these; nothing where kramdown counts, or where one is there twice."""
        labels = [label for entry in self.run if (label := label_of(text, entry))]
        is_typed = any(label.is_within for label in labels) or not is_counted_by_kramdown(text, self.run[0])
        pairs = [(label.before, label.number) for label in labels]
        return pairs if is_typed and len(pairs) == len(set(pairs)) else ()

    def _numbered_by_sort(self, text: str, source: str, own: Label) -> str:
        """A source with the number after the highest of its sort, as `[J3]` above `[J2]` and `[C1]`.

        Raises:
            Refused: Another entry of the sort has the number that the source has.
        """
        labels = [label for entry in self.run if (label := label_of(text, entry))]
        numbers = [label.number for label in labels if label.before == own.before]
        if len(labels) < len(self.run) or not numbers or len(set(numbers)) < len(numbers):
            return source
        if self.index in (0, len(self.run)) and numbers[-1 if self.index else 0] == max(numbers):
            return own.before + str(max(numbers) + 1) + source[own.end :]
        if own.number in numbers:
            raise numbered_by_hand()
        return source

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
    first = label_of(text, ends[0])
    if first is None or _step(text, ends) != 1 or (not first.is_within and is_counted_by_kramdown(text, ends[0])):
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
    counts_itself = not is_counted_by_kramdown(text, run[0]) and start < index < end and _step(text, run)
    return None if counts_itself else InsertionPoint(run, index - start)


def is_counted_by_kramdown(text: str, entry: Entry) -> bool:
    """Whether an entry is an item of a Markdown list with numbers, which is counted anew however it is numbered."""
    return entry.unit.type == "item" and entry.unit.marker.of(text).strip()[:1].isdigit()


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


def _step(text: str, run: Sequence[Entry]) -> int:
    """By how much the numbers of a run go up or down; 0 where it is not counted."""
    if len(run) < 2:
        return 0
    first, second, third, last = (_counted(text, entry) for entry in (run[0], run[1], run[-2], run[-1]))
    step = second - first
    return step if abs(step) == 1 and last - third == step else 0


def is_counted(text: str, entries: Sequence[Entry]) -> bool:
    """Whether the sources of neighbours begin with numbers that all go up by one, or all down."""
    numbers = [_counted(text, entry) for entry in entries]
    steps = {second - first for first, second in pairwise(numbers)}
    sorts = {label.before.lstrip("-*+ ") for entry in entries if (label := label_of(text, entry))}  # `J2`, `C1`
    return 0 not in numbers and steps in ({1}, {-1}) and len(sorts) == 1


def missing_number(text: str, entries: Sequence[Entry], old: Entry) -> int:
    """Return the number that will be missing where an entry goes from a list that is counted by hand; else 0.

    The others keep theirs: a page may speak of them, as in `see [3]`, and no line changes but that of what goes.

    Args:
        text: The page.
        entries: All entries of its section.
        old: The entry that goes.
    """
    own = label_of(text, old)
    if own is None or is_counted_by_kramdown(text, old):
        return 0
    others = {(label.before, label.number) for entry in entries if entry != old and (label := label_of(text, entry))}
    return own.number if (own.before, own.number + 1) in others and own[:2] not in others else 0


def _counted(text: str, entry: Entry) -> int:
    """The number that an entry's source begins with; 0 where it has none."""
    own = label_of(text, entry)
    return own.number if own else 0


def label_of(text: str, entry: Entry) -> Label | None:
    """Return the number that an entry's source begins with; None where it is of a field, as the year `[2025]`."""
    own = counted_label(text, entry.span.start)
    if own is None or any(slot.start < own.end <= slot.end for slot in entry.slots.values()):
        return None
    return own


def numbered_by_hand() -> Refused:
    """Return the refusal where a new entry would get a number that another one has."""
    return Refused(_("the entries are numbered by hand from the top; number them anew in the section's source"))
