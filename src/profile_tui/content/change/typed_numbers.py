"""The numbers that entries begin with: which of them are typed, and which of these a new entry gets."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from profile_tui.content.entries.entry import Entry
from profile_tui.content.page.page import Page
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused
from profile_tui.text.named_tuple import NamedTuple
from profile_tui.text.pattern import lazily

_LABEL = lazily(
    # `- [3]`, `- **J3**`, `- 3. `, `1. 3. `; of four digits those that are no year
    r"(\s*(?:[-*+]|1\.)\s+(?:`|\*{1,2}|__?)?[\[(〔［（【]?[A-Z]{0,3}-?)"
    r"((?!(?:19|20)\d\d)\d{1,4})(?=[`*_\])〕］）】]|[.)]\s)"
    # `[3]`, `<p>[J3]`, `(3)`, `3.`, `**3**.`, `| 3 |`
    r"|((?:<\w[^<>]*>)?\s*(?:\\?[\[〔［【]\s*[A-Z]{0,3}-?|[(（](?=\d{1,3}[)）]))|\s*(?:[A-Z]{0,2}|\*\*|\|\s*))"
    r"(\d{1,9}(?=\s*\\?[.\])）、〕］】]|\*\*\s*[.\])、])|\d{1,3}(?=\s*\|))"
    # `<tr><td>3</td>` and `<p>3. `
    r"|((?i:<tr\b[^<>]*>\s*<t[dh]\b[^<>]*>|<(?:p|li|div)\b[^<>]*>)\s*(?:<\w+[^<>]*>\s*)?[\[(]?)"
    r"(\d{1,3})(?=[.\])]?\s*</|[.\])]\s)"
)


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


def label_at(text: str, at: int = 0) -> Label | None:
    """Return the number that a source begins with, counted or not; None where it has none."""
    match = _LABEL.match(text, at)
    if match is None:
        return None
    before, number = (match[group] or match[group + 2] or match[group + 4] or "" for group in (1, 2))
    return Label(before, int(number), match.end(), is_within=bool(match[1]))


def label_of(text: str, entry: Entry) -> Label | None:
    """Return the number that an entry's source begins with; None where it is of a field, as the year `[2025]`."""
    own = label_at(text, entry.span.start)
    if own is None or any(slot.start < own.end <= slot.end for slot in entry.slots.values()):
        return None
    return own


def is_counted_by_kramdown(text: str, entry: Entry) -> bool:
    """Whether an entry is an item of a Markdown list with numbers, which is counted anew however it is numbered."""
    return entry.unit.type == "item" and entry.unit.marker.of(text).strip()[:1].isdigit()


def typed_label(text: str, entry: Entry) -> Label | None:
    """Return the number that an entry's source begins with; None where it has none, or kramdown counts it."""
    label = label_of(text, entry)
    return label if label and (label.is_within or not is_counted_by_kramdown(text, entry)) else None


def step_of_ends(text: str, run: Sequence[Entry]) -> int:
    """By how much the numbers of a run go up or down, by its first two and its last two; 0 where it is not counted."""
    if len(run) < 2:
        return 0
    first, second, third, last = (_counted(text, entry) for entry in (run[0], run[1], run[-2], run[-1]))
    step = second - first
    return step if abs(step) == 1 and last - third == step else 0


def is_counted(text: str, entries: Sequence[Entry]) -> bool:
    """Whether the sources of neighbours begin with numbers that all go up by one, or all down."""
    labels = [label_of(text, entry) for entry in entries]
    sorts = {label.before.lstrip("-*+ ") for label in labels if label}  # `J2`, `C1`
    return len(sorts) == 1 and None not in labels and _step([label.number for label in labels if label]) != 0


class Labels:
    """The numbers that are typed before the entries of one kind of a page."""

    def __init__(self, page: Page, kind: str) -> None:
        """Keep what is asked."""
        self._page = page
        self._text = page.text
        self._kind = kind

    @cached_property
    def _typed(self) -> dict[int, Label]:
        """The labels, by the numbers of their entries: of all of the page, which is only asked where a label is."""
        labels = ((entry.number, typed_label(self._text, entry)) for entry in self._page.entries(self._kind))
        return {number: label for number, label in labels if label}

    def numbered(self, source: str, model: Entry, at: int, run: Sequence[Entry], section: Sequence[Entry] = ()) -> str:
        """Return the source of a new entry with the number that its place has, where entries are numbered.

        The widest of page, section and run in which no number is there twice tells which are taken; the widest that
        goes up or down by one, which is next.

        Args:
            source: Of the new entry, as its model is.
            model: Its model.
            at: The number that it gets among all of its kind.
            run: Its neighbours, with nothing between them; none in a section of its own.
            section: All entries of the section.

        Raises:
            Refused: Other entries have the numbers around it, and would have to be numbered anew.
        """
        own = label_at(source) if label_of(self._text, model) else None
        if own is None:
            self._check_numberless(run)
            return source
        if is_counted_by_kramdown(self._text, model) and not own.is_within:
            number = self._counted_by_kramdown(own, at - run[0].number, run) if run else own.number
        else:
            number = self._next(own, at, run, section)
        return f"{own.before}{number}{source[own.end :]}"

    def _counted_by_kramdown(self, own: Label, index: int, run: Sequence[Entry]) -> int:
        """The number before a new item of a Markdown list, which kramdown counts anew."""
        step = step_of_ends(self._text, run)
        if not step:
            return own.number
        if 0 < index < len(run):
            return _counted(self._text, run[index])
        number = _counted(self._text, run[0]) - step if index == 0 else _counted(self._text, run[-1]) + step
        return number if number > 0 else _counted(self._text, run[0])

    def _next(self, own: Label, at: int, run: Sequence[Entry], section: Sequence[Entry]) -> int:
        """The number that is typed before a new entry."""
        scopes = [self._of_sort(own), self._of_sort(own, section), self._of_sort(own, run)]
        while len(scopes) > 1 and not _is_unique(scopes[0]):
            del scopes[0]
        if not run and not _is_unique(scopes[0]):
            return 1  # each section is counted by itself
        if _is_unique(scopes[0]):
            self._check_sorts(at, run)
        elif not step_of_ends(self._text, run):
            return own.number  # as `(2)` of all, which counts nothing
        step, scope = next(((step, scope) for scope in scopes if (step := _step(list(scope.values())))), (0, scopes[0]))
        numbers, before = list(scope.values()), sum(number < at for number in scope)
        outer = numbers[-1 if before else 0]
        number = outer + ((step if before else -step) or 1)
        is_next = step or outer == max(numbers)
        if not is_next or 0 < before < len(numbers) or number < 1 or number in scopes[0].values():
            raise numbered_by_hand()
        return number

    def _check_sorts(self, at: int, run: Sequence[Entry]) -> None:
        """Raise Refused where only a few entries have labels, or where these are of several sorts around the place.

        What is said of few is true of these alone; and the next number of either sort would be out of its order.
        """
        sorts = [self._typed[entry.number].before for entry in run if entry.number in self._typed]
        is_within = bool(run) and run[0].number < at <= run[-1].number
        if 2 * len(sorts) < len(run) or (is_within and len(set(sorts)) > 1):
            raise numbered_by_hand()

    def _of_sort(self, own: Label, entries: Sequence[Entry] | None = None) -> dict[int, int]:
        """The numbers of a sort, of all entries or of some, by the numbers of these: `[J2]` and `[C2]` are of two."""
        if entries is not None:
            numbers = range(entries[0].number, entries[-1].number + 1) if entries else range(0)
        return {
            at: label.number
            for at, label in self._typed.items()
            if label.before == own.before and (entries is None or at in numbers)
        }

    def _check_numberless(self, run: Sequence[Entry]) -> None:
        """Raise Refused where most entries are numbered by hand, by nothing but numbers, and a new one would not be."""
        labels = [label for entry in run if (label := typed_label(self._text, entry))]
        numbers = [(label.before, label.number) for label in labels]
        is_lettered = any(map(str.isalpha, "".join([label.before for label in labels])))
        if 2 * len(labels) > len(run) and len(set(numbers)) == len(numbers) and not is_lettered:
            raise numbered_by_hand()

    def check_move(self, moved: Entry, beside: Sequence[Entry]) -> None:
        """Raise Refused where an entry that goes to another list has a number by which lists are counted.

        Args:
            moved: The entry.
            beside: The entries of the list that it leaves.

        Raises:
            Refused: It has one, and the numbers of the others would have to be others.
        """
        own = typed_label(self._text, moved)
        scopes = (self._of_sort(own), self._of_sort(own, beside)) if own else ()
        if any(_step(list(scope.values())) for scope in scopes):
            raise numbered_by_hand()

    def missing_without(self, old: Entry, beside: Sequence[Entry]) -> int:
        """Return the number that will be missing where an entry goes; 0 where none will be.

        The others keep theirs: a page may speak of them, as in `see [3]`, and no line changes but that of what goes.

        Args:
            old: The entry that goes.
            beside: The entries of its list.
        """
        own = typed_label(self._text, old)
        for scope in (self._of_sort(own, beside), self._of_sort(own)) if own else ():
            others = {number for at, number in scope.items() if at != old.number}
            if own and own.number + 1 in others and own.number not in others:
                return own.number
        return 0


def _counted(text: str, entry: Entry) -> int:
    """The number that an entry's source begins with; 0 where it has none."""
    own = label_of(text, entry)
    return own.number if own else 0


def _step(numbers: Sequence[int]) -> int:
    """Return by how much numbers all go up or down, which is one; 0 where they do not."""
    steps = {second - first for first, second in pairwise(numbers)}
    return steps.pop() if steps in ({1}, {-1}) else 0


def _is_unique(scope: dict[int, int]) -> bool:
    """Whether there are numbers, and none of them is there twice."""
    return 0 < len(scope) == len(set(scope.values()))


def numbered_by_hand() -> Refused:
    """Return the refusal where a new entry would get a number that another one has."""
    return Refused(_("the entries are numbered by hand from the top; number them anew in the section's source"))
