"""The links of a publication's source: the title's own, and the run of labelled ones."""

from __future__ import annotations

import re
from collections.abc import Sequence

from profile_tui.content.entries.entry import Entry, Link
from profile_tui.content.entries.kind import plain_in, reframed
from profile_tui.content.publications.writing import addresses, marks
from profile_tui.markup import escape
from profile_tui.markup.inline import TEXT
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused
from profile_tui.text.span import Span, Splice


def links(text: str, entry: Entry, wanted: Sequence[Link], gap: str, *, new: bool) -> list[Splice]:
    """Replaces the title's target and the run of links, `gap` between two, and an address that is shown as it is."""
    splices: list[Splice] = []
    own = next((link for link in wanted if link.label.lower() == "title"), None)
    shown = addresses.shown(entry, wanted) if new else addresses.changed(text, entry, wanted)
    if shown:
        splices.append(addresses.splice(text, entry, shown))
        wanted = [link for link in wanted if link is not shown]
        own = own or (shown if new and "title_link" in entry.frame else None)
    rest = [link for link in wanted if link is not own]
    linked, has_run = "title_link" in entry.frame, "links" in entry.slots
    if linked:
        splices += _title_link(text, entry, own, rest, new=new)
    else:
        rest = list(wanted)
    by_title = new and len(rest) == 1 and linked and own is None and not has_run
    if rest and not by_title:
        splices.append(_run(text, entry, rest, gap, new=new))
    elif has_run:
        splices.append(Splice(entry.slots["links"], ""))
    return splices


def _title_link(text: str, entry: Entry, own: Link | None, rest: Sequence[Link], *, new: bool) -> list[Splice]:
    """Replaces the target of a title that is a link: by its own, in a new entry else by the first of the others."""
    target = own or (rest[0] if rest and new else None)
    if target and "title_url" in entry.frame:
        return [Splice(entry.frame["title_url"], escape.url(target.url))]
    return _unlinked_title(text, entry, new=new) if new or not rest else []


def _unlinked_title(text: str, entry: Entry, *, new: bool) -> list[Splice]:
    """Takes the title's link away and lets its words stay."""
    link = entry.frame["title_link"]
    around = marks.of(text, entry)
    mark = around.at(link)
    if mark is not None:
        goes_on = mark.name == "[" and _goes_on(around, link.end)
        opening, closing = Span(link.start, mark.inner.start), Span(mark.inner.end, link.end)
        return [Splice(opening, ""), Splice(closing, "," if goes_on else "")]
    if new:
        raise Refused(_("the titles of this list are links; give the publication a link"))
    return []


def _run(text: str, entry: Entry, wanted: Sequence[Link], gap: str, *, new: bool) -> Splice:
    """Replaces the run of links, or puts one after the last field, or after the numbers behind that."""
    if "links" in entry.slots:
        by_address = addresses.labelled(text, entry, wanted, new=new)
        if by_address:  # in the place of the one that is its model
            wanted = [by_address[0], *(link for link in wanted if link is not by_address[0])]
        written = [_written_link(text, entry, link, by_address) for link in wanted]
        return Splice(entry.slots["links"], gap.join(written))
    written = [_plain_link(entry, link) for link in wanted]
    return Splice.insert(_behind_numbers(text, entry, _last_field_end(text, entry)), " " + " ".join(written))


def _behind_numbers(text: str, entry: Entry, at: int) -> int:
    """The end of the rest of a line, where it goes on with a volume, pages or an identifier; else its beginning."""
    around = marks.of(text, entry)
    end, counts, stop = at, False, entry.unit.content.end
    for run in around.shown.runs:
        if run.span.end > at:
            if run.kind != TEXT or run.style.href is not None:
                stop = run.span.start
                break
            words = text[max(at, run.span.start) : run.span.end].rstrip()
            end = max(at, run.span.start) + len(words) if words else end
            counts |= any(sign.isdigit() for sign in words)
    return min(around.behind(end), stop) if counts else at


def of_person(source: str, name: str) -> str:
    """Return the link around a name in a list of authors, with what sets it off within; empty where it has none."""
    named = rf"(?:[*_]{{1,2}}|<\w+>)?{re.escape(name)}(?:[*_]{{1,2}}|</\w+>)?"
    found = re.search(rf"\[{named}\]\([^()]*\)(?:\{{[^{{}}]*\}})?|<a\b[^<>]*>{named}</a>", source)
    return found[0] if found else ""


def _goes_on(around: marks.Marks, at: int) -> bool:
    """Whether a word follows on the same line with nothing before it but blanks and marks that open."""
    first = at
    while around.text.startswith(" ", first):
        first += 1
    return first > at and around.within(first).isalpha()


def _written_link(text: str, entry: Entry, link: Link, by_address: tuple[Link, str] | None) -> str:
    """A link as the entry writes its first one: in its brackets, its emphasis, its tag with its attributes.

    Args:
        text: The page.
        entry: The entry.
        link: The link.
        by_address: The link whose label is its address, and that.
    """
    if by_address and by_address[0] is link:
        if addresses.in_angles(text, entry):
            return f"<{by_address[1]}>"
        link = Link(by_address[1], link.url)
    if "link_url" not in entry.frame:
        return _plain_link(entry, link)
    new = {"link_label": plain_in(entry.unit, link.label), "link_url": escape.url(link.url)}
    return reframed(text, entry.frame["link"], [Splice(entry.frame[name], written) for name, written in new.items()])


def _plain_link(entry: Entry, link: Link) -> str:
    """A link in brackets."""
    label, url = plain_in(entry.unit, link.label), escape.url(link.url)
    return f"[[{label}]({url})]" if entry.unit.markdown else f'[<a href="{url}">{label}</a>]'


def _last_field_end(text: str, entry: Entry) -> int:
    """Where links go in an entry that has none: after the last field and the marks and period around it."""
    end = max(slot.end for slot in entry.slots.values())
    if "title_link" in entry.frame:
        end = max(end, entry.frame["title_link"].end)
    return marks.of(text, entry).behind(end, ".)]")
