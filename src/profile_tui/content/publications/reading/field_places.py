"""The fields of an entry in its visible text, from the roles of its segments."""

from __future__ import annotations

import re
from collections.abc import Sequence

from profile_tui.content.entries.entry import Author, Link
from profile_tui.content.entries.lexicon import ET_AL, MARKS
from profile_tui.content.publications.cutting import bodies
from profile_tui.content.publications.cutting.letters import CAPITAL, SUFFIX
from profile_tui.content.publications.cutting.phrases import counts_papers, is_state
from profile_tui.content.publications.cutting.segment import Segment
from profile_tui.content.publications.cutting.separators import ARTICLE_NUMBER, LEAD
from profile_tui.content.publications.names.name_forms import BARE_INITIALS
from profile_tui.content.publications.names.people import with_owner
from profile_tui.content.publications.reading import note_places, untitled, years
from profile_tui.content.publications.reading.barred_venues import SHORT
from profile_tui.content.publications.roles import role_table
from profile_tui.content.publications.roles.assemble import Found, assemble
from profile_tui.content.publications.roles.citation import Citation, Names, Range
from profile_tui.markup.inline import IMAGE, TEXT, Visible
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span

_PAIRS = {"(": ")", "[": "]", "（": "）", "【": "】", "“": "”"}
_QUOTED = (("“", "”"), ("„", "“"), ("«", "»"), ("‘", "’"), ('"', '"'), ("「", "」"), ("《", "》"))
_CLOSING = dict(_QUOTED)
_CLOSES = {**dict(_QUOTED[:-2]), '"': '"', "'": "'"}
"""What closes a quotation that each mark opens."""
_GOES_ON = lazily(r" *[:,;–—]| (?![Ii]n\b)[^\W\d_A-Z]\w*")
"""With what a title goes on behind a quotation of its first words."""
_LAST = lazily(r"\s*(?P<more>\$[^$\n]+\$|[$})\]…+#*]+|\.{3})|[”“»’\"」》]")
"""What a title may end with besides words."""
_LEADS = lazily(rf"[Ii]n:? (?={CAPITAL})")
"""The word that leads in a venue that begins an entry."""
_REST = lazily(r"[\s,.:'’]{0,2}(?:18|19|20)\d\d|[\s,.:]?['’]\d\d|[\s-]\d{1,3}")
"""A year, or which one it is of a series, with which a bracket goes on."""
_PERSON = role_table.of_field("authors")
_BRACKETS = {"(": ")", "[": "]"}
_BETWEEN = ("", ":", ")", "]")
"""What may be between such words and the others."""
GO_ON = frozenset(
    "and or but not nor yet how why what when where whether who whose if even almost und oder aber nicht auch wie "
    "warum was et ou mais comment pourquoi y o u pero cómo e ma mas come perché jak czy".split()
)
"""Words with which titles go on in brackets, and remarks do not begin."""
_COUNTS = lazily(r"[,，;]\s*(?:pp?|S|Seiten?|pages?|vol|no)\.?$", re.I)
_VOLUME = lazily(r"\. ?\d{1,3}(?!\d)")
_REST_OF_NUMBER = lazily(r"[-–/]\d{1,4}(?!\w)")
_SUFFIX = lazily(f" {SUFFIX}$")
_MARK = lazily(rf"[{re.escape(MARKS)}]|\w+")


def find(citation: Citation) -> None:
    """Set the fields of a publication that the roles of its segments make."""
    shown, segments, roles = citation.shown, citation.segments, citation.roles
    blocks = assemble(shown, segments, roles)
    if roles.count("Y") > 1 and (settled := years.settled(citation, blocks)) != roles:
        citation.roles = roles = settled
        blocks = assemble(shown, segments, roles)
    citation.names = names_of(shown, segments, blocks)
    if blocks.title is not None:
        titled = _with_last_bracket(segments, roles, blocks.title)
        titled = _with_first_words(shown.text, segments, roles, titled)
        title = _from_bracket(shown.text, *_ranged(shown.text, segments, titled))
        citation.title = _completed(shown, *title)
    elif citation.names is not None and untitled.is_untitled(citation.barred, len(segments)):
        citation.title = citation.names.end, citation.names.end
    else:
        citation.names = None
        return
    if blocks.venue is not None:
        start, end = _ranged(
            shown.text, segments, _with_number(citation, _before_sentence(segments, blocks.venue, blocks.year))
        )
        leads = _LEADS.match(shown.text, start, end) if not start else None
        counts = _COUNTS.search(shown.text, start, end)  # words that count what is after the venue
        end = start + len(shown.text[start : counts.start() if counts else end].rstrip(" /"))  # a slash parts it, too
        end = _with_rest_of_number(shown.text, start, end)
        article = ARTICLE.match(shown.text, end - 1)
        if article and shown.run_at(end - 1).style == shown.run_at(article.start(1)).style:
            end = article.end()
        citation.venue = _with_stop(shown, leads.end() if leads else start, end)
    if blocks.year is not None:
        citation.year = segments[blocks.year].start, segments[blocks.year].end
    else:
        citation.year = years.hidden(citation, blocks)
    for name, runs in blocks.remarks.items():
        citation.remarks += [(name, _ranged(shown.text, segments, run)) for run in runs]
    _find_links(citation)
    citation.note = note_places.find(citation)


ARTICLE = lazily(rf"\):\s?({ARTICLE_NUMBER})(?=[.,;\s]|\Z)")
"""The number of an article after an issue."""


def _ranged(text: str, segments: Sequence[Segment], block: Range) -> Range:
    """Return where some segments are, with the bracket after them that they open."""
    start, end = segments[block[0]].start, segments[block[1] - 1].end
    words = text[start:end]
    for opening, closing in _PAIRS.items():
        if opening in words and words.count(opening) > words.count(closing):
            rest = _REST.match(text, end)
            if text.startswith(closing, end + len(rest[0] if rest else "")):
                end += len(rest[0] if rest else "") + 1
    return start, end


def _before_sentence(segments: Sequence[Segment], venue: Range, year: int | None) -> Range:
    """Return the segments of a venue; those before the year that ends its sentence, as in `ICE, 2016. Fen Press`."""
    if year is None or not venue[0] < year < venue[1] - 1:
        return venue
    ends = segments[year].before.endswith(",") and segments[year + 1].before.startswith(".")
    return (venue[0], year) if ends else venue


def _with_number(citation: Citation, venue: Range) -> Range:
    """Return the segments of a venue; of a series of papers, as `Fen Working Paper`, with the number of this one."""
    start, end = venue
    segments, roles = citation.segments, citation.roles
    name = citation.shown.text[segments[start].start : segments[end - 1].end]
    if roles[end : end + 1] != "N" or not counts_papers(name):
        return venue
    while roles[end : end + 1] == "N" and not segments[end].style.href:
        end += 1
    return start, end


def _with_rest_of_number(text: str, start: int, end: int) -> int:
    """Return where a series of papers ends, with what a number in it goes on with: `Fen Working Paper 2017-07`."""
    rest = _REST_OF_NUMBER.match(text, end) if text[end - 1 : end].isdigit() else None
    return rest.end() if rest and counts_papers(text[start:end].rstrip("0123456789 ")) else end


def _with_stop(shown: Visible, start: int, end: int) -> Range:
    """Return where a venue is, with the stop of a short form at its end that another mark or a volume follows."""
    text = shown.text
    if not text.startswith(".", end):
        return start, end
    is_short = text[start:end].rpartition(" ")[2].lower() in SHORT and _VOLUME.match(text, end) is not None
    stop = is_short or text.startswith((".,", ".;"), end)
    return start, end + (stop and shown.run_at(end).style == shown.run_at(end - 1).style)


def _completed(shown: Visible, start: int, end: int) -> Range:
    """Return where a title is that is set off, with the quotation marks and the maths at its ends."""
    style, text = shown.run_at(start).style, shown.text
    is_set_off = style.bold or style.italic or style.href is not None
    start = _with_quotation(text, start, end, is_set_off=is_set_off)
    if not is_set_off:
        return start, end
    opening = text[start - 1 : start]
    closing = _CLOSING.get(opening)
    if closing and shown.run_at(start - 1).style == style and _is_open(text[start:end], closing, opening):
        start -= 1
    if _LAST.match(text, end) is None:
        return start, end
    stop = end
    while stop < len(text) and text[stop] != "\n" and shown.run_at(stop).style == style:
        stop += 1
    rest = _LAST.match(text, end, stop)
    if rest and (
        rest["more"]
        or any(_is_open(text[start:end], opening, closing) for opening, closing in _QUOTED if rest[0] == closing)
    ):
        end = rest.end()
    return start, end


def _with_quotation(text: str, start: int, end: int, *, is_set_off: bool) -> int:
    """Return where a title begins: with the mark before it, where that quotes its first words: `“I see”: Gaze`.

    One that is set off may end with another quotation, as `"Moss" and its "meaning"`.
    """
    at = start - 1 - text.startswith("« ", start - 2) if start else -1
    closing = _CLOSES.get(text[at]) if at >= 0 else None
    if closing is None:
        return start
    closes = text.find(closing, start, end)
    while closing == "'" and closes > 0 and text[closes + 1 : closes + 2].isalnum():
        closes = text.find(closing, closes + 1, end)  # an apostrophe
    goes_on = closes > 0 and _GOES_ON.match(text, closes + 1, end) is not None
    stop = end + (is_set_off and text.startswith('"', end))
    return at if goes_on and text.count(closing, closes + 1, stop) % 2 == 0 else start


def _is_open(text: str, more: str, less: str) -> bool:
    """Whether a text has more of one sort of quotation marks than of the other that goes with it."""
    return text.count(more) % 2 == 1 if more == less else text.count(more) > text.count(less)


def names_of(shown: Visible, segments: Sequence[Segment], blocks: Found) -> Names | None:
    """Return the list of authors."""
    if not blocks.people:
        return None
    text, last = shown.text, blocks.people[-1][1]
    names = Names(segments[blocks.people[0][0]].start, segments[last - 1].marks_end)
    end = 0
    for start, stop in blocks.people:
        begin, end = segments[start].start, segments[stop - 1].end
        if text.startswith((".", ")"), end):
            end = _with_sign(text, begin, end)
        marks = [mark for each in segments[start:stop] if each.marks for mark in _MARK.findall(each.marks)]
        written = " ".join(text[begin:end].replace("\ufffc", "").split())
        name = written.lstrip(MARKS)  # `*Quill` is marked as `Quill*` is
        if name != written:
            marks = [*written.removesuffix(name), *marks]
        names.authors.append(Author(name, False, tuple(marks)))
        names.places.append((begin, end))
    names.end = max(names.end, end)
    if name.endswith("."):
        _without_stop(names)
    signs = segments[last - 1].marks
    if len(signs) > 1 and text.endswith(signs, 0, names.start):  # they are around the list
        names.authors[-1] = names.authors[-1]._replace(marks=())
        names.end = names.places[-1][1]
    if last < len(segments) and ET_AL.fullmatch(segments[last].text):
        names.end = segments[last].end
    names.authors = with_owner(shown, names)
    return names


def _with_sign(text: str, start: int, end: int) -> int:
    """Return where a name ends, with the stop or the bracket after it that belongs to it: `Moss Jr.`, `MOSS (A.)`."""
    end += bodies.stop_of(text, end)
    return end + (text.startswith(")", end) and text.find("(", start, end) >= 0)


def _without_stop(names: Names) -> None:
    """Take the stop of the list off its last name, where the initials of the others have none."""
    *others, last = [author.name for author in names.authors]
    if others and all(BARE_INITIALS.search(_SUFFIX.sub("", name)) for name in (*others, last[:-1])):
        names.authors[-1] = names.authors[-1]._replace(name=last[:-1])
        start, end = names.places[-1]
        names.places[-1] = start, end - 1
        if names.end == end:
            names.end = end - 1


def _with_first_words(text: str, segments: Sequence[Segment], roles: str, block: Range) -> Range:
    """Return the segments of a title, with the one before them where that begins it.

    So do `(Not so) wet moss`, `In Search of Snow` and `1984 in maps` begin.
    """
    at, rest = block[0] - 1, segments[block[0]]
    if at < 0 or rest.before not in _BETWEEN:
        return block
    begin, is_small = segments[at], text[rest.start].islower()
    if begin.year:
        is_title = _is_no_date(roles, at, is_small=is_small) and not begin.bracketed
    elif not rest.before:
        leads = begin.before[-1:] in (".", "“") and begin.text[0].isupper() and begin.end + 1 == rest.start
        is_title = leads and LEAD.fullmatch(begin.text) is not None
    else:
        opens = begin.bracketed and begin.before[-1:] in _BRACKETS and roles[at] == "O"
        is_title = opens and (is_small or _is_word(segments, roles, at))
    return (at, block[1]) if is_title else block


def _with_last_bracket(segments: Sequence[Segment], roles: str, block: Range) -> Range:
    """Return the segments of a title, with those of a bracket that goes on with it: `Wind (and what it does)`."""
    stop = block[1]
    if stop == len(segments) or segments[stop].before != "(" or segments[stop].look != segments[stop - 1].look:
        return block
    if segments[stop].text.partition(" ")[0].lower().strip(",:") not in GO_ON or roles[stop] not in "OT":
        return block
    while (
        stop < len(segments) and segments[stop].bracketed and roles[stop] in "OT" and segments[stop].before[:1] != ")"
    ):
        stop += 1
    return block[0], stop


def _is_no_date(roles: str, at: int, *, is_small: bool) -> bool:
    """Whether a year before a title is not when it was published: another one is, before it or before small letters."""
    others = [number for number, role in enumerate(roles) if role == "Y" and number != at]
    return bool(others) and (is_small or others[0] < at)


def _is_word(segments: Sequence[Segment], roles: str, at: int) -> bool:
    """Whether a segment in brackets is a word after the people, and says nothing of how far the paper is."""
    begin = segments[at]
    follows = at and begin.before[0] == "." and roles[at - 1] in _PERSON
    return bool(follows) and begin.text.isalpha() and not is_state(begin.text)


def _from_bracket(text: str, start: int, end: int) -> Range:
    """Return where a title is, with the bracket right before it that it closes."""
    opening = text[start - 1] if start else ""
    closed = text.find(_BRACKETS[opening], start, end) if opening in _BRACKETS else -1
    return (start - 1, end) if closed >= 0 and opening not in text[start:closed] else (start, end)


def _find_links(citation: Citation) -> None:
    """Set the links of a citation whose title, names and venue are known."""
    assert citation.title is not None
    shown = citation.shown
    people: Span | None = None
    title = shown.run_at(_first_letter(shown, *citation.title)).style
    for at, stop in _all_links(shown):
        runs, style = shown.runs[at:stop], shown.runs[at].style
        span = Span(style.link, style.link_end)
        if title.href is not None and title.link == style.link:
            citation.title_link = (title.href, span)
            continue
        if people is None and citation.names:
            people = source_of(shown, citation.names)
        if (people and people.covers(span)) or _around_venue(shown, span, citation):
            continue
        if shown.starts[at] >= citation.title[0] or any(run.kind == TEXT and run.text.strip() for run in runs):
            label = "".join([run.text if run.kind in (TEXT, IMAGE) else " " for run in runs])
            citation.links.append((Link(" ".join(label.split()).strip("[]"), style.href or ""), span))


def source_of(shown: Visible, names: Names) -> Span:
    """Return where a list of authors is in the source, with the links of its first and last name."""
    start, end = shown.span(names.start, names.end)
    first, last = shown.run_at(names.start).style, shown.run_at(names.end - 1).style
    if first.href is not None and (not names.start or shown.run_at(names.start - 1).style.link != first.link):
        start = min(start, first.link)
    return Span(start, max(end, last.link_end) if last.href is not None and last.link >= start else end)


def _around_venue(shown: Visible, span: Span, citation: Citation) -> bool:
    """Whether a link holds the venue, in italics: then it leads to the journal, not to the paper."""
    if citation.venue is None:
        return False
    style = shown.run_at(citation.venue[0]).style
    return style.italic and style.href is not None and style.link == span.start


def _first_letter(shown: Visible, start: int, end: int) -> int:
    """The first character in a range that is not blank."""
    while start < end - 1 and shown.text[start].isspace():
        start += 1
    return start


def _all_links(shown: Visible) -> list[Range]:
    """Return which runs show each link, in order."""
    links: list[Range] = []
    last = None
    for at, run in enumerate(shown.runs):
        style = run.style
        if style.href is None:
            last = None
        elif style.link == last:
            links[-1] = links[-1][0], at + 1
        else:
            last = style.link
            links.append((at, at + 1))
    return links
