"""Reads the entries of a list: each by itself first, then the doubtful ones by what the others have in common."""

from __future__ import annotations

import re
from collections.abc import Sequence

from profile_tui.markup.inline import Visible
from profile_tui.profile.entry import Author
from profile_tui.profile.publications import links
from profile_tui.profile.publications.assemble import Found, assemble
from profile_tui.profile.publications.consensus import agreed
from profile_tui.profile.publications.citation import Citation, Names, Range
from profile_tui.profile.publications.decode import ROLES, Model
from profile_tui.profile.publications.evidence import features, is_badge
from profile_tui.profile.publications.names import owner_first
from profile_tui.profile.publications.segments import ET_AL, Segment, cut
from profile_tui.profile.publications.weights import model
from profile_tui.text.pattern import lazily

_NOTE = lazily(
    r"[\s.,\]】)）]*(?:[(（]((?![^()（）]*(?:(?:19|20)\d\d|\d[-–]\d))(?!vol\b|no\b|pp?\.)[^()（）\n\ufffc]{2,80})[)）]|\[([^\[\]\d\n\ufffc]{2,40})\])",
    re.I,
)


def read(shown: Visible) -> Citation:
    """Return the fields of one publication."""
    return read_list([shown])[0]


def read_list(entries: Sequence[Visible]) -> list[Citation]:
    """Return the fields of each of the entries of a list."""
    weights = model()
    cuts = [cut(shown) for shown in entries]
    evidence = [[weights.emission(each) for each in features(segments)] for segments in cuts]
    roles = ["".join(ROLES[number] for number in weights.decode(emissions)) for emissions in evidence]
    if len(entries) > 2:
        roles = agreed(weights, cuts, evidence, roles)
    return [_citation(*each) for each in zip(entries, cuts, roles, strict=True)]


def _whole(segments: Sequence[Segment], roles: str) -> str:
    """Roles in which a link or a pair of quotation marks that is a title for the most part is all of it."""
    spans: dict[tuple[str, int], list[int]] = {}
    for index, segment in enumerate(segments):
        if segment.style.href is not None:
            spans.setdefault(("link", segment.style.link), []).append(index)
    found = list(roles)
    for members in spans.values():
        titled = [index for index in members if roles[index] == "T"]
        if titled and titled != members and sum(len(segments[i].text) for i in titled) * 2 > sum(len(segments[i].text) for i in members):
            for index in members:
                found[index] = "T"
    return "".join(found)


def _citation(shown: Visible, segments: list[Segment], roles: str) -> Citation:
    """The fields that roles make."""
    roles = _whole(segments, roles)
    found = Citation(shown, segments, roles)
    if not segments:
        return found
    blocks = assemble(segments, roles, [is_badge(segment) for segment in segments])
    if blocks.title is None:
        return found
    found.title = _closed(shown.text, segments[blocks.title[0]].start, segments[blocks.title[1] - 1].end)
    found.names = _names(shown, segments, roles, blocks)
    if blocks.venue is not None:
        found.venue = _closed(shown.text, segments[blocks.venue[0]].start, segments[blocks.venue[1] - 1].end)
    if blocks.year is not None:
        found.year = segments[blocks.year].start, segments[blocks.year].end
    links.find(found)
    _find_note(found)
    return found


_PAIRS = {"(": ")", "[": "]", "（": "）", "【": "】", "“": "”"}


def _closed(text: str, start: int, end: int) -> Range:
    """A range with the bracket after it that it opens."""
    said = text[start:end]
    for opening, closing in _PAIRS.items():
        if said.count(opening) > said.count(closing) and text.startswith(closing, end):
            end += 1
    return start, end


def _names(shown: Visible, segments: Sequence[Segment], roles: str, blocks: Found) -> Names | None:
    """The list of authors."""
    if not blocks.people:
        return None
    first, last = blocks.people[0][0], blocks.people[-1][1] - 1
    names = Names(segments[first].start, segments[last].marks_end)
    for start, stop in blocks.people:
        end = segments[stop - 1].end
        marks = tuple(mark for index in range(start, stop) for mark in _marks(segments[index].marks))
        name = " ".join(shown.text[segments[start].start : end].replace("\ufffc", "").split())
        names.authors.append(Author(name, marks=marks))
        names.places.append((segments[start].start, end))
    after = last + 1
    if after < len(segments) and roles[after] in "OBI" and ET_AL.fullmatch(segments[after].text):
        names.end = segments[after].end
    names.authors = owner_first(shown, names)
    return names


_MARK = lazily(r"[*†‡§#^✉¶∗⋆☆★♯♠♣♦✝✢⚹📧]|\w+")


def _marks(said: str) -> list[str]:
    """Marks one by one."""
    return [part for part in re.split(r"[\s,]+", said) for part in (_MARK.findall(part) or [])]


def _find_note(found: Citation) -> None:
    """Sets the note: what stands in brackets right after venue and year."""
    from profile_tui.profile.looks import LEGEND

    text = found.shown.text
    start = found.venue[0] if found.venue else 0
    ends = [part[1] for part in (found.venue, found.year) if part and part[0] >= start]
    note = _NOTE.match(text, max(ends)) if ends else None
    which = note.lastindex if note else None
    if note and which and not LEGEND.search(note[which]):
        if found.shown.run_at(note.start(which)).style.href is None and not (found.title and note.start() < found.title[1] and note.end() > found.title[0]):
            found.note = note.span(which)
