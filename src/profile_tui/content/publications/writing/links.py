"""The links of a new publication: the title's own, and the run of labelled ones."""

from __future__ import annotations

import re
from collections.abc import Sequence

from profile_tui.content.entries.entry import Entry, Link
from profile_tui.content.publications.writing import addresses, link_edits, link_forms
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused
from profile_tui.text.span import Splice


def links(text: str, model: Entry, wanted: Sequence[Link], near: Sequence[Entry], gap: str) -> list[Splice]:
    """Return the splices that put the links of a new publication where its model has its own.

    Args:
        text: The page.
        model: The model.
        wanted: The links.
        near: The entries around, which tell how a link is written that the model has none like.
        gap: What the list has between two links.

    Raises:
        Refused: The title cannot do without a link, and none is given.
    """
    splices: list[Splice] = []
    own = next((link for link in wanted if link.label.lower() == "title"), None)
    linked, shown = "title_link" in model.frame, addresses.shown(model, wanted)
    if shown:
        splices.append(addresses.splice(text, model, shown))
        wanted = [link for link in wanted if link is not shown]
        own = own or (shown if linked else None)
    rest = [link for link in wanted if link is not own or not linked]
    if linked:
        known = link_forms.labels(text, [model, *near])
        own = own or _titles(rest, known)
        title = link_edits.title_target(text, model, own) if own else None
        if title is not None and own in rest and own.label.lower() not in known:
            rest.remove(own)
        splices += title or _unlinked(text, model)
    if rest:
        splices.append(_run(text, model, rest, near, gap))
    elif "links" in model.slots:
        splices.append(Splice(model.slots["links"], ""))
    return splices


def _titles(links: Sequence[Link], known: set[str]) -> Link | None:
    """The link to the paper itself, which a title is; rather one that the list has no label for beside its titles."""
    own = [link for link in links if link_forms.is_papers_own(link.label)]
    return next((link for link in own if link.label.lower() not in known), next(iter(own), None))


def _unlinked(text: str, model: Entry) -> list[Splice]:
    """Take the title's link away."""
    splices = link_edits.unlinked_title(text, model)
    if splices is None:
        raise Refused(_("the titles of this list are links; give the publication a link"))
    return splices


def _run(text: str, model: Entry, wanted: Sequence[Link], near: Sequence[Entry], gap: str) -> Splice:
    """Replace the run of links, or put one where the neighbours have theirs."""
    if "links" not in model.slots:
        return link_edits.first_run(text, model, wanted, near, gap)
    by_address = addresses.labelled(text, model, wanted)
    if by_address:  # in the place of the one that is its model
        wanted = [by_address[0], *(link for link in wanted if link is not by_address[0])]
    written = [
        addresses.written(text, model, by_address[1], link)
        if by_address and link is by_address[0]
        else link_forms.new_link(text, model, link, near)
        for link in wanted
    ]
    return Splice(model.slots["links"], gap.join(written))


def of_person(source: str, name: str) -> str:
    """Return the link around a name in a list of authors, with what sets it off within; empty where it has none."""
    named = rf"(?:[*_]{{1,2}}|<\w+>)?{re.escape(name)}(?:[*_]{{1,2}}|</\w+>)?"
    found = re.search(rf"\[{named}\]\([^()]*\)(?:\{{[^{{}}]*\}})?|<a\b[^<>]*>{named}</a>", source)
    return found[0] if found else ""
