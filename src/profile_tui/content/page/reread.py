"""Reads a page again of which little changed: what is before the change and after it is taken over.

This is done where a change lies within one list of one section. The top level of the page is cut anew all the same, and
must be as it was but for the length of that list. Items are cut anew from the one before the change on, until one comes
that was there; what decides where it and those after it start is as it was. For anything else, the page is read whole.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from typing import Protocol

from profile_tui.content.entries.entry import Entry, Unit
from profile_tui.content.entries.rope import Shift, T, joined, part
from profile_tui.content.entries.section import Section
from profile_tui.content.kinds import kinds
from profile_tui.content.page.outline import item_nodes
from profile_tui.markup.blocks import Block
from profile_tui.markup.blocks.recut import recut
from profile_tui.markup.frontmatter import FrontMatter, HeaderProblem
from profile_tui.text.dataclass import replace
from profile_tui.text.named_tuple import NamedTuple
from profile_tui.text.span import Span, unlike


class Page(Protocol):
    """What is needed of a page, before and after a change."""

    @property
    def text(self) -> str:
        """The text that all spans refer to."""

    @property
    def shown(self) -> str:
        """The text without what Liquid leaves nothing of."""

    @property
    def kind(self) -> str:
        """The kind of what is before the first heading."""

    @property
    def header(self) -> FrontMatter | HeaderProblem:
        """The front matter, or why Jekyll sees none."""

    @property
    def body_start(self) -> int:
        """Where the body begins."""

    @property
    def blocks(self) -> list[Block]:
        """The body's top-level blocks."""

    @property
    def sections(self) -> list[Section]:
        """The sections of the body."""


class _Window(NamedTuple):
    """What is to be read again: units of one section.

    Attributes:
        old: The numbers, from 0, of the first unit that is read again, of the first after it that is not, and of the
            first after the list.
        new: The units that are there now.
        grown: By how much the text grew.
    """

    old: tuple[int, int, int]
    new: list[Unit]
    grown: int


def reread(old: Page, new: Page) -> list[Section] | None:
    """The sections of a page that differs from another in one place; None where that one is of no help.

    Entries that the other page has read are read, too.
    """
    if old.kind != new.kind or old.header != new.header or old.body_start != new.body_start:
        return None
    start, end, _ = unlike(old.text, new.text)
    grown = len(new.text) - len(old.text)
    changed = _changed_list(old, new, Span(start, end), grown)
    if start < old.body_start or changed is None:
        return None
    was, now = changed
    index = next((at for at, section in enumerate(old.sections) if section.span.covers(was.span)), None)
    if index is None:
        return None
    home = old.sections[index]
    if (
        home.heading is None
        or home.kind == "text"
        or home.undecided
        or home.recognised
        or not home.span.covers(Span(start, end))
    ):
        return None
    window = _window(new, home, was, now, Span(start, end), grown)
    return _sections(old, new, index, _narrowed(old, new, home.units, window)) if window else None


def _changed_list(old: Page, new: Page, change: Span, grown: int) -> tuple[Block, Block] | None:
    """The one list that a change lies in, before and after; None where another block came, went or changed."""
    if len(old.blocks) != len(new.blocks):
        return None
    changed = None
    for was, now in zip(old.blocks, new.blocks, strict=True):
        shift = grown if changed else 0
        if was.kind != now.kind:
            return None
        if now.span == was.span.shifted(shift) and (changed or was.span.end <= change.start):
            continue
        if changed or was.kind not in ("ul", "ol") or now.span != Span(was.span.start, was.span.end + grown):
            return None
        changed = was, now
    if changed is None or change.start < changed[0].span.start:
        return None
    return None if old.text[changed[0].span.end : change.end].strip() else changed


def _window(new: Page, home: Section, was: Block, now: Block, change: Span, grown: int) -> _Window | None:
    """Reads the items of the list that a change touches again; None where a heading is among them."""
    units = home.units
    first = bisect_left(units, was.span.start, key=_start)
    last = bisect_left(units, was.span.end, key=_start)
    at = max(bisect_right(units, change.start, first, last, key=_start) - 2, first)
    if first == last or units[first].span.start != was.span.start:
        return None

    def known(offset: int) -> bool:
        if offset < change.end + grown:
            return False
        there = bisect_left(units, offset - grown, at, last, key=_start)
        return there < last and units[there].span.start == offset - grown

    blocks, known_from = recut(
        now,
        units[at].span.start if at > first else now.span.start,
        before=units[at - 1].span.start if at > first else None,
        is_known=known,
        others_spaced=(lambda: _spaced(units, first, at)) if at > first else None,
    )
    resumed = last if known_from is None else bisect_left(units, known_from - grown, at, last, key=_start)
    nodes = [node for block in blocks for node in item_nodes(new.shown, block, now.span.start)]
    units_read = [node for node in nodes if isinstance(node, Unit)]
    if len(units_read) < len(nodes) or _last_flips(units, first, at, resumed, last, units_read):
        return None
    return _Window((at, resumed, last), units_read, grown)


def _narrowed(old: Page, new: Page, units: Sequence[Unit], window: _Window) -> _Window:
    """Return a window without the units at its ends that are as they were, wherever they are now.

    Items are cut anew from the one before a change on; what the others say depends on themselves alone.
    """
    (at, resumed, last), fresh, grown = window

    def is_as_it_was(number: int, unit: Unit, by: int) -> bool:
        was = units[number]
        return was.shifted(Shift(by)) == unit and was.span.of(old.text) == unit.span.of(new.text)

    while at < resumed and fresh and is_as_it_was(at, fresh[0], 0):
        at, fresh = at + 1, fresh[1:]
    while at < resumed and fresh and is_as_it_was(resumed - 1, fresh[-1], grown):
        resumed, fresh = resumed - 1, fresh[:-1]
    return _Window((at, resumed, last), fresh, grown)


def _start(unit: Unit | Entry) -> int:
    """Where it starts."""
    return unit.span.start


def _spaced(units: Sequence[Unit], start: int, stop: int) -> bool:
    """Whether all of some units are spaced."""
    return all(unit.spaced for unit in part(units, start, stop).unmoved())


def _last_flips(
    units: Sequence[Unit], first: int, at: int, resumed: int, last: int, units_read: Sequence[Unit]
) -> bool:
    """Whether the last item of a list, which was not read again, is loose now and was not, or the other way round."""
    if resumed == last:
        return False
    was = all(unit.spaced for unit in units[at : min(resumed, last - 1)])
    now = all(unit.spaced for unit in units_read)
    before, after = last - 1 - first, last - 1 - first + len(units_read) - (resumed - at)
    if was == now and before and after:
        return False
    others = _spaced(units, first, at) and _spaced(units, resumed, last - 1)
    return (others and was and before > 0) != (others and now and after > 0)


def _sections(old: Page, new: Page, index: int, window: _Window) -> list[Section] | None:
    """The sections with the new units in their place; None where what is new may tell how all others are read."""
    home, grown = old.sections[index], window.grown
    changed = replace(
        home,
        span=Span(home.span.start, home.span.end + grown),
        body=Span(home.body.start, home.body.end + grown),
        units=_with(home.units, window.new, window, lambda at: at),
        read=None,
        found=None,
    )
    more = 0
    if home.found is not None:
        entries = _entries(old, new, index, window)
        if entries is None:
            return None
        changed.found, more = entries
    before = [replace(section, read=None) if section.found is None else section for section in old.sections[:index]]
    following = [
        _moved(section, Shift(grown, grown, more if section.kind == home.kind else 0))
        for section in old.sections[index + 1 :]
    ]
    return [*before, changed, *following]


def _with(
    whole: Sequence[T], new: Sequence[T], window: _Window, index_of: Callable[[int], int], more: int = 0
) -> Sequence[T]:
    """A list with its part in the window replaced; `index_of` gives the index in it of the unit with a number."""
    at, resumed, last = (index_of(number) for number in window.old)
    grown = window.grown
    return joined(
        part(whole, 0, at),
        new,
        part(whole, resumed, last, Shift(grown, 0, more)),
        part(whole, last, len(whole), Shift(grown, grown, more)),
    )


def _entries(old: Page, new: Page, index: int, window: _Window) -> tuple[Sequence[Entry], int] | None:
    """The entries of the changed section, and how many more they are; None where the list is to be read as a whole."""
    home = old.sections[index]
    entries, units = home.found or (), home.units

    def index_of(number: int) -> int:
        end = units[number].span.start if number < len(units) else home.span.end
        return bisect_left(entries, end, key=_start)

    part_read = replace(home, units=window.new)
    fresh = kinds()[home.kind].read(new.text, part_read)
    if part_read.habits is not home.habits:
        return None
    at, resumed, _ = map(index_of, window.old)
    before = sum(len(section.entries) for section in old.sections[:index] if section.kind == home.kind)
    for number, entry in enumerate(fresh, before + at + 1):
        entry.number = number
    more = len(fresh) - (resumed - at)
    return _with(entries, fresh, window, index_of, more), more


def _moved(section: Section, shift: Shift) -> Section:
    """A section after the change."""
    return replace(
        section,
        heading=section.heading and section.heading.shifted(shift.by),
        span=section.span.shifted(shift.by),
        body=section.body.shifted(shift.by),
        units=part(section.units, 0, len(section.units), shift),
        read=None,
        found=None if section.found is None else part(section.found, 0, len(section.found), shift),
    )
