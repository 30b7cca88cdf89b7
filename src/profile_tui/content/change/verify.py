"""Proof that a change did what was meant and nothing else: the page is read again and compared with the page before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from profile_tui.content.change.placement import check_liquid, check_places
from profile_tui.content.entries.entry import Author, Entry, Link, Value, Values, same_values
from profile_tui.content.entries.kind import Kind
from profile_tui.content.entries.rope import shared
from profile_tui.content.page.page import Page
from profile_tui.markup import escape
from profile_tui.markup.html import TAG
from profile_tui.markup.inline import plain
from profile_tui.text.errors import Refused
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Splice

_WORD = lazily(r"[^\W\d_]{2,}|\d{2,}")
_JOINTS = frozenset("and et al in of the by at und le la los las y e de others".split())
"""Words that tie fields to one another, which may go with a field."""
_BREAK = lazily(r"\\{1,2}(?=\n)|<br ?/?>")


def verify(
    old: Page,
    new: Page,
    splices: Sequence[Splice],
    what: Kind,
    *,
    added: Mapping[int, Values] | None = None,
    changed: Mapping[int, Values] | None = None,
    removed: Collection[int] = (),
    moved: tuple[int, int] | None = None,
    new_section: bool = False,
) -> None:
    """Compares a page before and after a change of one kind's entries.

    Args:
        old: The page before.
        new: The page as it would be.
        splices: What was done.
        what: The kind that was changed.
        added: New entries by their numbers in `new`.
        changed: Fields that were set, by number.
        removed: Numbers in `old` that are gone. Without them, the last of a list may become loose or tight: kramdown
            judges it by those before it, and no byte of it is touched.
        moved: Number before and after of an entry that moved.
        new_section: Whether one more heading is meant.

    Raises:
        Refused: Anything else differs.
    """
    if added:
        check_places(old, [splice.span.start for splice in splices])
    check_liquid(old, new)
    _same_around(old, new, what, new_section=new_section, lapsed=_lapsed(old, new, what) if removed else set())
    before, after = old.entries(what.name), new.entries(what.name)
    if len(after) != len(before) + len(added or {}) - len(removed):
        raise _moved(f"the number of {what.name}")
    for number, values in (added or {}).items():
        _says(what, after[number - 1], values)
    meant = {*(added or {}), *(changed or {}), *(moved or ())}
    head, tail = _the_same(before, after, {*removed, *(moved or ())}, meant)
    kept = [entry for entry in before[head : len(before) - tail] if entry.number not in removed]
    if moved:
        kept.insert(moved[1] - 1 - head, kept.pop(moved[0] - 1 - head))
    rest = [entry for entry in after[head : len(after) - tail] if entry.number not in (added or {})]
    for was, now in zip(kept, rest, strict=True):
        if changed and now.number in changed:
            _says_else_the_same(what, was, now, changed[now.number])
            _keeps_words(old, new, was, now, changed[now.number])
        elif (moved or was.span.of(old.text) != now.span.of(new.text)) and not same_values(was.values, now.values):
            raise _moved(f"{what.one} {was.number}")
        elif not moved and not removed and was.unit.loose != now.unit.loose:
            raise _moved(f"the spacing of {what.one} {was.number}")
    _same_blocks(old, new, splices)


def _says_else_the_same(what: Kind, was: Entry, now: Entry, values: Values) -> None:
    """Raises where a changed entry does not say what was meant, or another field of it differs."""
    _says(what, now, values)
    others = {name: value for name, value in was.values.items() if name not in _touched(values)}
    if not same_values(others, {name: now.values.get(name) for name in others}):
        raise _moved(f"another field of {what.one} {now.number}")


def _keeps_words(old: Page, new: Page, was: Entry, now: Entry, values: Values) -> None:
    """Raises where a changed entry lost a word that was not said by the fields that were set."""
    said = Counter[str]()
    for name in values:
        value, slot = was.values.get(name), was.slots.get(name)
        if isinstance(value, str) and name != "date":
            said += _words(value)
        elif isinstance(value, tuple):
            said += _words(" ".join(part for one in value for part in one if isinstance(part, str)))
        elif slot:  # a date or a year, which the page writes its own way
            said += _words(slot.of(old.text))
    lost = _words(was.span.of(old.text)) - _words(now.span.of(new.text)) - said
    gone = [word for word in lost if word.casefold() not in _JOINTS]
    if gone and "links" not in values:
        raise _moved(f"the word {gone[0]!r} of {was.kind} {was.number}")


def _words(source: str) -> Counter[str]:
    """The words and numbers that a reader sees, those of two elements apart."""
    return Counter(_WORD.findall(plain(TAG.sub(" ", source))))


def _lapsed(old: Page, new: Page, what: Kind) -> set[int]:
    """The numbers of sections that only their entries told to be of the kind, and that hold none any more."""
    pairs = enumerate(zip(old.sections, new.sections, strict=False))
    return {at for at, (was, now) in pairs if was.recognised and was.kind == what.name and now.kind == "text"}


def _same_around(old: Page, new: Page, what: Kind, *, new_section: bool, lapsed: Collection[int]) -> None:
    """Raises where the front matter, a heading or a section of another kind differs."""
    if _header(old) != _header(new):
        raise _moved("the front matter")
    kinds = [what.name if at in lapsed else section.kind for at, section in enumerate(new.sections)]
    _same_outline(old, new, kinds, what, new_section=new_section)
    _same_sections(old, new, kinds, what)


def _the_same(
    before: Sequence[Entry], after: Sequence[Entry], old: Collection[int], new: Collection[int]
) -> tuple[int, int]:
    """How many entries at the start and at the end were not read again, so that there is nothing to compare.

    Args:
        before: The entries before.
        after: The entries now.
        old: Numbers in `before` of entries that are meant to change.
        new: Numbers in `after` of such.
    """
    head, tail = shared(before, after)
    head = min([head, *(number - 1 for number in (*old, *new))])
    tail = min([tail, *(len(before) - number for number in old), *(len(after) - number for number in new)])
    return head, tail


def _header(page: Page) -> object:
    """The front matter's lines, without the blank ones behind it that Jekyll counts to it; or why there is none."""
    return (
        page.front_matter.span.of(page.text).rstrip()
        if page.front_matter
        else (page.header, page.text[: page.body_start])
    )


def _moved(what: str) -> Refused:
    """The refusal where something else would change."""
    return Refused(f"the change would also alter {what}; nothing was written. Edit the section's source instead")


def _touched(values: Values) -> set[str]:
    """The fields that setting some may alter: a title's link is also one of the links; a venue may hold the year."""
    names = set(values)
    if "links" in names or "title" in names:
        names.add("links")
    return names


def _same_sections(old: Page, new: Page, kinds: Sequence[str], what: Kind) -> None:
    """Raises where a section of another kind differs. What a section says is in its text alone, so that is compared."""
    was = [section for section in old.sections if section.kind != what.name]
    now = [section for section, kind in zip(new.sections, kinds, strict=True) if kind != what.name]
    if len(was) != len(now):
        raise _moved("the sections")
    for one, other in zip(was, now, strict=True):
        if one.kind != other.kind or one.span.of(old.text).strip() != other.span.of(new.text).strip():
            raise _moved(f"the section {one.label!r}" if one.label else "the text before the first heading")


def _same_outline(old: Page, new: Page, kinds: Sequence[str], what: Kind, *, new_section: bool) -> None:
    """Raises where headings came, went or changed their kind."""
    was = [
        (section.kind, section.label, section.heading.level if section.heading else 0)
        for section in old.sections
        if section.heading
    ]
    now = [
        (kind, section.label, section.heading.level if section.heading else 0)
        for section, kind in zip(new.sections, kinds, strict=True)
        if section.heading
    ]
    if new_section:
        extra = [heading for heading in now if heading not in was]
        if len(now) == len(was) + 1 and len(extra) <= 1:
            index = next((i for i, (a, b) in enumerate(zip(was, now, strict=False)) if a != b), len(was))
            if now[index][0] == what.name and now[:index] + now[index + 1 :] == was:
                return
        raise _moved("the headings")
    if was != now:
        raise _moved("the headings")


def _says(what: Kind, entry: Entry, values: Values) -> None:
    """Raises where an entry does not say what was meant."""
    for name, meant in values.items():
        if not same_value(meant, entry.values.get(name), entry):
            raise Refused(
                f"the {name} would not come back as typed ({_short(entry.values.get(name))} for {_short(meant)}); "
                "nothing was written. "
                "Word it otherwise, or edit the section's source"
            )
    if not all(values.get(field.name) for field in what.fields if field.required and field.name in values):
        raise Refused(f"the {what.one} would be empty")


def _short(value: Value) -> str:
    """A value for a message."""
    shown = (
        ", ".join(part[0] for part in value)
        if isinstance(value, tuple)
        else str(value if value is not None else "nothing")
    )
    return repr(shown[:40] + ("…" if len(shown) > 40 else ""))


def same_value(meant: Value, got: Value, entry: Entry) -> bool:
    """Whether a field reads back as it was meant."""
    if isinstance(meant, tuple):
        if not meant:
            return not got
        if not isinstance(got, tuple):
            return False
        if isinstance(meant[0], Link):
            return {escape.url(part[1]) for part in meant} == {part[1] for part in got}
        return [part.name.split() for part in meant if isinstance(part, Author)] == [
            part.name.split() for part in got if isinstance(part, Author)
        ]
    if meant in (None, ""):
        return got in (None, "")
    if isinstance(meant, str) and isinstance(got, str):
        if meant.split() == got.split() or escape.one_line(meant).split() == got.split():
            return True
        if _folded(got) in (_folded(meant), _folded(escape.from_markdown(escape.to_html(escape.one_line(meant))))):
            return True  # hard breaks and Markdown may be written as the place of the entry has them
        if entry.kind == "publications" and meant.rstrip(" .,;").split() == got.split():
            return True  # a title or venue is read without the punctuation behind it
        return (
            entry.kind != "interests" and meant.startswith(got) and meant.replace("-", "").isdigit()
        )  # a date at the page's precision
    return meant == got


def _folded(text: str) -> list[str]:
    """A text's words, hard breaks as blanks."""
    return _BREAK.sub(" ", text).split()


def _same_blocks(old: Page, new: Page, splices: Sequence[Splice]) -> None:
    """Raises where a top-level block before or behind the change differs."""
    first = min(splice.span.start for splice in splices)
    last = max(splice.span.end for splice in splices)
    grown = len(new.text) - len(old.text)
    now = {block.span.start: (block.kind, block.span) for block in new.blocks}
    for block in old.blocks:
        if first <= block.span.end and block.span.start <= last:
            continue  # the change is in it, or begins or ends beside it
        shift = 0 if block.span.end < first else grown
        if now.get(block.span.start + shift) != (block.kind, block.span.shifted(shift)):
            raise _moved(f"the {block.kind} at line {old.source.line_number(block.span.start)}")
