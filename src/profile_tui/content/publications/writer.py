"""The source of a publication: a new one in a neighbour's frame, or fields changed in their own spans."""

from __future__ import annotations

import re
from collections.abc import Sequence

from profile_tui.content.entries.entry import OTHERS, Author, Entry, Link, Unit, Values, authors_in, links_in, text_in
from profile_tui.content.entries.kind import plain_in, reframed
from profile_tui.content.entries.table import ROW
from profile_tui.content.publications import sorts
from profile_tui.content.publications.reading import columns
from profile_tui.content.publications.writing import (
    addresses,
    bibtex_items,
    labels,
    likeness,
    link_edits,
    marks,
    notes,
    pattern,
    people_anew,
    title_ends,
    venue_leads,
    venues,
    volumes,
)
from profile_tui.content.publications.writing.holes import settled
from profile_tui.content.publications.writing.link_forms import is_papers_own
from profile_tui.content.publications.writing.links import links, of_person
from profile_tui.markup import escape
from profile_tui.markup.inline import plain
from profile_tui.text.catalogue import _
from profile_tui.text.dataclass import replace
from profile_tui.text.errors import Refused
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span, Splice, in_order

_YEAR_AGAIN = ("year 0", "year 1")
"""What an entry has that shows its year once more, between volume and pages, in the place of an issue."""


def remarks(entry: Entry) -> int:
    """How much of an entry's own a new one would have to leave out; few make a good model, a lacking issue a better."""
    if entry.unit.type == ROW:
        return 0  # cells of no field are left empty
    own = sum(1 for name in entry.frame if name.startswith("remark"))
    return own - ("numbers 1" in entry.frame and not entry.frame.keys().isdisjoint(_YEAR_AGAIN))


def shows_address(model: Entry, values: Values) -> bool:
    """Return whether a model shows an address as it is, in the place of which the new one's can be."""
    return addresses.shown(model, links_in(values)) is not None


def shows_volume(model: Entry, values: Values) -> int:
    """Return how well a model shows a volume and pages that are typed after a venue."""
    volume = volumes.parted(text_in(values, "venue"))[1]
    return volumes.alike(model, volume) if volume else 0


def compose(text: str, model: Entry, values: Values, others: Sequence[Entry] = ()) -> str:
    """A new publication in the model's frame.

    Raises:
        Refused: The model has no place for one of the fields, or its names were taken for something else.
    """
    model, code = _of_its_sort(text, model, values, others)
    values = venues.with_short_year(text, model, _bare(text, model, _parted(model, values)))
    likeness.check_names(model, values, others)
    lead = likeness.check_lead(text, model, values)
    habits = pattern.Pattern(text, model, others, authors_in(values))
    values = habits.cased(values)
    splices = _disjoint([*_fields(text, model, values, habits, new=True), *([Splice(lead, "")] if lead else [])])
    if bibtex_items.is_one(text, model):
        return reframed(text, model.span, _disjoint(bibtex_items.written(text, model, values, splices)))
    if model.unit.type == ROW:
        splices = settled(marks.of(text, model), splices, _apart(model), _short(model, values))
        return columns.written(text, model, columns.within_cells(text, model.unit, splices))
    if "badge" in model.frame:
        splices = [splice for splice in splices if not model.frame["badge"].covers(splice.span)]
        splices.append(Splice(model.frame["badge"], _badge(text, model, values)))
    around = marks.of(text, model)
    gone = [span for span in _remarks_of(text, model, values, habits) if not code.covers(span)]
    splices += _titles_again(text, model, values, gone)
    taken = [splice.span for splice in splices if splice.text]
    splices += [
        Splice(span, "")
        for span in (*gone, *around.hidden())
        if not any(span.start < other.end and other.start < span.end for other in taken)
    ]
    splices = around.without_blanks(settled(around, splices, _apart(model), _short(model, values)))
    splices = title_ends.undoubled(text, model, values, others, splices)
    source = reframed(text, model.span, splices)
    return source if _ENDED.search(source) else reframed(text, model.span, _with_last_stop(text, model, splices))


def _remarks_of(text: str, model: Entry, values: Values, habits: pattern.Pattern) -> list[Span]:
    """What a model says of itself alone, with the labels of fields that a new entry has not."""
    own = (span for name, span in model.frame.items() if name.startswith("remark"))
    named, idle = labels.labelled(text, model), labels.idle(text, model, values)
    return [span for span in own if span in idle or (span not in named and span.of(text) not in habits.constants)]


_ENDED = lazily(r"[.?!…][*_”\"’»)\s]*\Z")


def _with_last_stop(text: str, model: Entry, splices: Sequence[Splice]) -> list[Splice]:
    """The splices, with the stop that ends an entry where its last numbers go, whose short form it was: `300 с.`."""
    content = model.unit.content
    end = content.start + len(content.of(text).rstrip())
    numbers = (span for name, span in model.frame.items() if name.startswith("numbers"))
    stops = text.startswith(".", end - 1) and any(span.end >= end - 1 for span in numbers)
    return [
        Splice(splice.span, ".") if stops and splice.span.end == end and not splice.text else splice
        for splice in splices
    ]


def _of_its_sort(text: str, model: Entry, values: Values, others: Sequence[Entry]) -> tuple[Entry, Span]:
    """The model, or one with the code of the publication's sort where entries have such codes; and where that is."""
    beside = [entry for entry in (model, *others[:_NEAR]) if entry.unit.container == model.unit.container]
    coded = sorts.of_code(text, values, beside) if sorts.code_of(text, model) else None
    return coded or model, (coded and sorts.code_of(text, coded)) or Span(0, 0)


def _titles_again(text: str, model: Entry, values: Values, remarks: Sequence[Span]) -> list[Splice]:
    """Put the title once more where a remark is the model's, as in a label before the entry, with the sign after it."""
    old, new = model.slots["title"].of(text).rstrip("?!"), plain_in(model.unit, text_in(values, "title"))
    alike = (span for span in remarks if span.of(text).rstrip("?!") == old)
    return [Splice(Span(span.start, span.end + text.startswith(("?", "!"), span.end)), new) for span in alike]


def _apart(entry: Entry) -> list[Span]:
    """Where links, note and remarks are: they stand apart from the fields before them."""
    own = [entry.slots[name] for name in ("links", "note") if name in entry.slots]
    return own + [span for name, span in entry.frame.items() if name.startswith("remark")]


def _short(entry: Entry, values: Values) -> list[Span]:
    """Where a venue is put in that ends in the stop of a short form; it has the comma after it that others have."""
    is_short = volumes.parted(text_in(values, "venue"))[0].endswith(".")
    return [span for span in (entry.frame.get("venue_name"), entry.slots.get("venue")) if span and is_short]


def named(text: str, model: Entry, values: Values, others: Sequence[Entry] = ()) -> Values:
    """Return the values of a new publication as the list would show them: its authors, capitals, and links."""
    values = venues.with_short_year(text, model, _bare(text, model, _parted(model, values)))
    if links_in(values):
        values = {**values, "links": tuple(addresses.told(text, model, links_in(values)))}
    people = authors_in(values)
    habits = pattern.Pattern(text, model, others, people)
    values = habits.cased(values)
    name, volume = volumes.parted(text_in(values, "venue"))
    if "venue" in model.slots and volumes.alike(model, volume):
        values = {**values, "venue": _told(text, model, name, volume, values)}
    elif "venue" in model.slots and venues.after_look(text, model, text_in(values, "venue")):
        values = {**values, "venue": name}
    if not people or "authors" not in model.slots:
        return values
    return {**values, "authors": tuple(habits.named(people, new=True)[0])}


def _told(text: str, model: Entry, name: str, volume: volumes.Volume, values: Values) -> str:
    """How a new venue is read whose volume and pages are in the place of a model's: with what is within its range."""
    slot, year = model.slots["venue"], model.slots.get("year")
    if "venue_name" not in model.frame:
        return name
    within = [Splice(model.frame["venue_name"], name), *volumes.splices(text, model, volume)]
    within += [Splice(year, text_in(values, "year"))] if year else []
    done = settled(marks.of(text, model), _disjoint(within), _apart(model), _short(model, values))
    cut = [Splice(Span(span.start, min(span.end, slot.end)), new) for span, new in done if span.start in range(*slot)]
    return _YEAR_LAST.sub("", plain(reframed(text, slot, cut)))


def told(text: str, entry: Entry, changes: Values, others: Sequence[Entry] = ()) -> Values:
    """Return changes of an entry as they are read: without an address that is shown, or a volume in a place of its own.

    Args:
        text: The page.
        entry: The entry as it is.
        changes: The fields that are to be set.
        others: The entries around, which tell whether the owner is named.
    """
    if people := authors_in(changes):
        named = pattern.Pattern(text, entry, others, people).beside_owner(people)
        changes = {**changes, "authors": tuple(named)}
    changes = _with_short_year(text, entry, _bare(text, entry, changes))
    name, volume = volumes.parted(text_in(changes, "venue"))
    if "venue" in entry.slots and volumes.alike(entry, volume):
        changes = {**changes, "venue": _told(text, entry, name, volume, {**entry.values, **changes})}
    return link_edits.told(text, entry, changes) if "links" in changes else changes


_YEAR_LAST = lazily(r"(?:[ ,;(]+(?:19|20)\d\d\)?)?[ ,;:]*$")


def _parted(model: Entry, values: Values) -> Values:
    """The values, without the year at the end of a short venue, as `ICE 2026`, where the model shows it by itself."""
    venue, year = text_in(values, "venue"), text_in(values, "year")
    if not year or not {"venue", "year"} <= model.slots.keys() or model.slots["venue"].covers(model.slots["year"]):
        return values
    name = venue.removesuffix(year).rstrip()
    short = name != venue and name[-1:].isalnum() and name.count(" ") < _SHORT
    return {**values, "venue": name} if short else values


def _bare(text: str, model: Entry, values: Values) -> Values:
    """The values, the venue without `in:`, and title and venue without the marks that the model has around its own."""
    values = venue_leads.without(model, values)
    slots = ((name, model.slots[name]) for name in ("title", "venue") if name in model.slots)
    around = {name: text[slot.start - 1 : slot.start] + text[slot.end : slot.end + 1] for name, slot in slots}
    typed = ((name, text_in(values, name).strip()) for name, pair in around.items() if pair in _AROUND)
    return {**values, **{name: value[1:-1] for name, value in typed if value[:1] + value[-1:] == around[name]}}


_AROUND = ("《》", "「」", "『』", "«»", "“”", "„“", "‘’")
_NEAR = 40
"""How many entries are asked for the code of their sort."""
_SHORT = 3
"""Words of a venue at most that may be typed with its year."""


def _with_short_year(text: str, entry: Entry, changes: Values) -> Values:
    """The changes of an entry, of which a new venue has the year in two digits where the old one had."""
    if "venue" not in changes:
        return changes
    return {**changes, "venue": venues.with_short_year(text, entry, {**entry.values, **changes})["venue"]}


def _badge(text: str, model: Entry, values: Values) -> str:
    """What a badge says that repeats the venue: with the year where the model's has one."""
    year = f" {values['year']}" if values.get("year") and re.search(r"\d\d", model.frame["badge"].of(text)) else ""
    return plain_in(model.unit, text_in(values, "venue")) + year if values.get("venue") else ""


def rewrite(text: str, entry: Entry, changes: Values, others: Sequence[Entry] = ()) -> list[Splice]:
    """Splices that set some fields of an entry, each in its own span.

    Raises:
        Refused: The entry's shape has no place for one of them.
    """
    changes = _with_short_year(text, entry, _bare(text, entry, changes))
    habits = pattern.Pattern(text, entry, others, authors_in(changes))
    splices = _fields(text, entry, changes, habits, new=False)
    splices = _disjoint(
        [*splices, *(Splice(span, "") for span in labels.idle(text, entry, {**entry.values, **changes}))]
    )
    splices = settled(marks.of(text, entry), splices, _apart(entry), _short(entry, changes))
    splices = title_ends.undoubled(text, entry, changes, others, splices)
    if entry.unit.type == ROW:
        splices = columns.within_cells(text, entry.unit, splices)
        columns.check(text, entry.unit, reframed(text, entry.unit.content, splices))
    return splices


def _disjoint(splices: list[Splice]) -> list[Splice]:
    """The splices in order; refused where the fields of a citation run into one another."""
    try:
        return in_order(splices)
    except ValueError:
        raise Refused(_("the fields of this publication run into each other; edit its source instead")) from None


def _fields(text: str, entry: Entry, values: Values, habits: pattern.Pattern, *, new: bool) -> list[Splice]:
    """The splices of all fields that `values` names; for a new entry, of all fields."""
    bibtex_items.check(text, entry, values)
    slots, unit = entry.slots, entry.unit
    put = columns.lacking(text, entry, values) if unit.type == ROW else {}
    splices = list(put.values())
    values = {name: value for name, value in values.items() if name not in put}
    people = authors_in(values)
    if new or "title" in values:
        before = "" if new else slots["title"].of(text)
        title = plain_in(unit, text_in(values, "title"), at_start=_starts(text, entry), before=before)
        title, parted = title_ends.parted(text, entry, title, lambda: habits.title_end)
        splices += [Splice(slots["title"], title), *parted]
    if new or "authors" in values:
        splices += _authors(text, entry, people, habits, new=new)
    if people and "authors 0" in entry.frame and habits.labels:
        splices.append(Splice(entry.frame["authors 0"], habits.labels.write(unit, [author.name for author in people])))
    if new or "venue" in values or "year" in values:
        splices += venues.venue_and_year(text, entry, values, habits, new=new)
    if new or "links" in values:
        splices += _links(text, entry, links_in(values), habits, new=new)
    if new or "note" in values:
        splices += notes.splices(text, entry, text_in(values, "note"), habits.near)
    return splices


def _links(text: str, entry: Entry, targets: Sequence[Link], habits: pattern.Pattern, *, new: bool) -> list[Splice]:
    """The splices that set the links."""
    return (links if new else link_edits.splices)(text, entry, targets, habits.near, habits.link_gap)


def _starts(text: str, entry: Entry) -> bool:
    """Whether the title begins its block."""
    return not text[entry.unit.content.start : entry.slots["title"].start].strip()


def _authors(text: str, entry: Entry, people: Sequence[Author], habits: pattern.Pattern, *, new: bool) -> list[Splice]:
    """Replaces the list of authors."""
    slot = entry.slots.get("authors")
    if slot is None:
        people = habits.beside_owner(people)
        return [people_anew.splice(text, entry, people, habits)] if people else []
    if not people or not habits.named(people, new=new)[0]:
        return _without_authors(text, entry, slot)
    if "et_al" in entry.frame and not new and not people[-1].others:
        people = [*people, OTHERS]  # who typed the others saw no `et al.` in the form
    whole = Span(slot.start, slot.end + text.startswith(".", slot.end))
    stop = whole != slot and "et_al" not in entry.frame
    return [Splice(whole, written_authors(text, entry, people, habits, stop=stop, new=new))]


def _without_authors(text: str, entry: Entry, slot: Span) -> list[Splice]:
    """Take the authors away, with the bracket and the word that say whom the owner wrote it with."""
    return [Splice(entry.frame.get("with", slot), "")]


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
    parts = marks.of_parts(source, len(authors_in(entry.values)))
    surnames = ("", "") if parts else marks.of_surnames(source, authors_in(entry.values))
    named, others = habits.named(people, new=new)
    written, closing = [], ""
    for author, written_name in zip(named, habits.written(named), strict=True):
        name = ", ".join(f"{parts}{part}{parts}" for part in plain_in(unit, written_name).split(", "))
        link = "" if new or parts else of_person(source, name)  # who stays keeps the way to a homepage
        name = marks.with_surname(name, surnames)
        signs = "".join(people_anew.mark_in(mark, unit, source) for mark in author.marks)
        closing = f"<sup>{signs}</sup>" if signs and superscript else signs
        if author.is_self:
            name, own = _set_off(name, link, before, after)
            closing = own + closing
            written.append(name + closing)
        else:
            written.append((link or name) + closing)
    joining = habits.joining
    if others is not None and habits.others:
        return habits.others.between.join(written) + others
    if others is not None:
        return joining.between.join([*written, plain_in(unit, people[-1].name)])
    if not unit.markdown and "& " not in source:
        joining = replace(joining, pair=joining.pair.replace("&", "&amp;"), last=joining.last.replace("&", "&amp;"))
    if not new and text.startswith((",", ";"), entry.slots["authors"].end):
        return joining.join(written)  # a word on them follows, as `eds.`
    return habits.ending.closed(joining.join(written), closing, stop=stop)


def _set_off(name: str, link: str, before: str, after: str) -> tuple[str, str]:
    """Return the owner's name with what opens its marks and its link, and what closes them."""
    if link and before in link:
        return link, ""
    is_linked = "](" in after or "</a>" in after
    return before + (name if is_linked else link or name), after


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
    own = next((link for link in links if is_papers_own(link.label)), None)
    title = plain_in(unit, text_in(values, "title"), at_start=not own and not quoted)
    if own:
        title = f"[{title}]({escape.url(own.url)})"
    elif not quoted:
        title = f"**{title}**"
    parts = [names, f"“{title}”"] if quoted else [title, names, venue and f"*{venue}*"]
    parts.append(text_in(values, "year"))
    note = f" ({plain_in(unit, text_in(values, 'note'))})" if values.get("note") else ""
    others = (link for link in links if link is not own)
    more = "".join(f" [[{plain_in(unit, link.label)}]({escape.url(link.url)})]" for link in others)
    return f"- {', '.join(filter(None, parts))}{note}{more}\n"
