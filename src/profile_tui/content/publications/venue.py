"""A publication's venue and year in its visible text."""

from __future__ import annotations

import re

from profile_tui.content.entries.lexicon import LABEL
from profile_tui.content.publications import authors
from profile_tui.content.publications.segments import (
    LEGEND,
    NUMBERING,
    VENUE_CLASS,
    WORDS,
    Citation,
    Piece,
    range_of,
    same_look,
    soft_end,
    trimmed,
    words,
)
from profile_tui.markup.inline import Visible
from profile_tui.text.pattern import lazily

_YEAR = lazily(r"(?<![\d.:/–-])(?:19|20)[0-4]\d(?!\d|[:/]\d)")
_YEAR_TAIL = lazily(r"[\s,.，、(（']*(?:19|20)\d\d[)）]?")
_NOTE = lazily(
    r"[\s.,\]】)）]*(?:[(（]((?![^()（）]*(?:(?:19|20)\d\d|\d[-–]\d))(?!vol\b|no\b|pp?\.)[^()（）\n\ufffc]{2,80})[)）]|\[([^\[\]\d\n\ufffc]{2,40})\])",
    re.I,
)
_REMARK = lazily(r"\s*[(（][^()（）]{2,60}[)）][\s.]*$", re.M)
_VENUE_CLASS_OWN = lazily(r"periodical|venue|journal|booktitle|conference", re.I)
_RANK = lazily(r"(CCF|JCR|SCI|CORE|中科院|Q)[\s-]*\w*([\s区]\S*)?|[A-C]\*?|(?:[A-Z]{1,2}-?){1,3}\d{1,3}", re.I)
_NAMED_WITHIN = lazily(r"\S[(（][^\W\d][^()（）]*$|\s[(（][^\W\d][^()（）]*$")
_BARRED = lazily(r"\s*[|｜]\s*((?:19|20)\d\d)\b")
_DOI = lazily(r"[\s,;.]*\bdoi\s*:", re.I)
_IN = lazily(r"[Ii]n:?\s+(?=[A-Z])")
_MATHS = lazily(r"\$[^$\n]{1,20}\$|~")
_SYMBOL = lazily(r"[\u2600-\u27bf\U0001f000-\U0001faff]")
_SAYING = lazily(r"(?!(?:with|and|by|in|at)$)[^\W\d](?:(?<![a-z])|\w)|(?:19|20)\d\d")
_ASIDE = lazily(r"[\s\ufffc.,;:|”\"'’)\]，。：；]*[(（][^()（）\n]{3,60}[)）]\s*")
_LEGEND_LAST = lazily(r"[(（][^()（）\n]{3,60}[)）][\s.]*$")
_PROSE = lazily(r"(?<![\w.])(?!(?:of|the|on|in|for|and|to|at|with|de|et|und|für|der|la|vol|no|pp)\b)[a-z]\w+")
_STATUS = lazily(
    r"^\W*(accepted (by|to|at|in)|to appear (in|at)|published (in|at)|appeared (in|at)|in press( at)?|"
    r"presented at|submitted to)\b[\s:]*",
    re.I,
)


def find(shown: Visible, lines: list[Piece], found: Citation) -> None:
    """Sets the venue and the year: where a class, a code span or the place behind the names says so, in this order."""
    venue = (
        _without_links(shown, range_of(shown, _VENUE_CLASS_OWN))
        or _venue_before(shown, lines, found, code=True)
        or _venue_behind(shown, lines, found)
        or _venue_between(shown, lines, found)
        or range_of(shown, VENUE_CLASS)
        or _venue_before(shown, lines, found, code=False)
        or _venue_in_bullet(shown, lines, found)
    )
    if found.names:
        behind = re.compile(r"[\s.,(]{0,3}((?:19|20)\d\d)(?:[a-z+]|,\s*[A-Z][a-z.]+(?:\s\d\d?)?)?\)").match(
            shown.text, found.names.end
        )
        if behind:
            found.year = behind.span(1)
    if venue is None:
        found.year = found.year or _year_alone(shown, lines, found)
        return
    start, end = venue
    remark = re.compile(r"^(.*(?:19|20)\d\d.*?)(?:[\s.,]+\([^()]*\)\W*|[\s.,]+\[[^\[\]]*\W*)$", re.S).match(
        shown.text[start:end]
    )
    if remark:
        end = start + len(remark[1])
    years = list(_YEAR.finditer(shown.text, start, end))
    if years and found.year is None:
        last = years[-1]
        found.year = last.span()
        if not shown.text[last.end() : end].strip(" .,;)]）】'\"") and not _NAMED_WITHIN.search(
            shown.text[start : last.start()]
        ):
            end = last.start()
            while end > start and shown.text[end - 1] in " ,.，、;([（【-–—'’":
                end -= 1
    if found.year is None:
        found.year = _year_behind(shown, lines, end)
    if end > start:
        found.venue = (start, end)
    _find_note(shown, venue[0], found)


def _year_alone(shown: Visible, lines: list[Piece], found: Citation) -> tuple[int, int] | None:
    """A year that is all of a line below title and names but for the links."""
    assert found.title is not None
    after = max(found.title[1], found.names.end if found.names else 0)
    for line in lines:
        if line.start >= after and not line.bullet:
            stop = _before_links(shown, line.start, line.end)
            start, end = trimmed(shown, line.start, stop, " \t\n\u00a0\ufffc.,;:，。；：[](（)）")
            if _YEAR.fullmatch(shown.text, start, end):
                return start, end
    return None


def _year_behind(shown: Visible, lines: list[Piece], at: int) -> tuple[int, int] | None:
    """A year that ends the venue's line, behind volume and pages."""
    line = next((line for line in lines if line.start <= at <= line.end), None)
    if line is None:
        return None
    last = soft_end(lines, line)
    stop = _before_links(shown, at, last) if at < last else at
    start, end = trimmed(shown, at, stop, " \t\n\u00a0\ufffc.,;:，。；：[](（)）")
    years = [year for year in _YEAR.finditer(shown.text, start, end) if year.end() == end]
    if not years and (barred := _BARRED.match(shown.text, stop, last)):
        return barred.span(1)
    return years[-1].span() if years else None


def _find_note(shown: Visible, start: int, found: Citation) -> None:
    """Sets the note: what stands in brackets right behind venue and year."""
    ends = [part[1] for part in (found.venue, found.year) if part and part[0] >= start]
    note = _NOTE.match(shown.text, max(ends)) if ends else None
    which = note.lastindex if note else None
    if note and which and not LEGEND.search(note[which]) and not _RANK.fullmatch(note[which]):
        if which == 2 and (LABEL.match(note[2]) and shown.run_at(note.start(2)).style.href is not None):
            return  # a link in brackets
        found.note = note.span(which)


def _names_like(shown: Visible, start: int, end: int, *, alone: bool) -> bool:
    """Whether a range is a list of names, or with `alone` one name."""
    names = authors.read(shown, start, end)
    return (
        names is not None
        and (len(names.places) > 1 or (alone and names.end == end))
        and (names.end - start) * 5 > (end - start) * 3
    )


def _venue_between(shown: Visible, lines: list[Piece], found: Citation) -> tuple[int, int] | None:
    """A venue on a line between the title and the names."""
    assert found.title is not None
    if found.names is None or found.names.start < found.title[1]:
        return None
    for line in lines:
        start, end = max(line.start, found.title[1]), min(line.end, found.names.start)
        if start < end and not line.bullet and (venue := _venue_in(shown, start, end, found, fresh=True)):
            return venue
    return None


def _without_links(shown: Visible, place: tuple[int, int] | None) -> tuple[int, int] | None:
    """A venue's element up to the links that stand in it too."""
    if place is None:
        return None
    return trimmed(shown, place[0], _before_links(shown, *place), " \t\n\u00a0\ufffc.,;:|，。；：[(") if place else None


def _venue_in_bullet(shown: Visible, lines: list[Piece], found: Citation) -> tuple[int, int] | None:
    """A venue in a bullet of its own below title and names: short, and wholly set off or with a year at its end."""
    assert found.title is not None
    after = max(found.title[1], found.names.end if found.names else 0)
    for line in lines:
        if not line.bullet or line.start < after:
            continue
        stop = _before_links(shown, line.start, line.end)
        if remark := _REMARK.search(shown.text, line.start, stop):
            stop = remark.start()
        start, end = trimmed(shown, line.start, stop, " \t\n\u00a0\ufffc.,;:|，。；：[(")
        if start >= end:
            continue
        look = shown.run_at(start).style
        whole = (look.italic or look.bold or look.code) and same_look(shown, start, end) >= end
        dated = _YEAR.search(shown.text, max(start, end - 6), end) is not None
        label = LABEL.match(shown.text, start) is not None
        if (dated or (whole and not label)) and words(shown.text[start:end]) <= 14:
            return _venue_in(shown, start, end, found, fresh=True)
    return None


def _venue_before(shown: Visible, lines: list[Piece], found: Citation, *, code: bool) -> tuple[int, int] | None:
    """A venue that stands before the title (or names): in code, or else in brackets."""
    assert found.title is not None
    for line in lines:
        if line.start > found.title[0]:
            break
        head, limit = line.start, min(found.title[0], found.names.start if found.names else found.title[0])
        if numbering := NUMBERING.match(shown.text, head, limit):
            head = numbering.end()
        if head < min(line.end, limit):
            start, end = trimmed(shown, head, min(line.end, limit), " \t\n\u00a0\ufffc.,;:，。；：[]【】()|-–")
            if "(" in shown.text[start:end] and shown.text[end : end + 1] == ")":
                end += 1
            said = shown.text[start:end]
            look = shown.run_at(min(start, len(shown.text) - 1)).style
            wrapped = end > start and look.code
            if (
                end > start
                and (
                    re.search(r"[^\W\d]", said)
                    or (
                        (wrapped or line.end <= found.title[0] or look.bold or _in_brackets(shown, start, end))
                        and _YEAR.fullmatch(said)
                    )
                )
                and end - start < 80
                and wrapped == code
                and not _RANK.fullmatch(said)
                and not _names_like(shown, start, end, alone=True)
            ):
                return start, end
    return None


def _in_brackets(shown: Visible, start: int, end: int) -> bool:
    """Whether brackets stand right around a range."""
    return shown.text[max(0, start - 1) : start] in ("[", "【") and shown.text[end : end + 1] in ("]", "】")


def _venue_behind(shown: Visible, lines: list[Piece], found: Citation) -> tuple[int, int] | None:
    """A venue behind the names (or the title, where it comes last)."""
    assert found.title is not None
    after = max(found.title[1], found.names.end if found.names else 0)
    for line in lines:
        if line.end <= after or (line.bullet and line.start > after):
            continue
        start = max(line.start, after)
        last = soft_end(lines, line)
        found_here = _venue_in(shown, start, line.end, found, fresh=line.start >= after, last=last)
        if found_here:
            return found_here
        if line.start >= after and not _only_marks(shown.text[line.start : line.end]):
            break
    return None


def _only_marks(text: str) -> bool:
    """Whether a line has no words but link labels."""
    return not WORDS.search(text) or bool(LABEL.match(text))


def _venue_in(
    shown: Visible, start: int, end: int, found: Citation, *, fresh: bool, last: int = 0
) -> tuple[int, int] | None:
    """A venue in a range: up to the links, a bar or the end of its sentence; what is set off may go on to `last`."""
    text = shown.text
    at = start
    while at < end and (text[at].isspace() or text[at] in "\ufffc.,;:|”\"'’)]，。：；([【（{-–—*†"):
        at += 1
    if at >= end:
        return None
    aside = _ASIDE.match(text, start, end)
    if aside and (LEGEND.search(aside[0]) or not _YEAR.search(aside[0])) and words(text[aside.end() : end]):
        at = aside.end()  # a remark about the names, before the venue
    if (within := _IN.match(text, at, end)) and shown.run_at(within.end()).style.italic > shown.run_at(at).style.italic:
        at = within.end()
    look = shown.run_at(at).style
    set_off = look.italic or look.bold or look.code or look.font
    stop = _before_links(shown, at, end)
    if set_off:
        same = same_look(shown, at, max(stop, last if stop == end else 0))
        stop = max(stop, same)
        tail = _YEAR_TAIL.match(text, same, stop)
        same = tail.end() if tail else same
        stop = same if words(text[at:same]) >= 1 else stop
    if status := _STATUS.match(text[at:stop]):
        at += status.end()
    if doi := _DOI.search(text, at, stop):
        stop = doi.start()
    if not set_off and (legend := _LEGEND_LAST.search(text, at, stop)) and LEGEND.search(legend[0]):
        stop = legend.start()
    at, stop = trimmed(shown, at, stop, ' \t\n\u00a0\ufffc.,;:，。；：[]【】{}"”')
    while stop > at and (
        text[stop - 1] in "(（" or (text[stop - 1] in ")）" and not re.search("[(（]", text[at:stop]))
    ):
        stop -= 1
    return (at, stop) if _may_be_venue(shown, at, stop, found, set_off=set_off, fresh=fresh) else None


def _before_links(shown: Visible, at: int, end: int) -> int:
    """Where the links, a bar or an image end what began at `at`."""
    first = shown.run_at(at).style
    for stop in range(at, end):
        style = shown.run_at(stop).style
        own = first.italic and first.href is not None and style.link == first.link  # a venue that is a link itself
        linked = style.href is not None and not own and (stop > at or LABEL.match(shown.text, stop))
        if shown.text[stop] in "|｜\ufffc" or linked:
            return stop
    return end


def _may_be_venue(shown: Visible, start: int, end: int, found: Citation, *, set_off: bool, fresh: bool) -> bool:
    """Whether a range can be a venue: no label, no names, no legend, no paragraph of prose."""
    said = shown.text[start:end]
    if len(said) < 2 or len(said) > 250 or not _SAYING.search(_MATHS.sub("", said)) or LABEL.fullmatch(said):
        return False
    if _SYMBOL.match(said) or (set_off and not _YEAR.search(said) and re.match(r"\s*[:：]", shown.text[end : end + 2])):
        return False  # a remark, or what one is called
    if not set_off and len(_PROSE.findall(said)) * 2 > words(said) > 7 and not _YEAR.search(said):
        return False
    if fresh and not set_off and not _YEAR.search(said) and words(said) > 25:
        return False
    lone = not set_off and not (fresh and found.names is not None and len(found.names.places) > 1)
    return not (_names_like(shown, start, end, alone=lone) or LEGEND.search(said))
