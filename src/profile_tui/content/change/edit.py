"""Changes of a page's entries: each gives splices, and is proven by reading the result again.

Nothing here writes a file. A change that moves anything but what was meant is refused.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from profile_tui.content.change import first_numbers, gaps, joined, lacking_field, repeated_names, residue, standing
from profile_tui.content.change.insertion import MANY, insertion_points
from profile_tui.content.change.section_for import section_for, sort_of
from profile_tui.content.change.typed_numbers import Labels, is_counted, is_counted_by_kramdown, label_of
from profile_tui.content.change.verify import Intent, verify
from profile_tui.content.change.year_sections import check_label, check_year, emptied, filing_year, lacking, new_year
from profile_tui.content.entries.entry import Entry, Values, text_in
from profile_tui.content.entries.kind import Kind, no_place, stays
from profile_tui.content.entries.placeholder import placeholder
from profile_tui.content.entries.section import Section
from profile_tui.content.entries.table import ROW, table_of_one
from profile_tui.content.kinds import kinds
from profile_tui.content.page.page import Page
from profile_tui.markup.conflict import check_merged
from profile_tui.text.catalogue import _
from profile_tui.text.dataclass import dataclass
from profile_tui.text.errors import Refused, UsageError
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span, Splice

_WORD = lazily(r"[^\W\d_]{2}")
_FEW = 3
"""Among more entries than these, a lone one of another shape isn't a model."""
_BESIDE = 12
"""How many entries before and after a new one tell what is a habit."""


@dataclass(frozen=True)
class ProvenEdit:
    """A change that was proven.

    Attributes:
        before: The page it began from.
        page: The page as it will be.
        splices: What it does to the text.
        label: What it does, for the user: `Add news item`.
        number: The entry it is about, as the new page numbers it; None where that is gone.
        note: What it leaves as it was though the user may not expect that, for the user; empty where there is no such.
    """

    before: Page
    page: Page
    splices: tuple[Splice, ...]
    label: str
    number: int | None = None
    note: str = ""


def entry(page: Page, kind: str, number: int) -> Entry:
    """The entry with that number.

    Raises:
        UsageError: There is none.
    """
    entries = page.entries(kind)
    if not 1 <= number <= len(entries):
        raise missing(kind, number, len(entries))
    return entries[number - 1]


def missing(kind: str, number: int, count: int) -> UsageError:
    """The complaint where none of `count` entries has that number."""
    there = _("1 to {count}").format(count=count) if count else _("none")
    return UsageError(
        _("there is no {one} {number}; the page has {there}").format(one=kinds()[kind].one, number=number, there=there)
    )


def add(page: Page, kind: str, values: Values, *, section: str | None = None) -> ProvenEdit:
    """Adds an entry where its date belongs or its section keeps the newest, in the shape of its neighbours.

    Args:
        page: The page.
        kind: The name of its kind.
        values: The fields.
        section: Words of the heading of the section it goes to; without, the first that has entries.

    Raises:
        Lacking: It could be added with one more field.
        Refused: No neighbour's shape can take it without touching something else.
        UsageError: There is no such section.
    """
    try:
        return _add(page, kind, values, section)
    except Refused as error:
        lacking_field.say(page, kind, values, lambda fuller: _add(page, kind, fuller, section), error)
        raise


def _add(page: Page, kind: str, values: Values, section: str | None) -> ProvenEdit:
    """Add an entry as it is."""
    what = kinds()[kind]
    check_merged(page.source)
    _check(what, values)
    target = section_for(page, kind, section, values)
    if target is None or not target.entries:
        return _add_first(page, what, values, target)
    standing.check_lines(page, what, target)
    year = filing_year(what, values) if section is None else ""
    if year and (beside := lacking(page, target, year, sort_of(what, values))):
        new = new_year(page, what, beside, year)
        return _proven(page, what, {new.number: values}, new.splices(what, values), new_section=True)
    refusal: Refused | None = None
    labels = Labels(page, kind)
    for point in insertion_points(what, page.text, target.entries, values):
        if refusal is not None and len(point.run) == 1 and len(target.entries) > _FEW:
            continue
        for model in point.models(what, page.text, values):
            try:
                repeated_names.check_place(page.text, point.run, point.index)
                if section is None:
                    check_label(page, what, model, values)
                near = _near(page.entries(kind), model.number)
                source = what.new(page.text, model, values, near)
                source = labels.numbered(source, model, point.number, point.run, target.entries)
                splice = point.splice(page.text, source)
                splices = first_numbers.kept(page, point.run[0], splice, 1)
                after = page.spliced(splices)
                as_written = what.written(page.text, model, values, near)
                verify(page, after, splices, Intent(what, added={point.number: as_written}))
                _check_residue(page, after, what, point.number, _typed(values, as_written))
                return ProvenEdit(page, after, tuple(splices), _("Add {one}").format(one=what.one), point.number)
            except Refused as error:
                refusal = refusal or error
    raise refusal or Refused(
        _("no {one} of this page can serve as a model; edit the section's source").format(one=what.one)
    )


def _typed(values: Values, as_written: Values) -> Values:
    """The values of a new entry as it is read, with what it shows beside: a mere address, and the volume of a venue."""
    return {**as_written, **{name: values[name] for name in ("links", "venue") if name in values}}


def change(page: Page, kind: str, number: int, values: Values) -> ProvenEdit:
    """Sets some fields of an entry, each in its own span.

    Raises:
        Refused: It cannot be done without touching something else.
        UsageError: There is no such entry, or a field it needs would be empty.
    """
    what = kinds()[kind]
    check_merged(page.source)
    old = entry(page, kind, number)
    _check(what, {**old.values, **values}, old.unsure)
    _check_sure(what, old, values)
    if "authors" in values:
        repeated_names.check_below(page.text, _home(page, old).entries, old)
    note = check_year(what, _home(page, old), old, values)
    near = _near(page.entries(kind), number)
    splices = what.edit(page.text, old, values, near)
    splices = [splice for splice in splices if splice.text != splice.span.of(page.text)]
    meant = what.told(page.text, old, values, near)
    if not splices:
        if unwritten := [name for name, value in meant.items() if not what.same(name, value, old.values.get(name))]:
            raise (no_place if values[unwritten[0]] else stays)(what, unwritten[0])
        return ProvenEdit(page, page, (), _("Change {one}").format(one=what.one), number)
    after = page.spliced(splices)
    verify(page, after, splices, Intent(what, changed={number: meant}, numbers=_numbers(page.text, splices)))
    residue.check_marks(what, after.text, entry(after, kind, number), values, [(page.text, old)])
    return ProvenEdit(page, after, tuple(splices), _("Change {one}").format(one=what.one), number, note)


def _numbers(text: str, splices: Sequence[Splice]) -> str:
    """The numbers in whose places splices put others."""
    pairs = ((splice.span.of(text), splice.text) for splice in splices if splice.text)
    return " ".join(old for old, new in pairs if not _WORD.search(f"{old} {new}"))


def remove(page: Page, kind: str, number: int) -> ProvenEdit:
    """Takes an entry away, with the blank lines that kept it from its neighbour; the last of a year with its heading.

    Raises:
        Refused: It cannot be done without touching something else.
        UsageError: There is no such entry.
    """
    what = kinds()[kind]
    check_merged(page.source)
    old = entry(page, kind, number)
    home = _home(page, old)
    repeated_names.check_below(page.text, home.entries, old)
    year = emptied(page, home)
    if joined.is_joined(old):
        splice = joined.removed(page.text, home.entries, old)
    else:
        alone = year or table_of_one(page.text, home.units, old.unit)
        splice = Splice.delete(alone or gaps.with_gap(page.text, home.entries, old, home.units))
    splices = first_numbers.kept(page, old, splice, -1)
    after = page.spliced(splices)
    if joined.is_joined(old) and len(after.entries(kind)) != len(page.entries(kind)) - 1:
        raise joined.not_apart(what)
    if old.unit.type == "box" and len(after.sections) > len(page.sections):
        raise Refused(_("without it, the title of the box beside it would head a section; edit their source instead"))
    verify(page, after, splices, Intent(what, removed={number}, lost_section=year is not None))
    stays = len(home.entries) == 1 and home.heading is not None and year is None
    note = _("the heading “{label}” stays, with nothing under it").format(label=home.label) if stays else ""
    if number := Labels(page, kind).missing_without(old, home.entries):
        note = _("the others keep their numbers, and {number} is missing now").format(number=number)
    return ProvenEdit(page, after, tuple(splices), _("Remove {one}").format(one=what.one), note=note)


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
        return ProvenEdit(page, page, (), _("Move {one}").format(one=what.one), number)
    low, high = sorted((number, to))
    span = page.entries(kind)[low - 1 : high]
    home = list({id(section): section for index in span for section in [_home(page, index)]}.values())
    alike = len({(index.unit.type, index.unit.markdown) for index in span}) == 1
    splices = _rotated(page, span, up=number > to) if len(home) == 1 and alike else _across(page, span, up=number > to)
    after = page.spliced(splices)
    try:
        verify(page, after, splices, Intent(what, moved=(number, to)))
    except Refused:
        if len(home) == 1:
            raise
        message = _("{one} {number} would be read otherwise in the list there; add it there anew and remove it here")
        raise Refused(message.format(one=what.one, number=number)) from None
    if _both_ways:
        back = move(after, kind, to, number, _both_ways=False)
        if back.page.source.data != page.source.data:
            raise Refused(
                _("{one} {number} can't be moved there safely; move its lines by hand").format(
                    one=what.one, number=number
                )
            )
    return ProvenEdit(page, after, tuple(splices), _("Move {one}").format(one=what.one), to)


def _check_residue(page: Page, after: Page, what: Kind, number: int, values: Values) -> None:
    """Raise Refused where a new entry shows what is neither typed nor a habit of those around it."""
    entries = page.entries(what.name)
    near = entries[max(0, number - 1 - _BESIDE) : number - 1 + _BESIDE]
    residue.check(
        what, after.text, entry(after, what.name, number), values, [(page.text, neighbour) for neighbour in near]
    )


def _check(what: Kind, values: Values, unsure: Collection[str] = ()) -> None:
    """Raises UsageError where a required field, or all fields, are empty; one that is not sure may be not there."""
    for field in what.fields:
        if field.required and field.name not in unsure and not text_in(values, field.name).strip():
            raise UsageError(_("give the {one} a {label}").format(one=what.one, label=field.label.lower()))
    if not any(values.get(field.name) for field in what.fields):
        raise UsageError(
            _("give the {one} at least one of these: {names}").format(
                one=what.one, names=", ".join(field.label.lower() for field in what.fields)
            )
        )


def _check_sure(what: Kind, old: Entry, values: Values) -> None:
    """Raise Refused where a field would be changed whose reading is a guess."""
    guessed = [
        name for name in values if name in old.unsure and not what.same(name, values[name], old.values.get(name))
    ]
    if guessed:
        raise Refused(
            _("I can't tell for certain where the {guessed} of this {one} is; edit its source instead").format(
                guessed=what.called(guessed[0]), one=what.one
            )
        )


def _home(page: Page, entry: Entry) -> Section:
    """The section that an entry is in."""
    return next(section for section in page.of_kind(entry.kind) if section.body.covers(entry.span))


def _near(entries: Sequence[Entry], number: int) -> Sequence[Entry]:
    """The entries around one, as many as can tell a habit."""
    return entries[max(0, number - 1 - MANY // 2) : number - 1 + MANY // 2]


def _bare(text: str, moved: Entry, *, counted: bool) -> Span:
    """An entry without its last line end, and without its number where it is counted: those stay when entries move."""
    end = moved.span.end - (1 if moved.span.of(text).endswith("\n") else 0)
    if moved.unit.type == "line":
        end = moved.unit.content.end  # what breaks the line after it stays, too
    start = moved.span.start
    if is_counted_by_kramdown(text, moved):
        start = moved.unit.content.start
    elif (counted or moved.unit.type in ("line", ROW)) and (number := label_of(text, moved)):
        start = number.end
    return Span(start, end)


def _rotated(page: Page, neighbours: Sequence[Entry], *, up: bool) -> list[Splice]:
    """The splices that put the last of neighbours first, or the first last; all gaps stay."""
    counted = is_counted(page.text, neighbours)
    spans = [_bare(page.text, entry, counted=counted) for entry in neighbours]
    order = [spans[-1], *spans[:-1]] if up else [*spans[1:], spans[0]]
    return [Splice(old, new) for old, new in zip(spans, order, strict=True)]


def _across(page: Page, span: Sequence[Entry], *, up: bool) -> list[Splice]:
    """The splices that take an entry out of one section and put it into another."""
    moved, anchor = (span[-1], span[0]) if up else (span[0], span[-1])
    origin = _home(page, moved)
    if len(origin.entries) == 1:
        raise Refused(_("it is the only entry of its section; move another one there first"))
    Labels(page, moved.kind).check_move(moved, origin.entries)
    text = page.text
    cut = gaps.with_gap(page.text, origin.entries, moved)
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
    from profile_tui.content.change import html_section, new_section

    text, writer = page.text, html_section if page.html else new_section
    source = what.first(values)
    if target is None:
        standing.check_named(page, what)
        if not page.html:
            html_section.check_not_boxed(page, what)
        return _proven(page, what, {1: values}, writer.splices(page, what, source), new_section=True)
    number = 1 + sum(
        len(section.entries) for section in page.of_kind(what.name) if section.span.start < target.span.start
    )
    gone = placeholder(text, target.units)
    if not gone:
        standing.check(page, what, target)
    if gone and not page.html:
        ends = gone.of(text).endswith("\n")
        splice = Splice(gone, source if ends else source.rstrip("\n"))
    else:
        splice = writer.into_empty(page, target, source)
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
            for number, values in added.items():
                _check_residue(page, after, what, number, values)
        except Refused as error:
            refusal = refusal or error
        else:
            return ProvenEdit(page, after, (splice,), _("Add {one}").format(one=what.one), next(iter(added)))
    raise refusal or Refused(
        _("this page has no place for the {one}; add it by hand, and the next ones will be written like it").format(
            one=what.one
        )
    )
