"""A publication's fields in what a reader sees of it: title, authors, venue, year, links.

One rule for all shapes: the text is cut at its breaks, each piece is judged by how it looks (linked, bold, quoted, a
list of names, a class that says what it is), and what is left between them is punctuation or remarks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from profile_tui.content.entries.entry import Link
from profile_tui.content.entries.lexicon import LABEL
from profile_tui.content.publications import authors, venue
from profile_tui.content.publications.authors import Names
from profile_tui.content.publications.segments import (
    LEGEND,
    NUMBERING,
    VENUE_CLASS,
    Citation,
    Piece,
    pieces,
    range_of,
    same_look,
    soft_end,
    trimmed,
    words,
)
from profile_tui.markup.inline import IMAGE, TEXT, Visible
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span

_TITLE_CLASS = lazily(r"(^|[-_])(paper)?title($|[-_])|papertitle|pub-?title|heading", re.I)
_TAG = lazily(
    r"\s*(?:[\[【(（]([^\[\]【】()（）\n]{1,40})[\]】)）]|[\[【](?=[^\[\]]*(?:19|20)\d\d)([^\[\]【】\n]{1,90})[\]】])\s*[,:：]?\s*"
)
_DATED_TAG = lazily(
    r"(?:19|20)\d\d\s*[:：]?|"
    r"[(\[]?(?=\w*[A-Z]\w*[A-Z])[\w&/@.+-]+(?:[ -][\w&/@.+-]+){0,3}['’ ]{1,2}(?:(?:19|20)\d\d|\d\d)[)\]]?\s*[:：]?\s*"
)
_QUOTES = {"“": "”", '"': '"', "«": "»", "「": "」", "《": "》", "``": "''", "‘": "’"}


_LED = lazily(r"(?:by|with|joint(?: work)? with)\s+(?=[^\W\d_a-z])", re.I)
_AWARD = lazily(r"\s*[(（\[]((?:oral|spotlight|poster|highlight|best|award)[^()\[\]]*)[)）\]]$", re.I)
_BETWEEN = lazily(
    r"\s*(?:[\s.,:：;，。]|\(?\((?:(?:19|20)\d\d[a-z+]?(?:,\s*[A-Z][a-z]{2,8}\.?(?:\s\d\d?)?)?|"
    r"in press|forthcoming|accepted|to appear)\)?\)|(?:19|20)\d\d[a-z]?\)?[.,:]?|[†*‡#]|\ufffc)*\s*"
)
"""What parts names from the title behind them: a year, a month, a status, marks."""
_SENTENCE = lazily(
    r"[.?!。](?=\s|$|\ufffc)|,\s+(?=in\b|(?:[A-Z][\w/&-]*\s+){0,5}(?:Conference|Journal|Transactions|"
    r"Symposium|Workshop|Proceedings|Letters|Magazine)\b)"
)
_VENUE_TAIL = lazily(r",\s+(?=[^,]{3,120}(?:\([^()]*\))?,?\s+(?:19|20)\d\d\W*$)", re.M)


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
    found.links = [
        link
        for link in _links(shown)
        if not _within_title(shown, link[1], found)
        and not _within_names(shown, link[1], found)
        and not _around_picture(shown, link[1], found)
    ]
    venue.find(shown, lines, found)
    found.links = [link for link in found.links if not _around_venue(shown, link[1], found)]
    return found


def _within_title(shown: Visible, span: Span, found: Citation) -> bool:
    """Whether a link is the title's; notes it there."""
    assert found.title is not None
    style = shown.run_at(_first_letter(shown, *found.title)).style
    if style.href is not None and style.link == span.start:
        found.title_link = (style.href, span)
        return True
    return False


def _within_names(shown: Visible, span: Span, found: Citation) -> bool:
    """Whether a link is a person's: it stands in the list of authors."""
    return found.names is not None and authors.source(shown, found.names).covers(span)


def _around_venue(shown: Visible, span: Span, found: Citation) -> bool:
    """Whether a link holds the venue, in italics: then it leads to the journal, not to the paper."""
    if found.venue is None:
        return False
    style = shown.run_at(found.venue[0]).style
    return style.italic and style.href is not None and style.link == span.start


def _around_picture(shown: Visible, span: Span, found: Citation) -> bool:
    """Whether a link holds nothing but a picture, before the title."""
    assert found.title is not None
    at = next((index for index, run in enumerate(shown.runs) if run.style.link == span.start and run.style.href), 0)
    said = [run for run in shown.runs[at:] if run.style.link == span.start and run.kind == TEXT and run.text.strip()]
    return shown.starts[at] < found.title[0] and not said


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


def _find_title(shown: Visible, lines: list[Piece], found: Citation) -> None:
    """Sets the title, and the names where they stand before it."""
    by_class = range_of(shown, _TITLE_CLASS)
    if by_class and words(shown.text[slice(*by_class)]) >= 2:
        start = by_class[0]
        while start < by_class[1] and (_called_venue(shown, start) or shown.text[start].isspace()):
            start += 1  # a venue's own element within the title's
        bare = start if words(shown.text[start : by_class[1]]) >= 2 else by_class[0]
        found.title = _unquoted(shown, bare, by_class[1])
        return
    plain_first: tuple[int, int] | None = None
    for line in lines[:4]:
        at = _behind_tags(shown, line)
        if at >= line.end:
            continue
        look = shown.run_at(at).style
        last = soft_end(lines, line)
        stop = same_look(shown, at, last if look.href is not None or look.bold else line.end)
        said = shown.text[at:stop]
        names = authors.read(shown, at, line.end)
        listed = names is not None and names.closed and (len(names.places) >= 2 or (names.end < line.end and look.bold))
        if listed and names is not None and _one_look(shown, names, at, stop):
            listed = False
        enough = words(said) >= 2 or (re.search(r"\w", said) is not None and _names_follow(shown, stop, line, lines))
        if look.href is not None and not listed and not (LABEL.match(said) and words(said) <= 2) and enough:
            found.title = _unquoted(shown, at, stop)
            return
        if (closing := _QUOTES.get(said[:1])) and (quote := shown.text.find(closing, at + 1, last)) > 0:
            found.title = _unquoted(shown, at + 1, quote)
            return
        if listed and names is not None and _citation(shown, line, lines, names, found):
            return
        long = words(said) >= 2 and stop - at > 8
        if (look.bold or (look.underline and words(said) > 4)) and not listed and (long or (look.bold and enough)):
            found.title = _unquoted(shown, at, stop)
            return
        if plain_first is None and not listed and (words(shown.text[at : line.end]) >= 2 or enough):
            plain_first = _plain_title(shown, at, line)
            break
    if plain_first:
        found.title = _unquoted(shown, *plain_first)


def _names_follow(shown: Visible, stop: int, line: Piece, lines: list[Piece]) -> bool:
    """Whether several names, or one that is set apart, follow a single word: then that is a title, short as it is."""
    behind = re.compile(r"[\s.,:;|”\"'’\ufffc)\]，。：-]*(?:by\s)?").match(shown.text, stop, line.end)
    at, end = (behind.end() if behind else stop), line.end
    if at >= end:
        following = next((piece for piece in lines if piece.start >= line.end), None)
        if following is None:
            return False
        at, end = following.start, following.end
    elif at == stop:
        return False
    names = authors.read(shown, at, end)
    return names is not None and names.start <= at + 1 and names.closed and len(names.places) >= 2


def _one_look(shown: Visible, names: Names, start: int, stop: int) -> bool:
    """Whether what was taken for names is a title: one bold or link over several, or a link of three words."""
    look = shown.run_at(start).style
    if not (look.bold or look.href is not None):
        return False
    if len(names.places) < 2:
        return words(shown.text[names.end : stop]) > 1
    second = names.places[1][0]
    linked = shown.run_at(second).style.href is not None
    return stop > second or (look.href is not None and not linked and words(shown.text[start:stop]) > 2)


def _behind_tags(shown: Visible, line: Piece) -> int:
    """Where a line begins behind its number, a badge, a code-wrapped or bracketed venue."""
    at = line.start
    text = shown.text
    while at < line.end:
        begin = at
        if text[at].isspace() or text[at] in "\ufffc|":
            at += 1
        elif (numbering := NUMBERING.match(text, at, line.end)) and at == line.start:
            at = numbering.end()
        elif shown.run_at(at).style.code or _called_venue(shown, at):
            stop = max(at + 1, same_look(shown, at, line.end))
            while not shown.run_at(at).style.code and at < stop and _called_venue(shown, at):
                at += 1  # an element that looks like what follows ends by itself
            at = stop if shown.run_at(begin).style.code else at
            while at < line.end and text[at] in " ,:：|-–":
                at += 1
        elif at == line.start and (stop := _dated_tag(shown, line)):
            at = stop
        elif (
            (tag := _TAG.match(text, at, line.end))
            and shown.run_at(tag.start(tag.lastindex or 1)).style.href is None
            and tag.end() < line.end
        ):
            at = tag.end()
        if at == begin:
            break
    return at


def _called_venue(shown: Visible, at: int) -> bool:
    """Whether the element around a character is called a venue or a tag."""
    return any(VENUE_CLASS.search(name) for name in shown.run_at(at).style.classes)


def _dated_tag(shown: Visible, line: Piece) -> int:
    """Where a venue with its year ends that is set off before the title, as `**ICE 2026**:`; 0 where there is none."""
    look = shown.run_at(line.start).style
    stop = same_look(shown, line.start, line.end)
    said = shown.text[line.start : stop]
    if look.href is not None or not (look.bold or look.italic) or not _DATED_TAG.fullmatch(said):
        return 0
    behind = re.compile(r"[\s:：,|–-]*").match(shown.text, stop, line.end)
    end = behind.end() if behind else stop
    return end if words(shown.text[end : line.end]) >= 2 else 0


def _unquoted(shown: Visible, start: int, end: int) -> tuple[int, int]:
    """A title without quotation marks and closing punctuation."""
    start, end = trimmed(shown, start, end, " \t\n\u00a0\ufffc.,，。")
    text = shown.text
    award = _AWARD.search(text, start, end)
    if award and shown.run_at(award.start(1)).style.italic != shown.run_at(start).style.italic:
        end = award.start()
    while end > start and text[end - 1] in "([（【 .,":
        end -= 1  # the bracket of a link that follows
    for opening, closing in _QUOTES.items():
        if text.startswith(opening, start) and text.endswith(closing, start + len(opening), end):
            return trimmed(shown, start + len(opening), end - len(closing), " .,，。")
    return start, end


def _plain_title(shown: Visible, at: int, line: Piece) -> tuple[int, int]:
    """A title without any mark: up to the names or the look that ends it."""
    text = shown.text
    stop = same_look(shown, at, line.end)
    for comma in re.finditer(r"[,.:?!，。]\s+|\s+[-–—|]\s+", text[at : line.end]):
        begin = at + comma.end()
        names = authors.read(shown, begin, line.end)
        if names and len(names.places) >= 2 and re.search(r"\w\w", text[at : at + comma.start()]):
            return at, at + comma.start() + (text[at + comma.start()] in "?!")
    if stop < line.end and words(text[at:stop]) >= 3:
        return at, stop
    return at, line.end


def _citation(shown: Visible, line: Piece, lines: list[Piece], names: Names, found: Citation) -> bool:
    """Takes `Authors. Title. Venue`: the names that were found first, and the title behind them."""
    text = shown.text
    at, end = names.end, line.end
    between = _BETWEEN.match(text, at, end)
    at = between.end() if between else at
    if at >= end:
        following = next((piece for piece in lines if piece.start > line.start), None)
        if following is None or following.bullet:
            return False
        at, end = following.start, following.end
        if LABEL.match(text, at):
            return False
        line = following
    look = shown.run_at(at).style
    last = soft_end(lines, line)
    stop = same_look(shown, at, last if look.href is not None or look.bold else end)
    closing = _QUOTES.get(text[at : at + 1])
    if closing and (quote := text.find(closing, at + 1, last)) > 0:
        found.title = _unquoted(shown, at + 1, quote)
    elif (look.href is not None or look.bold) and words(text[at:stop]) >= 2:
        found.title = _unquoted(shown, at, stop)
    else:
        sentence = _SENTENCE.search(text, at, stop)
        if sentence is None or not text[sentence.end() : end].strip(" .\n"):
            sentence = _VENUE_TAIL.search(text, at, stop) or sentence
        elif (tail := _VENUE_TAIL.search(text, at, sentence.start())) is not None:
            sentence = tail
        close = sentence.start() + (text[sentence.start()] in "?!") if sentence else stop
        if words(text[at:close]) < 2:
            return False
        if sentence is None and (comma := text.find(", ", at, close)) > 0 and words(text[at:comma]) >= 3:
            close = comma
        if year := re.compile(r",\s*\(?(?:19|20)\d\d\)?$").search(text[at:close]):
            close = at + year.start()  # a citation without a venue
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
            behind = re.compile(r"[\s.,:;|”\"'’\ufffc)\]，。：-]*(?:(?:by|with|joint with)\s)?\s*").match(
                shown.text, title[1], line.end
            )
            start = behind.end() if behind else title[1]
            start = _behind_tags(shown, Piece(start, line.end, False, False)) if start < line.end else start
        elif led := _LED.match(shown.text, start, line.end):
            start = led.end()
        if start >= line.end or (line.bullet and best is not None):
            continue
        names = authors.read(shown, start, _paragraph_end(shown, lines, line))
        if names is None or not (names.closed or len(names.places) > 2):
            continue
        if LEGEND.search(shown.text, line.start, line.end) and len(names.places) < 2:
            continue
        if LABEL.match(shown.text, start) and len(names.places) < 3:
            continue
        alone = re.compile(r"[\s.,(]*(?:(?:19|20)\d\d)?\W*$").match(shown.text, names.end, line.end)
        if len(names.places) == 1 and not (alone or _set_apart(shown, names, line.end)):
            continue
        if best is None or len(names.places) > len(best.places) * 2:
            best = names
    return best


def _set_apart(shown: Visible, names: Names, end: int) -> bool:
    """Whether one name alone is an author: emphasised with a border behind it, or followed by something that is."""
    behind = re.compile(r"[\s.,;:，。]*").match(shown.text, names.end, end)
    after = behind.end() if behind else names.end
    if any(author.me for author in names.authors):
        return after > names.end or after >= end
    look = shown.run_at(after).style if after < end else None
    return look is not None and (look.italic or look.bold or look.code or look.href is not None)


def _paragraph_end(shown: Visible, lines: list[Piece], line: Piece) -> int:
    """Where the lines end that only the source breaks, or that break behind a comma."""
    end = line.end
    for other in lines[lines.index(line) + 1 :]:
        if other.bullet or not (other.soft or shown.text[end - 1] in ",，、&"):
            break
        end = other.end
    return end
