"""Which of the years that an entry shows is that of the publication, and where it is written otherwise than elsewhere.

A year may be part of what a conference is called, or tell of an earlier edition, of a revision, of a page. What is left
to choose from after that is doubted where it is more than one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from profile_tui.content.publications.cutting.form import is_badge
from profile_tui.content.publications.cutting.phrases import AWARD
from profile_tui.content.publications.cutting.segment import Segment
from profile_tui.content.publications.reading.by_words import is_acronym
from profile_tui.content.publications.reading.entry_parts import NOTHING, Parts
from profile_tui.content.publications.reading.parts_signs import NO_YEAR, DoubtRow
from profile_tui.content.publications.reading.signs import EAST, YEAR, YEARS
from profile_tui.content.publications.roles.assemble import IN_NUMBER, Found
from profile_tui.content.publications.roles.citation import Citation, Range
from profile_tui.text.pattern import lazily

_YEAR_ALONE = frozenset(("year",))
_MEETS = lazily(
    r"\b(?:conf\w*|symp\w*|workshops?|congress\w*|meeting|proc\w*|annual|kongress|tagung|colloqu\w*)\b|会议|大会",
    re.I,
)
"""What says that a venue was on a day, and that a year in its name tells which one it was."""
_MONTH = lazily(
    r"\b(?:jan|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz])\w*\.?,?\s(?:\d{1,2}(?:\s?[–-]\s?\d{1,2})?,?\s)?$",
    re.I,
)
"""What is before the year of a day or a month."""
_LONGEST = 24
"""How long what is before a year may be, as in `September 29 – 30, 2019`."""
_DAY_AFTER = lazily(r"[./-]\d{1,2}(?!\d)|年\d")
_OF_OTHER = lazily(
    r"\b(?:revised|received|submitted|filed|updated|accessed|retrieved|abgerufen|consulté|consultado|"
    r"original\w*|orig|1st ed\w*|first (?:published|ed\w*|version|draft|written)|erst(?:mals|ausgabe|auflage)|zuerst|"
    r"urspr\w*|reprint\w*|repr|rpt|nachdr\w*|neudr\w*|réimpr\w*|rist|ristampa|award\w*|prize|winner)\b[^;()]*$|©\s?$",
    re.I,
)
"""What says that the year after it is not when this was published."""
_OF_VERSION = lazily(r"\b(?:on-?line|e-?pub|preprint|arxiv|\w+rxiv|draft|first view)\b[^;()]*$", re.I)
"""The same of how it was to be read before."""
_WHOLE = lazily(r"(?:19|20)\d\d")
_DATED = lazily(r"(?<![\d./-])(?:\d{1,2}[./]){2}((?:19|20)\d\d)(?![\d./-])")
"""A day of which the year is last, as `03/05/2019`."""
_WITH_NAME = lazily(
    r"(?<![^\W\d_])(?:[A-Z][A-Za-z&+]*[A-Z](?:-((?:19|20)\d\d)|\s(\d\d)['’])|[A-Z][A-Za-z&+-]+\s?['’](\d\d))(?!\w)"
)
"""A short name and its year, as `ICE-2019`, `IceConf '19` and `ICE 19'`."""
_SPANNED = lazily(r"(?<![\w./:–-])((?:19|20)\d\d)\s?[/–-]\s?((?:19|20)?\d\d)(?![\w/–-])")
"""Two years as one."""
_PAGES_BEFORE = lazily(r"(?:\bp?p|\bpages?|\bS|\bs|:|\d\)?,)\.?\s?$")
_UNTOLD = lazily(
    r"[(（\[]\s?(?:n\.\s?d\b|s\.\s?[adf]\b|o\.\s?J\b|b\.\s?[dr]\b|б\.\s?г\b)|"
    r"พ\.\s?ศ\.|\b25\d\d\s?B\.?E\b|\bB\.?E\.?\s25\d\d\b|(?<!\d)[(（]25\d\d[)）]|"
    r"[۰-۹٠-٩๐-๙]{4}|\b1[34]\d\d\s?A\.?H\b|"
    r"\bM(?:M|CM|DCCC)[XLVIC]+\b"
)
"""That no year is told, or a year that other calendars and digits tell."""
_OF_ERA = lazily(
    r"(?:平成|令和|昭和|大正|明治|民國|民国)\s?(?:\d{1,3}|元|[一二三四五六七八九十百〇○]+)(?:\s?年|(?!\w))"
)
"""A year that is counted from the beginning of a reign or a state."""
_AND_NEXT = lazily(r"[/–-](\d\d)(?![\d./-])")
"""The year after, in two digits."""
_SHORT_NAME = lazily(r"\b(?!TR\b|RFC\b|PL)[A-Z][A-Za-z]*[A-Z](?:-|\s?['’]|)(?:[0-4]\d|9\d)(?!\w|[.-]\d)")
"""A short name and what may be its year in two digits, as `ICE-19`."""
_MOST = 4
"""How many years an issue or a volume is of, at most."""


def settled(citation: Citation, found: Found) -> str:
    """Return the roles of an entry with more than one year, of which some tell of something else than the publication.

    That is another edition or state of it, a page, or what a conference is called, if its year is told elsewhere, too:
    `Proceedings of the 2019 Conference on Ice, 2020`. With a name alone, as `ICE 2019`, its year is that of the paper.
    """
    segments, roles = citation.segments, list(citation.roles)
    years = [at for at, role in enumerate(roles) if role == "Y" and segments[at].year and not is_badge(segments[at])]
    for role, others in (
        ("O", [at for at in years if _tells_of_other(segments, citation.roles, at)]),
        ("O", list(_originals(segments, years))),
        ("N", [at for at in years if _is_page(segments, citation.roles, at)]),
        ("V", list(_of_names(citation, found, years))),
        ("O", list(_of_days(citation, found, years))),
    ):
        told = [at for at in others if at in years]
        left = [at for at in years if at not in told]
        if told and any(role != "V" or _tells_when(citation, found, at) for at in left):
            years = left
            for at in told:
                roles[at] = role
    return "".join(roles)


def _tells_of_other(segments: Sequence[Segment], roles: str, at: int) -> bool:
    """Whether what is beside a year says that it is not when this was published: `ICE 2019 Best Paper Award`."""
    following = segments[at + 1] if at + 1 < len(segments) else None
    if following and not following.before and AWARD.match(following.text):
        return True
    if not at or roles[at - 1] == "T":
        return False
    before = segments[at - 1].text
    goes_on = segments[at].before in (".", ",") and segments[at - 1].before in ("", ",", ".")
    if goes_on and at > 1 and roles[at - 2] == "O":
        before = f"{segments[at - 2].text} {before}"
    return _OF_OTHER.search(before) is not None or (roles[at - 1] == "O" and _OF_VERSION.search(before) is not None)


def _originals(segments: Sequence[Segment], years: Sequence[int]) -> Iterator[int]:
    """The years of first editions in square brackets, right before that of this one or after it: `[1998] 2004`."""
    for at in years:
        for other in (at - 1, at + 1):
            if other not in years or segments[max(at, other)].before not in ("]", "["):
                continue
            first, now = segments[at], segments[other]
            if first.bracketed and not now.bracketed and first.text < now.text:
                yield at


def _is_page(segments: Sequence[Segment], roles: str, at: int) -> bool:
    """Whether a year is the number of a page or an article: it is after a volume, and a year in brackets follows."""
    if not at or at + 1 == len(segments) or roles[at - 1] != "N" or segments[at].before != ",":
        return False
    following = segments[at + 1]
    return following.year and following.before == "(" and following.text != segments[at].text


def _of_names(citation: Citation, found: Found, years: Sequence[int]) -> Iterator[int]:
    """The years that are part of what the venue is called."""
    if found.venue is None:
        return
    segments, roles = citation.segments, citation.roles
    start, stop = found.venue
    name = citation.shown.text[segments[start].start : segments[stop - 1].end]
    meets = _MEETS.search(name) is not None
    for at in years:
        year, goes_on = segments[at], at + 1 < len(segments) and roles[at + 1] == "V" and not segments[at + 1].before
        if at == start - 1 and goes_on and meets:
            yield at
        elif start < at <= stop and not year.before and roles[at - 1] == "V" and year.look == segments[at - 1].look:
            last = segments[at - 1].text.rpartition(" ")[2]
            if goes_on or meets or is_acronym(last) or (year.bracketed and segments[at - 1].before.endswith("(")):
                yield at


def _tells_when(citation: Citation, found: Found, at: int) -> bool:
    """Whether a year is where lists have that of the publication: before the title, or after the venue with no month.

    A day or a month is that of a conference, which has its year in its name as well: `ICE 2019, Oslo, May 2019`.
    """
    if found.title is not None and at < found.title[0]:
        return True
    if found.venue is None or at < found.venue[0] or _is_of_day(citation, at):
        return False
    return set(citation.roles[found.venue[0] : at]).isdisjoint("TL")


def _is_of_day(citation: Citation, at: int) -> bool:
    """Whether a day or a month is told with a year."""
    text, year = citation.shown.text, citation.segments[at]
    is_after = _MONTH.search(text, max(0, year.start - _LONGEST), year.start)
    return is_after is not None or _DAY_AFTER.match(text, year.end) is not None


def _of_days(citation: Citation, found: Found, years: Sequence[int]) -> Iterator[int]:
    """The years of days that are told of a venue, before its publisher's: `ICE, Oslo, May 2019. Fen Press, 2019`."""
    if found.venue is None or not years or years[-1] < found.venue[0] or not _tells_when(citation, found, years[-1]):
        return
    segments = citation.segments
    for at in years[:-1]:
        goes_on = at + 1 < found.venue[1] and segments[at].look == segments[at + 1].look != ""
        if at >= found.venue[0] and _is_of_day(citation, at) and not goes_on:  # what is set off as one is one
            yield at


def hidden(citation: Citation, found: Found) -> Range | None:
    """Return where the only year of an entry is that the cutting left within a venue or beside its numbers.

    It is that of a day in numbers, of pages after a colon, as in `2019:45`, or of the venue's name. Of numbers, which
    are volume and pages, a year is no part: their roles are changed.
    """
    segments, roles = citation.segments, citation.roles
    own = (at for at, role in enumerate(roles) if role in "VNO" and segments[at].style.href is None)
    told = set(chain.from_iterable(_within(citation, found, at) for at in own))
    if len(told) != 1:
        return None
    start, end = told.pop()
    for at, segment in enumerate(segments):
        if roles[at] == "N" and segment.end == end:
            role = "Y" if segment.start == start else "O"
            citation.roles = f"{roles[:at]}{role}{roles[at + 1 :]}"
    return start, end


def _within(citation: Citation, found: Found, at: int) -> Iterator[Range]:
    """Where a year is that a segment is or has within."""
    segments, roles, segment = citation.segments, citation.roles, citation.segments[at]
    if _WHOLE.fullmatch(segment.text):
        begins = found.venue is not None and at == found.venue[0] and _leads_on(segments, roles, at)
        if begins or _is_before_pages(segments, roles, at):
            yield segment.start, segment.end
    elif dated := _DATED.fullmatch(segment.text):
        yield segment.start + dated.start(1), segment.end
    elif roles[at] == "V" and found.venue and found.venue[0] <= at < found.venue[1]:
        for named in _WITH_NAME.finditer(citation.shown.text, segment.start, segment.end + 1):
            yield named.span(named.lastindex or 0)


def _is_before_pages(segments: Sequence[Segment], roles: str, at: int) -> bool:
    """Whether a number has pages after its colon and is right after a venue, as in `Fen Press; 2019:45`."""
    is_last = at + 1 == len(segments)
    if is_last or roles[at] != "N" or segments[at + 1].before != ":" or segments[at].before not in (".", ";", ","):
        return False
    return roles[at - 1 : at] == "V"


def _leads_on(segments: Sequence[Segment], roles: str, at: int) -> bool:
    """Whether what a venue begins with goes on with it, with nothing but a blank between."""
    return roles[at + 1 : at + 2] == "V" and not segments[at + 1].before


def _several(parts: Parts) -> frozenset[str]:
    """The year, where the entry shows another one, and nothing tells which is that of the publication."""
    entry = parts.entry
    years = {
        segment.text
        for segment, role in zip(entry.segments, entry.roles, strict=True)
        if role == "Y" and segment.year and not is_badge(segment) and not IN_NUMBER.match(entry.shown.text, segment.end)
    }
    return _YEAR_ALONE if len(years) > 1 else NOTHING


def _untold(parts: Parts) -> frozenset[str]:
    """The year, where the entry shows two as one, or one of another calendar, or says that there is none."""
    entry, text = parts.entry, parts.entry.shown.text
    ranges = [place for name in ("title", "authors") if (place := entry.place(name)) is not None]
    found = [*filter(_is_issue, _SPANNED.finditer(text)), *_UNTOLD.finditer(text)]
    if entry.venue is not None:
        found += _SHORT_NAME.finditer(text, *entry.venue)
    if entry.note is not None:
        found += _SHORT_NAME.finditer(text, *entry.note)
    outside = (each for each in found if not any(_is_in(each.start(), place) for place in ranges))
    return _YEAR_ALONE if any(entry.shown.run_at(each.start()).style.href is None for each in outside) else NOTHING


def _is_issue(years: re.Match[str]) -> bool:
    """Whether two years that are written as one may be those of an issue, and are no pages."""
    first, last = int(years[1]), int(years[2]) if len(years[2]) > 2 else int(years[1][:2] + years[2])
    return 0 < last - first <= _MOST and _PAGES_BEFORE.search(years.string, 0, years.start()) is None


def _two(parts: Parts) -> frozenset[str]:
    """The year, where the next one goes with it, as in `2019/20`: that is no month."""
    text, year = parts.entry.shown.text, parts.entry.year
    following = _AND_NEXT.match(text, year[1]) if year else None
    is_next = (
        following is not None and int(following[1]) == (int(text[following.start() - 2 : following.start()]) + 1) % 100
    )
    return _YEAR_ALONE if is_next else NOTHING


def _counted(parts: Parts) -> frozenset[str]:
    """The year, where it is told by that of an era, alone or beside another count that would have to change as well."""
    entry = parts.entry
    own = _OF_ERA.finditer(entry.shown.text)
    return _YEAR_ALONE if any(entry.title is None or not _is_in(each.start(), entry.title) for each in own) else NOTHING


def _numbered(parts: Parts) -> frozenset[str]:
    """The year, where the same number is shown once more, and may be that of a volume or a page: it stays then.

    So it may in `Fens 2019(3), 4–9 (2019)`, `Fens 12, 2019 (2019)` and `(2019). Peat. Fens 2019, 4–9`.
    """
    segments, roles = parts.entry.segments, parts.entry.roles
    texts = [segment.text for segment, role in zip(segments, roles, strict=True) if role == "Y" and segment.year]
    again = [at for at, role in enumerate(roles) if role == "Y" and texts.count(segments[at].text) > 1]
    return _YEAR_ALONE if any(_may_count(segments, roles, at) for at in again) else NOTHING


def _may_count(segments: Sequence[Segment], roles: str, at: int) -> bool:
    """Whether a year beside numbers may be one of them."""
    before, year = roles[at - 1 : at], segments[at]
    following = segments[at + 1] if at + 1 < len(segments) else None
    if following is None or not before or not following.text[0].isdecimal():
        return False
    if following.before == "(":
        return not following.year or (before == "N" and year.before == ",")
    return before == "V" and not year.before and following.before == ","


def _is_in(at: int, place: Range) -> bool:
    return place[0] <= at < place[1]


DOUBTS: tuple[DoubtRow, ...] = (
    ((YEARS,), _several),
    ((YEARS,), _numbered),
    ((NO_YEAR,), _untold),
    ((YEAR,), _two),
    ((EAST,), _counted),
)
