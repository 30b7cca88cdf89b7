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


def unsure(found: Citation, habits: Habits | None) -> frozenset[str]:
    """Return the fields of a publication that are not sure."""
    if found.title is None:
        return frozenset()
    fields = _doubtful(found, habits) | _torn(found) | _begun_as_names(found) | _ended_as_names(found)
    return fields | _led_by_name(found) | _run_on(found)


def _doubtful(found: Citation, habits: Habits | None) -> frozenset[str]:
    """Return the fields that might as well be something else; a badge is sure to show a venue.

    Where the title stands apart as in most entries of the list, less is asked for; where not, more.
    """
    asked = 1.0
    if habits is not None and habits.border:
        is_usual = border(found.segments, found.roles) == habits.border and order(found.roles) in habits.orders
        asked = _USUAL if is_usual else _UNUSUAL
    doubtful = set()
    for one, role, margin in zip(found.segments, found.roles, _margins(found), strict=True):
        if role not in _SURE:
            continue
        name, least = _SURE[role]
        if margin < least * asked and name not in doubtful and not is_badge(one):
            place = found.place(name)
            if place is not None and place[0] <= one.start < place[1]:
                doubtful.add(name)
    return frozenset(doubtful)


def _margins(found: Citation) -> Sequence[float]:
    """How sure the role of each segment is; a title that is set off as one is as sure as the surest part of it."""
    emissions, decided = found.decided
    margins = model().sure(emissions, found.ends, decided)
    looks = {one.look for one, role in zip(found.segments, found.roles, strict=True) if role == "T"}
    if len(looks) > 1 or not set("".join(looks)) & set("blq"):
        return margins
    surest = max((margin for role, margin in zip(found.roles, margins, strict=True) if role == "T"), default=0.0)
    return [surest if role == "T" else margin for role, margin in zip(found.roles, margins, strict=True)]


def _begun_as_names(found: Citation) -> frozenset[str]:
    """Return title and authors where the title begins with what may be a name, and nobody else is named."""
    if found.names is not None:
        return frozenset()
    # what is set off in bold or italics is no list of names that goes on as a title
    for one, following, role in zip(found.segments, found.segments[1:], found.roles[1:], strict=False):
        if found.title is not None and one.start == found.title[0]:
            goes_on = role == "T" and following.before[:1] in (".", ":") and not one.look
            return frozenset(("title", "authors")) if goes_on and is_like_name(one) else frozenset()
    return frozenset()


def _led_by_name(found: Citation) -> frozenset[str]:
    """Return title and authors where the title may begin with the last of the names, who has but one.

    So it is joined to the others as only a name is, or what follows it alone is set off or linked.
    """
    titled = [at for at, role in enumerate(found.roles) if role == "T"]
    if not titled or found.roles[titled[0] - 1 : titled[0]] not in ("B", "I"):
        return frozenset()
    one = found.segments[titled[0]]
    following = found.segments[titled[1]] if len(titled) > 1 else None
    is_alone = following is not None and (one.look, one.style.href) != (following.look, following.style.href)
    may_be = one.before == "&" or (is_alone and not one.look and (" " not in one.text or is_like_name(one)))
    return frozenset(("title", "authors")) if may_be else frozenset()


def _ended_as_names(found: Citation) -> frozenset[str]:
    """Return title and authors where a list of names may end the title, after a stop, and nobody else is named."""
    last = [one for one, role in zip(found.segments, found.roles, strict=True) if role == "T"]
    stop = next((at for at in range(len(last) - 1, 0, -1) if "." in last[at].before), 0)
    if found.names is not None or not stop or len({one.look for one in last}) > 1:
        return frozenset()
    may_be = len(last) > stop + 1 and all(map(is_like_name, last[stop:]))
    return frozenset(("title", "authors")) if may_be else frozenset()


def _run_on(found: Citation) -> frozenset[str]:
    """Return the field that may have run into a venue where none was found.

    That is a title whose look changes at a stop, and a list of turned names with one at its end that is not.
    """
    if found.venue is not None:
        return frozenset()
    unsure = set()
    titled = [one for one, role in zip(found.segments, found.roles, strict=True) if role == "T"]
    if any(one.look != other.look and "." in other.before for one, other in pairwise(titled)):
        unsure.add("title")
    names = [author.name for author in found.names.authors] if found.names else []
    turned = ["," in name for name in names]
    if len(names) > 1 and all(turned[:-1]) and not turned[-1] and " " in names[-1]:
        unsure.add("authors")
    return frozenset(unsure)


def _torn(found: Citation) -> frozenset[str]:
    """Return the fields that lie in several links: to write another one in their place would tear the links."""
    places = {"title": found.title, "venue": found.venue}
    return frozenset(
        name
        for name, place in places.items()
        if place is not None
        and len({one.style.link for one in found.segments if one.style.href and place[0] <= one.start < place[1]}) > 1
    )
