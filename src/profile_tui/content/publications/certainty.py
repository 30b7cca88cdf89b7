"""How sure the reading of each field is: what might as well be something else is shown, and not changed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from profile_tui.content.publications.citation import Citation
from profile_tui.content.publications.consensus import Habits, border, order
from profile_tui.content.publications.form import is_badge, is_like_name
from profile_tui.content.publications.weights import model

_USUAL, _UNUSUAL = 0.3, 1.5
_SURE = {
    "T": ("title", 150.0), "B": ("authors", 100.0), "I": ("authors", 100.0), "V": ("venue", 40.0), "Y": ("year", 40.0),
}  # fmt: skip
"""The field of each role, and how sure each segment of it has to be, in hundredths."""
_SETS_OFF = frozenset("blq")


def unsure(citation: Citation, habits: Habits | None) -> frozenset[str]:
    """Return the fields of a publication that are not sure."""
    if citation.title is None:
        return frozenset()
    fields = _doubtful(citation, habits) | _torn(citation) | _begun_as_names(citation) | _ended_as_names(citation)
    return fields | _led_by_name(citation) | _run_on(citation)


def _doubtful(citation: Citation, habits: Habits | None) -> frozenset[str]:
    """Return the fields that might as well be something else; a badge is sure to show a venue.

    Where the title stands apart as in most entries of the list, less is asked for; where not, more.
    """
    asked = 1.0
    if habits is not None and habits.border:
        is_usual = border(citation.segments, citation.roles) == habits.border and order(citation.roles) in habits.orders
        asked = _USUAL if is_usual else _UNUSUAL
    doubtful = set()
    for segment, role, margin in zip(citation.segments, citation.roles, _margins(citation), strict=True):
        if role not in _SURE:
            continue
        name, least = _SURE[role]
        if margin < least * asked and name not in doubtful and not is_badge(segment):
            place = citation.place(name)
            if place is not None and place[0] <= segment.start < place[1]:
                doubtful.add(name)
    return frozenset(doubtful)


def _margins(citation: Citation) -> Sequence[float]:
    """How sure the role of each segment is; a title that is set off as one is as sure as the surest part of it."""
    emissions, decided = citation.decided
    margins = model().sure(emissions, citation.ends, decided)
    looks = {segment.look for segment, role in zip(citation.segments, citation.roles, strict=True) if role == "T"}
    if len(looks) > 1 or _SETS_OFF.isdisjoint("".join(looks)):
        return margins
    surest = max((margin for role, margin in zip(citation.roles, margins, strict=True) if role == "T"), default=0.0)
    return [surest if role == "T" else margin for role, margin in zip(citation.roles, margins, strict=True)]


def _begun_as_names(citation: Citation) -> frozenset[str]:
    """Return title and authors where the title begins with what may be a name, and nobody else is named."""
    if citation.names is not None:
        return frozenset()
    # what is set off in bold or italics is no list of names that goes on as a title
    for segment, following, role in zip(citation.segments, citation.segments[1:], citation.roles[1:], strict=False):
        if citation.title is not None and segment.start == citation.title[0]:
            goes_on = role == "T" and following.before[:1] in (".", ":") and not segment.look
            return frozenset(("title", "authors")) if goes_on and is_like_name(segment) else frozenset()
    return frozenset()


def _led_by_name(citation: Citation) -> frozenset[str]:
    """Return title and authors where the title may begin with the last of the names, who has but one.

    So it is joined to the others as only a name is, or what follows it alone is set off or linked.
    """
    begins = citation.roles.find("T")
    if begins < 1 or citation.roles[begins - 1] not in "BI":
        return frozenset()
    titled = [at for at, role in enumerate(citation.roles) if role == "T"]
    first = citation.segments[titled[0]]
    following = citation.segments[titled[1]] if len(titled) > 1 else None
    is_alone = following is not None and (first.look, first.style.href) != (following.look, following.style.href)
    may_be = first.before == "&" or (is_alone and not first.look and (" " not in first.text or is_like_name(first)))
    return frozenset(("title", "authors")) if may_be else frozenset()


def _ended_as_names(citation: Citation) -> frozenset[str]:
    """Return title and authors where a list of names may end the title, after a stop, and nobody else is named."""
    if citation.names is not None:
        return frozenset()
    last = [segment for segment, role in zip(citation.segments, citation.roles, strict=True) if role == "T"]
    stop = next((at for at in range(len(last) - 1, 0, -1) if "." in last[at].before), 0)
    if not stop or len({segment.look for segment in last}) > 1:
        return frozenset()
    may_be = len(last) > stop + 1 and all(map(is_like_name, last[stop:]))
    return frozenset(("title", "authors")) if may_be else frozenset()


def _run_on(citation: Citation) -> frozenset[str]:
    """Return the field that may have run into a venue where none was found.

    That is a title whose look changes at a stop, and a list of turned names with one at its end that is not.
    """
    if citation.venue is not None:
        return frozenset()
    unsure = set()
    titled = [segment for segment, role in zip(citation.segments, citation.roles, strict=True) if role == "T"]
    if any(segment.look != following.look and "." in following.before for segment, following in pairwise(titled)):
        unsure.add("title")
    names = [author.name for author in citation.names.authors] if citation.names else []
    turned = ["," in name for name in names]
    if len(names) > 1 and all(turned[:-1]) and not turned[-1] and " " in names[-1]:
        unsure.add("authors")
    return frozenset(unsure)


def _torn(citation: Citation) -> frozenset[str]:
    """Return the fields that lie in several links: to write another one in their place would tear the links."""
    if len({segment.style.link for segment in citation.segments if segment.style.href}) < 2:
        return frozenset()
    places = {"title": citation.title, "venue": citation.venue}
    return frozenset(
        name
        for name, place in places.items()
        if place is not None
        and len(
            {part.style.link for part in citation.segments if part.style.href and place[0] <= part.start < place[1]}
        )
        > 1
    )
