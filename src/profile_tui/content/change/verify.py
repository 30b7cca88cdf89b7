"""Proof that a change did what was meant and nothing else: the page is read again and compared with the page before."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from profile_tui.content.change import liquid_blocks
from profile_tui.content.change.placement import check_end, check_liquid
from profile_tui.content.change.words import lost_word
from profile_tui.content.entries.entry import Entry, Value, Values, same_values
from profile_tui.content.entries.kind import Kind
from profile_tui.content.entries.rope import shared
from profile_tui.content.page.page import Page
from profile_tui.text.catalogue import _
from profile_tui.text.dataclass import dataclass, field
from profile_tui.text.errors import Refused
from profile_tui.text.span import Splice


class NotRead(Refused):
    """A new entry would not be read as one."""


@dataclass(frozen=True)
class Intent:
    """What a change of a page's entries is meant to do; whatever else differs is a fault.

    Attributes:
        kind: The kind of the entries.
        added: New entries: their fields, by their numbers in the new page.
        changed: The fields that are set, by the entry's number.
        numbers: The numbers in whose places the change puts others.
        removed: The numbers, in the old page, of entries that go. Without them, the last of a list may become loose or
            tight: kramdown judges it by those before it, and no byte of it is touched.
        moved: The number of an entry before and after it moves.
        new_section: Whether one more heading comes.
        lost_section: Whether a heading goes.
    """

    kind: Kind
    added: Mapping[int, Values] = field(default_factory=dict)
    changed: Mapping[int, Values] = field(default_factory=dict)
    numbers: str = ""
    removed: Collection[int] = ()
    moved: tuple[int, int] | None = None
    new_section: bool = False
    lost_section: bool = False


def verify(old: Page, new: Page, splices: Sequence[Splice], intent: Intent) -> None:
    """Prove that a page differs from another as it was meant to, and in nothing else.

    Args:
        old: The page before.
        new: The page as it would be.
        splices: What was done to the text.
        intent: What was meant.

    Raises:
        Refused: An entry does not say what was meant, or anything else differs.
    """
    liquid_blocks.check(old.liquid, splices, old.entries(intent.kind.name))
    if intent.added:
        check_end(old, splices)
    check_liquid(old, new)
    _same_header(old, new)
    kinds = _kinds(old, new, intent)
    _same_outline(old, new, kinds, intent)
    _same_sections(old, new, kinds, intent.kind)
    _same_entries(old, new, intent)
    _same_blocks(old, new, splices)


def _also(what: str) -> Refused:
    """Return the refusal where something else would change."""
    return Refused(
        _("this would also change {what}, so nothing was written; edit the section's source instead").format(what=what)
    )


def _same_header(old: Page, new: Page) -> None:
    """Refuse where the front matter differs."""
    if _header(old) != _header(new):
        raise _also(_("the front matter"))


def _header(page: Page) -> object:
    """Return the front matter's lines, without the blank ones after it that Jekyll counts to it; or why it has none."""
    if page.front_matter:
        return page.front_matter.span.of(page.text).rstrip()
    return page.header, page.text[: page.body_start]


def _kinds(old: Page, new: Page, intent: Intent) -> list[str]:
    """Return the kinds of the new sections.

    A section that only its entries told to be of the kind, and whose last one goes, counts as one of the kind still.
    """
    lapsed: set[int] = set()
    if intent.removed:
        for at, (was, now) in enumerate(zip(old.sections, new.sections, strict=False)):
            if was.recognised and was.kind == intent.kind.name and now.kind == "text":
                lapsed.add(at)
    return [intent.kind.name if at in lapsed else section.kind for at, section in enumerate(new.sections)]


def _same_outline(old: Page, new: Page, kinds: Sequence[str], intent: Intent) -> None:
    """Refuse where headings came, went, or changed their words, level or kind."""
    was = [(part.kind, part.label, part.heading.level) for part in old.sections if part.heading]
    now = [
        (kind, part.label, part.heading.level) for part, kind in zip(new.sections, kinds, strict=True) if part.heading
    ]
    if intent.new_section or intent.lost_section:
        longer, shorter = (now, was) if intent.new_section else (was, now)
        pairs = enumerate(zip(shorter, longer, strict=False))
        index = next((at for at, (before, after) in pairs if before != after), len(shorter))
        if index < len(longer) and longer[index][0] == intent.kind.name:
            del longer[index]
        else:
            raise _also(_("the headings"))
    if was != now:
        raise _also(_("the headings"))


def _same_sections(old: Page, new: Page, kinds: Sequence[str], what: Kind) -> None:
    """Refuse where a section of another kind differs. What a section says is in its text alone, so that is compared."""
    was = [section for section in old.sections if section.kind != what.name]
    now = [section for section, kind in zip(new.sections, kinds, strict=True) if kind != what.name]
    if len(was) != len(now):
        raise _also(_("the sections"))
    for before, after in zip(was, now, strict=True):
        if before.kind != after.kind or before.span.of(old.text).strip() != after.span.of(new.text).strip():
            raise _also(
                _("the section “{label}”").format(label=before.label)
                if before.label
                else _("the text before the first heading")
            )


def _same_entries(old: Page, new: Page, intent: Intent) -> None:
    """Refuse where an entry does not say what was meant, or another one differs."""
    what = intent.kind
    before, after = old.entries(what.name), new.entries(what.name)
    expected = len(before) + len(intent.added) - len(intent.removed)
    if intent.added and not intent.removed and len(before) <= len(after) < expected:
        raise NotRead(
            _(
                "this would not be read as one more {one}; fill in more of its fields, as the others here have them, "
                "or edit the section's source"
            ).format(one=what.one)
        )
    if len(after) != expected:
        raise _also(_("the number of {name}").format(name=what.label.lower()))
    for number, values in intent.added.items():
        _says(what, after[number - 1], values)
    head, tail = _not_read_again(before, after, intent)
    kept = [entry for entry in before[head : len(before) - tail] if entry.number not in intent.removed]
    if intent.moved:
        number, to = intent.moved
        kept.insert(to - 1 - head, kept.pop(number - 1 - head))
    rest = [entry for entry in after[head : len(after) - tail] if entry.number not in intent.added]
    for was, now in zip(kept, rest, strict=True):
        if now.number in intent.changed:
            values = intent.changed[now.number]
            _says_else_the_same(what, was, now, values)
            if lost := lost_word(was, old.text, now.span.of(new.text), values, intent.numbers):
                raise _also(_("the word “{lost}” of {one} {number}").format(lost=lost, one=what.one, number=was.number))
        elif (intent.moved or was.span.of(old.text) != now.span.of(new.text)) and not same_values(
            was.values, now.values
        ):
            raise _also(f"{what.one} {was.number}")
        elif not intent.moved and not intent.removed and was.unit.loose != now.unit.loose:
            raise _also(_("the spacing of {one} {number}").format(one=what.one, number=was.number))


def _not_read_again(before: Sequence[Entry], after: Sequence[Entry], intent: Intent) -> tuple[int, int]:
    """Return how many entries at the start and at the end were taken over unread, so that nothing can differ."""
    moved = intent.moved or ()
    touched_before = {*intent.removed, *moved}
    touched_after = {*intent.added, *intent.changed, *moved}
    head, tail = shared(before, after)
    head = min([head, *(number - 1 for number in (*touched_before, *touched_after))])
    tail = min(
        [
            tail,
            *(len(before) - number for number in touched_before),
            *(len(after) - number for number in touched_after),
        ]
    )
    return head, tail


def _says(what: Kind, entry: Entry, values: Values, before: Values | None = None) -> None:
    """Refuse where an entry does not say what was meant."""
    for name, meant in values.items():
        got = entry.values.get(name)
        if not what.same(name, meant, got, (before or {}).get(name)):
            raise Refused(
                _(
                    "the {name} can't be written here: {meant} would read as {got}; word it differently, or "
                    "edit the section's source"
                ).format(name=what.called(name), meant=_short(meant), got=_short(got))
            )
    for needed in what.fields:
        is_lost = before is None or before.get(needed.name)  # what showed none before lost none
        if needed.required and is_lost and not entry.values.get(needed.name):
            raise Refused(
                _("the {one} would have no {name}; nothing was written").format(
                    one=what.one, name=what.called(needed.name)
                )
            )


def _says_else_the_same(what: Kind, was: Entry, now: Entry, values: Values) -> None:
    """Refuse where a changed entry does not say what was meant, or another field of it differs."""
    _says(what, now, values, was.values)
    if not what.leaves(was.values, now.values, values):
        raise _also(_("another field of {one} {number}").format(one=what.one, number=now.number))


def _short(value: Value) -> str:
    """Return a value for a message."""
    if value in (None, "", ()):
        return _("nothing")
    shown = ", ".join(part[0] for part in value) if isinstance(value, tuple) else str(value)
    return f"“{shown[:40]}{'…' if len(shown) > 40 else ''}”"


def _same_blocks(old: Page, new: Page, splices: Sequence[Splice]) -> None:
    """Refuse where a top-level block before or after the change differs."""
    first = min(splice.span.start for splice in splices)
    last = max(splice.span.end for splice in splices)
    grown = len(new.text) - len(old.text)
    now = {block.span.start: (block.kind, block.span) for block in new.blocks}
    for block in old.blocks:
        if block.span.end < first:
            shift = 0
        elif block.span.start > last:
            shift = grown
        else:
            continue  # the change is in it, or begins or ends beside it
        if now.get(block.span.start + shift) != (block.kind, block.span.shifted(shift)):
            raise _also(_("what is at line {line_number}").format(line_number=old.source.line_number(block.span.start)))
