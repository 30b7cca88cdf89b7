"""The source of a publication: a new one in a neighbour's frame, or fields changed in their own spans."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from profile_tui.content.entries.entry import Author, Entry, Link, Unit, Values, authors_in, links_in, text_in
from profile_tui.content.entries.kind import plain_in, reframed
from profile_tui.content.entries.table import ROW
from profile_tui.content.publications.reading import columns
from profile_tui.content.publications.writing import marks, pattern
from profile_tui.content.publications.writing.links import links, with_separator
from profile_tui.content.publications.writing.venues import venue_and_year
from profile_tui.markup import escape
from profile_tui.text.catalogue import _
from profile_tui.text.dataclass import replace
from profile_tui.text.errors import Refused
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span, Splice, in_order

_HIDDEN = lazily(
    r"(?:<(b|strong|span)>\s*)?<(\w+)\b[^<>]*\b(?:data[-\w]*|id)=[^<>]*>\s*</\2>(?(1)\s*</\1>)|<!--.*?-->", re.S
)
_EMPTY = lazily(r"[\s\\|,;:./·•*_\[\](){}`>!?。！？，；-]*|[ \t]*(?:[-*+]|\d{1,3}\.)[ \t]*")
_TAGS = lazily(r"</?\w+[^<>]*>")
_BULLET = lazily(r"\s*[-*+](?=\W)")
_LEFT_OVER = lazily(
    r"(?<=\S)[ ]*(?:(?<!\])[(（][\s*†‡#\\^,;]*[)）]|\[\s*\]|\*{4})|(?<=[\s,;|])\*\*[ ]+\*\*(?=\W|$)|"
    r"^[ ]*\[\s*\][ ]+(?=\S)|(?<=[,.;][\"”’'])[,;](?=\s)|(?<=[\"”’'»]\.)[,;](?=\s)"
)
_STOPS = lazily(r"(?<![.…])\.(\*{1,3}|</\w+>)?\.(?=\s|$)")
"""Two stops, of which one ended what is gone."""
_LONE_MARK = lazily(r"^(\s*(?:[-*+]\s+)?)[.,;:]\s+(?=\S)")
_NEXT = lazily(
    r"(?:[.,;:] +(?=\S)|[.,]?(?:[ \t]{2,}|[ \t]*\\{1,2}|[ \t]*<br\s*/?>)?[ \t]*\n[ \t]*(?:\n[ \t]*)?(?=[^\s<]))"
)
"""What parts a title from what follows: punctuation and a blank, or a break."""
_BREAK = lazily(r"(?:[ \t]{2,}|[ \t]*\\{1,2}|[ \t]*<br\s*/?>)[ \t]*(?=\n?\Z)")


def remarks(entry: Entry) -> int:
    """How much of an entry's own a new one would have to leave out; few make a good model."""
    if entry.unit.type == ROW:
        return 0  # cells of no field are left empty
    return sum(1 for name in entry.frame if name.startswith("remark"))


def compose(text: str, model: Entry, values: Values, others: Sequence[Entry] = ()) -> str:
    """A new publication in the model's frame.

    Raises:
        Refused: The model has no place for one of the fields.
    """
    values = _parted(model, values)
    habits = pattern.of(text, model, others, authors_in(values))
    splices = _disjoint(_fields(text, model, values, habits, new=True))
    if model.unit.type == ROW:
        return columns.written(text, model, columns.within_cells(text, model.unit, splices))
    if "badge" in model.frame:
        splices = [splice for splice in splices if not model.frame["badge"].covers(splice.span)]
        splices.append(Splice(model.frame["badge"], _badge(text, model, values)))
    taken = [splice.span for splice in splices]
    own = (span for name, span in model.frame.items() if name.startswith("remark"))
    for span in _merged(span for span in own if span.of(text) not in habits.constants):
        if not any(span.start < other.end and other.start < span.end for other in taken):
            gone = _with_comma(text, span, model, taken)
            if any(gone.start < other.end and other.start < gone.end for other in taken):
                gone = span
            splices.append(Splice(gone, ""))
            taken.append(gone)
    marked = [splice if splice.text else Splice(splice.span, _GONE) for splice in splices]
    source = _without_shells(reframed(text, model.span, _disjoint(marked)))
    return _tidy(text[model.span.start : model.span.end], source)


def _merged(spans: Iterable[Span]) -> list[Span]:
    """Spans in order, those that overlap as one: a sentence and the link at its end."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _with_comma(text: str, remark: Span, model: Entry, taken: Sequence[Span]) -> Span:
    """A remark with the comma before it, where it ends its line or another comma follows."""
    behind = _LINE_END.match(text, remark.end, model.unit.content.end)
    pattern = r"(?<=[^\s,;])[ ]*[,;|][ ]*$|(?<=\S)[ ]+$"
    before = re.search(pattern, text[model.unit.content.start : remark.start])
    if behind is None or before is None:
        return remark
    start = model.unit.content.start + before.start()
    return (
        remark if any(start < other.end and other.start < remark.start for other in taken) else Span(start, remark.end)
    )


_LINE_END = lazily(r"[ \t]*(?:[,;.]|(?:\\{1,2}|<br\s*/?>)?[ \t]*(?:\n|\Z))")


def named(text: str, model: Entry, values: Values, others: Sequence[Entry] = ()) -> Values:
    """Return the values of a new publication in the model's frame, with the authors whom its list would name."""
    values = _parted(model, values)
    people = authors_in(values)
    if not people or "authors" not in model.slots:
        return values
    habits = pattern.of(text, model, others, people)
    return {**values, "authors": tuple(habits.named(people, new=True)[0])}


def _parted(model: Entry, values: Values) -> Values:
    """The values, without the year at the end of a short venue, as `ICE 2026`, where the model shows it by itself."""
    venue, year = text_in(values, "venue"), text_in(values, "year")
    if not year or not {"venue", "year"} <= model.slots.keys() or model.slots["venue"].covers(model.slots["year"]):
        return values
    name = venue.removesuffix(year).rstrip()
    short = name != venue and name[-1:].isalnum() and name.count(" ") < _SHORT
    return {**values, "venue": name} if short else values


_SHORT = 3
"""Words of a venue at most that may be typed with its year."""


def _badge(text: str, model: Entry, values: Values) -> str:
    """What a badge says that repeats the venue: with the year where the model's has one."""
    year = f" {values['year']}" if values.get("year") and re.search(r"\d\d", model.frame["badge"].of(text)) else ""
    return plain_in(model.unit, text_in(values, "venue")) + year if values.get("venue") else ""


def rewrite(text: str, entry: Entry, changes: Values, others: Sequence[Entry] = ()) -> list[Splice]:
    """Splices that set some fields of an entry, each in its own span.

    Raises:
        Refused: The entry's shape has no place for one of them.
    """
    habits = pattern.of(text, entry, others, authors_in(changes))
    splices = [_with_stop(text, splice) for splice in _disjoint(_fields(text, entry, changes, habits, new=False))]
    if entry.unit.type == ROW:
        splices = columns.within_cells(text, entry.unit, splices)
        columns.check(text, entry.unit, reframed(text, entry.unit.content, splices))
    return splices


def _with_stop(text: str, splice: Splice) -> Splice:
    """A splice that takes a field away, with the stop after it where one would follow that of what is before."""
    start, end = splice.span
    doubled = not splice.text and _ENDED.search(text[:start][-_CLOSERS:]) and _LAST_STOP.match(text, end)
    return Splice(Span(start, end + 1), "") if doubled else splice


_CLOSERS = 24
"""How much is looked at before a field for a stop and what closes emphasis."""
_ENDED = lazily(r"[^.…]\.(?:\*{1,3}|_{1,3}|</\w+>)*\Z")
_LAST_STOP = lazily(r"\.(?=\s|\Z)")


def _disjoint(splices: list[Splice]) -> list[Splice]:
    """The splices in order; refused where the fields of a citation run into one another."""
    try:
        return in_order(splices)
    except ValueError:
        raise Refused(_("the fields of this publication run into each other; edit its source instead")) from None


def _fields(text: str, entry: Entry, values: Values, habits: pattern.Pattern, *, new: bool) -> list[Splice]:
    """The splices of all fields that `values` names; for a new entry, of all fields."""
    slots, unit = entry.slots, entry.unit
    put = columns.lacking(text, entry, values) if unit.type == ROW else {}
    splices = list(put.values())
    values = {name: value for name, value in values.items() if name not in put}
    people = authors_in(values)
    if new or "title" in values:
        splices.append(
            Splice(slots["title"], plain_in(unit, habits.title(values, new=new), at_start=_starts(text, entry)))
        )
    if new or "authors" in values:
        splices += _authors(text, entry, people, habits, new=new)
    if people and "authors 0" in entry.frame and habits.labels:
        splices.append(Splice(entry.frame["authors 0"], habits.labels.write(unit, [author.name for author in people])))
    if new or "venue" in values or "year" in values:
        splices += venue_and_year(text, entry, values, habits, new=new)
    if new or "links" in values:
        splices += _links(text, entry, links_in(values), new=new)
    if new or "note" in values:
        splices += _note(text, entry, text_in(values, "note"))
    return splices


def _links(text: str, entry: Entry, targets: Sequence[Link], *, new: bool) -> list[Splice]:
    """The splices that set the links; a row of a table without any has a cell for them."""
    if entry.unit.type != ROW or "links" in entry.slots or "title_url" in entry.frame:
        return links(text, entry, targets, new=new)
    splice = columns.links(text, entry.unit, targets)
    return [splice] if splice else []


def _note(text: str, entry: Entry, note: str) -> list[Splice]:
    """Replaces what is in brackets after venue and year, or puts it there."""
    written = plain_in(entry.unit, note)
    if "note" in entry.slots:
        slot = entry.slots["note"]
        return [Splice(slot if note else with_separator(text, slot, entry), written)]
    if not note:
        return []
    if "venue" not in entry.slots and "year" not in entry.slots:
        raise Refused(_("this publication shows no venue or year for the note to follow; edit its source instead"))
    ends = [entry.slots[name].end for name in ("venue", "year") if name in entry.slots]
    return [Splice.insert(_behind_marks(text, max(ends), entry), f" ({written})")]


def _behind_marks(text: str, end: int, entry: Entry) -> int:
    """Where the marks and brackets right behind a field end, those that began before it."""
    return marks.of(text, entry).behind(end, "])）")


def _starts(text: str, entry: Entry) -> bool:
    """Whether the title begins its block."""
    return not text[entry.unit.content.start : entry.slots["title"].start].strip()


def _authors(text: str, entry: Entry, people: Sequence[Author], habits: pattern.Pattern, *, new: bool) -> list[Splice]:
    """Replaces the list of authors."""
    slot = entry.slots.get("authors")
    if slot is None:
        return [_authors_anew(text, entry, people, habits)] if people else []
    if not people or not habits.named(people, new=new)[0]:
        return [Splice(with_separator(text, entry.frame.get("with", slot), entry), "")]
    whole = Span(slot.start, slot.end + text.startswith(".", slot.end))
    stop = whole != slot and "et_al" not in entry.frame
    return [Splice(whole, written_authors(text, entry, people, habits, stop=stop, new=new))]


def _authors_anew(text: str, entry: Entry, people: Sequence[Author], habits: pattern.Pattern) -> Splice:
    """Puts authors after the title of an entry that shows none: with its comma or on a line of their own."""
    title = entry.frame.get("title_link") or entry.slots["title"]
    at = _behind_marks(text, title.end, entry)
    before, after = habits.emphasis
    names = ", ".join(
        (f"{before}{{}}{after}" if author.is_self else "{}").format(plain_in(entry.unit, author.name))
        + "".join(_mark(mark, entry.unit, "") for mark in author.marks)
        for author in people
    )
    behind = _NEXT.match(text, at, entry.unit.content.end)
    return Splice.insert(at, f"{behind[0] if behind else ', '}{names}")


def written_authors(
    text: str, entry: Entry, people: Sequence[Author], habits: pattern.Pattern, *, stop: bool = False, new: bool = False
) -> str:
    """A list of authors as an entry and its neighbours write theirs.

    Args:
        text: The page.
        entry: The entry whose list it takes the place of.
        people: The authors.
        habits: How the neighbours write theirs.
        stop: Whether a period ends the entry's list.
        new: Whether authors may be left out as the neighbours leave theirs out.
    """
    unit = entry.unit
    source = text[slice(*entry.slots["authors"])]
    before, after = habits.emphasis
    superscript = "<sup>" in source and re.search(r"<sup>\s*\\?[*†‡#\d]", source) is not None
    named, others = habits.named(people, new=new)
    written, closing = [], ""
    for author, written_name in zip(named, habits.written(named), strict=True):
        name = plain_in(unit, written_name)
        signs = "".join(_mark(mark, unit, source) for mark in author.marks)
        signs = f"<sup>{signs}</sup>" if signs and superscript else signs
        written.append(f"{before}{name}{after}{signs}" if author.is_self else f"{name}{signs}")
        closing = after + signs if author.is_self else signs
    joining = habits.joining
    if others is not None and habits.others:
        return habits.others.between.join(written) + others
    if others is not None:
        return joining.between.join([*written, plain_in(unit, people[-1].name)])
    if not unit.markdown:
        joining = replace(joining, pair=joining.pair.replace("&", "&amp;"), last=joining.last.replace("&", "&amp;"))
    return habits.ending.closed(joining.join(written), closing, stop=stop)


def _mark(mark: str, unit: Unit, source: str) -> str:
    """A mark after a name, escaped as the entry does it."""
    if mark != "*" or not unit.markdown or (re.search(r"[\w.]\*(?:[,;\s]|$)", source) and "\\*" not in source):
        return mark
    return "\\*"


_GONE = "\ufdd1"
"""Stands where something was taken out; a character that no text has."""
_SHELL = lazily(
    rf"<(p|details|summary|span|em|i|b|strong|u|font|a|small|sup|figure|center|code)\b[^<>]*>"
    rf"(?:[\s.,;:|!?。！？，；]*{_GONE})+[\s.,;:|!?。！？，；]*</\1\s*>",
    re.I,
)
_EMPTIED = lazily(rf"^[ \t]*(?:{_GONE}[ \t]*)+(?:\\{{1,2}}|<br\s*/?>)?[ \t]*\n", re.M)
_LAST = lazily(
    rf"(?:[ \t]*<br\s*/?>|[ \t]*\\{{1,2}}|[ \t]{{2,}})?[ \t]*(?:\n[ \t]*)?{_GONE}(?:\s*{_GONE})*[ \t]*"
    r"(?=\s*(?:</\w+>\s*)*\Z)"
)


_GAP = rf"(?:[ \t]*{_GONE})+[ \t]*"
_TAKEN_ALONG = (
    (
        lazily(rf"(?:(?<=[a-zß-ÿ]{{3}}\.)|(?<={_GONE}\.)){_GAP}[,;](?=\s)"),
        "",
    ),  # the comma, where a sentence ended before
    (lazily(rf"(?<!\.)\.(?:{_GAP}\.)+"), "."),
    (lazily(rf"([—–|·•]){_GAP}\1"), r"\1"),
    (lazily(rf"(<br\s*/?>)\s*{_GONE}\s*<br\s*/?>", re.I), r"\1"),
    (lazily(rf"(?<=[.?!][\"”’'»]){_GAP}\.(?=\s|$)"), ""),
    (lazily(rf",([\"”’'»]){_GAP}\.(?=\s|$)"), r".\1"),
    (lazily(rf"(?<=[\[(]){_GAP}"), ""),
    (lazily(rf"(?<=\d)\.(?:{_GAP}[.,]?)+(?=\()"), " "),
)
"""What is on both sides of something that is gone, and what is left of it."""


def _without_shells(source: str) -> str:
    """A source without the inline elements, the lines and the break at its end that were left empty."""
    while (bare := _SHELL.sub(_GONE, source)) != source:
        source = bare
    for around, left in _TAKEN_ALONG:
        source = around.sub(left, source)
    source = _EMPTIED.sub("", _LAST.sub("", source))
    return re.sub(rf"(?<=[ \t]){_GONE}[ \t]+", "", source).replace(_GONE, "")


def _tidy(model: str, source: str) -> str:
    """A composed source without what taking remarks out left behind: empty lines, bullets, brackets."""
    source = _HIDDEN.sub("", source)
    kept: list[str] = []
    cut_last = False
    had = {line.strip() for line in model.split("\n")}
    for line in source.split("\n"):
        bare = _TAGS.sub("", line) if _BULLET.match(line) else line
        left_over = _EMPTY.fullmatch(bare) is not None and line.strip() != "" and line.strip() not in had
        blank_new = not line.strip() and bool(kept) and not kept[-1].strip()
        if left_over or blank_new:
            cut_last = True
            continue
        if line.strip() not in had:
            line = _without_left_over(model, _without_left_over(model, line))  # brackets, then the marks around them
            line = line if _LONE_MARK.match(model) else _LONE_MARK.sub(r"\1", line)
            line = line if _STOPS.search(model) else _STOPS.sub(r".\1", line)
        kept.append(line)
        cut_last = cut_last and (not line.strip() or line.strip().startswith("</"))
    text_lines = [i for i, line in enumerate(kept) if line.strip() and not line.strip().startswith("</")]
    if cut_last and text_lines:
        kept[text_lines[-1]] = _BREAK.sub("", kept[text_lines[-1]])
    return _without_gaps(model, "\n".join(kept))


def _without_left_over(model: str, line: str) -> str:
    """A line without empty brackets and marks; marks that the model has, too, are the list's."""
    return _LEFT_OVER.sub(lambda match: match[0] if "**" in match[0] and match[0] in model else "", line)


def _without_gaps(model: str, source: str) -> str:
    """The source without blank lines at its end that the model has not."""
    end = "\n" if model.endswith("\n") else ""
    return source.rstrip("\n") + end if not model.endswith("\n\n") else source


def first(values: Values) -> str:
    """A bullet on one line: linked title, authors, venue in italics, year.

    Without a venue, names after the title might be taken for one; so they are first, the title in quotation marks.
    """
    unit = Unit("item", Span(0, 0), Span(0, 0), Span(0, 0), 0)
    links = links_in(values)
    people = authors_in(values)
    set_off = "**{}**" if len(people) > 1 else "{}"  # the only author is not to be told from others
    names = ", ".join((set_off if a.is_self else "{}").format(plain_in(unit, a.name)) for a in people)
    venue = plain_in(unit, text_in(values, "venue"))
    quoted = bool(people) and not venue
    title = plain_in(unit, text_in(values, "title"), at_start=not links and not quoted)
    if links:
        title = f"[{title}]({escape.url(links[0].url)})"
    elif not quoted:
        title = f"**{title}**"
    parts = [names, f"“{title}”"] if quoted else [title, names, venue and f"*{venue}*"]
    parts.append(text_in(values, "year"))
    more = "".join(f" [[{plain_in(unit, link.label)}]({escape.url(link.url)})]" for link in links[1:])
    return f"- {', '.join(filter(None, parts))}{more}\n"
