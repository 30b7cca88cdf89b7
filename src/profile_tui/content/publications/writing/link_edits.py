"""The links of a publication changed: each in its own place, and those that stay are not touched."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from profile_tui.content.entries.entry import Entry, Link, Values, links_in
from profile_tui.content.entries.kind import reframed
from profile_tui.content.entries.table import ROW
from profile_tui.content.publications.reading import columns
from profile_tui.content.publications.writing import addresses, link_forms, marks
from profile_tui.content.publications.writing.link_forms import LinkPlace
from profile_tui.markup import escape
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused
from profile_tui.text.span import Span, Splice


class Matches(NamedTuple):
    """Which links of an entry become which, which go, and which are new."""

    kept: Sequence[tuple[LinkPlace, Link, Link]]
    """The links that stay or become another, in their order: what each is to be, as it was named and as it is read."""
    gone: Sequence[LinkPlace]
    more: Sequence[Link]


_Rule = Callable[[LinkPlace, Link], bool]


def _rules(run: Span | None) -> Sequence[_Rule]:
    """By what a link is told to be one of the entry's, the surest first; `run` is that of its links."""
    return (
        lambda place, link: link == place.link,
        lambda place, link: link.label.lower() == place.link.label.lower() != "",
        lambda place, link: link.url == place.link.url,
        lambda place, link: addresses.takes_place(place.link, link),
        lambda place, link: run is not None and run.covers(place.core),
    )


def match(text: str, entry: Entry, wanted: Sequence[Link]) -> Matches:
    """Tell the links of an entry that stay from those that go, and from the new ones.

    Args:
        text: The page.
        entry: The entry.
        wanted: Its new links, without the title's and one that is shown as it is.
    """
    old, new = link_forms.places(text, entry), list(wanted)
    found: dict[LinkPlace, Link] = {}
    for fits in _rules(entry.slots.get("links")):
        for place in old:
            link = next((link for link in new if fits(place, link)), None) if place not in found else None
            if link is not None:
                new.remove(link)
                found[place] = link
    kept = [(place, found[place], addresses.as_shown(place.link, found[place])) for place in old if place in found]
    return Matches(kept, [place for place in old if place not in found], new)


def _parted(text: str, entry: Entry, wanted: Sequence[Link]) -> tuple[Link | None, Link | None, list[Link]]:
    """The title's own link, the one whose address is shown as it is, and the others."""
    shown = addresses.changed(text, entry, wanted)
    own = next((link for link in wanted if link.label.lower() == "title"), None)
    return own, shown, [link for link in wanted if link is not own and link is not shown]


def told(text: str, entry: Entry, changes: Values) -> Values:
    """Return changes of an entry as they are read: without a link whose address is shown as it is, or as its note."""
    own, shown, rest = _parted(text, entry, links_in(changes))
    note, place = entry.slots.get("note"), addresses.place_of(text, entry)
    if shown is not None and note and place and note.covers(place) and "note" not in changes:
        changes = {**changes, "note": reframed(text, note, [addresses.splice(text, entry, shown)])}
    matches = match(text, entry, rest)
    links = [*([own] if own else []), *(link for _place, _named, link in matches.kept), *matches.more]
    return {**changes, "links": tuple(links)}


def splices(text: str, entry: Entry, wanted: Sequence[Link], near: Sequence[Entry], gap: str) -> list[Splice]:
    """Return the splices that set the links of an entry.

    Args:
        text: The page.
        entry: The entry.
        wanted: All its links.
        near: The entries around, which tell how a link is written that the entry has none like.
        gap: What the list has between two links.

    Raises:
        Refused: The title cannot be made a link, or can no longer be one.
    """
    own, shown, rest = _parted(text, entry, wanted)
    done = [addresses.splice(text, entry, shown)] if shown else []
    done += _title(text, entry, own, is_last=not rest)
    matches = match(text, entry, rest)
    every, run = link_forms.places(text, entry), link_forms.of_run(text, entry)
    outside = [place for place in every if place not in run]
    in_run = bool(run) and all(place.core.start < run[0].core.start for place in outside)  # it is the last one
    if run:
        done.append(_changed_run(text, entry, rest, matches, near, gap if in_run else None))
    if matches.more and not in_run:
        after = every[-1].whole.end if run else None
        done.append(first_run(text, entry, matches.more, near, gap, after=after))
    for place, _named, link in matches.kept:
        done += link_forms.relinked(text, entry, place, link) if place in outside else []
    return done + [Splice(link_forms.with_lead(text, place.whole), "") for place in matches.gone if place in outside]


def _title(text: str, entry: Entry, own: Link | None, *, is_last: bool) -> list[Splice]:
    """Set the target of the title: it keeps its own where none is named, but for one that is the last to go."""
    if own is None:
        return unlinked_title(text, entry) or [] if is_last and "title_link" in entry.frame else []
    if "title_link" not in entry.frame:
        return _linked_title(text, entry, own)
    return [] if own.url == links_in(entry.values)[0].url else title_target(text, entry, own) or []


def title_target(text: str, entry: Entry, link: Link) -> list[Splice] | None:
    """Return the splices that have a title lead to a link's target; None where its own cannot be told in the source."""
    if "title_url" in entry.frame:
        return [Splice(entry.frame["title_url"], escape.url(link.url))]
    mark = marks.of(text, entry).at(entry.frame["title_link"])
    if mark is None or mark.name != "[":
        return None
    return [Splice(Span(mark.inner.end, mark.span.end), f"]({escape.url(link.url)})")]  # what was `[Title][1]`


def unlinked_title(text: str, entry: Entry) -> list[Splice] | None:
    """Return the splices that take the title's link away and let its words stay; None where that cannot be done."""
    link = entry.frame["title_link"]
    around = marks.of(text, entry)
    mark = around.at(link)
    if mark is None:
        return None
    goes_on = mark.name == "[" and _goes_on(around, link.end)
    opening, closing = Span(link.start, mark.inner.start), Span(mark.inner.end, link.end)
    return [Splice(opening, ""), Splice(closing, "," if goes_on else "")]


def _goes_on(around: marks.Marks, at: int) -> bool:
    """Whether a word follows on the same line with nothing before it but blanks and marks that open."""
    first = at
    while around.text.startswith(" ", first):
        first += 1
    return first > at and around.within(first).isalpha()


def _linked_title(text: str, entry: Entry, link: Link) -> list[Splice]:
    """Make a title a link that is none."""
    slot, url = entry.slots["title"], escape.url(link.url)
    if not slot.of(text).strip():
        raise Refused(_("this publication has no title that could be a link; edit its source instead"))
    opening, closing = ("[", f"]({url})") if entry.unit.markdown else (f'<a href="{url}">', "</a>")
    return [Splice.insert(slot.start, opening), Splice.insert(slot.end, closing)]


def _changed_run(
    text: str, entry: Entry, wanted: Sequence[Link], matches: Matches, near: Sequence[Entry], gap: str | None
) -> Splice:
    """The splice that changes the run of links: those that stay are written as they are, with what is between them.

    Args:
        text: The page.
        entry: The entry.
        wanted: Its new links, without the title's and one that is shown as it is.
        matches: What becomes of those that it has.
        near: The entries around.
        gap: What is before a new link; None where new ones are elsewhere.
    """
    run = link_forms.of_run(text, entry)
    written: dict[Link, tuple[int, str]] = {
        named: (run.index(place), reframed(text, place.whole, link_forms.relinked(text, entry, place, link)))
        for place, named, link in matches.kept
        if place in run
    }
    if gap is not None:
        written |= {link: (-1, link_forms.new_link(text, entry, link, near)) for link in matches.more}
    made = ""
    for at, source in (written[link] for link in wanted if link in written):
        between = text[run[at - 1].whole.end : run[at].whole.start] if at > 0 else gap or " "
        made += (between if made else "") + source
    slot = entry.slots["links"]
    return Splice(slot if made else link_forms.with_lead(text, slot), made)


def first_run(
    text: str, entry: Entry, links: Sequence[Link], near: Sequence[Entry], gap: str, *, after: int | None = None
) -> Splice:
    """Return the splice that puts links into an entry that has none: where the neighbours have theirs, or at its end.

    Args:
        text: The page.
        entry: The entry.
        links: The links.
        near: The entries around.
        gap: What is between two links.
        after: Where the last of other links of the entry ends that they follow.

    Raises:
        Refused: The entry is a row, and no empty cell of it is in a column of links.
    """
    if entry.unit.type == ROW and (cell := columns.links(text, entry.unit, links)):
        return cell
    opening, closing = link_forms.around_run(text, near, entry) if after is None else (" ", "")
    written = gap.join(link_forms.new_link(text, entry, link, near) for link in links)
    at = link_forms.end_of_fields(text, entry) if after is None else after
    if text[:at].rstrip("*_").endswith((".", "。", ",")):
        opening = opening.lstrip(".,;:。，") or " "
    return Splice.insert(at, f"{opening}{written}{closing}")
