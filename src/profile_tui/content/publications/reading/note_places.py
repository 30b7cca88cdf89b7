"""Where the note of a publication is: in brackets behind venue and year, set off, as `**Oral**`, or in plain words."""

from __future__ import annotations

import re

from profile_tui.content.publications.cutting.lines import LEGEND
from profile_tui.content.publications.cutting.phrases import AWARD, is_address, is_state, is_unfinished
from profile_tui.content.publications.cutting.segment import Segment
from profile_tui.content.publications.roles.citation import Citation, Range
from profile_tui.markup.inline import TEXT, Visible
from profile_tui.text.pattern import lazily

_FEW = 8
"""Of how many words a note is at most."""
_WORDS = frozenset(
    "accepted appear appears award awards awarded best candidate candidates distinguished featured finalist finalists "
    "forthcoming highlight highlighted highlights honorable honourable invited medal mention nominated nomination "
    "nominee oral orals outstanding prize preparation progress r&r resubmit revision revisions runner spotlight "
    "spotlights submitted winner auszeichnung preis bestpreis eingereicht erscheint prix soumis accepté paraître "
    "premio prêmio enviado aceptado próximamente aceito accettato".split()
)
"""A word of each note about what a paper won, how it was presented, or how far it is on its way."""
_PLAIN = frozenset(
    "a an and article at be for full in it long of paper peer presentation press print review reviewed session short "
    "student talk the to under with".split()
)
"""Words of notes that are in plain words beside one of those: what has any other may go on with something else."""
_EAST = lazily(r"最佳|优秀|優秀|口头|口頭|亮点|[奖獎賞]|录用|錄用|在投|审稿|査読|掲載予定|수상|게재")
_NOTE = lazily(
    r"[\s.,\]】)）]*(?:[(（]((?![^()（）]*(?:(?:19|20)\d\d|\d[-–]\d))(?!vol\b|no\b|pp?\.)[^()（）\n\ufffc]{2,80})[)）]|"
    r"\[([^\[\]\d\n\ufffc]{2,40})\])",
    re.I,
)
_OPENING = lazily(r"[(\[（]")
_LAST = " \t\n.,;:!*†"
"""What a note may end with that is no part of it."""
_STOPS = lazily(r"[.;/|(\[]|$")
"""What ends a note in plain words."""
_BRACKETS = {"(": ")", "[": "]", "（": "）", "【": "】"}


def find(citation: Citation) -> Range | None:
    """Return where the note of a citation is whose other fields are known; None where it has none."""
    return _in_brackets(citation) or _after_fields(citation)


def _in_brackets(citation: Citation) -> Range | None:
    """What is in brackets right after venue and year, or after the volume and pages after them."""
    start = citation.venue[0] if citation.venue else 0
    last = max([part[1] for part in (citation.venue, citation.year) if part and part[0] >= start], default=0)
    text = citation.shown.text
    if not last or _OPENING.search(text, last) is None:
        return None
    note = _NOTE.match(text, last)
    if note is None:
        end = _after_numbers(citation, last)
        note = _NOTE.match(text, end) if end > last else None
        if note is not None and is_address(note[note.lastindex or 0]):
            return None  # where to find it, as `(doi: 10.5555/12)`
    if note is None:
        return None
    place = note.span(note.lastindex or 0)
    return place if _is_note(citation, *place) else None


def _after_numbers(citation: Citation, end: int) -> int:
    """Where volume and pages end that are right after a place; the place itself where there are none."""
    for segment, role in zip(citation.segments, citation.roles, strict=True):
        if segment.start >= end:
            if role != "N":
                break
            end = segment.marks_end
    return end


def _is_note(citation: Citation, start: int, end: int) -> bool:
    """Whether what is in brackets is neither a link, nor numbers, nor a legend, nor of another field."""
    shown = citation.shown
    first = end - len(shown.text[start:end].lstrip())
    linked = shown.run_at(first).style.href is not None
    numbers = any(
        start <= segment.start < end and role == "N"
        for segment, role in zip(citation.segments, citation.roles, strict=True)
    )
    places = (citation.title, citation.place("authors"))
    is_field = any(place is not None and start < place[1] and end > place[0] for place in places)
    return not linked and not numbers and not is_field and not LEGEND.search(shown.text, start, end)


def _after_fields(citation: Citation) -> Range | None:
    """What is set off after the other fields, or says in plain words what only notes say."""
    if "O" not in citation.roles:
        return None
    names = ("title", "authors", "venue", "year") if citation.venue else ("title", "authors")
    places = (citation.place(name) for name in names)
    last = max(place[1] for place in places if place is not None)
    for segment, role in zip(citation.segments, citation.roles, strict=True):
        if segment.start >= last and role == "O" and segment.style.href is None:
            return _note(citation, segment) if _is_set_off(segment) else _plain_note(citation, segment)
    return None


def _plain_note(citation: Citation, first: Segment) -> Range | None:
    """The words that begin with a plain segment, up to a stop, where all of them are such as notes are made of."""
    if first.look or first.bracketed:
        return None
    end = next(
        (each.end for each in citation.segments if each.start >= first.start and _STOPS.match(each.after)), first.end
    )
    words = citation.shown.text[first.start : end].lower().replace("-", " ").replace(",", " ").split()
    text = citation.shown.text[first.start : end]
    is_note = is_unfinished(text) or (_WORDS.union(_PLAIN).issuperset(words) and says_note(text))
    beside = (each for each in citation.segments if each.start >= end and each.line == first.line)
    is_alone = all(each.style.href is not None or says_note(each.text) for each in beside)
    return (first.start, end) if is_note and is_alone else None


def is_followed(citation: Citation) -> bool:
    """Return whether another note is after the one that was read, as in `2019 (Oral). **Best Paper Award**`."""
    note = citation.note
    return note is not None and any(
        role == "O" and segment.start >= note[1] and segment.style.href is None and says_note(segment.text)
        for segment, role in zip(citation.segments, citation.roles, strict=True)
    )


def _is_set_off(segment: Segment) -> bool:
    """Whether a segment has a look that sets off notes."""
    style = segment.style
    return (style.bold or style.italic or style.font) and not (style.code or style.sup)


def _note(citation: Citation, first: Segment) -> Range | None:
    """The words of one look that begin with a segment, where they are all of a note."""
    start, end = _of_one_look(citation.shown, first)
    within = zip(citation.segments, citation.roles, strict=True)
    if any(role != "O" for segment, role in within if start <= segment.start < end):
        return None
    if not says_note(citation.shown.text[start:end]) or not _is_alone(citation.shown, start, end):
        return None
    return start, end


def _of_one_look(shown: Visible, first: Segment) -> Range:
    """Where words of one look are that begin with a segment, without the brackets and stops around them."""
    text, style = shown.text, first.style
    start, end = first.start, first.end
    while start and text[start - 1] != "\n" and shown.run_at(start - 1).style == style:
        start -= 1
    while end < len(text) and text[end] != "\n" and shown.run_at(end).style == style:
        end += 1
    end = start + len(text[start:end].rstrip(_LAST))
    start = end - len(text[start:end].lstrip())
    closing = _BRACKETS.get(text[start])
    return (start + 1, end - 1) if closing and text[end - 1] == closing else (start, end)


def says_note(text: str) -> bool:
    """Return whether a text tells what a paper won, how it was presented or how far it is on its way."""
    if is_state(text) or is_unfinished(text) or AWARD.fullmatch(text) or _EAST.search(text):
        return True
    words = text.lower().replace("-", " ").replace(",", " ").split()
    return len(words) <= _FEW and ". " not in text and not _WORDS.isdisjoint(words)


def _is_alone(shown: Visible, start: int, end: int) -> bool:
    """Whether no words are beside a note on its line, but those of links and the year before it."""
    text = shown.text
    stop = text.find("\n", end)
    return not any(
        run.kind == TEXT and run.style.href is None and any(sign.isalnum() for sign in run.text)
        for at, run in zip(shown.starts, shown.runs, strict=True)
        if end <= at < (stop if stop >= 0 else len(text))
    )
