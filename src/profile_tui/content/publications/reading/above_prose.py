"""Items that are a title and, in paragraphs below it, prose on it, as research notes are listed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from profile_tui.content.entries.entry import Unit
from profile_tui.content.publications.cutting.lines import words
from profile_tui.content.publications.roles.citation import Citation
from profile_tui.content.publications.roles.consensus import Habits
from profile_tui.content.publications.sorts import KICKER
from profile_tui.text.pattern import lazily

_PROSE = 8
"""Words that a sentence on a publication has at least; fewer may be a venue."""
_MOST_NAMES = 2
"""Words of a title that may look like names of people."""
_YEAR = lazily(r"(?:19|20)\d\d")
_BLANK_LINE = lazily(r"\n[ \t]*\n")
_PARAGRAPH = lazily(r"\S(?:(?!\n[ \t]*\n).)*\S", re.S)
_SENTENCES = lazily(r"[.;,]\s*\Z|[.!?]\s+[A-Z]")
_SENTENCE_END = lazily(r"[.!?…][)”\"']*\s*\Z")


def of_list(citations: Sequence[Citation], units: Sequence[Unit], habits: object, *, learn: bool) -> list[Citation]:
    """Return the readings of a list, those of titles above prose made anew.

    Args:
        citations: Their readings as citations.
        units: The items.
        habits: What the list has in common.
        learn: Whether these are the whole list, of which its habits are to learn.
    """
    above = [read(citation, unit) for citation, unit in zip(citations, units, strict=True)]
    if isinstance(habits, Habits):
        if learn:
            habits.learn_prose(len(above), len(above) - above.count(None))
        if habits.above_prose:
            pairs = zip(citations, units, strict=True)
            above = [titled or read(*pair, usual=True) for titled, pair in zip(above, pairs, strict=True)]
    return [titled or whole for titled, whole in zip(above, citations, strict=True)]


def read(citation: Citation, unit: Unit, *, usual: bool = False) -> Citation | None:
    """Return the reading of an item that is a title and, in paragraphs below it, prose on it; None for others.

    What prose says of names and years isn't a field of the publication. Above the title may be what it is, as
    `Technical note · in preparation`.

    Args:
        citation: Its reading as a citation.
        unit: The item.
        usual: Whether most items of its list are such; then a name or two at the start of the title, with words after
            them, are words, too.
    """
    if unit.type != "item" or _BLANK_LINE.search(citation.shown.text) is None:
        return None
    parts = list(_PARAGRAPH.finditer(citation.shown.text))
    at = 1 if parts and KICKER.fullmatch(parts[0][0]) else 0
    if len(parts) < at + 2 or any("\n" in part[0] for part in parts[: at + 1]):
        return None
    title, prose = parts[at], parts[at + 1][0]
    if not _is_title(title[0]) or words(prose) < _PROSE or not _SENTENCE_END.search(prose):
        return None
    start, end = title.span()
    if _begins_with_names(citation, [part.start() for part in parts], (start, end) if usual else None):
        return None
    if any(citation.shown.run_at(place).style.href is not None for place in (start, end - 1)):
        return None  # a linked title is read as others are
    roles = "".join("T" if start <= segment.start < end else "O" for segment in citation.segments)
    place = start, end
    return Citation(citation.shown, citation.segments, citation.looks, roles=roles, title=place, is_above_prose=True)


def _is_title(text: str) -> bool:
    """Whether a paragraph may be a title: some words, no sentences, no year."""
    return words(text) > 2 and not _SENTENCES.search(text) and not _YEAR.search(text)


def _begins_with_names(citation: Citation, starts: Sequence[int], title: tuple[int, int] | None) -> bool:
    """Whether a paragraph of an item begins with people; if a title is given, what begins that is words of it."""
    names = citation.names
    if names is None:
        return False
    begun = [start for start in starts if 0 <= names.start - start < 3]
    if title is None or begun != [title[0]]:
        return bool(begun)
    return len(names.authors) > _MOST_NAMES or words(citation.shown.text[names.end : title[1]]) < 3
