"""The note of a publication: in the place of its own, or after venue and year as the neighbours have theirs."""

from __future__ import annotations

from collections.abc import Sequence

from profile_tui.content.entries.entry import Entry
from profile_tui.content.entries.kind import plain_in
from profile_tui.content.publications.reading.note_places import says_note
from profile_tui.content.publications.writing import marks
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span, Splice

_TAG = lazily(r"<[^<>]*>")
_WORDS = lazily(r"[\w\n]")
_REST = lazily(r"(?<=\w)(?:[-–/]?\w)+")
"""With what a word or number goes on after a place: a note is not within one."""
_LEAD = lazily(r"[ \t,;.。，|·–—-]*(?:(?:<br\s*/?>|\\|  )?\n?[ \t]*)?")
"""What may be between venue or year and a note."""
_BREAK = lazily(r"<br|\n|\\")
_ENDS = lazily(r"[.。]?[ \t]*(?:<br|\\|\n|\Z)")
"""What follows the last field of a line."""
_BRACKETS = ("(", "[", "（", "【")


def splices(text: str, entry: Entry, note: str, near: Sequence[Entry]) -> list[Splice]:
    """Return the splices that set the note of an entry, or take it away.

    Args:
        text: The page.
        entry: The entry.
        note: The note; empty for none.
        near: The entries around, which tell how a note is written.

    Raises:
        Refused: The entry shows nothing that a note could follow.
    """
    slot = entry.slots.get("note")
    if slot is not None and (says_note(note) or not note or _is_bracketed(text, entry, slot)):
        sign = entry.frame.get("note sign")
        return [Splice(slot, plain_in(entry.unit, note)), *([Splice(sign, "")] if sign and not note else [])]
    if not note:
        return []
    gone = splices(text, entry, "", near) if slot else []
    return [*gone, _new(text, entry, note, near)]


def _new(text: str, entry: Entry, note: str, near: Sequence[Entry]) -> Splice:
    """The splice that puts a note after venue and year: in the form of a neighbour's, else in brackets."""
    at = _place(text, entry)
    if not at:
        raise Refused(_("this publication shows no venue or year for the note to follow; edit its source instead"))
    written = plain_in(entry.unit, note)
    rest = text[at : entry.unit.content.end]
    for other in near:
        form = _form(text, other) if other is not entry and other.unit.markdown == entry.unit.markdown else None
        if form is None or not (says_note(note) or any(bracket in form[1] for bracket in _BRACKETS)):
            continue
        lead, opening, closing = form
        if _BREAK.search(lead) and not _ENDS.match(rest):
            continue
        stop = lead[:1] if lead[:1] and rest.startswith(lead[:1]) and lead[0] in ".。" else ""
        return Splice.insert(at + len(stop), f"{lead[len(stop) :]}{opening}{written}{closing}")
    return Splice.insert(at, f" ({written})")


def _form(text: str, entry: Entry) -> tuple[str, str, str] | None:
    """What is before, and around, the note of an entry that is right after venue and year; None of others."""
    slot = entry.slots.get("note")
    if slot is None or "note sign" in entry.frame:
        return None
    around = marks.of(text, entry)
    whole = around.around(around.around(slot, signs=True), brackets=True, signs=True)
    end = _place(text, entry)
    lead = text[end : whole.start]
    if whole.start < end or not _LEAD.fullmatch(lead):
        return None
    stops = lead[:1] in (".", "。") and text.startswith(lead[0], whole.end)  # it is a sentence of its own
    return lead, text[whole.start : slot.start], text[slot.end : whole.end + stops]


def _place(text: str, entry: Entry) -> int:
    """Where a note goes: after the venue and year of an entry, with what is of them; 0 where it shows neither."""
    end = max((entry.slots[name].end for name in ("venue", "year") if name in entry.slots), default=0)
    if not end:
        return 0
    for span in sorted(span for name, span in entry.frame.items() if name.startswith("numbers ")):
        if span.start >= end and not _WORDS.search(_TAG.sub("", text[end : span.start])):
            end = span.end  # volume and pages are of the venue
    rest = _REST.match(text, end)
    return _after_marks(text, rest.end() if rest else end, entry)


def _after_marks(text: str, end: int, entry: Entry) -> int:
    """Where the marks and brackets end that close right after a place, but for boxes, cells and paragraphs."""
    own, before = marks.of(text, entry), -1
    while before != end:
        before = end
        end = own.after_text(before)
        end += text[end : end + 1] in tuple("])）")
    return end


def _is_bracketed(text: str, entry: Entry, slot: Span) -> bool:
    """Whether a note is in brackets."""
    around = marks.of(text, entry)
    whole = around.around(slot)
    return text[whole.start - 1 : whole.start] in _BRACKETS or text[slot.start - 1 : slot.start] in _BRACKETS
