"""The links of a publication after some of them are set by their labels, and the others stay."""

from __future__ import annotations

from collections.abc import Sequence

from profile_tui.content.entries.entry import Link
from profile_tui.content.publications.writing.addresses import takes_place
from profile_tui.text.catalogue import _
from profile_tui.text.errors import UsageError

TITLE = "title"
"""The label under which the link of a title itself is listed."""


def set_links(before: Sequence[Link], named: Sequence[Link]) -> tuple[Link, ...]:
    """Return the links of a publication once some are set: each in the place of that of its label, or after the others.

    A link that is labelled by its address, as `<https://…>`, gives way to one of the same sort.

    Args:
        before: The links that it has.
        named: Those that are set; one without an address takes that of its label away.

    Raises:
        UsageError: One is to be taken away that is not there, or the title's among others; or several are called so.
    """
    links = list(before)
    for label in dict.fromkeys(link.label.lower() for link in named):
        links = _set(links, [link for link in named if link.label.lower() == label])
    if links and any(link.label.lower() == TITLE and not link.url for link in named):
        raise UsageError(_("the title keeps its link as long as there are others; edit its source instead"))
    return tuple(links)


def _set(links: Sequence[Link], same: Sequence[Link]) -> list[Link]:
    """Return links once those of one label are set."""
    new = [link for link in same if link.url]
    old = [link for link in links if link.label.lower() == same[0].label.lower()]
    if old:
        new = [link._replace(label=old[0].label) for link in new]  # as the page spells it
    else:
        old = [link for link in links if any(takes_place(link, each) for each in new)][:1]
    if not old and not new:
        there = ", ".join(link.label or link.url for link in links) or _("none")
        message = _("there is no link “{label}”; the publication has {there}")
        raise UsageError(message.format(label=same[0].label, there=there))
    if len(old) > 1 and len(old) != len(new):
        message = _("{count} links of this publication are called “{label}”; edit its source instead")
        raise UsageError(message.format(count=len(old), label=old[0].label))
    at = links.index(old[0]) if old else len(links)
    return [*links[:at], *new, *(link for link in links[at:] if link not in old)]
