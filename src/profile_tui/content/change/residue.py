"""What a neighbour's frame left in a new or changed entry though nobody typed it: bare marks, the neighbour's numbers.

The fields of such an entry read back right, so that comparing fields finds none of it; a reader of the page sees it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from profile_tui.content.change.typed_numbers import label_at
from profile_tui.content.entries.entry import Entry, Value, Values, text_of, texts_of
from profile_tui.content.entries.kind import Kind
from profile_tui.markup.inline import visible
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused
from profile_tui.text.pattern import lazily

_PAIRS = ("()", "[]", "{}", "（）", "【】", "「」", "『』", "“”", "«»", "《》")
_NUMBER = lazily(r"\d+")
_RUINS = lazily(
    r"\*\*|__|\]\(|(?<=\s)[*_](?=\s)|"  # marks that opened nothing
    r"[(（\[【]\W*[)）\]】]|"  # brackets around nothing
    r"[,;，；]\s*[,;，；]|[(（]\s*[,;:，；]|[,;，；]\s*[)）]|"  # separators of fields that are gone
    r"[\"“]\s*[.,]?\s*[\"”]|"
    r"(?<=[^\s…]) [,;](?=\s|$)|(?<=[\s,;.])[Ii]n[,;.](?=\s|$)|[,.;][\"”’'][,;]|"
    r"(?<=\S) \.(?=\s|$)|[)\]\"”’»“]\.[,;]"  # the stop of what is gone
)
_CALLED_IN = lazily(r"\bIn$", re.M)
"""A name that was typed, which looks like the word before a venue."""
_ALONE = lazily(r"[(\[]?\d[\d\s.,:;/()\[\]–-]*")
"""Numbers on a line of their own, as a year or a date."""
_ATTRIBUTE = lazily(r"\s(data-[-\w]+|id)\s*=\s*(?:\"([^\"]+)\"|'([^']+)')", re.I)
_QUOTES = lazily(r'(?<!\d)"')


def check(what: Kind, text: str, entry: Entry, values: Values, near: Sequence[tuple[str, Entry]]) -> None:
    """Raise Refused where a new entry shows what is neither typed nor a habit of its neighbours.

    Args:
        what: The kind of the entry.
        text: The page as it would be.
        entry: The entry in it.
        values: What was typed.
        near: The neighbours, each with the text of its page.
    """
    check_marks(what, text, entry, values, near)
    _check_attributes(what, text, entry, near)
    if what.record == "publication":
        _check_states(what, text, entry, values, near)
    periods = [entry.values.get(field.name) for field in what.fields if field.type == "period" and field.name in values]
    known = _numbers("\n".join(map(_said, (*values.values(), *periods))))  # `Sep 2024` is 2024.09 in a list of numbers
    counted = label_at(text, entry.span.start)
    own = {str(counted.number)} if counted else set()
    left = {number for number in _NUMBER.findall(_shown(text, entry)) if number.lstrip("0") not in known} - own
    theirs = [set(_NUMBER.findall(_shown(*neighbour))) for neighbour in near] if left else []
    for number in sorted(left):
        if sum(number in other for other in theirs) == 1:
            raise _left(what, number)


def _check_states(what: Kind, text: str, entry: Entry, values: Values, near: Sequence[tuple[str, Entry]]) -> None:
    """Raise Refused where a new paper is said to be accepted, or submitted, as only some of its neighbours are."""
    from profile_tui.content.publications.cutting.phrases import states_in

    left = states_in(_shown(text, entry)) - states_in("\n".join(map(_said, values.values())))
    if not left:
        return
    theirs = [states_in(_shown(*neighbour)) for neighbour in near]
    for state in sorted(left):
        if 2 * sum(state in states for states in theirs) <= len(theirs):
            raise _left(what, state)


def _check_attributes(what: Kind, text: str, entry: Entry, near: Sequence[tuple[str, Entry]]) -> None:
    """Raise Refused where an element says of a new entry what is true of one neighbour alone, as its year or title."""
    own = _attributes(entry.span.of(text))
    if not own:
        return
    theirs = [_attributes(other.span.of(source)) for source, other in near]
    for name, value in own:
        others = [each for each in theirs if any(known == name for known, classes in each)]
        if len(others) > 1 and sum((name, value) in each for each in others) == 1:
            raise _left(what, f"{name}={value[:40]}")


def _attributes(source: str) -> set[tuple[str, str]]:
    """Return the attributes of elements in which pages keep what an entry is about, for scripts and anchors."""
    return {(match[1].lower(), match[2] or match[3]) for match in _ATTRIBUTE.finditer(source)}


def check_marks(what: Kind, text: str, entry: Entry, values: Values, near: Sequence[tuple[str, Entry]]) -> None:
    """Raise Refused where a new or changed entry shows bare marks that are neither typed nor a habit.

    Args:
        what: The kind of the entry.
        text: The page as it would be.
        entry: The entry in it.
        values: What was typed.
        near: The entry as it was, or its neighbours, each with the text of its page.
    """
    typed = "\n".join(map(_said, values.values()))
    left = _ruins(_shown(text, entry)) - _ruins(typed)
    if _CALLED_IN.search(typed):
        left -= {"In,", "In;", "In."}
    if any(_is_marks(line) for line in typed.split("\n")):
        left = {mark for mark in left if any(each.isalpha() for each in mark)}  # a line of marks is the user's
    if left:
        theirs = [_ruins(_shown(*neighbour)) for neighbour in near]
        enough = min(2, len(theirs))
        left = {mark for mark in left if sum(mark in ruins for ruins in theirs) < max(1, enough)}
    if left:
        raise _left(what, min(left))


def _left(what: Kind, left: str) -> Refused:
    """Return the refusal where something of a neighbour stays."""
    return Refused(
        _(
            "in the form that is used here, this {one} would show a stray “{left}”; edit the section's source instead"
        ).format(one=what.one, left=left)
    )


def _shown(text: str, entry: Entry) -> str:
    """Return what a reader sees of an entry."""
    return visible(text, entry.unit.content, markdown=entry.unit.markdown, opaque=True).text


def _said(value: Value) -> str:
    """Return a value as text."""
    return "\n".join(texts_of(value)) or text_of(value)


def _numbers(typed: str) -> set[str]:
    """Return the numbers that typed text accounts for: those in it, and years in two digits."""
    numbers = {number.lstrip("0") for number in _NUMBER.findall(typed)}
    return numbers | {number[2:].lstrip("0") for number in numbers if len(number) == 4}


def _ruins(text: str) -> set[str]:
    """Return the marks in visible text that set nothing off: half a pair, brackets around nothing, a line of marks."""
    ruins = {match[0] for match in _RUINS.finditer(text)}
    ruins |= {pair for pair in _PAIRS if text.count(pair[0]) != text.count(pair[1])}
    if text.count('"') % 2 and len(_QUOTES.findall(text)) % 2:
        ruins.add('"')
    return ruins | set(_without_words(text.split("\n")))


def _without_words(lines: Iterable[str]) -> Iterable[str]:
    """Yield the lines that show marks only, or begin with the stop of what is gone; a number may stand alone."""
    for line in lines:
        bare = line.replace("\ufffc", "").strip()
        if bare and not any(each.isalpha() for each in bare) and not _ALONE.fullmatch(bare):
            yield _NUMBER.sub("0", bare)


def _is_marks(line: str) -> bool:
    """Whether a line shows something, and no letter or digit."""
    return bool(line.strip()) and not any(each.isalnum() for each in line)
