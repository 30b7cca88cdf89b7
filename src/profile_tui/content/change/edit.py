"""Changes of a page's entries: each gives splices, and is proven by reading the result again.

Nothing here writes a file. A change that moves anything but what was meant is refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from profile_tui.content.change.verify import Intent, verify
from profile_tui.content.entries.entry import Entry, Values
from profile_tui.content.entries.kind import Kind, no_place
from profile_tui.content.entries.placeholder import placeholder
from profile_tui.content.entries.rope import pairs
from profile_tui.content.entries.section import Section
from profile_tui.content.kinds import kinds
from profile_tui.content.page.page import Page
from profile_tui.markup.conflict import check_merged
from profile_tui.text.errors import Refused, UsageError
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span, Splice

_MANY = 64
"""How many entries are asked for a habit of all of them: where dates run, whose name is set off."""
_MODELS = 6
"""How many neighbours are tried as models before an addition is refused."""


@dataclass(frozen=True)
class ProvenEdit:
    """A change that was proven.

    Attributes:
        before: The page it began from.
        page: The page as it will be.
        splices: What it does to the text.
        label: What it does, for the user: `Add news item`.
        number: The entry it is about, as the new page numbers it; None where that is gone.
    """

    before: Page
    page: Page
    splices: tuple[Splice, ...]
    label: str
    number: int | None = None


def entry(page: Page, kind: str, number: int) -> Entry:
    """The entry with that number.

    Raises:
        UsageError: There is none.
    """
    found = page.entries(kind)
    if not 1 <= number <= len(found):
        raise missing(kind, number, len(found))
    return found[number - 1]


def missing(kind: str, number: int, count: int) -> UsageError:
    """The complaint where none of `count` entries has that number."""
    there = f"1 to {count}" if count else "none"
    return UsageError(f"there is no {kinds()[kind].one} {number}; the page has {there}")


def add(page: Page, kind: str, values: Values, *, section: str | None = None) -> ProvenEdit:
    """Adds an entry where its section keeps the newest, in the shape of its neighbours.

    Args:
        page: The page.
        kind: The name of its kind.
        values: The fields.
        section: Words of the heading of the section it goes to; without, the first that has entries.

    Raises:
        Refused: No neighbour's shape can take it without touching something else.
        UsageError: There is no such section.
    """
    what = kinds()[kind]
    check_merged(page.source)
    _check(what, values)
    target = _section(page, kind, section, values)
    if target is None or not target.entries:
        return _add_first(page, what, values, target)
    refusal: Refused | None = None
    on_top = what.newest_first(_ends(target.entries))
    for run in _runs(page.text, target.entries, on_top=on_top):
        near = run if on_top else run[::-1]
        for model in _models(what, near, values):
            try:
                source = what.new(page.text, model, values, _near(page.entries(kind), model.number))
                source = _numbered(page, source, run, on_top=on_top)
                splice = _inserted(page.text, source, run, on_top=on_top)
                after = page.spliced([splice])
                number = near[0].number + (0 if on_top else 1)
                verify(page, after, [splice], Intent(what, added={number: values}))
                return ProvenEdit(page, after, (splice,), f"Add {what.one}", number)
            except Refused as error:
                refusal = refusal or error
    raise refusal or Refused(f"no {what.one} of this page can serve as a model")


def change(page: Page, kind: str, number: int, values: Values) -> ProvenEdit:
    """Sets some fields of an entry, each in its own span.

    Raises:
        Refused: It cannot be done without touching something else.
        UsageError: There is no such entry, or a field it needs would be empty.
    """
    what = kinds()[kind]
    check_merged(page.source)
    old = entry(page, kind, number)
    _check(what, {**old.values, **values})
    splices = what.edit(page.text, old, values, _near(page.entries(kind), number))
    splices = [splice for splice in splices if splice.text != splice.span.of(page.text)]
    if not splices:
        unwritten = [name for name, meant in values.items() if not what.same(name, meant, old.values.get(name))]
        if unwritten:
            raise no_place(what, unwritten[0])
        return ProvenEdit(page, page, (), f"Change {what.one}", number)
    after = page.spliced(splices)
    verify(page, after, splices, Intent(what, changed={number: values}))
    return ProvenEdit(page, after, tuple(splices), f"Change {what.one}", number)


def remove(page: Page, kind: str, number: int) -> ProvenEdit:
    """Takes an entry away, with the blank lines that kept it from its neighbour.

    Raises:
        Refused: It cannot be done without touching something else.
        UsageError: There is no such entry.
    """
    what = kinds()[kind]
    check_merged(page.source)
    old = entry(page, kind, number)
    splice = Splice.delete(_with_gap(page, old))
    after = page.spliced([splice])
    verify(page, after, [splice], Intent(what, removed={number}))
    return ProvenEdit(page, after, (splice,), f"Remove {what.one}")


def move(page: Page, kind: str, number: int, to: int, *, _both_ways: bool = True) -> ProvenEdit:
    """Makes an entry number `to`.

    Raises:
        Refused: The two places are of different shapes, or something else would move.
        UsageError: There is no such entry.
    """
    what = kinds()[kind]
    check_merged(page.source)
    entry(page, kind, number)
    entry(page, kind, to)
    if number == to:
        return ProvenEdit(page, page, (), f"Move {what.one}", number)
    low, high = sorted((number, to))
    span = page.entries(kind)[low - 1 : high]
    home = list({id(section): section for one in span for section in [_home(page, one)]}.values())
    alike = len({(one.unit.shape, one.unit.markdown) for one in span}) == 1
    splices = _rotated(page, span, up=number > to) if len(home) == 1 and alike else _across(page, span, up=number > to)
    after = page.spliced(splices)
    verify(page, after, splices, Intent(what, moved=(number, to)))
    if _both_ways:
        back = move(after, kind, to, number, _both_ways=False)
        if back.page.source.data != page.source.data:
            raise Refused(
                f"moving {what.one} {number} there could not be taken back to the byte; move its lines by hand"
            )
    return ProvenEdit(page, after, tuple(splices), f"Move {what.one}", to)


def _check(what: Kind, values: Values) -> None:
    """Raises UsageError where a required field, or all fields, are empty."""
    for field in what.fields:
        if field.required and not str(values.get(field.name) or "").strip():
            raise UsageError(f"a {what.one} needs a {field.name}")
    if not any(values.get(field.name) for field in what.fields):
        raise UsageError(f"a {what.one} needs {' or '.join(field.name for field in what.fields)}")


def _section(page: Page, kind: str, heading: str | None, values: Values) -> Section | None:
    """The section that an addition goes to."""
    own = page.of_kind(kind)
    if heading is not None:
        wanted = heading.strip().casefold()
        named = [section for section in own if wanted in section.label.casefold()]
        exact = [section for section in named if section.label.strip().casefold() == wanted]
        if not named:
            known = ", ".join(repr(section.label) for section in own if section.label) or "none"
            raise UsageError(f"no {kind} section is headed {heading!r}; there are: {known}")
        return (exact or named)[0]
    filled = [section for section in own if section.entries]
    year = str(values.get("year") or "")
    dated = [section for section in filled if year and section.label.strip() == year]
    filled = dated or filled
    return next(iter(filled or own), None)


def _runs(text: str, entries: Sequence[Entry], *, on_top: bool) -> Iterator[Sequence[Entry]]:
    """A section's entries, cut where the shape changes or something else stands between.

    Of a long run, the part that a new entry joins.
    """
    start, told = 0, False
    for at, (one, other, by) in enumerate(pairs(entries), 1):
        alike = one.unit.shape == other.unit.shape and one.unit.markdown == other.unit.markdown
        if alike and not text[one.span.end + by : other.span.start + by].strip():
            if on_top and not told and at - start == _MANY:
                told = True
                yield entries[start:at]
            continue
        if not told:
            yield entries[start if on_top else max(start, at - _MANY) : at]
        start, told = at, False
    if not told:
        yield entries[start if on_top else max(start, len(entries) - _MANY) :]


def _home(page: Page, one: Entry) -> Section:
    """The section that an entry stands in."""
    return next(section for section in page.of_kind(one.kind) if section.body.covers(one.span))


def _near(entries: Sequence[Entry], number: int) -> Sequence[Entry]:
    """The entries around one, as many as can tell a habit."""
    return entries[max(0, number - 1 - _MANY // 2) : number - 1 + _MANY // 2]


def _ends(entries: Sequence[Entry]) -> Sequence[Entry]:
    """The first and the last of many entries, in their order."""
    return entries if len(entries) <= _MANY else [*entries[: _MANY // 2], *entries[len(entries) - _MANY // 2 :]]


def _adjacent(text: str, one: Entry, other: Entry) -> bool:
    """Whether only blanks stand between two entries."""
    return not text[one.span.end : other.span.start].strip()


def _models(what: Kind, near: Sequence[Entry], values: Values) -> list[Entry]:
    """The entries that may serve as models: those that fit best, of these the nearest."""
    candidates = list(enumerate(near[:12]))
    candidates.sort(key=lambda pair: (-what.fits(pair[1], values), pair[0]))
    return [model for _, model in candidates[:_MODELS]]


def _inserted(text: str, source: str, run: Sequence[Entry], *, on_top: bool) -> Splice:
    """The splice that puts a new entry on top of a run, or behind it, with the run's own gap."""
    if on_top:
        gap = text[run[0].span.end : run[1].span.start] if len(run) > 1 else _own_gap(run[0])
        if not source.endswith("\n") and text[: run[0].span.start].endswith("\n"):
            source += "\n"
        return Splice.insert(run[0].span.start, source + gap)
    gap = text[run[-2].span.end : run[-1].span.start] if len(run) > 1 else _own_gap(run[-1])
    end = run[-1].span.end
    if end == len(text) and not text.endswith("\n"):
        return Splice.insert(end, "\n" + gap + source.rstrip("\n"))
    if text[:end].endswith("\n") and not source.endswith("\n"):
        source += "\n"
    return Splice.insert(end, gap + source)


def _own_gap(only: Entry) -> str:
    """What parts an entry from a new neighbour where it has none to show."""
    return "\n" if only.unit.shape in ("paragraph", "box") else ""


_NUMBER = lazily(r"(\s*(?:\[\s*|[A-Z]{0,2})?)(\d{1,9})(?=\s*[.\])、])")


def _numbered(page: Page, source: str, run: Sequence[Entry], *, on_top: bool) -> str:
    """The source with the number that its place has: one more than its neighbour's where the run counts."""
    own = _NUMBER.match(source)
    if own is None or len(run) < 2:
        return source
    numbers = [_NUMBER.match(page.text, one.span.start) for one in run]
    counted = [int(found[2]) if found else 0 for found in numbers]
    step = counted[1] - counted[0]
    if abs(step) != 1 or counted[-1] - counted[-2] != step:
        return source
    number = counted[0] - step if on_top else counted[-1] + step
    if number < 1:
        number = counted[0]
    return own[1] + str(number) + source[own.end() :]


def _with_gap(page: Page, old: Entry) -> Span:
    """An entry's lines with the gap that goes with it: the one behind it, or before it where it is the last."""
    text = page.text
    entries = _home(page, old).entries
    index = old.number - entries[0].number
    following = entries[index + 1] if index + 1 < len(entries) else None
    before = entries[index - 1] if index else None
    if following and _adjacent(text, old, following):
        return Span(old.span.start, following.span.start)
    if before and _adjacent(text, before, old):
        start = before.span.end
        if not old.span.of(text).endswith("\n") and text[:start].endswith("\n"):
            start -= 1
        return Span(start, old.span.end)
    return old.span


def _bare(page: Page, one: Entry) -> Span:
    """An entry without its last line end, and without its number where it is counted: those stay when entries move."""
    text = page.text
    end = one.span.end - (1 if one.span.of(text).endswith("\n") else 0)
    start = one.span.start
    if one.unit.shape == "item" and one.unit.marker.of(text).strip()[:1].isdigit():
        start = one.unit.content.start
    elif one.unit.shape == "line" and (number := _NUMBER.match(text, start)):
        start = number.end()
    return Span(start, end)


def _rotated(page: Page, span: Sequence[Entry], *, up: bool) -> list[Splice]:
    """The splices that put the last of neighbours first, or the first last; all gaps stay."""
    places = [_bare(page, one) for one in span]
    order = [places[-1], *places[:-1]] if up else [*places[1:], places[0]]
    return [Splice(place, source) for place, source in zip(places, order, strict=True)]


def _across(page: Page, span: Sequence[Entry], *, up: bool) -> list[Splice]:
    """The splices that take an entry out of one section and put it into another."""
    moved, anchor = (span[-1], span[0]) if up else (span[0], span[-1])
    origin = _home(page, moved)
    if len(origin.entries) == 1:
        raise Refused("it is the only one of its section; move another one there first")
    text = page.text
    cut = _with_gap(page, moved)
    gap = (text[cut.start : moved.span.start] or text[moved.span.end : cut.end]).removeprefix(
        "\n" if cut.start < moved.span.start and not moved.span.of(text).endswith("\n") else ""
    )
    source = moved.span.of(text).removesuffix("\n")
    if up:
        new = Splice.insert(anchor.span.start, source + "\n" + gap)
    elif anchor.span.of(text).endswith("\n"):
        new = Splice.insert(anchor.span.end, gap + source + "\n")
    else:
        new = Splice.insert(anchor.span.end, "\n" + gap + source)
    return [Splice.delete(cut), new]


def _add_first(page: Page, what: Kind, values: Values, target: Section | None) -> ProvenEdit:
    """Adds the first entry of a kind: in its empty section, or in a new one."""
    from profile_tui.content.change import new_section

    text = page.text
    source = what.first(values)
    if target is None:
        return _proven(page, what, {1: values}, new_section.splices(page, what, source), new_section=True)
    number = 1 + sum(
        len(section.entries) for section in page.of_kind(what.name) if section.span.start < target.span.start
    )
    gone = placeholder(text, target.units)
    if gone:
        ends = gone.of(text).endswith("\n")
        splice = Splice(gone, source if ends else source.rstrip("\n"))
    else:
        splice = new_section.into_empty(page, target, source)
    return _proven(page, what, {number: values}, [splice])


def _proven(
    page: Page, what: Kind, added: Mapping[int, Values], splices: Iterable[Splice], *, new_section: bool = False
) -> ProvenEdit:
    """The first of some splices that adds the entry and moves nothing else.

    Raises:
        Refused: None does.
    """
    refusal: Refused | None = None
    for splice in splices:
        try:
            after = page.spliced([splice])
            verify(page, after, [splice], Intent(what, added=added, new_section=new_section))
        except Refused as error:
            refusal = refusal or error
        else:
            label = f"Add {what.one} under a new heading" if new_section else f"Add {what.one}"
            return ProvenEdit(page, after, (splice,), label, next(iter(added)))
    raise refusal or Refused(f"this page has no place for a {what.one}")
