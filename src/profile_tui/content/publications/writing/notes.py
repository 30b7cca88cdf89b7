"""Where a note is put that an entry has none of yet: in brackets behind venue and year, and behind volume and pages."""

from __future__ import annotations

from profile_tui.content.entries.entry import Entry
from profile_tui.content.publications.writing import marks
from profile_tui.text.pattern import lazily

_TAG = lazily(r"<[^<>]*>")
_WORDS = lazily(r"[\w\n]")
_REST = lazily(r"(?<=\w)(?:[-–/]?\w)+")
"""With what a word or number goes on behind a place: a note is not within one."""


def place(text: str, entry: Entry) -> int:
    """Return where a note goes: behind the venue and year of an entry, one of which it shows, with what is of them."""
    end = max(entry.slots[name].end for name in ("venue", "year") if name in entry.slots)
    for span in sorted(span for name, span in entry.frame.items() if name.startswith("numbers ")):
        if span.start >= end and not _WORDS.search(_TAG.sub("", text[end : span.start])):
            end = span.end  # volume and pages are of the venue
    rest = _REST.match(text, end)
    return _behind_marks(text, rest.end() if rest else end, entry)


def _behind_marks(text: str, end: int, entry: Entry) -> int:
    """Where the marks and brackets end that close right behind a place, but for boxes, cells and paragraphs."""
    own, before = marks.of(text, entry), -1
    while before != end:
        before = end
        end = own.behind_text(before)
        end += text[end : end + 1] in tuple("])）")
    return end
