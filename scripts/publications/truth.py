"""Entries whose fields are known, as segments with their roles: what the weights are fitted on."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from profile_tui.content.entries.entry import Unit
from profile_tui.content.page.page import Page
from profile_tui.content.publications.cutting import surnames
from profile_tui.content.publications.cutting.form import is_badge
from profile_tui.content.publications.cutting.segment import Segment
from profile_tui.content.publications.cutting.segments import cut
from profile_tui.content.publications.reading.barred import barred
from profile_tui.content.publications.reading.signs import shown_by
from profile_tui.content.publications.reading.steps import visible
from profile_tui.markup.inline import Visible, runs
from profile_tui.text.source import Source
from profile_tui.text.span import Span
from scripts.publications.looks import Pieces

_NO_FIELD = "NLO"
"""Roles of what is in no field; which of them a piece has, no truth tells."""
_NUMBER = re.compile(r"(?:(?:vol|no|pp?|issue|volume)\.?|[\d\W]*\d[\d\W]*|(?:vol|no|pp|p)\.?\s*[\d\W]+)", re.I)


class Example(NamedTuple):
    """An entry with the role of each segment, and what it is from: a style, a page, a list."""

    origin: str
    segments: list[Segment]
    roles: list[str]
    barred: dict[int, str]
    """Roles that the rules of reading say that segments cannot have."""


class _Text:
    """Visible text, its letters folded, each with its place."""

    def __init__(self, shown: Visible) -> None:
        """Fold the text."""
        self.shown = shown
        self.segments = surnames.mark(shown.text, cut(shown))
        self.roles = ["O"] * len(self.segments)
        folded = [(letter, at) for at, character in enumerate(shown.text) for letter in fold(character)]
        self.letters = "".join(letter for letter, _ in folded)
        self.places = [at for _, at in folded]

    def example(self, origin: str) -> Example | None:
        """Return what is known of it; None where the rules of reading are against it, or it has no segment."""
        ruled_out = barred(self.shown, self.segments, shown_by(self.shown, self.segments))
        for at, against in ruled_out.items():
            if self.roles[at] in against:
                others = [role for role in _NO_FIELD if role not in against]
                if self.roles[at] not in _NO_FIELD or not others:
                    return None
                self.roles[at] = others[0]
        return Example(origin, self.segments, self.roles, ruled_out) if self.segments else None

    def find(self, said: str, start: int = 0) -> tuple[int, int] | None:
        """Where some words stand among the letters."""
        wanted = fold(said)
        at = self.letters.find(wanted, start) if wanted else -1
        return (at, at + len(wanted)) if at >= 0 else None

    def give(self, place: tuple[int, int], role: str, over: str = "O") -> list[int]:
        """Give a role to the segments most of which stand at a place; return their numbers."""
        start, end = self.places[place[0]], self.places[place[1] - 1] + 1
        given = []
        for index, one in enumerate(self.segments):
            inside = sum(map(str.isalnum, self.shown.text[max(one.start, start) : min(one.end, end)]))
            if inside * 2 > sum(map(str.isalnum, one.text)) and self.roles[index] in over:
                self.roles[index] = role
                given.append(index)
        return given


def fold(text: str) -> str:
    """Letters and digits without case."""
    return "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())


def invented(number: int, pieces: Pieces) -> Example | None:
    """An invented entry; None where its text is not found again, as Markdown may read it otherwise."""
    source = "".join(said for said, _ in pieces)
    text = _Text(Visible(runs(source, Span(0, len(source)), opaque=True)))
    at, people = 0, 0
    for said, role in pieces:
        if role is None or not fold(said):
            continue
        place = text.find(said, at)
        if place is None:
            return None
        at = place[1]
        given = text.give(place, {"P": "B"}.get(role, role))
        if role in "PTVY" and not given:
            return None  # it is one segment with something else
        if role == "P":
            people += 1
            for index in given[1:]:
                text.roles[index] = "I"
    for index, one in enumerate(text.segments):
        if text.roles[index] == "Y" and not one.year:
            text.roles[index] = "O"
    return text.example(f"invented {number}")


def styles(file: Path) -> Iterator[Example]:
    """Yield the entries of lists in citation styles, as ../shared/styles has them."""
    lines = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    given = _given_names(lines)
    for line in lines:
        page = Page(Source(line["markdown"].encode()))
        units = [unit for section in page.sections if section.kind == "publications" for unit in section.units]
        rows = {page.source.line_number(unit.span.start): unit for unit in units}
        numbers = [at for at, row in enumerate(line["markdown"].splitlines(), 1) if at > 9 and row.strip()]
        for number, truth in zip(numbers, line["entries"], strict=True):
            read = _styled(page.text, rows[number], truth, given) if number in rows else None
            if read and (found := read.example(line["style"])):
                yield found


def _given_names(lines: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """Return the given names that go with each family name, in their shortest form."""
    full = sorted({name for line in lines for name in line["new"]["authors"]})  # of several, the first is taken
    families = {family for line in lines for one in line["entries"] for family in one["families"]}
    return {
        family: min((name[: -len(family)].strip() for name in full if name.endswith(family)), key=len, default="")
        for family in families
    }


def _styled(text: str, unit: Unit, truth: Mapping[str, Any], given: Mapping[str, str]) -> _Text | None:
    """An entry in a style with its roles; None where it does not show all its fields."""
    found = _Text(visible(text, unit))
    title = found.find(truth["title"])
    if title is None or not found.segments:
        return None
    found.give(title, "T")
    places = [found.find(name, title[1]) or found.find(name) for name in truth["venue"]]
    venue = next((place for place in places if place and not (title[0] <= place[0] < title[1])), None)
    if venue is None or not found.give(venue, "V"):
        return None
    before = found.roles.index("T")
    free = [at for at, role in enumerate(found.roles) if role == "O" and not found.segments[at].year]
    people = _surnames(found, truth["families"], [at for at in free if at < before] or free)
    if people is None:
        return None
    for at in people:
        found.roles[at] = "B"
    for family, at in zip(truth["families"], people, strict=True):
        _with_given(found, at, family, given[family])
    _numbers_and_years(found, str(truth["year"]))
    return found


def _surnames(found: _Text, families: Sequence[str], free: Sequence[int]) -> list[int] | None:
    """The segments of some surnames, the last possible ones: a label may name them before."""
    places: list[int] = []
    limit = max(free, default=-1) + 1
    for family in reversed(families):
        word = re.compile(rf"(?<!\w){re.escape(family)}(?!\w)", re.I)
        at = next((at for at in reversed(free) if at < limit and word.search(found.segments[at].text)), None)
        if at is None:
            return None
        places.append(at)
        limit = at
    return places[::-1]


def _with_given(found: _Text, at: int, family: str, given: str) -> None:
    """Give the segments of a given name beside a surname their role."""
    names = [fold(word) for word in re.split(r"[\s.]+", given) if word]
    short = "".join(name[0] for name in names)
    letters = "".join(fold(part)[0] for part in re.split(r"[\s.-]+", given) if part)
    forms = {*names, "".join(names), short, letters, short[:1]}
    segments, roles = found.segments, found.roles

    def fits(index: int) -> bool:
        return 0 <= index < len(roles) and roles[index] == "O" and fold(segments[index].text) in forms

    first = at
    is_apart = segments[at].before == "." or (at > 0 and len(segments[at - 1].text) > len(short))
    while segments[first].before in (".", "", "*") and fits(first - 1) and (first < at or is_apart):
        first -= 1
    if first < at:
        roles[first : at + 1] = ["B", *["I"] * (at - first)]
        return
    after = at + 1
    while fits(after) and "&" not in segments[after].before and fold(segments[at].text) == fold(family):
        roles[after] = "I"
        after += 1


def _numbers_and_years(found: _Text, year: str) -> None:
    """Give years, and what stands after the venue and has digits, their roles."""
    last = max(at for at, role in enumerate(found.roles) if role == "V")
    for at, one in enumerate(found.segments):
        if found.roles[at] == "O" and one.year and one.text == year:
            found.roles[at] = "Y"
        short = len(one.text) < 5 or any(map(str.isdigit, one.text))
        if found.roles[at] == "O" and not one.year and at > last and short:
            found.roles[at] = "N"


def told(origin: str, text: str, unit: Unit, roles: str) -> Example | None:
    """An entry of a page, the roles of whose segments are said; None where it is cut into others by now."""
    found = _Text(visible(text, unit))
    if len(found.segments) != len(roles):
        return None
    found.roles = list(roles)
    return found.example(origin)


def reading(origin: str, text: str, unit: Unit, truth: Mapping[str, Any]) -> Example | None:
    """An entry of a page with its fields: title, authors in their order, venue (or another right one), year."""
    found = _Text(visible(text, unit))
    title = found.find(truth["title"])
    if title is None:
        return None
    if not found.give(title, "T"):
        return None
    people = _people(found, truth["authors"], title)
    if people is None:
        return None
    for place in people:
        for index in found.give(place, "B")[1:]:
            found.roles[index] = "I"
    taken = [title, *people]
    wanted = [name for name in (truth["venue"], *truth.get("venue_alt", ())) if name]
    year = str(truth["year"] or "")
    wanted += [name.removesuffix(year) for name in wanted]
    venue = next((place for name in wanted for place in _apart(found, name, taken)), None)
    if truth["venue"] and venue is None:
        return None
    if venue:
        for place in _apart(found, found.letters[slice(*venue)], taken):
            found.give(place, "V")
    _finish(found, year)
    return found.example(origin)


def _people(found: _Text, names: Sequence[str], title: tuple[int, int]) -> list[tuple[int, int]] | None:
    """Where the names stand, the closest list of them that is not in the title; None where they are not all there."""
    best: list[tuple[int, int]] | None = [] if not names else None
    for match in re.finditer(re.escape(fold(names[0])), found.letters) if names else ():
        at = match.start()
        places: list[tuple[int, int]] = []
        for name in names:
            place = found.find(name, at)
            if place is None or (places and place[0] - at > 60) or title[0] <= place[0] < title[1]:
                break
            places.append(place)
            at = place[1]
        if len(places) == len(names) and (best is None or places[-1][1] - places[0][0] < best[-1][1] - best[0][0]):
            best = places
    return best


def _apart(found: _Text, said: str, taken: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """All places of some words that are not taken."""
    places, at = [], 0
    while len(fold(said)) > 1 and (place := found.find(said, at)):
        at = place[0] + 1
        if not any(place[0] < end and start < place[1] for start, end in taken):
            places.append(place)
    return places


def _finish(found: _Text, year: str) -> None:
    """Give years, badges, volume and pages, and links their roles."""
    roles, segments = found.roles, found.segments
    first = roles.index("T")
    for at, one in enumerate(segments):
        badge = at < first and is_badge(one) and (one.year or re.search(r"[^\W\d]{2}", one.text) is not None)
        if roles[at] in "VO" and one.year and (one.text == year or badge):
            roles[at] = "Y"
        elif roles[at] == "O" and badge and "V" in roles:
            roles[at] = "V"
        elif roles[at] in "VO" and at and roles[at - 1] in "VNY" and "V" in roles[:at] and _NUMBER.fullmatch(one.text):
            roles[at] = "N" if one.line == segments[at - 1].line else roles[at]
        elif roles[at] == "O" and one.style.href is not None:
            roles[at] = "L"
