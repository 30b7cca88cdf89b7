"""What parts a title from what follows, where it takes the place of one that ended in a question mark."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from profile_tui.content.entries.entry import Entry
from profile_tui.content.publications.roles.citation import Citation
from profile_tui.content.publications.writing import marks
from profile_tui.text.span import Splice

_ENDS = ("?", "!", "？", "！", "…", ".")
"""What ends a sentence, so that many lists have nothing more between a title and what follows."""
_SIGNS, _QUOTES = tuple(".,;:"), tuple("”\"’'»“")


def usual(citations: Sequence[Citation]) -> str:
    """Return the sign and the quotation mark, in their order, after most titles that end in no sign of their own.

    A sign in the look of the title is as if a quotation mark followed.
    """
    ends = Counter[str]()
    for citation in citations:
        if citation.title is not None:
            text, at = citation.shown.text, citation.title[1]
            if not text.endswith(_ENDS, 0, at):
                end = "".join(sign for sign in text[at : at + 2].rstrip() if sign in _SIGNS + _QUOTES)
                look, before = (citation.shown.run_at(place).style for place in (min(at, len(text) - 1), at - 1))
                within = end in _SIGNS and look == before and (look.bold or look.italic or look.href is not None)
                ends[f"{end}”" if within else end] += 1
    return ends.most_common(1)[0][0] if ends else ""


def parted(text: str, entry: Entry, title: str, end: str) -> tuple[str, list[Splice]]:
    """Return a title as it is written in the place of an entry's, and what else parts it from what follows.

    Args:
        text: The page.
        entry: The entry.
        title: The source of the new title.
        end: What is after most titles of the list.
    """
    slot = entry.slots["title"]
    if not slot.of(text).endswith(_ENDS[:-1]) or title.endswith(_ENDS):
        return title, []
    at = marks.of(text, entry).behind_text(slot.end)
    quoted = text.startswith(_QUOTES, at)
    at += quoted
    follows = text[at : at + 2]
    if not follows.startswith(" ") or not follows.strip():
        return title, []
    sign = next((sign for sign in end if sign in _SIGNS), "" if end else _before(text, entry))
    inside = (quoted and not end) or (len(end) > 1 and end.startswith(_SIGNS))
    return (title + sign, []) if inside else (title, [Splice.insert(at, sign)] if sign else [])


def _before(text: str, entry: Entry) -> str:
    """What parts the fields of an entry before its title: a comma, or else a stop."""
    people = entry.slots.get("authors")
    is_comma = people is not None and text.startswith(",", marks.of(text, entry).behind_text(people.end))
    return "," if is_comma else "."
