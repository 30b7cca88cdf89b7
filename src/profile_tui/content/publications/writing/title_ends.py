"""What parts a title from what follows, where one that asks takes the place of another, or another its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from profile_tui.content.entries.entry import Entry, Values, text_in
from profile_tui.content.publications.roles.citation import Citation
from profile_tui.content.publications.writing import marks
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span, Splice

_ENDS = ("?", "!", "？", "！", "…", ".")
"""What ends a sentence, so that many lists have nothing more between a title and what follows."""
_SIGNS, _QUOTES = tuple(".,;:"), tuple("”\"’'»“")
_PARTS = "([|/–—-·•"
"""What parts a title from what follows without another sign."""
_SENTENCE = lazily(r"(?<!\betc)(?<=[^\W\d_A-Z]{3})\.\Z")
"""A stop that ends a sentence, and no short form, as `U.S.` and `etc.` are."""
_NEAR = 40
"""How many entries are asked what is after a title that asks."""


def usual(citations: Sequence[Citation]) -> str | None:
    """Return the sign and the quotation mark, in their order, after most titles that end in no sign of their own.

    None where all end in one.

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
    return ends.most_common(1)[0][0] if ends else None


def parted(text: str, entry: Entry, title: str, usual_end: Callable[[], str | None]) -> tuple[str, list[Splice]]:
    """Return a title as it is written in the place of an entry's, and what else parts it from what follows.

    Args:
        text: The page.
        entry: The entry.
        title: The source of the new title.
        usual_end: Tells what is after most titles of the list; None where none tells.
    """
    slot = entry.slots["title"]
    at = marks.of(text, entry).after_text(slot.end)
    quoted = text.startswith(_QUOTES, at)
    at += quoted
    stops = any(text[end : end + 1] in _SIGNS[: 1 + quoted] for end in (slot.end, at))
    if title.endswith(".") and not title.endswith("..") and (stops or _SENTENCE.search(title)):
        return title[:-1], []  # as databases export titles
    if not slot.of(text).endswith(_ENDS[:-1]) or title.endswith(_ENDS):
        return title, []
    follows = text[at : at + 2]
    if not follows.startswith(" ") or not follows.strip():
        return title, []
    end = usual_end()
    if end is None:
        sign, inside = "" if follows[1] in _PARTS or follows[1] in _QUOTES else _before(text, entry), quoted
    else:
        sign = next((sign for sign in end if sign in _SIGNS), "")
        inside = len(end) > 1 and end.startswith(_SIGNS)
    return (title + sign, []) if inside else (title, [Splice.insert(at, sign)] if sign else [])


def _before(text: str, entry: Entry) -> str:
    """What parts the fields of an entry before its title: a comma, or else a stop."""
    people = entry.slots.get("authors")
    is_comma = people is not None and text.startswith(",", marks.of(text, entry).after_text(people.end))
    return "," if is_comma else "."


def undoubled(text: str, entry: Entry, values: Values, others: Sequence[Entry], splices: list[Splice]) -> list[Splice]:
    """Return the splices of an entry without the stop after a title that asks, where its list has none after such.

    Where no title of the list asks it stays, as what writes by a style leaves it, but not within quotation marks.

    Args:
        text: The page.
        entry: The entry whose frame is used.
        values: What it is to say.
        others: The entries around.
        splices: What sets its fields.
    """
    asks = _ENDS[:-1]
    if not text_in(values, "title").endswith(asks) or text_in(entry.values, "title").endswith(asks):
        return splices
    at, inside = _stop(text, entry)
    alike = [_stop(text, other) for other in others[:_NEAR] if text_in(other.values, "title").endswith(asks)]
    if at < 0 or not (2 * [at < 0 for at, _ in alike].count(True) > len(alike) if alike else inside):
        return splices
    if any(splice.span.start <= at < splice.span.end for splice in splices):
        return splices
    return sorted([*splices, Splice(Span(at, at + 1), "")], key=lambda splice: splice.span)


def _stop(text: str, entry: Entry) -> tuple[int, bool]:
    """Where the stop after a title is, -1 where none is, and whether it is within quotation marks or the look."""
    if "title" not in entry.slots:
        return -1, False
    end, around = entry.slots["title"].end, marks.of(text, entry)
    if text.startswith(".", end):
        return end, around.after(end + 1, "".join(_QUOTES)) > end + 1
    end = around.after(end, "".join(_QUOTES))
    return (end if text.startswith(".", end) else -1), False
