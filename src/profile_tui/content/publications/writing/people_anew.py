"""Authors of a publication that shows none: after its title, or where its list says with whom others were written."""

from __future__ import annotations

import re
from collections.abc import Sequence

from profile_tui.content.entries.entry import Author, Entry, Unit
from profile_tui.content.entries.kind import plain_in
from profile_tui.content.publications.writing import marks
from profile_tui.content.publications.writing.pattern import Pattern
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span, Splice

_NEXT = lazily(
    r"(?:[.,;:] +(?=\S)|[.,]?(?:[ \t]{2,}|[ \t]*\\{1,2}|[ \t]*<br\s*/?>)?[ \t]*\n[ \t]*(?:\n[ \t]*)?(?=[^\s<]))"
)
"""What parts a title from what follows: punctuation and a blank, or a break."""
_STOP_WITHIN = lazily(r"[.,](?=[”\"’'“»])")
"""A stop or a comma that is within the quotation marks around a title."""
_QUOTE = lazily(r"[ \u00a0\u202f]?»|[”\"’'“」』》]")
"""What closes a quotation."""
_SIGN = lazily(r"[.,;:]?")


def splice(text: str, entry: Entry, people: Sequence[Author], habits: Pattern) -> Splice:
    """Put authors into an entry that shows none.

    Raises:
        Refused: The entry has no place like that of the others.
    """
    before, after = habits.emphasis
    names = habits.joining.join(
        [
            (f"{before}{{}}{after}" if author.is_self else "{}").format(plain_in(entry.unit, name))
            + "".join(mark_in(mark, entry.unit, "") for mark in author.marks)
            for author, name in zip(people, habits.written(people), strict=True)
        ]
    )
    if habits.with_others:
        return _as_in(text, entry, habits.with_others, names)
    at = _after_title(text, entry)
    following = _NEXT.match(text, at, entry.unit.content.end)
    if text[at - 2 : at - 1] == "," and _QUOTE.fullmatch(text, at - 1, at):
        return Splice.insert(at, f" {names},")  # `“Ice,” Ada Moss, *Fen*`
    return Splice.insert(at, f"{following[0] if following else ', '}{names}")


def _as_in(text: str, entry: Entry, model: Entry, names: str) -> Splice:
    """Put names where another entry says whom it was written with, in its words and brackets.

    Raises:
        Refused: They are elsewhere there than after a field.
    """
    bracket, slot = model.frame["with"], model.slots["authors"]
    is_after_title = not any(end < bracket.start for end in _ends(model))
    places = [_after_title(text, each) if is_after_title else _end(text, each) for each in (entry, model)]
    at, end = places
    gap, written = text[end : bracket.start], text[bracket.start : slot.start] + names + text[slot.end : bracket.end]
    sign = gap.strip()
    if end > bracket.start or any(map(str.isalnum, gap)) or len(sign) > 1:
        raise Refused(_("this publication has no place for authors like that of the others; edit its source instead"))
    if not is_after_title:
        stops = bool(sign) and text.startswith(sign, at)
        return Splice.insert(at + len(sign), gap.lstrip(sign) + written) if stops else Splice.insert(at, gap + written)
    tail = _sign_at(text, bracket.end, model)
    if tail and (within := _STOP_WITHIN.search(text, entry.slots["title"].end, at)) and within[0] == tail:
        return Splice(Span(within.start(), at), text[within.end() : at] + gap + written + tail)
    return Splice.insert(at, gap + written + (tail if not _sign_at(text, at, entry) else ""))


def _sign_at(text: str, at: int, entry: Entry) -> str:
    """Return the sign at a place that parts fields; empty where none does, or nothing follows."""
    match = _SIGN.match(text, at, entry.unit.content.end)
    return match[0] if match else ""


def _ends(entry: Entry) -> list[int]:
    """Return where the fields and numbers of an entry end that are after its title, but links and people."""
    title = entry.slots["title"]
    spans = [entry.slots[name] for name in ("venue", "year") if name in entry.slots]
    spans += [span for name, span in entry.frame.items() if name.startswith(("numbers", "remark"))]
    return [span.end for span in spans if span.start > title.end]


def _end(text: str, entry: Entry) -> int:
    """Return the place after the last field of an entry, and its marks and brackets."""
    bracket = entry.frame.get("with")
    ends = [end for end in _ends(entry) if bracket is None or end < bracket.start]
    return after_marks(text, max(ends, default=entry.slots["title"].end), entry)


def _after_title(text: str, entry: Entry) -> int:
    """Return the place after a title, and after the marks and quotation marks around it."""
    title = entry.frame.get("title_link") or entry.slots["title"]
    at = after_marks(text, title.end, entry)
    start = entry.slots["title"].start
    if not _OPENING.search(text, max(entry.unit.content.start, start - 4), start):
        return at
    within = _STOP_WITHIN.match(text, at)
    quote = _QUOTE.match(text, within.end() if within else at)
    return after_marks(text, quote.end(), entry) if quote else at


_OPENING = lazily(r"[“\"‘'«„”「『《][\s\[*_]*\Z")


def after_marks(text: str, end: int, entry: Entry) -> int:
    """Return where the marks and brackets right after a field end, those that began before it."""
    return marks.of(text, entry).after(end, "])）")


def mark_in(mark: str, unit: Unit, source: str) -> str:
    """Return a mark after a name, escaped as the entry does it."""
    if mark != "*" or not unit.markdown or (re.search(r"[\w.>]\*(?:[,;<\s]|$)", source) and "\\*" not in source):
        return mark
    return "\\*"
