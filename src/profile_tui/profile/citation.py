"""A publication's fields in what a reader sees of it: title, authors, venue, year, links.

One rule for all shapes: the text is cut at its breaks, each piece is judged by how it looks (linked, bold, quoted, a list of
names, a class that says what it is), and what is left between them is punctuation or remarks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from profile_tui.markup.inline import BREAKS, BULLET, IMAGE, SOFT, TEXT, Visible
from profile_tui.profile import authors
from profile_tui.profile.authors import Names
from profile_tui.profile.entry import Link
from profile_tui.text.span import Span

LABEL = re.compile(
    r"\W*(paper|pdf|code|project(?!ion)|porject|bib(tex)?|arxiv|doi|slides?|video|poster|demo|website|web|site|home ?page|github|git|blog|page|"
    r"supp(lementary)?( material)?s?|appendix|data(set)?s?|model|abstract|abs|link|html|url|talk|openreview|media|news|press|hugging ?face|"
    r"preprint|proceedings|journal|conference|acm|ieee|springer|论文|代码|项目|链接|publisher|software|tool|repo(sitory)?|program|full text|"
    r"report|version|app|docs?|documentation|presentation|recording|tweet|twitter|thread|colab|pypi|cite|citation|award|oral|spotlight|test|more)\b",
    re.I,
)
_VENUE_CLASS = re.compile(r"badge|abbr|venue|periodical|journal|conf|booktitle|source|publication-info", re.I)
_TITLE_CLASS = re.compile(r"(^|[-_])(paper)?title($|[-_])|papertitle|pub-?title|heading", re.I)
_YEAR = re.compile(r"(?<![\d.:/–-])(?:19|20)[0-4]\d(?![\d:/])")
_NUMBERING = re.compile(r"\s*(?:\[\s?[A-Z]{0,3}-?\d{1,3}\s?\]|[A-Z]{0,2}\d{1,3}\s?[.、)）]|\(\d{1,3}\)|[•·▪◦])\s*")
_TAG = re.compile(r"\s*[\[【(（]([^\[\]【】()（）\n]{1,40})[\]】)）]\s*[,:：]?\s*")
_QUOTES = {"“": "”", '"': '"', "«": "»", "「": "」", "《": "》", "``": "''", "‘": "’"}
_WORDS = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]|[^\W\d_\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{2,}")
_VENUE_CLASS_OWN = re.compile(r"periodical|venue|journal|booktitle|conference", re.I)
_LEGEND = re.compile(r"co-?first|equal contribution|corresponding author|contributed equally|共同|通讯", re.I)
_BADGE = re.compile(r"badge|abbr", re.I)
_RANK = re.compile(r"(CCF|JCR|SCI|CORE|中科院|Q)[\s-]*\w*([\s区]\S*)?|[A-C]\*?|[JCPW]\d+", re.I)
_STATUS = re.compile(
    r"^\W*(accepted (by|to|at|in)|to appear (in|at)|published (in|at)|appeared (in|at)|in press( at)?|presented at|submitted to)\b[\s:]*",
    re.I,
)


_SENTENCE = re.compile(
    r"[.?!。](?=\s|$|\ufffc)|,\s+(?=in\b|(?:[A-Z][\w/&-]*\s+){0,5}(?:Conference|Journal|Transactions|Symposium|Workshop|Proceedings|Letters|Magazine)\b)"
)
_VENUE_TAIL = re.compile(r",\s+(?=[^,]{3,120}(?:\([^()]*\))?,?\s+(?:19|20)\d\d\W*$)", re.M)


class Piece(NamedTuple):
    """A line as a reader sees it."""

    start: int
    end: int
    """Offsets in `Visible.text`, blanks trimmed."""
    bullet: bool
    """Whether a bullet or number begins it."""
    soft: bool
    """Whether only a line end of the source, not a break, begins it."""


@dataclass(slots=True)
class Citation:
    """Where a publication's fields stand in its visible text; ranges are offsets, None where a field is missing."""

    title: tuple[int, int] | None = None
    names: Names | None = None
    venue: tuple[int, int] | None = None
    year: tuple[int, int] | None = None
    links: list[tuple[Link, Span]] = field(default_factory=list)
    """Each link but the title's, with its whole source."""
    title_link: tuple[str, Span] | None = None
    """The title's target, with the link's whole source."""


def pieces(shown: Visible) -> list[Piece]:
    """The lines of some visible text, empty ones left out."""
    found: list[Piece] = []
    start, bullet, soft = 0, False, False

    def end_at(stop: int) -> None:
        """Takes what is between the last break and here, if anything is."""
        text = shown.text[start:stop]
        if text.strip(" \t\u00a0\u200b"):
            lead = len(text) - len(text.lstrip(" \t\u00a0\u200b"))
            found.append(Piece(start + lead, start + len(text.rstrip(" \t\u00a0\u200b")), bullet, soft))

    for run, at in zip(shown.runs, shown.starts, strict=True):
        if run.kind not in BREAKS:
            continue
        had = bool(shown.text[start:at].strip())
        end_at(at)
        soft = run.kind == SOFT and (had or soft)
        bullet = run.kind == BULLET or (bullet and not had)
        start = at + 1
    end_at(len(shown.text))
    return found


def read(shown: Visible) -> Citation:
    """The fields of a publication. A citation without a title is none."""
    lines = pieces(shown)
    found = Citation()
    if not lines:
        return found
    _find_title(shown, lines, found)
    if found.title is None:
        return found
    if found.names is None:
        found.names = _find_names(shown, lines, found.title)
    found.links = [link for link in _links(shown) if not _within_title(shown, link[1], found)]
    _find_venue(shown, lines, found)
    return found


def _within_title(shown: Visible, span: Span, found: Citation) -> bool:
    """Whether a link is the title's; notes it there."""
    assert found.title is not None
    style = shown.run_at(_first_letter(shown, *found.title)).style
    if style.href is not None and style.link == span.start:
        found.title_link = (style.href, span)
        return True
    return False


def _first_letter(shown: Visible, start: int, end: int) -> int:
    """The first character in a range that is not blank."""
    while start < end - 1 and shown.text[start].isspace():
        start += 1
    return start


def _links(shown: Visible) -> Iterator[tuple[Link, Span]]:
    """All links, in order, each with its label and whole source."""
    at = 0
    while at < len(shown.runs):
        run = shown.runs[at]
        if run.style.href is None:
            at += 1
            continue
        stop = at
        label = []
        while (
            stop < len(shown.runs)
            and shown.runs[stop].style.link == run.style.link
            and shown.runs[stop].style.href is not None
        ):
            label.append(shown.runs[stop].text if shown.runs[stop].kind in (TEXT, IMAGE) else " ")
            stop += 1
        yield (
            Link(" ".join("".join(label).split()).strip("[]"), run.style.href),
            Span(run.style.link, run.style.link_end),
        )
        at = stop


def _range_of(shown: Visible, predicate: re.Pattern[str]) -> tuple[int, int] | None:
    """The first stretch of text whose elements have a class like that."""
    start = None
    for run, at in zip(shown.runs, shown.starts, strict=True):
        good = any(predicate.search(name) for name in run.style.classes)
        if good and run.kind == TEXT and run.text.strip() and start is None:
            start = at
        elif start is not None and not good and (run.kind != TEXT or run.text.strip()):
            return _trimmed(shown, start, at)
    return _trimmed(shown, start, len(shown.text)) if start is not None else None


def badge_of(shown: Visible) -> tuple[int, int] | None:
    """The text of the badge that a box wears."""
    return _range_of(shown, _BADGE)


def _trimmed(shown: Visible, start: int, end: int, strip: str = " \t\n\u00a0\ufffc.,;:，。；：") -> tuple[int, int]:
    """A range without blanks and punctuation at its ends."""
    text = shown.text
    while start < end and text[start] in strip:
        start += 1
    while end > start and text[end - 1] in strip:
        end -= 1
    return start, end


def _words(text: str) -> int:
    """How many words, or Chinese characters, a text has."""
    return len(_WORDS.findall(text))


def _same_look(shown: Visible, start: int, end: int) -> int:
    """Where the stretch that looks like character `start` ends: the same link, or the same emphasis."""
    first = shown.run_at(start).style
    at = start
    while at < end:
        style = shown.run_at(at).style
        if shown.text[at].isspace():
            pass
        elif first.href is not None:
            if style.link != first.link or style.href is None:
                break
        elif first.bold or first.code or first.font:
            if (
                not ((first.bold and style.bold) or (first.code and style.code) or (first.font and style.font))
                or style.href is not None
            ):
                break
        elif (style.italic, style.underline) != (first.italic, first.underline) or style.href is not None:
            break
        at += 1
    while at > start and shown.text[at - 1].isspace():
        at -= 1
    return at


def _find_title(shown: Visible, lines: list[Piece], found: Citation) -> None:
    """Sets the title, and the names where they stand before it."""
    by_class = _range_of(shown, _TITLE_CLASS)
    if by_class and _words(shown.text[slice(*by_class)]) >= 2:
        found.title = _unquoted(shown, *by_class)
        return
    plain_first: tuple[int, int] | None = None
    for line in lines[:4]:
        at = _behind_tags(shown, line)
        if at >= line.end:
            continue
        look = shown.run_at(at).style
        stop = _same_look(shown, at, line.end)
        words = shown.text[at:stop]
        names = authors.read(shown, at, line.end)
        listed = names is not None and names.closed and (len(names.places) >= 2 or (names.end < line.end and look.bold))
        if (
            listed
            and names is not None
            and (look.bold or look.href is not None)
            and len(names.places) >= 2
            and stop > names.places[1][0]
        ):
            listed = False  # one look over several names: a title
        if (
            look.href is not None
            and not listed
            and not (LABEL.match(words) and _words(words) <= 2)
            and _words(words) >= 2
        ):
            found.title = _unquoted(shown, at, stop)
            return
        if (closing := _QUOTES.get(words[:1])) and (quote := shown.text.find(closing, at + 1, line.end)) > 0:
            found.title = _unquoted(shown, at + 1, quote)
            return
        if listed and names is not None and _citation(shown, line, lines, names, found):
            return
        if (
            (look.bold or (look.underline and _words(words) > 4))
            and not listed
            and _words(words) >= 2
            and stop - at > 8
        ):
            found.title = _bold_title(shown, at, stop, line)
            return
        if plain_first is None and not listed and _words(shown.text[at : line.end]) >= 2:
            plain_first = _plain_title(shown, at, line)
            break
    if plain_first:
        found.title = _unquoted(shown, *plain_first)


def _behind_tags(shown: Visible, line: Piece) -> int:
    """Where a line begins behind its number, a badge, a code-wrapped or bracketed venue."""
    at = line.start
    text = shown.text
    while at < line.end:
        begin = at
        if text[at].isspace() or text[at] in "\ufffc|":
            at += 1
        elif (numbering := _NUMBERING.match(text, at, line.end)) and at == line.start:
            at = numbering.end()
        elif shown.run_at(at).style.code or any(_VENUE_CLASS.search(name) for name in shown.run_at(at).style.classes):
            at = max(at + 1, _same_look(shown, at, line.end))
            while at < line.end and text[at] in " ,:：|-–":
                at += 1
        elif (
            (tag := _TAG.match(text, at, line.end))
            and shown.run_at(tag.start(1)).style.href is None
            and tag.end() < line.end
        ):
            at = tag.end()
        if at == begin:
            break
    return at


def _unquoted(shown: Visible, start: int, end: int) -> tuple[int, int]:
    """A title without quotation marks and closing punctuation."""
    start, end = _trimmed(shown, start, end, " \t\n\u00a0\ufffc.,，。")
    text = shown.text
    for opening, closing in _QUOTES.items():
        if text.startswith(opening, start) and text.endswith(closing, start + len(opening), end):
            return _trimmed(shown, start + len(opening), end - len(closing), " .,，。")
    return start, end


def _bold_title(shown: Visible, at: int, stop: int, line: Piece) -> tuple[int, int]:
    """A bold title; one that holds title and venue is cut at its last period or comma."""
    return _unquoted(shown, at, stop)


def _plain_title(shown: Visible, at: int, line: Piece) -> tuple[int, int]:
    """A title without any mark: up to the names or the look that ends it."""
    text = shown.text
    stop = _same_look(shown, at, line.end)
    for comma in re.finditer(r"[,.:?!，。]\s+|\s+[-–—|]\s+", text[at : line.end]):
        begin = at + comma.end()
        names = authors.read(shown, begin, line.end)
        if names and len(names.places) >= 2 and _words(text[at : at + comma.start()]) >= 2:
            return at, at + comma.start() + (text[at + comma.start()] in "?!")
    if stop < line.end and _words(text[at:stop]) >= 3:
        return at, stop
    return at, line.end


def _citation(shown: Visible, line: Piece, lines: list[Piece], names: Names, found: Citation) -> bool:
    """Takes `Authors. Title. Venue`: the names that were found first, and the title behind them."""
    text = shown.text
    at, end = names.end, line.end
    between = re.compile(r"\s*(?:[\s.,:：;，。]|\(?\(?(?:19|20)\d\d[a-z]?\)?\)?[.,:]?|[†*‡#]|\ufffc)*\s*").match(
        text, at, end
    )
    at = between.end() if between else at
    if at >= end:
        following = next((piece for piece in lines if piece.start > line.start), None)
        if following is None or following.bullet:
            return False
        at, end = following.start, following.end
        if LABEL.match(text, at):
            return False
    look = shown.run_at(at).style
    stop = _same_look(shown, at, end)
    closing = _QUOTES.get(text[at : at + 1])
    if closing and (quote := text.find(closing, at + 1, end)) > 0:
        found.title = _unquoted(shown, at + 1, quote)
    elif (look.href is not None or look.bold) and _words(text[at:stop]) >= 2:
        found.title = _unquoted(shown, at, stop)
    else:
        sentence = _SENTENCE.search(text, at, stop)
        if sentence is None or not text[sentence.end() : end].strip(" .\n"):
            sentence = _VENUE_TAIL.search(text, at, stop) or sentence
        elif (tail := _VENUE_TAIL.search(text, at, sentence.start())) is not None:
            sentence = tail
        close = sentence.start() + (text[sentence.start()] in "?!") if sentence else stop
        if _words(text[at:close]) < 2:
            return False
        if sentence is None and (comma := text.find(", ", at, close)) > 0 and _words(text[at:comma]) >= 3:
            close = comma
        found.title = _unquoted(shown, at, close)
    found.names = names
    return True


def _find_names(shown: Visible, lines: list[Piece], title: tuple[int, int]) -> Names | None:
    """The list of authors behind the title: in its line, or the best line below."""
    best: Names | None = None
    for line in lines:
        if line.end <= title[1]:
            continue
        start = line.start
        if line.start <= title[0] < line.end or line.start < title[1]:
            behind = re.compile(r"[\s.,:;|”\"'’\ufffc)\]，。：-]*(?:by\s)?\s*").match(shown.text, title[1], line.end)
            start = behind.end() if behind else title[1]
            start = _behind_tags(shown, Piece(start, line.end, False, False)) if start < line.end else start
        if start >= line.end or (line.bullet and best is not None):
            continue
        names = authors.read(shown, start, _paragraph_end(shown, lines, line))
        if names is None or not (names.closed or len(names.places) > 2):
            continue
        if _LEGEND.search(shown.text, line.start, line.end) and len(names.places) < 2:
            continue
        if LABEL.match(shown.text, start) and len(names.places) < 3:
            continue
        alone = re.compile(r"[\s.,(]*(?:(?:19|20)\d\d)?\W*$").match(shown.text, names.end, line.end)
        if len(names.places) == 1 and not (any(author.me for author in names.authors) or alone):
            continue
        if best is None or len(names.places) > len(best.places) * 2:
            best = names
    return best


def _paragraph_end(shown: Visible, lines: list[Piece], line: Piece) -> int:
    """Where the lines end that only the source breaks, or that break behind a comma."""
    end = line.end
    for other in lines[lines.index(line) + 1 :]:
        if other.bullet or not (other.soft or shown.text[end - 1] in ",，、&"):
            break
        end = other.end
    return end


def _find_venue(shown: Visible, lines: list[Piece], found: Citation) -> None:
    """Sets the venue and the year: where a class, a code span or the place behind the names says so, in this order."""
    venue = (
        _range_of(shown, _VENUE_CLASS_OWN)
        or _venue_before(shown, lines, found, code=True)
        or _venue_behind(shown, lines, found)
        or _venue_between(shown, lines, found)
        or _range_of(shown, _VENUE_CLASS)
        or _venue_before(shown, lines, found, code=False)
    )
    if found.names:
        behind = re.compile(r"[\s.,(]{0,3}((?:19|20)\d\d)[a-z]?\)").match(shown.text, found.names.end)
        if behind:
            found.year = behind.span(1)
    if venue is None:
        return
    start, end = venue
    remark = re.compile(r"^(.*(?:19|20)\d\d.*?)[\s.,]+\([^()]*\)\W*$", re.S).match(shown.text[start:end])
    if remark:
        end = start + len(remark[1])
    years = list(_YEAR.finditer(shown.text, start, end))
    if years and found.year is None:
        last = years[-1]
        found.year = last.span()
        if not shown.text[last.end() : end].strip(" .,;)]）】'\""):
            end = last.start()
            while end > start and shown.text[end - 1] in " ,.;([（【-–—'’":
                end -= 1
    if end > start:
        found.venue = (start, end)
    elif years:
        found.venue = None


def _names_like(shown: Visible, start: int, end: int) -> bool:
    """Whether a range is a list of names."""
    names = authors.read(shown, start, end)
    return (
        names is not None
        and (len(names.places) > 1 or names.end == end)
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


def _venue_before(shown: Visible, lines: list[Piece], found: Citation, *, code: bool) -> tuple[int, int] | None:
    """A venue that stands before the title (or names): in code, or else in brackets."""
    assert found.title is not None
    for line in lines:
        if line.start > found.title[0]:
            break
        head, limit = line.start, min(found.title[0], found.names.start if found.names else found.title[0])
        if numbering := _NUMBERING.match(shown.text, head, limit):
            head = numbering.end()
        if head < min(line.end, found.title[0]):
            start, end = _trimmed(
                shown, head, min(line.end, found.title[0]), " \t\n\u00a0\ufffc.,;:，。；：[]【】()|-–"
            )
            said = shown.text[start:end]
            wrapped = end > start and shown.run_at(start).style.code
            if (
                end > start
                and re.search(r"[^\W\d]", said)
                and end - start < 80
                and wrapped == code
                and not _RANK.fullmatch(said)
            ):
                return start, end
    return None


def _venue_behind(shown: Visible, lines: list[Piece], found: Citation) -> tuple[int, int] | None:
    """A venue behind the names (or the title, where it comes last)."""
    assert found.title is not None
    after = max(found.title[1], found.names.end if found.names else 0)
    for line in lines:
        if line.end <= after or (line.bullet and line.start > after):
            continue
        start = max(line.start, after)
        found_here = _venue_in(shown, start, line.end, found, fresh=line.start >= after)
        if found_here:
            return found_here
        if line.start >= after and not _only_marks(shown.text[line.start : line.end]):
            break
    return None


def _only_marks(text: str) -> bool:
    """Whether a line has no words but link labels."""
    return not _WORDS.search(text) or bool(LABEL.match(text))


def _venue_in(shown: Visible, start: int, end: int, found: Citation, *, fresh: bool) -> tuple[int, int] | None:
    """A venue in a range: up to the links, a bar or the end of its sentence."""
    text = shown.text
    at = start
    while at < end and (text[at].isspace() or text[at] in "\ufffc.,;:|”\"'’)]，。：；([【（{-–—*†"):
        at += 1
    if at >= end:
        return None
    stop = at
    while stop < end:
        style = shown.run_at(stop).style
        if text[stop] in "|｜\ufffc" or (style.href is not None and (LABEL.match(text, stop) or stop > at)):
            break
        stop += 1
    look = shown.run_at(at).style
    if look.italic or look.bold or look.code or look.font:
        same = _same_look(shown, at, stop)
        tail = re.compile(r"[\s,.(（']*(?:19|20)\d\d[)）]?").match(text, same, stop)
        if tail:
            same = tail.end()
        if _words(text[at:same]) >= 1:
            stop = same
    if status := _STATUS.match(text[at:stop]):
        at += status.end()
    at, stop = _trimmed(shown, at, stop, ' \t\n\u00a0\ufffc.,;:，。；：[]【】{}"”')
    while stop > at and text[stop - 1] in "(（":
        stop -= 1
    if stop - at < 2 or not re.search(r"[^\W\d]|(?:19|20)\d\d", text[at:stop]) or LABEL.fullmatch(text[at:stop]):
        return None
    if _names_like(shown, at, stop) or _LEGEND.search(text, at, stop):
        return None
    if stop - at > 250 or (
        fresh
        and not (look.italic or look.bold or look.code or look.font)
        and not _YEAR.search(text, at, stop)
        and _words(text[at:stop]) > 25
    ):
        return None
    return at, stop
