"""People in visible text: how each is set off, and who of them is the owner of the page."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

from profile_tui.content.entries.entry import Author
from profile_tui.content.publications.roles.citation import Names
from profile_tui.markup.inline import PLAIN, Visible

_OWNER = frozenset("me self myself owner myname my-name author-me author-self self-author".split())
"""Classes of elements around the name of the page's owner, whose look a style sheet tells."""


def emphasised(shown: Visible, start: int, end: int) -> str:
    """Return how a name is set off: a sign for each style that all of it has."""
    index = bisect_right(shown.starts, start)
    if index == len(shown.starts) or shown.starts[index] >= end:  # one run shows it all
        style = shown.runs[index - 1].style
        if style is PLAIN:
            return ""
        return _signs(style.bold, style.underline, style.italic, style.font, not _OWNER.isdisjoint(style.classes))
    bold = underline = italic = font = own = True
    is_emphasised = False
    for style in shown.styles(start, end):
        is_emphasised = True
        bold, underline = bold and style.bold, underline and style.underline
        italic, font = italic and style.italic, font and style.font
        own = own and not _OWNER.isdisjoint(style.classes)
    return _signs(bold, underline, italic, font, own) if is_emphasised else ""


@lru_cache
def _signs(bold: bool, underline: bool, italic: bool, font: bool, own: bool) -> str:
    """A sign for each way in which a name is set off."""
    on = zip("buifo", (bold, underline, italic, font, own), strict=True)
    return "".join([sign for sign, is_on in on if is_on])


def with_owner(shown: Visible, names: Names) -> list[Author]:
    """Return the authors, those marked as the owner's that are set off as most are not."""
    places = names.places
    if len(places) > 1 and bisect_right(shown.starts, places[0][0]) == bisect_right(shown.starts, places[-1][1] - 1):
        return names.authors  # one run shows them all
    plain = [emphasised(shown, *place) for place in places]
    own = _own(tuple(plain))
    if True not in own:
        return names.authors
    return [
        Author(author.name, True, author.marks) if is_own else author
        for author, is_own in zip(names.authors, own, strict=True)
    ]


@lru_cache
def _own(signs: tuple[str, ...]) -> list[bool]:
    """Whether each of some names that are set off so is set off as most are not, or else is the only one."""
    common = min(set(signs), key=lambda sign: (-signs.count(sign), sign)) if len(signs) > 1 else ""
    return [not set(sign).issubset(common) for sign in signs]
