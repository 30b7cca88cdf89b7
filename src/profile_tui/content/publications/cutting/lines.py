"""Visible text as lines and looks: what citations are made of."""

from __future__ import annotations

import re
from functools import lru_cache

from profile_tui.content.publications.cutting.letters import EAST
from profile_tui.markup.inline import BREAKS, BULLET, SOFT, TEXT, Style, Visible
from profile_tui.text.named_tuple import NamedTuple
from profile_tui.text.pattern import lazily

LEGEND = lazily(r"co-?first|equal contribution|corresponding author|contributed equally|共同|通讯", re.I)
"""What explains marks, and names nobody."""
_BADGE = lazily(r"badge|abbr", re.I)
_WORDS = lazily(rf"[{EAST}]|[^\W\d_{EAST}]{{2,}}")
DASHES = ("-", "–", "‒")


def look_of(style: Style, *, quoted: bool) -> str:
    """Return how something is set off."""
    bold, italic, underline, code, _, font, href, *_ = style
    if not (bold or italic or underline or code or font or quoted) and href is None:
        return ""
    return _letters((italic, bold, underline, code, font, href is not None, quoted))


@lru_cache
def _letters(on: tuple[bool, ...]) -> str:
    """A letter for each way in which something is set off."""
    return "".join([letter for letter, is_on in zip("ibucflq", on, strict=True) if is_on])


class Piece(NamedTuple):
    """A line as a reader sees it."""

    start: int
    end: int
    """Offsets in `Visible.text`, blanks trimmed."""
    bullet: bool
    """Whether a bullet or number begins it."""
    soft: bool
    """Whether only a line end of the source, not a break, begins it."""


def pieces(shown: Visible) -> list[Piece]:
    """The lines of some visible text, empty ones left out."""
    lines: list[Piece] = []
    start, bullet, soft = 0, False, False

    def end_at(stop: int) -> None:
        """Takes what is between the last break and here, if anything is."""
        text = shown.text[start:stop]
        if text.strip(" \t\u00a0\u200b"):
            lead = len(text) - len(text.lstrip(" \t\u00a0\u200b"))
            lines.append(Piece(start + lead, start + len(text.rstrip(" \t\u00a0\u200b")), bullet, soft))

    for run, at in zip(shown.runs, shown.starts, strict=True):
        if run.kind not in BREAKS:
            continue
        had = bool(shown.text[start:at].strip())
        end_at(at)
        soft = run.kind == SOFT and (had or soft)
        bullet = run.kind == BULLET or (bullet and not had)
        start = at + 1
    end_at(len(shown.text))
    return lines


def range_of(shown: Visible, predicate: re.Pattern[str]) -> tuple[int, int] | None:
    """The first stretch of text whose elements have a class like that."""
    start = None
    for run, at in zip(shown.runs, shown.starts, strict=True):
        good = any(predicate.search(name) for name in run.style.classes)
        if good and run.kind == TEXT and run.text.strip() and start is None:
            start = at
        elif start is not None and not good and (run.kind != TEXT or run.text.strip()):
            return trimmed(shown, start, at)
    return trimmed(shown, start, len(shown.text)) if start is not None else None


def badge_of(shown: Visible) -> tuple[int, int] | None:
    """The text of the badge that a box wears."""
    return range_of(shown, _BADGE)


def trimmed(shown: Visible, start: int, end: int, strip: str = " \t\n\u00a0\ufffc.,;:，。；：") -> tuple[int, int]:
    """A range without blanks and punctuation at its ends."""
    text = shown.text
    while start < end and text[start] in strip:
        start += 1
    while end > start and text[end - 1] in strip:
        end -= 1
    return start, end


def without_dashes(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a piece without the dashes at its ends, a stop before one included."""
    while start < end and text[start] in DASHES and text[start + 1 : start + 2] == " ":
        start += 2
    while end > start and (text[end - 1] in DASHES or (text[end - 1] == "." and text[end : end + 1] in DASHES)):
        end -= 1
    return start, end


def words(text: str) -> int:
    """How many words, or Chinese characters, a text has."""
    return len(_WORDS.findall(text))
