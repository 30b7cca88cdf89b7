"""Where a publication's fields are in its source: the holes of its frame, and the remarks that are only its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from profile_tui.content.entries.entry import Entry
from profile_tui.content.entries.lexicon import ET_AL
from profile_tui.content.publications.cutting.form import is_badge
from profile_tui.content.publications.cutting.lines import badge_of, pieces
from profile_tui.content.publications.cutting.segment import Segment
from profile_tui.content.publications.names import key_label
from profile_tui.content.publications.reading.field_places import source_of
from profile_tui.content.publications.roles.assemble import IN_NUMBER
from profile_tui.content.publications.roles.citation import Citation
from profile_tui.content.publications.writing import addresses, numbers, volumes
from profile_tui.content.publications.writing.marks import Marks
from profile_tui.markup.inline import IMAGE, LIQUID, TEXT, Run, Visible
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span


def place(text: str, shown: Visible, citation: Citation, entry: Entry) -> None:
    """Fills an entry's slots and frame from its citation."""
    kept: list[tuple[int, int]] = []
    slots, frame = entry.slots, entry.frame
    marks = Marks(text, shown, entry.unit.content)
    assert citation.title is not None
    kept.append(citation.title)
    slots["title"] = marks.whole(shown.span(*citation.title))
    if citation.title_link:
        frame["title_link"] = citation.title_link[1]
        url = marks.target(citation.title_link[1], citation.title_link[0])
        if url:
            frame["title_url"] = url
    if citation.names:
        names = citation.names
        kept.append((names.start, names.end))
        slots["authors"] = _with_opening(text, marks.whole(source_of(shown, names)))
        _place_names(text, marks, citation, entry)
        kept += _place_with(marks, citation, entry)
        if label := key_label.label_of(citation):
            kept.append((label.start, label.end))
            frame["authors 0"] = marks.whole(shown.span(label.start, label.end))
    kept += _place_venue(text, marks, citation, entry)
    _place_look(citation, entry)
    if citation.note:
        kept.append(citation.note)
        slots["note"] = shown.span(*citation.note)
        if sign := _SIGN_BEFORE.search(shown.text, 0, citation.note[0]):
            frame["note sign"] = shown.span(*sign.span())
    for number, (name, part) in enumerate(citation.remarks):
        kept.append(part)
        frame[f"remark {name} {number}"] = marks.around(shown.span(*part), brackets=True)
    badge = badge_of(shown)
    if badge and citation.venue and not (badge[0] <= citation.venue[0] < badge[1]):
        kept.append(badge)
        frame["badge"] = shown.span(*badge)
    for lead in numbers.leads(citation):
        kept.append(lead)
        if words := _LED.search(shown.text, *lead):
            frame["led"] = shown.span(*words.span())
    _place_links(text, marks, citation, entry)
    _place_remarks(text, marks, citation, kept, entry)


_SIGN_BEFORE = lazily(r"(?:[\u2190-\u2bff\U0001f000-\U0001faff]\ufe0f?[ \t]?)+\Z")
"""The pictures before a note, as those of a prize, which go with it."""
_LED = lazily(r"(?<![^\s,;.])(?:in|dans|en|em|în):?\s*\Z", re.I)
"""Of the words before a venue, the one that leads to it."""


def _place_look(citation: Citation, entry: Entry) -> None:
    """Notes which of title and venue is in italics, where one alone is: the title of a book, an article's venue."""
    look = {
        name: citation.shown.run_at(place[0]).style.italic
        for name in ("title", "venue")
        if (place := citation.place(name)) is not None
    }
    for name, other in (("title", "venue"), ("venue", "title")):
        if look.get(name) and not look.get(other):
            entry.frame[f"set off {name}"] = entry.slots[name]


def _place_venue(text: str, marks: Marks, citation: Citation, entry: Entry) -> list[tuple[int, int]]:
    """Places venue, year, volume and pages; returns where they are shown."""
    slots, frame, shown = entry.slots, entry.frame, citation.shown
    kept: list[tuple[int, int]] = []
    if citation.venue:
        kept.append(citation.venue)
        slots["venue"] = marks.whole(shown.span(*_with_short_stop(shown, *citation.venue)))
        look = shown.run_at(citation.venue[0]).style
        if look.italic and look.href is not None and look.link < slots["venue"].start < look.link_end:
            slots["venue"] = Span(look.link, look.link_end)  # another venue is not after this one's link
    if citation.year:
        end = citation.year[1]
        kept.append((citation.year[0], end + sum(shown.text.startswith(sign, end) for sign in ("年", "年度", "년"))))
        slots["year"] = shown.span(*citation.year)
        if "venue" in slots and slots["year"].start >= slots["venue"].end and marks.opens(slots["venue"]):
            slots["venue"] = marks.whole(Span(slots["venue"].start, slots["year"].end))
        again = [segment for segment, role in zip(citation.segments, citation.roles, strict=True) if role == "Y"]
        for index, segment in enumerate(again):
            is_same = segment.start != citation.year[0] and segment.text == shown.text[slice(*citation.year)]
            if is_same and _is_year_again(shown, segment):
                kept.append((segment.start, segment.end))
                frame[f"year {index}"] = shown.span(segment.start, segment.end)
    if name := numbers.venue_name(citation):
        frame["venue_name"] = marks.whole(shown.span(*name))
    elif "venue" in slots:
        _place_name(marks, entry)
    return kept + _place_numbers(marks, citation, entry)


def _is_year_again(shown: Visible, segment: Segment) -> bool:
    """Whether a year that is the paper's is written anew with it: not in an address, a badge or of another version."""
    return (
        not is_badge(segment)
        and not _IN_PATH.search(shown.text, 0, segment.start)
        and not IN_NUMBER.match(shown.text, segment.end)
        and not (segment.bracketed and _OF_ANOTHER.search(shown.text, 0, segment.start))
    )


def _with_short_stop(shown: Visible, start: int, end: int) -> tuple[int, int]:
    """Return where a venue is with its last stop, as in `J. Fen Sci.`, which goes when another venue takes its place.

    It has another such stop, and a look, a bracket or a sign that parts fields is right after it.
    """
    text = shown.text
    if not text.startswith(".", end) or ". " not in text[start:end]:
        return start, end
    after = end + 1 + text.startswith(" ", end + 1)  # the blank of `<b> J. Fen Sci. </b>`
    ends = text.startswith((" (", ".", " |", " –", " —", " - ", " /"), end + 1) or any(
        at < len(text) and shown.run_at(at).style != shown.run_at(end).style for at in {end + 1, after}
    )
    return start, end + (ends and shown.run_at(end).style == shown.run_at(end - 1).style)


def _place_name(marks: Marks, entry: Entry) -> None:
    """Notes what a venue begins with that is set off, as `*Technical Report* TR-12`: another one is set off so."""
    slot, year = entry.slots["venue"], entry.slots.get("year")
    name = marks.begins_with(slot)
    if name and not (year and slot.covers(year)):
        entry.frame["venue_name"], entry.frame["numbers venue"] = name.inner, Span(name.span.end, slot.end)


def _place_numbers(marks: Marks, citation: Citation, entry: Entry) -> list[tuple[int, int]]:
    """Places volume and pages, in parts where a mark closes between them; returns where they are shown."""
    kept = numbers.numbers(citation)
    spans = [marks.whole(citation.shown.span(*number)) for number in kept]
    for index, part in enumerate(part for span in spans for part in marks.parts(span)):
        entry.frame[f"numbers {index}"] = part
    volumes.place(marks.text, entry.frame)
    return kept


def _place_names(text: str, marks: Marks, citation: Citation, entry: Entry) -> None:
    """Notes how the own name is set off and how names are parted."""
    assert citation.names is not None
    names, shown = citation.names, citation.shown
    for author, where in zip(names.authors, names.places, strict=True):
        if author.is_self:
            inner = shown.span(*where)
            if len(names.places) == 1:
                # the marks are the name's own, not those of the list that it is
                entry.slots["authors"] = marks.around(entry.slots["authors"], signs=True)
            full = marks.around(inner, entry.slots["authors"], signs=True)
            entry.frame["self_open"] = Span(full.start, inner.start)
            entry.frame["self_close"] = marks.closers(Span(inner.end, full.end))
            break
    end = shown.place(names.places[-1][1] - 1, end=True)
    if ET_AL.search(shown.text, names.places[-1][1], names.end):
        stop = entry.slots["authors"].end
        others = _with_closing(text, marks.whole(Span(marks.after(end), stop)))
        entry.slots["authors"] = Span(entry.slots["authors"].start, others.end)
        entry.frame["et_al"] = Span(others.start, others.end + text.startswith(".", others.end))


_OF_ANOTHER = lazily(
    r"[(\[](?:an?|the|its|this|some|parts?|results?|short|full|extended|earlier|previous|preliminary|first|also|previously)\b"
    r"[^()\[\]\n]*(?:\([^()]*\)[^()\[\]\n]*)*\Z",
    re.I,
)
"""A bracket that tells of another version, up to a year in it, as in `(an earlier version was in ICE (Oslo), 2005)`."""
_IN_PATH = lazily(r"/[^\s()<>\[\]]*[^\W\d]$")
"""What is before a year in the name of a file."""
_WITH = lazily(
    r"(?:(?:joint(?:ly)?(?: work)?|(?:in|en) collaboration|zusammen|gemeinsam|junto) )?(?:with|mit|avec|con|com)", re.I
)


def _place_with(marks: Marks, citation: Citation, entry: Entry) -> list[tuple[int, int]]:
    """Notes the word that leads in those with whom the owner wrote, and their brackets; returns where it is shown."""
    for segment, role, following in zip(citation.segments, citation.roles, citation.roles[1:], strict=False):
        if role == "O" and following == "B" and _WITH.fullmatch(segment.text):
            start = citation.shown.place(segment.start)
            entry.frame["with"] = marks.around(Span(start, entry.slots["authors"].end), brackets=True)
            return [(segment.start, segment.end)]
    return []


_ENTITY = lazily(r"&#?\w+;")
_PARTS = lazily(r"\w|\n\s*\n")
"""What is between two links that are not of one run: words, or the end of a paragraph."""


def _place_links(text: str, marks: Marks, citation: Citation, entry: Entry) -> None:
    """Sets the slot of the links: the longest run of them that only punctuation parts. The others are remarks.

    Where each link is that is no title's is noted, too, in the order in which they are read.
    """
    spans = [marks.around(span, brackets=True) for _, span in citation.links]
    groups: list[list[int]] = []
    for index, span in enumerate(spans):
        before = spans[groups[-1][-1]] if groups else None
        if before and span.start >= before.end and not _PARTS.search(_ENTITY.sub("", text[before.end : span.start])):
            groups[-1].append(index)
        else:
            groups.append([index])
    labelled = [group for group in groups if _is_run(citation, entry, [(index, spans[index]) for index in group])]
    if not labelled:
        best: list[int] = []
    else:
        best = max(labelled, key=len)
        entry.slots["links"] = Span(spans[best[0]].start, spans[best[-1]].end)
        entry.frame["link"] = spans[best[0]]
        first, whole = citation.links[best[0]]
        if url := marks.target(whole, first.url):
            entry.frame["link_url"] = url
            entry.frame["link_label"] = marks.innermost(whole)
        if len(best) > 1:
            entry.frame["link_gap"] = Span(spans[best[0]].end, spans[best[1]].start)
    for index, span in enumerate(spans):
        entry.frame[f"link at {index}"] = citation.links[index][1]
        if index not in best and not any(slot.covers(span) for slot in entry.slots.values()):
            entry.frame[f"remark link {index}"] = span


def _is_run(citation: Citation, entry: Entry, links: Sequence[tuple[int, Span]]) -> bool:
    """Whether some links are labelled, and not all people's, and none is the venue's or the year's."""
    if not any(citation.links[index][0].label for index, _span in links):
        return False
    people = entry.slots.get("authors")
    if people and all(people.covers(span) for _index, span in links):
        return False
    fields = [entry.slots[name] for name in ("venue", "year") if name in entry.slots]
    cores = [citation.links[index][1] for index, _span in links]
    return not any(core.covers(slot) or slot.covers(core) for core in cores for slot in fields)


def _place_remarks(text: str, marks: Marks, citation: Citation, kept: list[tuple[int, int]], entry: Entry) -> None:
    """Notes what is shown but is in no field: a new entry leaves it out."""
    links = entry.slots.get("links")
    content, shown = entry.unit.content, citation.shown
    number = 0
    for line in pieces(shown):
        at = line.start
        bounds = sorted(pair for pair in kept if pair[1] > line.start and pair[0] < line.end)
        for start, end in [*bounds, (line.end, line.end)]:
            stop = max(at, min(start, line.end))
            for piece in _outside(shown, at, stop, links):
                counted = line.start == at and _COUNT.fullmatch(shown.text[at:stop])
                if re.search(r"\w", shown.text[slice(*piece)]) and not (
                    counted and len(_TAGS.sub("", text[content.start : shown.span(*piece).start])) < 6
                ):
                    number += 1
                    remark = _with_opening(text, marks.whole(shown.span(*_with_stop(shown, *piece))))
                    entry.frame[f"remark {number}"] = remark
                    addresses.place(text, remark, entry.frame)
            at = max(at, min(end, line.end))
    for run, at in zip(shown.runs, shown.starts, strict=True):
        if run.kind in (IMAGE, LIQUID):
            number += 1
            entry.frame[f"remark {number}"] = _whole_link(shown, run, at)


_SHORT_MONTH = lazily(r"(?:.*\W)?(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)", re.I)


def _with_stop(shown: Visible, start: int, end: int) -> tuple[int, int]:
    """Return a visible range with the stop of the short month at its end, which parts nothing."""
    stops = shown.text.startswith(". ", end) and _SHORT_MONTH.fullmatch(shown.text, max(start, end - 9), end)
    return start, end + bool(stops)


def _whole_link(shown: Visible, run: Run, at: int) -> Span:
    """An image, with the link around it that shows nothing else."""
    look = run.style
    if look.href is None or not look.link_end:
        return run.span
    beside = [index for index in (at - 1, at + 1) if 0 <= index < len(shown.text) and shown.text[index].strip()]
    alone = all(
        shown.run_at(index).style.link != look.link or shown.run_at(index).style.href is None for index in beside
    )
    return Span(look.link, look.link_end) if alone else run.span


def _with_closing(text: str, span: Span) -> Span:
    """A range with the bracket right after it that it opens."""
    words = span.of(text)
    for opening, closing in ("()", "[]", "（）"):
        if text.startswith(closing, span.end) and words.count(opening) > words.count(closing):
            return Span(span.start, span.end + 1)
    return span


def _with_opening(text: str, span: Span) -> Span:
    """A range with the bracket right before it that it closes."""
    words = span.of(text)
    for opening, closing in ("()", "{}", "（）"):
        if text[span.start - 1 : span.start] == opening and words.count(closing) > words.count(opening):
            return Span(span.start - 1, span.end)
    return span


def _outside(shown: Visible, start: int, end: int, links: Span | None) -> list[tuple[int, int]]:
    """The parts of a visible range that are not in the links, from the first letter or digit to the last of each."""
    parts: list[tuple[int, int]] = []
    begin: int | None = None
    for at in range(start, end):
        run = shown.run_at(at)
        inside = links is not None and links.start <= run.span.start < links.end
        if inside and links is not None and run.span.end > links.end:  # the bracket that closes, and what follows
            inside = shown.span(at, at + 1).start < links.end
        if inside or run.kind != TEXT:
            if begin is not None:
                parts.append((begin, at))
            begin = None
        elif begin is None and (shown.text[at].isalnum()):
            begin = at
    if begin is not None:
        parts.append((begin, end))
    return [(_first_sign(shown.text, start, first), _last_letter(shown.text, first, last)) for first, last in parts]


def _first_sign(text: str, start: int, first: int) -> int:
    """Where the symbols begin that are right before a remark, as those of a prize, else where the remark does."""
    at = first
    while at > start and (text[at - 1] == " " or text[at - 1] >= _SYMBOLS):
        at -= 1
    return at + len(text[at:first]) - len(text[at:first].lstrip())


_SYMBOLS = "\u2190"
"""The first of the arrows, pictures and the like."""


_TAGS = lazily(r"<[^<>]*>\s*|^\s+")
_COUNT = lazily(r"\W*(?:\w{1,2}|(?=\D*\d)\w{1,4}(?:-\w{1,3}){0,2}|[A-Z]{1,3}-\w{1,3})\W*")
"""What an entry may begin with that counts it: a number, with letters or without; a word is none."""
_CLOSED = lazily(r"\.?[)\]]")


def _last_letter(text: str, start: int, end: int) -> int:
    """`end` moved back to after the last letter or digit, or a bracket that closes one opened within."""
    at = end
    while at > start and not text[at - 1].isalnum():
        at -= 1
    at += text.startswith("%", at, end)
    opened = sum(text.count(bracket, start, at) for bracket in "([") - sum(
        text.count(bracket, start, at) for bracket in ")]"
    )
    closed = _CLOSED.match(text, at, end) if opened > 0 else None
    return closed.end() if closed else at
